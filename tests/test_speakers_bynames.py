"""What belongs to a name: nicknames in marks, forms of address of two words, an age behind it."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "curly marks": (
        "[Bo “Sluice” Lind, president of the ferry club,] said so. [Lind] agreed. [Bo Lind] left.",
        ["Bo “Sluice” Lind"] * 3,
    ),
    "straight marks": (
        '[Bo "Sluice" Lind] said so. [Lind] agreed.',
        ['Bo "Sluice" Lind'] * 2,
    ),
    "single marks": ("[Mayor Bo ‘Sluice’ Lind] said so. [Lind] agreed.", ["Bo ‘Sluice’ Lind"] * 2),
    "a plural in single marks": (
        "[Bo 'Boots' Lind] said so. [Lind] agreed.",
        ["Bo 'Boots' Lind"] * 2,
    ),
    "two words": ("[Jon “Big T” Odum] said so. [Odum] agreed.", ["Jon “Big T” Odum"] * 2),
    "brackets": ("Ramón (Moncho) Lind came. [Lind] said so.", ["Ramón (Moncho) Lind"]),
    "marks in brackets": ("[Ana (“Hammer”) Ruiz] said so.", ["Ana (“Hammer”) Ruiz"]),
    "two given names and a nickname of two words": (
        '[MP Rashid Bakari "Bwana Feri" Odum] said so. [Bwana Feri] said so. [Odum] left.',
        ['Rashid Bakari "Bwana Feri" Odum'] * 3,
    ),
    "a title for two fields": (
        "[Coordinating Minister for Maritime Affairs and Investment Bambang Lind] said so.",
        ["Bambang Lind"],
    ),
    "a title for what is no field": (
        "[Minister for Small Business Development Zulu Odum] said so.",
        ["Zulu Odum"],
    ),
    "a people before a name": (
        "[The guild's director, Welshman Gethin Rees,] said so. [Rees] said so.",
        ["Gethin Rees", "Gethin Rees"],
    ),
    "a surname before a particle": (
        "Ana Sassarini de Uriburu left. [Sassarini, a geologist,] said so.",
        ["Ana Sassarini de Uriburu"],
    ),
    "a surname like an exclamation": (
        "Rep. Oh Tae-sik, who got it, left. “They came,” [Oh] said. [Rep. Oh] said so.",
        ["Oh Tae-sik", "Oh Tae-sik"],
    ),
    "an exclamation": ("“Oh, we said so,” [Ana Ruiz] said.", ["Ana Ruiz"]),
    "a namesake is somebody else": (
        "Locks leak, said [Bo “Sluice” Lind, the ferryman.] His aunt, Ida Lind, wept. "
        "[Mr Lind] said so.",
        ["Bo “Sluice” Lind", "Bo “Sluice” Lind"],
    ),
    "a film before a name": ("In the film “Locks” Lind is late. [Lind] said so.", ["Lind"]),
    "a programme of a broadcaster": (
        "[Ana Ruiz] told ABC “This Week” Sunday that locks leak. [Ruiz] said so.",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    "an address of two words": ("[Tan Sri Zul Weir] said so. [Zul] agreed.", ["Zul Weir"] * 2),
    "an address of two words with a title": (
        "[Datuk Seri Halim Weir] said so. [He] agreed.",
        ["Halim Weir", "Halim Weir"],
    ),
    "an unknown first name with an age": (
        "Locks leak. [Zebrin, a 19-year-old deckhand who sings,] hesitates. [He] said so.",
        ["Zebrin", "Zebrin"],
    ),
    "an unknown first name with a bare age": (
        "Locks leak. [Zebrin, 19,] hesitates. [She] said so.",
        ["Zebrin", "Zebrin"],
    ),
    "an adverb is no name": (
        "Locks leak. Strangely, a 19-year-old deckhand waited. [The deckhand] said so.",
        ["19-year-old deckhand"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_name_is_read_whole(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected


BODIES = {
    "an office of two words": (
        "[The General Secretary of the Growers' Congress, Madam Ana Ruiz,] said so.",
        ["Ana Ruiz"],
    ),
    "such an office before its bearer": (
        "[The Managing Director of the Dyke Company, Ana Ruiz,] said so.",
        ["Ana Ruiz"],
    ),
    "such an office of somebody told before": (
        "Madam Ana Ruiz, General Secretary of the Dyke Congress, left.\n\n"
        "[The General Secretary of the Congress] said so.",
        ["Ana Ruiz"],
    ),
    "two bodies with an article": (
        "[The Archdiocese of Lund and the Chamber of Commerce] said so.",
        ["Archdiocese of Lund + Chamber of Commerce"],
    ),
    "two bodies with and inside": (
        "[The Council of Weir and the Board of Tides and Locks] said so.",
        ["Council of Weir + Board of Tides and Locks"],
    ),
    "two ministries": (
        "[The Ministry of Roads and the Weir Board] said so.",
        ["Ministry of Roads + Weir Board"],
    ),
    "one body": (
        "[A clerk of the Flood and Dyke Safety Presidency (FDSP)] said so. [The FDSP] agreed.",
        ["clerk of the Flood and Dyke Safety Presidency", "Flood and Dyke Safety Presidency"],
    ),
    "a committee for a list": (
        "[The Senate Committee on Roads, Ports and Waterways] said so.",
        ["Senate Committee on Roads, Ports and Waterways"],
    ),
    "a ministry for a list": (
        "[The Ministry of Health, Labour, and Welfare] said so.",
        ["Ministry of Health, Labour, and Welfare"],
    ),
    "a list of bodies": (
        "[The Ministry of Health, Weirco and Tideco] said so.",
        ["Ministry of Health + Weirco + Tideco"],
    ),
    "one ministry": (
        "[The Department of Health and the Environment] said so.",
        ["Department of Health and the Environment"],
    ),
    "a collective taken up": (
        "The Clear Water Collective of the South met. [The collective] said so.",
        ["Clear Water Collective of the South"],
    ),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_body_is_named_whole_and_apart_from_offices(case: str) -> None:
    marked, expected = BODIES[case]
    assert names_of(marked) == expected
