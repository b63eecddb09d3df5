"""Whom descriptions mean: announced before the name, owned by somebody, taken up by a noun."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "an expert named at the end of the sentence before": (
        "It was heard, not least by Bo Lind in Lund. “Locks leak,” [the economist, who works "
        "for the Weir Institute,] said. [He] said it was late.",
        ["Bo Lind", "Bo Lind"],
    ),
    "nobody named in the sentence before where two are": (
        "It was heard by Bo Lind and Ana Ruiz. “Locks leak,” [the economist, who serves "
        "the Weir Institute,] said.",
        ["economist"],
    ),
    "a counterpart has the office of whom was named before": (
        "Foreign Minister Bo Lind came. His Uzbek counterpart, Ana Ruiz, left. Asked about locks, "
        "[the minister] said they leak.",
        ["Ana Ruiz"],
    ),
    "a trade behind a first name is a surname": (
        "[Shabana Merchant, the study's lead author,] said locks leak.",
        ["Shabana Merchant"],
    ),
    "two portfolios before a name": (
        "[Union Minister of State for Communications Dhananjay Weir] said locks leak.",
        ["Dhananjay Weir"],
    ),
    "a judge announced in the lead": (
        "[A judge] ruled that locks leak.\n\nLocks leak, Justice Ana Ruiz said. "
        "[Ruiz] said so again.",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    "a judge from a place, and taken up again": (
        "[A New York judge] ruled that locks leak.\n\nLocks leak, Justice Ana Ruiz said. "
        "[Ruiz] said so. Later, [the judge] said so again.",
        ["Ana Ruiz"] * 3,
    ),
    "the mother of a victim with a name": (
        "Olga Weirman, mother of canal victim Bo Weirman, left. [Weirman] said locks leak.",
        ["Olga Weirman"],
    ),
    "a reporter of a newspaper of today": (
        "[A reporter for Weir Today] said locks leak.",
        ["reporter for Weir Today"],
    ),
    "nobody by two words": ("[No one] said locks leak.", ["no one"]),
    "an official who stays unnamed": (
        "[A senior official] said locks leak.\n\nMinister Ana Ruiz came. [Ruiz] said so.",
        ["senior official", "Ana Ruiz"],
    ),
    "another judge": (
        "[Another judge] said locks leak.\n\nJustice Ana Ruiz came. [Ruiz] said so.",
        ["judge", "Ana Ruiz"],
    ),
    "two who might be announced": (
        "[A judge] said locks leak.\n\nJustice Ana Ruiz came. [Ruiz] said so. "
        "Justice Bo Lind came. [Lind] said so.",
        ["judge", "Ana Ruiz", "Bo Lind"],
    ),
    "a state by its abbreviation": (
        "Rep. Ana Ruiz, D-Calif., came. Rep. Bo Lind, R-Ohio, left. "
        "[The California congresswoman] said locks leak.",
        ["Ana Ruiz"],
    ),
    "a spokesman of an owner": (
        "Weir spokesman Bo Lind came. Mayor Ana Weir left. [Weir’s spokesman] said locks leak.",
        ["Bo Lind"],
    ),
    "an attorney is a lawyer": (
        "An attorney for Ana Weir, Bo Lind, came. Weir left. [Her lawyer] said locks leak.",
        ["Bo Lind"],
    ),
    "a spokesman of somebody else": (
        "Ruiz spokesman Bo Lind came. Mayor Ana Weir left. [Weir’s spokesman] said locks leak.",
        ["Ana Weir's spokesman"],
    ),
    "my father": ("My father, Bo Lind, sang. [My father] said locks leak.", ["Bo Lind"]),
    "my mother without a name": (
        "My father, Bo Lind, sang. [My mother] said locks leak.",
        ["mother"],
    ),
    "the state": (
        "Locks leak in Ohio. [The state] said it would mend them.",
        ["Ohio"],
    ),
    "the state where none is named": ("[The state] said it would mend them.", ["state"]),
    "the country": ("Peru closed a canal. [The country] said locks leak.", ["Peru"]),
    "an article of a newspaper": (
        "The Weir Times wrote on Monday. [A Weir Times story] said locks leak.",
        ["Weir Times"],
    ),
    "a story about a body is not its story": (
        "The Canal Office closed. [A Canal Office story] said locks leak.",
        ["Canal Office story"],
    ),
    "the union": (
        "The Association of Lock Keepers met. [The union] said locks leak.",
        ["Association of Lock Keepers"],
    ),
    "an acronym tells where a name ends": (
        "The Alliance to Mend Our Locks (AMOL) met. [AMOL] said locks leak. [The alliance] too.",
        ["Alliance to Mend Our Locks"] * 2,
    ),
    "an acronym of other words": (
        "The Alliance met near Ruiz Street (XYZ). [The alliance] said locks leak.",
        ["Alliance"],
    ),
    "critics like two persons": (
        "[Critics of locks, like Ana Ruiz and Bo Lind,] said they leak.",
        ["Ana Ruiz + Bo Lind"],
    ),
    "critics like one person": (
        "[Critics like Ana Ruiz] said they leak.",
        ["critics like Ana Ruiz"],
    ),
    "a document that opens a sentence is no name": (
        "Nobody came. [Data from the canal office] showed that locks leak.",
        ["data from the canal office"],
    ),
    "a person named in an aside is not at hand": (
        "Ana Weirman came. However, Olga Weirman, mother of Bo Weirman, left. [Weirman] said so.",
        ["Olga Weirman"],
    ),
    "a mocking name": (
        "Crooked Hillary Weir came, he wrote. Hillary Weir left. [Weir] said locks leak.",
        ["Hillary Weir"],
    ),
    "who is told to hold an office comes before who is only near": (
        "Gov. Ana Ruiz met Harro Trumman. [The governor] said locks leak.",
        ["Ana Ruiz"],
    ),
    "attendees with an apposition each": (
        "It was attended by Kenji Onodera, chairman of the tourism board, Aiko Onodera, mayor of "
        "Mori, and Professor Ichiro Tani of Hokusei University, who is a member of the council. "
        "[Chairman Onodera] spoke first. [Mayor Onodera] spoke next. [The professor] spoke last. "
        "[The chairman] left, and [the mayor] slept.",
        ["Kenji Onodera", "Aiko Onodera", "Ichiro Tani", "Kenji Onodera", "Aiko Onodera"],
    ),
    "attendees whose offices come before the next name": (
        "Aiko Onodera, mayor Bo Lind and Kenji Onodera, a former chairman of the board, came. "
        "[Chairman Onodera] spoke first.",
        ["Kenji Onodera"],
    ),
    "whose father has a name": (
        "Robin Tarn, whose father, Nils Aune, is a fisherman, came. [Her father] spoke first. "
        "[She] spoke next. [The fisherman] spoke last.",
        ["Nils Aune", "Robin Tarn", "Nils Aune"],
    ),
    "whose president has a name": (
        "The Dyke Trust, whose president, Bo Lind, came late, met. [Its president] spoke first. "
        "[The president] spoke next. [The trust] spoke last.",
        ["Bo Lind", "Bo Lind", "Dyke Trust"],
    ),
    "whose president, in the source": (
        "The Dyke Trust, [whose president, Bo Lind,] said that it was late, met.",
        ["Bo Lind"],
    ),
    "whose president has no name": (
        "The Dyke Trust, [whose president] said that it was late, met.",
        ["Dyke Trust's president"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_description_leads_to_its_bearer(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
