"""Digests of runs that are killed: nothing is lost, nothing goes out twice."""

import json
import re
import signal
import socket
import subprocess
import sys
import threading
from email import message_from_bytes

import pytest
from cli_runs import BRIDGE, TRAM, environment

from briefing.archive import Archive

FERRY = """Ferry over the Orrin stops

The ferry over the Orrin stops in winter, since nobody has paid for a new engine.

The crew of four was told in a letter.
"""
# Kills the process before or after the n-th call of a function of the command.
KILLED = """
import importlib, os, signal, sys
import briefing.brief
import cli_runs
briefing.brief.brief = cli_runs.quick_brief
place, when, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
if place:
    owner, name = place.rsplit(".", 1)
    module, _, inner = owner.partition(":")
    holder = importlib.import_module(module)
    holder = getattr(holder, inner) if inner else holder
    original = getattr(holder, name)

    def die_at(*args, **options):
        global count
        count -= 1
        if count == 0 and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **options)
        if count == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(holder, name, die_at)
from briefing.cli import main
sys.argv = ["briefing", *sys.argv[4:]]
main()
"""
ARTICLES = "briefing.archive.articles:Articles"
DIGESTS = "briefing.archive.digests:Digests"
POINTS = [
    (f"{ARTICLES}.add", "before", 1),
    (f"{ARTICLES}.add", "after", 1),
    (f"{ARTICLES}.add", "after", 2),
    ("briefing.archive.inputs:Marks.keep", "before", 1),
    ("briefing.archive.inputs:Marks.keep", "after", 1),
    (f"{DIGESTS}.prepare", "before", 1),
    (f"{DIGESTS}.prepare", "after", 1),
    ("briefing.output.sync_directory", "before", 1),
    ("briefing.cli.digesting_delivery.hand_over", "before", 1),
    ("briefing.cli.digesting_delivery.hand_over", "after", 1),
    (f"{DIGESTS}.finish", "after", 1),
    (f"{DIGESTS}.commit", "before", 1),
    (f"{DIGESTS}.commit", "after", 1),
]
MAIL_POINTS = [
    (f"{DIGESTS}.start", "before", 1),
    (f"{DIGESTS}.start", "after", 1),
    (f"{DIGESTS}.finish", "before", 1),
    (f"{DIGESTS}.finish", "after", 1),
    (f"{DIGESTS}.commit", "after", 1),
]


def process(folder, *args, point=("", "", 0)):
    tests = str(environment()["PYTHONPATH"])
    return subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, point), "digest", "--archive", "a.db", *args],
        capture_output=True,
        timeout=60,
        cwd=folder,
        env=environment(PYTHONPATH=f"{tests}:{tests}/tests", TZ="UTC"),
        check=False,
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "news" / "tram.txt").write_text(TRAM)
    return tmp_path


def names(told):
    return sorted(name for story in told["stories"] for name in story["articles"])


def is_sound(folder):
    with Archive.open(folder / "a.db", create=False) as archive:
        return not archive.upkeep.check() and not archive.digests.unfinished()


@pytest.mark.parametrize("point", POINTS, ids=lambda p: f"{p[0].split('.')[-1]} {p[1]} {p[2]}")
def test_every_article_is_in_exactly_one_file_after_a_kill(folder, point):
    args = ("--format", "json", "-o", "today.json", "news")
    page, digests = folder / "today.json", {}
    assert process(folder, *args, point=point).returncode == -signal.SIGKILL
    (folder / "news" / "later.txt").write_text(FERRY)
    for _ in range(3):
        if page.exists():
            told = json.loads(page.read_text("utf-8"))
            digests[page.read_bytes()] = names(told)
        assert process(folder, *args).returncode == 0
    told = json.loads(page.read_text("utf-8"))
    digests[page.read_bytes()] = names(told)
    everything = sorted(name for found in digests.values() for name in found)
    assert everything == ["news/bridge.txt", "news/later.txt", "news/tram.txt"]
    assert is_sound(folder)


def test_what_was_cut_off_on_standard_output_comes_once_more_as_it_was(folder):
    args = ("--format", "json", "news")
    cut = process(folder, *args, point=("briefing.cli.digesting_delivery.hand_over", "after", 1))
    (folder / "news" / "later.txt").write_text(FERRY)
    again = process(folder, *args)
    assert again.stdout == cut.stdout
    assert b"run again for what is new" in again.stderr
    assert names(json.loads(process(folder, *args).stdout)) == ["news/later.txt"]
    assert b"nothing new" in process(folder, *args).stderr
    assert is_sound(folder)


class Post(threading.Thread):
    """A mail server that keeps what it takes."""

    def __init__(self):
        super().__init__(daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.taken = []

    def run(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as stream:
                self.talk(stream)

    def talk(self, stream):
        stream.write(b"220 ready\r\n")
        stream.flush()
        while line := stream.readline():
            verb = line[:4].upper().strip()
            if verb == b"DATA":
                stream.write(b"354 go on\r\n")
                stream.flush()
                lines = iter(stream.readline, b".\r\n")
                self.taken.append(b"".join(lines))
            stream.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
            stream.flush()


@pytest.fixture
def post():
    server = Post()
    server.start()
    yield server
    server.listener.close()


@pytest.mark.parametrize("point", MAIL_POINTS, ids=lambda p: f"{p[0].split('.')[-1]} {p[1]}")
def test_a_message_reaches_every_reader_once_after_a_kill(folder, post, point):
    args = ("--mail-to", "ada@example.org", "--smtp", f"127.0.0.1:{post.port}", "news")
    assert process(folder, *args, point=point).returncode == -signal.SIGKILL
    (folder / "news" / "later.txt").write_text(FERRY)
    for _ in range(2):
        done = process(folder, *args)
        assert done.returncode == 0, done.stderr
    found = {message_from_bytes(data)["Message-ID"]: data for data in post.taken}
    assert all(found[message_from_bytes(data)["Message-ID"]] == data for data in post.taken)
    told = b"".join(found.values()).replace(b"=\r\n", b"").decode()
    titles = re.findall(r"^\d+\. (\w+)", told, re.MULTILINE)
    assert sorted(titles) == ["Bridge", "Ferry", "Trams"]
    assert is_sound(folder)


def test_mail_that_no_server_takes_is_sent_by_a_later_run(folder, post):
    args = ("--mail-to", "ada@example.org", "news")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    failed = process(folder, *args, "--smtp", f"127.0.0.1:{port}")
    assert failed.returncode == 1
    assert b"cannot be reached" in failed.stderr
    assert process(folder, *args, "--smtp", f"127.0.0.1:{post.port}").returncode == 0
    assert len(post.taken) == 1
    assert is_sound(folder)
