"""Who stands behind "the two sides" follows from what the article is about."""

import pytest

from briefing.domain import Grade, Role, RoleDecision, Span, Speaker
from briefing.roles import classify_role

TALKS = (
    "The foreign ministers of Peru and Mongolia met for the second time on Monday. "
    "The SOURCE agreed to open the border in spring."
)
STRIKE = (
    "Norbank Airlines and the dockers' union met again in Lima, Peru. The company has rejected "
    "an offer of the union twice. The SOURCE agreed to talk on."
)


def decide(story: str, source: str) -> RoleDecision:
    text = story.replace("SOURCE", source)
    start = text.rindex(source)
    span = Span(start, start + len(source))
    return classify_role(text, Speaker(source, grade=Grade.COLLECTIVE, mentions=(span,)))


def titled(story: str, title: str) -> RoleDecision:
    text = story.replace("SOURCE", title)
    start = text.index("Ada Moor")
    speaker = Speaker("Ada Moor", position=title, mentions=(Span(start, start + 8),))
    return classify_role(text, speaker)


@pytest.mark.parametrize("source", ["two sides", "two leaders", "sides", "allies", "pair"])
def test_collective_of_an_article_about_states_is_official(source: str) -> None:
    assert decide(TALKS, source).role is Role.OFFICIAL
    assert decide(STRIKE, source).role is not Role.OFFICIAL


def test_evidence_names_what_the_article_speaks_of() -> None:
    assert "foreign ministers" in " ".join(decide(TALKS, "two sides").evidence)


def test_collective_with_words_of_its_own_is_told_by_them() -> None:
    assert decide(TALKS, "union leaders").role is Role.CIVIL
    assert decide(TALKS, "hill villagers").role is not Role.OFFICIAL


def test_title_of_no_named_body_is_told_by_the_article() -> None:
    story = "The school district and the city council asked the mayor. SOURCE Ada Moor voted no."
    assert titled(story, "Vice chair").role is Role.OFFICIAL
    assert titled(
        "The dockers' union met the shipyard. SOURCE Ada Moor voted no.", "Chair"
    ).role is (Role.UNKNOWN)


def test_team_of_an_article_about_research_is_expert() -> None:
    story = (
        "Two professors and a glaciologist of the university drilled on. The SOURCE had no word."
    )
    assert decide(story, "team").role is Role.EXPERT


def test_document_is_no_collective() -> None:
    speaker = Speaker("leader", grade=Grade.DOCUMENT)
    assert classify_role(TALKS, speaker).role is Role.UNKNOWN


@pytest.mark.parametrize(
    "name",
    ["two countries", "both governments", "member states", "leaders of the two countries", "U.K."],
)
def test_states_and_their_leaders_are_official(name: str) -> None:
    assert classify_role("", Speaker(name, grade=Grade.COLLECTIVE)).role is Role.OFFICIAL


def test_evidence_names_the_state_that_speaks() -> None:
    assert classify_role("", Speaker("Tokyo")).evidence == ("name: Tokyo",)


def test_author_of_a_novel_is_no_expert() -> None:
    assert titled(
        "Her novel is out. The novel sold well. SOURCE Ada Moor wept.", "Author"
    ).role is (Role.PUBLIC)
    assert titled("Her report is out. SOURCE Ada Moor wept.", "Author").role is Role.EXPERT
