"""Find the date and the language that an HTML page declares."""

import re
from datetime import datetime

from briefing.load.dates import read_date

# Names of `<meta>` tags that hold the date of publication, the surest first.
DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "article.published",
    "cxenseparse:recs:publishtime",
)
META = re.compile(r"<meta\b[^<>]{0,1000}>", re.I)
# `name="date"`, `property='og:title'`, `content=…`
ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
# `"datePublished": "2024-03-05T08:15:00Z"` in JSON-LD
JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
# `<time datetime="2024-03-05">`
TIME = re.compile(r"""<time\b[^<>]{0,300}?\bdatetime\s*=\s*["']([^"']{4,40})["']""", re.I)
# `<html lang="en-GB">`
LANGUAGE = re.compile(r"""<html\b[^<>]{0,1000}?\blang\s*=\s*["']?([a-zA-Z]{2,3})\b""", re.I)
# Declarations stand in a page's head; this much is looked at, in characters.
HEAD = 300_000


def find_page_date(html: str) -> datetime | None:
    """When a page says that it was published; None when it does not.

    >>> find_page_date('<meta name="date" content="2024-03-05T08:15:00+01:00">').isoformat()
    '2024-03-05T07:15:00+00:00'
    """
    head = html[:HEAD]
    declared = _read_meta(head)
    candidates = [declared[name] for name in DATE_NAMES if name in declared]
    candidates += (found[1] for found in JSON_DATE.finditer(head))
    candidates += (found[1] for found in TIME.finditer(head))
    for candidate in candidates:
        date = read_date(candidate)
        if date:
            return date
    return None


def _read_meta(head: str) -> dict[str, str]:
    declared: dict[str, str] = {}
    for tag in META.findall(head):
        values = {
            found[1].lower(): found[2] or found[3] or found[4] or ""
            for found in ATTRIBUTE.finditer(tag)
        }
        name = values.get("property") or values.get("name") or values.get("itemprop") or ""
        declared.setdefault(name.lower(), values.get("content", ""))
    return declared


def find_language(html: str) -> str:
    """The language that a page declares, as its two or three letters; `en` without.

    >>> find_language('<html class="x" lang="en-GB">'), find_language("<p>")
    ('en', 'en')
    """
    found = LANGUAGE.search(html[:HEAD])
    return found[1].lower() if found else "en"
