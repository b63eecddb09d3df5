"""Rebuilds the forest that scores summary sentences, or cross-validates the summaries.

    python -m briefing.training.summary REFS.jsonl OUT [--folds 5 --seed 0 --length 3]

REFS.jsonl has a line {"doc", "text", "references"} for each article. Every three sentences of an
article's most promising twelve are scored against the references (ROUGE-1 plus ROUGE-2 F1); the
goal for a sentence is how much of the best sets' weight lies on sets that hold it. Without
`--folds`, OUT is the forest; with it, OUT gets the summaries of articles by forests that have not
seen them, as JSON lines in the form of the output contract.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from briefing import forest as run_time
from briefing.domain import Article, Sentence
from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.summary import Length, choose_summary, scoring
from briefing.summary.eligible import find_eligible
from briefing.summary.features import COLUMNS, describe, measure
from briefing.terms import split_words, stem
from briefing.training.forests import write_forest
from briefing.training.trees import Floats, Forest, Settings, fit

SETTINGS = Settings(trees=200, depth=3, rate=0.05, columns=0.3)
SEEDS = (0, 1)  # forests averaged
PROMISING = 12  # sentences of which all sets of three are tried
SHARPNESS = 0.03  # ROUGE points by which a set's weight falls to 1/e
PROVENANCE = (
    "fitted by briefing.training.summary on the CNN articles of the development half of"
    " CNN/DailyMail 3.0.0 (Hermann et al., 2015; See et al., 2017; 494 articles); weights only"
)
LICENCE = "MIT for the weights; none is stated for the articles, which are CNN's"
Grams = tuple[Counter[str], Counter[tuple[str, str]]]


@dataclass(frozen=True)
class Row:
    """One article with the features and goals of its eligible sentences."""

    article: Article
    sentences: Sequence[Sentence]
    table: Floats
    goal: Floats


def _grams(words: Sequence[str]) -> Grams:
    return Counter(words), Counter(pairwise(words))


def _overlap(have: Grams, goal: Grams) -> float:
    """ROUGE-1 F1 plus ROUGE-2 F1."""
    singles = 2 * (have[0] & goal[0]).total() / max(1, have[0].total() + goal[0].total())
    pairs = 2 * (have[1] & goal[1]).total() / max(1, have[1].total() + goal[1].total())
    return singles + pairs


def find_goals(wordings: Sequence[str], references: Sequence[str]) -> Floats:
    """How strongly each sentence belongs to good summaries, standardised over the article."""
    words = [[stem(word) for word in split_words(wording)] for wording in wordings]
    goals = [_grams([stem(word) for word in split_words(r)]) for r in references]
    alone = np.array([max(_overlap(_grams(w), g) for g in goals) for w in words])
    promising = np.argsort(-alone, kind="stable")[:PROMISING].tolist()
    sets = [sorted(chosen) for chosen in combinations(promising, min(3, len(promising)))]
    values = np.array(
        [max(_overlap(_grams([w for i in c for w in words[i]]), g) for g in goals) for c in sets]
    )
    weights = np.exp((values - values.max()) / SHARPNESS)
    goal = np.zeros(len(wordings))
    for chosen, weight in zip(sets, weights / weights.sum(), strict=True):
        goal[chosen] += weight
    return np.asarray((goal - goal.mean()) / (goal.std() + 1e-6), dtype=np.float64)


def read_row(line: str) -> Row:
    """The features and goals of one article of the reference file."""
    row = json.loads(line)
    article = load_text(row["text"], source=row["doc"] + ".txt")
    sentences = split_sentences(article.text, article.blocks)
    found = [sentences[i] for i in find_eligible(article.text, sentences)]
    wordings = [sentence.span.of(article.text) for sentence in found]
    described = [describe(wording) for wording in wordings]
    table = np.array(measure(described, [sentence.paragraph for sentence in found]))
    return Row(article, sentences, table, find_goals(wordings, row["references"]))


def fit_forest(rows: Sequence[Row]) -> run_time.Forest:
    """The average of forests for several seeds; each article weighs the same."""
    table = np.concatenate([row.table for row in rows])
    goal = np.concatenate([row.goal for row in rows])
    weight = np.concatenate([np.full(len(row.goal), 20 / len(row.goal)) for row in rows])
    fitted = [fit(table, goal, weight, SETTINGS, seed) for seed in SEEDS]
    return _average(fitted)


def _average(forests: Sequence[Forest]) -> run_time.Forest:
    share = 1 / len(forests)
    trees = tuple(
        run_time.Tree(tuple(t.columns), tuple(t.limits), tuple(share * leaf for leaf in t.leaves))
        for forest in forests
        for t in forest.trees
    )
    return run_time.Forest(sum(forest.base for forest in forests) * share, trees)


def cross_validate(rows: Sequence[Row], folds: int, seed: int, length: int) -> list[str]:
    """The summary of every article by a forest fitted without it, as contract lines."""
    order = np.random.default_rng(seed).permutation(len(rows))
    lines = []
    for fold in range(folds):
        held = set(order[fold::folds].tolist())
        forest = fit_forest([row for i, row in enumerate(rows) if i not in held])
        setattr(scoring, "load_forest", lambda *_, forest=forest: forest)  # noqa: B010
        lines += [summary_line(rows[i], length) for i in sorted(held)]
    return lines


def summary_line(row: Row, length: int) -> str:
    """The summary of one article as a line of the output contract."""
    article = row.article
    chosen = choose_summary(
        article.text, row.sentences, length=Length(sentences=length), title=article.title
    )
    summary = [{"text": s.text, "span": [s.span.start, s.span.end]} for s in chosen]
    source = {"source": article.source}
    return json.dumps({"schema": "briefing/1", "article": source, "summary": summary})


def main() -> None:
    """Fit on all articles and write the forest, or cross-validate."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("refs", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--length", type=int, default=3)
    chosen = options.parse_args()
    rows = [read_row(line) for line in chosen.refs.read_text("utf-8").splitlines()]
    if chosen.folds:
        lines = cross_validate(rows, chosen.folds, chosen.seed, chosen.length)
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        write_forest(
            chosen.out, fit_forest(rows), features=COLUMNS, provenance=PROVENANCE, licence=LICENCE
        )


if __name__ == "__main__":
    main()
