"""Runs of capitalised words that can be names, outside headlines and datelines."""

from collections.abc import Iterator

from briefing.speakers.acronyms import find_bracketed, is_spelled
from briefing.speakers.bynames import past_byname
from briefing.speakers.calendar import find_given
from briefing.speakers.fields import past_fields
from briefing.speakers.headlines import find_headlines, names_person
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.openings import (
    begins_name,
    common_words,
    is_based,
    is_common,
    is_first,
    leads,
    office_surnames,
    opens_sentence,
)
from briefing.speakers.words import Reading, Word, is_function

LINKS = frozenset({"of", "for", "and", "&", "the", "on"})
PLURAL_OWNERS = word_set("names plural owners")
OFFICE_OWNERS = word_set("runs office owners")
OFFICES = frozenset({"office", "offices", "department"})
AGENCIES = word_set("runs agencies")
CHAMBERS = frozenset({"house", "senate"})
WITHOUT = ["without", "borders"]
# What can be a name behind another one: `Theresa May`, `Omar Said`.
LETTERS = frozenset({"MP", "MSP", "MEP", "MLA", "TD", "KC", "QC", "SC", "OBE", "CBE", "MBE", "FRS"})
SURNAMES = frozenset({"will", "may", "april", "june", "august", "said", "oh", "an"})


def find_runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """The first and the past-the-last word of each run; headlines in title case are left out."""
    loud = find_headlines(reading)
    common = common_words(reading)
    surnames = office_surnames(reading.words)
    given = find_given(reading)
    number, words = 0, reading.words
    shortened = find_bracketed(words)
    people = frozenset(
        word.text
        for at, word in enumerate(words)
        if word.capital and word.sentence not in loud and not opens_sentence(reading, at)
    )
    while number < len(words):
        word = words[number]
        if word.sentence in loud and names_person(words, number, people):
            yield number, number + 2
            number += 2
            continue
        opens = opens_sentence(reading, number)
        if (
            not (begins_name(reading, number) or number in given)
            or word.sentence in loud
            or (
                opens
                and (is_common(reading, number, common, surnames) or leads(words, number, people))
            )
        ):
            number += 1
            continue
        end = _run_end(reading, number, given)
        if end < len(words) and words[end].capital and is_based(words[end]):
            number = end + 1  # `San Telmo-based Weirco`
            continue
        end = next((last for last in shortened if is_spelled(words, number, end, last)), end)
        if _is_dateline(reading, number, end):
            number = end
            continue
        yield number, _before_letters(words, number, end)
        number = end


def _before_letters(words: tuple[Word, ...], start: int, end: int) -> int:
    """Where a name ends before letters of an office or honour: `Ana Ruiz MP`, no `Labour MP`."""
    while end - start > 2 and words[end - 1].text in LETTERS:
        end -= 1
    return end


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


def _run_end(reading: Reading, start: int, given: frozenset[int]) -> int:
    """The end of the run of capitalised words, with small words inside names."""
    words = reading.words
    end = start + 1
    while end < len(words) and words[end].sentence == words[start].sentence:
        if words[end - 1].possessive and not _owned_name(words, end):
            break
        if words[end].capital and is_based(words[end]):
            break
        if words[end].capital and (
            not is_function(words[end])
            or words[end].low in word_list("particles")
            or words[end].low in SURNAMES
            or is_first(words, end)
            or end in given
        ):
            end += 1
            continue
        bridge = _bridge(words, start, end)
        if [word.low for word in words[end : end + 2]] == WITHOUT:
            bridge = end + 2
        bridge = bridge or past_byname(words, start, end) or past_fields(words, start, end)
        if not bridge:
            break
        end = bridge
    return end


def _owned_name(words: tuple[Word, ...], end: int) -> bool:
    """Whether a possessive is inside a name of a body: `Growers’ League`, `Emily’s List`."""
    owner = words[end - 1]
    if owner.text in countries() or not words[end].capital:
        return False
    if owner.low in OFFICE_OWNERS:
        return words[end].low in OFFICES
    plural = owner.low.endswith(("s", "men")) or owner.low in PLURAL_OWNERS
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
    if last < len(words) and words[last].low in ("the", "a"):
        last += 1
    if not _capital(words, last):
        return 0
    inside = [word.low for word in words[start:end]]
    if words[end].low == "and":
        return _past_and(words, start, end, last)
    if words[end].low in ("the",):
        return 0
    head = is_body(inside[-1]) or is_position(inside[-1]) or inside[-1] in ("secretary", "house")
    head = head or (last - start > 2 and is_plural_position(inside[-1]))
    head = head or ("for" in inside and any(map(is_body, inside)))
    head = head or (words[end].low == "for" and "court" in inside)  # `Court of Appeals for the …`
    head = head or bool(start and words[start - 1].text in word_list("bodies"))
    return last + 1 if head and words[end - 1].text not in countries() else 0


def _past_and(words: tuple[Word, ...], start: int, end: int, last: int) -> int:
    """Past `and` and the word behind it where they belong to the name of one body, or 0."""
    if _one_body(words, start, end):
        return end + 2
    if _other_body(words, start, last):
        return 0
    inside = [word.low for word in words[start:end]]
    joined = words[last].low in word_list("portfolios") or _links_on(words, last)
    tail = last
    while _capital(words, tail + 1):
        tail += 1
    if words[tail].low in AGENCIES and len(inside) < 4:
        return tail + 1
    joined = joined and ("for" in inside or "on" in inside)
    return last + 1 if "of" in inside or joined else 0


def _other_body(words: tuple[Word, ...], start: int, last: int) -> bool:
    """Whether another body is named behind `and`: `the Ministry of Roads and the Weir Board`."""
    if words[last].low == words[start].low:
        return True
    tail = last
    while _capital(words, tail + 1):
        tail += 1
    return words[last - 1].low == "the" and is_body(words[tail].low)


def _one_body(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether `and` stands inside the name of one body: `the Roads and Bridges Agency`."""
    last = end + 1
    while _capital(words, last) and last < end + 4:
        last += 1
    first = words[start]
    chamber = first.low in CHAMBERS and end - start == 2  # `the House Dykes and Roads Committee`
    if not start or words[start - 1].low not in ("the", "federal"):
        return False
    if chamber or end - start > 1:
        return chamber and last > end + 2 and is_body(words[last - 1].low)
    if first.text in countries() or first.low in mapping("given_names"):
        return False
    single = is_body(first.low) and not first.low.endswith("s")
    common = not single and not is_position(first.low)
    return common and last > end + 2 and is_body(words[last - 1].low)


def _links_on(words: tuple[Word, ...], number: int) -> bool:
    return number < len(words) and not is_position(words[number].low)


def _capital(words: tuple[Word, ...], number: int) -> bool:
    return number < len(words) and words[number].capital and not is_function(words[number])
