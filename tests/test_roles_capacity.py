"""The role of a source follows from the capacity the article gives it."""

import pytest

from briefing.domain import Grade, Role, Span, Speaker, Status
from briefing.roles import classify_role


def described(name: str, words: str, grade: Grade = Grade.NAMED) -> Role:
    """The role of a source with one description in the article."""
    text = f"{words}\n{name}"
    speaker = Speaker(name, grade=grade, descriptions=(Span(0, len(words)),))
    return classify_role(text, speaker).role


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("transport minister, who once taught economics", Role.OFFICIAL),
        ("a former defence minister who is now a fellow at the Marsh Institute", Role.EXPERT),
        ("a professor of law and an unpaid adviser to the government", Role.EXPERT),
        ("the Republican nominee", Role.POLITICAL),
        ("a senator who is a candidate for president", Role.POLITICAL),
        ("an economist at the central bank", Role.OFFICIAL),
        ("an analyst at Norbank Securities Inc.", Role.EXPERT),
        ("chief executive of Norbank Airlines", Role.BUSINESS),
        ("president of the dockers' union", Role.CIVIL),
        ("a columnist for the Morning Gazette", Role.MEDIA),
        ("a retired bus driver", Role.PUBLIC),
        ("the province's education director", Role.OFFICIAL),
        ("chairwoman of the bakers' federation in the town", Role.CIVIL),
        ("an investment strategist", Role.EXPERT),
        ("spokesman for the Federation of Hauliers", Role.BUSINESS),
    ],
)
def test_description_gives_the_capacity(words: str, role: Role) -> None:
    assert described("Ada Moor", words) is role


def test_spokesperson_takes_the_role_of_the_principal() -> None:
    for principal, role in (
        ("defence ministry", Role.OFFICIAL),
        ("Norbank Airlines", Role.BUSINESS),
        ("Green Party", Role.POLITICAL),
    ):
        speaker = Speaker("Ada Moor", position="spokeswoman", principal=principal)
        assert classify_role("", speaker).role is role


def test_unresolved_source_has_an_unknown_role() -> None:
    assert classify_role("", Speaker(None)).role is Role.UNKNOWN


@pytest.mark.parametrize("source", ["I", "we", "Q"])
def test_first_person_that_nobody_else_speaks_is_the_writer(source: str) -> None:
    decision = classify_role("", Speaker(None), source=source)
    assert decision.role is Role.MEDIA and source in decision.evidence[0]
    assert classify_role("", Speaker("Ada Moor"), source=source).role is Role.UNKNOWN


def test_president_of_initials_heads_no_state() -> None:
    assert described("Ada Moor", "QRW President") is Role.UNKNOWN
    assert described("Ada Moor", "President") is Role.OFFICIAL


def test_former_before_a_title_is_read_with_it() -> None:
    text = "retired Army Lt. Gen. Ada Moor said so."
    speaker = Speaker("Ada Moor", descriptions=(Span(8, 20),))
    assert classify_role(text, speaker).role is not Role.OFFICIAL
    assert classify_role(text.replace("retired", "yearlyx"), speaker).role is Role.OFFICIAL


def test_name_without_any_description_is_unknown() -> None:
    assert classify_role("Ada Moor left.", Speaker("Ada Moor")).role is Role.UNKNOWN


def test_state_that_speaks_stands_for_its_government() -> None:
    assert classify_role("", Speaker("Tokyo")).role is Role.OFFICIAL


def test_surname_that_is_a_title_decides_nothing() -> None:
    assert classify_role("", Speaker("Ada King")).role is Role.UNKNOWN


def test_former_position_is_no_office() -> None:
    speaker = Speaker("Ada Moor", position="foreign minister", status=Status.FORMER)
    assert classify_role("", speaker).role is not Role.OFFICIAL


def test_evidence_names_the_words_that_decided() -> None:
    decision = classify_role("", Speaker("Ada Moor", position="Transport Minister"))
    assert any("Minister" in told for told in decision.evidence)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("the city finance director", Role.OFFICIAL),
        ("the Marlow County water engineer", Role.OFFICIAL),
        ("a village clerk", Role.OFFICIAL),
        ("the finance director", Role.BUSINESS),
        ("chief executive of the Quay NHS Trust", Role.OFFICIAL),
        ("clinical director at the Quay NHS Trust", Role.OFFICIAL),
        ("a surgeon at the Quay NHS Trust", Role.EXPERT),
        ("who runs the burns unit at Quay Hospital", Role.EXPERT),
        ("who runs the drugs unit", Role.OFFICIAL),
        ("a vet standing for the Marsh Bloc", Role.POLITICAL),
        ("a vet standing on a chair", Role.EXPERT),
        ("the leader of the Welsh Radicals", Role.POLITICAL),
        ("spokesman for the Quay Renewal Congress", Role.POLITICAL),
        ("spokesman for the Peruvian National Congress", Role.OFFICIAL),
        ("head of rates strategy at Norbank Securities", Role.EXPERT),
        ("head of strategy at Norbank Airlines", Role.BUSINESS),
        ("who teaches the third grade in the village", Role.PUBLIC),
        ("who teaches tide law at Quay University", Role.EXPERT),
        (
            "vice minister between 2013 and 2016 and today director of the Marsh Institute",
            Role.EXPERT,
        ),
        (
            "deputy minister of ports from 2011 to 2014, a fellow at the Marsh Institute",
            Role.EXPERT,
        ),
        ("a minister who will rule between two parties", Role.OFFICIAL),
        ("the minister, a geologist by profession", Role.OFFICIAL),
        ("a geologist by profession who is the minister of ports", Role.OFFICIAL),
        ("chief information security officer", Role.BUSINESS),
        ("chief veterinary officer", Role.OFFICIAL),
        ("the regional health director", Role.OFFICIAL),
    ],
)
def test_new_kinds_of_description_give_the_capacity(words: str, role: Role) -> None:
    assert described("Ada Moor", words) is role
