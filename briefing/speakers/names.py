"""Names in a text: runs of capitalised words, told apart as persons, bodies and places."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing.speakers.ages import has_age
from briefing.speakers.bodies import find_body
from briefing.speakers.bynames import without_byname
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_document,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.openings import office_surnames, paper_names
from briefing.speakers.prenominal import past_body, split_titles, title_left
from briefing.speakers.runs import find_runs
from briefing.speakers.words import SUFFIXES, Reading, Word

DOMAIN = re.compile(r"\w\.(?:com|net|org)$")  # `Weirboats.com`
PEOPLES = word_set("names peoples")
FIRMS = word_set("names firms")  # `PT Weirco`, `Grupo Weir`, `Weir SpA`
INNER = frozenset({"of", "for", "on", "to", "against"})  # behind the head of a body's name


class NameKind(StrEnum):
    """What a name names, as far as its own words and their neighbours tell."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name at words `[start, end)`; with titles and forms of address it begins at `first`.

    `title` is the stretch of words of the title, empty for none; `honorific` the form of
    address in lower case.
    """

    first: int
    start: int
    end: int
    kind: NameKind
    honorific: str = ""
    title: tuple[int, int] = (0, 0)


def find_names(reading: Reading) -> tuple[Name, ...]:
    """All names of a text in order; headlines in title case are left out."""
    surnames, papers = office_surnames(reading.words), paper_names(reading)
    found: list[Name] = []
    for first, last in find_runs(reading):
        alone = reading.words[first].text if last == first + 1 else ""
        if alone in surnames:
            found.append(Name(first, first, last, NameKind.PERSON))
        elif alone in papers and reading.words[first - 1].text == "The":
            found.append(Name(first, first, last, NameKind.BODY))
        else:
            found += _names_in(reading, first, last)
    return tuple(found)


def _names_in(reading: Reading, start: int, end: int) -> list[Name]:
    """The name in a run, without title and form of address; none where nothing is left."""
    words = reading.words
    whole, people = start, end - start > 2 and words[start].low in PEOPLES
    start += people  # `Welshman Bo Lind`
    begin = find_body(words, start, end)
    if begin is not None:
        return [Name(begin, begin, end, NameKind.BODY)]
    cut, honorific, title = split_titles(words, start, end)
    if cut >= end:
        return []
    cut = past_body(words, cut, end, honorific)
    kind = _kind_of(words, cut, end, honorific, title)
    if kind is NameKind.UNKNOWN and _located(words, cut, end):
        kind = NameKind.PLACE
    elif kind is NameKind.UNKNOWN and has_age(words, end):
        kind = NameKind.PERSON
    if kind in (NameKind.BODY, NameKind.PLACE):
        return [Name(start, start if not title[1] else cut, end, kind)]
    first = min(whole, cut)
    if not title[1] or title[0] == start:
        left = title_left(reading, title[0] if title[1] else first)
        if left < first:
            title = (left, title[1] or first)
            first = left
            kind = NameKind.PERSON
    return [Name(first, cut, end, kind, honorific, title)]


def _located(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether the words before a name tell a place: `the village of San Telmo`, `in Virginia`."""
    before = [word.low for word in words[max(0, start - 2) : start]]
    if before[-1:] in (["in"], ["of"], ["from"]) and words[start].low in mapping("states"):
        return True
    comma = before[-1:] == ["in"] and end + 1 < len(words) and words[end].text == ","
    if comma and words[end + 1].low.rstrip(".") in _state_letters():
        return True  # `in Port Telmo, Fla.`
    return before[-1:] == ["of"] and before[0] in word_set("names settlements")


@cache
def _state_letters() -> frozenset[str]:
    """The short forms of states: `fla`, `n.h`."""
    return frozenset(short for shorts in mapping("states").values() for short in shorts.split(","))


def _kind_of(
    words: tuple[Word, ...], start: int, end: int, honorific: str, title: tuple[int, int]
) -> NameKind:
    """What a bare name names by its own words."""
    inside = words[start:end]
    joined = " ".join(word.text for word in inside)
    if honorific or title[1] or without_byname(joined) != joined:
        return NameKind.PERSON
    if joined in countries() or joined.lower() in word_list("places"):
        return NameKind.PLACE
    lows = [word.low for word in inside]
    head = next((at for at, low in enumerate(lows) if low in INNER), len(lows)) - 1
    if lows[-1] in word_list("place_nouns") and len(lows) > 1:
        return NameKind.PLACE
    if joined.lower() in mapping("short_bodies").values() or DOMAIN.search(lows[-1]):
        return NameKind.BODY
    if is_body(lows[head]) or is_body(lows[-1]) or (is_document(lows[-1]) and len(lows) > 1):
        return NameKind.BODY
    if len(inside) == 1:
        acronym = inside[0].text.isupper() and 2 <= len(inside[0].text) <= 7
        return NameKind.BODY if acronym else NameKind.UNKNOWN
    return _kind_of_many(inside)


def _kind_of_many(inside: tuple[Word, ...]) -> NameKind:
    """What a name of several words names, where none of them is a body's or a place's."""
    lows = [word.low for word in inside]
    given = mapping("given_names")
    if inside[0].text in countries() or "&" in lows or {w.text for w in inside} & FIRMS:
        return NameKind.BODY
    if lows[0] in given or len(inside[0].text.replace(".", "")) == 1:
        return NameKind.PERSON
    if lows[-1] in SUFFIXES or any(len(word.text) == 2 and word.text[1] == "." for word in inside):
        return NameKind.PERSON
    return NameKind.UNKNOWN
