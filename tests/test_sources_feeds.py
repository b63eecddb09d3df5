"""Feeds give whole articles in their order, from their own text or from the linked page."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pytest
from http_server import (
    Play,
    Server,
    chunked,
    conditional,
    drip,
    gzipped,
    in_turn,
    make_fetcher,
    page,
    redirect,
    serve,
)

from briefing.domain import Article, Failure, InputCount
from briefing.errors import LoadError
from briefing.load import load_text
from briefing.sources import Marks, collect
from briefing.sources.items import is_cut, parse_items

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEASER = (
    "The harbour opens again, the port authority says, after nine days of wind and rain. Read more"
)
LONG = " ".join(f"Sentence number {n} tells of the harbour." for n in range(40))


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as server:
        yield server


def item(title: str, link: str = "", text: str = TEASER, date: str = "", extra: str = "") -> str:
    parts = [f"<title>{escape(title)}</title>", f"<description>{escape(text)}</description>", extra]
    parts += [f"<link>{escape(link)}</link>"] if link else []
    parts += [f"<pubDate>{date}</pubDate>"] if date else []
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0"><channel>'
        f"<title>Quay Post</title>{''.join(items)}</channel></rss>"
    ).encode()


def web_page(title: str, text: str = "") -> str:
    body = text or (
        "The harbour opened again on Monday after nine days of wind, the port authority said. "
        "“We waited until the swell had gone,” harbour master Ines Duarte said."
    )
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body><article>"
        f"<h1>{title}</h1><p>{body}</p><p>Ferries will run from Tuesday, the authority said, "
        f"and the first ships have left their berths at the northern mole.</p></article></body>"
    )


def read(
    server: Server, *names: str, known: set[str] | None = None, **more: object
) -> list[Article | Failure]:
    with make_fetcher(retries=1) as fetcher:
        return list(
            collect(
                [server.url + name for name in names],
                fetcher=fetcher,
                now=NOW,
                known=lambda source, _changed: source in (known or set()),
                **more,  # type: ignore[arg-type]
            )
        )


def articles(results: list[Article | Failure]) -> list[Article]:
    assert not [result for result in results if isinstance(result, Failure)]
    return [result for result in results if isinstance(result, Article)]


def test_teaser_is_replaced_by_the_text_of_its_page(server: Server) -> None:
    server.pages["/1.html"] = page(web_page("Harbour opens"), Content_Type="text/html")
    link = f"{server.url}/1.html"
    server.pages["/feed"] = page(
        rss(item("Harbour opens", link, date="Mon, 02 Nov 2026 10:00:00 +0100"))
    )
    (article,) = articles(read(server, "/feed"))
    assert "Ines Duarte said" in article.text and "Read more" not in article.text
    assert (article.source, article.title) == (link, "Harbour opens")
    assert article.published == datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_whole_text_in_the_feed_needs_no_page(server: Server) -> None:
    markup = f"<h2>Wind</h2><p>{LONG}</p><ul><li>First</li><li>Second</li></ul>"
    server.pages["/feed"] = page(rss(item("Harbour", f"{server.url}/1", text=markup)))
    (article,) = articles(read(server, "/feed"))
    assert server.paths == ["/feed"]
    assert article.text.startswith("Harbour\n\nWind\n\nSentence number 0")
    assert article.text.endswith("- First\n\n- Second")
    assert (article.source, article.publisher) == (f"{server.url}/1", "Quay Post")


def test_content_beside_a_summary_is_the_whole_text(server: Server) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><title>Harbour</title>'
        f'<link href="/1"/><id>x</id><summary>{TEASER}</summary>'
        f'<content type="html">{LONG}</content></entry></feed>'
    )
    server.pages["/feed"] = page(feed)
    (article,) = articles(read(server, "/feed"))
    assert (article.source, article.text) == (f"{server.url}/1", f"Harbour\n\n{LONG}")


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_teaser_stands_for_a_page_that_is_refused(server: Server, status: int) -> None:
    server.pages["/1"] = page(b"", status=status)
    server.pages["/feed"] = page(rss(item("Harbour", f"{server.url}/1")))
    (article,) = articles(read(server, "/feed"))
    assert "nine days of wind" in article.text


def test_teaser_too_short_to_stand_alone_is_a_failure(server: Server) -> None:
    server.pages["/feed"] = page(rss(item("Harbour", f"{server.url}/1", text="Read more")))
    (failure,) = read(server, "/feed")
    assert failure == Failure(
        f"{server.url}/1", "cannot be read (HTTP 404 Not Found); check the address"
    )


def test_page_in_passing_trouble_is_a_failure_and_the_feed_is_read_again(server: Server) -> None:
    trouble = page(b"", status=503)
    server.pages["/1"] = in_turn(trouble, trouble, page(web_page("Harbour")))
    server.pages["/feed"] = conditional(rss(item("Harbour", f"{server.url}/1")), etag='"a"')
    cache: dict[str, Marks] = {}
    results = []
    for _ in range(3):
        with make_fetcher(cache=cache, retries=1) as fetcher:
            results.append(list(collect([f"{server.url}/feed"], fetcher=fetcher, now=NOW)))
    kinds = [[type(result) for result in found] for found in results]
    assert kinds == [[Failure], [Article], []]


def test_shorter_page_does_not_replace_a_longer_teaser(server: Server) -> None:
    server.pages["/1"] = page("<html><body><p>Please log in to read this.</p></body></html>")
    server.pages["/feed"] = page(rss(item("Harbour", f"{server.url}/1")))
    (article,) = articles(read(server, "/feed"))
    assert "nine days" in article.text


def test_page_without_text_leaves_the_teaser(server: Server) -> None:
    server.pages["/1"] = page("<html><body></body></html>", Content_Type="text/html")
    server.pages["/2"] = server.pages["/1"]
    items = item("Harbour", f"{server.url}/1"), item("Short", f"{server.url}/2", text="More")
    server.pages["/feed"] = page(rss(*items))
    teaser, failure = read(server, "/feed")
    assert isinstance(teaser, Article) and "nine days" in teaser.text
    assert isinstance(failure, Failure) and failure.source == f"{server.url}/2"


def test_link_to_another_feed_is_not_followed(server: Server) -> None:
    server.pages["/2"] = page(rss(item("Loop", f"{server.url}/2")))
    server.pages["/feed"] = page(rss(item("Harbour", f"{server.url}/2")))
    (failure,) = read(server, "/feed")
    assert isinstance(failure, Failure) and "links to no page" in failure.reason


def test_known_items_are_neither_fetched_nor_read(server: Server) -> None:
    counts: list[tuple[str, InputCount]] = []
    server.pages["/2"] = page(web_page("Two"))
    server.pages["/feed"] = page(
        rss(item("One", f"{server.url}/1"), item("Two", f"{server.url}/2"))
    )
    (article,) = articles(
        read(
            server,
            "/feed",
            known={f"{server.url}/1"},
            report=lambda name, count: counts.append((name, count)),
        )
    )
    assert article.source == f"{server.url}/2"
    assert server.paths == ["/feed", "/2"]
    assert counts == [(f"{server.url}/feed", InputCount(2, 1, 1, 0))]


def test_known_is_told_when_an_item_was_changed(server: Server) -> None:
    asked: list[tuple[str, datetime | None]] = []
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Q</title>'
        "<entry><id>urn:1</id><title>a</title><updated>2026-11-02T10:00:00Z</updated></entry>"
        "<entry><id>urn:2</id><title>b</title><updated>2099-11-02T10:00:00Z</updated></entry></feed>"
    )
    server.pages["/feed"] = page(feed)

    def known(source: str, changed: datetime | None) -> bool:
        asked.append((source.rpartition("!")[2], changed))
        return True

    with make_fetcher() as fetcher:
        assert not list(collect([f"{server.url}/feed"], fetcher=fetcher, now=NOW, known=known))
    assert asked == [("urn:1", datetime(2026, 11, 2, 10, tzinfo=UTC)), ("urn:2", None)]


def test_the_same_link_in_two_feeds_is_read_once(server: Server) -> None:
    server.pages["/1"] = page(web_page("One"))
    server.pages["/a"] = server.pages["/b"] = page(rss(item("One", f"{server.url}/1")))
    assert len(articles(read(server, "/a", "/b"))) == 1
    assert server.paths.count("/1") == 1


def test_future_date_is_dropped_and_the_article_kept(server: Server) -> None:
    late, soon = "Mon, 02 Nov 2099 10:00:00 GMT", "Sun, 22 Nov 2026 20:00:00 GMT"
    server.pages["/feed"] = page(
        rss(
            item("One", "http://a/1", text=LONG, date=late),
            item("Two", "http://a/2", text=LONG, date=soon),
        )
    )
    one, two = articles(read(server, "/feed"))
    assert (one.published, two.published) == (None, datetime(2026, 11, 22, 20, tzinfo=UTC))


@pytest.mark.parametrize("date", ["yesterday", "Mon, 99 Foo 2026", "0000-00-00T00:00:00Z", "-1"])
def test_nonsense_date_is_no_date(server: Server, date: str) -> None:
    server.pages["/feed"] = page(rss(item("One", "http://a/1", text=LONG, date=date)))
    (article,) = articles(read(server, "/feed"))
    assert article.published is None


def test_items_without_link_or_id_get_a_stable_name(server: Server) -> None:
    feed = rss(
        item("One", text=LONG), item("Two", text=LONG), item("", extra="<guid>7</guid>", text=LONG)
    )
    server.pages["/feed"] = page(feed)
    first, second = (articles(read(server, "/feed")) for _ in range(2))
    names = [article.source for article in first]
    assert names == [article.source for article in second]
    assert len(set(names)) == 3 and names[2] == f"{server.url}/feed!7"
    assert all(name.startswith(f"{server.url}/feed!") for name in names)


def test_items_that_share_a_link_are_all_read(server: Server) -> None:
    feed = rss(
        *(item(str(n), "http://a.example/", text=LONG, extra=f"<guid>{n}</guid>") for n in range(3))
    )
    server.pages["/feed"] = page(feed)
    sources = [article.source for article in articles(read(server, "/feed"))]
    assert sources == [f"{server.url}/feed!{n}" for n in range(3)]


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:x()", "gopher://a", "//[", ""])
def test_link_that_leads_off_the_web_is_not_followed(server: Server, link: str) -> None:
    server.pages["/feed"] = page(rss(item("Harbour", link)))
    (article,) = articles(read(server, "/feed"))
    assert server.paths == ["/feed"] and "nine days" in article.text


def test_private_link_in_a_feed_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "briefing.sources.addresses.is_public", lambda address: address == "127.0.0.1"
    )
    server.pages["/feed"] = page(rss(item("Router", "http://192.168.0.1/", text="Short")))
    with make_fetcher(allow_private=False) as fetcher:
        (failure,) = collect([f"{server.url}/feed"], fetcher=fetcher, now=NOW)
    assert isinstance(failure, Failure) and "a private address" in failure.reason


WHOLE = rss(item("One", "http://a/1", text=LONG), item("Zwölf", "http://a/2", text=LONG))


@pytest.mark.parametrize(
    "play",
    [
        page(WHOLE),
        gzipped(WHOLE),
        chunked(WHOLE, size=900),
        drip(WHOLE, pause=0.0),
        redirect("/other"),
        in_turn(page(b"", status=500), page(WHOLE)),
        in_turn(page(b"", status=429, Retry_After="1"), page(WHOLE)),
        page(WHOLE, Content_Type="text/xml; charset=iso-8859-1"),
        page(WHOLE, Content_Type="text/html"),
        page(WHOLE.decode().replace("utf-8", "utf-16").encode("utf-16")),
        page(WHOLE.decode().replace("utf-8", "windows-1252").encode("cp1252")),
        page(b"\n\n" + WHOLE),
        page(
            WHOLE.decode().replace(' encoding="utf-8"', "").encode("cp1250"),
            Content_Type="application/xml; charset=windows-1250",
        ),
        page(WHOLE.replace(b"</channel></rss>", b"")),
        page(WHOLE.replace(b"</item>", b"<x>&nbsp;& <b></item>", 1)),
        page(WHOLE.replace(b"<channel>", b"<channel>\x01\x08")),
    ],
    ids=str,
)
def test_feed_is_read_however_it_is_sent_and_whatever_it_breaks(server: Server, play: Play) -> None:
    server.pages.update({"/feed": play, "/other": page(WHOLE)})
    found = articles(read(server, "/feed"))
    assert [article.title for article in found] == ["One", "Zwölf"]


def test_unchanged_feed_gives_nothing(server: Server) -> None:
    server.pages["/feed"] = conditional(WHOLE, etag='"a"')
    cache: dict[str, Marks] = {}
    found = []
    for _ in range(2):
        with make_fetcher(cache=cache) as fetcher:
            found.append(len(list(collect([f"{server.url}/feed"], fetcher=fetcher, now=NOW))))
    assert found == [2, 0]


def test_state_is_remembered_only_after_the_last_article_was_taken(server: Server) -> None:
    server.pages["/feed"] = conditional(WHOLE, etag='"a"')
    cache: dict[str, Marks] = {}
    with make_fetcher(cache=cache) as fetcher:
        results = collect([f"{server.url}/feed"], fetcher=fetcher, now=NOW)
        next(results)
        next(results)
        assert not cache
        assert next(results, None) is None and list(cache) == [f"{server.url}/feed"]


@pytest.mark.parametrize(
    "data",
    [
        b"<rss",
        b"<rss><channel><title>x</title>",
        b"<feed \xff\xfe\x00",
        b'<?xml version="1.0" encoding="nonsense"?><rss><a>',
        b"<rss>" + b"<a>" * 5_000,
    ],
)
def test_feed_broken_beyond_reading_is_a_failure(server: Server, data: bytes) -> None:
    server.pages["/feed"] = page(data, Content_Type="application/rss+xml")
    (failure,) = read(server, "/feed")
    assert isinstance(failure, Failure) and failure.source == f"{server.url}/feed"
    assert "broken feed" in failure.reason and ";" in failure.reason


def test_empty_feed_is_no_failure(server: Server) -> None:
    server.pages["/feed"] = page(rss())
    assert read(server, "/feed") == []


def bomb(depth: int = 12) -> str:
    definitions = ['<!ENTITY a0 "boom">']
    definitions += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth)]
    return f"<!DOCTYPE rss [{''.join(definitions)}]>"


@pytest.mark.parametrize(
    "head",
    [
        bomb(),
        f'<!DOCTYPE rss [<!ENTITY a11 "{"x" * 100_000}">]>',
        '<!DOCTYPE rss [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">',
    ],
    ids=["laughs", "quadratic", "file", "dtd"],
)
def test_xml_bomb_does_not_go_off(server: Server, head: str) -> None:
    entry = item("One", "http://a/1", text=LONG).replace("Sentence", "&a11;" * 1000, 1)
    server.pages["/feed"] = page(rss(entry, head=head))
    (article,) = articles(read(server, "/feed"))
    assert len(article.text) < 20_000 and "root:" not in article.text


def test_ten_thousand_items_are_read_in_their_order() -> None:
    feed = rss(
        *(item(f"Title {n}", f"http://a.example/{n}", text="Short text.") for n in range(10_000))
    )
    items = parse_items(feed, source="x")
    assert [item.title for item in items] == [f"Title {n}" for n in range(10_000)]


def test_pages_beyond_the_bound_are_left_for_the_next_run(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sources.feeds.MAX_PAGES", 3)
    server.pages.update({f"/{n}": page(web_page(f"Harbour {n}")) for n in range(6)})
    server.pages["/feed"] = page(rss(*(item(str(n), f"{server.url}/{n}") for n in range(6))))
    *found, failure = read(server, "/feed")
    assert len(articles(found)) == 3
    assert failure == Failure(f"{server.url}/3", "and 2 more items were left out; run again")


def test_feeds_are_read_side_by_side_and_told_in_order(server: Server) -> None:
    for name in "abcd":
        server.pages[f"/{name}/1"] = page(web_page(f"Page {name}"))
        server.pages[f"/{name}"] = page(rss(item(f"Page {name}", f"{server.url}/{name}/1")))
    names = [f"/{name}" for name in "dcab"]
    found = articles(read(server, *names, "/d"))
    assert [article.source for article in found] == [f"{server.url}{name}/1" for name in names]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The minister said that …", True),
        ("The minister said that [...]", True),
        ("The minister said so. Continue reading →", True),
        ("The minister said so.", False),
        ("Children should read more, the minister said.", False),
    ],
)
def test_teaser_is_told_by_its_end(text: str, cut: bool) -> None:
    assert is_cut(text) is cut


def test_feed_that_takes_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.bounded.MAX_SECONDS", 0.001)
    with pytest.raises(LoadError, match="takes too long"):
        parse_items(b"<rss>" + b"<a>" * 1000, source="x")


@pytest.mark.parametrize("data", [b"<rss>" + b"<a>" * 400_001, b"<rss>" + b"<item>" * 20_001])
def test_feed_that_would_take_minutes_is_refused_at_once(data: bytes) -> None:
    with pytest.raises(LoadError, match="too large"):
        parse_items(data, source="x")


def test_link_to_a_pdf_is_read(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.feeds.read_pdf_text", lambda *_, **__: LONG)
    server.pages["/1"] = page(b"%PDF-1.7", Content_Type="application/pdf")
    server.pages["/feed"] = page(rss(item("Harbour", f"{server.url}/1")))
    (article,) = articles(read(server, "/feed"))
    assert article.text == f"Harbour\n\n{LONG}"


def test_page_that_takes_too_long_leaves_the_others(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stall(data: bytes, *, source: str) -> Article:
        time.sleep(0.5)
        return load_text(data.decode(), source=source)

    monkeypatch.setattr("briefing.sources.articles.load_bytes", stall)
    monkeypatch.setattr("briefing.sources.articles.PAGE_SECONDS", 0.05)
    server.pages["/1"] = page(web_page("Harbour"), Content_Type="text/html")
    server.pages["/feed"] = page(
        rss(item("A", f"{server.url}/1", text="Short"), item("B", "http://a/2", text=LONG))
    )
    failure, article = read(server, "/feed")
    assert isinstance(failure, Failure) and "takes too long" in failure.reason
    assert isinstance(article, Article) and article.title == "B"
    server.pages.update({f"/{n}": server.pages["/1"] for n in range(20)})
    server.pages["/feed"] = page(rss(*(item("A", f"{server.url}/{n}") for n in range(20))))
    reasons = [result.reason for result in read(server, "/feed") if isinstance(result, Failure)]
    assert len(reasons) < 10 and "more items were left out" in reasons[-1]


def test_feed_name_is_never_opened_as_a_file() -> None:
    with pytest.raises(LoadError):
        parse_items(b"/etc/passwd", source="x")
