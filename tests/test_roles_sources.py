"""Whose report, whose source and whose lawmakers: qualifiers tell, and mere habits do not."""

import pytest

from briefing.domain import Grade, Role, Span, Speaker
from briefing.roles import classify_role


def role_of(name: str, grade: Grade = Grade.UNNAMED, text: str = "", **known: str) -> Role:
    starts = [n for n in range(len(text)) if text.startswith(name, n)]
    mentions = tuple(Span(start, start + len(name)) for start in starts)
    return classify_role(text, Speaker(name, grade=grade, mentions=mentions, **known)).role


@pytest.mark.parametrize(
    "name",
    [
        "Navy report",
        "Justice Department study",
        "Census Bureau survey",
        "finance ministry's analysis",
        "federal data",
        "police records",
        "complaint filed by the finance ministry",
        "criminal complaint",
    ],
)
def test_papers_of_a_state_body_are_official(name: str) -> None:
    assert role_of(name, Grade.DOCUMENT) is Role.OFFICIAL


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("university study", Role.EXPERT),
        ("study of the finance ministry's forecasts", Role.EXPERT),
        ("new data", Role.EXPERT),
        ("complaint", Role.PUBLIC),
        ("lawsuit against the ministry", Role.PUBLIC),
        ("survey of voters", Role.PUBLIC),
        ("press release", Role.UNKNOWN),
    ],
)
def test_papers_of_others_are_not(name: str, role: Role) -> None:
    assert role_of(name, Grade.DOCUMENT) is role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("police source", Role.OFFICIAL),
        ("White House source", Role.OFFICIAL),
        ("company source", Role.BUSINESS),
        ("campaign source", Role.POLITICAL),
        ("source", Role.UNKNOWN),
        ("source of the flood", Role.UNKNOWN),
        ("three sources", Role.UNKNOWN),
    ],
)
def test_source_is_of_what_stands_before_it(name: str, role: Role) -> None:
    assert role_of(name) is role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Democrats on the budget committee", Role.OFFICIAL),
        ("Republican members of the ways and means panel", Role.OFFICIAL),
        ("Committee Republicans", Role.OFFICIAL),
        ("Democrats in the room", Role.POLITICAL),
        ("Republicans in Ohio", Role.POLITICAL),
        ("Democrats", Role.POLITICAL),
    ],
)
def test_partisans_of_a_committee_are_lawmakers(name: str, role: Role) -> None:
    assert role_of(name, Grade.COLLECTIVE) is role


@pytest.mark.parametrize(
    "text",
    ["Ada Moor, 59, of Quay, wept.", "Ada Moor, 34, wept.", "Ada Moor, of Lima, Ohio, wept."],
)
def test_who_is_told_by_age_or_home_alone_is_of_the_public(text: str) -> None:
    assert role_of("Ada Moor", Grade.NAMED, text) is Role.PUBLIC


def test_age_says_less_than_a_title() -> None:
    text = "Ada Moor, 59, wept."
    assert role_of("Ada Moor", Grade.NAMED, text, position="transport minister") is Role.OFFICIAL
    assert role_of("Ada Moor", Grade.NAMED, text, position="lawyer") is Role.EXPERT
    assert role_of("Ada Moor", Grade.NAMED, "Ada Moor, in 59 days, wept.") is Role.UNKNOWN


def test_who_lives_in_a_county_is_no_government() -> None:
    text = "Ada Moor of Quay County, Georgia, wept."
    found = role_of("Ada Moor", Grade.NAMED, text, affiliation="Quay County")
    assert found is Role.UNKNOWN
    known = {"position": "spokeswoman", "affiliation": "Quay County"}
    assert role_of("Ada Moor", Grade.NAMED, **known) is Role.OFFICIAL
    assert role_of("Quay County", Grade.NAMED) is Role.OFFICIAL


def test_fellow_before_others_is_no_scholar() -> None:
    assert role_of("her fellow cast members", Grade.COLLECTIVE) is Role.PUBLIC
    assert role_of("his fellow travellers", Grade.COLLECTIVE) is Role.PUBLIC
    assert role_of("Ada Moor", Grade.NAMED, position="fellow at the Quay Institute") is Role.EXPERT
    assert role_of("research fellow") is Role.EXPERT


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("who signed the law on the university", Role.UNKNOWN),
        ("who met the ministry's lawyers", Role.UNKNOWN),
        ("who teaches law at the university", Role.EXPERT),
        ("who heads the health ministry", Role.OFFICIAL),
    ],
)
def test_what_somebody_did_once_is_no_capacity(clause: str, role: Role) -> None:
    text = f"Ada Moor, {clause}, wept."
    told = Span(text.index("who"), text.index(", wept"))
    speaker = Speaker("Ada Moor", mentions=(Span(0, 8),), descriptions=(told,))
    assert classify_role(text, speaker).role is role


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("financial adviser", Role.EXPERT),
        ("tax consultant", Role.EXPERT),
        ("campaign adviser", Role.POLITICAL),
        ("adviser to the minister", Role.OFFICIAL),
        ("adviser", Role.UNKNOWN),
    ],
)
def test_adviser_is_of_what_is_advised(position: str, role: Role) -> None:
    assert role_of("Ada Moor", Grade.NAMED, position=position) is role


def test_editor_of_analysts_is_one() -> None:
    known = {"position": "editor", "affiliation": "Cook Political Report"}
    assert role_of("Ada Moor", Grade.NAMED, **known) is Role.EXPERT
    known["affiliation"] = "Quay Gazette"
    assert role_of("Ada Moor", Grade.NAMED, **known) is Role.MEDIA


def test_for_before_a_president_names_no_campaign() -> None:
    text = "For President Ada Moor, it was a day of rest."
    assert role_of("Ada Moor", Grade.NAMED, text) is Role.OFFICIAL
    assert role_of("Moor for President") is Role.POLITICAL


def test_writer_for_an_outlet_is_a_journalist() -> None:
    text = "Ada Moor, a writer for The Quay Gazette, wept."
    assert role_of("Ada Moor", Grade.NAMED, text, position="writer") is Role.MEDIA
    text = "Ada Moor, a writer, wept."
    assert role_of("Ada Moor", Grade.NAMED, text, position="writer") is Role.PUBLIC


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("a lawyer for Tomas Lind", Role.PUBLIC),
        ("an attorney for Ms. Lind", Role.PUBLIC),
        ("an attorney for the Interior Ministry", Role.OFFICIAL),
        ("a lawyer for the dockers' union", Role.CIVIL),
        ("a lawyer in Lima", Role.EXPERT),
    ],
)
def test_lawyer_speaks_for_the_client(words: str, role: Role) -> None:
    text = f"Ada Moor, {words}, wept."
    assert role_of("Ada Moor", Grade.NAMED, text) is role


def test_officials_of_parties_are_officials() -> None:
    assert role_of("elected officials from both parties", Grade.COLLECTIVE) is Role.OFFICIAL
    assert role_of("party officials", Grade.COLLECTIVE) is Role.POLITICAL


def test_justice_that_is_sought_is_no_ministry() -> None:
    known = {"position": "director", "affiliation": "Center for Media Justice"}
    assert role_of("Ada Moor", Grade.NAMED, **known) is not Role.OFFICIAL
    known["affiliation"] = "Department of Justice"
    assert role_of("Ada Moor", Grade.NAMED, **known) is Role.OFFICIAL
