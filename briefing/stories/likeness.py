"""Turns the features of a pair of articles into the chance that they tell one story."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from briefing import lexicon
from briefing.errors import DataError
from briefing.stories.pairs import FEATURES
from briefing.stories.vectors import Floats

TABLE = "stories/likeness.tsv"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features and when two groups are joined.

    Groups join when their mean chance is at least `least` (`first` while both hold very few
    articles), and, where both hold several, at least `share` of that within the looser one.
    """

    bias: float
    weights: tuple[float, ...]
    first: float
    least: float
    share: float

    def chances(self, features: Floats) -> Floats:
        """The chance (0-1) for each row of features."""
        logits = features @ np.array(self.weights) + self.bias
        result: Floats = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        return result


@cache
def load_model() -> Model:
    """The shipped model.

    Raises: DataError when it was trained on other features.
    """
    rows = {row[0]: float(row[1]) for row in lexicon.table(TABLE)}
    names = ["/".join(feature) for feature in FEATURES]
    if set(rows) != {"bias", "first", "least", "share", *names}:
        raise DataError(TABLE, "was trained on other features", lexicon.REMEDY)
    weights = tuple(rows[name] for name in names)
    return Model(rows["bias"], weights, rows["first"], rows["least"], rows["share"])
