"""What a source is made of: its head, its determiner, its name, its parts."""

from dataclasses import dataclass
from functools import lru_cache

from briefing.speakers.lexicons import (
    MEMORY,
    is_body,
    is_document,
    is_plural_position,
    is_position,
    word_set,
)
from briefing.speakers.names import Name, NameKind
from briefing.speakers.runs import LETTERS
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
EXAMPLES = frozenset({"including", "like", "such"})
BEHIND = frozenset({"and", "both", "who", "then", "jr", "himself", "herself", "itself"})
QUOTES = frozenset("”’\"'")
PARTS = word_set("sources parts")


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


def is_wordy(word: Word) -> bool:
    """Whether a token is a word, number or account name and no mark."""
    return word.text[0].isalnum() or word.text[0] == "@"


def parse_phrase(scene: Scene, first: int, last: int) -> Phrase:
    """The determiner, core and head of a phrase of words `[first, last)`."""
    words = scene.reading.words
    determiner = words[first].low if words[first].low in DETERMINERS else ""
    if determiner == "some" and last - first > 1 and words[first + 1].low in PREPOSITIONS:
        determiner = ""  # `some of the riders`
    begin = first + 1 if determiner and last - first > 1 else first
    stop = next(
        (
            n
            for n in range(begin, last)
            if not is_wordy(words[n]) and words[n].text not in "&$'’\"“”‘.%"
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
        if noun_class(words[number].low) and number + 1 < stop and _verbal(words[number + 1]):
            break
    return Phrase(begin, last, max(stop, begin + 1), determiner, head)


def _verbal(word: Word) -> bool:
    return word.low.endswith(("ing", "ed")) and not word.capital


@lru_cache(MEMORY)
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
    found = list(scene.names_between(phrase.first, phrase.last))
    for number, name in found:
        if name.start >= phrase.stop or _hangs(scene, phrase, name):
            break
        if _heads(scene, phrase, name):
            return number
    return next((number for number, name in found if _follows_comma(scene, phrase, name)), None)


def _hangs(scene: Scene, phrase: Phrase, name: Name) -> bool:
    """Whether a name depends on a preposition: `a spokesman for Ana Ruiz`."""
    words = scene.reading.words
    inside = {
        number
        for _, other in scene.names_between(phrase.first, name.first)
        for number in range(other.start, other.end)
    }
    return any(
        words[number].low in PREPOSITIONS
        for number in range(phrase.first, name.first)
        if number not in inside
    )


def _heads(scene: Scene, phrase: Phrase, name: Name) -> bool:
    """Whether a name is the head of a phrase and no owner or modifier of another noun."""
    words = scene.reading.words
    alone = name.end - name.start == 1 and not name.title[1]
    if alone and is_plural_position(words[name.start].low):
        return False
    owned = any(word.possessive for word in words[phrase.first : name.first])
    if owned and not (_apposed(scene, name) or _is_member(scene, name)):
        return False
    if words[name.end - 1].possessive:
        return False
    after = words[name.end] if name.end < phrase.last else None
    if after is not None and after.text in QUOTES and name.end + 1 < phrase.last:
        return not is_position(words[name.end + 1].low)
    if after is None or not is_wordy(after) or after.low in PREPOSITIONS | BEHIND:
        return True
    if after.text in LETTERS and name.end - name.start > 1:
        return True
    return after.low.endswith("ed")


def _apposed(scene: Scene, name: Name) -> bool:
    """Whether a name stands right behind what it names: `the growers' group Clear Weir`."""
    before = scene.reading.words[name.start - 1]
    return (
        bool(noun_class(before.low)) and not before.possessive and not before.capital
    ) or name.title[1] > 0


def _is_member(scene: Scene, name: Name) -> bool:
    """Whether a full name stands behind the party or body it is of: `Labour's Bo Lind`."""
    before = scene.reading.words[name.first - 1]
    bodies = scene.names_between(max(0, name.first - 5), name.first)
    owner = next((other for _, other in bodies if other.end == name.first), None)
    person = name.kind is NameKind.PERSON and name.end > name.start + 1
    owning = before.possessive and before.capital
    return person and owning and (owner is None or owner.kind is not NameKind.PERSON)


def _follows_comma(scene: Scene, phrase: Phrase, name: Name) -> bool:
    """Whether a name closes an apposition: `its leader, Ana Ruiz`."""
    words = scene.reading.words
    comma = name.first - 1
    comma -= words[comma].low == "the" and bool(name.honorific)  # `its dean, the Rev Bo Lind`
    if comma <= phrase.first or words[comma].text != ",":
        return False
    if any(word.low in EXAMPLES for word in words[phrase.stop : comma]):
        return False  # `a coalition - including the Dyke Trust, Weirco`
    after = words[name.end] if name.end < phrase.last else None
    return after is None or after.text in ",(—–-" or after.low in ("who", "of", "at", "for")
