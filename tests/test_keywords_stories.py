"""Which phrases stand for a story of several articles."""

from briefing.domain import Keyword
from briefing.keywords import extract_story_keywords

PORT, STRIKE, MINISTER = Keyword("Port Avel", 0.7), Keyword("strike", 0.5), Keyword("minister", 0.6)


def test_a_phrase_of_every_story_falls_behind_one_of_its_own() -> None:
    found = extract_story_keywords([[[MINISTER, STRIKE]], [[MINISTER, PORT]]], count=1)
    assert [story[0].phrase for story in found] == ["strike", "Port Avel"]


def test_a_phrase_of_many_articles_comes_first() -> None:
    articles = [[STRIKE], [STRIKE, PORT], [STRIKE]]
    (found,) = extract_story_keywords([articles])
    assert [keyword.phrase for keyword in found] == ["strike", "Port Avel"]
    assert found[0].reasons == ("in 3 of 3 articles",)


def test_no_phrase_stands_inside_another() -> None:
    (found,) = extract_story_keywords([[[PORT, Keyword("port", 0.6)]]])
    assert [keyword.phrase for keyword in found] == ["Port Avel"]


def test_no_articles_give_no_phrases() -> None:
    assert extract_story_keywords([]) == []
    assert extract_story_keywords([[], [[]]]) == [(), ()]
