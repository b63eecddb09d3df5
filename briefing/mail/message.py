"""Make a complete message (RFC 5322) of a digest: text and HTML, ready for `sendmail -t`."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from briefing.domain import Digest
from briefing.errors import ConfigError
from briefing.mail.addresses import parse_address, parse_addresses
from briefing.render.digest import DIGEST_FORMATS, render_letter
from briefing.render.escape import show_controls
from briefing.render.layout import Layout
from briefing.render.outline import describe_day

WIDTH = 72  # columns of the text part; RFC 5322 asks for at most 78
# Not the 7-bit, 8-bit or base64 that the library might choose: quoted-printable keeps lines
# short, survives every relay and stays legible where most of a text is ASCII.
ENCODING = "quoted-printable"

# An identifier of RFC 5322 and RFC 2919: `20261122.digest@example.org`, `digest.example.org`.
WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+"
LONGEST_LIST = 64  # characters: longer identifiers would be folded, which no program expects
MESSAGE_ID = re.compile(rf"<?({WORD}@{WORD})>?")
LIST_ID = re.compile(rf"(?:(?P<name>[^<>]*)<)?(?P<id>{WORD}\.{WORD})>?")


def make_message(
    digest: Digest,
    *,
    sender: str,
    recipients: Sequence[str],
    message_id: str,
    list_id: str,
    subject: str | None = None,
    layout: Layout | None = None,
) -> bytes:
    """The message with lines that end in CRLF; the same arguments give the same bytes.

    `list_id` is `digest.example.org`, or `Daily digest <digest.example.org>`. Without a
    subject the day and the first headline are. Its date is the time when the digest was
    prepared, in the zone of the layout.

    Raises: ConfigError when an address or an identifier is none.
    """
    layout = replace(layout or Layout(), width=WIDTH, colour=False, unicode=True)
    message = EmailMessage(policy=SMTP)
    message["From"] = parse_address(sender)
    message["To"] = parse_addresses(recipients)
    message["Subject"] = show_controls(subject or describe(digest))
    message["Date"] = format_datetime(whole_seconds(digest, layout.zone))
    message["Message-ID"] = f"<{checked_id(message_id)}>"
    message["List-Id"] = checked_list(list_id)
    message["Auto-Submitted"] = "auto-generated"
    text, letter = DIGEST_FORMATS["plain"](digest, layout), render_letter(digest, layout)
    message.set_content(text, cte=ENCODING)
    message.add_alternative(letter, subtype="html", cte=ENCODING)
    # The library would draw the boundary by lot. `=_` never stands in quoted-printable text.
    message.set_boundary(f"=_{hashlib.sha256((text + letter).encode()).hexdigest()[:32]}")
    return message.as_bytes()


def describe(digest: Digest) -> str:
    """The subject of a digest: its day and its first headline."""
    title = f"Digest of {describe_day(digest.day)}"
    return f"{title}: {digest.stories[0].headline}" if digest.stories else title


def make_message_id(digest: Digest, *, domain: str) -> str:
    """An identifier, without brackets, that the same digest always gets, and no other one.

    >>> from datetime import UTC, datetime
    >>> now = datetime(2026, 11, 22, 6, tzinfo=UTC)
    >>> make_message_id(Digest(now.date(), now, (now, now)), domain="example.org")
    '20261122.273e5f40e1b34eb56c50@example.org'
    """
    said = [digest.prepared.isoformat(), *(time.isoformat() for time in digest.period)]
    for story in digest.stories:
        said += [story.id, *(briefing.article.id for briefing in story.briefings)]
    key = hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return checked_id(f"{digest.day:%Y%m%d}.{key}@{domain}")


def whole_seconds(digest: Digest, zone: tzinfo) -> datetime:
    """When the digest was prepared, in a zone."""
    return digest.prepared.astimezone(zone).replace(microsecond=0)


def checked_id(message_id: str) -> str:
    """The Message-ID without brackets.

    Raises: ConfigError when it is none.
    """
    match = MESSAGE_ID.fullmatch(message_id)
    if not match:
        raise ConfigError(message_id, "is no Message-ID", "give one like 20261122.1@example.org")
    return match[1]


def checked_list(list_id: str) -> str:
    """The value of List-Id: a name, if one is given, and the identifier in brackets.

    Raises: ConfigError when there is no identifier.

    >>> checked_list("Daily digest <digest.example.org>"), checked_list("digest.example.org")
    ('Daily digest <digest.example.org>', '<digest.example.org>')
    """
    match = LIST_ID.fullmatch(list_id.strip())
    if not match or len(match["id"]) > LONGEST_LIST:
        raise ConfigError(list_id, "is no List-Id", "give one like digest.example.org")
    name = show_controls(match["name"] or "")
    return f"{name} <{match['id']}>" if name else f"<{match['id']}>"
