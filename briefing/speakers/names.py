"""Names in a text: runs of capitalised words, told apart as persons, bodies and places."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.speakers.bodies import find_body
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_document,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.openings import office_surnames
from briefing.speakers.runs import find_runs
from briefing.speakers.words import SUFFIXES, Reading, Word, is_function

INNER = frozenset({"of", "for", "on", "to", "against"})  # behind the head of a body's name
VERBS = word_set("names verbs")
REACH = 6  # words that a title may reach to the left of a name


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
    surnames = office_surnames(reading.words)
    return tuple(
        name
        for first, last in find_runs(reading)
        for name in (
            [Name(first, first, last, NameKind.PERSON)]
            if last == first + 1 and reading.words[first].text in surnames
            else _names_in(reading, first, last)
        )
    )


def _names_in(reading: Reading, start: int, end: int) -> list[Name]:
    """The name in a run, without title and form of address; none where nothing is left."""
    words = reading.words
    begin = find_body(words, start, end)
    if begin is not None:
        return [Name(begin, begin, end, NameKind.BODY)]
    cut, honorific, title = _split_titles(words, start, end)
    if cut >= end:
        return []
    cut = _past_body(words, cut, end, honorific)
    kind = _kind_of(words, cut, end, honorific, title)
    if kind is NameKind.UNKNOWN and _located(words, cut):
        kind = NameKind.PLACE
    if kind in (NameKind.BODY, NameKind.PLACE):
        return [Name(start, start if not title[1] else cut, end, kind)]
    first = min(start, cut)
    if not title[1] or title[0] == start:
        left = _title_left(reading, title[0] if title[1] else first)
        if left < first:
            title = (left, title[1] or first)
            first = left
            kind = NameKind.PERSON
    return [Name(first, cut, end, kind, honorific, title)]


def _located(words: tuple[Word, ...], start: int) -> bool:
    """Whether the words before a name tell that it is a place: `the village of San Telmo`."""
    before = [word.low for word in words[max(0, start - 2) : start]]
    return before[-1:] == ["of"] and before[0] in word_set("names settlements")


def _split_titles(
    words: tuple[Word, ...], start: int, end: int
) -> tuple[int, str, tuple[int, int]]:
    """Where the bare name begins, the form of address, and the words of the title."""
    cut, honorific, title = start, "", (0, 0)
    given = mapping("given_names")
    for number in range(start, end):
        low = words[number].low
        if low in given and low in mapping("honorifics") and number + 2 == end == start + 2:
            continue  # `Don Lind`
        if low in mapping("honorifics") and number + 1 < end and words[number + 1].low != "of":
            honorific, cut = low, number + 1
            continue
        if not _can_be_title(words, start, end, number):
            continue
        if number == start and low in given and end - start > 1:
            continue
        addressed = bool(honorific) and cut == number
        if number == end - 1 > start and (addressed or words[start].low in given):
            continue
        if number == end - 1 > start and words[number - 1].low in given:
            continue
        after = _past_portfolio(words, number + 1, end)
        if after < end or number == end - 1 or after > number + 1:
            title = (title[0] if title[1] else start, after)
            cut = after
    return cut, honorific, title


def _can_be_title(words: tuple[Word, ...], start: int, end: int, number: int) -> bool:
    """Whether a word in a run is a noun of standing and neither an owner nor part of a name."""
    low = words[number].low
    if words[number].possessive or not (is_position(low) or low in mapping("titles")):
        return False
    if low in word_list("particles"):  # `Del Weir`, but `Del. Ana Weir`
        return number + 1 < end and words[number + 1].low in mapping("given_names")
    bureau = number > start + 1 and words[number - 1].low == "of"  # `Bureau of Justice Statistics`
    return not (bureau and is_body(words[number - 2].low))


def _past_body(words: tuple[Word, ...], cut: int, end: int, honorific: str) -> int:
    """Past a body, place or award before a full name: `Weir News Ana Ruiz`, `Miss Weir Bo Li`."""
    given = mapping("given_names")
    if end - cut < 3 or words[cut].low in given:
        return cut
    first = next((n for n in range(cut + 1, end - 1) if words[n].low in given), cut)
    before = words[first - 1]
    tells = (
        honorific
        or is_body(before.low)
        or before.low in word_list("places")
        or is_plural_position(before.low)
        or (before.text.isupper() and len(before.text) > 2)
    )
    return first if first > cut and tells and not is_body(words[end - 1].low) else cut


def _past_portfolio(words: tuple[Word, ...], number: int, end: int) -> int:
    """Past `of Foreign Affairs` and its like behind a title."""
    if number >= end or words[number].low not in ("of", "for"):
        return number
    after = number + 1
    while after < end and (
        words[after].low in word_list("portfolios")
        or (words[after - 1].low == "the" and is_body(words[after].low))
    ):
        after += 1
    while after > number and is_function(words[after - 1]):
        after -= 1  # `U.S. Attorney for the Eastern District`
    if after > number + 1:
        return after
    given = mapping("given_names")
    named = (at for at in range(number + 2, end) if words[at].low in given)
    return next(named, end)


def _title_left(reading: Reading, start: int) -> int:
    """Where lower-case titles directly before a name begin, or `start` for none.

    `Democratic presidential candidate Ana Ruiz`, `forklift driver Bo Lind`.
    """
    words = reading.words
    if (
        start == 0
        or words[start - 1].possessive
        or words[start - 1].sentence != words[start].sentence
    ):
        return start
    if not is_position(words[start - 1].low) or words[start - 1].capital:
        return start
    left = start - 1
    while left > 0 and start - left < REACH:
        word = words[left - 1]
        if (
            word.sentence != words[start].sentence
            or word.possessive
            or is_function(word)
            or (word.capital and words[left - 2].low == "of")
            or not word.text[0].isalpha()
            or (word.low.endswith("ed") and not word.capital)
            or _is_verb(word.low)
        ):
            break
        left -= 1
    return left


def _is_verb(low: str) -> bool:
    return low in VERBS


def _kind_of(
    words: tuple[Word, ...], start: int, end: int, honorific: str, title: tuple[int, int]
) -> NameKind:
    """What a bare name names by its own words."""
    inside = words[start:end]
    joined = " ".join(word.text for word in inside)
    if honorific or title[1]:
        return NameKind.PERSON
    if joined in countries() or joined.lower() in word_list("places"):
        return NameKind.PLACE
    lows = [word.low for word in inside]
    head = next((at for at, low in enumerate(lows) if low in INNER), len(lows)) - 1
    if lows[-1] in word_list("place_nouns") and len(lows) > 1:
        return NameKind.PLACE
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
    if inside[0].text in countries() or "&" in lows:
        return NameKind.BODY
    if lows[0] in given or len(inside[0].text.replace(".", "")) == 1:
        return NameKind.PERSON
    if lows[-1] in SUFFIXES or any(len(word.text) == 2 and word.text[1] == "." for word in inside):
        return NameKind.PERSON
    return NameKind.UNKNOWN
