"""Finds the sentence pairs that share terms, with the dot product of their term weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.signedinteger[Any]]
CELLS = 1 << 20  # pairs of sentences summed up at a time: 8 MiB, whatever the article's length


@dataclass(frozen=True)
class Terms:
    """The terms of all sentences as one list: entry k is term `term[k]` of sentence `row[k]`.

    Entries are ordered by sentence, each term once a sentence with its count; `starts` are the
    places where each sentence begins, with the end as its last entry.
    """

    row: Whole
    term: Whole
    count: Floats
    starts: Whole
    distinct: int


def index_terms(sentences: Sequence[Sequence[str]]) -> Terms:
    """The terms of the sentences by number, counted."""
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(term, len(numbers)) for term in terms] for terms in sentences]
    lengths = np.array([len(terms) for terms in coded], dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(coded), dtype=np.int64, count=int(lengths.sum()))
    distinct = max(1, len(numbers))
    keys, counts = np.unique(
        np.repeat(np.arange(len(coded)), lengths) * distinct + flat, return_counts=True
    )
    row = keys // distinct
    starts = np.searchsorted(row, np.arange(len(coded) + 1))
    return Terms(row, keys % distinct, counts.astype(np.float64), starts, distinct)


def iterate_pairs(terms: Terms, weight: Floats) -> Iterator[tuple[Whole, Whole, Floats]]:
    """Rows, columns and dot products of all ordered pairs that share a term, in blocks of rows.

    `weight` is the weight of each entry of `terms`. A sentence pairs with itself. Within the
    blocks pairs are ordered by row, then column.
    """
    total = len(terms.starts) - 1
    by_term = np.argsort(terms.term, kind="stable")
    held = np.bincount(terms.term, minlength=terms.distinct)
    first = np.concatenate(([0], np.cumsum(held)))
    step = max(1, CELLS // max(1, total))
    for top in range(0, total, step):
        end = min(total, top + step)
        entries = slice(terms.starts[top], terms.starts[end])
        term = terms.term[entries]
        sizes = held[term]
        ends = np.cumsum(sizes)
        spread = int(ends[-1]) if len(ends) else 0
        # place of every posting of every entry's term
        offset = np.repeat(first[term] - (ends - sizes), sizes) + np.arange(spread)
        posting = by_term[offset]
        cells = np.repeat((terms.row[entries] - top) * total, sizes) + terms.row[posting]
        products = np.repeat(weight[entries], sizes) * weight[posting]
        dots = np.bincount(cells, weights=products, minlength=(end - top) * total)
        found = np.flatnonzero(np.bincount(cells, minlength=(end - top) * total))
        yield found // total + top, found % total, dots[found].astype(np.float64)
