"""A mail server on this machine that keeps what it takes, after STARTTLS and a login if it must."""

import shutil
import socketserver
import ssl
import subprocess
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Letter:
    """A message that the server has taken: from now on it is the server's to deliver."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes
    login: str = ""
    encrypted: bool = False


class Talk(socketserver.StreamRequestHandler):
    """One connection."""

    server: "Post"

    def handle(self) -> None:
        self.encrypted, self.login = False, ""
        self.begin()
        with suppress(OSError):
            self.say("220 ready")
            while line := self.rfile.readline():
                verb, _, rest = line.decode("latin-1").strip().partition(" ")
                if not self.answer(verb.upper(), rest):
                    return

    def begin(self) -> None:
        self.sender, self.recipients = "", []

    def say(self, *lines: str) -> None:
        time.sleep(self.server.latency)
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())
        self.wfile.flush()

    def answer(self, verb: str, rest: str) -> bool:
        """Answer a command; whether the talk goes on."""
        if verb == "EHLO":
            self.say(*self.offers())
        elif verb == "STARTTLS":
            self.say("220 go on")
            self.encrypt()
        elif verb == "AUTH":
            kind, _, told = rest.partition(" ")
            self.login = "/".join(b64decode(told).decode().split("\0")[1:])
            known = kind == "PLAIN" and self.login == self.server.login
            self.say("235 welcome" if known else "535 wrong")
        elif verb == "MAIL" and self.server.login and self.login != self.server.login:
            self.say("530 log in first")
        elif verb in ("MAIL", "RCPT"):
            self.note(rest)
        elif verb == "DATA":
            return self.take()
        else:
            self.say("221 bye" if verb == "QUIT" else "250 ok")
        return verb != "QUIT"

    def offers(self) -> list[str]:
        extras = ["250-STARTTLS"] if self.server.context and not self.encrypted else []
        login = ["250-AUTH PLAIN"] if self.server.login else []
        return ["250-here", *extras, *login, "250 HELP"]

    def encrypt(self) -> None:
        assert self.server.context
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")
        self.encrypted = True

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.connection.close()

    def note(self, rest: str) -> None:
        """Note whom the next message is from or to."""
        address = rest.partition("<")[2].partition(">")[0]
        if rest.upper().startswith("FROM:"):
            self.begin()
            self.sender = address
        elif address in self.server.refused:
            self.say(self.server.refused[address])
            return
        else:
            self.recipients.append(address)
        self.say("250 ok")

    def take(self) -> bool:
        """Take a message, if its end comes; whether the talk goes on."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                return False  # cut off: not taken
            lines.append(line[1:] if line.startswith(b".") else line)
        told = self.sender, tuple(self.recipients), b"".join(lines), self.login, self.encrypted
        self.server.taken.append(Letter(*told))
        self.begin()
        if self.server.mute:
            self.server.mute -= 1
            return False
        self.say("250 taken")
        return True


class Post(socketserver.ThreadingTCPServer):
    """Takes mail; `latency` is how many seconds each of its answers needs.

    `context` offers STARTTLS, `login` (`user/password`) is asked for before any mail, `refused`
    are recipients with the answers that they get; so many messages it takes `mute`, and hangs up.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, *, latency: float = 0.0, context: ssl.SSLContext | None = None, login: str = ""
    ) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.latency, self.context, self.login = latency, context, login
        self.taken: list[Letter] = []
        self.refused: dict[str, str] = {}
        self.mute = 0

    def handle_error(self, *_: object) -> None:
        """Say nothing of connections that broke."""

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


def make_certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for this machine, signed by itself, and the context of a server with it.

    Skips the test where there is no openssl to make it.
    """
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("needs openssl")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    name = "-addext subjectAltName=IP:127.0.0.1"
    files = ["-keyout", str(key), "-out", str(certificate)]
    command = [program, *request.split(), *name.split(), *files]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return certificate, context


@contextmanager
def posting(post: Post) -> Iterator[Post]:
    thread = threading.Thread(target=post.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield post
    finally:
        post.shutdown()
        post.server_close()
        thread.join()
