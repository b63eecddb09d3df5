"""Trees in data files: what is written is what is evaluated."""

import math

import pytest

from briefing import lexicon
from briefing.errors import DataError
from briefing.forest import Forest, Tree, load_forest
from briefing.keywords.features import FEATURES

STUMP = Forest(1.0, (Tree((1,), (0.5,), (-0.25, 0.25)),))


def test_a_row_goes_left_up_to_the_limit() -> None:
    assert STUMP.predict([9.0, 0.5]) == 0.75
    assert STUMP.predict([9.0, 0.6]) == 1.25


def test_trees_add_up() -> None:
    twice = Forest(1.0, STUMP.trees * 2)
    assert math.isclose(twice.predict([0.0, 1.0]), 1.5)


def test_a_forest_for_other_features_is_refused() -> None:
    with pytest.raises(DataError, match="other features"):
        load_forest("keywords/words.txt", ("something",))


def test_the_shipped_forests_have_a_provenance() -> None:
    assert load_forest("keywords/words.txt", FEATURES).trees
    assert lexicon.table("keywords/words.txt")[1][0] == "features"
