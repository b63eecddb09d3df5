"""Finds the noun phrases that describe persons, groups, bodies and documents in a text."""

from collections.abc import Iterator

from briefing.speakers.lexicons import word_list, word_set
from briefing.speakers.scene import Scene
from briefing.speakers.sources import DETERMINERS, Phrase, noun_class
from briefing.speakers.words import Word, is_function

AUXILIARIES = frozenset({"can", "could", "may", "might", "must", "should", "will", "would"})
RELATIVES = frozenset({"that", "which", "who", "whose", "where"})
MODIFIERS = 4  # words that may stand between determiner and head
PASTS = word_set("descriptions pasts")
QUANTIFIERS = word_set("descriptions quantifiers")
VAGUE = word_set("descriptions vague")
INSIDE = word_set("descriptions inside")


def find_descriptions(scene: Scene, first: int, last: int) -> Iterator[Phrase]:
    """The described sources among words `[first, last)`, in order, outside names."""
    words = scene.reading.words
    inside = {
        n for _, name in scene.names_between(first, last) for n in range(name.first, name.end)
    }
    for number in range(first, last):
        word = words[number]
        if number in inside or number in scene.told or not word.text[0].isalpha():
            continue
        kind = noun_class(word.low)
        if not kind or (number + 1 < last and _goes_on(words, number + 1, inside)):
            continue
        start = _start(words, number)
        begin = start + (words[start].low in DETERMINERS)
        if begin > number:
            continue
        determiner = words[start].low if begin > start else ""
        bare = begin == number and not determiner
        if kind != "group" and (bare or (not determiner and words[begin].low not in QUANTIFIERS)):
            continue
        end = number + 1 if word.possessive else _end(words, number + 1, last)
        yield Phrase(begin, end, end, determiner, number)


def _goes_on(words: tuple[Word, ...], number: int, inside: set[int]) -> bool:
    """Whether a noun is followed by a further noun of its phrase or by a name it belongs to."""
    if words[number - 1].possessive:
        return False
    return (number in inside and words[number - 1].end + 1 == words[number].start) or bool(
        words[number].text[0].isalpha()
        and noun_class(words[number].low)
        and not is_function(words[number])
    )


def _start(words: tuple[Word, ...], head: int) -> int:
    """Where a phrase begins, its determiner included."""
    start = head
    while start > 0 and head - start < MODIFIERS:
        word = words[start - 1]
        if word.sentence != words[head].sentence or not word.text[0].isalnum():
            break
        if word.low in DETERMINERS:
            return start - 1
        if word.low in QUANTIFIERS:
            start -= 1
            continue
        if is_function(word) or word.low in word_list("work_verbs") or word.low.endswith("ly"):
            break
        if start > 1 and words[start - 2].low in AUXILIARIES and not noun_class(word.low):
            break  # `could attract voters`
        start -= 1
        if word.possessive and word.capital and not words[start - 1].capital:
            return start - (start > 0 and words[start - 1].low in DETERMINERS)
    return start


def _end(words: tuple[Word, ...], number: int, last: int) -> int:
    """The end of a phrase: past `of the ministry`, `by the institute in Lima`."""
    end = number
    while (
        end < last
        and words[end].low in INSIDE
        and words[end].sentence == words[number - 1].sentence
    ):
        stop = end + 1
        while (
            stop < last
            and stop < end + 7
            and words[stop].text[0].isalnum()
            and (words[stop].low in ("the", "a", "an") or not is_function(words[stop]))
            and (words[stop].low not in ("said", "says", "told"))
            and not (stop > end + 1 and _turns_verbal(words, stop))
        ):
            stop += 1
        if stop == end + 1 or (
            words[end].low == "for" and stop < last and words[stop].low in RELATIVES
        ):
            break  # `a plan for the areas which …`
        end = stop
    return end


def _turns_verbal(words: tuple[Word, ...], number: int) -> bool:
    """Whether a past verb follows the noun that a description ends with: `the board pointed`.

    Also one without that ending: `the Dyke Institute found traces`, `the research team drew fire`.
    """
    word, before = words[number], words[number - 1]
    if word.capital or noun_class(word.low):
        return False
    noun = noun_class(before.low) in ("body", "group")
    if word.low in PASTS and (before.capital or noun):
        return True
    return word.low.endswith("ed") and (before.capital or noun_class(before.low) == "body")


def phrase_before(scene: Scene, last: int, number: int, *, person: bool) -> Phrase | None:
    """The phrase that ends at word `last` and that the relative pronoun at `number` takes up.

    Where its noun says little by itself (`those who …`), the relative clause belongs to it.
    """
    words = scene.reading.words
    wanted = ("position", "group") if person else ("document", "body", "position", "group")
    head = last
    while head > last - 7 and head > 0 and words[head].sentence == words[last].sentence:
        if noun_class(words[head].low) in wanted and head not in scene.told:
            break
        if not words[head].text[0].isalnum():
            return None
        if (
            head == last
            and not words[head].capital
            and not is_function(words[head])
            and (words[head].low.endswith("s"))
        ):
            break
        head -= 1
    else:
        head = last
        if person or words[_start(words, head)].low not in DETERMINERS:
            return None
    start = _start(words, head)
    begin = start + (words[start].low in DETERMINERS and start < head)
    end = last + 1
    if words[head].low in VAGUE and end == number:
        while (
            end < len(words)
            and words[end].sentence == words[head].sentence
            and (words[end].text[0].isalnum())
        ):
            end += 1
    return Phrase(begin, end, end, words[start].low if begin > start else "", head)
