"""A story is carried on from day to day through the archive, and what was printed stays."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from story_texts import BLAZE, DAY, RATES, briefing

from briefing.archive import Archive
from briefing.cli.digesting_stories import find_known
from briefing.digest import make_digest
from briefing.domain import Briefing, Digest, Story

LATER = "Police said that the fire of the Corlin paper mill in Port Avel had begun in its drying "
LATER += "hall. The mill's forty workers, led out unhurt on Monday night, met Mayor Ilse Brandt."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.db") as archive:
        yield archive


def print_day(archive: Archive, day: int, *briefings: Briefing, alone: bool = False) -> Digest:
    """The digest of some day, kept in the archive; `alone` does not look at earlier days."""
    now = DAY + timedelta(days=day)
    known = [] if alone else find_known(archive, since=now - timedelta(days=7))
    made = make_digest(briefings, now=now, known_stories=known)
    key = archive.digests.prepare(
        made, message_id=f"<{day}@test>", targets=(), version="test", now=now
    )
    archive.digests.commit(key, now=now)
    return made


def sources(story: Story) -> list[str]:
    return sorted(b.article.source for b in story.briefings)


def test_day_after_day_carries_on_the_day_before(archive: Archive) -> None:
    digests = [print_day(archive, day, briefing(f"{day}.txt", BLAZE[day])) for day in range(3)]
    stories = [digest.stories[0] for digest in digests]
    assert [story.update_of for story in stories] == [None, stories[0].id, stories[1].id]
    assert [sources(story) for story in stories] == [["0.txt"], ["1.txt"], ["2.txt"]]


def test_two_stories_that_become_one_stay_one(archive: Archive) -> None:
    first = print_day(archive, 0, briefing("0.txt", BLAZE[0])).stories[0].id
    second = print_day(archive, 1, briefing("1.txt", BLAZE[1]), alone=True).stories[0].id
    (third,) = print_day(archive, 2, briefing("2.txt", BLAZE[2])).stories
    assert {third.update_of, *third.joined} == {first, second}
    (fourth,) = print_day(archive, 3, briefing("3.txt", LATER)).stories
    assert (fourth.update_of, fourth.joined) == (third.id, ())


def test_story_that_was_two_goes_on_as_two(archive: Archive) -> None:
    mixed = Story("mixed", "Fire and rates", (briefing("f", BLAZE[0]), briefing("r", RATES[0])))
    digest = make_digest([], now=DAY)
    archive.digests.prepare(
        Digest(digest.day, digest.prepared, digest.period, (mixed,)),
        message_id="<m@test>",
        targets=(),
        version="test",
        now=DAY,
    )
    today = (briefing("f1", BLAZE[1]), briefing("r1", RATES[1]))
    parts = {sources(s)[0]: s for s in print_day(archive, 1, *today).stories}
    assert {name: story.update_of for name, story in parts.items()} == {
        "f1": "mixed",
        "r1": "mixed",
    }
    (last,) = print_day(archive, 2, briefing("f2", BLAZE[2])).stories
    assert (last.update_of, last.joined) == (parts["f1"].id, ())


def test_what_was_printed_stays(archive: Archive) -> None:
    printed = []
    for day, texts in enumerate((BLAZE[:1], BLAZE[1:2], (*BLAZE[2:], *RATES))):
        today = [briefing(f"{day}{at}.txt", text) for at, text in enumerate(texts)]
        printed.append(print_day(archive, day, *today))
        kept = [archive.digests.read(key + 1) for key in range(day + 1)]
        told = [[(s.id, sources(s), s.update_of) for s in each.stories] for each in kept]
        assert told == [[(s.id, sources(s), s.update_of) for s in d.stories] for d in printed]
    everything = [source for d in printed for s in d.stories for source in sources(s)]
    assert len(everything) == len(set(everything)) == 5
