"""Epithets, shares, headlines and later names that lead a description to its bearer."""

import pytest
from test_speakers_resolution import names_of, speakers_of

from briefing.speakers.trail import Trail

CASES = {
    "a party's member": (
        "Senator Ana Ruiz (R-Pine) met Mayor Bo Lind, a Democrat. [The Republican] said so.",
        ["Ana Ruiz"],
    ),
    "nominee of a party is no strategist": (
        "Republican nominee Ana Ruiz won. Strategist Bo Lind smiled. "
        "[The Republican nominee] said dykes sink.",
        ["Ana Ruiz"],
    ),
    "office with what it is of": (
        "Ana Ruiz, the dean of the Harbor School, met Bo Lind. "
        "[The dean of the Harbor School] said dykes sink.",
        ["Ana Ruiz"],
    ),
    "office named only afterwards": (
        "[The dean of the Harbor School] said so. Ana Ruiz, dean of the Harbor School, left.",
        ["Ana Ruiz"],
    ),
    "dean of another school": (
        "Ana Ruiz, the dean of the Harbor School, came. [The dean of the Dyke Academy] said so.",
        ["dean of the Dyke Academy"],
    ),
    "judge named in the next sentence": (
        "[A federal judge] said dykes sink. Federal Judge Tove Lund sits in Skarvik.",
        ["Tove Lund"],
    ),
    "two judges named later": (
        "[A judge] said dykes sink. Judge Tove Lund and Judge Per Aune came.",
        ["judge"],
    ),
    "former office of the main person": (
        "Tove Lund ran. Lund won. [The former secretary of roads] said dykes sink.",
        ["Tove Lund"],
    ),
    "age and origin": (
        "Anna Lund left home. [The 68-year-old Skarvik native] said dykes sink.",
        ["Anna Lund"],
    ),
    "share of those named before": (
        "A poll of farms: 12 percent of young farmers sow rye. [7 percent] said they sow oats.",
        ["7 percent of young farmers"],
    ),
    "share of nobody": ("[7 percent] said they sow oats.", ["7 percent"]),
    "results of a poll": (
        "[The results of a Lowland Institute poll released Monday] said dykes sink.",
        ["Lowland Institute poll"],
    ),
    "statement of the last speaker": (
        "[Volta Motors] said it was late. [The statement] said the plant was old.",
        ["Volta Motors", "Volta Motors"],
    ),
    "president beside a namesake": (
        "Michelle Orban sang. President Orban left. Mr. Orban smiled. [President Orban] said so.",
        ["Orban"],
    ),
    "name that is an office": ("Larry King left. [Mr. King] said dykes sink.", ["Larry King"]),
    "host of a show in quotes": ("[“Late Show” host Tove Lund] said dykes sink.", ["Tove Lund"]),
    "body with on": (
        "The Commission on Public Dykes met. [The commission] said dykes sink.",
        ["Commission on Public Dykes"],
    ),
    "members for a cause": (
        "[The Concerned Farmers for Rye] said dykes sink.",
        ["Concerned Farmers for Rye"],
    ),
    "article inside a name": (
        "[The Committee for a Dry Harbor] said dykes sink.",
        ["Committee for a Dry Harbor"],
    ),
    "short form behind or": (
        "[The Growers League, or GL,] said it was cold. [GL] said so twice.",
        ["Growers League", "Growers League"],
    ),
    "explained by two nouns": (
        "[Ida Holm, a poet and director of the Dyke Trust] said dykes sink.",
        ["Ida Holm"],
    ),
    "who behind the body of an apposition": (
        "He met Ida Holm, president of the Dyke Trust, [who] said dykes sink.",
        ["Ida Holm"],
    ),
    "city before the mayor's words": (
        "Mayor Tove Lund came to Skarvik. In Skarvik, the mayor said, dykes sink. "
        "[The mayor] said so.",
        ["Tove Lund"],
    ),
    "surname alone through an article": (
        "Lundby spoke. Farms cheered Lundby. Many liked Lundby. [She] said dykes sink.",
        ["Lundby"],
    ),
    "pronoun after a country": ("Peru came. Peru ate. Peru left. [She] said so.", [None]),
    "party beside a place": ("[The Pine Republican] said dykes sink.", ["Pine Republican"]),
    "same given name with a particle": (
        "Aung Lan Suu Tin came. Suu Tin sat. Suu Tin rose. [Suu Tin] said dykes sink.",
        ["Aung Lan Suu Tin"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_description_finds_its_bearer(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected


POSTS = {
    "whom one commands": (
        "[Colonel Lund, who commands the harbor police in Skarvik,] said dykes sink.",
        "harbor police",
    ),
    "desk of an institute": (
        "[Tove Lund, who runs the flood desk for the Dyke Institute,] said dykes sink.",
        "Dyke Institute",
    ),
    "mayor of the dateline": (
        "SKARVIK (May 3) — It rained. [Mayor Tove Lund] said dykes sink.",
        "Skarvik",
    ),
    "state in the name of a body": ("[The Ohio Department of Roads] said dykes sink.", "Ohio"),
    "country that owns a ministry": (
        "It rained in Peru. [Peru’s Trade Ministry] said dykes sink.",
        "Peru",
    ),
    "group with its kind before the name": (
        "[Tove Lund of the patients’ group Clear Air] said dykes sink.",
        "Clear Air",
    ),
}


@pytest.mark.parametrize("case", POSTS)
def test_an_affiliation_is_read(case: str) -> None:
    marked, expected = POSTS[case]
    assert speakers_of(marked)[-1].affiliation == expected


def test_a_trail_tells_what_came_last() -> None:
    trail = Trail()
    for start in (30, 10, 20):
        trail.add(start, None)
    assert [trail.last(25), trail.last(25, 2), trail.last(5)] == [
        (20, None),
        (10, None),
        (-1, None),
    ]
    assert trail.between(0, 99) == []
