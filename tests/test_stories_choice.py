"""Headline, summary, rank, budget and watch list of stories."""

from dataclasses import replace
from datetime import timedelta

import pytest
from story_texts import BLAZE, DAY, RATES, briefing, statement

from briefing.domain import Briefing, Role, Section, Story
from briefing.stories import (
    choose_lead,
    choose_story_summary,
    find_watched,
    fit_budget,
    merge_statements,
    rank_stories,
    read_watch_list,
    score_story,
    write_headline,
)


def blaze(at: int, title: str | None = "Fire at mill") -> Briefing:
    sentences = [s.strip().rstrip(".") for s in BLAZE[at].split(". ")]
    return briefing(f"{at}.txt", BLAZE[at], title=title, summary=tuple(sentences[:2]))


def story(key: str, *made: Briefing, **fields: object) -> Story:
    plain = Story(
        key, f"headline {key}", made, choose_story_summary(made), statements=merge_statements(made)
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def spoken(key: str, *roles: Role) -> Story:
    made = []
    for at, role in enumerate(roles):
        text = f"“Word{key}{at} is all that I have to tell you,” person {key}{at} said."
        made.append(
            briefing(
                f"{key}{at}",
                text,
                statement(text, text[1:45], speaker=f"Person{key}{at}", role=role),
                summary=(text,),
            )
        )
    return story(key, *made)


def test_lead_is_central_titled_and_no_copy() -> None:
    odd = briefing("odd.txt", RATES[0], title="Rates")
    assert choose_lead([odd, blaze(0), blaze(1)]) in {1, 2}
    assert choose_lead([blaze(0, None), blaze(2)]) == 1
    assert choose_lead([blaze(0), blaze(0)], copies=()) == 0
    assert choose_lead([blaze(0), blaze(1)], copies={"0.txt"}) == 1


def test_headline_is_title_else_first_sentence_else_first_words() -> None:
    assert write_headline(blaze(0, " Fire\n at mill ")) == "Fire at mill"
    assert write_headline(blaze(0, None)).startswith("A fire destroyed")
    assert write_headline(briefing("x", "Rain fell.")) == "Rain fell."


def test_summary_begins_with_the_lead_and_repeats_nothing() -> None:
    summary = choose_story_summary([blaze(0), blaze(0), blaze(1), blaze(2)], count=4)
    assert summary[0].source == "0.txt"
    texts = [sentence.sentence.text for sentence in summary]
    assert len(texts) == len(set(texts)) <= 4
    assert sum("destroyed" in text or "took the roof" in text for text in texts) <= 2


def test_summary_sentences_are_verbatim() -> None:
    made = {b.article.source: b for b in (blaze(0), blaze(1))}
    for chosen in choose_story_summary(list(made.values())):
        text = made[chosen.source].article.text
        assert chosen.sentence.span.of(text) == chosen.sentence.text


def test_summary_draws_on_all_articles() -> None:
    aid = (
        "Norland is sending 40 rescuers and eight dogs to the villages of Ostland that were hit by "
        "an earthquake on Monday night, the foreign ministry said on Tuesday.",
        "“We will send a team of 40 rescuers with dogs tonight, and more if our neighbours ask for "
        "it,” Foreign Minister Anna Brevik said in Norhaven.",
        "According to Ostland's interior minister, Jonas Haak, at least 12 people have died.",
    )
    quake = (
        "An earthquake of magnitude 6.1 shook the hills of northern Ostland on Monday night, "
        "killing at least 12 people and leaving hundreds without homes, officials said.",
        "Rescue teams worked through the night in Lunde and Berg, where houses are of stone.",
    )
    toll = (
        "Fifteen people were killed when an earthquake hit the north of Ostland late on Monday, "
        "the interior ministry said on Tuesday.",
        "Norland will send a team of 40 rescuers with dogs, Foreign Minister Anna Brevik said.",
    )
    made = [
        briefing(f"{at}.txt", " ".join(lines), summary=lines)
        for at, lines in enumerate((aid, quake, toll))
    ]
    chosen = choose_story_summary(made)
    assert len({each.source for each in chosen}) > 1


@pytest.mark.parametrize(
    "poor",
    ["Mayor Ilse Brandt of Port Avel declined to comment on the mill fire", "“The mill is lost"],
)
def test_summary_holds_no_silence_and_no_open_quotation(poor: str) -> None:
    text = f"{BLAZE[0]} {poor}."
    first = BLAZE[0].split(". ")[0]
    made = briefing("a", text, summary=(first, f"{poor}."))
    assert [s.sentence.text for s in choose_story_summary([made])] == [first]


def test_summary_of_a_poor_sentence_alone_is_that_sentence() -> None:
    text = "The minister declined to comment."
    assert len(choose_story_summary([briefing("a", text, summary=(text,))])) == 1


def test_no_sentences_make_no_summary() -> None:
    assert choose_story_summary([briefing("x", "Rain fell.")]) == ()


def test_coverage_recency_and_watch_list_raise_a_story() -> None:
    one, two = story("a", blaze(0)), story("b", blaze(0), blaze(1))
    watched = replace(one, id="w", watched=("Corlin",))
    old = story("o", replace(blaze(0), article=replace(blaze(0).article, published=None)))
    ranked = rank_stories([old, one, two, watched], now=DAY)
    assert [s.id for s in ranked] == ["w", "b", "a", "o"]
    assert ranked[0].score == score_story(watched, now=DAY)


def test_copies_count_little_for_coverage() -> None:
    own = story("a", blaze(0), blaze(1))
    copied = replace(own, copies=(("1.txt", "0.txt"),))
    assert score_story(copied, now=DAY) < score_story(own, now=DAY)


def test_future_date_counts_as_now() -> None:
    one = story("a", blaze(0))
    assert score_story(one, now=DAY - timedelta(days=9)) == score_story(one, now=DAY)


def test_without_budget_everything_is_kept() -> None:
    stories = [spoken("a", Role.EXPERT), spoken("b", Role.OFFICIAL)]
    assert fit_budget(stories) == (tuple(stories), 0)


def test_story_with_official_statements_keeps_its_place() -> None:
    stories = [spoken("a", Role.EXPERT), spoken("b", Role.PUBLIC), spoken("c", Role.OFFICIAL)]
    kept, omitted = fit_budget(stories, most=2)
    assert [s.id for s in kept] == ["a", "c"] and omitted == 1


@pytest.mark.parametrize("words", [0, 10, 30, 60, 1000])
def test_official_statements_are_never_crowded_out(words: int) -> None:
    stories = [spoken(k, Role.EXPERT, Role.OFFICIAL, Role.PUBLIC, Role.OFFICIAL) for k in "abc"]
    kept, omitted = fit_budget(stories, words=words)
    officials = [
        sum(s.statement.section is Section.OFFICIAL for s in one.statements) for one in kept
    ]
    assert officials == [2, 2, 2] and omitted == 0


def test_words_go_to_summary_and_experts_before_others() -> None:
    one = spoken("a", Role.EXPERT, Role.PUBLIC)
    (kept,), _ = fit_budget([one], words=27)
    assert len(kept.summary) == 1 and [s.statement.decision.role for s in kept.statements] == [
        Role.EXPERT
    ]


WATCH = [
    ("Lena Orve", "Minister LENA ORVE’s plan", True),
    ("Lena Orve", "Lena and Orve", False),
    ("fighter jets", "a fighter jet fell", True),
    ("jet", "jetty", False),
    ("WHO", "a man who said", False),
    ("WHO", "The WHO said", True),
    ("port closing", "the port closed", True),
    ("...", "...", False),
]


@pytest.mark.parametrize("entry, text, hit", WATCH)
def test_watch_list_matches_whole_words(entry: str, text: str, hit: bool) -> None:
    assert find_watched([text], [entry]) == ((entry,) if hit else ())


def test_watch_list_keeps_its_order_and_looks_at_every_text() -> None:
    assert find_watched(["rain", "snow and hail"], ["hail", "sun", "rain"]) == ("hail", "rain")
    assert find_watched(["rain", "hail"], ["rain"]) == ("rain",)
    assert read_watch_list("# x\n a  b \n\nc\nc") == ("a b", "c")
