"""Make one HTTP request over a connection to a checked address, within time and size."""

import http.client
import io
import re
import socket
import ssl
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from functools import cache
from typing import Any

from briefing.sources.addresses import Target
from briefing.sources.answers import FetchError, Limits

CHUNK = 1 << 16
# The compressions that are asked for, and the window that zlib reads each with.
ENCODINGS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
LATER = "try again later"


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `url` is what errors name, `addresses` are those that may be connected to."""

    url: str
    target: Target
    addresses: Sequence[str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers and uncompressed body of one answer."""

    status: int
    headers: Message
    data: bytes


class _Timed(io.RawIOBase):
    """The bytes that come in over a socket, until a deadline."""

    def __init__(self, wire: "_Wire") -> None:
        super().__init__()
        self.wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.wire.set_timeout()
        return self.wire.socket.recv_into(buffer)


class _Wire:
    """A socket as `http.client` uses it, each of its waits cut off at a deadline."""

    def __init__(
        self, connected: socket.socket, deadline: float, wait: float, clock: Callable[[], float]
    ) -> None:
        self.socket = connected
        self.deadline = deadline
        self.wait = wait
        self.clock = clock

    def set_timeout(self) -> None:
        """Let the next wait be as long as is left at most."""
        left = self.deadline - self.clock()
        if left <= 0:
            raise TimeoutError
        self.socket.settimeout(min(self.wait, left))

    def makefile(self, _mode: str) -> io.BufferedReader:
        """The incoming bytes."""
        return io.BufferedReader(_Timed(self), CHUNK)

    def sendall(self, data: bytes) -> None:
        """Send the request."""
        self.set_timeout()
        self.socket.sendall(data)

    def close(self) -> None:
        """Leave the socket open: the answer is still to be read from it."""


@cache
def _secure() -> ssl.SSLContext:
    return ssl.create_default_context()


def ask(request: Request, *, limits: Limits, clock: Callable[[], float]) -> Reply:
    """The answer to a GET request.

    Raises: FetchError when there is none in time, or it is too large or broken.
    """
    deadline = clock() + limits.total
    try:
        connected = _connect(request, deadline, limits, clock)
        with connected:
            wire = _Wire(connected, deadline, limits.read, clock)
            return _converse(request, wire, limits)
    except ssl.SSLCertVerificationError as error:
        problem = f"its certificate is not valid ({error.verify_message})"
        raise FetchError(request.url, problem, "check the address") from error
    except TimeoutError as error:
        problem = f"does not answer within {limits.total:g} s"
        raise FetchError(request.url, problem, LATER, passing=True, silent=True) from error
    except http.client.HTTPException as error:
        problem = f"sends a broken answer ({type(error).__name__})"
        raise FetchError(request.url, problem, LATER, passing=True) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        problem = f"cannot be reached ({reason})"
        raise FetchError(request.url, problem, LATER, passing=True, silent=True) from error


def _connect(
    request: Request, deadline: float, limits: Limits, clock: Callable[[], float]
) -> socket.socket:
    """A connection to the first of the addresses that takes one; the name is not looked up."""
    failed: OSError = TimeoutError()
    for address in request.addresses:
        left = deadline - clock()
        if left <= 0:
            break
        try:
            plain = socket.create_connection(
                (address, request.target.port), min(limits.connect, left)
            )
        except OSError as error:
            failed = error
            continue
        if request.target.scheme == "http":
            return plain
        try:
            return _secure().wrap_socket(plain, server_hostname=request.target.host)
        except BaseException:
            plain.close()
            raise
    raise failed


def _converse(request: Request, wire: _Wire, limits: Limits) -> Reply:
    target = request.target
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = wire
    connection.default_port = 443 if target.scheme == "https" else 80
    connection.request("GET", target.path, headers=dict(request.headers))
    response = connection.getresponse()
    try:
        data = b"" if response.status in {204, 304} else _read_body(request.url, response, limits)
        return Reply(response.status, response.headers, data)
    finally:
        response.close()


def _read_body(url: str, response: http.client.HTTPResponse, limits: Limits) -> bytes:
    """The body, uncompressed, no more of it held than the limit allows."""
    length = response.headers.get("Content-Length", "")
    expected = int(length) if re.fullmatch(r"\d{1,18}", length) and not response.chunked else None
    if expected is not None and expected > limits.size:
        raise _too_large(url, limits)
    unpack = _Unpacker(url, response.headers.get("Content-Encoding", ""), limits)
    received = 0
    while chunk := response.read(CHUNK):
        received += len(chunk)
        if received > limits.size:
            raise _too_large(url, limits)
        unpack.add(chunk)
    if expected is not None and received < expected:
        raise http.client.IncompleteRead(b"", expected - received)
    return unpack.finish()


def _too_large(url: str, limits: Limits) -> FetchError:
    problem = f"is too large (more than {limits.size:,} bytes)"
    return FetchError(url, problem, "name a smaller page or feed")


class _Unpacker:
    """Takes the compression off a body, piece by piece, and stops at the limit."""

    def __init__(self, url: str, encoding: str, limits: Limits) -> None:
        self.url = url
        self.limits = limits
        self.data = bytearray()
        self.seen = False
        names = [name for part in encoding.lower().split(",") if (name := part.strip())]
        names = [name for name in names if name != "identity"]
        if len(names) > 1 or not set(names) <= set(ENCODINGS):
            raise FetchError(url, f"is compressed in an unknown way ({encoding[:40]})", LATER)
        self.window = ENCODINGS[names[0]] if names else None
        self.inflater = zlib.decompressobj(self.window) if self.window else None

    def add(self, chunk: bytes) -> None:
        """Take the next piece of the body."""
        if self.inflater is None:
            self.data += chunk
            return
        try:
            self._inflate(chunk)
        except zlib.error as error:
            raise http.client.HTTPException("broken compression") from error

    def _inflate(self, chunk: bytes) -> None:
        while chunk and self.inflater is not None:
            try:
                out = self.inflater.decompress(chunk, self.limits.size + 1 - len(self.data))
            except zlib.error:
                if self.seen or self.window != zlib.MAX_WBITS:
                    raise
                self.window = -zlib.MAX_WBITS  # deflate without its header, as some send it
                self.inflater = zlib.decompressobj(self.window)
                continue
            self.seen = True
            self.data += out
            if len(self.data) > self.limits.size:
                raise _too_large(self.url, self.limits)
            chunk = self.inflater.unconsumed_tail
            if self.inflater.eof:
                chunk = self.inflater.unused_data.lstrip(b"\0")
                self.inflater = zlib.decompressobj(self.window or 0) if chunk else self.inflater
                if self.inflater.eof:
                    return

    def finish(self) -> bytes:
        """The whole body."""
        if self.inflater is not None and self.seen and not self.inflater.eof:
            raise http.client.IncompleteRead(b"")
        return bytes(self.data)
