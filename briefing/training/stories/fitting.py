"""Fits the logistic model of pairs of articles, and chooses when groups are joined."""

from dataclasses import replace

import numpy as np

from briefing.stories.likeness import Model
from briefing.stories.vectors import Mask
from briefing.training.stories.corpus import Corpus, Sample
from briefing.training.stories.scoring import count_hits, figures, group

APART = 0.01  # weight of a pair of two topics, against 1 within a topic
PULL = 1e-3  # L2 penalty on weights of features scaled to unit variance
FIRST = 0.5  # chance from which two single articles make a group; 0.3 to 0.7 do alike
LEASTS = (0.3, 0.35, 0.4)  # lower ones join loosely related articles of a mixed day
SHARES = (0.55, 0.6, 0.65, 0.7, 0.75)


def fit(corpus: Corpus, sample: Sample, chosen: Mask) -> Model:
    """The logistic model of the pairs among the chosen articles (a mask), by Newton's method."""
    first, second = sample.ids[sample.pairs.first], sample.ids[sample.pairs.second]
    kept = chosen[first] & chosen[second]
    first, second, rows = first[kept], second[kept], sample.pairs.features[kept]
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


def choose_limits(corpus: Corpus, sample: Sample, model: Model, chosen: Mask) -> Model:
    """The model with the limits that group the chosen articles best, on a smoothed grid."""
    grid = np.zeros((len(LEASTS), len(SHARES)))
    for i, least in enumerate(LEASTS):
        for j, share in enumerate(SHARES):
            tried = replace(model, least=least, share=share)
            labels = group(corpus, sample, tried, chosen)
            grid[i, j] = figures(count_hits(corpus, sample, labels, chosen)).sum()
    padded = np.pad(grid, 1, mode="edge")
    windows = [padded[i : i + len(LEASTS), j : j + len(SHARES)] for i in range(3) for j in range(3)]
    smooth = np.sum(windows, axis=0)
    at, then = divmod(int(np.argmax(smooth)), len(SHARES))
    return replace(model, least=LEASTS[at], share=SHARES[then])
