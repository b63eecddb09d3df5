"""The digest on the network: feeds of a local server in, mail to a local server out."""

import functools
import json
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime

import pytest
from cli_runs import BRIDGE, TRAM, quick, run, spawn  # noqa: F401 - a fixture
from http_server import conditional, gzipped, page, redirect, serve
from mail_server import Post, make_certificate, posting

import briefing.sources
from briefing.cli.exits import ExitCode
from briefing.sources import Limits

FEED = '<rss version="2.0"><channel><title>Town news</title>{}</channel></rss>'
ITEM = "<item><title>{0}</title><link>{1}</link><description>{0} …</description></item>"
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
SECRET = "open sesame"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("TZ", "UTC")
    hurried = functools.partial(Limits, delay=0.0, retries=0)
    monkeypatch.setattr(briefing.sources, "Limits", hurried)
    return tmp_path


@pytest.fixture
def site():
    with serve() as server:
        publish(server, BRIDGE, TRAM)
        yield server


def publish(server, *texts):
    """Publish articles on pages, and a feed with teasers of them."""
    items = []
    for number, text in enumerate(texts):
        title, *paragraphs = text.strip().split("\n\n")
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        server.pages[f"/{number}"] = gzipped(PAGE.format(title, body).encode())
        items.append(ITEM.format(title, f"{server.url}/{number}"))
    feed = FEED.format("".join(items)).encode()
    server.pages["/feed"] = conditional(feed, etag=f'"{len(texts)}"', Content_Type="text/xml")


def digest(*args, code=ExitCode.OK):
    result = run("digest", "--allow-private-addresses", *args)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.usefixtures("quick")
def test_a_feed_becomes_a_digest_of_its_pages_and_is_asked_once(site):
    told = json.loads(digest("--format", "json", f"{site.url}/feed").stdout)
    articles = sorted(name for story in told["stories"] for name in story["articles"])
    assert articles == [f"{site.url}/0", f"{site.url}/1"]
    assert "Ada Moreau" in {s["speaker"] for story in told["stories"] for s in story["statements"]}
    before = len(site.paths)
    assert "nothing new" in digest(f"{site.url}/feed").stderr
    assert site.paths[before:] == ["/feed"]


@pytest.mark.usefixtures("quick")
def test_what_a_feed_adds_is_the_only_news(site):
    digest("-o", "today.txt", f"{site.url}/feed")
    publish(site, BRIDGE, TRAM, TRAM.replace("Lindby", "Osterby").replace("spring", "autumn"))
    told = json.loads(digest("--format", "json", f"{site.url}/feed").stdout)
    assert [name for story in told["stories"] for name in story["articles"]] == [f"{site.url}/2"]


@pytest.mark.usefixtures("quick")
def test_a_page_that_fails_is_told_and_read_by_a_later_run(site):
    whole = site.pages["/1"]
    site.pages["/1"] = page(b"", status=500)
    failed = digest("--format", "json", f"{site.url}/feed", code=ExitCode.SOME_FAILED)
    assert f"{site.url}/1: cannot be read (HTTP 500" in failed.stderr
    assert len(failed.stderr.splitlines()) == 1
    site.pages["/1"] = whole
    told = json.loads(digest("--format", "json", f"{site.url}/feed").stdout)
    assert [name for story in told["stories"] for name in story["articles"]] == [f"{site.url}/1"]


def test_private_addresses_are_refused_unless_they_are_allowed(site):
    result = run("digest", f"{site.url}/feed")
    assert result.exit_code == ExitCode.FAILURE
    assert "leads to 127.0.0.1, a private address" in result.stderr
    assert site.paths == []


@pytest.mark.usefixtures("quick")
def test_a_list_of_feeds_names_them_all(site, folder):
    site.pages["/moved"] = redirect(f"{site.url}/feed")
    (folder / "feeds.opml").write_text(
        f"""<opml version="2.0"><body><outline type="rss" text="Town" xmlUrl="{site.url}/moved"/>
        </body></opml>"""
    )
    told = json.loads(digest("--format", "json", "feeds.opml").stdout)
    assert len([name for story in told["stories"] for name in story["articles"]]) == 2


def mail_args(post, folder, *args):
    (folder / "news.txt").write_text(BRIDGE)
    (folder / "password").write_text(f"{SECRET}\n")
    (folder / "password").chmod(0o600)
    mail = ("--mail-to", "Ada <ada@example.org>", "--mail-from", "desk@example.org")
    login = ("--mail-user", "desk", "--mail-password", "password")
    return (*mail, *login, "--smtp", post.address, "--mail-security", "starttls", *args, "news.txt")


def send(folder, *args, **variables):
    return spawn("digest", "--engine", "rules", "--archive", "a.db", *args, cwd=folder, **variables)


def test_mail_is_sent_encrypted_after_a_login(folder):
    certificate, context = make_certificate(folder)
    with posting(Post(context=context, login=f"desk/{SECRET}")) as post:
        args = mail_args(post, folder, "--zone", "Etc/GMT-5", "--quiet")
        done = send(folder, *args, SSL_CERT_FILE=str(certificate))
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        (letter,) = post.taken
    assert letter.encrypted
    assert (letter.sender, letter.recipients) == ("desk@example.org", ("ada@example.org",))
    message = message_from_bytes(letter.data, policy=policy.default)
    assert message["To"] == "Ada <ada@example.org>"
    assert parsedate_to_datetime(message["Date"]).utcoffset().total_seconds() == 5 * 3600
    assert "Ada Moreau" in message.get_body(("plain",)).get_content()
    assert "Ada Moreau" in message.get_body(("html",)).get_content()


@pytest.mark.parametrize("trusted", [True, False])
def test_mail_that_cannot_be_sent_safely_is_not_sent(folder, trusted):
    certificate, context = make_certificate(folder)
    with posting(Post(context=context, login="desk/other")) as post:
        variables = {"SSL_CERT_FILE": str(certificate)} if trusted else {}
        done = send(folder, *mail_args(post, folder), **variables)
        assert post.taken == []
    assert done.returncode == ExitCode.FAILURE
    told = done.stderr.decode()
    assert ("refuses the login (535 wrong)" if trusted else "cannot be trusted") in told
    assert SECRET not in told
