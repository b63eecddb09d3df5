"""Sending to a local server: what arrives, what is refused, and what may have arrived."""

import socket
import ssl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import pytest
from mail_server import make_certificate

from briefing.errors import ConfigError
from briefing.mail import (
    MailError,
    Security,
    Server,
    read_keyring,
    read_password,
    send_message,
)

MESSAGE = b"Subject: x\r\n\r\n.a line that begins with a dot\r\nlast\r\n"


@dataclass
class Script:
    """What a server answers by verb (others get 250), and what it has been told."""

    answers: dict[str, bytes] = field(default_factory=dict)
    told: list[bytes] = field(default_factory=list)
    body: bytes = b""

    def serve(self, connection):
        with connection, connection.makefile("rwb") as stream:
            self.say(stream, self.answers.get("HELLO", b"220 ready"))
            while line := stream.readline():
                self.told.append(line.strip())
                verb = line[:4].decode("latin-1").upper().strip()
                answer = self.answers.get(verb, b"250 ok")
                if answer == b"":
                    return
                if verb == "DATA" and answer == b"250 ok":
                    self.say(stream, b"354 go on")
                    self.body = self.receive(stream)
                    answer = self.answers.get("END", b"250 taken")
                    if answer == b"":
                        return
                self.say(stream, b"221 bye" if verb == "QUIT" else answer)

    def receive(self, stream):
        lines = []
        while (line := stream.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def say(self, stream, answer):
        stream.write(answer + b"\r\n")
        stream.flush()


@contextmanager
def serving(script, wrap=lambda connection: connection):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)

        def run():
            with left_to_itself():
                connection, _ = listener.accept()
                script.serve(wrap(connection))

        thread = threading.Thread(target=run)
        thread.start()
        port = listener.getsockname()[1]
        yield Server("127.0.0.1", port, Security.NONE, timeout=5)
        thread.join(20)


@contextmanager
def left_to_itself():
    """The end of a connection is no error of the server."""
    try:
        yield
    except OSError:
        return


def send(server, **more):
    options = {"sender": "a@b.org", "recipients": ["c@d.org", "e@f.org"], **more}
    return send_message(MESSAGE, server, **options)


def test_message_arrives_byte_for_byte():
    script = Script()
    with serving(script) as server:
        assert send(server) == ()
    assert script.body == MESSAGE
    assert [told for told in script.told if told.startswith((b"mail", b"rcpt"))] == [
        b"mail FROM:<a@b.org>",
        b"rcpt TO:<c@d.org>",
        b"rcpt TO:<e@f.org>",
    ]
    assert script.told[-1].lower() == b"quit"


def test_login_sends_user_and_password():
    script = Script({"EHLO": b"250-host\r\n250 AUTH PLAIN", "AUTH": b"235 welcome"})
    with serving(script) as server:
        send(replace(server, user="ada"), password="secret")
    assert any(told.startswith(b"AUTH PLAIN ") for told in script.told)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"MAIL": b"550 not you"}, r"refuses the sender a@b.org \(550 not you\)"),
        ({"RCPT": b"550 no such\x1b[2J"}, r"refuses all recipients \(550 no such␛\[2J\)"),
        ({"DATA": b"554 no"}, "refuses the message"),
        ({"END": b"552 too much"}, r"refuses the message \(552 too much\)"),
        ({"HELLO": b"421 busy"}, r"breaks off \(421 busy\)"),
        ({"MAIL": b""}, "breaks off"),
        ({"EHLO": b"", "HELO": b""}, "breaks off"),
    ],
)
def test_refusal_is_an_error_that_says_so_and_is_certain(answers, told):
    script = Script(answers)
    with serving(script) as server, pytest.raises(MailError, match=told) as caught:
        send(server)
    assert not caught.value.uncertain
    assert caught.value.source == server.name
    assert caught.value.remedy


def test_connection_that_breaks_behind_the_message_leaves_it_uncertain():
    script = Script({"END": b""})
    with serving(script) as server, pytest.raises(MailError, match="may have arrived") as caught:
        send(server)
    assert caught.value.uncertain
    assert script.body == MESSAGE


def test_broken_farewell_does_not_matter():
    script = Script({"QUIT": b""})
    with serving(script) as server:
        assert send(server) == ()
    assert script.body == MESSAGE


def test_refused_recipients_are_told_when_others_are_not():
    class Choosy(Script):
        def say(self, stream, answer):
            refused = self.told and b"e@f.org" in self.told[-1]
            super().say(stream, b"550 unknown" if refused else answer)

    script = Choosy()
    with serving(script) as server:
        (refused,) = send(server)
    assert (refused.address, refused.code, refused.answer) == ("e@f.org", 550, "unknown")
    assert not refused.passing
    assert script.body == MESSAGE


def test_what_was_taken_is_told_before_the_farewell():
    script = Script()
    heard = []
    with serving(script) as server:
        send(server, taken=lambda refused: heard.append((refused, script.told[-1][:4])))
    assert heard == [((), b"data")]


@pytest.mark.parametrize(("answer", "final"), [(b"550 no such", True), (b"450 later", False)])
def test_a_refusal_of_all_is_final_if_no_later_try_can_help(answer, final):
    with serving(Script({"RCPT": answer})) as server, pytest.raises(MailError) as caught:
        send(server)
    assert caught.value.final == final


def test_wrong_login_is_told():
    script = Script({"EHLO": b"250-host\r\n250 AUTH PLAIN", "AUTH": b"535 wrong"})
    with serving(script) as server, pytest.raises(MailError, match="refuses the login"):
        send(replace(server, user="ada"), password="wrong")


def test_server_without_encryption_is_refused_where_it_is_asked_for():
    with serving(Script()) as server, pytest.raises(MailError, match="STARTTLS") as caught:
        send(replace(server, security=Security.STARTTLS))
    assert "another way" in caught.value.remedy


def test_server_that_is_not_there_is_told():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(MailError, match="cannot be reached"):
        send(Server("127.0.0.1", port, Security.NONE))


def test_server_that_is_silent_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server("127.0.0.1", listener.getsockname()[1], Security.NONE, timeout=0.2)
        with pytest.raises(MailError, match=r"does not answer within 0\.2 seconds"):
            send(server)


def test_server_that_speaks_no_tls_cannot_be_trusted():
    with serving(Script()) as server, pytest.raises(MailError, match="cannot be trusted"):
        send(replace(server, security=Security.TLS), context=ssl.create_default_context())


@pytest.mark.parametrize("trusted", [True, False])
def test_encrypted_server_gets_the_message_only_if_it_can_be_trusted(tmp_path, trusted):
    certificate, host = make_certificate(tmp_path)
    context = ssl.create_default_context(cafile=str(certificate) if trusted else None)
    script = Script()
    with serving(
        script, lambda connection: host.wrap_socket(connection, server_side=True)
    ) as server:
        server = replace(server, security=Security.TLS)
        if trusted:
            assert send(server, context=context) == ()
        else:
            with pytest.raises(MailError, match="cannot be trusted"):
                send(server, context=context)
    assert script.body == (MESSAGE if trusted else b"")


def test_password_is_never_sent_in_the_clear_over_a_network():
    with pytest.raises(ConfigError, match="without encryption"):
        send(Server("mail.example", 25, Security.NONE, user="ada"), password="secret")


def test_ports_follow_the_encryption():
    names = [Server("m.example", security=security).name for security in Security]
    assert names == ["m.example:587", "m.example:465", "m.example:25"]


def test_password_is_the_first_line_of_a_private_file(tmp_path):
    path = tmp_path / "password"
    path.write_text("secret word\nnote\n", "utf-8")
    path.chmod(0o600)
    assert read_password(path) == "secret word"
    path.chmod(0o644)
    with pytest.raises(ConfigError, match="may be read by everybody; run: chmod 600"):
        read_password(path)
    path.chmod(0o600)
    path.write_text("\n", "utf-8")
    with pytest.raises(ConfigError, match="has no password"):
        read_password(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not text"):
        read_password(path)
    with pytest.raises(ConfigError, match="cannot be read"):
        read_password(tmp_path / "missing")


def test_password_comes_from_the_keyring():
    kept = {("briefing", "ada"): "secret"}
    backend = SimpleNamespace(get_password=lambda service, user: kept.get((service, user)))
    assert read_keyring("ada", backend=backend) == "secret"
    with pytest.raises(ConfigError, match="keyring set briefing bob"):
        read_keyring("bob", backend=backend)


def test_keyring_that_fails_is_told():
    def fail(service, user):
        raise RuntimeError(f"locked for {service} {user}")

    with pytest.raises(ConfigError, match="RuntimeError: locked"):
        read_keyring("ada", backend=SimpleNamespace(get_password=fail))


def test_missing_keyring_library_is_told(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    with pytest.raises(ConfigError, match=r"pip install 'briefing\[keyring\]'"):
        read_keyring("ada")
