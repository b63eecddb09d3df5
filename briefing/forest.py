"""Reads boosted regression trees from a data file and evaluates them, without any library.

A forest is a `table/1` file under `briefing/data`: a row `base` with the value that every
prediction begins with, a row `features` with the names of the columns in order, then a row
`tree` for each tree: the columns, limits and leaves of a full binary tree in level order, each
field separated by spaces. The children of node n are 2n+1 (value at most the limit) and 2n+2.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing import lexicon
from briefing.errors import DataError


class Tree(NamedTuple):
    """One tree: the tested column and limit of each inner node, the value of each leaf."""

    columns: tuple[int, ...]
    limits: tuple[float, ...]
    leaves: tuple[float, ...]


class Forest(NamedTuple):
    """Trees whose leaves add up, from a base value."""

    base: float
    trees: tuple[Tree, ...]

    def predict(self, row: Sequence[float]) -> float:
        """The prediction for one row of features."""
        total = self.base
        for columns, limits, leaves in self.trees:
            inner = len(columns)
            node = 0
            while node < inner:
                node = 2 * node + (1 if row[columns[node]] <= limits[node] else 2)
            total += leaves[node - inner]
        return total


@cache
def load_forest(name: str, features: tuple[str, ...]) -> Forest:
    """The forest in `data/NAME`, which must have been trained on just these features.

    Raises: DataError when the file names other features.
    """
    base = 0.0
    trees = []
    for kind, *fields in lexicon.table(name):
        if kind == "base":
            base = float(fields[0])
        elif kind == "features" and tuple(fields[0].split()) != features:
            raise DataError(name, "was trained on other features", lexicon.REMEDY)
        elif kind == "tree":
            columns, limits, leaves = (field.split() for field in fields)
            trees.append(
                Tree(tuple(map(int, columns)), tuple(map(float, limits)), tuple(map(float, leaves)))
            )
    return Forest(base, tuple(trees))
