"""Read mail: the text of a message, and the articles attached to it."""

import email
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from pathlib import PurePath

from briefing.domain import Article
from briefing.errors import LoadError
from briefing.lexicon import table
from briefing.load.encodings import decode
from briefing.sources.articles import decode_declared, fingerprint, make_article
from briefing.sources.bounded import read_in_time
from briefing.sources.context import Context, fail
from briefing.sources.kinds import SUFFIXES
from briefing.sources.markup import strip_markup
from briefing.sources.material import Material
from briefing.sources.steps import Steps

MAX_MESSAGE = 50_000_000
MAX_PARTS = 200
# A text of fewer words beside attachments is their cover note.
MIN_TEXT = 15
SIGNATURE = re.compile(r"^-- \r?\n", re.M)
# Characters that cannot stand in a message's id.
NOT_IN_ID = re.compile(r"[\s<>\x00-\x1f\x7f]")
SURROGATE = re.compile("[\udc80-\udcff]")
SUFFIX_OF = {"application/pdf": ".pdf", "message/rfc822": ".eml", "text/html": ".html"}
NO_TEXT = "give a message with a text, or its text as a file"


def read_mail(material: Material, context: Context) -> Steps:
    """The text of a message as an article, then the articles attached to it."""
    from briefing.sources.reading import read_material

    data = material.read(MAX_MESSAGE)
    try:
        message = read_in_time(lambda: email.message_from_bytes(data), source=material.source)
        parts = list(_leaves(message))
    except LoadError:
        raise
    except (RecursionError, MessageError, ValueError, LookupError) as error:
        raise LoadError(material.source, "is a broken message", "save it again") from error
    source = name_message(message) or material.source
    if not context.wants(source):
        return
    if len(parts) > MAX_PARTS:
        raise LoadError(source, f"has more than {MAX_PARTS} parts", "split it")
    attached = [part for part in parts if _is_attached(part)]
    texts = [part for part in parts if part not in attached]
    text = read_in_time(lambda: find_text(texts, source), source=source)
    if len(text.split()) >= MIN_TEXT or not attached:
        try:
            yield context.give(_build(message, text, source))
        except LoadError as error:
            yield fail(error)
    for number, part in enumerate(attached, 1):
        name = _file_name(part) or f"{number}{SUFFIX_OF.get(part.get_content_type(), '')}"
        yield from read_material(
            Material(
                f"{source}!{name}",
                name,
                BytesIO(_bytes(part)),
                charset=_charset(part),
                within=material.within + 1,
            ),
            context,
        )


def _leaves(message: Message) -> Iterator[Message]:
    """The parts of a message that hold something; a forwarded message is one part."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    else:
        yield message


def name_message(message: Message) -> str | None:
    """The source that a message's id makes, as a URL of RFC 2392; None without an id.

    >>> name_message(email.message_from_string("Message-ID: <1@a.example>"))
    'mid:1@a.example'
    """
    own = NOT_IN_ID.sub("", read_header(message, "message-id"))
    return f"mid:{own}" if own else None


def read_header(message: Message, name: str) -> str:
    """A header in plain characters on one line; empty where there is none."""
    value = next((value for key, value in message.raw_items() if key.lower() == name), "")
    raw = str(value)
    if SURROGATE.search(raw):
        data = raw.encode("utf-8", "surrogateescape")
        try:
            raw = data.decode("utf-8")
        except UnicodeDecodeError:
            raw = data.decode("cp1252", "replace")
    with suppress(MessageError, LookupError, ValueError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(SURROGATE.sub("\ufffd", raw).replace("\0", "").split())


def _file_name(part: Message) -> str:
    """The bare name of an attachment."""
    try:
        name = part.get_filename() or ""
        name = str(make_header(decode_header(name)))
    except (MessageError, LookupError, ValueError, TypeError):
        name = ""
    bare = PurePath(name.replace("\\", "/")).name
    return SURROGATE.sub("\ufffd", "".join(c for c in bare if c.isprintable()))[:200]


def _is_attached(part: Message) -> bool:
    """Whether a part is a file that may be an article."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return True
    disposition = str(part.get("Content-Disposition") or "").lower()
    named = PurePath(_file_name(part)).suffix.lower() in SUFFIXES
    if kind in {"text/plain", "text/html"}:
        return disposition.startswith("attachment") and (named or not _file_name(part))
    return named or kind == "application/pdf"


def _bytes(part: Message) -> bytes:
    if part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        return None


def _read_text(part: Message, source: str) -> str:
    data = _bytes(part)
    if not data:
        return ""
    text = decode_declared(data, _charset(part))
    return (decode(data, source=source) if text is None else text).replace("\r\n", "\n")


def find_text(parts: list[Message], source: str) -> str:
    """The text of a message: its plain part, or its HTML part where that says more.

    Newsletters put a line like "see the web version" into the plain part, hence the choice.
    """
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    texts = "\n\n".join(_tidy(_read_text(part, source), part) for part in plain).strip()
    if not pages:
        return texts
    markup = "\n\n".join(strip_markup(_read_text(part, source)) for part in pages)
    return texts if len(texts.split()) * 2 > len(markup.split()) else _drop_furniture(markup)


def _tidy(text: str, part: Message) -> str:
    """A plain part without its signature, its lines joined where it says that they flow."""
    text = SIGNATURE.split(text, maxsplit=1)[0]
    if str(part.get_param("format") or "").lower() == "flowed":
        text = re.sub(r"(?m)^ ", "", re.sub(r" \n(?=[^\n])", " ", text))
    return _drop_furniture(text)


def _drop_furniture(text: str) -> str:
    """A text without the lines that every newsletter has: how to leave it, where to see it."""
    starts = tuple(row[0] for row in table("sources/mail_furniture.txt"))
    lines = (line for line in text.split("\n"))
    return "\n".join(
        line for line in lines if len(line) > 120 or not _plain_start(line).startswith(starts)
    )


def _plain_start(line: str) -> str:
    return line.casefold().lstrip(" -*>•|[(")


def _build(message: Message, text: str, source: str) -> Article:
    sender = parseaddr(read_header(message, "from"))
    if not text.strip():
        raise LoadError(source, "is a message without a text", NO_TEXT)
    return make_article(
        text,
        source=source,
        title=read_header(message, "subject"),
        published=read_time(read_header(message, "date")),
        publisher=sender[0] or sender[1] or None,
    )


def read_time(value: str) -> datetime | None:
    """The time in a Date header; None for none, or one that cannot be.

    >>> read_time("Mon, 2 Nov 2026 10:00:00 +0100").isoformat()
    '2026-11-02T09:00:00+00:00'
    """
    try:
        time = parsedate_to_datetime(value)
        return time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def name_unnamed(source: str, data: bytes) -> str:
    """The source of a message without an id in a mailbox."""
    return f"{source}!{fingerprint(data)}"
