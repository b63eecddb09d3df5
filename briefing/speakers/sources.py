"""What a source is made of: its head, its determiner, its name, its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.domain import Span
from briefing.speakers.lexicons import (
    is_body,
    is_document,
    is_plural_position,
    is_position,
    word_set,
)
from briefing.speakers.scene import Scene
from briefing.speakers.words import Word

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
    "it": "n",
    "its": "n",
    "itself": "n",
    "they": "p",
    "them": "p",
    "their": "p",
    "theirs": "p",
    "themselves": "p",
    "i": "1",
    "me": "1",
    "my": "1",
    "we": "1p",
    "us": "1p",
    "our": "1p",
    "who": "r",
    "whom": "r",
    "whose": "r",
    "which": "r",
    "that": "r",
    "you": "2",
    "your": "2",
    "mine": "1",
    "myself": "1",
    "ours": "1p",
}
DETERMINERS = word_set("sources determiners")
OWNERS = word_set("sources owners")
PREPOSITIONS = word_set("sources prepositions")
LOOSE = word_set("sources loose")
PARTS = word_set("sources parts")
LEADING = word_set("sources leading")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase at words `[first, last)`: its determiner and the number of its head word.

    `stop` is where its core ends: before a comma, a dash, a bracket.
    """

    first: int
    last: int
    stop: int
    determiner: str
    head: int


def word_range(scene: Scene, spans: Sequence[Span]) -> tuple[int, int]:
    """The words that spans cover, without outer marks and leading conjunctions."""
    words = scene.reading.words
    first, last = scene.reading.at(spans[0].start), scene.reading.before(spans[-1].end)
    while first < last and (
        not _wordy(words[first]) or (words[first].low in LEADING and last - first > 1)
    ):
        first += 1
    while last > first and not _wordy(words[last - 1]):
        last -= 1
    return first, last


def _wordy(word: Word) -> bool:
    return word.text[0].isalnum() or word.text[0] == "@"


def parse_phrase(scene: Scene, first: int, last: int) -> Phrase:
    """The determiner, core and head of a phrase of words `[first, last)`."""
    words = scene.reading.words
    determiner = words[first].low if words[first].low in DETERMINERS else ""
    begin = first + 1 if determiner and last - first > 1 else first
    stop = next(
        (
            n
            for n in range(begin, last)
            if not _wordy(words[n]) and words[n].text not in "&$'’\"“”‘.%"
        ),
        last,
    )
    head = begin
    core = begin
    if words[begin].low in PARTS and begin + 2 < stop and words[begin + 1].low == "of":
        core = begin + 2 + (words[begin + 2].low in DETERMINERS)
        head, determiner = core, determiner or "a"
    for number in range(core, stop):
        if words[number].low in PREPOSITIONS and number > begin:
            break
        head = number
        known = is_position(words[number].low) or is_plural_position(words[number].low)
        if known and number + 1 < stop and _verbal(words[number + 1]):
            break
    return Phrase(begin, last, max(stop, begin + 1), determiner, head)


def _verbal(word: Word) -> bool:
    return word.low.endswith(("ing", "ed")) and not word.capital


def noun_class(low: str) -> str:
    """`position`, `group`, `document`, `body` or nothing for a head noun in lower case."""
    if is_position(low):
        return "position"
    if is_plural_position(low):
        return "group"
    if is_document(low):
        return "document"
    return "body" if is_body(low) else ""


def head_name(scene: Scene, phrase: Phrase) -> int | None:
    """The number of the name that a phrase is about, or None where it is a description."""
    words = scene.reading.words
    found = list(scene.names_between(phrase.first, phrase.last))
    for number, name in found:
        if name.start >= phrase.stop:
            break
        if (
            name.end - name.start == 1
            and is_plural_position(words[name.start].low)
            and (not name.title[1])
        ):
            continue
        before = range(phrase.first, name.start)
        if any(words[n].low in PREPOSITIONS and not (name.first <= n) for n in before):
            break
        if any(words[n].possessive for n in before if n < name.first):
            continue
        if words[name.end - 1].possessive:
            continue
        after = words[name.end] if name.end < phrase.last else None
        if (
            after is None
            or not _wordy(after)
            or after.low in PREPOSITIONS
            or (after.low in ("and", "both", "who", "then", "jr"))
        ):
            return number
        if after.low.endswith("ed") or after.low in ("himself", "herself", "itself"):
            return number
    for number, name in found:
        comma = name.first - 1
        if (
            comma > phrase.first
            and words[comma].text == ","
            and (
                name.end >= phrase.last
                or words[name.end].text in ",(—–-"
                or words[name.end].low in ("who", "of", "at", "for")
            )
        ):
            return number
    return None


def joint_parts(scene: Scene, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a joint source, one part for a single one."""
    words = scene.reading.words
    for cut in range(first + 1, last - 1):
        if words[cut].low not in ("and", "&", "or", "nor") or _inside_name(scene, cut):
            continue
        if any(
            words[n].low in ("who", "which", "whose", "that", "including")
            and n + 1 < cut
            and not _bracketed(words, n, cut)
            for n in range(first, cut)
        ):
            break
        left = _left_parts(scene, first, cut)
        right = (cut + 1, last)
        if left and _stands_alone(scene, *right):
            return [*left, right]
    return [(first, last)]


def _bracketed(words: tuple[Word, ...], at: int, cut: int) -> bool:
    """Whether a clause that begins at a word is closed by a comma right before the cut."""
    return words[cut - 1].text == "," and words[at - 1].text == ","


def _left_parts(scene: Scene, first: int, cut: int) -> list[tuple[int, int]]:
    """The parts before `and`: one, or those of a list; empty where they cannot stand alone."""
    words = scene.reading.words
    last = cut - 1 if words[cut - 1].text == "," else cut
    commas = [n for n in range(first, last) if words[n].text == ","]
    edges = [first - 1, *commas, last]
    parts = [(before + 1, after) for before, after in pairwise(edges) if after > before + 1]
    if all(_stands_alone(scene, *part) for part in parts):
        return parts[1:] if len(parts) == 2 and _counted(words[first]) else parts
    return [(first, last)] if _stands_alone(scene, first, last) else []


def _counted(word: Word) -> bool:
    """Whether a phrase announces how many names follow: `Two witnesses, A and B`."""
    return word.low in ("two", "three", "four", "both", "brothers", "sisters")


def _inside_name(scene: Scene, number: int) -> bool:
    return any(
        name.start < number < name.end
        for _, name in scene.names_between(max(0, number - 12), number + 12)
    )


def _stands_alone(scene: Scene, first: int, last: int) -> bool:
    """Whether a part of a coordination can be a source by itself."""
    words = scene.reading.words
    if last <= first:
        return False
    if words[first].low in PRONOUNS and last - first == 1:
        return True
    while first < last - 1 and words[first].low in (
        "both",
        "even",
        "neither",
        "either",
        "some",
        ",",
    ):
        first += 1
    if words[first].low in PRONOUNS and last - first == 1:
        return True
    phrase = parse_phrase(scene, first, last)
    number = head_name(scene, phrase)
    if number is not None:
        return True
    if (
        words[first].low in ("an", "a")
        and words[first - 1].low == "and"
        and (words[first - 2].text != ",")
    ):
        return False
    if any(words[n].low in PREPOSITIONS for n in range(phrase.first, phrase.head)):
        return False
    determined = bool(phrase.determiner) or words[phrase.first - 1].low in ("two", "three")
    kind = noun_class(words[phrase.head].low)
    low = words[phrase.head].low
    if words[phrase.first - (phrase.first > 0)].low in LOOSE or words[phrase.first].low in LOOSE:
        kind = kind or ("group" if low.endswith("s") else "")
    return kind == "group" or (bool(kind) and determined) or words[first].possessive
