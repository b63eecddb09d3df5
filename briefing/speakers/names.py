"""Names in a text: runs of capitalised words, told apart as persons, bodies and places."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.domain import BlockKind
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_document,
    is_plural_position,
    is_position,
    mapping,
    singular,
    word_list,
    word_set,
)
from briefing.speakers.words import SUFFIXES, Reading, Word, is_function

TITLE_CASE = 0.75  # share of capitals from which a sentence is taken for a headline
LINKS = frozenset({"of", "for", "and", "&", "the", "on"})
PLURAL_OWNERS = word_set("names plural owners")
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
    loud = _headlines(reading)
    common = _common_words(reading)
    found: list[Name] = []
    number = 0
    words = reading.words
    while number < len(words):
        word = words[number]
        if (
            not _begins(reading, number)
            or word.sentence in loud
            or (_opens_sentence(reading, number) and _is_common(reading, number, common))
        ):
            number += 1
            continue
        end = _run_end(reading, number)
        if _is_dateline(reading, number, end):
            number = end
            continue
        found.extend(_names_in(reading, number, end))
        number = end
    return tuple(found)


def _is_dateline(reading: Reading, number: int, end: int) -> bool:
    """Whether capitals at a sentence's head are a dateline: `LIMA, Peru (March 3) —`."""
    words = reading.words
    if number and words[number - 1].sentence == words[number].sentence:
        return False
    run = words[number:end]
    return (
        all(word.text.isupper() and len(word.text) > 2 for word in run)
        and end < len(words)
        and (words[end].text in (",", "-", "--", "–", "—", "(", ":"))
        and not any(is_body(word.low) for word in run)
    )


def _headlines(reading: Reading) -> frozenset[int]:
    """The sentences in title case or capitals, where capitals tell nothing."""
    capitals: dict[int, int] = {}
    total: dict[int, int] = {}
    for word in reading.words:
        if word.text[0].isalpha() and len(word.text) > 3:
            total[word.sentence] = total.get(word.sentence, 0) + 1
            capitals[word.sentence] = capitals.get(word.sentence, 0) + word.capital
    return frozenset(
        number
        for number, count in total.items()
        if count >= 4
        and capitals[number] >= TITLE_CASE * count
        and (
            number == 0
            or reading.sentences[number].kind is BlockKind.HEADING
            or (capitals[number] >= 0.9 * count and count >= 6)
        )
    )


def _common_words(reading: Reading) -> frozenset[str]:
    """The words that also stand in lower case: at a sentence's head they begin no name."""
    return frozenset(word.text for word in reading.words if word.text[0].islower())


def _opens_sentence(reading: Reading, number: int) -> bool:
    """Whether a word stands first in its sentence or in a quotation."""
    before = reading.words[number - 1] if number else None
    return (
        before is None
        or before.sentence != reading.words[number].sentence
        or (before.text in "“‘\"'«:")
    )


def _is_common(reading: Reading, number: int, common: frozenset[str]) -> bool:
    """Whether a capital only marks the head of a sentence: `Interestingly Ruiz left`."""
    word = reading.words[number]
    if word.low in mapping("given_names") or word.low in mapping("honorifics"):
        return False
    alone = number + 1 >= len(reading.words) or not reading.words[number + 1].capital
    if alone and (is_plural_position(word.low) or is_position(word.low)):
        return True
    if is_position(word.low) or is_body(word.low) or word.low in mapping("titles"):
        return False
    return word.low in common or (word.low.endswith("ly") and len(word.low) > 5)


def _begins(reading: Reading, number: int) -> bool:
    """Whether a name can begin with a word."""
    word = reading.words[number]
    return word.capital and not is_function(word) and word.text != "I"


def _run_end(reading: Reading, start: int) -> int:
    """The end of the run of capitalised words, with small words inside names."""
    words = reading.words
    end = start + 1
    while end < len(words) and words[end].sentence == words[start].sentence:
        if words[end - 1].possessive and not _owned_name(words, end):
            break
        if words[end].capital and (
            not is_function(words[end])
            or words[end].low in word_list("particles")
            or _month_name(words[end].low)
        ):
            end += 1
            continue
        bridge = _bridge(words, start, end)
        if not bridge:
            break
        end = bridge
    return end


def _month_name(low: str) -> bool:
    return low in {"will", "may", "april", "june", "august", "said"}


def _owned_name(words: tuple[Word, ...], end: int) -> bool:
    """Whether a possessive is inside a name of a body: `Growers’ League`, `Emily’s List`."""
    owner = words[end - 1]
    if owner.text in countries() or not words[end].capital:
        return False
    plural = owner.low.endswith("s") or owner.low in PLURAL_OWNERS
    return plural and any(word.capital and is_body(word.low) for word in words[end : end + 3])


def _bridge(words: tuple[Word, ...], start: int, end: int) -> int:
    """Past small words that join parts of one name, or 0."""
    last = end
    if words[last].low in word_list("particles"):
        while last < len(words) and words[last].low in word_list("particles"):
            last += 1
        if _capital(words, last) and words[start].text not in countries():
            return last + 1
    if words[end].text == "&" and _capital(words, end + 1):
        return end + 2
    if words[end].low not in LINKS:
        return 0
    last = end + 1
    if last < len(words) and words[last].low == "the":
        last += 1
    if not _capital(words, last):
        return 0
    inside = [word.low for word in words[start:end]]
    if words[end].low == "and":
        joined = words[last].low in word_list("portfolios") or _links_on(words, last)
        return last + 1 if "of" in inside or ("for" in inside and joined) else 0
    if words[end].low in ("the",):
        return 0
    head = is_body(inside[-1]) or is_position(inside[-1]) or inside[-1] in ("secretary", "house")
    return last + 1 if head and words[end - 1].text not in countries() else 0


def _links_on(words: tuple[Word, ...], number: int) -> bool:
    return number < len(words) and not is_position(words[number].low)


def _capital(words: tuple[Word, ...], number: int) -> bool:
    return number < len(words) and words[number].capital and not is_function(words[number])


def _names_in(reading: Reading, start: int, end: int) -> list[Name]:
    """The name in a run, without title and form of address; none where nothing is left."""
    words = reading.words
    if is_body(words[end - 1].low) and not _titled(words, start):
        return [Name(start, start, end, NameKind.BODY)]
    cut, honorific, title = _split_titles(words, start, end)
    if cut >= end:
        return []
    kind = _kind_of(words, cut, end, honorific, title)
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


def _titled(words: tuple[Word, ...], start: int) -> bool:
    return words[start].low in mapping("honorifics") or words[start].low in mapping("titles")


def _split_titles(
    words: tuple[Word, ...], start: int, end: int
) -> tuple[int, str, tuple[int, int]]:
    """Where the bare name begins, the form of address, and the words of the title."""
    cut, honorific, title = start, "", (0, 0)
    given = mapping("given_names")
    for number in range(start, end):
        low = words[number].low
        if low in mapping("honorifics") and (number + 1 < end):
            honorific, cut = low, number + 1
            continue
        if words[number].possessive or not (is_position(low) or low in mapping("titles")):
            continue
        if number == start and low in given and end - start > 1:
            continue
        after = _past_portfolio(words, number + 1, end)
        if after < end or number == end - 1 or after > number + 1:
            title = (title[0] if title[1] else start, after)
            cut = after
    return cut, honorific, title


def _past_portfolio(words: tuple[Word, ...], number: int, end: int) -> int:
    """Past `of Foreign Affairs` and its like behind a title."""
    if number >= end or words[number].low not in ("of", "for"):
        return number
    after = number + 1
    while after < end and words[after].low in word_list("portfolios"):
        after += 1
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
            or not word.text[0].isalpha()
            or (word.low.endswith("ed") and not word.capital)
            or _is_verb(word.low)
        ):
            break
        left -= 1
    return left


def _is_verb(low: str) -> bool:
    return low in {"says", "said", "told", "asked", "by", "saw", "met", "including"}


def _kind_of(
    words: tuple[Word, ...], start: int, end: int, honorific: str, title: tuple[int, int]
) -> NameKind:
    """What a bare name names by its own words."""
    inside = words[start:end]
    joined = " ".join(word.text for word in inside)
    given = mapping("given_names")
    if honorific or title[1]:
        return NameKind.PERSON
    if joined in countries() or joined.lower() in word_list("places"):
        return NameKind.PLACE
    lows = [word.low for word in inside]
    head = next((at for at, low in enumerate(lows) if low in ("of", "for")), len(lows)) - 1
    if lows[-1] in word_list("place_nouns") and len(lows) > 1:
        return NameKind.PLACE
    if is_body(lows[head]) or is_body(lows[-1]) or (is_document(lows[-1]) and len(lows) > 1):
        return NameKind.BODY
    if len(inside) == 1:
        if inside[0].text.isupper() and 2 <= len(inside[0].text) <= 7:
            return NameKind.BODY
        return NameKind.UNKNOWN
    if inside[0].text in countries() or "&" in lows:
        return NameKind.BODY
    if lows[0] in given or len(inside[0].text.replace(".", "")) == 1:
        return NameKind.PERSON
    if lows[-1] in SUFFIXES or any(len(word.text) == 2 and word.text[1] == "." for word in inside):
        return NameKind.PERSON
    if singular(lows[-1]) != lows[-1] and is_position(singular(lows[-1])):
        return NameKind.UNKNOWN
    return NameKind.UNKNOWN
