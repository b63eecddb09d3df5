"""Tell what kind of document some bytes are: by what they begin with, and by their name."""

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from briefing.load.files import SUFFIXES as ARTICLE_SUFFIXES


class DocumentKind(StrEnum):
    """What a document is; ARTICLE is text, Markdown or a page that holds one article."""

    PDF = "pdf"
    ZIP = "zip"
    FEED = "feed"
    OPML = "opml"
    MBOX = "mbox"
    MAIL = "mail"
    JSON = "json"
    NDJSON = "ndjson"
    ARTICLE = "article"


SUFFIX_KINDS = {
    ".pdf": DocumentKind.PDF,
    ".zip": DocumentKind.ZIP,
    ".docx": DocumentKind.ZIP,
    ".rss": DocumentKind.FEED,
    ".atom": DocumentKind.FEED,
    ".rdf": DocumentKind.FEED,
    ".opml": DocumentKind.OPML,
    ".mbox": DocumentKind.MBOX,
    ".eml": DocumentKind.MAIL,
    ".json": DocumentKind.JSON,
    ".ndjson": DocumentKind.NDJSON,
    ".jsonl": DocumentKind.NDJSON,
    **dict.fromkeys(ARTICLE_SUFFIXES, DocumentKind.ARTICLE),
}
# Suffixes of files that directories and archives are searched for.
SUFFIXES = frozenset({*SUFFIX_KINDS, ".xml"})
MEDIA_KINDS = {
    "application/json": DocumentKind.JSON,
    "application/feed+json": DocumentKind.JSON,
    "application/x-ndjson": DocumentKind.NDJSON,
    "application/atom+xml": DocumentKind.FEED,
    "application/rss+xml": DocumentKind.FEED,
    "text/x-opml": DocumentKind.OPML,
    "message/rfc822": DocumentKind.MAIL,
    "application/mbox": DocumentKind.MBOX,
}
# What may stand in front of the root of an XML document: `<?xml version="1.0"?>`, comments, DTD
PROLOG = (
    rb"(?>\s|<\?.{0,2000}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^<>\[]{0,500}(?:\[.{0,6000}?\]\s*)?>)*+"
)
FEED_START = re.compile(PROLOG + rb"<(?:!DOCTYPE\s+)?(?:\w+:)?(?:rss|rdf|feed)[\s>]", re.I | re.S)
OPML_START = re.compile(PROLOG + rb"<(?:!DOCTYPE\s+)?opml[\s>]", re.I | re.S)
# Three of these among the first lines make a message: `Message-ID: <1@x>`
HEADER = re.compile(
    rb"^(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date"
    rb"|content-type|dkim-signature|list-id|reply-to):[ \t]",
    re.I | re.M,
)
# `From anna@a.example Mon Nov  2 10:00:00 2026`, and a header under it
MBOX_START = re.compile(rb"From [^\r\n]+\r?\n(?:>?[!-9;-~]+:)")
JSON_START = re.compile(rb'\s*(?:\{\s*"|\[\s*\{\s*")')
# One object on a line and another on the next: `{"a": 1}` NEWLINE `{"a": 2}`
NDJSON_START = re.compile(rb'\{"[^\n]*\}[ \t]*\r?\n\s*\{"')
HEAD = 8192


def tell_kind(data: bytes, *, name: str = "", media: str = "") -> DocumentKind:
    """The kind of a document with these first bytes, this name, and this declared media type.

    Signatures decide first; a suffix before a look at the text, since an article may begin
    like anything.

    >>> tell_kind(b"<rss><channel>"), tell_kind(b"<rss>", name="a.txt")
    (<DocumentKind.FEED: 'feed'>, <DocumentKind.ARTICLE: 'article'>)
    """
    head = data[:HEAD]
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return DocumentKind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return DocumentKind.ZIP
    by_suffix = SUFFIX_KINDS.get(PurePath(name).suffix.lower())
    if by_suffix:
        return by_suffix
    return _look(_narrow(head), media)


def _look(head: bytes, media: str) -> DocumentKind:
    for pattern, kind in (
        (FEED_START, DocumentKind.FEED),
        (OPML_START, DocumentKind.OPML),
        (MBOX_START, DocumentKind.MBOX),
    ):
        if pattern.match(head):
            return kind
    if media in MEDIA_KINDS:
        return MEDIA_KINDS[media]
    if NDJSON_START.match(head):
        return DocumentKind.NDJSON
    if JSON_START.match(head):
        return DocumentKind.JSON
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return DocumentKind.MAIL if len(HEADER.findall(top)) >= 3 else DocumentKind.ARTICLE


def _narrow(head: bytes) -> bytes:
    """The first bytes with one for each character: without byte order mark, not in UTF-16."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace").encode("ascii", "replace")
    return head.removeprefix(codecs.BOM_UTF8)
