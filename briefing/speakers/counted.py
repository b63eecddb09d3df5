"""Numbers and quantifiers that stand for a group: `some`, `most`, `another` of those just named."""

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import mapping
from briefing.speakers.names import NameKind
from briefing.speakers.pairs import find_both
from briefing.speakers.scene import Scene
from briefing.speakers.sources import DETERMINERS, noun_class
from briefing.speakers.words import Word, is_function

# What a quantifier that stands alone is before its noun.
BEFORE = {
    "few": "few",
    "many": "many",
    "most": "most",
    "others": "other",
    "several": "several",
    "some": "some",
}
SINGLE = frozenset({"one", "another"})
OPENERS = frozenset(
    {"although", "as", "but", "even", "if", "though", "when", "while", "yet", "and"}
)
JOINTS = frozenset({"and", "of", "or"})
REACH = 2  # sentences back in which the group is the subject
LONGEST = 4  # words that the noun phrase of a group may have


def find_several(scene: Scene, number: int) -> Entity | None:
    """Whom `both`, `some` or `another` at a word stand for; None where it is not told."""
    return find_both(scene, number) or _find_part(scene, number)


def _find_part(scene: Scene, number: int) -> Entity | None:
    """The part of a group that a quantifier at a word stands for, or None where none is near.

    `Riders often grumble. [Some] say …` are some riders; `One firm says …, [another] says …`.
    """
    words = scene.reading.words
    low = words[number].low
    if low in SINGLE:
        found = _single_before(words, number)
        quantifier = low
    else:
        found = _group_before(scene, number) if low in BEFORE else None
        quantifier = BEFORE.get(low, "")
    if found is None:
        return None
    first, last = found
    head = words[last - 1].low
    text = " ".join(word.text for word in words[first:last])
    text = text if words[first].text[1:2].isupper() or _is_name(scene, first) else _lowered(text)
    span = Span(words[number].start, words[number].end)
    for entity in scene.by_head.get(head, ()):
        if not entity.named and entity.name.casefold() == f"{quantifier} {text}".casefold():
            scene.mention(entity, span)
            return entity
    return _introduce(scene, f"{quantifier} {text}", (first, last), span)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _is_name(scene: Scene, number: int) -> bool:
    return any(name.first == number for _, name in scene.names_between(number, number + 4))


def _introduce(scene: Scene, text: str, core: tuple[int, int], span: Span) -> Entity:
    words = scene.reading.words
    head = words[core[1] - 1].low
    plural = noun_class(head) == "group"
    entity = Entity(text, NameKind.PERSON if plural else NameKind.BODY)
    entity.named, entity.plural, entity.phrase = False, plural, core
    entity.forms.append(tuple(text.lower().split()))
    entity.facts.append(Span(words[core[0]].start, words[core[1] - 1].end))
    scene.add(entity, head)
    scene.mention(entity, span)
    return entity


def _group_before(scene: Scene, number: int) -> tuple[int, int] | None:
    """The words of the group that is the subject of the clause or sentence before a word."""
    words, reading = scene.reading.words, scene.reading
    here = words[number].sentence
    opens = number == reading.at(reading.sentences[here].span.start)
    for sentence in range(here, max(here - REACH, 0) - 1, -1):
        apart = reading.sentences[sentence].paragraph != reading.sentences[here].paragraph
        if apart or (sentence == here and opens):
            if apart:
                return None
            continue
        begin = reading.at(reading.sentences[sentence].span.start)
        found = _subject(words, begin, number)
        if found is not None:
            return found
        if words[begin].low not in BEFORE:
            return None  # `Riders grumble. Some sigh. [Others] say …`
    return None


def _subject(words: tuple[Word, ...], begin: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase of a group that opens a sentence, without its quantifier."""
    first = begin
    while first < stop and words[first].low in OPENERS:
        first += 1
    first += words[first].low in BEFORE
    last = first
    while last < min(first + LONGEST, stop):
        word = words[last]
        last += 1
        if not word.text[0].isalpha() or word.possessive or word.low in DETERMINERS:
            return None
        if is_function(word):
            return None
        if noun_class(word.low) == "group":
            after = words[last] if last < stop else None
            goes_on = after is not None and (after.low in JOINTS or noun_class(after.low))
            return None if goes_on else (first, last)
    return None


def _single_before(words: tuple[Word, ...], number: int) -> tuple[int, int] | None:
    """The noun behind the last `one` or `another` before a word: `one firm says …, another …`."""
    for at in range(number - 1, -1, -1):
        if words[number].sentence - words[at].sentence > 1:
            return None
        if words[at].low in SINGLE and words[at + 1].text.islower():
            low = words[at + 1].low
            noun = noun_class(low) in ("position", "body") or low in mapping("anaphors")
            long = noun and noun_class(words[at + 2].low) == "position"  # `one board member`
            after = words[at + 2 + long] if at + 2 + long < number else None
            if long:
                return at + 1, at + 3
            if noun and after is not None and after.low not in ("of", "who", "that"):
                return at + 1, at + 2
    return None
