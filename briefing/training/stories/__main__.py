"""Learns how alike two articles of one story are, and prints how well it does on topics held out.

    python -m briefing.training.stories FOLDER [--seeds 3] [--folds 7] [--parts 2 4 8] [OUT]

FOLDER holds `stories.jsonl` ({"doc", "story"} a line; a story's number, `12` of `12ecb`, is its
topic) and `text/DOC.txt`. A logistic model is fitted to the pairs with numpy alone; pairs within
a topic count in full, others little. Prints B-cubed and pair F1 of topics held out: model and
limits are chosen on the other topics. `--parts` prints besides, for the first seed, what articles
that come in so many parts, in `--orders` random orders, lose against all at once: as told when
they come (at the end they are grouped as at once); as many parts as articles let them come one
by one. With OUT, fits on everything and writes the table. The background counts are lowered by
what the articles themselves added.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from briefing.stories.likeness import Model
from briefing.stories.pairs import FEATURES
from briefing.stories.vectors import Floats, Mask
from briefing.training.stories.corpus import (
    Corpus,
    Sample,
    let_arrive,
    measure_sample,
    read_corpus,
)
from briefing.training.stories.fitting import choose_limits, fit
from briefing.training.stories.scoring import count_hits, figures, group

HEADER = """# format: table/1
# version: 1
# provenance: briefing/training/stories, from the development half of ECB+ (Cybulska and
#   Vossen 2014): 454 articles, 21 topics of two stories; weights only
# licence: MIT (weights only)
# Fields: feature (view/rarity), weight. The cosines of a pair, weighed and added to the bias,
# give the logit of the chance that both tell one story; least and share say when groups join.
"""


def learn(corpus: Corpus, whole: Sample, chosen: Mask) -> Model:
    """The model of the chosen articles (a mask)."""
    return choose_limits(corpus, whole, fit(corpus, whole, chosen), chosen)


def learn_folds(
    corpus: Corpus, whole: Sample, *, seed: int, folds: int
) -> Iterator[tuple[Mask, Model]]:
    """For each fold of topics, its articles (a mask) and the model of the others."""
    topics = sorted(set(corpus.topics.tolist()))
    random.Random(seed).shuffle(topics)
    for fold in range(folds):
        held = np.isin(corpus.topics, topics[fold::folds])
        yield held, learn(corpus, whole, ~held)


def score_parts(
    corpus: Corpus, models: Sequence[tuple[Mask, Model]], *, parts: int, seed: int
) -> Floats:
    """B-cubed and pair F1 of held-out articles that come in parts, as told when they come."""
    sums = np.zeros(6)
    for new, sample in let_arrive(corpus, parts=parts, seed=seed):
        for held, model in models:
            sums += count_hits(corpus, sample, group(corpus, sample, model), held, new)
    return figures(sums)


def report_parts(
    corpus: Corpus,
    models: Sequence[tuple[Mask, Model]],
    at_once: Floats,
    *,
    parts: int,
    orders: int,
) -> None:
    """Print what articles in parts lose, on the mean and from the worst order to the best."""
    scores = [score_parts(corpus, models, parts=parts, seed=seed) for seed in range(orders)]
    lost = 100 * (np.array(scores) - at_once)
    told = [
        f"{name} {mean:+.2f} ({low:+.2f} to {high:+.2f})"
        for name, mean, low, high in zip(
            ("B3", "pair"), lost.mean(axis=0), lost.min(axis=0), lost.max(axis=0), strict=True
        )
    ]
    print(f"  in {parts} parts, {orders} orders, points: {', '.join(told)}", flush=True)


def write_table(model: Model, path: Path) -> None:
    """Write a model as the table that is shipped."""
    rows = [("bias", model.bias), ("first", model.first)]
    rows += [("least", model.least), ("share", model.share)]
    rows += [("/".join(f), w) for f, w in zip(FEATURES, model.weights, strict=True)]
    lines = "".join(f"{name}\t{value:.5g}\n" for name, value in rows)
    path.write_text(HEADER + lines, encoding="utf-8")


def main() -> None:
    """Report held-out figures and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--folds", type=int, default=7)
    parser.add_argument("--parts", type=int, nargs="*", default=[])
    parser.add_argument("--orders", type=int, default=5)
    args = parser.parse_args()
    corpus = read_corpus(args.folder)
    everything = np.ones(len(corpus.stories), dtype=bool)
    whole = measure_sample(corpus, np.flatnonzero(everything))
    for seed in range(args.seeds):
        models = list(learn_folds(corpus, whole, seed=seed, folds=args.folds))
        hits = [count_hits(corpus, whole, group(corpus, whole, m), held) for held, m in models]
        scores = figures(np.sum(hits, axis=0))
        limits = " ".join(f"{model.least:g}/{model.share:g}" for _, model in models)
        print(f"seed {seed}: B3 F1 {scores[0]:.2%}, pair F1 {scores[1]:.2%}; limits {limits}")
        for parts in args.parts if seed == 0 else ():
            report_parts(corpus, models, scores, parts=parts, orders=args.orders)
    if args.out:
        write_table(learn(corpus, whole, everything), args.out)


if __name__ == "__main__":
    main()
