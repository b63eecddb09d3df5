"""Read the dates that articles print, as aware times in UTC."""

import re
from datetime import UTC, datetime, timedelta, timezone

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
# `2023-11-07`, `2023-11-07T08:15:00+01:00`
ISO = rf"{YEAR}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
# `7 November 2023`, `November 7, 2023`, `Nov. 7`, `07/11/2023`
DATE = (
    rf"(?:{ISO}|{DAY}(?:\s+of)?[ -]{MONTH}(?:,?[ -]{YEAR})?|{MONTH}\s+{DAY}(?:,?\s+{YEAR})?"
    rf"|\d\d?[./]\d\d?[./](?:{YEAR}|\d\d))"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
# `8:15 p.m.`, `10.35 GMT`, `11:51 AM ET`, `9 am`
TIME = (
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?\s?m\b\.?"
    r"|\d{3,4}(?= ?(?:GMT|UTC|hrs|hours|h\b))|noon|midnight)"
)
ZONE = (
    r"(?:\(?\b(?:GMT|UTC|BST|CET|CEST|EET|JST|IST|HKT|SGT|E[SD]?T|C[SD]?T|P[SD]?T|M[SD]T)\b"
    r"(?:[+-][\d:]{1,5})?\)?|hrs\b|hours\b)"
)
AGO = r"(?:\d+ (?:minutes?|hours?|days?|weeks?|months?|years?)(?:, \d+ (?:hours?|days?))? ago)"
LABEL = (
    r"(?:(?:first |originally |last |date )?(?:published|posted|updated|modified|created|issued"
    r"|update|edited time|date|released?|filed)\b)"
)
# A line that holds a date or a time and nothing else: `Published: 13 Nov 2007`, `8:45 p.m.`
DATE_LINE = re.compile(
    rf"(?:{LABEL}|{WEEKDAY}|{DATE}|{YEAR}|{AGO}|{TIME}|{ZONE}|at|on|by"
    r"|[()\[\]@,:|·•/–—-]|\s)+\.?",
    re.I,
)
HAS_DATE = re.compile(rf"{DATE}|{TIME}|{AGO}", re.I)
FIND_ISO = re.compile(
    rf"\b({YEAR})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)
FIND_DAY_FIRST = re.compile(rf"\b({DAY})(?:\s+of)?[ -]({MONTH}),?[ -]({YEAR})\b", re.I)
FIND_MONTH_FIRST = re.compile(rf"\b({MONTH})\s+({DAY}),?\s+({YEAR})\b", re.I)


def is_date_line(line: str) -> bool:
    """Whether a line holds dates and times and nothing else.

    >>> is_date_line("Updated: March 14, 2013 at 11:51 AM"), is_date_line("In March 2013")
    (True, False)
    """
    return len(line) <= 120 and bool(DATE_LINE.fullmatch(line)) and bool(HAS_DATE.search(line))


def read_date(text: str) -> datetime | None:
    """The first full date in a text, with its time where ISO 8601 gives one; None without.

    Times without a zone are taken for UTC; dates in figures with an unclear order are left.

    >>> read_date("Published: 13 Nov 2007").isoformat()
    '2007-11-13T00:00:00+00:00'
    >>> read_date("on 03/04/05")
    """
    iso = FIND_ISO.search(text)
    if iso:
        return _build_iso(iso)
    found = FIND_DAY_FIRST.search(text)
    if found:
        return _build(found[3], found[2], found[1])
    found = FIND_MONTH_FIRST.search(text)
    return _build(found[3], found[1], found[2]) if found else None


def _build(year: str, month: str, day: str) -> datetime | None:
    number = MONTHS.index(month[:3].lower()) + 1
    try:
        return datetime(int(year), number, int(re.sub(r"\D", "", day)), tzinfo=UTC)
    except ValueError:
        return None


def _build_iso(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    zone = found[7]
    offset = timedelta()
    if zone and zone != "Z":
        sign = -1 if zone[0] == "-" else 1
        offset = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset))
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
