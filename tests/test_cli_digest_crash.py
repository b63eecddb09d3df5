"""Digests of runs that are killed: nothing is lost, nothing goes out twice."""

import json
import re
import socket
from email import message_from_bytes

import pytest
from cli_runs import BRIDGE, TRAM
from killed_runs import running
from mail_server import Post, posting

from briefing.archive import Archive

FERRY = """Ferry over the Orrin stops

The ferry over the Orrin stops in winter, since nobody has paid for a new engine.

The crew of four was told in a letter.
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
    ("os:fsync", "before", 1),
    ("briefing.output:sync_directory", "before", 1),
    ("briefing.cli.digesting_delivery:put", "before", 1),
    ("briefing.cli.digesting_delivery:put", "after", 1),
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


@pytest.fixture(scope="module")
def runs():
    with running() as runs:
        yield runs


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "news" / "tram.txt").write_text(TRAM)
    return tmp_path


@pytest.fixture
def digest(folder, runs):
    """Runs the digest in the folder, perhaps to a point where it is killed."""

    def run(*args, point=None):
        args = ["digest", "--archive", "a.db", "--engine", "rules", *args]
        outcome = runs.run(args, folder, point=point)
        assert outcome.killed == bool(point)
        return outcome

    return run


def names(told):
    return sorted(name for story in told["stories"] for name in story["articles"])


def is_sound(folder):
    with Archive.open(folder / "a.db", create=False) as archive:
        return not archive.upkeep.check() and not archive.digests.unfinished()


@pytest.mark.parametrize("point", POINTS, ids=lambda p: f"{p[0].split('.')[-1]} {p[1]} {p[2]}")
def test_every_article_is_in_exactly_one_file_after_a_kill(folder, digest, point):
    args = ("--format", "json", "-o", "today.json", "news")
    page, digests = folder / "today.json", {}
    digest(*args, point=point)
    (folder / "news" / "later.txt").write_text(FERRY)
    for _ in range(3):
        if page.exists():
            told = json.loads(page.read_text("utf-8"))
            digests[page.read_bytes()] = names(told)
        assert digest(*args).code == 0
    told = json.loads(page.read_text("utf-8"))
    digests[page.read_bytes()] = names(told)
    everything = sorted(name for found in digests.values() for name in found)
    assert everything == ["news/bridge.txt", "news/later.txt", "news/tram.txt"]
    assert not list(folder.glob(".today*"))
    assert is_sound(folder)


def test_what_was_cut_off_on_standard_output_comes_once_more_as_it_was(folder, digest):
    args = ("--format", "json", "news")
    cut = digest(*args, point=("briefing.cli.digesting_delivery:put", "after", 1))
    (folder / "news" / "later.txt").write_text(FERRY)
    again = digest(*args)
    assert again.printed == cut.printed
    assert "run again for what is new" in again.told
    assert names(json.loads(digest(*args).printed)) == ["news/later.txt"]
    assert "nothing new" in digest(*args).told
    assert is_sound(folder)


@pytest.fixture
def post():
    with posting(Post()) as server:
        yield server


@pytest.mark.parametrize("point", MAIL_POINTS, ids=lambda p: f"{p[0].split('.')[-1]} {p[1]}")
def test_a_message_reaches_every_reader_once_after_a_kill(folder, digest, post, point):
    args = ("--mail-to", "ada@example.org", "--smtp", post.address, "news")
    digest(*args, point=point)
    (folder / "news" / "later.txt").write_text(FERRY)
    for _ in range(2):
        done = digest(*args)
        assert done.code == 0, done.told
    assert len({name_of(letter) for letter in post.taken}) == len({*post.taken})
    assert sorted(title for letter in {*post.taken} for title in titles_of(letter)) == [
        "Bridge",
        "Ferry",
        "Trams",
    ]
    assert is_sound(folder)


def name_of(letter):
    return message_from_bytes(letter.data)["Message-ID"]


def titles_of(letter):
    told = letter.data.replace(b"=\r\n", b"").decode()
    return re.findall(r"^\d+\. (\w+)", told, re.MULTILINE)


def mail_args(post, *args, to="ada@example.org"):
    return (*args, "--mail-to", to, "--smtp", post.address, "news")


def test_what_may_have_arrived_comes_again_as_it_was_whatever_is_asked_for_now(
    folder, digest, post
):
    point = (f"{DIGESTS}.finish", "before", 1)
    first = mail_args(post, "--zone", "Etc/GMT-5", "--handling", "Secret")
    digest(*first, point=point)
    then = mail_args(post, "--zone", "UTC", "--mail-from", "x@example.org", to="bo@example.org")
    assert digest(*then).code == 0
    assert len(post.taken) == 2
    assert len({(letter.data, letter.recipients) for letter in post.taken}) == 1
    assert is_sound(folder)


def test_a_message_is_noted_as_taken_before_the_farewell(folder, digest, post):
    args = mail_args(post)
    digest(*args, point=("smtplib:SMTP.quit", "before", 1))
    assert digest(*args).code == 0
    assert len(post.taken) == 1
    assert is_sound(folder)


def test_a_message_whose_receipt_is_lost_comes_again_as_it_was(folder, digest, post):
    post.mute = 1
    failed = digest(*mail_args(post))
    assert failed.code == 1
    assert "which may have arrived" in failed.told
    (folder / "news" / "later.txt").write_text(FERRY)
    assert digest(*mail_args(post)).code == 0
    first, second, third = post.taken
    assert first == second
    assert titles_of(third) == ["Ferry"]
    assert is_sound(folder)


def test_a_message_that_never_left_goes_to_whom_it_is_for_now(folder, digest, post):
    args = ("-o", "today.txt")
    digest(*mail_args(post, *args), point=MAIL_POINTS[0])
    assert digest(*mail_args(post, *args, to="bo@example.org")).code == 0
    (letter,) = post.taken
    assert letter.recipients == ("bo@example.org",)
    assert message_from_bytes(letter.data)["To"] == "bo@example.org"
    assert is_sound(folder)


def test_a_run_without_mail_leaves_the_message_to_a_later_one(folder, digest, post):
    point = (f"{DIGESTS}.finish", "before", 1)
    digest(*mail_args(post), point=point)
    (folder / "news" / "later.txt").write_text(FERRY)
    without = digest("-o", "today.txt", "news")
    assert without.code == 1
    assert "still waits for a digest; give --mail-to" in without.told
    assert "Ferry" in (folder / "today.txt").read_text()
    assert digest(*mail_args(post)).code == 0
    assert len(post.taken) == 2
    assert len({letter.data for letter in post.taken}) == 1
    assert is_sound(folder)


def test_a_recipient_whom_the_server_cannot_take_now_gets_it_later(folder, digest, post):
    args = mail_args(post, to="ada@example.org, bo@example.org")
    post.refused["bo@example.org"] = "450 later"
    failed = digest(*args)
    assert failed.code == 1
    assert "bo@example.org" in failed.told
    assert "450 later" in failed.told
    post.refused.clear()
    assert digest(*args).code == 0
    assert [letter.recipients for letter in post.taken] == [
        ("ada@example.org",),
        ("bo@example.org",),
    ]
    assert len({letter.data for letter in post.taken}) == 1
    assert is_sound(folder)


def test_a_recipient_who_is_refused_for_good_is_told_and_given_up(folder, digest, post):
    args = mail_args(post, to="ada@example.org, bo@example.org")
    post.refused["bo@example.org"] = "450 later"
    digest(*args)
    post.refused["bo@example.org"] = "550 nobody here"
    gone = digest(*args)
    assert "550 nobody here" in gone.told
    assert digest(*args).told == "briefing: nothing new\n"
    assert len(post.taken) == 1
    assert is_sound(folder)


def test_articles_are_read_while_the_mail_server_is_away(folder, digest, post):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        away = f"127.0.0.1:{closed.getsockname()[1]}"
    args = ("-o", "today.txt", "--mail-to", "ada@example.org", "news")
    assert digest(*args, "--smtp", away).code == 1
    (folder / "news" / "later.txt").write_text(FERRY)
    assert digest(*args, "--smtp", away).code == 1
    assert "Ferry" in (folder / "today.txt").read_text()
    (folder / "news" / "later.txt").unlink()
    assert digest(*args, "--smtp", post.address).code == 0
    assert [titles_of(letter) for letter in post.taken] == [["Bridge", "Trams"], ["Ferry"]]
    assert is_sound(folder)


def test_mail_that_no_server_takes_is_sent_by_a_later_run(folder, digest, post):
    args = ("--mail-to", "ada@example.org", "news")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    failed = digest(*args, "--smtp", f"127.0.0.1:{port}")
    assert failed.code == 1
    assert "cannot be reached" in failed.told
    assert digest(*args, "--smtp", post.address).code == 0
    assert len(post.taken) == 1
    assert is_sound(folder)
