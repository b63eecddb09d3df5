"""Make articles of what sources tell: a text or page with its title, date and publisher."""

import codecs
import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from briefing.domain import Article
from briefing.errors import LoadError
from briefing.load import load_bytes, load_text
from briefing.load.formats import SUFFIX_FORMATS
from briefing.sources.bounded import SlowError, read_in_time

# A clock may be wrong, and a date may stand in the zone with the earliest day.
TOLERANCE = timedelta(days=1)
# Charsets that servers declare for anything; a guess from the bytes is better.
CARELESS = frozenset({"iso8859-1", "ascii", "cp1252", "utf-8"})
# The longest time that reading a page may take; real ones take 0.02 to 1 s.
PAGE_SECONDS = 20.0

HINTS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md"}


def make_article(
    text: str,
    *,
    source: str,
    hint: str = ".txt",
    title: str | None = None,
    published: datetime | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> Article:
    """The article in a text; what is told of it goes before what the text itself says.

    `hint` is the suffix of its format. A title that the text does not begin with is put above.

    Raises: LoadError
    """
    title = " ".join((title or "").split()) or None
    first = " ".join(text.lstrip().partition("\n")[0].split())
    if title and hint == ".txt" and first.casefold() != title.casefold():
        text = f"{title}\n\n{text.lstrip()}"
    try:
        article = load_text(text, source=f"-{hint}")
    except LoadError as error:
        raise LoadError(source, error.problem, error.remedy) from error
    return replace(
        article,
        source=source,
        title=title or article.title,
        published=published or article.published,
        publisher=publisher or article.publisher,
        language=(language or article.language)[:3].partition("-")[0].lower(),
    )


def read_article(
    data: bytes, *, source: str, name: str, media: str = "", charset: str | None = None
) -> Article:
    """The article in some bytes, by the suffix of their name or the media type as a hint.

    Bytes in UTF-8 are read so whatever charset is declared.

    Raises: LoadError
    """
    hint = HINTS.get(media, "")
    if not hint:
        hint = next((suffix for suffix in SUFFIX_FORMATS if name.lower().endswith(suffix)), "")
    try:
        text = decode_declared(data, charset)
        article = read_in_time(
            lambda: (
                load_bytes(data, source=f"-{hint}")
                if text is None
                else load_text(text, source=f"-{hint}")
            ),
            source=source,
            seconds=PAGE_SECONDS,
        )
    except SlowError:
        raise
    except LoadError as error:
        raise LoadError(source, error.problem, error.remedy) from error
    return replace(article, source=source)


def decode_declared(data: bytes, charset: str | None) -> str | None:
    """The text of some bytes in a declared charset; None where a look at them tells more.

    >>> decode_declared("Привет".encode("koi8-r"), "koi8-r"), decode_declared(b"x", "none")
    ('Привет', None)
    """
    try:
        name = codecs.lookup(charset or "").name
        if name in CARELESS or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE)):
            return None
        if _is_utf8(data) and not data.isascii():
            return None
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def drop_future(article: Article, now: datetime) -> Article:
    """The article, without a date that lies ahead: no date is better than a wrong one."""
    late = article.published is not None and article.published > now + TOLERANCE
    return replace(article, published=None) if late else article


def fingerprint(*parts: str | bytes) -> str:
    """A short name for a content that has none of its own.

    >>> fingerprint("a", "b") == fingerprint("ab", "")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:16]
