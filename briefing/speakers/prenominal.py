"""Titles and forms of address in front of a bare name."""

from briefing.speakers.lexicons import (
    is_body,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.words import Reading, Word, is_function
from briefing.terms import rarity

CREEDS = word_set("names creeds")
VERBS = word_set("names verbs")
TRADES = word_set("names trades")  # surnames behind a first name: no title is capitalised so
REACH = 6  # words that a title may reach to the left of a name


def split_titles(words: tuple[Word, ...], start: int, end: int) -> tuple[int, str, tuple[int, int]]:
    """Where the bare name begins, the form of address, and the words of the title."""
    cut, honorific, title = start, "", (0, 0)
    given = mapping("given_names")
    for number in range(start, end):
        low = words[number].low
        if low in given and low in mapping("honorifics") and number + 2 == end == start + 2:
            continue  # `Don Lind`
        address = _address(words, number, end)
        if address:
            honorific, cut = address, number + 1 + address.count(" ")
            continue
        if not _can_be_title(words, start, end, number):
            continue
        if number == start and (_is_creed(words, start, end) or (low in given and end - start > 1)):
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


def _address(words: tuple[Word, ...], number: int, end: int) -> str:
    """The form of address of one or two words at a word before a name: `Tan Sri`; or ''."""
    if number + 1 >= end or words[number + 1].low == "of":
        return ""
    low = words[number].low
    pair = f"{low} {words[number + 1].low}"
    if number + 2 < end and pair in mapping("honorifics"):
        return pair
    return low if low in mapping("honorifics") else ""


def _is_creed(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether a creed opens the name of a party: `of the Liberal Concord`."""
    before = [word.low for word in words[max(0, start - 2) : start]]
    return before == ["of", "the"] and end == start + 2 and words[start].low in CREEDS


def _can_be_title(words: tuple[Word, ...], start: int, end: int, number: int) -> bool:
    """Whether a word in a run is a noun of standing and neither an owner nor part of a name."""
    low = words[number].low
    if words[number].possessive or not (is_position(low) or low in mapping("titles")):
        return False
    if low in TRADES and start < number == end - 1 and not is_position(words[start].low):
        return False
    if low in word_list("particles"):  # `Del Weir`, but `Del. Ana Weir`
        return number + 1 < end and words[number + 1].low in mapping("given_names")
    bureau = number > start + 1 and words[number - 1].low == "of"  # `Bureau of Justice Statistics`
    return not (bureau and is_body(words[number - 2].low))


def past_body(words: tuple[Word, ...], cut: int, end: int, honorific: str) -> int:
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
    """Past `of Foreign Affairs`, `of State for Harbours` and their like behind a title."""
    if number >= end or words[number].low not in ("of", "for"):
        return number
    honorifics = mapping("honorifics")
    end = next((n for n in range(number + 2, end) if words[n].low in honorifics), end)
    after = number + 1
    while after < end and (
        words[after].low in word_list("portfolios")
        or (words[after - 1].low == "the" and is_body(words[after].low))
    ):
        after += 1
    while after > number and is_function(words[after - 1]):
        after -= 1  # `U.S. Attorney for the Eastern District`
    if after > number + 1:
        more = after + 1 < end and words[after + 1].low in word_list("portfolios")
        return _past_portfolio(words, after, end) if more else after
    given = mapping("given_names")
    named = (at for at in range(number + 2, end) if words[at].low in given)
    # Also before a form of address: `for Tide Control Ms. Ruiz`.
    rare = (at for at in range(max(number + 3, end - 3), end - 1) if _is_rare(words, at))
    return next(named, next(rare, end))


def _is_rare(words: tuple[Word, ...], number: int) -> bool:
    """Whether a word can be an unknown given name: it is rare and no place behind `of`."""
    word, before = words[number], words[number - 1]
    return word.capital and rarity(word.low) == 1 and not (is_function(word) or is_function(before))


def title_left(reading: Reading, start: int) -> int:
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
            or (word.capital and words[left - 2].low == "of" and word.low not in mapping("parties"))
            or not word.text[0].isalpha()
            or (word.low.endswith("ed") and not word.capital)
            or _is_verb(word.low)
        ):
            break
        left -= 1
    return left


def _is_verb(low: str) -> bool:
    return low in VERBS
