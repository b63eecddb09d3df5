"""The program as the shell runs it: pipes, signals, terminals, bare environments."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_runs import BRIDGE, command, environment, spawn

from briefing.cli.exits import ExitCode

TEXT = BRIDGE.encode()


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT)
    return path


def shell(script, **changes):
    return subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        timeout=60,
        env=environment(B=" ".join(command()), **changes),
        check=False,
    )


def on_terminal(*args, term="xterm-256color", **changes):
    """What the program shows on a terminal, and its exit code; nothing is typed."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        command(*args),
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment(TERM=term, COLUMNS="70", **changes),
        start_new_session=True,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:  # the other end is closed
            break
        shown += piece
    os.close(leader)
    return shown.decode().replace("\r\n", "\n"), process.wait(60)


def test_on_a_terminal_without_input_there_is_short_help_and_no_waiting():
    for args in ([], ["--quiet"], ["quotes"]):
        shown, code = on_terminal(*args)
        assert code == ExitCode.USAGE
        assert shown.startswith("Usage: briefing ")
        assert "No input" in shown
        assert len(shown.splitlines()) < 8


def test_on_a_terminal_the_briefing_is_coloured_and_as_wide_as_it(article):
    shown, code = on_terminal(article)
    assert code == ExitCode.OK
    assert "\x1b[" in shown
    assert "─" in shown


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"term": "dumb"}])
def test_a_terminal_without_colour_gets_no_escapes(article, changes):
    assert "\x1b" not in on_terminal(article, **changes)[0]
    assert "\x1b" in on_terminal("--color", article, **changes)[0]


def test_in_a_pipe_the_briefing_is_plain(article):
    done = spawn(article)
    assert done.returncode == ExitCode.OK
    assert b"\x1b" not in done.stdout
    assert done.stdout == spawn("--format", "plain", article).stdout


def test_a_pipe_is_read(article):
    assert spawn("quotes", stdin=TEXT).stdout == spawn("quotes", article).stdout


def test_a_closed_pipe_is_no_error(tmp_path):
    for number in range(60):  # more than a pipe holds
        (tmp_path / f"{number}.txt").write_bytes(TEXT)
    done = shell(f"$B --format json {tmp_path} | head -c 1; echo ${{PIPESTATUS[0]}}")
    assert done.stdout == b"[0\n"
    assert done.stderr == b""


def test_a_reader_that_leaves_at_once_is_no_error(article):
    done = shell(f"$B {article} | true; echo ${{PIPESTATUS[0]}}")
    assert done.stderr == b""
    assert done.stdout == b"0\n"


def test_a_full_disk_is_told(article):
    done = shell(f"$B {article} > /dev/full")
    assert done.returncode == ExitCode.FAILURE
    assert done.stderr == (
        b"briefing: standard output: cannot be written (No space left on device); make room\n"
    )


def test_closed_streams_are_told_and_cause_no_traceback(article):
    done = shell(f"$B {article} >&-")
    assert done.returncode == ExitCode.FAILURE
    assert b"standard output: is closed" in done.stderr
    assert b"Traceback" not in done.stderr
    assert shell("$B none.txt 2>&-").returncode == ExitCode.FAILURE
    assert shell("$B <&-").returncode == ExitCode.USAGE
    assert b"standard input: is closed" in shell("$B - <&-").stderr


@pytest.mark.parametrize("delay", [1.5, 3.0])
def test_an_interruption_ends_quietly_with_its_own_code(delay):
    with subprocess.Popen(
        command("-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # A shell starts what it runs in the background with interruptions ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        time.sleep(delay)  # while it is imported, or waits for its input
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    assert process.returncode == ExitCode.INTERRUPTED
    assert output == b""
    assert errors == b""


@pytest.mark.parametrize(
    "changes",
    [
        {"LANG": "C", "LC_ALL": None},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_the_result_is_utf_8_whatever_the_locale(tmp_path, changes):
    path = tmp_path / "a.txt"
    path.write_text("“Zoë’s bridge – 橋 – is closed,” Mayor Ada Moreau said.\n", "utf-8")
    done = spawn("--format", "ndjson", path, **changes)
    assert done.returncode == ExitCode.OK, done.stderr
    assert "橋" in json.loads(done.stdout.decode("utf-8"))["statements"][0]["text"]


def test_without_home_and_in_a_directory_that_cannot_be_written(article, tmp_path):
    place = tmp_path / "locked"
    place.mkdir()
    place.chmod(0o555)
    done = spawn(article, cwd=place, HOME=None, XDG_CONFIG_HOME=None)
    assert done.returncode == ExitCode.OK, done.stderr
    assert done.stderr == b""


def test_a_working_directory_that_is_gone_is_no_obstacle(article, tmp_path):
    place = tmp_path / "gone"
    place.mkdir()
    done = shell(f"cd {place} && rmdir {place} && $B {article}")
    assert done.returncode == ExitCode.OK, done.stderr


def test_a_file_name_that_is_no_utf_8_is_briefed(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with Path(os.fsdecode(name)).open("wb") as file:
        file.write(TEXT)
    done = shell(f"cd {tmp_path}; $B --format ndjson *.txt; $B none-*.txt")
    assert json.loads(done.stdout)["article"]["source"] == "caf\udce9.txt"


def test_the_streams_are_kept_apart(article):
    done = spawn("--verbose", article, "none.txt")
    assert done.returncode == ExitCode.SOME_FAILED
    assert done.stdout == spawn(article).stdout
    assert len(done.stderr.splitlines()) == 2


def test_an_article_typed_into_a_terminal_is_announced():
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command("quotes", "-"),
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        os.close(follower)
        os.write(leader, TEXT + b"\x04")
        output, errors = process.communicate(timeout=30)
    os.close(leader)
    assert b"end the article with Ctrl-D" in errors
    assert b"Ada Moreau\t" in output


def test_an_interruption_while_the_program_is_imported_shows_no_traceback():
    program = (
        "import sys\n"
        "from briefing.cli import main\n"
        "class Interruption:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'briefing.cli.app':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interruption())\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, env=environment()
    )
    assert (done.returncode, done.stderr) == (ExitCode.INTERRUPTED, b"")


def test_an_interruption_waits_for_no_thread_that_is_blocked():
    program = (
        "import sys, threading\n"
        "from briefing.cli import main\n"
        "class Interruption:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'briefing.cli.app':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interruption())\n"
        "threading.Thread(target=threading.Event().wait).start()\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=20, env=environment()
    )
    assert (done.returncode, done.stderr) == (ExitCode.INTERRUPTED, b"")
