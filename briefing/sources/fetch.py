"""Fetch what the user names from the network: politely, within limits, several at a time."""

import random as randomness
import threading
import time
from collections.abc import Callable, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import TracebackType
from urllib.parse import urljoin

from briefing import __version__
from briefing.sources.addresses import Resolve, Target, check_addresses, find_addresses, split_url
from briefing.sources.answers import Answer, FetchError, Limits, Marks
from briefing.sources.hosts import Host, Hosts
from briefing.sources.robots import MAX_SIZE, Robots, parse_robots
from briefing.sources.transport import LATER, Reply, Request, ask

USER_AGENT = f"briefing/{__version__} (reader of news feeds; obeys robots.txt)"
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, text/html, "
    "application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Answers that may differ a little later.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
REMEDIES = {
    401: "it asks for a password; name a public page",
    403: "the server refuses it; name another page",
    404: "check the address",
    410: "it is gone for good; remove it",
    451: "it is withheld for legal reasons; name another page",
}


class Fetcher:
    """Fetches URLs with a bounded number of threads.

    `cache` holds what servers said of a page's state; it is read by `start` and written by
    `remember` alone, both in the caller's thread. `clock` counts seconds; `random` spreads the
    retries. Use it as a context manager, or `close` it.
    """

    def __init__(
        self,
        *,
        cache: MutableMapping[str, Marks] | None = None,
        limits: Limits | None = None,
        user_agent: str = USER_AGENT,
        random: randomness.Random | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = find_addresses,
    ) -> None:
        """A fetcher that has not asked anything yet."""
        self.cache: MutableMapping[str, Marks] = {} if cache is None else cache
        self.limits = limits or Limits()
        self.user_agent = user_agent
        self.random = random or randomness.Random(0)
        self.clock = clock
        self.sleep = sleep
        self.resolve = resolve
        self.hosts = Hosts(self.limits, clock=clock, sleep=sleep)
        self.pool = ThreadPoolExecutor(self.limits.workers, thread_name_prefix="fetch")
        self.closed = threading.Event()

    def __enter__(self) -> "Fetcher":
        """The fetcher itself."""
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Begin nothing more."""
        self.close()

    def close(self) -> None:
        """Begin nothing more."""
        self.closed.set()
        self.pool.shutdown(wait=False, cancel_futures=True)

    def start(self, url: str, *, conditional: bool = False) -> "Future[Answer]":
        """Begin to fetch a URL; `conditional`: only if it has changed since last remembered."""
        return self.pool.submit(self.fetch, url, self.cache.get(url) if conditional else None)

    def remember(self, answer: Answer) -> None:
        """Keep what a server said of a page's state, now that the page has been used."""
        if answer.fresh and (answer.marks.etag or answer.marks.modified):
            self.cache[answer.url] = answer.marks

    def fetch(self, url: str, marks: Marks | None = None) -> Answer:
        """What a URL holds, tried again while that may help.

        Raises: FetchError
        """
        for count in range(self.limits.retries + 1):
            try:
                return self._follow(url, marks or Marks())
            except FetchError as error:
                wait = self._pause(error, count)
                if wait is None or self.closed.is_set():
                    raise
                self.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _pause(self, error: FetchError, count: int) -> float | None:
        """How long to wait before the next try; None for no further one."""
        if not error.passing or count == self.limits.retries:
            return None
        if error.wait is not None:
            return error.wait if error.wait <= self.limits.wait else None
        return self.random.uniform(0.5, 1.0) * self.limits.backoff * 2.0**count

    def _follow(self, url: str, marks: Marks) -> Answer:
        """The answer at the end of the redirects; every step is checked anew."""
        here = url
        for _ in range(self.limits.redirects + 1):
            target = split_url(here)
            host = self.hosts.get(target.host)
            if not self._read_robots(url, target, host).allows(target.path):
                problem = "its site asks programs not to read it (robots.txt)"
                raise FetchError(url, problem, "name another page, or save it as a file")
            reply = self._ask(url, target, host, marks)
            if reply.status not in REDIRECTS:
                return _build(url, here, reply)
            here = _next(url, here, reply)
        raise FetchError(
            url, f"redirects more than {self.limits.redirects} times", "check the address"
        )

    def _ask(
        self, url: str, target: Target, host: Host, marks: Marks, limits: Limits | None = None
    ) -> Reply:
        limits = limits or self.limits
        addresses = check_addresses(
            target, url=url, resolve=self.resolve, allow_private=limits.allow_private
        )
        headers = {
            "User-Agent": self.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if marks.etag:
            headers["If-None-Match"] = marks.etag
        if marks.modified:
            headers["If-Modified-Since"] = marks.modified
        with host.turn(url):
            return ask(Request(url, target, addresses, headers), limits=limits, clock=self.clock)

    def _read_robots(self, url: str, target: Target, host: Host) -> Robots:
        """The rules of a site, read once.

        Where there are none, all is allowed; where they cannot be read, nothing (RFC 9309).
        """
        with host.robots_lock:
            if target.origin not in host.robots:
                host.robots[target.origin] = self._fetch_robots(url, target)
            return host.robots[target.origin]

    def _fetch_robots(self, url: str, target: Target) -> Robots:
        here = f"{target.origin}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            place = split_url(here)
            reply = self._ask(url, place, self.hosts.get(place.host), Marks())
            if reply.status in REDIRECTS:
                here = _next(url, here, reply)
                continue
            if reply.status >= 500 or reply.status == HTTPStatus.TOO_MANY_REQUESTS:
                problem = f"its robots.txt cannot be read (HTTP {reply.status})"
                raise FetchError(url, problem, LATER, passing=True, wait=_wait(reply.headers))
            return parse_robots(reply.data[:MAX_SIZE]) if reply.status < 300 else Robots()
        return Robots()


def _next(url: str, here: str, reply: Reply) -> str:
    """Where a redirect leads."""
    location = reply.headers.get("Location", "")
    try:
        where = urljoin(here, location)
    except ValueError:
        where = ""
    if not location or not where:
        raise FetchError(url, "redirects to nowhere", "check the address")
    try:
        split_url(where)
    except FetchError as error:
        problem = f"redirects to {where[:200]}, which {error.problem}"
        raise FetchError(url, problem, "name the page that is meant") from error
    return where


def _build(url: str, final: str, reply: Reply) -> Answer:
    """The answer to be used.

    Raises: FetchError for a status that is not one of success.
    """
    status, headers = reply.status, reply.headers
    if status == HTTPStatus.NOT_MODIFIED:
        return Answer(url, final, status, fresh=False)
    if not 200 <= status < 300:
        raise FetchError(
            url,
            f"cannot be read ({_describe(status)})",
            REMEDIES.get(status, LATER if status in PASSING else "check the address"),
            passing=status in PASSING,
            wait=_wait(headers),
        )
    return Answer(
        url,
        final,
        status,
        reply.data,
        media=headers.get_content_type() if "Content-Type" in headers else "",
        charset=headers.get_content_charset(),
        marks=Marks(headers.get("ETag"), headers.get("Last-Modified")),
    )


def _describe(status: int) -> str:
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"


def _wait(headers: Message) -> float | None:
    """The seconds to wait that a server asks for; a date counts from the server's own time."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    try:
        start = parsedate_to_datetime(headers.get("Date", ""))
        return max(0.0, (parsedate_to_datetime(asked) - start).total_seconds())
    except (ValueError, TypeError):
        return None
