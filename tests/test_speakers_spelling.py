"""Names that an article spells in two ways, and names that only look alike."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "a letter lost from a surname": (
        "Nils Halvorsen came. Halvorsen smiled. [Halvorsn] said locks leak.",
        ["Nils Halvorsen"],
    ),
    "a wrong letter in a surname": (
        "Leslie Hamer came. [Haner] said locks leak.",
        ["Leslie Hamer"],
    ),
    "two letters swapped": (
        "Anna Scheller came. Scheller smiled. [Schelelr] said locks leak.",
        ["Anna Scheller"],
    ),
    "a double letter lost from a given name": (
        "Mrs. Weirman came. Hillary Weirman smiled. Weirman left. [Hilary Weirman] said so.",
        ["Hillary Weirman"],
    ),
    "the spelling whose surname recurs": (
        "Ramona Emanuel came. Emanuel smiled. [Ramona Emanual] said so.",
        ["Ramona Emanuel"],
    ),
    "two persons of like surnames": (
        "Anna Scheller came with Bo Schiller. [Schiller] said so. [Scheller] said so.",
        ["Bo Schiller", "Anna Scheller"],
    ),
    "an office of one's own": (
        "Nils Jensen, a fisherman, came. Jensen left. [Minister Jansen] said so. [Jansen] left.",
        ["Jansen", "Jansen"],
    ),
    "an office shared": (
        "Minister Nils Halvorsen came. [Minister Halvorsn] said so.",
        ["Nils Halvorsen"],
    ),
    "short surnames are not compared": ("Ana Lind came. [Lund] said so.", ["Lund"]),
    "a plural is no slip": ("Ana Weirman came. [Weirmans] said so.", ["Weirmans"]),
    "a country is no slip": ("Ana Brazin came. [Brazil] said so.", ["Brazil"]),
    "a spelling that recurs is no slip": (
        "Ana Mariner came. Marinen left. Marinen smiled. Marinen wept. [Marinen] said so.",
        ["Marinen"],
    ),
    "he is not she": ("Ms. Ana Mariner came. [Mr. Marinen] said so.", ["Marinen"]),
    "letters decoded wrongly twice": (
        "President FranÃ\x83Â§ois Holm came. [Holm] said so.",
        ["François Holm"],
    ),
    "wrong letters with their accents apart": (
        "President FranA\u0303§ois Holm came. [Holm] said so.",
        ["François Holm"],
    ),
    "a source that breaks off behind a form of address": (
        "Ana Ruiz came. [Ms]. Ruiz said so.",
        ["Ana Ruiz"],
    ),
    "a newsroom before a name": (
        "Weir News Ana Ruiz came. [Ruiz] said so.",
        ["Ana Ruiz"],
    ),
    "a region is no person": (
        "Ana Ruiz came from North Weir. [She] said so.",
        ["Ana Ruiz"],
    ),
    "a number is no name": ("[Twenty-seven ferrymen] said so.", ["twenty-seven ferrymen"]),
}


@pytest.mark.parametrize("case", CASES)
def test_one_spelling_for_another(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
