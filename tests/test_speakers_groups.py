"""Campaigns, pairs of countries, counted lists and shares of those asked."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "a candidate's team is the campaign": (
        "Ana Weir runs for mayor. The Weir campaign met. [The Weir team] said locks leak.",
        ["Weir campaign"],
    ),
    "a candidate's camp": (
        "Ana Weir runs for mayor. Weir's campaign met. [Weir's camp] said locks leak.",
        ["Weir campaign"],
    ),
    "a team without a campaign": (
        "Ana Weir is a diver. [Weir's team] said locks leak.",
        ["Ana Weir's team"],
    ),
    "a campaign behind another noun": (
        "Officers support Weir's campaign. [The campaign] said locks leak.",
        ["campaign"],
    ),
    "the two countries": (
        "Peru and Chile signed it. [The two countries] said locks leak.",
        ["Peru + Chile"],
    ),
    "two countries of three": (
        "Peru met Chile. Canada left. [The two countries] said locks leak.",
        ["two countries"],
    ),
    "a counted list without an office": (
        "[Two objectors, Ida Holm and Bo Lind,] said locks leak.",
        ["Ida Holm + Bo Lind"],
    ),
    "two papers, the second with its noun": (
        "[The Weir Times and the Holm newspaper chain] said locks leak.",
        ["Weir Times + Holm newspaper chain"],
    ),
    "a share among those asked": (
        "Among likely voters, [46 percent] said locks leak, while [7 percent] did not know.",
        ["46 percent of likely voters", "7 percent of likely voters"],
    ),
    "a share for one of several candidates": (
        "She led among the candidates. [46 percent] said locks leak.",
        ["46 percent"],
    ),
}


@pytest.mark.parametrize("marked, right", CASES.values(), ids=CASES)
def test_group_is_whom_the_article_means(marked, right):
    assert names_of(marked) == right
