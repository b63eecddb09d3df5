"""Pronouns and short descriptions do not lead to somebody who is only named near."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "the minister for his part is no woman": (
        "Canal Minister Karl Obst came. Deputy Health Minister Ana Ruiz came later. "
        "[The minister, for his part,] said locks leak.",
        ["Karl Obst"],
    ),
    "the minister is no deputy named later": (
        "Canal Minister Karl Obst came. Deputy Canal Minister Jon Ruiz came later. "
        "[The minister] said locks leak.",
        ["Karl Obst"],
    ),
    "the minister is a deputy where no other is named": (
        "Deputy Canal Minister Jon Ruiz came later. [The minister] said locks leak.",
        ["Jon Ruiz"],
    ),
    "the deputy minister": (
        "Canal Minister Karl Obst came. Deputy Canal Minister Jon Ruiz came later. "
        "[The deputy minister] said locks leak.",
        ["Jon Ruiz"],
    ),
    "the last named minister": (
        "Canal Minister Karl Obst came. Health Minister Jon Ruiz came later. "
        "[The minister] said locks leak.",
        ["Jon Ruiz"],
    ),
    "a nickname in quotation marks is nobody else": (
        "Nora Weirman, nicknamed “Madame Lock” by her pupils, retires in June. "
        "[She] said locks leak.",
        ["Nora Weirman"],
    ),
    "a village is not whoever lives there": (
        "The case was brought by children from the village of San Quillo, who play there. "
        "In San Quillo, the mayor, Don Bo Lind, rang the bell. [He] said locks leak.",
        ["Bo Lind"],
    ),
    "a person behind of who is followed by who": (
        "It was a picture of Ana Ruiz, who left early. [She] said locks leak.",
        ["Ana Ruiz"],
    ),
    "a ministry named in small letters before it": (
        "The Education Ministry agreed in May. A defence ministry official said that locks leak. "
        "[The ministry] denied this.",
        ["defence ministry"],
    ),
    "a given name that tells the gender": (
        "Priya Sel said that locks hold. Helvi Runnel, 81, woke up at three. [She] said they leak.",
        ["Helvi Runnel"],
    ),
    "children from a village who say": (
        "The case was brought by schoolchildren from the village of San Quillo, [who] said "
        "that locks leak.",
        ["schoolchildren from the village of San Quillo"],
    ),
    "a bank with an article before it": (
        "The Dyke Bank met. The bank said that locks leak. [The bank] denied nothing.",
        ["Dyke Bank"],
    ),
    "a ministry named in capitals after it": (
        "A defence ministry official said that locks leak. The Education Ministry agreed in May. "
        "[The ministry] denied this.",
        ["Education Ministry"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_reference_passes_over_who_does_not_fit(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
