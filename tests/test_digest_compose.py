"""A digest holds every briefing once, in ranked stories, and is the same for the same input."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from story_texts import BLAZE, DAY, RATES, briefing, document, statement

from briefing.digest import DigestOptions, make_digest
from briefing.domain import Briefing, Digest, Failure, InputCount
from briefing.stories import KnownStory

NOW = datetime(2026, 3, 4, 20, tzinfo=UTC)


def briefings() -> list[Briefing]:
    made = [
        briefing(
            f"fire{at}.txt",
            text,
            statement(text, "Dana", cue="Ruiz"),
            title=f"Fire {at}",
            summary=(text.split(". ")[0],),
            keywords=("paper mill",),
        )
        for at, text in enumerate(BLAZE)
    ]
    return made + [briefing(f"rate{at}.txt", text) for at, text in enumerate(RATES)]


def sources(digest: Digest) -> list[list[str]]:
    return [sorted(b.article.source for b in story.briefings) for story in digest.stories]


def test_every_briefing_stands_in_exactly_one_story() -> None:
    digest = make_digest(briefings(), now=NOW)
    fires, rates = [f"fire{i}.txt" for i in range(3)], [f"rate{i}.txt" for i in range(2)]
    assert sources(digest) == [fires, rates]
    assert digest.inputs == InputCount(5, 5, 0, 0)


def test_order_of_the_briefings_does_not_matter() -> None:
    assert make_digest(briefings(), now=NOW) == make_digest(briefings()[::-1], now=NOW)


def test_two_articles_of_one_id_or_source_both_stand() -> None:
    twice = [briefing("a", RATES[0]), briefing("a", BLAZE[0])]
    assert sorted(sources(make_digest(twice, now=NOW))) == [["a"], ["a"]]


def test_story_carries_on_a_known_one_and_says_what_is_new() -> None:
    known = KnownStory("old", (document("k0", BLAZE[0]), document("k1", BLAZE[1])), DAY)
    today = [briefing("new.txt", BLAZE[2]), briefing("rate.txt", RATES[0])]
    stories = {s.update_of: s for s in make_digest(today, now=NOW, known_stories=[known]).stories}
    assert stories["old"].new == ("new.txt",)
    assert stories[None].new == () and len(stories) == 2
    assert stories["old"].id != "old"


def test_story_that_joins_two_names_both() -> None:
    known = [
        KnownStory(name, (document(f"k{name}", text),), DAY)
        for name, text in zip("ab", BLAZE[:2], strict=True)
    ]
    (story,) = make_digest([briefing("new.txt", BLAZE[2])], now=NOW, known_stories=known).stories
    assert (story.update_of, story.joined) == ("a", ("b",))


def test_day_is_that_of_the_users_zone() -> None:
    late = datetime(2026, 3, 4, 23, tzinfo=UTC)
    assert make_digest([], now=late, zone=ZoneInfo("Asia/Tokyo")).day == date(2026, 3, 5)
    assert make_digest([], now=late).period == (late - timedelta(days=1), late)


def test_failures_and_options_are_handed_on() -> None:
    options = DigestOptions(handling="Internal", stale=("feed",), versions=(("lexicon", "1"),))
    failures = [Failure("x", "unreadable")]
    digest = make_digest([], failures, now=NOW, options=options)
    assert digest.failures == (Failure("x", "unreadable"),)
    assert digest.inputs == InputCount(1, 0, 0, 1)
    assert (digest.handling, digest.stale) == ("Internal", ("feed",))


def test_budget_and_watch_list_are_applied() -> None:
    options = DigestOptions(stories=1, watch=("interest rates", "whales"))
    digest = make_digest(briefings(), now=NOW, options=options)
    assert digest.omitted == 1 and len(digest.stories) == 1
    unbounded = make_digest(briefings(), now=NOW, options=DigestOptions(watch=options.watch))
    assert unbounded.stories[0].watched == ("interest rates",)


def test_keywords_are_those_of_the_story() -> None:
    first = make_digest(briefings(), now=NOW).stories[0]
    assert [keyword.phrase for keyword in first.keywords] == ["paper mill"]
