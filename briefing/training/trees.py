"""Fits gradient-boosted regression trees to a table of numbers, with numpy alone.

Histogram trees grown level by level on squared error (Friedman, Annals of Statistics 29, 2001;
histograms as in LightGBM, Ke et al., NIPS 2017). Deterministic for a seed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = 64


@dataclass(frozen=True)
class Settings:
    """How many trees of which depth, and how much each one may learn."""

    trees: int = 150
    depth: int = 3
    rate: float = 0.05
    least: int = 20  # rows a leaf must hold
    rows: float = 0.7  # share of rows drawn for a tree
    columns: float = 0.5  # share of columns drawn for a tree
    shrink: float = 10.0  # rows' worth of zeros added to each leaf


@dataclass(frozen=True)
class Tree:
    """A full binary tree in level order: children of node n are 2n+1 and 2n+2.

    A row goes left where `row[column] <= limit`; `leaves` are the values of the last level.
    """

    columns: list[int]
    limits: list[float]
    leaves: list[float]


@dataclass(frozen=True)
class Forest:
    """Trees whose leaves add up to a prediction, from a base value."""

    base: float
    trees: list[Tree]

    def predict(self, table: Floats) -> Floats:
        """The prediction for each row of the table."""
        total = np.full(len(table), self.base)
        every = np.arange(len(table))
        for tree in self.trees:
            columns, limits = np.array(tree.columns), np.array(tree.limits)
            node = np.zeros(len(table), dtype=np.int64)
            while len(node) and node[0] < len(columns):
                node = 2 * node + 1 + (table[every, columns[node]] > limits[node])
            total += np.array(tree.leaves)[node - len(columns)]
        return total


def cut_points(table: Floats) -> list[Floats]:
    """The limits between bins of each column, at quantiles of its values."""
    cuts = []
    for column in table.T:
        values = np.unique(column)
        middles = (values[1:] + values[:-1]) / 2
        if len(middles) >= BINS:
            middles = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]))
        cuts.append(middles)
    return cuts


def fit(table: Floats, goal: Floats, weight: Floats, settings: Settings, seed: int) -> Forest:
    """Trees that predict `goal` (one number a row) from the rows of the table."""
    rng = np.random.default_rng(seed)
    cuts = cut_points(table)
    binned = np.stack(
        [np.searchsorted(c, column) for c, column in zip(cuts, table.T, strict=True)], axis=1
    )
    base = float(np.average(goal, weights=weight))
    fitted = np.full(len(goal), base)
    trees: list[Tree] = []
    for _ in range(settings.trees):
        rows = np.flatnonzero(rng.random(len(goal)) < settings.rows)
        wide = max(1, round(table.shape[1] * settings.columns))
        columns = np.sort(rng.choice(table.shape[1], wide, replace=False))
        tree = _grow(
            binned[np.ix_(rows, columns)],
            (goal - fitted)[rows],
            weight[rows],
            columns,
            cuts,
            settings,
        )
        trees.append(tree)
        fitted += Forest(0.0, [tree]).predict(table)
    return Forest(base, trees)


def _grow(
    binned: NDArray[np.int64],
    residual: Floats,
    weight: Floats,
    columns: NDArray[np.int64],
    cuts: list[Floats],
    settings: Settings,
) -> Tree:
    node = np.zeros(len(residual), dtype=np.int64)
    chosen: list[int] = []
    limits: list[float] = []
    for level in range(settings.depth):
        width = 2**level
        splits = _best_splits(binned, residual, weight, node, width, settings)
        split_columns = np.array([column for column, _ in splits])
        split_bins = np.array([at for _, at in splits])
        for column, at in splits:
            real = int(columns[column])
            chosen.append(real)
            limits.append(float(cuts[real][at]) if at < len(cuts[real]) else float(np.inf))
        node = 2 * node + (binned[np.arange(len(node)), split_columns[node]] > split_bins[node])
    sums = np.bincount(node, weights=residual * weight, minlength=2**settings.depth)
    counts = np.bincount(node, weights=weight, minlength=2**settings.depth)
    leaves = settings.rate * sums / (counts + settings.shrink)
    return Tree(chosen, limits, leaves.tolist())


def _best_splits(
    binned: NDArray[np.int64],
    residual: Floats,
    weight: Floats,
    node: NDArray[np.int64],
    width: int,
    settings: Settings,
) -> list[tuple[int, int]]:
    """For each node of a level the column and bin that lower the squared error most."""
    best_gain = np.zeros(width)
    best = [(0, BINS)] * width
    for column in range(binned.shape[1]):
        slot = node * BINS + binned[:, column]
        sums = np.bincount(slot, weights=residual * weight, minlength=width * BINS)
        counts = np.bincount(slot, weights=weight, minlength=width * BINS)
        left = np.cumsum(sums.reshape(width, BINS), axis=1)
        held = np.cumsum(counts.reshape(width, BINS), axis=1)
        total, all_held = left[:, -1:], held[:, -1:]
        rest, rest_held = total - left, all_held - held
        gain = left**2 / (held + settings.shrink) + rest**2 / (rest_held + settings.shrink)
        gain -= total**2 / (all_held + settings.shrink)
        gain[(held < settings.least) | (rest_held < settings.least)] = 0.0
        at = gain.argmax(axis=1)
        for place in np.flatnonzero(gain[np.arange(width), at] > best_gain):
            best_gain[place] = gain[place, at[place]]
            best[place] = (column, int(at[place]))
    return best
