"""Secure connections are made only to hosts that prove their name."""

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path

import pytest
from http_server import Server, Sleeper, page

from briefing.sources import Fetcher, Limits
from briefing.sources import transport as transport_module
from briefing.sources.answers import FetchError

OPENSSL = shutil.which("openssl") or ""
REQUEST = (
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
    "-subj /CN=news.example -addext subjectAltName=DNS:news.example"
)
pytestmark = pytest.mark.skipif(not OPENSSL, reason="makes a certificate with openssl")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subprocess.run(
        [OPENSSL, *REQUEST.split(), "-keyout", str(path), "-out", str(path.with_suffix(".crt"))],
        check=True,
        capture_output=True,
        timeout=30,
    )
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


@pytest.fixture
def server(certificate: Path) -> Iterator[Server]:
    server = Server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def fetch(server: HTTPServer, host: str) -> bytes:
    limits = Limits(allow_private=True, retries=0, delay=0)
    with Fetcher(limits=limits, resolve=lambda *_: ["127.0.0.1"], sleep=Sleeper()) as fetcher:
        return fetcher.fetch(f"https://{host}:{server.server_address[1]}/").data


def trust(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))
    monkeypatch.setattr(transport_module, "_secure", lambda: context)


def test_host_with_a_trusted_certificate_is_read(
    server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(certificate, monkeypatch)
    server.pages["/"] = page("Rain.")
    assert fetch(server, "news.example") == b"Rain."


def test_certificate_of_another_name_is_refused(
    server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(certificate, monkeypatch)
    with pytest.raises(FetchError, match=r"certificate is not valid \(Hostname mismatch"):
        fetch(server, "other.example")


def test_certificate_that_nobody_vouches_for_is_refused(server: Server) -> None:
    with pytest.raises(FetchError, match="certificate is not valid") as caught:
        fetch(server, "news.example")
    assert not caught.value.passing
