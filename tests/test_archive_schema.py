"""The file of an archive: made, brought up to date, and left alone when it is not ours."""

import sqlite3
from pathlib import Path

import pytest
from archive_samples import BRIDGE, NOW, TRAM, VERSION, make_digest, make_story

from briefing.archive import Archive
from briefing.archive.schema import APPLICATION, STEPS, check_ours, migrate, read_version
from briefing.errors import ArchiveError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.db"


def connect(path):
    return sqlite3.connect(path, isolation_level=None)


def make_old(path, version):
    """A file as a program of that version left it, with an article in it."""
    connection = connect(path)
    migrate(connection, steps=STEPS[:version])
    assert read_version(connection) == version
    connection.execute("INSERT INTO texts VALUES (1, x'00', x'789c030000000001')")
    connection.execute(
        "INSERT INTO articles (key, id, source, text, content, title, added, read, state, data)"
        " VALUES (1, 'a1', 'a.txt', 1, x'00', 'Old', ?1, ?1, 'kept', x'00')",
        ("2025-01-01T00:00:00.000000+00:00",),
    )
    connection.execute(
        "INSERT INTO statements VALUES (1, 1, 1, 'rain is coming', 'Ada Moreau', NULL, NULL,"
        " 'official', 'statement', 'direct', 0.9, '2025-01-01T00:00:00.000000+00:00')"
    )
    connection.execute(
        "INSERT INTO statement_words (rowid, text, speaker)"
        " VALUES (1, 'rain is coming', 'Ada Moreau')"
    )
    connection.close()


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_an_old_file_is_brought_up_to_date_with_all_that_it_holds(path, version):
    make_old(path, version)
    with Archive.open(path, create=False) as archive:
        assert read_version(archive.database.connection) == len(STEPS)
        (entry,) = archive.articles.entries()
        assert (entry.title, entry.statements) == ("Old", 1)
        (hit,) = archive.statements.search("rain")
        assert hit.said.speaker == "Ada Moreau"
        archive.articles.add([BRIDGE], version=VERSION, now=NOW, waiting=True)
        archive.digests.prepare(
            make_digest(make_story("s1", TRAM)),
            message_id="<1@b>",
            targets=["file:x"],
            version=VERSION,
            now=NOW,
        )
        (kept,) = archive.digests.unfinished()
        archive.digests.start(kept.key, "file:x", now=NOW, content=b"told")
        assert archive.digests.content(kept.key, "file:x") == b"told"
        assert not archive.articles.knows("a.txt")
        archive.inputs.fail("feed", "404", now=NOW)
        assert archive.upkeep.check() == ()


def test_a_step_that_fails_leaves_the_file_as_it_was(path):
    make_old(path, 1)
    connection = connect(path)
    steps = (*STEPS[:1], ("CREATE TABLE half (x)", "CREATE TABLE nonsense ("))
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, steps=steps)
    assert read_version(connection) == 1
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "half" not in tables
    connection.close()
    Archive.open(path).close()


def test_a_file_of_a_later_version_is_refused_untouched(path):
    make_old(path, len(STEPS))
    connection = connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"is of version 99.*install a later briefing"):
        Archive.open(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_untouched(path):
    connection = connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="is the database of another program"):
        Archive.open(path)
    assert path.read_bytes() == before


def test_another_application_is_told_by_its_mark():
    connection = connect(":memory:")
    connection.execute("PRAGMA application_id = 7")
    with pytest.raises(ArchiveError, match="another program"):
        check_ours(connection, name="x")
    connection.close()


@pytest.mark.parametrize("data", [b"no database at all " * 100, b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_no_database_is_refused_untouched(path, data):
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="is no archive, or damaged"):
        Archive.open(path)
    assert path.read_bytes() == data


def test_an_empty_file_becomes_an_archive(path):
    path.touch()
    with Archive.open(path) as archive:
        assert archive.database.value("PRAGMA application_id") == APPLICATION
        assert archive.database.value("PRAGMA journal_mode") == "wal"


def test_an_archive_that_is_only_read_is_not_made(path):
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive.open(path, create=False)
    assert not path.exists()


def test_a_place_where_no_file_can_be_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot be made"):
        Archive.open(tmp_path / "file" / "archive.db")
    with pytest.raises(ArchiveError, match="cannot be used"):
        Archive.open(tmp_path)


def test_an_opened_archive_may_be_opened_again(path):
    with Archive.open(path) as first, Archive.open(path) as second:
        first.articles.add([BRIDGE], version=VERSION, now=NOW)
        assert len(second.articles.entries()) == 1


def test_errors_of_ours_are_not_dressed_up(path):
    with Archive.open(Path(path)) as archive, pytest.raises(sqlite3.OperationalError):
        archive.database.run("SELECT nonsense FROM nothing")
