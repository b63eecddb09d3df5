"""Recognise the dateline that a paragraph begins with."""

import re
from functools import cache

from briefing.lexicon import table
from briefing.load.dates import DAY, MONTH, WEEKDAY, YEAR

# `ST. LOUIS`, `MEDELLÍN`, `NEW DELHI`, `PORT-AU-PRINCE`: three capitals or more.
SMALL = "a-zß-öø-ÿ"
CAPITALS = (
    rf"(?:(?:(?:ST|FT|MT|PT)\. )?[^\W\d_{SMALL}](?:[^\W\d_{SMALL}]|[.'’-])*[^\W\d_{SMALL}]"
    rf"(?: [^\W\d_{SMALL}](?:[^\W\d_{SMALL}]|[.'’-])*){{0,3}})"
)
# `Moscow`, `Port Louis`, `Xi'an`, `Rio de Janeiro`
PROPER = (
    rf"(?:[^\W\d_{SMALL}][\w.'’-]*"
    rf"(?: (?:de|da|do|del|la|le|of|the|and|al|el|[^\W\d_{SMALL}][\w.'’-]*)){{0,4}})"
)
# `, Jamaica`, `, N.J.`, `, United States`
REGION = rf"(?:, ?{PROPER}){{0,2}}"
DATE = rf"(?:(?:{WEEKDAY},? )?(?:(?i:{MONTH}) {DAY}|{DAY} (?i:{MONTH}))(?:,? {YEAR})?)"
DASH = r"(?: ?(?:—|–|--+) ?| - )"
# Words before a dash that are no place.
NO_PLACE = re.compile(
    r"(?:BREAKING|UPDATE|WATCH|LIVE|EXCLUSIVE|OPINION|ANALYSIS|PHOTOS?|VIDEO|READ|FILE|NOTE|"
    r"CORRECTION|REVIEW|RELATED|MORE|WARNING|SPOILER|Q|A)\b"
)
# What a sentence begins with.
OPENING = re.compile(r"""\s*["'“‘«„「(\[$€£¥]*[^\W_]""")
LONGEST = 100
LONGEST_PLACE = 50


# `(Reuters)`, `(CBS/AP)`, `(Herald News)`, `/PRNewswire/`
AGENCY = r"(?:\(|/)(?P<agency>[\w .&-]{2,30})(?:/[\w .&-]{2,30})?(?:\)|/)"
DATED = rf"(?:, ?{DATE}|,? ?\({DATE}\))"
PATTERNS = (
    # `LONDON (Reuters) - `, `Moscow (CNN) `, `UNITED NATIONS, Sept. 1 (AP) — `, `(CNN) -- `
    re.compile(rf"(?:{PROPER}{REGION}{DATED}? )?{AGENCY}(?P<dash>{DASH}|:? )"),
    # `DJIBOUTI, Oct. 21 — `, `Lagos, 5 May – `, `KINGSTON, Jamaica (May 6) -- `
    re.compile(rf"{PROPER}{REGION}{DATED}{DASH}"),
)
# `KARACHI — `, `PINE LAKES, Minn. - `
BARE = re.compile(rf"{CAPITALS}{REGION}{DASH}")
# `ISLAMABAD: `
COLON = re.compile(rf"{CAPITALS}{REGION}: ")


def find_dateline(paragraph: str, *, early: bool, labels: bool = False) -> re.Match[str] | None:
    """The dateline a paragraph begins with, with the dash and white space behind it.

    A place in capitals counts only `early` in an article, before a colon only where no other
    `labels` in capitals (a transcript) stand in it. The words behind it must open a sentence.
    Wrong on a name in capitals that a dash sets off before a capital.

    >>> find_dateline("KARACHI — The heat is back.", early=True)[0]
    'KARACHI — '
    >>> find_dateline("NATO — an alliance — met.", early=True)
    """
    head = paragraph[:LONGEST]
    for pattern in PATTERNS:
        found = pattern.match(head)
        if found and _opens(paragraph, found.end()) and _is_from_agency(found):
            return found
    if not early or NO_PLACE.match(head):
        return None
    found = BARE.match(head[:LONGEST_PLACE])
    if found is None and not labels and len(paragraph) > LONGEST:
        found = COLON.match(head)
    return found if found and _opens(paragraph, found.end()) else None


def _opens(paragraph: str, position: int) -> bool:
    found = OPENING.match(paragraph, position)
    return bool(found) and not found[0][-1].islower() if found else False


def _is_from_agency(found: re.Match[str]) -> bool:
    """Whether a dateline has nothing in brackets, an agency, or a paper behind capitals."""
    name = found.groupdict().get("agency")
    if name is None or name in _agencies():
        return True
    place = found[0].split(",")[0].split("(")[0].split("/")[0]
    return place.isupper() and bool(found["dash"].strip(" :"))


@cache
def _agencies() -> dict[str, str]:
    return {row[0]: row[1] for row in table("load/agencies.txt")}


def agency_in(dateline: str) -> str | None:
    """The full name of the agency that a dateline names.

    >>> agency_in("LONDON (AP) — ")
    'Associated Press'
    """
    found = re.search(AGENCY, dateline)
    return _agencies().get(found["agency"]) if found else None


def agency_behind(byline: str) -> str | None:
    """The full name of the agency that a byline ends with.

    >>> agency_behind("By ADA ROE, Associated Press"), agency_behind("By Ada Roe")
    ('Associated Press', None)
    """
    last = re.split(r"[,|]| - | for ", byline.rstrip("."))[-1].strip()
    return _agencies().get(last.removeprefix("By "))
