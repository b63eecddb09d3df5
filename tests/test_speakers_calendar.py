"""Given names that are also months, seasons or auxiliaries, and the times that are no names."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "Jan opens a sentence": (
        "[Jan Petr] said locks leak. [Petr] said it again.",
        ["Jan Petr", "Jan Petr"],
    ),
    "May opens a sentence": (
        "The fair opened on Monday. [May Lind], a baker, said locks leak.",
        ["May Lind"],
    ),
    "April within a sentence": (
        "Later, [April Sorensen] said locks leak. [She] said so.",
        ["April Sorensen", "April Sorensen"],
    ),
    "August with an office": (
        "[August Kemper], the mayor, said locks leak. [He] said so.",
        ["August Kemper", "August Kemper"],
    ),
    "Summer behind a title": (
        "Mayor Summer Lee came. [Lee] said locks leak.",
        ["Summer Lee"],
    ),
    "Will within a sentence": (
        "Locks leak, said [Will Harrow]. [Harrow] said so.",
        ["Will Harrow", "Will Harrow"],
    ),
    "a month behind of, where the name stands elsewhere": (
        "It was a speech of June Lind. [June Lind] said locks leak.",
        ["June Lind"],
    ),
    "a month behind in is a time": (
        "Ana Lind came. In May Lind left. [Lind] said locks leak.",
        ["Ana Lind"],
    ),
    "a month behind last is a time": (
        "Ana Lind came. Last June Lind left. [Lind] said locks leak.",
        ["Ana Lind"],
    ),
    "a month with a day is a time": (
        "On May 3 Ana Lind came. [Lind] said locks leak.",
        ["Ana Lind"],
    ),
    "a month before a body": (
        "The April Fair Council met. [The Fair Council] said locks leak.",
        ["Fair Council"],
    ),
    "a question with will": (
        "Ana Lind came. Will Lind stay? [Lind] said locks leak.",
        ["Ana Lind"],
    ),
    "a wish with may": (
        "Ana Lind came. May Lind stay. [Lind] said locks leak.",
        ["Ana Lind"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_word_of_time_before_a_surname(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
