"""How far a digest has come: a bar on a terminal, lines elsewhere, nothing with --quiet."""

import os
import pty
import subprocess
import threading

import pytest
from cli_runs import BRIDGE, TRAM, command, environment, quick, run  # noqa: F401 - a fixture


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for number in range(5):
        text = (BRIDGE, TRAM)[number % 2].replace("said", f"said on day {number}")
        (tmp_path / "news" / f"{number}.txt").write_text(text)
    return tmp_path


def run_on_terminal(folder, *args):
    """What a digest prints where standard error is a terminal: on the terminal, and its result."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command("digest", "--archive", "a.db", "--engine", "rules", *args, "news"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment(TERM="xterm", COLUMNS="80", NO_COLOR=None),
    )
    os.close(theirs)
    shown = []
    reader = threading.Thread(target=lambda: shown.extend(read_all(ours)))
    reader.start()
    printed, _ = process.communicate(timeout=60)
    reader.join(20)
    os.close(ours)
    assert process.returncode == 0
    return b"".join(shown), printed


def read_all(descriptor):
    while True:
        try:
            data = os.read(descriptor, 65536)
        except OSError:  # the other end is closed
            return
        if not data:
            return
        yield data


def test_a_terminal_shows_a_bar_that_goes_away(folder):
    shown, printed = run_on_terminal(folder)
    assert b"reading" in shown
    assert b"5/" in shown
    assert b"\x1b[2K" in shown or b"\x1b[1A" in shown
    assert b"reading" not in printed
    assert b"\x1b" not in printed
    assert printed.startswith(b"Digest of ")


def test_a_quiet_run_shows_no_bar(folder):
    shown, printed = run_on_terminal(folder, "--quiet")
    assert shown == b""
    assert printed


@pytest.mark.usefixtures("quick", "folder")
def test_off_a_terminal_a_line_now_and_then_tells_how_far_it_is(monkeypatch):
    monkeypatch.setattr("briefing.cli.digesting_reading.EVERY", 2)
    told = run("digest", "--archive", "a.db", "-o", "today.txt", "news").stderr
    assert told == "briefing: 2 items read\nbriefing: 4 items read\n"
    assert run("digest", "--quiet", "--archive", "b.db", "-o", "today.txt", "news").output == ""
