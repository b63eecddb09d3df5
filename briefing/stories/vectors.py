"""Weighs the terms of a batch of articles: how rare in news at large, how rare in the batch."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.stories.views import VIEWS, Views

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


def count_views(views: Iterable[Views], rarity: Rarity) -> dict[str, Counted]:
    """The counts of each view of each article, with the rarity of each term.

    The articles are taken one by one, so that their views need not all be kept. Rarity in the
    batch is log((n + 1) / (number of articles with the term + 1/2)); the batch is filled up with
    background, so that a story that makes up half of a small batch keeps its words. Pairs of
    terms have no background: all are alike there.
    """
    numbers: dict[str, dict[str, int]] = {view: {} for view in VIEWS}
    rows = {view: (array("q", [0]), array("q"), array("d")) for view in VIEWS}
    for described in views:
        for view, (starts, terms, counts) in rows.items():
            known = numbers[view]
            terms.extend(known.setdefault(term, len(known)) for term in described[view])
            counts.extend(described[view].values())
            starts.append(len(terms))
    return {view: _count(rows[view], numbers[view], view, rarity) for view in VIEWS}


def _count(
    rows: "tuple[array[int], array[int], array[float]]",
    numbers: Mapping[str, int],
    view: str,
    rarity: Rarity,
) -> Counted:
    starts, ids = (np.array(each, dtype=np.int64) for each in rows[:2])
    size = len(starts) - 1
    held = np.bincount(ids, minlength=len(numbers)).astype(np.float64)
    rare = np.array([1.0 if view == "pairs" else rarity(term) for term in numbers])
    filling = max(0, FULL - size)
    usual = np.exp(RANGE * (1 - rare)) - 1
    in_batch = np.log((size + filling + 1) / (held + filling * usual / np.exp(RANGE) + 0.5))
    return Counted(
        starts,
        ids,
        1 + np.log(np.array(rows[2], dtype=np.float64)),
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
