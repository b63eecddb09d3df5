"""Articles and their briefings in the archive: once, whole, and gone when removed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from archive_samples import BRIDGE, DAY, NOW, TRAM, VERSION, make_article, make_briefing

from briefing.archive import Archive, State
from briefing.domain import Block, BlockKind, Briefing, Span
from briefing.errors import ArchiveError


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "state" / "archive.db") as archive:
        yield archive


def add(archive, *briefings, version=VERSION, now=NOW, **more):
    return archive.articles.add(briefings, version=version, now=now, **more)


def count(archive, table):
    return archive.database.value(f"SELECT count(*) FROM {table}")


def test_an_article_is_kept_once(archive):
    assert add(archive, BRIDGE, TRAM, BRIDGE) == 2
    assert add(archive, BRIDGE) == 0
    assert [entry.source for entry in archive.articles.entries()] == [
        "news/tram.txt",
        "news/a.txt",
    ]
    assert count(archive, "statements") == 4


def test_the_same_text_from_two_sources_is_kept_once_and_listed_twice(archive):
    copy = replace(BRIDGE, article=replace(BRIDGE.article, source="wire/b.txt", publisher="Wire"))
    assert add(archive, BRIDGE, copy) == 2
    assert count(archive, "texts") == 1
    assert count(archive, "briefings") == 1
    keys = [entry.key for entry in archive.articles.find(BRIDGE.article.id)]
    assert list(archive.articles.briefings(keys)) == [BRIDGE, copy]


def test_a_briefing_is_found_by_content_and_version(archive):
    add(archive, BRIDGE)
    elsewhere = replace(BRIDGE.article, source="copy.txt", published=None)
    assert archive.articles.cached(BRIDGE.article, VERSION) == BRIDGE
    assert archive.articles.cached(elsewhere, VERSION) == replace(BRIDGE, article=elsewhere)
    assert archive.articles.cached(BRIDGE.article, "rules 2") is None
    blocks = (Block(Span(0, 4), BlockKind.TITLE, 1),)
    assert archive.articles.cached(replace(BRIDGE.article, blocks=blocks), VERSION) is None
    assert archive.articles.cached(replace(BRIDGE.article, title="Other"), VERSION) is None


def test_a_new_version_replaces_the_statements_and_keeps_the_old_briefing(archive):
    add(archive, BRIDGE)
    fewer = replace(BRIDGE, statements=BRIDGE.statements[:1])
    add(archive, fewer, version="rules 2")
    assert count(archive, "statements") == 1
    (entry,) = archive.articles.entries()
    assert list(archive.articles.briefings([entry.key])) == [fewer]
    assert list(archive.articles.briefings([entry.key], version=VERSION)) == [BRIDGE]
    add(archive, BRIDGE)
    assert count(archive, "statements") == 2
    assert archive.upkeep.check() == ()


def test_what_is_told_differently_of_a_known_text_is_taken_over(archive):
    add(archive, BRIDGE)
    told = replace(BRIDGE, article=replace(BRIDGE.article, title="New title", id="other"))
    assert add(archive, told) == 0
    (entry,) = archive.articles.entries()
    assert (entry.title, entry.id) == ("New title", "other")
    assert list(archive.articles.briefings([entry.key])) == [told]


@pytest.mark.parametrize("text", ["lone \udce9 surrogate \ud83d\ude00", "zero \0 byte", "\r\n x 𝒳"])
def test_any_text_and_source_come_back_as_they_were(archive, text):
    briefing = Briefing(make_article(text, source=f"caf\udce9 {text}", title=text))
    add(archive, briefing)
    (entry,) = archive.articles.entries()
    assert list(archive.articles.briefings([entry.key])) == [briefing]
    assert archive.articles.find(briefing.article.source) == (entry,)
    assert archive.upkeep.check() == ()


def test_an_article_without_a_briefing_of_the_version_comes_bare(archive):
    add(archive, BRIDGE)
    (entry,) = archive.articles.entries()
    assert list(archive.articles.briefings([entry.key], version="none")) == [
        Briefing(BRIDGE.article)
    ]


def test_an_article_is_done_when_used_or_seen_not_when_kept_or_waiting(archive):
    add(archive, BRIDGE, waiting=True)
    add(archive, TRAM)
    (key,) = archive.articles.waiting()
    names = BRIDGE.article.id, BRIDGE.article.source
    assert not any(archive.articles.is_done(name) for name in names)
    archive.articles.mark([key], State.SEEN)
    assert all(archive.articles.is_done(name) for name in names)
    assert not archive.articles.is_done(TRAM.article.source)


def test_a_source_is_known_until_it_changes(archive):
    source = BRIDGE.article.source
    add(archive, BRIDGE)
    assert not archive.articles.knows(source)  # kept for searching only
    add(archive, BRIDGE, waiting=True)
    assert archive.articles.knows(source)
    assert archive.articles.knows(source, NOW - DAY)
    assert not archive.articles.knows(source, NOW + DAY)
    add(archive, BRIDGE, waiting=True, now=NOW + 2 * DAY)
    assert archive.articles.knows(source, NOW + DAY)
    assert not archive.articles.knows("elsewhere")


def test_what_waits_with_a_briefing_of_another_version_is_outdated(archive):
    archive.articles.add([BRIDGE], version="old", now=NOW, waiting=True)
    archive.articles.add([TRAM], version="old", now=NOW)
    (key,) = archive.articles.waiting()
    assert archive.articles.outdated("new") == (key,)
    archive.articles.add([BRIDGE], version="new", now=NOW)
    assert archive.articles.outdated("new") == ()


def test_what_was_seen_does_not_wait_again(archive):
    add(archive, BRIDGE, waiting=True)
    archive.articles.mark(archive.articles.waiting(), State.SEEN)
    add(archive, BRIDGE, waiting=True)
    assert archive.articles.waiting() == ()


def test_what_was_only_kept_can_wait_for_a_digest(archive):
    add(archive, BRIDGE)
    assert archive.articles.waiting() == ()
    add(archive, BRIDGE, waiting=True)
    assert len(archive.articles.waiting()) == 1


def test_entries_come_latest_first_since_a_time(archive):
    add(archive, BRIDGE, now=NOW - 2 * DAY)
    add(archive, TRAM)
    assert [e.source for e in archive.articles.entries(since=NOW - DAY)] == ["news/tram.txt"]
    (entry,) = archive.articles.entries(limit=1)
    assert entry.added == NOW
    assert (entry.statements, entry.state, entry.published) == (2, State.KEPT, None)


def test_times_are_kept_in_utc(archive):
    local = datetime.fromisoformat("2026-11-22T08:30:00+02:00")
    add(archive, replace(BRIDGE, article=replace(BRIDGE.article, published=local)), now=local)
    (entry,) = archive.articles.entries()
    assert entry.published == entry.added == datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


def test_articles_are_found_by_source_id_and_its_beginning(archive):
    add(archive, BRIDGE, TRAM)
    for name in (TRAM.article.source, TRAM.article.id, TRAM.article.id[:6]):
        assert [entry.source for entry in archive.articles.find(name)] == ["news/tram.txt"]
    assert archive.articles.find("") == ()
    assert archive.articles.find("nothing") == ()
    assert archive.articles.find("0" * 99) == ()


def test_a_removed_article_leaves_nothing_behind(archive):
    copy = replace(BRIDGE, article=replace(BRIDGE.article, source="b.txt"))
    add(archive, BRIDGE, copy)
    (key,) = (entry.key for entry in archive.articles.find("b.txt"))
    archive.articles.remove([key, 999])
    assert count(archive, "texts") == count(archive, "briefings") == 1
    assert len(archive.statements.search("steel")) == 1
    archive.articles.remove([entry.key for entry in archive.articles.entries()])
    for table in ("texts", "briefings", "articles", "statements"):
        assert count(archive, table) == 0
    assert archive.statements.search("steel") == ()
    assert archive.upkeep.check() == ()


def test_a_write_that_fails_leaves_nothing(archive):
    def broken():
        yield BRIDGE
        raise RuntimeError

    with pytest.raises(RuntimeError):
        archive.articles.add(broken(), version=VERSION, now=NOW)
    assert archive.articles.entries() == ()
    assert add(archive, BRIDGE) == 1


def test_several_writes_can_be_one(archive):
    with pytest.raises(RuntimeError), archive.writing():
        add(archive, BRIDGE)
        archive.inputs.fail("feed", "timed out", now=NOW)
        raise RuntimeError
    assert archive.articles.entries() == ()
    assert archive.inputs.find("feed") is None


def test_two_processes_write_in_turn_and_one_that_waits_too_long_is_told(archive, tmp_path):
    with Archive.open(tmp_path / "state" / "archive.db", wait=0.05) as other:
        add(other, TRAM)
        with archive.writing():
            add(archive, BRIDGE)
            assert len(other.articles.entries()) == 1  # readers see what was there before
            with pytest.raises(ArchiveError, match="another process writes it"):
                add(other, make_briefing("Other text"))
        assert len(other.articles.entries()) == 2
