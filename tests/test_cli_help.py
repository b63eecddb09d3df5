"""Help, version, manual page and completion, and what they say of every option."""

import re
import subprocess
import sys

import pytest
import typer
from cli_runs import ROOT, run, spawn

from briefing import __version__
from briefing.cli.app import app
from briefing.cli.configuration import known_keys
from briefing.cli.exits import ExitCode, exit_code_of
from briefing.cli.manual import roff
from briefing.cli.options import Method

PROGRAM = typer.main.get_command(app)
COMMANDS = PROGRAM.commands
FLAGS = [
    (name, flag)
    for name, command in COMMANDS.items()
    for param in command.params
    for flag in (*param.opts, *param.secondary_opts)
    if flag.startswith("-")
]
HEAVY = ("nltk", "sumy", "numpy", "trafilatura", "onnxruntime", "rich", "sqlite3", "tomllib")
STAGES = ("brief", "load", "segment", "attribution", "speakers", "roles", "summary", "keywords")


def flat(text):
    """The text with its line breaks and hyphenation undone."""
    return re.sub(r"\s+", " ", re.sub(r"-\n\s+", "-", text))


def test_the_help_lists_every_command_and_every_exit_code():
    text = run("--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", text, re.MULTILINE)
    for code in ExitCode:
        assert f"{code.value}  " in text
        assert code.meaning in flat(text)


@pytest.mark.parametrize(("name", "flag"), FLAGS)
def test_every_option_is_explained_in_the_help_of_its_command(name, flag):
    text = run(name, "--help").stdout
    rows = re.findall(rf"^  (?:-\w, |--\S+ / )?{flag}\b.*(?:\n {{8,}}.*)*", text, re.MULTILINE)
    assert len(rows) == 1
    assert len(rows[0].split()) >= 3


def test_the_help_of_the_program_has_all_options_of_the_default_command():
    whole = run("--help").stdout
    for name, flag in FLAGS:
        if name == "brief":
            assert flag in whole


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_argument_is_explained(name):
    command = COMMANDS[name]
    assert command.help.split("\n\n")[0].endswith(".")
    assert all(param.help for param in command.params)
    assert "Exit codes:" in run(name, "--help").stdout


def test_the_version_is_that_of_the_package():
    assert run("--version").stdout == f"briefing {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["quotes", "--help"]])
def test_help_and_version_load_nothing_heavy(args):
    code = (
        "import sys\nfrom briefing.cli import main\n"
        f"sys.argv = ['briefing', *{args!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"heavy = {HEAVY!r} + tuple(f'briefing.{{s}}' for s in {STAGES!r})\n"
        "print('LOADED', [name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_the_manual_page_has_all_sections_commands_options_and_codes():
    page = run("man").stdout
    lines = page.splitlines()
    assert lines[0] == f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"'
    sections = [line[4:] for line in lines if line.startswith(".SH ")]
    assert sections[:3] == ["NAME", "SYNOPSIS", "DESCRIPTION"]
    assert sections[-4:] == ["EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"]
    for name in COMMANDS:
        assert f".SS briefing {name}" in lines
    for _, flag in FLAGS:
        assert roff(flag) in page
    for code in ExitCode:
        assert f"\\fB{code.value}\\fR" in page


def test_the_manual_page_holds_nothing_that_roff_would_take_for_a_request():
    allowed = {".TH", ".SH", ".SS", ".TP", ".PP", ".br"}
    for line in run("man").stdout.splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in allowed
        assert line.strip()


def test_help_and_manual_explain_an_option_in_the_same_words():
    words = "Leave out statements less sure than P (0 to 1)."
    assert words in flat(run("--help").stdout)
    assert roff(words) in run("man").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_completion_script_for_each_shell(shell):
    done = spawn(_BRIEFING_COMPLETE=f"source_{shell}")
    assert done.returncode == 0
    assert b"_BRIEFING_COMPLETE=complete_" + shell.encode() in done.stdout


def complete(words):
    done = spawn(
        _BRIEFING_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))
    )
    assert done.stderr == b""
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("briefing quo", ["quotes"]),
        ("briefing --min", ["--min-confidence"]),
        ("briefing quotes --eng", ["--engine"]),
        ("briefing --format mark", ["markdown"]),
        ("briefing --quiet --method lex", ["lex-rank"]),
        ("briefing summary --method te", ["text-rank"]),
        ("briefing a.tx", []),
    ],
)
def test_commands_options_and_values_are_completed(words, found):
    assert complete(words) == found


def test_every_key_of_a_configuration_file_is_an_option_of_a_command():
    flags = {flag.removeprefix("--") for _, flag in FLAGS}
    tabled = {key.partition(".")[2] for key in known_keys() if "." in key}
    assert {key for key in known_keys() if "." not in key} | tabled <= flags
    assert {"output", "inputs", "file", "name"}.isdisjoint(known_keys())
    own = {param.opts[0].removeprefix("--") for param in COMMANDS["digest"].params}
    assert own - tabled == {"sources", "mark-seen", "as-of", "output", "install-timer"}


def test_every_method_of_the_library_can_be_chosen():
    from briefing.summary import METHODS

    assert {method.value for method in Method} == set(METHODS)


@pytest.mark.parametrize(
    ("succeeded", "failed", "code"),
    [
        (2, 0, ExitCode.OK),
        (0, 0, ExitCode.OK),
        (2, 1, ExitCode.SOME_FAILED),
        (0, 1, ExitCode.FAILURE),
    ],
)
def test_the_exit_code_tells_all_some_and_none_apart(succeeded, failed, code):
    assert exit_code_of(succeeded=succeeded, failed=failed) is code
