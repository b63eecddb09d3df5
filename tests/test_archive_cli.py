"""The commands of the archive: what goes in comes out, in every format, or is told why not."""

import csv
import io
import json
import sys
from datetime import UTC, datetime

import pytest
from cli_runs import BRIDGE, TRAM, quick, run  # noqa: F401 - a fixture

from briefing.archive import Archive
from briefing.cli.archiving import archive_path, parse_time
from briefing.cli.exits import ExitCode
from briefing.errors import ConfigError

pytestmark = pytest.mark.usefixtures("quick", "folder")
NOW = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with two articles, and a directory for state."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "tram.txt").write_text(TRAM)
    return tmp_path


@pytest.fixture
def filled(folder, quick):  # noqa: ARG001, F811 - another fixture
    """The archive of the user, with both articles."""
    assert run("archive", "add", "--quiet", "bridge.txt", "tram.txt").exit_code == ExitCode.OK
    return folder / "state" / "briefing" / "archive.db"


def lines(*args):
    result = run(*args)
    assert result.exit_code == ExitCode.OK, result.stderr
    return [line.split("\t") for line in result.stdout.splitlines()]


def fails(*args, code=ExitCode.FAILURE):
    result = run(*args)
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    return result.stderr


def test_articles_are_added_once(filled):
    assert filled.is_file()
    result = run("archive", "add", "bridge.txt", "tram.txt")
    assert "0 added, 2 there already, 0 failed" in result.stderr
    assert result.stdout == ""


def test_an_article_that_cannot_be_read_is_told_and_the_others_added(folder):
    (folder / "empty.txt").touch()
    result = run("archive", "add", "empty.txt", "missing.txt", "bridge.txt")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "empty.txt: is empty" in result.stderr
    assert "missing.txt" in result.stderr
    assert "1 added, 0 there already, 2 failed" in result.stderr


def test_a_bug_in_one_article_does_not_stop_the_others(monkeypatch):
    from briefing.brief import brief

    def stumble(article, options):
        if article.source == "tram.txt":
            raise RuntimeError("oops")
        return brief(article, options)

    monkeypatch.setattr("briefing.brief.brief", stumble)
    result = run("archive", "add", "tram.txt", "bridge.txt")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "tram.txt: internal error: RuntimeError: oops" in result.stderr
    assert len(lines("archive", "list")) == 1


@pytest.mark.usefixtures("filled")
def test_a_known_article_is_not_briefed_again(monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr("briefing.brief.brief", refuse)
    assert run("archive", "add", "bridge.txt").exit_code == ExitCode.OK


@pytest.mark.usefixtures("filled")
def test_the_list_has_a_line_for_each_article():
    rows = lines("archive", "list")
    assert [row[2:] for row in rows] == [
        ["2", "tram.txt", "Trams return to Lindby"],
        ["3", "bridge.txt", "Bridge at Elmford to close"],
    ]
    assert lines("archive", "list", "--limit", "1") == rows[:1]
    assert len(lines("archive", "list", "--since", "1d")) == 2
    assert lines("archive", "list", "--since", "2999-01-01") == []


@pytest.mark.usefixtures("filled")
def test_show_prints_the_briefing_that_was_added():
    (row,) = lines("archive", "list", "--limit", "1")
    shown = run("archive", "show", row[0], "--format", "json").stdout
    (briefing,) = json.loads(shown)
    assert briefing == json.loads(run("brief", "tram.txt", "--format", "json").stdout)
    assert run("archive", "show", row[0][:6]).stdout == run("brief", "tram.txt").stdout
    both = run("archive", "show", "bridge.txt", "tram.txt", "bridge.txt").stdout
    assert both == run("brief", "bridge.txt", "tram.txt").stdout


@pytest.mark.usefixtures("filled")
def test_removed_articles_are_gone():
    assert "1 removed" in run("archive", "remove", "tram.txt").stderr
    assert [row[3] for row in lines("archive", "list")] == ["bridge.txt"]
    assert run("archive", "remove", "--quiet", "--before", "2999-01-01").stderr == ""
    assert lines("archive", "list") == []


def test_what_is_not_there_is_told():
    assert "there is no archive" in fails("archive", "list")
    assert "there is no archive" in fails("search", "rain", "--archive", "other.db")


@pytest.mark.usefixtures("filled")
def test_articles_that_are_not_there_are_told():
    assert "nothing: is not in the archive" in fails("archive", "show", "nothing")
    assert "nothing: is not in the archive" in fails("archive", "remove", "tram.txt", "nothing")
    assert len(lines("archive", "list")) == 2
    assert "ARTICLE: is missing" in fails("archive", "show", code=ExitCode.USAGE)
    args = ("archive", "remove", "tram.txt", "--before", "1d")
    assert "--before: excludes naming articles" in fails(*args, code=ExitCode.USAGE)


@pytest.mark.usefixtures("filled")
def test_a_search_tells_source_paragraph_time_speaker_role_words_and_score():
    (row,) = lines("search", "steel")
    assert row[0] == "bridge.txt"
    assert row[3:6] == ["Karl Venn", "expert", "the steel had been neglected"]
    assert float(row[6]) > 0


@pytest.mark.parametrize(
    ("args", "number"),
    [
        (["buses OR trams"], 0),
        (['"along the river"'], 1),
        (["tram*"], 1),
        (["Moreau"], 2),
        (["Moreau", "--limit", "1"], 1),
        (["Moreau", "--role", "expert"], 0),
        (["Moreau", "--role", "official,expert"], 2),
        (["nobody", "--role", "other"], 1),
        (["will", "--speaker", "brand"], 1),
        (["Moreau", "--since", "1h"], 2),
        (["Moreau", "--since", "2999-01-01T00:00+02:00"], 0),
    ],
)
@pytest.mark.usefixtures("filled")
def test_searches_are_narrowed(args, number):
    assert len(lines("search", *args)) == number


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["search", "… !"], "holds no word to search for"),
        (["search", "x", "--speaker", "!"], "holds no word to search for"),
        (["speakers", "Nobody"], "Nobody: is no speaker in the archive"),
        (["speakers", "Venn", "--role", "official"], "Venn: is no speaker"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_searches_for_nothing_are_told(args, words):
    assert words in fails(*args)


@pytest.mark.usefixtures("filled")
def test_wrong_options_are_usage_errors():
    assert "is no time" in fails("search", "x", "--since", "soon", code=ExitCode.USAGE)
    assert "no kind of source" in fails("search", "x", "--role", "expret", code=ExitCode.USAGE)
    assert "WORDS" in fails("search", code=ExitCode.USAGE)
    assert "No such command" in fails("archive", "burn", code=ExitCode.USAGE)


@pytest.mark.usefixtures("filled")
def test_a_search_in_json_has_the_query_and_all_fields():
    record = json.loads(run("search", "steel", "--format", "json").stdout)
    (hit,) = record["hits"]
    assert record["query"] == "steel"
    assert (hit["source"], hit["section"], hit["paragraph"]) == ("bridge.txt", "expert", 1)
    (mark,) = hit["marks"]
    assert hit["snippet"][slice(*mark)] == "steel"
    (line,) = run("search", "steel", "--format", "ndjson").stdout.splitlines()
    assert json.loads(line) == hit


@pytest.mark.usefixtures("filled")
def test_a_search_for_readers_marks_the_words():
    shown = run("search", "steel", "--format", "markdown").stdout
    assert shown.startswith("- **Karl Venn, professor (expert, ")
    assert "the **steel** had been neglected (bridge.txt ¶1)" in shown
    shown = run("search", "steel", "--format", "terminal", "--color", "--width", "40").stdout
    assert "\x1b[1msteel\x1b[0m" in shown
    assert "bridge.txt ¶1" in shown


def test_nothing_from_an_article_steers_the_terminal(folder):
    (folder / "evil\x1b[31m.txt").write_text(BRIDGE.replace("neglected", "neglected"))
    run("archive", "add", "evil\x1b[31m.txt")
    for name in ("plain", "terminal", "markdown", "json", "ndjson"):
        assert "\x1b" not in run("search", "steel", "--format", name, "--no-color").stdout


@pytest.mark.usefixtures("filled")
def test_speakers_are_told_by_how_much_they_said():
    rows = lines("speakers")
    assert rows[0][:3] == ["Ada Moreau", "2", "1"]
    assert len(rows) == 4
    assert len(lines("speakers", "--role", "expert")) == 1
    assert len(lines("speakers", "--limit", "2")) == 2


@pytest.mark.usefixtures("filled")
def test_a_speaker_is_told_with_capacities_and_statements():
    was, *said = lines("speakers", "moreau")
    assert (was[0], was[3:]) == ("was", ["Ada Moreau", "official", "Mayor", "", "2"])
    assert [row[-1] for row in said] == ["It is no longer safe,", "buses would run along the river"]
    assert len(lines("speakers", "moreau", "--limit", "1")) == 2
    record = json.loads(run("speakers", "moreau", "--format", "json").stdout)
    assert record["speakers"][0]["position"] == "Mayor"


@pytest.mark.usefixtures("filled")
def test_an_export_in_json_is_what_briefings_are_in_json():
    records = json.loads(run("archive", "export").stdout)
    assert [record["article"]["source"] for record in records] == ["bridge.txt", "tram.txt"]
    assert records[0] == json.loads(run("brief", "bridge.txt", "--format", "json").stdout)


@pytest.mark.usefixtures("filled")
def test_an_export_of_nothing_is_an_empty_list():
    run("archive", "remove", "bridge.txt", "tram.txt")
    assert json.loads(run("archive", "export").stdout) == []


@pytest.mark.usefixtures("filled")
def test_an_export_goes_to_a_file_whole(folder):
    assert run("archive", "export", "--format", "csv", "-o", "out.csv").stdout == ""
    rows = list(csv.DictReader(io.StringIO((folder / "out.csv").read_text(), newline="")))
    assert len(rows) == 5
    assert not list(folder.glob(".out*"))


@pytest.mark.usefixtures("filled")
def test_an_export_that_fails_keeps_the_old_file(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (folder / "out").write_text("old")
    words = fails("archive", "export", "--format", "parquet", "-o", "out")
    assert "needs pyarrow, which is not installed" in words
    assert (folder / "out").read_text() == "old"
    assert not list(folder.glob(".out*"))
    assert "is a directory" in fails("archive", "export", "-o", ".")


def test_upkeep_tells_how_it_went(filled):
    assert "is sound" in run("archive", "check").stderr
    assert run("archive", "check", "--quiet").stderr == ""
    assert "MB freed" in run("archive", "vacuum").stderr
    with Archive.open(filled) as archive:
        archive.database.run("UPDATE statements SET text = 'other' WHERE key = 1")
    assert "damaged" in fails("archive", "check")


@pytest.mark.usefixtures("filled")
def test_options_may_stand_before_the_command():
    assert lines("archive", "--limit", "1", "list") == lines("archive", "list", "--limit", "1")
    assert lines("--limit", "1", "search", "will") == lines("search", "will", "--limit", "1")


def test_the_archive_may_be_named_by_option_environment_and_file(folder):
    assert run("archive", "add", "tram.txt", "--archive", "own.db").exit_code == ExitCode.OK
    assert len(run("archive", "list", env={"BRIEFING_ARCHIVE": "own.db"}).stdout.split("\n")) == 2
    (folder / "briefing.toml").write_text('archive = "own.db"')
    assert len(lines("archive", "list")) == 1
    assert not (folder / "state").exists()


def test_the_help_explains_every_command_of_the_archive():
    text = run("archive", "--help").stdout
    for name in ("add", "list", "show", "remove", "export", "vacuum", "check"):
        assert f"  {name} " in text
        assert "Exit codes:" in run("archive", name, "--help").stdout
        assert f".SS briefing archive {name}\n" in run("man").stdout


@pytest.mark.parametrize(
    ("given", "environment", "path"),
    [
        ("x.db", {}, "x.db"),
        (None, {"HOME": "/h"}, "/h/.local/state/briefing/archive.db"),
        (None, {"HOME": "/h", "XDG_STATE_HOME": "/s"}, "/s/briefing/archive.db"),
        (None, {"HOME": "/h", "XDG_STATE_HOME": "s"}, "/h/.local/state/briefing/archive.db"),
    ],
)
def test_the_archive_lies_where_state_lies(given, environment, path):
    assert archive_path(given, environment).as_posix() == path


def test_without_a_home_the_archive_must_be_named():
    with pytest.raises(ConfigError, match="give --archive FILE"):
        archive_path(None, {})


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-20T00:00+02:00", "2026-11-19T22:00:00+00:00"),
        ("12h", "2026-11-21T18:30:00+00:00"),
        (" 2 W ", "2026-11-08T06:30:00+00:00"),
    ],
)
def test_times_are_dates_or_so_long_ago(text, time):
    assert parse_time(text, option="--since", now=NOW).isoformat() == time


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "999999d", "-1d", "0001-01-01"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ConfigError, match="is no time"):
        parse_time(text, option="--since", now=NOW)
