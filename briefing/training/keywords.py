"""Rebuilds the two forests that score key phrases, or cross-validates them.

    python -m briefing.training.keywords KEYS.jsonl OUT-FOLDER [--folds 5 --seed 0]

KEYS.jsonl has a line {"doc", "text", "keys"} for each article. One forest learns how many of the
annotators' keys are single words like this one, the other the same of phrases. With `--folds`,
nothing is written but the predictions for articles that a model has not seen: OUT-FOLDER/DOC.json
lines in the form of the output contract, for the scorer.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from briefing import forest as run_time
from briefing.keywords import extract_keywords, extraction
from briefing.keywords.candidates import Key, find_candidates
from briefing.keywords.features import FEATURES, measure
from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.terms import content_terms, split_words, stem
from briefing.training.forests import write_forest
from briefing.training.trees import Floats, Forest, Settings, fit

SETTINGS = Settings(trees=80, depth=3, rate=0.08, columns=0.5)
PROVENANCE = (
    "fitted by briefing.training.keywords on the development half of 500N-KPCrowd 1.1"
    " (Marujo et al., 2012; 201 articles); weights only"
)
LICENCE = "MIT for the weights; the corpus is provided for research and education"


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The articles with their candidates' features and labels."""
    rows = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        article = load_text(row["text"], source=row["doc"] + ".txt")
        sentences = split_sentences(article.text, article.blocks)
        found = find_candidates(article.text, sentences)
        title = frozenset(content_terms(article.title or ""))
        keys = {"".join(map(stem, split_words(key.replace("-", " ")))) for key in row["keys"]}
        measured = measure(found, title=title, names=())
        labels = {key: float("".join(key) in keys) for key in found}
        rows.append({"article": article, "sentences": sentences, "x": measured, "y": labels})
    return rows


def fit_forest(rows: Sequence[Mapping[str, Any]], *, phrases: bool) -> Forest:
    """The forest for single words, or for phrases of several."""
    table, goal, weight = [], [], []
    for row in rows:
        keys: list[Key] = [key for key in row["x"] if (len(key) > 1) == phrases]
        table += [row["x"][key] for key in keys]
        goal += [row["y"][key] for key in keys]
        weight += [100 / len(keys)] * len(keys)
    arrays: list[Floats] = [np.array(part, dtype=np.float64) for part in (table, goal, weight)]
    return fit(arrays[0], arrays[1], arrays[2], SETTINGS, seed=0)


def write_models(rows: Sequence[Mapping[str, Any]], folder: Path) -> None:
    """Fit and write both forests."""
    for name, phrases in (("words", False), ("phrases", True)):
        write_forest(
            folder / f"{name}.txt",
            _plain(fit_forest(rows, phrases=phrases)),
            features=FEATURES,
            provenance=PROVENANCE,
            licence=LICENCE,
        )


def cross_validate(rows: Sequence[Mapping[str, Any]], folds: int, seed: int, out: Path) -> None:
    """Write the key phrases of every article by forests fitted without it."""
    order = np.random.default_rng(seed).permutation(len(rows))
    lines = []
    for fold in range(folds):
        held = set(order[fold::folds].tolist())
        kept = [row for i, row in enumerate(rows) if i not in held]
        fitted = {
            f"keywords/{name}.txt": _plain(fit_forest(kept, phrases=phrases))
            for name, phrases in (("words", False), ("phrases", True))
        }
        setattr(extraction, "load_forest", lambda name, _, fitted=fitted: fitted[name])  # noqa: B010
        for i in sorted(held):
            article = rows[i]["article"]
            found = extract_keywords(
                article.text, rows[i]["sentences"], count=10, title=article.title
            )
            words = [{"phrase": keyword.phrase, "score": keyword.score} for keyword in found]
            source = {"source": article.source}
            lines.append(json.dumps({"schema": "briefing/1", "article": source, "keywords": words}))
    out.mkdir(parents=True, exist_ok=True)
    (out / "keywords.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _plain(forest: Forest) -> run_time.Forest:
    trees = (
        run_time.Tree(tuple(t.columns), tuple(t.limits), tuple(t.leaves)) for t in forest.trees
    )
    return run_time.Forest(forest.base, tuple(trees))


def main() -> None:
    """Fit on all articles and write the forests, or cross-validate."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("keys", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    rows = read_rows(chosen.keys)
    if chosen.folds:
        cross_validate(rows, chosen.folds, chosen.seed, chosen.out)
    else:
        write_models(rows, chosen.out)


if __name__ == "__main__":
    main()
