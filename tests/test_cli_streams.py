"""Streams that are closed, full or terminals, and errors that nobody foresaw."""

import io
import runpy
import sys
from pathlib import Path

import pytest
import typer
from cli_runs import BRIDGE, quick, run  # noqa: F401 - a fixture

from briefing.cli import configuration, messages, results, terminal
from briefing.cli.exits import ExitCode
from briefing.cli.inputs import choose_inputs, identity
from briefing.cli.options import Format, Settings
from briefing.errors import OutputError


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


class Failing:
    """A stream whose writing fails."""

    def __init__(self, error):
        self.buffer = self
        self.error = error

    def write(self, _data):
        raise self.error

    def fileno(self):
        return 99


def test_a_stream_that_is_missing_or_closed_is_no_terminal():
    closed = io.StringIO()
    closed.close()
    assert not terminal.is_terminal(None)
    assert not terminal.is_terminal(closed)
    assert not terminal.is_terminal(io.StringIO())
    assert terminal.is_terminal(Terminal())


@pytest.mark.parametrize(
    ("settings", "chosen"),
    [
        (Settings(), Format.TERMINAL),
        (Settings(output="-"), Format.TERMINAL),
        (Settings(output="out.txt"), Format.PLAIN),
        (Settings(format=Format.JSON), Format.JSON),
    ],
)
def test_the_terminal_format_is_for_terminals(monkeypatch, settings, chosen):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert terminal.choose_format(settings) is chosen


@pytest.mark.parametrize(
    ("columns", "settings", "width"),
    [
        ("120", Settings(), 120),
        ("5", Settings(), 20),
        ("120", Settings(width=50), 50),
        ("120", Settings(output="out.txt"), 80),
    ],
)
def test_the_width_is_that_of_the_terminal_unless_asked_for(monkeypatch, columns, settings, width):
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.choose_layout(settings).width == width


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colour_follows_the_terminal_and_no_color(environment, colour):
    assert terminal.choose_colour(Settings(), environment, terminal=True) is colour
    assert not terminal.choose_colour(Settings(), environment, terminal=False)
    assert terminal.choose_colour(Settings(color=True), environment, terminal=False)
    assert not terminal.choose_colour(Settings(color=False), environment, terminal=True)


def test_a_terminal_that_is_not_utf_8_gets_ascii(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(stream, "encoding", "iso-8859-1", raising=False)
    monkeypatch.setattr(sys, "stdout", stream)
    assert not terminal.choose_layout(Settings()).unicode
    assert terminal.choose_layout(Settings(output="out.txt")).unicode


def test_messages_need_no_standard_error(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    messages.tell("lost")
    monkeypatch.setattr(sys, "stderr", Failing(OSError()))
    messages.tell("lost")


def test_a_closed_standard_output_is_told(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match="standard output: is closed"):
        results.write_stdout(b"text")


def test_a_full_standard_output_is_told_and_a_gone_reader_is_not(monkeypatch):
    discarded = []
    monkeypatch.setattr(results, "discard_stdout", lambda: discarded.append(1))
    monkeypatch.setattr(sys, "stdout", Failing(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space left on device"):
        results.write_stdout(b"text")
    monkeypatch.setattr(sys, "stdout", Failing(BrokenPipeError()))
    with pytest.raises(typer.Exit) as caught:
        results.write_stdout(b"text")
    assert caught.value.exit_code == ExitCode.OK
    assert discarded == [1, 1]


def test_discarding_redirects_the_descriptor_of_standard_output(monkeypatch):
    made = []
    monkeypatch.setattr(results.os, "dup2", lambda _source, target: made.append(target))
    monkeypatch.setattr(sys, "stdout", Failing(OSError()))
    results.discard_stdout()
    assert made == [99]


def fail_with(monkeypatch, error):
    def fail(*_args, **_kwargs):
        raise error

    monkeypatch.setattr("briefing.cli.work.choose_inputs", fail)


def test_a_bug_outside_of_an_article_is_one_line(monkeypatch):
    fail_with(monkeypatch, ZeroDivisionError("by nought"))
    result = run("x.txt")
    assert result.exit_code == ExitCode.FAILURE
    assert result.stderr == (
        "briefing: internal error: ZeroDivisionError: by nought; "
        "run again with --debug and report what it prints\n"
    )
    assert "Traceback" in run("x.txt", env={"BRIEFING_DEBUG": "1"}).stderr


def test_an_interruption_is_silent_and_has_its_code(monkeypatch):
    fail_with(monkeypatch, KeyboardInterrupt())
    result = run("x.txt")
    assert result.exit_code == ExitCode.INTERRUPTED
    assert result.output == ""
    monkeypatch.setattr("briefing.cli.app.route", fail_route)
    assert run("x.txt").exit_code == ExitCode.INTERRUPTED


def fail_route(*_args, **_kwargs):
    raise KeyboardInterrupt


def test_without_input_there_is_short_help(monkeypatch):
    monkeypatch.setattr("briefing.cli.command.is_terminal", lambda _stream: True)
    result = run("--quiet")
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith("Usage: briefing brief [OPTIONS] [FILE]...")
    assert "Try 'briefing --help'." in result.stderr


def test_a_closed_standard_input_is_told(monkeypatch):
    from briefing.cli import work
    from briefing.errors import LoadError

    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(LoadError, match="standard input: is closed"):
        work.load_source("-")


def test_an_article_from_a_terminal_is_announced(monkeypatch, quick):  # noqa: F811, ARG001
    monkeypatch.setattr("briefing.cli.work.is_terminal", lambda _stream: True)
    result = run("quotes", "-", stdin=BRIDGE)
    assert "end the article with Ctrl-D" in result.stderr
    assert result.stdout.startswith("Ada Moreau\t")


def test_names_that_cannot_be_resolved_stand_for_themselves():
    assert identity("a\0b") == "a\0b"
    assert choose_inputs(["a\0b", "a\0b"]).sources == ("a\0b",)


def test_a_configuration_that_may_not_be_looked_at_is_passed_over(monkeypatch, tmp_path):
    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    assert not configuration.is_there(tmp_path / "briefing.toml")


def test_a_working_directory_that_is_gone_has_no_configuration(monkeypatch):
    def refuse():
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", refuse)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nonexistent")
    assert configuration.config_files() == ()


def test_the_package_runs_as_a_module(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["briefing", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("briefing", run_name="__main__")
    assert not caught.value.code
    assert capsys.readouterr().out.startswith("briefing ")
