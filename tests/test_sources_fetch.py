"""Fetching keeps within time and size, tries again where that may help, and obeys servers."""

import random
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

import pytest
from http_server import (
    Handler,
    Play,
    Server,
    Sleeper,
    chunked,
    conditional,
    drip,
    drip_headers,
    endless,
    gzipped,
    in_turn,
    make_fetcher,
    page,
    redirect,
    serve,
)

from briefing.sources.addresses import is_public, split_url
from briefing.sources.answers import Answer, FetchError, Limits, Marks
from briefing.sources.fetch import USER_AGENT, Fetcher
from briefing.sources.robots import parse_robots

BODY = b"The harbour opened again on Monday.\n" * 3


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as server:
        yield server


def fetch(server: Server, play: Play, *, path: str = "/page", **limits: Any) -> Answer:
    server.pages[path] = play
    with make_fetcher(**limits) as fetcher:
        return fetcher.fetch(server.url + path)


def refusal(server: Server, play: Play, **limits: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(server, play, **limits)
    assert caught.value.source == f"{server.url}/page"
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    "play",
    [
        page(BODY),
        gzipped(BODY),
        page(zlib.compress(BODY), Content_Encoding="deflate"),
        page(zlib.compress(BODY)[2:-4], Content_Encoding="deflate"),
        chunked(BODY),
        page(BODY, Content_Encoding="identity"),
        drip(BODY, pause=0.001),
    ],
)
def test_body_arrives_whole_however_it_is_sent(server: Server, play: Play) -> None:
    assert fetch(server, play).data == BODY


def test_several_gzip_streams_in_a_row_are_one_body(server: Server) -> None:
    import gzip

    body = gzip.compress(BODY) + gzip.compress(BODY)
    assert fetch(server, page(body, Content_Encoding="gzip")).data == BODY * 2


def test_user_agent_names_the_program(server: Server) -> None:
    fetch(server, page(BODY))
    assert {headers["User-Agent"] for _, headers in server.requests} == {USER_AGENT}
    assert USER_AGENT.startswith("briefing/")


def test_media_type_and_charset_are_told(server: Server) -> None:
    answer = fetch(server, page(BODY, Content_Type="Text/HTML; Charset=KOI8-R"))
    assert (answer.media, answer.charset) == ("text/html", "koi8-r")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_followed(server: Server, status: int) -> None:
    server.pages["/there"] = page(BODY)
    answer = fetch(server, redirect("/there", status=status))
    assert (answer.data, answer.url, answer.final) == (
        BODY,
        f"{server.url}/page",
        f"{server.url}/there",
    )


def test_redirects_in_a_circle_end(server: Server) -> None:
    assert "redirects more than 5 times" in refusal(server, redirect("/page")).problem
    assert len(server.paths) == 6


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "http://[/"]
)
def test_redirect_to_anything_but_the_web_is_refused(server: Server, location: str) -> None:
    assert "redirects to" in refusal(server, redirect(location)).problem


def test_redirect_without_a_place_is_refused(server: Server) -> None:
    assert "redirects to nowhere" in refusal(server, page(b"", status=302)).problem


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_passing_trouble_is_tried_again(server: Server, status: int) -> None:
    trouble = page(b"", status=status)
    assert fetch(server, in_turn(trouble, trouble, page(BODY))).data == BODY


def test_lasting_trouble_ends_after_the_last_try(server: Server) -> None:
    error = refusal(server, page(b"", status=500), retries=2)
    assert (error.problem, error.passing) == (
        "cannot be read (HTTP 500 Internal Server Error)",
        True,
    )
    assert len(server.paths) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 600])
def test_refusals_are_not_tried_again(server: Server, status: int) -> None:
    error = refusal(server, page(b"", status=status))
    assert f"HTTP {status}" in error.problem and not error.passing
    assert len(server.paths) == 1


def sleeps(server: Server, play: Play, **limits: Any) -> list[float]:
    sleeper = Sleeper()
    server.pages["/page"] = play
    with make_fetcher(sleep=sleeper, **limits) as fetcher:
        try:
            fetcher.fetch(f"{server.url}/page")
        except FetchError:
            sleeper.slept.append(-1)
    return sleeper.slept


def test_pauses_between_tries_double_and_are_drawn_from_the_given_source(server: Server) -> None:
    lots = random.Random(0)
    expected = [round(lots.uniform(0.5, 1.0) * 4.0 * 2.0**n, 6) for n in range(2)]
    assert sleeps(server, page(b"", status=503), backoff=4.0) == [*expected, -1]


def test_retry_after_in_seconds_is_obeyed(server: Server) -> None:
    busy = page(b"", status=429, Retry_After="7")
    assert sleeps(server, in_turn(busy, page(BODY))) == [7.0]


def test_retry_after_as_date_counts_from_the_server_clock(server: Server) -> None:
    def busy(handler: Handler) -> None:
        handler.send_response_only(503)
        handler.send_header("Date", "Mon, 02 Nov 2026 10:00:00 GMT")
        handler.send_header("Retry-After", "Mon, 02 Nov 2026 10:00:09 GMT")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    assert sleeps(server, in_turn(busy, page(BODY))) == [9.0]


def test_retry_after_beyond_the_bound_ends_the_tries(server: Server) -> None:
    assert sleeps(server, page(b"", status=429, Retry_After="86400")) == [-1]
    assert len(server.paths) == 1


@pytest.mark.parametrize("asked", ["soon", "-5", "", "٣"])
def test_nonsense_in_retry_after_is_passed_over(server: Server, asked: str) -> None:
    busy = page(b"", status=429, Retry_After=asked.encode().decode("latin-1"))
    assert len(sleeps(server, in_turn(busy, page(BODY)))) == 1


@pytest.mark.parametrize("play", [drip(b"x" * 1000), drip_headers], ids=["body", "headers"])
def test_slow_drip_is_cut_off_at_the_total_time(server: Server, play: Play) -> None:
    start = time.monotonic()
    error = refusal(server, play, total=0.4, retries=0)
    assert "does not answer within 0.4 s" in error.problem and error.silent
    assert time.monotonic() - start < 2


def test_silence_is_cut_off_at_the_read_time(server: Server) -> None:
    start = time.monotonic()
    refusal(server, lambda _: time.sleep(1), read=0.2, retries=0)
    assert time.monotonic() - start < 0.9


@pytest.mark.parametrize(
    "play",
    [endless, page(b"x" * 200_001), chunked(b"x" * 300_000, size=9999), gzipped(b"x" * 10_000_000)],
    ids=["endless", "declared", "chunked", "bomb"],
)
def test_large_body_is_refused(server: Server, play: Play) -> None:
    error = refusal(server, play, size=200_000)
    assert error.problem == "is too large (more than 200,000 bytes)" and not error.passing


@pytest.mark.parametrize(
    "play",
    [
        page(BODY, Content_Length="9999"),
        chunked(BODY, whole=False),
        page(zlib.compress(BODY)[:20], Content_Encoding="deflate"),
        page(b"no gzip at all", Content_Encoding="gzip"),
        lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"),
        lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500),
    ],
    ids=["short", "chunks", "cut", "garbage", "no-http", "headers"],
)
def test_broken_answer_is_tried_again_and_then_named(server: Server, play: Play) -> None:
    error = refusal(server, play, retries=1)
    assert "broken answer" in error.problem and error.passing
    assert len(server.paths) == 2


def test_unknown_compression_is_refused(server: Server) -> None:
    assert "unknown way (br)" in refusal(server, page(BODY, Content_Encoding="br")).problem


def test_closed_port_is_named() -> None:
    with make_fetcher(retries=0) as fetcher, pytest.raises(FetchError, match="cannot be reached"):
        fetcher.fetch("http://127.0.0.1:1/")


def test_unknown_host_is_named() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise OSError("no such host")

    with (
        Fetcher(resolve=resolve, sleep=Sleeper()) as fetcher,
        pytest.raises(FetchError, match=r"nowhere\.example is not known"),
    ):
        fetcher.fetch("http://nowhere.example/")


@pytest.mark.parametrize(
    ("play", "sent"),
    [
        (conditional(BODY, etag='"1"'), ("If-None-Match", '"1"')),
        (
            conditional(BODY, modified="Mon, 02 Nov 2026 10:00:00 GMT"),
            ("If-Modified-Since", "Mon, 02 Nov 2026 10:00:00 GMT"),
        ),
    ],
)
def test_unchanged_page_is_not_sent_again(
    server: Server, play: Play, sent: tuple[str, str]
) -> None:
    cache: dict[str, Marks] = {}
    server.pages["/page"] = play
    url = f"{server.url}/page"
    with make_fetcher(cache=cache) as fetcher:
        first = fetcher.start(url, conditional=True).result()
        fetcher.remember(first)
        second = fetcher.start(url, conditional=True).result()
        fetcher.remember(second)
        third = fetcher.start(url).result()
    assert (first.fresh, second.fresh, second.data, third.fresh) == (True, False, b"", True)
    assert sent in server.requests[2][1].items()
    assert list(cache) == [url]


def test_host_is_left_alone_after_answering_nothing_too_often(server: Server) -> None:
    server.pages["/page"] = lambda _: time.sleep(0.3)
    with make_fetcher(read=0.05, retries=0, give_up=2) as fetcher:
        for _ in range(2):
            with pytest.raises(FetchError, match="does not answer"):
                fetcher.fetch(f"{server.url}/page")
        with pytest.raises(FetchError, match="not answered 2 times in a row"):
            fetcher.fetch(f"{server.url}/page")
    assert len(server.paths) == 2


def test_two_requests_at_most_run_on_one_host(server: Server) -> None:
    def slow(handler: Handler) -> None:
        time.sleep(0.05)
        page(BODY)(handler)

    paths = [f"/{number}" for number in range(8)]
    server.pages.update(dict.fromkeys(paths, slow))
    with make_fetcher(workers=8) as fetcher:
        futures = [fetcher.start(server.url + path) for path in paths]
        assert [future.result().data for future in futures] == [BODY] * 8
    assert server.most_open == 2


def test_requests_to_one_host_keep_their_distance(server: Server) -> None:
    now = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    server.pages.update({"/a": page(BODY), "/b": page(BODY)})
    limits = Limits(allow_private=True, delay=5.0, total=1e9)
    with Fetcher(limits=limits, clock=lambda: now, sleep=sleep) as fetcher:
        fetcher.fetch(f"{server.url}/a")
        fetcher.fetch(f"{server.url}/b")
    assert now == 10.0  # robots.txt, a, b


def test_ports_of_one_host_share_its_turns_and_keep_their_own_rules() -> None:
    with serve() as one, serve() as two, make_fetcher() as fetcher:
        one.pages["/robots.txt"] = page("User-agent: *\nDisallow: /")
        two.pages["/page"] = page(BODY)
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetcher.fetch(f"{one.url}/page")
        assert fetcher.fetch(f"{two.url}/page").data == BODY
        assert list(fetcher.hosts.hosts) == ["127.0.0.1"]


def test_nothing_more_begins_after_closing(server: Server) -> None:
    fetcher = make_fetcher()
    fetcher.close()
    with pytest.raises(RuntimeError):
        fetcher.start(server.url)
    with pytest.raises(FetchError) as caught:
        fetcher.fetch("http://127.0.0.1:1/")
    assert caught.value.passing


def test_robots_rules_are_read_once_and_obeyed(server: Server) -> None:
    server.pages.update(
        {
            "/robots.txt": page("User-agent: *\nDisallow: /no\nCrawl-delay: 2"),
            "/no/1": page(BODY),
            "/yes": page(BODY),
        }
    )
    sleeper = Sleeper()
    with make_fetcher(sleep=sleeper) as fetcher:
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetcher.fetch(f"{server.url}/no/1")
        fetcher.fetch(f"{server.url}/yes")
        fetcher.fetch(f"{server.url}/yes")
    assert [path for path, _ in server.requests] == ["/robots.txt", "/yes", "/yes"]
    assert len(sleeper.slept) == 1 and 1.5 < sleeper.slept[0] <= 2


def test_redirect_to_a_forbidden_path_is_not_followed(server: Server) -> None:
    server.pages["/robots.txt"] = page("User-agent: briefing\nDisallow: /no")
    server.pages["/no"] = page(BODY)
    assert "robots.txt" in refusal(server, redirect("/no")).problem


@pytest.mark.parametrize(("status", "reads"), [(404, True), (403, True), (500, False)])
def test_robots_without_rules_allow_and_unreadable_ones_do_not(
    server: Server, status: int, reads: bool
) -> None:
    server.pages["/robots.txt"] = page(b"", status=status)
    if reads:
        assert fetch(server, page(BODY)).data == BODY
    else:
        assert "its robots.txt cannot be read" in refusal(server, page(BODY)).problem
        assert server.paths == []


def test_robots_are_followed_through_redirects(server: Server) -> None:
    server.pages["/robots.txt"] = redirect("/other.txt")
    server.pages["/other.txt"] = page("User-agent: *\nDisallow: /page")
    assert "robots.txt" in refusal(server, page(BODY)).problem


def test_robots_that_redirect_for_ever_hold_no_rules(server: Server) -> None:
    server.pages["/robots.txt"] = redirect("/robots.txt")
    assert fetch(server, page(BODY)).data == BODY


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "http://", "http://u:p@a.example/", "http://a:b/", "http://[x/", "//a/b"],
)
def test_what_is_no_web_address_is_refused_unasked(url: str) -> None:
    with make_fetcher() as fetcher, pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert caught.value.source == url and caught.value.remedy


def test_host_in_another_script_is_asked_in_ascii() -> None:
    assert split_url("http://häfen.example:8080/ö?ü=1").host == "xn--hfen-loa.example"
    assert split_url("http://häfen.example/ö?ü=1").path == "/%C3%B6?%C3%BC=1"
    assert split_url("https://[2001:db8::1]/").origin == "https://[2001:db8::1]:443"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.100.100.200", False),
        ("168.63.129.16", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00:ec2::254", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("2002:808:808::", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
    ],
)
def test_public_addresses_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /*/private*/x", "/a/private1/x", False),
        ("Disallow: /*/private*/x", "/a/public/x", True),
        ("Disallow: *print=1", "/a?print=1", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /%C3%B6", "/%c3%b6", False),
        ("Crawl-delay: soon\nDisallow: /a # why", "/a", False),
        ("nonsense", "/a", True),
        ("Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "/" + "a" * 5000, True),
    ],
)
def test_robots_rule_fits_as_the_standard_says(rules: str, path: str, allowed: bool) -> None:
    assert parse_robots(f"User-agent: *\n{rules}".encode()).allows(path) is allowed


def test_robots_group_of_the_program_goes_before_that_of_all() -> None:
    text = b"User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-Agent: Briefing/2\nDisallow: /x"
    robots = parse_robots(text)
    assert robots.allows("/a") and not robots.allows("/x")


def resolver(*answers: list[str]) -> Callable[[str, int], list[str]]:
    left = list(answers)
    return lambda _host, _port: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize(
    "addresses",
    [
        ["10.0.0.8"],
        ["93.184.216.34", "127.0.0.1"],
        ["::1"],
        ["169.254.169.254"],
        ["not an address"],
    ],
)
def test_host_with_a_private_address_is_refused_unasked(addresses: list[str]) -> None:
    with (
        Fetcher(resolve=resolver(addresses), sleep=Sleeper()) as fetcher,
        pytest.raises(FetchError, match="a private address"),
    ):
        fetcher.fetch("http://news.example/")


def test_redirect_to_a_private_address_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "briefing.sources.addresses.is_public", lambda address: address == "127.0.0.1"
    )
    server.pages["/page"] = redirect("http://192.168.0.1/adm")
    error = refusal(server, server.pages["/page"], allow_private=False)
    assert "leads to 192.168.0.1, a private address" in error.problem


def test_name_is_looked_up_once_for_a_request_and_never_by_the_connection(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that gives another address the second time (DNS rebinding) gains nothing."""
    import socket

    looked_up: list[object] = []
    original = socket.getaddrinfo

    def watch(host: object, *rest: object, **more: object) -> object:
        looked_up.append(host)
        return original(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", watch)
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    server.pages["/page"] = page(BODY)
    limits = Limits(allow_private=True, delay=0)
    with Fetcher(limits=limits, resolve=resolve, sleep=Sleeper()) as fetcher:
        url = f"http://news.example:{server.server_address[1]}/page"
        assert fetcher.fetch(url).data == BODY
    assert asked == ["news.example", "news.example"]  # robots.txt, then the page
    assert "news.example" not in looked_up
    assert server.requests[1][1]["Host"].startswith("news.example:")


def test_results_come_in_the_order_asked_for(server: Server) -> None:
    def slow(number: int) -> Play:
        def play(handler: Handler) -> None:
            time.sleep(0.02 * (5 - number))
            page(str(number))(handler)

        return play

    server.pages.update({f"/{number}": slow(number) for number in range(5)})
    with make_fetcher(parallel=5) as fetcher:
        futures: list[Future[Answer]] = [fetcher.start(f"{server.url}/{n}") for n in range(5)]
        assert [future.result().data for future in futures] == [b"0", b"1", b"2", b"3", b"4"]
