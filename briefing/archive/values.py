"""Turn values of the vocabulary into those of the database, and back."""

import hashlib
from datetime import UTC, datetime

from briefing.archive.codec import to_json
from briefing.domain import Article

DIGEST_SIZE = 16  # bytes of SHA-256 kept: no two texts will ever share them


def stamp(time: datetime) -> str:
    """A time as sortable text, in UTC.

    >>> stamp(datetime(2026, 11, 22, 6, 30, tzinfo=UTC))
    '2026-11-22T06:30:00.000000+00:00'
    """
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def stamp_or_none(time: datetime | None) -> str | None:
    """A time as sortable text, if there is one."""
    return None if time is None else stamp(time)


def time_of(text: str) -> datetime:
    """The time that `stamp` wrote."""
    return datetime.fromisoformat(text)


def time_or_none(text: str | None) -> datetime | None:
    """The time that `stamp` wrote, if there is one."""
    return None if text is None else time_of(text)


def storable(text: str) -> str:
    r"""A text without what the database cannot hold: surrogates as escapes, no zero bytes.

    >>> storable("caf\udce9.txt")
    'caf\\udce9.txt'
    """
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\ufffd")


def storable_or_none(text: str | None) -> str | None:
    """A storable text, if there is one."""
    return None if text is None else storable(text)


def text_hash(text: str) -> bytes:
    """What a text is known by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:DIGEST_SIZE]


def content_hash(article: Article) -> bytes:
    """What all that a briefing is made of, but the text, is known by."""
    told = to_json((article.title, article.language, article.blocks))
    return hashlib.sha256(told).digest()[:DIGEST_SIZE]
