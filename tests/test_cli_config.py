"""Options, environment and configuration files: which of them wins."""

import pytest
from cli_runs import BRIDGE, quick, run  # noqa: F401 - a fixture

from briefing.cli.exits import ExitCode

CLEAN = {"HOME": "/nonexistent", "XDG_CONFIG_HOME": ""}

pytestmark = pytest.mark.usefixtures("folder", "quick")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with an article, and a user's configuration directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "briefing").mkdir(parents=True)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    return tmp_path


def sentences(*args, **variables):
    """How many sentences a summary with these settings has."""
    result = run("summary", *args, "bridge.txt", env=variables)
    assert result.exit_code == ExitCode.OK, result.stderr
    return len(result.stdout.splitlines())


def test_the_nearest_setting_wins(folder):
    assert sentences("--method", "lead") == 3
    (folder / "config" / "briefing" / "config.toml").write_text("length = 4")
    assert sentences() == 4
    (folder / "briefing.toml").write_text("length = 2")
    assert sentences() == 2
    assert sentences(BRIEFING_LENGTH="1") == 1
    assert sentences("--length", "3", BRIEFING_LENGTH="1") == 3


def test_a_nearer_length_of_another_kind_replaces_a_farther_one(folder):
    (folder / "config" / "briefing" / "config.toml").write_text("words = 5")
    assert sentences("--length", "4") == 4
    assert sentences(BRIEFING_LENGTH="4") == 4
    (folder / "briefing.toml").write_text("length = 4")
    assert sentences() == 4


@pytest.mark.parametrize("variables", [{}, {"BRIEFING_LENGTH": "2"}])
def test_two_lengths_at_once_are_refused(variables):
    args = ["--words", "9", *(() if variables else ("--length", "2"))]
    result = run("summary", *args, "bridge.txt", env=variables)
    if variables:
        assert result.exit_code == ExitCode.OK
    else:
        assert result.exit_code == ExitCode.USAGE
        assert "--length and --words exclude each other" in result.stderr


def test_a_setting_concerns_only_the_commands_that_have_it(folder):
    (folder / "briefing.toml").write_text('keywords = 2\nonly = ["expert"]\nlength = 1')
    assert len(run("keywords", "bridge.txt").stdout.splitlines()) == 2
    assert {line.split("\t")[1] for line in run("quotes", "bridge.txt").stdout.splitlines()} == {
        "expert"
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lenght = 2", "unknown key `lenght`; did you mean `length`?"),
        ("output = 'x'", "unknown key `output`"),
        ("length = 'two'", "`length` is 'two'; give a whole number of at least 1"),
        ("method = 'lexrank'", "did you mean `lex-rank`?"),
        ("min-confidence = 2", "give a number from 0 to 1"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(folder, text, words):
    (folder / "briefing.toml").write_text(text)
    result = run("bridge.txt")
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith(f"briefing: {folder / 'briefing.toml'}: ")
    assert words in result.stderr
    assert run("brief", "--help").exit_code == ExitCode.OK


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--only", "offical"], "did you mean official?"),
        (["--only", "kings"], "known are official, expert"),
        (["--format", "xml"], "'xml' is not known; give one of terminal, plain"),
        (["--format", "jsn"], "did you mean json?"),
        (["--min-confidence", "2"], "--min-confidence"),
        (["--length", "0"], "'0' is not a whole number of at least 1"),
        (["--length", "two"], "'two' is not a whole number"),
        (["--percent", "nan"], "a number from 0.1 to 100"),
        (["--lenght", "2"], "No such option"),
    ],
)
def test_a_wrong_option_is_told_with_what_is_known(args, words):
    result = run(*args, "bridge.txt")
    assert result.exit_code == ExitCode.USAGE
    assert words in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("name", "value"), [("BRIEFING_LENGTH", "many"), ("BRIEFING_QUIET", "perhaps")]
)
def test_a_wrong_variable_is_named(name, value):
    result = run("bridge.txt", env={name: value})
    assert result.exit_code == ExitCode.USAGE
    assert name in result.stderr


def test_verbose_names_the_files_that_settings_come_from(folder):
    (folder / "briefing.toml").write_text("length = 2")
    told = run("--verbose", "bridge.txt").stderr.splitlines()
    assert told[0] == f"briefing: {folder / 'briefing.toml'}: settings are read from it"
    assert run("bridge.txt").stderr == ""


def test_switches_can_be_set_by_the_environment():
    assert run("bridge.txt", env={"BRIEFING_VERBOSE": "1"}).stderr != ""
    assert run("bridge.txt", env={"BRIEFING_VERBOSE": "0"}).stderr == ""


def test_an_engine_that_is_not_installed_is_told(monkeypatch):
    monkeypatch.setattr("briefing.cli.work.ENGINES", {"rules": None})
    result = run("--engine", "model", "bridge.txt")
    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == "briefing: --engine model: is not there; choose rules\n"
    assert run("--engine", "rules", "bridge.txt").exit_code == ExitCode.OK
