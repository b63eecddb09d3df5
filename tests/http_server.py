"""A web server on this machine that plays sites, also broken and hostile ones."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from briefing.sources import Fetcher, Limits, Marks

# Writes the answer to a request.
Play = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Server"
    counted = False  # among the open requests

    def do_GET(self) -> None:
        self.server.enter(self)
        try:
            play = self.server.pages.get(self.path, missing)
            with suppress(BrokenPipeError, ConnectionResetError):
                play(self)
        finally:
            self.server.leave(self)
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Print nothing."""

    def answer(self, data: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(data)), **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.server.leave(self)  # before a client that has it all can ask for more
        self.wfile.write(data)


class Server(ThreadingHTTPServer):
    """Plays `pages`, by path; `requests` are the paths asked for, with the headers sent."""

    daemon_threads = True
    request_queue_size = 100

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Play] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.lock = threading.Lock()
        self.open = self.most_open = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for, robots.txt left out."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def enter(self, handler: Handler) -> None:
        with self.lock:
            self.requests.append((handler.path, dict(handler.headers)))
            self.open += 1
            handler.counted = True
            self.most_open = max(self.most_open, self.open)

    def leave(self, handler: Handler) -> None:
        with self.lock:
            self.open -= handler.counted
            handler.counted = False


@contextmanager
def serve() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def missing(handler: Handler) -> None:
    handler.answer(b"", status=404)


def page(data: bytes | str, *, status: int = 200, **headers: str) -> Play:
    body = data.encode() if isinstance(data, str) else data
    return lambda handler: handler.answer(body, status=status, **headers)


def gzipped(data: bytes) -> Play:
    return page(gzip.compress(data), Content_Encoding="gzip")


def chunked(data: bytes, *, size: int = 7, whole: bool = True) -> Play:
    def play(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for start in range(0, len(data), size):
            piece = data[start : start + size]
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        if whole:
            handler.wfile.write(b"0\r\n\r\n")

    return play


def redirect(location: str, *, status: int = 302) -> Play:
    return page(b"", status=status, Location=location)


def drip(data: bytes, *, pause: float = 0.05) -> Play:
    """Sends one byte at a time; the headers first, in one piece."""

    def play(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        for byte in data:
            time.sleep(pause)
            handler.wfile.write(bytes([byte]))

    return play


def drip_headers(handler: Handler) -> None:
    """Sends a header that does not end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(200):
        time.sleep(0.05)
        handler.wfile.write(b"x")


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"word " * 10_000)


def in_turn(*plays: Play) -> Play:
    """One answer after the other, the last one from then on."""
    left = list(plays)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def conditional(data: bytes, *, etag: str = "", modified: str = "", **headers: str) -> Play:
    """Says that nothing has changed to whoever sends the marks back."""

    def play(handler: Handler) -> None:
        sent = handler.headers
        if (etag and sent.get("If-None-Match") == etag) or (
            modified and not etag and sent.get("If-Modified-Since") == modified
        ):
            handler.answer(b"", status=304)
        else:
            handler.answer(data, ETag=etag, Last_Modified=modified, **headers)

    return play


class Sleeper:
    """Sleeps no time and remembers how long it should have."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        if seconds > 0:
            self.slept.append(round(seconds, 6))


def make_fetcher(
    *,
    cache: dict[str, Marks] | None = None,
    sleep: Callable[[float], None] | None = None,
    **limits: Any,
) -> Fetcher:
    """A fetcher for the server: private addresses allowed, no pauses, short times."""
    settings = {"allow_private": True, "delay": 0.0, "read": 2.0, "total": 3.0, **limits}
    return Fetcher(cache=cache, limits=Limits(**settings), sleep=sleep or Sleeper())
