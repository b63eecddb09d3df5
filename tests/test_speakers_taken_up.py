"""What is taken up again: offices by their letters, bodies that spoke together, and the like."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "the letters of an office": (
        "[Labour Cabinet Secretary Ezekiel Odum] said so. [The CS] said so.",
        ["Ezekiel Odum", "Ezekiel Odum"],
    ),
    "the letters of another office": (
        "[Managing Director Ana Ruiz] said so. [The MD] said so.",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    "the letters of a body": (
        "[Cabinet Secretary Ana Ruiz] wrote to the Crown Service (CS). [The CS] said so.",
        ["Ana Ruiz", "Crown Service"],
    ),
    "letters of nobody's office": (
        "[Mayor Ana Ruiz] said so. [The PM] said so.",
        ["Ana Ruiz", "PM"],
    ),
    "two bodies that spoke together": (
        "[The Growers' League and the Chamber of Ships] asked for it. [The two bodies] said so.",
        ["Growers' League + Chamber of Ships"] * 2,
    ),
    "groups that spoke together": (
        "[The Growers' League and the Chamber of Ships] asked for it. [The groups] said so.",
        ["Growers' League + Chamber of Ships"] * 2,
    ),
    "groups that only stand together": (
        "It was for the Growers' League and the Chamber of Ships. [The groups] said so.",
        ["groups"],
    ),
    "somebody commented on": (
        "According to [a person briefed on the inquiry], it rained. "
        "[The person, who was not authorized to speak,] said so.",
        ["person briefed on the inquiry"] * 2,
    ),
    "a company commented on": (
        "PT Weirco met. [The company, controlled by tycoon Bo Lind,] said so.",
        ["PT Weirco"],
    ),
    "a relative of nobody named": (
        "[Minister Bo Lind] took notes.\n\nTwo riders came. One said he had it from his brother. "
        "[The brother] said so.",
        ["Bo Lind", "brother"],
    ),
    "authors of a study with a long name": (
        "[A study by the Tide Observatory] said so. [The study's authors] warned of it.",
        ["study by the Tide Observatory", "authors of the study"],
    ),
    "another member of a board": (
        "[One board member, who would not be named,] said so. [Another] said so.",
        ["one board member", "another board member"],
    ),
    "a name behind an article and an address": (
        "[The chair of the board, the Rev Simon Tate,] said so.",
        ["Simon Tate"],
    ),
    "a subject with a place behind it": (
        "Jon Odum, president of the Guild, came. “Nobody wrote,” [he] said. He added it.\n\n"
        "Rep. Bill Lind of Ohio, whose town floods, watched from the dais. [He] said so.",
        ["Jon Odum", "Bill Lind"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_source_takes_up_who_was_told(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
