"""Which openings point back at an earlier sentence."""

import pytest

from briefing.summary.openings import points_back, points_by_noun


@pytest.mark.parametrize(
    "opening",
    [
        "He left the room.",
        "“It's over,” she said.",
        "But nobody came.",
        "In addition, taxes will rise.",
        "(They declined to comment.)",
        "This means war.",
        "Those who stayed were paid.",
        "The pair met in June.",
        "Meanwhile, prices rose.",
        "“However,” she said, “prices fell.”",
    ],
)
def test_pronouns_and_connectives_point_back(opening: str) -> None:
    assert points_back(opening)


@pytest.mark.parametrize(
    "opening",
    [
        "This week the court will decide.",
        "That year it snowed in May.",
        "So far nobody has come.",
        "Itochu rose by a tenth.",
        "Butter is dear.",
        "Hershey's sells chocolate.",
        "Ana Silva left the room.",
        "The two-day summit ended.",
        "",
    ],
)
def test_names_and_times_do_not(opening: str) -> None:
    assert not points_back(opening)


@pytest.mark.parametrize(
    "opening", ["The minister resigned.", "The 34-year-old actor declined.", "The company said so."]
)
def test_a_bare_definite_noun_points_back(opening: str) -> None:
    assert points_by_noun(opening)


@pytest.mark.parametrize(
    "opening",
    [
        "The minister of trade resigned.",
        "The company that built the dam failed.",
        "The mayor, Ann Lee, resigned.",
        "The sun rose over Oslo.",
        "A minister resigned.",
        "The company Orsk Steel failed.",
    ],
)
def test_a_noun_that_is_told_apart_does_not(opening: str) -> None:
    assert not points_by_noun(opening)
