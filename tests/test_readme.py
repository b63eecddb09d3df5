"""Every command, setting and program that the README shows works as shown."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import picture
import pytest
from cli_runs import run

from briefing.cli.configuration import known_keys
from briefing.cli.exits import ExitCode
from briefing.config import flatten, parse_config

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FETCHES = "pip install"  # run in fresh environments by .ci/run
SLOW = "tests/benchmarks/"
PICTURED = re.compile(r"!\[[^]]*\]\(([^)]*)\)")

# Programs that are not part of this project, where they are missing or would reach out.
STANDINS = {
    "curl": f"cat '{ROOT}/samples/06-meter-recall.html'",
    "mutt": "cat > mail.txt; test -s mail.txt",
    "sendmail": "cat > mail.txt; grep -q '^To: ' mail.txt",
    "jq": "cat > /dev/null; echo stand-in",
}


def blocks(language):
    return [body for found, body in BLOCK.findall(README) if found == language]


def shell_lines():
    lines = (line for block in blocks("sh") for line in block.splitlines())
    return [line for line in lines if line.strip() and not line.startswith("#")]


def cron_commands():
    return [line.split(maxsplit=5)[5] for block in blocks("crontab") for line in block.splitlines()]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A directory with the samples, and programs that stand in for those of the system."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "samples", folder / "samples")
    programs = folder / "programs"
    programs.mkdir()
    runs = {"briefing": f"exec '{sys.executable}' -m briefing \"$@\""}
    for name, body in (STANDINS | runs).items():
        if name != "jq" or not shutil.which("jq"):
            (programs / name).write_text(f"#!/bin/sh\n{body}\n")
            (programs / name).chmod(0o755)
    return folder


def run_line(line, place):
    path = f"{place / 'programs'}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=place,
        capture_output=True,
        timeout=120,
        env={"PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C", "TZ": "UTC"},
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    "line",
    [line for line in shell_lines() if FETCHES not in line and SLOW not in line] + cron_commands(),
)
def test_command_of_the_readme_runs(line, place):
    done = run_line(line, place)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""


def test_commands_that_fetch_are_run_by_the_checks():
    fetching = [line for line in shell_lines() if FETCHES in line]
    checks = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert len(fetching) == 2
    assert all(line in [check.strip() for check in checks] for line in fetching)


def test_benchmark_of_the_readme_is_there():
    for line in shell_lines():
        if SLOW in line:
            assert (ROOT / line.split()[1]).is_file()


@pytest.mark.parametrize("body", blocks("toml"))
def test_settings_of_the_readme_are_valid(body):
    keys = known_keys()
    assert parse_config("README.md", body, keys) == {
        name: ",".join(value) if isinstance(value, list) else value
        for name, value in flatten(tomllib.loads(body), keys).items()
    }


@pytest.mark.parametrize("body", blocks("python"))
def test_program_of_the_readme_runs(body, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(body, {})
    assert "Njeri Waweru" in capsys.readouterr().out


@pytest.mark.parametrize("command", [[], ["digest"]])
def test_readme_names_every_option(command):
    flags = set(re.findall(r"--[a-z][a-z-]+", run(*command, "--help").output)) - {"--help"}
    assert len(flags) > 15
    assert not {flag for flag in flags if f"`{flag}" not in README}


def test_readme_names_every_exit_code():
    for code in ExitCode:
        assert f"| {int(code)} | {code.meaning} |" in README


def test_picture_of_the_readme_is_there_and_reaches_out_for_nothing():
    (target,) = PICTURED.findall(README)
    drawn = (ROOT / target).read_text("utf-8")
    assert ROOT / target == picture.PICTURE
    assert not re.search(r"""(?:href|src|url)\s*[=(]\s*["']?(?!#)""", drawn)


def test_picture_of_the_readme_shows_what_is_printed():
    shown = picture.words_in(picture.PICTURE.read_text("utf-8"))
    assert shown == picture.words_in(picture.draw(picture.terminal_view()))
