"""Which articles the arguments mean, and what becomes of those that fail."""

import json

import pytest
from cli_runs import BRIDGE, TRAM, quick, run  # noqa: F401 - a fixture

from briefing.cli import work
from briefing.cli.exits import ExitCode
from briefing.errors import BriefingError

pytestmark = pytest.mark.usefixtures("folder", "quick")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with two articles and a note that is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "tram.md").write_text(TRAM)
    (tmp_path / "news" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return tmp_path


def sources(result):
    return [json.loads(line)["article"]["source"] for line in result.stdout.splitlines()]


def test_files_come_in_the_order_given_and_directories_expanded():
    result = run("--format", "ndjson", "news", "bridge.txt")
    assert result.exit_code == ExitCode.OK
    assert sources(result) == ["news/tram.md", "bridge.txt"]
    assert result.stderr == ""


def test_without_a_command_files_are_briefed_as_with_it():
    assert run("bridge.txt").stdout == run("brief", "bridge.txt").stdout != ""


@pytest.mark.parametrize("args", [[], ["-"], ["brief"], ["brief", "-"]])
def test_a_pipe_is_read_with_and_without_a_dash(args):
    result = run(*args, "--format", "ndjson", stdin=BRIDGE)
    assert result.exit_code == ExitCode.OK
    assert sources(result) == ["-"]


def test_a_file_named_like_a_command_is_reached_by_path_or_behind_two_dashes(folder):
    (folder / "quotes").write_text(TRAM)
    assert sources(run("--format", "ndjson", "./quotes")) == ["./quotes"]
    assert sources(run("--format", "ndjson", "--", "quotes")) == ["quotes"]


@pytest.mark.parametrize("again", ["bridge.txt", "./bridge.txt", "news/../bridge.txt", "."])
def test_a_file_given_twice_is_briefed_once(again):
    result = run("--format", "ndjson", "bridge.txt", again)
    assert sources(result).count("bridge.txt") == 1
    assert "was given already; it is briefed once" in result.stderr
    assert run("-q", "--format", "ndjson", "bridge.txt", again).stderr == ""


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "not text"),
        ("none.txt", None, "does not exist"),
    ],
)
def test_an_input_that_fails_is_told_and_the_others_are_briefed(folder, name, data, words):
    if data is not None:
        (folder / name).write_bytes(data)
    result = run("--format", "ndjson", name, "bridge.txt")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert sources(result) == ["bridge.txt"]
    assert result.stderr.startswith(f"briefing: {name}: ")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_when_all_inputs_fail_the_run_has_failed():
    result = run("none.txt", "nothing.txt")
    assert result.exit_code == ExitCode.FAILURE
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 2


def test_a_directory_without_articles_is_told(folder):
    (folder / "bare").mkdir()
    result = run("bare")
    assert result.exit_code == ExitCode.FAILURE
    assert "briefing: bare: holds no articles" in result.stderr


def test_messages_about_a_pipe_call_it_standard_input():
    result = run("-", stdin=b"")
    assert result.exit_code == ExitCode.FAILURE
    assert result.stderr.startswith("briefing: standard input: is empty;")


def test_a_name_with_control_characters_cannot_steer_the_terminal():
    result = run("a\x1b[2J\nb.txt")
    assert "briefing: a\\x1b[2J\\nb.txt: does not exist" in result.stderr


def test_a_name_that_no_file_can_have_is_an_error_like_any():
    result = run("a\0b", "bridge.txt")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "briefing: a\\x00b: cannot be read" in result.stderr


def break_on(monkeypatch, word, error):
    """Let briefing fail for articles that hold a word."""
    real = work.brief

    def fail(article, options):
        if word in article.text:
            raise error
        return real(article, options)

    monkeypatch.setattr(work, "brief", fail)


def test_a_bug_in_one_article_is_one_line_and_stops_no_other(monkeypatch):
    break_on(monkeypatch, "Elmford", KeyError("boom"))
    result = run("--format", "ndjson", "bridge.txt", "news")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert sources(result) == ["news/tram.md"]
    assert result.stderr == (
        "briefing: bridge.txt: internal error: KeyError: 'boom'; "
        "run again with --debug and report what it prints\n"
    )


def test_debug_shows_the_traceback_of_a_bug(monkeypatch):
    break_on(monkeypatch, "Elmford", RecursionError("deep"))
    result = run("--debug", "bridge.txt")
    assert result.exit_code == ExitCode.FAILURE
    assert "Traceback (most recent call last):" in result.stderr
    assert "RecursionError: deep; please report it" in result.stderr


def test_an_option_that_cannot_be_applied_names_the_article(monkeypatch):
    error = BriefingError("600 sentences", "are too many for kl", "choose another --method")
    break_on(monkeypatch, "Elmford", error)
    result = run("bridge.txt", "news")
    assert result.exit_code == ExitCode.SOME_FAILED
    assert result.stderr == (
        "briefing: bridge.txt: 600 sentences: are too many for kl; choose another --method\n"
    )


def test_verbose_says_how_each_input_went():
    result = run("-v", "--length", "1", "bridge.txt", "news")
    told = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in told] == ["bridge.txt", "news/tram.md"]
    assert " words, 1 sentences of summary, " in told[0]
