"""Finds the pairs of articles that may tell one story and measures how alike they are."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from briefing.stories.vectors import Floats, Ids, Rarity, Vectors, count_views, weigh
from briefing.stories.views import Views
from briefing.terms import rarity as news_rarity

# Each feature is the cosine of two articles in one view, with one kind of rarity as weight.
# What is rare in news but common in the batch tells topics; what is rare in both, stories.
FEATURES = (
    ("words", "both"),
    ("names", "both"),
    ("plain", "both"),
    ("lead", "both"),
    ("numbers", "both"),
    ("pairs", "both"),
    ("words", "background"),
    ("names", "batch"),
    ("pairs", "batch"),
)
FLOOR = 0.08  # cosine of all words under which a pair is never one story
MOST = 300  # candidates kept of one article, the most alike ones
COMMON = 0.1  # share of a large batch above which a term makes no candidates
SMALL = 500  # a batch of so many articles or fewer leaves no term out


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles by number, `first < second`, and a row of features for each."""

    first: Ids
    second: Ids
    features: Floats


def measure_pairs(views: Iterable[Views], *, rarity: Rarity = news_rarity) -> Pairs:
    """The candidate pairs of a batch with their features, sorted."""
    counted = count_views(views, rarity)
    vectors = {feature: weigh(counted[feature[0]], feature[1]) for feature in FEATURES}
    first, second = find_candidates(vectors["words", "background"])
    columns = [cosines(vectors[feature], first, second) for feature in FEATURES]
    return Pairs(first, second, np.stack(columns, axis=1))


def find_candidates(vectors: Vectors) -> tuple[Ids, Ids]:
    """The pairs whose cosine reaches FLOOR, by an inverted index over the terms."""
    count = len(vectors.starts) - 1
    postings, weights, bounds = _invert(vectors)
    held = np.diff(bounds)
    most = count if count <= SMALL else int(COMMON * count)
    firsts, seconds = [], []
    for at in range(count):
        terms, own = vectors.row(at)
        listed = [
            (postings[bounds[t] : bounds[t + 1]], weights[bounds[t] : bounds[t + 1]] * w)
            for t, w in zip(terms.tolist(), own.tolist(), strict=True)
            if 1 < held[t] <= most
        ]
        if not listed:
            continue
        sums = np.bincount(
            np.concatenate([rows for rows, _ in listed]),
            np.concatenate([products for _, products in listed]),
            minlength=count,
        )
        sums[: at + 1] = 0.0
        found = np.flatnonzero(sums >= FLOOR)
        if len(found) > MOST:
            found = np.sort(found[np.argsort(-sums[found], kind="stable")[:MOST]])
        firsts.append(np.full(len(found), at, dtype=np.int64))
        seconds.append(found.astype(np.int64))
    empty = np.zeros(0, dtype=np.int64)
    return np.concatenate([empty, *firsts]), np.concatenate([empty, *seconds])


def _invert(vectors: Vectors) -> tuple[Ids, Floats, Ids]:
    rows = np.repeat(np.arange(len(vectors.starts) - 1), np.diff(vectors.starts))
    order = np.argsort(vectors.terms, kind="stable")
    bounds = np.searchsorted(vectors.terms[order], np.arange(vectors.size + 1))
    return rows[order], vectors.weights[order], bounds


def cosines(vectors: Vectors, first: Ids, second: Ids) -> Floats:
    """The cosine of each pair of rows; 0 where a row is empty. `first` must be sorted."""
    values = np.zeros(len(first))
    dense = np.zeros(vectors.size)
    lengths = np.diff(vectors.starts)
    edges = np.searchsorted(first, np.arange(len(vectors.starts)))
    for at in np.unique(first).tolist():
        terms, weights = vectors.row(at)
        dense[terms] = weights
        others = second[edges[at] : edges[at + 1]]
        sizes = lengths[others]
        ends = np.cumsum(sizes)
        cells = np.arange(sizes.sum()) + np.repeat(vectors.starts[others] - ends + sizes, sizes)
        products = dense[vectors.terms[cells]] * vectors.weights[cells]
        owners = np.repeat(np.arange(len(others)), sizes)
        values[edges[at] : edges[at + 1]] = np.bincount(owners, products, minlength=len(others))
        dense[terms] = 0.0
    return values
