"""Weighs the terms of a batch of articles: how rare in news at large, how rare in the batch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.stories.views import Views

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]
Rarity = Callable[[str], float]

RANGE = 7.6  # natural logarithm of the articles that the background was counted in
FULL = 450  # a smaller batch is filled up to so many articles with the background's counts


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse unit vectors: row i holds `terms[starts[i]:starts[i+1]]` with their `weights`."""

    starts: Ids
    terms: Ids
    weights: Floats
    size: int  # number of different terms

    def row(self, at: int) -> tuple[Ids, Floats]:
        """The terms of a row and their weights."""
        cut = slice(self.starts[at], self.starts[at + 1])
        return self.terms[cut], self.weights[cut]


@dataclass(frozen=True, slots=True)
class Counted:
    """A view of all articles: term counts as rows, and two kinds of rarity for each term."""

    starts: Ids
    terms: Ids
    counts: Floats
    background: Floats
    batch: Floats


def count_view(views: Sequence[Views], view: str, rarity: Rarity) -> Counted:
    """The counts of one view of each article, with the rarity of each term.

    Rarity in the batch is log((n + 1) / (number of articles with the term + 1/2)); the batch is
    filled up with background, so that a story that makes up half of a small batch keeps its
    words. Pairs of terms have no background: all are alike there.
    """
    numbers: dict[str, int] = {}
    starts, terms, counts = [0], [], []
    for described in views:
        for term, count in described[view].items():
            terms.append(numbers.setdefault(term, len(numbers)))
            counts.append(count)
        starts.append(len(terms))
    ids = np.array(terms, dtype=np.int64)
    held = np.bincount(ids, minlength=len(numbers)).astype(np.float64)
    rare = np.array([1.0 if view == "pairs" else rarity(term) for term in numbers])
    filling = max(0, FULL - len(views))
    usual = np.exp(RANGE * (1 - rare)) - 1
    total = len(views) + filling
    in_batch = np.log((total + 1) / (held + filling * usual / np.exp(RANGE) + 0.5))
    return Counted(
        np.array(starts, dtype=np.int64),
        ids,
        1 + np.log(np.array(counts, dtype=np.float64)),
        RANGE * rare,
        np.maximum(in_batch, 0.0),
    )


def weigh(counted: Counted, kind: str) -> Vectors:
    """The rows as unit vectors; `kind` is the rarity: `background`, `batch` or `both` added."""
    rare = {
        "background": counted.background,
        "batch": counted.batch,
        "both": counted.background + counted.batch,
    }[kind]
    weights = counted.counts * rare[counted.terms]
    rows = np.repeat(np.arange(len(counted.starts) - 1), np.diff(counted.starts))
    norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(counted.starts) - 1))
    norms[norms == 0] = 1.0
    return Vectors(counted.starts, counted.terms, weights / norms[rows], len(rare))
