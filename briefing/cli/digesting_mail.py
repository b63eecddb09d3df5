"""Plans the mail of a digest from the options, writes it and sends it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.cli.configuration import home_path
from briefing.cli.options import Settings
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.domain import Digest
    from briefing.mail import Refused, Server
    from briefing.render import Layout

TLS_PORT = 465


@dataclass(frozen=True, slots=True)
class Post:
    """Who sends a digest to whom, and through which server."""

    sender: str
    recipients: tuple[str, ...]
    domain: str
    list_id: str
    server: "Server"
    password: str | None = None

    def write(self, digest: "Digest", message_id: str, layout: "Layout") -> bytes:
        """The message, complete."""
        from briefing.mail import make_message

        return make_message(
            digest,
            sender=self.sender,
            recipients=self.recipients,
            message_id=message_id,
            list_id=self.list_id,
            layout=layout,
        )

    def send(
        self,
        message: bytes,
        recipients: Sequence[str],
        taken: "Callable[[tuple[Refused, ...]], None]",
    ) -> "tuple[Refused, ...]":
        """Hand the message to the server; the recipients that it refused, which `taken` is
        called with as soon as the others are safe.

        Raises: MailError when nobody gets it, or may have got it.
        """
        from briefing.mail import send_message

        return send_message(
            message,
            self.server,
            sender=self.sender,
            recipients=recipients,
            password=self.password,
            taken=taken,
        )


def plan_post(settings: Settings) -> Post | None:
    """What the options say of mail; None without recipients.

    Raises: ConfigError when an address is none, or the password cannot be read.
    """
    from briefing.mail.addresses import parse_address, parse_addresses

    if not settings.mail_to:
        return None
    recipients = tuple(part.strip() for part in settings.mail_to.split(",") if part.strip())
    parse_addresses(recipients)
    sender = settings.mail_from or recipients[0]
    domain = parse_address(sender).domain
    list_id = settings.list_id or f"digest.{domain}"
    return Post(sender, recipients, domain, list_id, plan_server(settings), password(settings))


def plan_server(settings: Settings) -> "Server":
    """The mail server that the options name, else that of this machine.

    Raises: ConfigError when its port is none.
    """
    from briefing.mail import Security, Server
    from briefing.mail.sending import LOOPBACK

    host, port = split_host(settings.smtp or "localhost")
    if settings.mail_security is not None:
        security = Security(settings.mail_security.value)
    elif host in LOOPBACK:
        security = Security.NONE
    else:
        security = Security.TLS if port == TLS_PORT else Security.STARTTLS
    return Server(host, port, security, settings.mail_user)


def split_host(text: str) -> tuple[str, int | None]:
    """Host and port.

    Raises: ConfigError when the port is none.

    >>> split_host("mail.example.org:465"), split_host("[::1]:25"), split_host("localhost")
    (('mail.example.org', 465), ('::1', 25), ('localhost', None))
    """
    host, _, port = text.rpartition(":") if text.count(":") == 1 or "]:" in text else (text, "", "")
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ConfigError(f"--smtp {text}", "has no port", "give one like mail.example.org:587")
    return host.strip("[]"), int(port) if port else None


def password(settings: Settings) -> str | None:
    """The password at the mail server; None where no login is asked for.

    Raises: ConfigError when it cannot be read.
    """
    from briefing.mail import read_keyring, read_password

    if not settings.mail_user:
        return None
    if settings.mail_password:
        return read_password(home_path(settings.mail_password))
    return read_keyring(settings.mail_user)
