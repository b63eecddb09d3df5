"""Persons and bodies that an article describes before it names them, and those it does not mean."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "an office of a place, then a name without one": (
        "[Lowland's dyke commissioner] says no lock leaks.\n\n[Peter Lind] says he asked.",
        ["Peter Lind", "Peter Lind"],
    ),
    "a former head in the lead": (
        "[A former Dyke Trust chairman] said locks leak.\n\n"
        "It is time, said [Don Weir, who led the trust for years].",
        ["Don Weir", "Don Weir"],
    ),
    "the first name of a source, not one told of it": (
        "[A former Dyke Trust chairman] said locks leak.\n\n"
        "It is time, said [Paul Weir, who led the trust under Mia Lind].",
        ["Paul Weir", "Paul Weir"],
    ),
    "not whoever has another standing": (
        "[A former Dyke Trust chairman] said locks leak.\n\n[Baker Mia Weir] said it was cold.",
        ["former Dyke Trust chairman", "Mia Weir"],
    ),
    "not one of two new persons who speak": (
        "[Lowland's dyke commissioner] says no lock leaks.\n\n"
        "[Peter Lind] said it was cold. [Mia Weir] said it was not.",
        ["Lowland's dyke commissioner", "Peter Lind", "Mia Weir"],
    ),
    "not who is named paragraphs later": (
        "[Lowland's dyke commissioner] says no lock leaks.\n\nIt rained.\n\nIt snowed.\n\n"
        "[Peter Lind] says he asked.",
        ["Lowland's dyke commissioner", "Peter Lind"],
    ),
    "not a woman for a spokesman": (
        "[A former spokesman of the trust] said locks leak.\n\n[Anna Weir] said it was cold.",
        ["former spokesman of the trust", "Anna Weir"],
    ),
    "a panel of a chamber": (
        "[A House panel] voted on Monday.\n\n"
        "[The House Dykes and Roads Committee] met for long. [The panel] said locks leak.",
        ["House Dykes and Roads Committee"] * 3,
    ),
    "a union by whom it represents": (
        "[A union representing lock keepers] agreed.\n\n"
        "In a letter the [Association of Lock Keepers] said locks leak.",
        ["Association of Lock Keepers"] * 2,
    ),
    "not a union of others": (
        "[A union representing lock keepers] agreed.\n\n"
        "In a letter the [Association of Bakers] said locks leak.",
        ["union representing lock keepers", "Association of Bakers"],
    ),
    "a court with its circuit": (
        "[The Court of Appeals for the Fifth Circuit] ruled.",
        ["Court of Appeals for the Fifth Circuit"],
    ),
    "Don as a given name": ("Don Weir came. [Weir] said locks leak.", ["Don Weir"]),
}


@pytest.mark.parametrize("marked, right", CASES.values(), ids=CASES)
def test_description_is_who_is_named_after_it(marked, right):
    assert names_of(marked) == right


NAMES = {
    "a surname that is an office": (
        "Ana Dean came. Dean, a baker, stayed. [She] said it was cold. [Dean] said locks leak.",
        ["Ana Dean", "Ana Dean"],
    ),
    "an office that is nobody's surname": (
        "Ana Lind came. [Marshal Peter Weir] said it was cold.",
        ["Peter Weir"],
    ),
    "a delegate": ("[Del. Ana Weir] said locks leak.", ["Ana Weir"]),
    "a surname with a particle": ("Ana Del Weir came. [Del Weir] said no.", ["Ana Del Weir"]),
    "a branch in a country is another body": (
        "DWT Canada met. [DWT] said locks leak.",
        ["DWT"],
    ),
    "a senator from a state in a headline": (
        "Ana Lind speaks.\n\n[Senator from Texas] says locks leak.\n\nSen. Ana Lind (R-Tex.) left.",
        ["Ana Lind"],
    ),
    "another senator in a headline": (
        "Ana Lind speaks.\n\n[Senator from Utah] says locks leak.\n\nSen. Ana Lind (R-Tex.) left.",
        ["senator from Utah"],
    ),
    "a brief is its giver's": ("Ana Lind came. [Her brief] said locks leak.", ["Ana Lind"]),
}


@pytest.mark.parametrize("marked, right", NAMES.values(), ids=NAMES)
def test_name_is_told_from_office_and_branch(marked, right):
    assert names_of(marked) == right
