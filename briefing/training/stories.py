"""Learns from grouped articles how alike two of one story are.

    python -m briefing.training.stories FOLDER [--seeds 3] [--folds 7] [OUT]

FOLDER holds `stories.jsonl` ({"doc", "story"} a line; a story's number, `12` of `12ecb`, is its
topic) and `text/DOC.txt`. A logistic model is fitted to the pairs by Newton's method with numpy
alone; pairs within a topic count in full, others little. Prints B-cubed and pair F1 of topics
held out: model and limits are chosen on the other topics. With OUT, fits on everything and
writes the table. The background counts are lowered by what the articles themselves added.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from briefing.load import load_text
from briefing.stories import StoryDocument
from briefing.stories.likeness import Model
from briefing.stories.linkage import link
from briefing.stories.pairs import FEATURES, Pairs, measure_pairs
from briefing.stories.vectors import RANGE, Floats, Mask
from briefing.stories.views import describe
from briefing.terms import content_terms, rarity

HEADER = """# format: table/1
# version: 1
# provenance: briefing/training/stories.py, from the development half of ECB+ (Cybulska and
#   Vossen 2014): 454 articles, 21 topics of two stories; weights only
# licence: MIT (weights only)
# Fields: feature (view/rarity), weight. The cosines of a pair, weighed and added to the bias,
# give the logit of the chance that both tell one story; least and share say when groups join.
"""
APART = 0.01  # weight of a pair of two topics, against 1 within a topic
PULL = 1e-3  # L2 penalty on weights of features scaled to unit variance
FIRST = 0.5  # chance from which two single articles make a group; 0.3 to 0.7 do alike
LEASTS = (0.3, 0.35, 0.4)  # lower ones join loosely related articles of a mixed day
SHARES = (0.55, 0.6, 0.65, 0.7, 0.75)


@dataclass(frozen=True)
class Corpus:
    """Articles with the numbers of their story and topic, and their candidate pairs."""

    stories: Floats
    topics: Floats
    pairs: Pairs


def read_corpus(folder: Path) -> Corpus:
    """The articles of a folder, measured as a batch."""
    rows = [json.loads(line) for line in (folder / "stories.jsonl").open(encoding="utf-8")]
    texts = [(folder / "text" / f"{row['doc']}.txt").read_text("utf-8") for row in rows]
    names = sorted({row["story"] for row in rows})
    stories = np.array([names.index(row["story"]) for row in rows])
    topics = np.array([int(re.match(r"\d+", row["story"])[0]) for row in rows])  # type: ignore[index]
    views = [describe(read_document(text)) for text in texts]
    return Corpus(stories, topics, measure_pairs(views, rarity=without(texts)))


def read_document(text: str) -> StoryDocument:
    """An article as the digest hands it to the clustering."""
    article = load_text(text, source="article.txt")
    return StoryDocument(article.id, article.text, article.title, (), article.published)


def without(texts: Sequence[str]) -> Callable[[str], float]:
    """The rarity of terms in the background without these texts, which are part of it."""
    own = Counter(term for text in texts for term in set(content_terms(text)))

    def value(term: str) -> float:
        counted = np.exp(RANGE * (1 - rarity(term))) - 1
        return float(1 - np.log(max(0.0, counted - own[term]) + 1) / RANGE)

    return value


def fit(corpus: Corpus, chosen: Mask) -> Model:
    """The logistic model of the pairs among the chosen articles (a mask)."""
    first, second = corpus.pairs.first, corpus.pairs.second
    kept = chosen[first] & chosen[second]
    first, second, rows = first[kept], second[kept], corpus.pairs.features[kept]
    truth = (corpus.stories[first] == corpus.stories[second]).astype(float)
    counts = np.where(corpus.topics[first] == corpus.topics[second], 1.0, APART)
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    table = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    pull = np.r_[np.full(len(mean), PULL), 1e-9]
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (counts * (chances - truth)) / counts.sum() + pull * weights
        bend = (table * (counts * chances * (1 - chances))[:, None]).T @ table / counts.sum()
        weights -= np.linalg.solve(bend + np.diag(pull), slope)
    scaled = weights[:-1] / spread
    return Model(float(weights[-1] - scaled @ mean), tuple(map(float, scaled)), FIRST, 0.0, 0.0)


def group(corpus: Corpus, model: Model, chosen: Mask | None = None) -> Floats:
    """The number of the group of each article; with a mask, only those are grouped."""
    first, second = corpus.pairs.first, corpus.pairs.second
    chances = model.chances(corpus.pairs.features)
    if chosen is not None:
        kept = chosen[first] & chosen[second]
        first, second, chances = first[kept], second[kept], chances[kept]
    labels = np.zeros(len(corpus.stories))
    for number, members in enumerate(link(len(labels), first, second, chances, model)):
        labels[members] = number
    return labels


def count_hits(corpus: Corpus, labels: Floats, chosen: Mask) -> Floats:
    """Sums over the chosen articles: B-cubed P and R, articles, shared, predicted, true pairs."""
    true = corpus.stories[:, None] == corpus.stories[None]
    told = labels[:, None] == labels[None]
    both = (true & told).sum(axis=1)
    t, p = true.sum(axis=1), told.sum(axis=1)
    per = np.stack([both / p, both / t, np.ones(len(t)), both - 1, p - 1, t - 1])
    return np.asarray(per[:, chosen].sum(axis=1))


def figures(sums: Floats) -> tuple[float, float]:
    """B-cubed F1 and pair F1 of summed counts."""
    p, r = sums[0] / sums[2], sums[1] / sums[2]
    return float(2 * p * r / (p + r)), float(2 * sums[3] / (sums[4] + sums[5]))


def choose_limits(corpus: Corpus, model: Model, chosen: Mask) -> Model:
    """The model with the limits that group the chosen articles best, on a smoothed grid."""
    grid = np.zeros((len(LEASTS), len(SHARES)))
    for i, least in enumerate(LEASTS):
        for j, share in enumerate(SHARES):
            tried = replace(model, least=least, share=share)
            grid[i, j] = sum(figures(count_hits(corpus, group(corpus, tried, chosen), chosen)))
    padded = np.pad(grid, 1, mode="edge")
    windows = [padded[i : i + len(LEASTS), j : j + len(SHARES)] for i in range(3) for j in range(3)]
    smooth = np.sum(windows, axis=0)
    at, then = divmod(int(np.argmax(smooth)), len(SHARES))
    return replace(model, least=LEASTS[at], share=SHARES[then])


def cross_validate(corpus: Corpus, *, seed: int, folds: int) -> Iterator[tuple[Model, Floats]]:
    """For each fold of topics, the model of the others and the sums of its own articles."""
    topics = sorted(set(corpus.topics.tolist()))
    random.Random(seed).shuffle(topics)
    for fold in range(folds):
        held = np.isin(corpus.topics, topics[fold::folds])
        model = choose_limits(corpus, fit(corpus, ~held), ~held)
        yield model, count_hits(corpus, group(corpus, model), held)


def main() -> None:
    """Report held-out figures and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--folds", type=int, default=7)
    args = parser.parse_args()
    corpus = read_corpus(args.folder)
    for seed in range(args.seeds):
        found = list(cross_validate(corpus, seed=seed, folds=args.folds))
        b_cubed, pair = figures(np.sum([sums for _, sums in found], axis=0))
        limits = " ".join(f"{model.least:g}/{model.share:g}" for model, _ in found)
        print(f"seed {seed}: B3 F1 {b_cubed:.2%}, pair F1 {pair:.2%}; limits {limits}", flush=True)
    if args.out:
        everything = np.ones(len(corpus.stories), dtype=bool)
        model = choose_limits(corpus, fit(corpus, everything), everything)
        rows = [("bias", model.bias), ("first", model.first)]
        rows += [("least", model.least), ("share", model.share)]
        rows += [("/".join(f), w) for f, w in zip(FEATURES, model.weights, strict=True)]
        lines = "".join(f"{name}\t{value:.5g}\n" for name, value in rows)
        args.out.write_text(HEADER + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
