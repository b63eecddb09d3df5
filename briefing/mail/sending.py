"""Hand a message to a mail server over SMTP, and say how it ended.

What a caller must know after a failure is whether the message may have arrived all the same:
the server may take it and the connection break before it says so.
"""

import contextlib
import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.errors import BriefingError, ConfigError
from briefing.mail.addresses import parse_address, parse_addresses
from briefing.render.escape import show_controls

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SECONDS = 60.0
LASTING = 500  # codes from here on tell that trying again does not help
SENDER_REMEDY = "give a sender that the server accepts"


class Security(StrEnum):
    """How the connection is encrypted: after STARTTLS, from the beginning, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server; the usual port where none is given; no login without a user.

    `timeout` counts seconds for each answer of the server.
    """

    host: str
    port: int | None = None
    security: Security = Security.STARTTLS
    user: str | None = None
    timeout: float = SECONDS

    @property
    def name(self) -> str:
        """The server as messages name it."""
        return f"{self.host}:{self.port or PORTS[self.security]}"


class MailError(BriefingError):
    """A message that was not sent, or, where `uncertain`, that may have been.

    `final`: no server will ever take it for any of the recipients.
    """

    def __init__(
        self,
        source: str,
        problem: str,
        remedy: str = "",
        *,
        uncertain: bool = False,
        final: bool = False,
    ) -> None:
        super().__init__(source, problem, remedy)
        self.uncertain = uncertain
        self.final = final


@dataclass(frozen=True, slots=True)
class Refused:
    """A recipient whom the server refuses, with the code (RFC 5321, 4.2) and words of its answer.

    >>> Refused("ada@example.org", 450, "greylisted").passing
    True
    """

    address: str
    code: int
    answer: str

    @property
    def passing(self) -> bool:
        """Whether the server may take the message for them later."""
        return self.code < LASTING


def forget(_refused: tuple[Refused, ...]) -> None:
    """Note nothing of a message that was taken."""


def send_message(
    message: bytes,
    server: Server,
    *,
    sender: str,
    recipients: Sequence[str],
    password: str | None = None,
    context: ssl.SSLContext | None = None,
    taken: Callable[[tuple[Refused, ...]], None] = forget,
) -> tuple[Refused, ...]:
    """Send the message to all recipients at once; those whom the server refused.

    `taken` is called with them at once when the server has taken the message for the others,
    before the farewell.

    Raises: MailError when nobody gets it, or nobody can tell (`uncertain`); ConfigError
    when an address is none or a password would be sent in the clear.
    """
    origin = parse_address(sender).addr_spec
    targets = [address.addr_spec for address in parse_addresses(recipients)]
    if server.user and server.security is Security.NONE and server.host not in LOOPBACK:
        problem = "would get the password without encryption"
        raise ConfigError(server.name, problem, "choose starttls or tls")
    with _explained(server), _connected(server, context or ssl.create_default_context()) as smtp:
        if server.user:
            smtp.login(server.user, password or "")
        refused = _deliver(smtp, server, message, origin, targets)
        taken(refused)
        # Whatever happens to the farewell, the message is delivered.
        with contextlib.suppress(smtplib.SMTPException, OSError):
            smtp.quit()
    return refused


@contextlib.contextmanager
def _connected(server: Server, context: ssl.SSLContext) -> Iterator[smtplib.SMTP]:
    port, seconds = server.port or PORTS[server.security], server.timeout
    smtp: smtplib.SMTP
    if server.security is Security.TLS:
        smtp = smtplib.SMTP_SSL(server.host, port, timeout=seconds, context=context)
    else:
        smtp = smtplib.SMTP(server.host, port, timeout=seconds)
    try:
        if server.security is Security.STARTTLS:
            smtp.starttls(context=context)
        yield smtp
    finally:
        smtp.close()


def _deliver(
    smtp: smtplib.SMTP, server: Server, message: bytes, origin: str, targets: Sequence[str]
) -> tuple[Refused, ...]:
    """Sender, recipients and message; the recipients that are refused."""
    smtp.ehlo_or_helo_if_needed()
    code, answer = smtp.mail(origin)
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, answer, origin)
    answers = {target: smtp.rcpt(target) for target in targets}
    refused = {target: reply for target, reply in answers.items() if reply[0] not in (250, 251)}
    if len(refused) == len(answers):
        raise smtplib.SMTPRecipientsRefused(refused)
    try:
        code, answer = smtp.data(message)
    except smtplib.SMTPDataError:
        raise
    except (smtplib.SMTPException, OSError) as error:
        problem = f"broke off while it took the message ({_told(error)}), which may have arrived"
        remedy = "send it again with the same Message-ID"
        raise MailError(server.name, problem, remedy, uncertain=True) from error
    if code != 250:
        raise smtplib.SMTPDataError(code, answer)
    return tuple(Refused(target, code, _plain(told)) for target, (code, told) in refused.items())


@contextlib.contextmanager
def _explained(server: Server) -> Iterator[None]:
    """Makes errors of connecting and of the server's refusals such that name a remedy."""
    try:
        yield
    except (smtplib.SMTPException, TimeoutError) as error:
        told = _explain(error)
        if TimeoutError in (type(error), type(error.__context__)):
            told = f"does not answer within {server.timeout:g} seconds", "try again later"
        raise MailError(server.name, *told, final=_is_final(error)) from error
    except ssl.SSLError as error:
        problem = f"cannot be trusted ({_told(error)})"
        remedy = "check the name of the server and how it is encrypted"
        raise MailError(server.name, problem, remedy) from error
    except OSError as error:
        problem = f"cannot be reached ({_told(error)})"
        raise MailError(server.name, problem, "check its name and port, and the network") from error


def _is_final(error: Exception) -> bool:
    """Whether all recipients are refused for good."""
    refused = error.recipients if isinstance(error, smtplib.SMTPRecipientsRefused) else {}
    return bool(refused) and all(code >= LASTING for code, _ in refused.values())


def _explain(error: Exception) -> tuple[str, str]:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"refuses the login ({_told(error)})", "check the user and the password"
    if isinstance(error, smtplib.SMTPSenderRefused):
        return f"refuses the sender {error.sender} ({_told(error)})", SENDER_REMEDY
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, answer = next(iter(error.recipients.values()))
        told = f"{code} {_plain(answer)}"
        return f"refuses all recipients ({told})", "check the addresses"
    if isinstance(error, smtplib.SMTPDataError):
        return f"refuses the message ({_told(error)})", "ask its operator what it accepts"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"lacks what is needed ({_told(error)})", "choose another way of encryption"
    return f"breaks off ({_told(error)})", "try again later"


def _told(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_plain(error.smtp_error)}"
    return show_controls(str(error) or type(error).__name__)


def _plain(answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return show_controls(text)
