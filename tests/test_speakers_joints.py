"""Whether a source with `and` is one or several."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "an office for two things": (
        "[The minister of Energy and Mines, Rodrigo Odum,] said so.",
        ["Rodrigo Odum"],
    ),
    "an office for two other things": (
        "[The secretary for Roads and Bridges, Ana Ruiz,] said so.",
        ["Ana Ruiz"],
    ),
    "two bearers of an office": (
        "[The ministers of Energy and Mines, Ana Ruiz and Bo Lind,] said so.",
        ["Ana Ruiz + Bo Lind"],
    ),
    "an office and somebody else": (
        "[The mayor of Lund and Bo Lind, the sheriff,] said so.",
        ["mayor of Lund + Bo Lind"],
    ),
    "what somebody is to two people": (
        "[Deputy Ana Ruiz, the mayor's cousin and her rival in two races,] said so.",
        ["Ana Ruiz"],
    ),
    "what somebody is in two places": (
        "[Ana Ruiz, its chairwoman and a farmer in Lund,] said so.",
        ["Ana Ruiz"],
    ),
    "a union by its letters and another body": (
        "[The union of mine workers TUF and the Chamber of Ships] said so.",
        ["union of mine workers TUF + Chamber of Ships"],
    ),
    "officials of two bodies": (
        "[Officials of the Lock Board and the Tide Department] said so.",
        ["officials of the Lock Board and the Tide Department"],
    ),
    "a list": (
        "[Ana Ruiz, the village baker and Bo Lind] said so.",
        ["Ana Ruiz + village baker + Bo Lind"],
    ),
    "a list with offices": (
        "[Ana Ruiz, the baker, and Bo Lind, the brewer,] said so.",
        ["Ana Ruiz + Bo Lind"],
    ),
    "a relative who comes along": (
        "[Ana Ruiz, the mayor, and her aunt] said so.",
        ["Ana Ruiz + Ana Ruiz's aunt"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_and_joins_sources_or_what_is_said_of_one(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
