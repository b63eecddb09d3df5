"""Checking, pruning and shrinking an archive."""

import pytest
from archive_samples import BRIDGE, DAY, NOW, TRAM, VERSION, make_briefing, make_digest, make_story

from briefing.archive import Archive, Pruned, State

OLD = NOW - 100 * DAY


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.db") as archive:
        archive.articles.add([BRIDGE], version=VERSION, now=OLD)
        archive.articles.add([TRAM], version=VERSION, now=NOW)
        yield archive


def test_a_sound_archive_has_no_problems(archive):
    assert archive.upkeep.check() == ()


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM texts WHERE key = 1", "1 articles have lost their text"),
        ("DELETE FROM briefings WHERE key = 1", "1 articles have lost their briefing"),
        ("UPDATE statements SET text = 'other' WHERE key = 1", "damaged"),
        ("UPDATE statements SET article = 99 WHERE key = 1", "refers to nothing in articles"),
    ],
)
def test_damage_is_found(archive, damage, problem):
    archive.database.run("PRAGMA foreign_keys = OFF")
    archive.database.run(damage)
    assert any(problem in told for told in archive.upkeep.check())


def test_a_digest_done_before_it_was_delivered_is_found(archive):
    archive.digests.prepare(
        make_digest(make_story("s1", TRAM)),
        message_id="<1@b>",
        targets=["file:x"],
        version=VERSION,
        now=NOW,
    )
    archive.database.run("UPDATE digests SET committed = prepared")
    assert archive.upkeep.check() == ("1 digests are done that were not delivered",)


def test_overwritten_pages_are_found(tmp_path):
    path = tmp_path / "archive.db"
    with Archive.open(path) as archive:
        texts = (make_briefing(f"Text {n} " * 300, source=f"{n}.txt") for n in range(300))
        archive.articles.add(texts, version=VERSION, now=NOW)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xff" * 20_000
    path.write_bytes(data)
    with Archive.open(path) as archive:
        assert archive.upkeep.check()


def test_pruning_removes_what_is_old_and_was_used(archive):
    key = archive.digests.prepare(
        make_digest(make_story("s1", BRIDGE), prepared=OLD),
        message_id="<1@b>",
        targets=[],
        version=VERSION,
        now=OLD,
    )
    archive.digests.commit(key, now=OLD)
    assert archive.upkeep.prune(before=NOW - DAY) == Pruned(articles=1, digests=1)
    assert [entry.source for entry in archive.articles.entries()] == ["news/tram.txt"]
    assert archive.digests.stories(since=OLD - DAY) == ()
    assert archive.upkeep.check() == ()


def test_pruning_keeps_what_waits_and_digests_that_are_not_delivered(archive):
    waiting = make_briefing("Waiting text.", source="w.txt")
    archive.articles.add([waiting], version=VERSION, now=OLD, waiting=True)
    archive.digests.prepare(
        make_digest(prepared=OLD), message_id="<1@b>", targets=["x"], version=VERSION, now=OLD
    )
    assert archive.upkeep.prune(before=NOW) == Pruned(articles=1, digests=0)
    assert {entry.source for entry in archive.articles.entries()} == {"w.txt", "news/tram.txt"}
    assert len(archive.digests.unfinished()) == 1


def test_pruning_keeps_the_articles_of_a_digest_that_is_not_delivered(archive):
    key = archive.digests.prepare(
        make_digest(make_story("s1", BRIDGE), prepared=OLD),
        message_id="<1@b>",
        targets=["x"],
        version=VERSION,
        now=OLD,
    )
    assert archive.upkeep.prune(before=NOW + DAY).articles == 1
    (story,) = archive.digests.read(key).stories
    assert [briefing.article for briefing in story.briefings] == [BRIDGE.article]


def test_what_was_used_stays_known_when_it_is_pruned_until_it_changes(archive):
    (entry,) = archive.articles.find(BRIDGE.article.source)
    archive.articles.mark([entry.key], State.USED)
    for _ in range(2):
        assert archive.upkeep.prune(before=NOW + DAY) in (Pruned(2, 0), Pruned(0, 0))
    source = BRIDGE.article.source
    assert archive.articles.knows(source)
    assert archive.articles.knows(source, OLD - DAY)
    assert not archive.articles.knows(source, OLD + DAY)
    assert not archive.articles.knows(TRAM.article.source)
    assert archive.articles.entries() == ()


def test_vacuum_gives_room_back_and_changes_nothing(archive):
    texts = (make_briefing(f"Text {n} ".ljust(3000, "x"), source=f"{n}.txt") for n in range(200))
    archive.articles.add(texts, version=VERSION, now=OLD)
    archive.upkeep.prune(before=NOW - DAY)
    assert archive.upkeep.vacuum() > 0
    assert len(archive.statements.search("spring")) == 1
    assert archive.upkeep.check() == ()


def test_joining_parts_of_the_index_leaves_fewer_and_changes_nothing(archive):
    for n in range(12):
        one = make_briefing(f"{n}: hail is coming", {"words": "hail is coming"}, source=f"{n}.txt")
        archive.articles.add([one], version=VERSION, now=NOW)
    parts = "SELECT count(DISTINCT segid) FROM statement_words_idx"
    before = archive.database.value(parts)
    archive.upkeep.join()
    assert archive.database.value(parts) < before
    assert len(archive.statements.search("hail")) == 12
    assert archive.upkeep.check() == ()
