"""Parse the items of RSS and Atom feeds, and tell teasers from whole articles."""

import calendar
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from briefing.errors import LoadError
from briefing.lexicon import table
from briefing.sources.articles import fingerprint
from briefing.sources.bounded import read_in_time
from briefing.sources.markup import has_markup, strip_markup

# An item's text is taken for the whole article from so many words on: where the feed has a
# description beside it, and where it has none. By judgement: teasers have 10 to 60 words.
FULL_CONTENT, FULL_SUMMARY = 80, 200
MAX_ITEMS = 20_000
ITEM = re.compile(rb"<(?:item|entry)[\s>]", re.I)
# A document type with definitions of its own: `<!DOCTYPE rss [<!ENTITY a "b">]>`
DOCTYPE = re.compile(rb"<!DOCTYPE[^<>\[]{0,500}(?:\[.*?\]\s*)?>", re.S | re.I)
PROLOG = 10_000
# An item takes feedparser some 0.3 ms and a tag 0.02 to 0.1 ms (measured); real feeds of 10,000
# items have 150,000 tags outside their marked-up texts. More means that somebody wants it slow.
MAX_TAGS = 400_000
NO_FEED = "check that it is an RSS or Atom feed"
WEB = ("http://", "https://")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed; `text` without markup, `full` where it is the whole article."""

    source: str
    link: str
    title: str
    text: str
    full: bool
    published: datetime | None
    updated: datetime | None
    publisher: str | None
    language: str | None


def parse_items(data: bytes, *, source: str, base: str = "") -> tuple[Item, ...]:
    """The items of a feed in its order; what can be read of a broken one.

    `source` names the feed, `base` is the URL that links start from. An item is named by its
    link; by the feed and its id, else its content, where it has none or shares it.

    Raises: LoadError when nothing of it can be read.
    """
    _check_size(data, source)
    return read_in_time(lambda: _parse(data, source, base), source=source)


def _parse(data: bytes, source: str, base: str) -> tuple[Item, ...]:
    import feedparser

    try:
        # Text in a byte stream: feedparser would open a file or URL of that name.
        stream = io.BytesIO(_drop_doctype(data))
        feed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser raises whatever a broken feed leads it to
        raise LoadError(source, f"is a broken feed ({type(error).__name__})", NO_FEED) from error
    # Plain dictionaries; feedparser's own give `published` for a missing `updated`.
    entries = [dict(entry) for entry in feed.entries]
    if not entries and (feed.bozo or not feed.version):
        raise LoadError(source, "is a broken feed without items that can be read", NO_FEED)
    links = [_find_link(entry, base) for entry in entries]
    shared = Counter(links)
    publisher = strip_markup(_text(feed.feed, "title")) or None
    language = _text(feed.feed, "language") or None
    return tuple(
        _build(
            entry,
            link=link,
            source=link if shared[link] == 1 and link else _name(entry, source),
            publisher=publisher,
            language=language,
        )
        for entry, link in zip(entries, links, strict=True)
    )


def _check_size(data: bytes, source: str) -> None:
    """Refuse what would take minutes to parse."""
    first, *others = data.split(b"<![CDATA[")
    tags = first.count(b"<") + sum(part.partition(b"]]>")[2].count(b"<") for part in others)
    if tags > MAX_TAGS or len(ITEM.findall(data)) > MAX_ITEMS:
        raise LoadError(source, "is too large a feed", "name a feed with fewer items")


def _drop_doctype(data: bytes) -> bytes:
    """A feed without its document type, and so without entities of its own."""
    start = data[:PROLOG].upper().find(b"<!DOCTYPE")
    found = DOCTYPE.match(data, start) if start >= 0 else None
    return data[: found.start()] + data[found.end() :] if found else data


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


def _find_link(entry: Mapping[str, Any], base: str) -> str:
    """The absolute URL of an item's page; empty where it has none on the web."""
    link = _text(entry, "feedburner_origlink") or _text(entry, "link")
    if link == _text(entry, "id") and not link[:8].lower().startswith(WEB):
        return ""  # feedparser takes any id for a link
    try:
        url = urljoin(base, link) if link else ""
    except ValueError:
        return ""
    return url if url[:8].lower().startswith(WEB) else ""


def _name(entry: Mapping[str, Any], source: str) -> str:
    """The name of an item without a link of its own."""
    own = _text(entry, "id")
    return f"{source}!{own or fingerprint(_text(entry, 'title'), _text(entry, 'summary'))}"


def _build(
    entry: Mapping[str, Any],
    *,
    link: str,
    source: str,
    publisher: str | None,
    language: str | None,
) -> Item:
    contents = [part.get("value") or "" for part in entry.get("content") or ()]
    content = _clean(max(contents, key=len, default=""))
    summary = _clean(_text(entry, "summary"))
    text = content if len(content) >= len(summary) else summary
    least = FULL_CONTENT if summary and len(content) > 1.5 * len(summary) else FULL_SUMMARY
    return Item(
        source=source,
        link=link,
        title=" ".join(_clean(_text(entry, "title")).split()),
        text=text,
        full=len(text.split()) >= least and not is_cut(text),
        published=_time(entry, "published") or _time(entry, "updated"),
        updated=_time(entry, "updated"),
        publisher=_text(entry.get("source") or {}, "title") or publisher,
        language=language,
    )


def _clean(markup: str) -> str:
    if has_markup(markup):
        return strip_markup(markup)
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", markup)).strip()


def _time(entry: Mapping[str, Any], name: str) -> datetime | None:
    """A time that feedparser understood, which it gives in UTC."""
    parsed = entry.get(f"{name}_parsed")
    try:
        return EPOCH + timedelta(seconds=calendar.timegm(parsed)) if parsed else None
    except (ValueError, OverflowError, TypeError):
        return None


def is_cut(text: str) -> bool:
    """Whether a text ends like a teaser: with dots, or with words that lead on to the page.

    >>> is_cut("The ministry said … Read more"), is_cut("The ministry said so.")
    (True, False)
    """
    ending = " ".join(text[-200:].casefold().split()).rstrip(" »>→.:")
    dotted = text.rstrip(" ])").endswith(("…", "..."))
    return dotted or any(ending.endswith(row[0]) for row in table("sources/teaser_endings.txt"))
