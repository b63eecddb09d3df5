"""What the archive remembers of inputs: answers of servers, failures in a row, silence."""

from dataclasses import dataclass, replace

import pytest
from archive_samples import DAY, NOW

from briefing.archive import Archive, Fetch

FEED = "https://news.example/feed"


@pytest.fixture
def inputs(tmp_path):
    with Archive.open(tmp_path / "archive.db") as archive:
        yield archive.inputs


def test_the_last_answer_of_a_url_is_kept(inputs):
    assert inputs.fetch(FEED) is None
    first = Fetch(FEED, '"a"', "Sun, 22 Nov 2026 06:00:00 GMT", 200, NOW)
    inputs.keep_fetch(first)
    assert inputs.fetch(FEED) == first
    second = replace(first, etag=None, status=304, fetched=NOW + DAY)
    inputs.keep_fetch(second)
    assert inputs.fetch(FEED) == second


def test_failures_are_counted_until_a_success(inputs):
    assert inputs.fail(FEED, "timed out", now=NOW) == 1
    assert inputs.fail(FEED, "500", now=NOW + DAY) == 2
    found = inputs.find(FEED)
    assert (found.failures, found.reason, found.failed) == (2, "500", NOW + DAY)
    inputs.succeed(FEED, renewed=False, now=NOW + 2 * DAY)
    found = inputs.find(FEED)
    assert (found.failures, found.reason, found.read) == (0, None, NOW + 2 * DAY)
    assert (found.failed, found.renewed, found.first) == (NOW + DAY, None, NOW)
    assert inputs.fail(FEED, "again", now=NOW) == 1


def test_an_input_that_gives_nothing_new_becomes_stale(inputs):
    inputs.succeed(FEED, renewed=True, now=NOW)
    inputs.succeed("other", renewed=True, now=NOW + 3 * DAY)
    inputs.fail("silent", "404", now=NOW - DAY)
    inputs.succeed(FEED, renewed=False, now=NOW + 9 * DAY)
    assert [i.source for i in inputs.stale(before=NOW + DAY)] == ["silent", FEED]
    assert inputs.stale(before=NOW - DAY) == ()


def test_any_name_of_an_input_is_kept(inputs):
    assert inputs.fail("caf\udce9", "not\0there \udce9", now=NOW) == 1
    assert inputs.find("caf\udce9").failures == 1
    assert inputs.find("nothing") is None


@dataclass(frozen=True)
class Mark:
    etag: str | None = None
    modified: str | None = None


def test_marks_are_kept_when_told_to_and_not_before(inputs):
    marks = inputs.marks(Mark)
    assert FEED not in marks
    marks[FEED] = Mark('"a"', "Sunday")
    marks["other"] = Mark("b")
    del marks["other"]
    assert (marks[FEED], len(marks)) == (Mark('"a"', "Sunday"), 1)
    assert inputs.fetch(FEED) is None
    marks.keep(now=NOW)
    assert inputs.fetch(FEED) == Fetch(FEED, '"a"', "Sunday", 200, NOW)
    again = inputs.marks(Mark)
    assert again.get(FEED) == Mark('"a"', "Sunday")
    assert list(again) == [FEED]
    with pytest.raises(KeyError):
        again["other"]
