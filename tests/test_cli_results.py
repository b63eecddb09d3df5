"""What the commands print, in which format, and where it goes."""

import json
from functools import partial

import pytest
from cli_runs import BRIDGE, TRAM, quick, run  # noqa: F401 - a fixture

from briefing.brief import Options
from briefing.cli.exits import ExitCode
from briefing.cli.options import Format

pytestmark = pytest.mark.usefixtures("folder", "quick")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "tram.txt").write_text(TRAM)
    return tmp_path


COMMANDS = ("brief", "summary", "keywords", "quotes")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("format", list(Format))
def test_every_command_prints_every_format_and_the_same_each_time(name, format):
    first = run(name, "--format", format, "bridge.txt")
    assert first.exit_code == ExitCode.OK
    assert first.stderr == ""
    assert first.stdout.endswith("\n")
    assert first.stdout_bytes == run(name, "--format", format, "bridge.txt").stdout_bytes


@pytest.mark.parametrize("name", COMMANDS)
def test_json_is_an_object_for_a_file_and_an_array_for_several(name):
    one = json.loads(run(name, "--format", "json", "bridge.txt").stdout)
    assert one["schema"] == "briefing/1"
    both = json.loads(run(name, "--format", "json", "bridge.txt", "tram.txt").stdout)
    assert both[0] == one
    assert [item["article"]["source"] for item in both] == ["bridge.txt", "tram.txt"]


def test_json_is_an_array_whenever_several_were_meant(folder):
    directory = folder / "news"
    directory.mkdir()
    assert run("--format", "json", "news").stdout == "[]\n"
    (directory / "tram.txt").write_text(TRAM)
    assert len(json.loads(run("--format", "json", "news").stdout)) == 1
    assert len(json.loads(run("--format", "json", "none.txt", "tram.txt").stdout)) == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_ndjson_is_one_line_an_article(name):
    lines = run(name, "--format", "ndjson", "bridge.txt", "tram.txt").stdout.splitlines()
    assert [json.loads(line)["article"]["source"] for line in lines] == ["bridge.txt", "tram.txt"]


@pytest.mark.parametrize(
    ("format", "between"), [("plain", "\n" + "─" * 60 + "\n\n"), ("markdown", "\n---\n\n")]
)
def test_the_texts_of_several_articles_are_set_apart(format, between):
    both = run("--width", "60", "--format", format, "bridge.txt", "tram.txt").stdout
    alone = [
        run("--width", "60", "--format", format, name).stdout for name in ("bridge.txt", "tram.txt")
    ]
    assert both == between.join(alone)


def test_quotes_are_lines_of_five_fields():
    rows = [
        line.split("\t") for line in run("quotes", "bridge.txt", "tram.txt").stdout.splitlines()
    ]
    assert ["Ada Moreau", "official", "direct", "It is no longer safe,", "Mayor"] in rows
    assert all(len(row) == 5 for row in rows)


def test_quotes_hold_no_tabs_and_line_breaks_of_the_text(folder):
    (folder / "wrapped.txt").write_text('"It\tis\nno longer safe," Mayor Ada Moreau said.\n')
    (line,) = run("quotes", "wrapped.txt").stdout.splitlines()
    assert line.split("\t") == [
        "Ada Moreau",
        "official",
        "direct",
        "It is no longer safe,",
        "Mayor",
    ]


def test_only_keeps_the_statements_of_some_sources():
    rows = run("quotes", "--only", "expert", "bridge.txt").stdout.splitlines()
    assert rows
    assert all(row.split("\t")[1] == "expert" for row in rows)
    found = json.loads(run("--only", "Expert, other", "--format", "json", "bridge.txt").stdout)
    assert {statement["section"] for statement in found["statements"]} <= {"expert", "other"}


def test_min_confidence_leaves_out_what_is_less_sure():
    whole = json.loads(run("quotes", "--format", "json", "bridge.txt").stdout)["statements"]
    limit = max(statement["confidence"] for statement in whole)
    kept = run("quotes", "--format", "json", "--min-confidence", limit - 1e-3, "bridge.txt")
    assert 0 < len(json.loads(kept.stdout)["statements"]) <= len(whole)


def test_a_summary_is_one_sentence_a_line():
    lines = run("summary", "--length", "2", "bridge.txt").stdout.splitlines()
    assert len(lines) == 2
    assert all(line in " ".join(BRIDGE.split()) for line in lines)


def test_summary_lengths_in_words_and_percent():
    by_words = run("summary", "--words", "20", "bridge.txt").stdout
    assert 0 < len(by_words.split()) <= 20
    assert len(run("summary", "--percent", "50", "bridge.txt").stdout.splitlines()) >= 1


def test_keywords_are_one_a_line_and_as_many_as_asked_for():
    assert len(run("keywords", "--keywords", "3", "bridge.txt").stdout.splitlines()) == 3
    assert run("keywords", "--keywords", "0", "bridge.txt").stdout == ""


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("format", list(Format))
def test_explain_adds_reasons_in_every_format(name, format):
    short = run(name, "--format", format, "bridge.txt").stdout
    long = run(name, "--explain", "--format", format, "bridge.txt").stdout
    assert len(long) > len(short)


def test_the_width_is_kept():
    text = run("--format", "terminal", "--width", "40", "bridge.txt").stdout
    assert max(map(len, text.splitlines())) <= 40


def test_colour_only_where_asked_for_off_a_terminal():
    assert "\x1b[" not in run("--format", "terminal", "bridge.txt").stdout
    assert "\x1b[" in run("--format", "terminal", "--color", "bridge.txt").stdout
    assert "\x1b[1m" in run("quotes", "--format", "terminal", "--color", "bridge.txt").stdout


def test_output_goes_to_a_file_and_nothing_to_standard_output(folder):
    expected = run("bridge.txt", "tram.txt").stdout
    result = run("--output", "out.txt", "bridge.txt", "tram.txt")
    assert result.exit_code == ExitCode.OK
    assert result.stdout == ""
    assert (folder / "out.txt").read_text() == expected


def test_output_dash_is_standard_output(folder):
    assert run("-o", "-", "bridge.txt").stdout == run("bridge.txt").stdout
    assert not (folder / "-").exists()


def test_a_run_without_any_result_keeps_the_former_output(folder):
    (folder / "out.txt").write_text("former")
    assert run("-o", "out.txt", "none.txt").exit_code == ExitCode.FAILURE
    assert (folder / "out.txt").read_text() == "former"


def test_a_run_with_some_results_writes_them(folder):
    assert run("-o", "out.txt", "none.txt", "tram.txt").exit_code == ExitCode.SOME_FAILED
    assert (folder / "out.txt").read_text() == run("tram.txt").stdout


@pytest.mark.parametrize("output", ["bridge.txt", "./bridge.txt"])
def test_an_input_is_never_overwritten(folder, output):
    result = run("-o", output, "tram.txt", "bridge.txt")
    assert result.exit_code == ExitCode.USAGE
    assert "is both an input and the --output" in result.stderr
    assert (folder / "bridge.txt").read_text() == BRIDGE


@pytest.mark.parametrize(
    ("output", "words"),
    [("none/out.txt", "is in a directory that does not exist"), (".", "is a directory")],
)
def test_an_output_that_cannot_be_written_is_told_before_the_work(output, words):
    result = run("-v", "-o", output, "bridge.txt")
    assert result.exit_code == ExitCode.FAILURE
    assert result.stderr.startswith(f"briefing: {output}: {words}")
    assert len(result.stderr.splitlines()) == 1


def test_explain_tells_all_about_a_speaker():
    result = run("explain", "bridge.txt", "moreau")
    assert result.exit_code == ExitCode.OK
    lines = result.stdout.splitlines()
    assert lines[0] == "Ada Moreau"
    assert "  position: Mayor" in lines
    assert "  role: official" in lines
    assert any("[Ada Moreau]" in line for line in lines)


def test_explain_names_the_speakers_where_none_is_meant():
    result = run("explain", "bridge.txt", "Smith")
    assert result.exit_code == ExitCode.FAILURE
    assert "bridge.txt: has no speaker Smith; its speakers are " in result.stderr
    assert "Ada Moreau" in result.stderr


def test_explain_reads_a_pipe_and_calls_it_so():
    assert run("explain", "-", "venn", stdin=BRIDGE).stdout.startswith("Karl Venn\n")
    assert run("explain", "-", "venn", stdin="").stderr.startswith("briefing: standard input: ")


def test_all_shows_what_a_talkative_speaker_would_crowd_out(monkeypatch):
    monkeypatch.setattr("briefing.cli.work.Options", partial(Options, per_speaker=1))
    short, whole = run("bridge.txt").stdout, run("--all", "bridge.txt").stdout
    assert "and 1 more statement" in short
    said = ("It is no longer safe", "buses would run")
    assert sum(words in short.partition("OFFICIAL")[2] for words in said) == 1
    assert "more statement" not in whole
    assert all(words in whole.partition("OFFICIAL")[2] for words in said)
