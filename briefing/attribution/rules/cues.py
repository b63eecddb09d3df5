"""Finds the words of a line that can be cues: verbs with their group, and cue phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .items import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CONTRACTED,
    DETERMINER,
    MARK,
    NAME,
    NEGATION,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    TIME,
    Item,
)
from .words import Form, Frame, class_words, forms, frames, phrases

MAX_GAP = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that may report: `group` is where its verb group begins, `[at, end)` its words."""

    group: int
    at: int
    end: int
    frame: Frame
    tense: str
    passive: bool = False
    negated: bool = False
    modal: bool = False
    governed: bool = False
    progressive: bool = False


def find_cues(items: Sequence[Item]) -> Iterator[Cue]:
    """The cues of a line in text order; a word that could be several cues gives the longest."""
    known = forms()
    for index, item in enumerate(items):
        if item.flags & (QUOTE | MARK | NAME) and not item.flags & ~(QUOTE | MARK | NAME):
            continue
        readings = known.get(item.low, ())
        if len(readings) > 1 and not (index and _takes_base(items[index - 1])):
            readings = tuple(sorted(readings, key=lambda reading: reading.tense == "base"))
        for reading in readings:
            frame, end = _match_frame(items, index, reading)
            if frame is not None and _may_report(items, index, reading, frame):
                yield _with_group(items, index, end, frame, reading.tense)
                break


def _takes_base(before: Item) -> bool:
    return before.low == "to" or bool(before.flags & AUXILIARY)


def _match_frame(items: Sequence[Item], index: int, reading: Form) -> tuple[Frame | None, int]:
    for frame in frames().get(reading.lemma, ()):
        end = _match_rest(items, index + 1, frame.rest)
        spurious = frame.rest and end < len(items) and items[end].flags & TIME
        if end and not spurious:
            return frame, end
    return None, 0


def _match_rest(items: Sequence[Item], index: int, rest: tuple[str, ...]) -> int:
    for word in rest:
        while index < len(items) and items[index].flags & ADVERB and items[index].low != word:
            index += 1
        if index >= len(items) or items[index].low != word:
            return 0
        index += 1
    return index


def _may_report(items: Sequence[Item], index: int, reading: Form, frame: Frame) -> bool:
    """Whether the neighbours let the word be this form of the verb and not a noun."""
    before = items[index - 1] if index else None
    if before is None:
        return reading.tense not in ("base", "third")
    if reading.tense == "base":
        return bool(
            before.flags & (AUXILIARY | PRONOUN | RELATIVE | NEGATION | ADVERB)
            or before.low == "to"
            or before.text == ","
            or before.low in ("people", "men", "women", "police", "many", "some")
            or before.flags & (NOUN | NAME | PARTICIPLE | BASE)
        ) and not (before.flags & DETERMINER and before.low in ("her", "his", "its", "this"))
    if reading.tense == "third":
        if before.flags & NOUN and before.low.endswith("s") and not before.flags & NAME:
            return before.low.endswith("ss")
        return not before.flags & (DETERMINER | PREPOSITION | AUXILIARY | OBJECT) or bool(
            before.flags & (RELATIVE | PRONOUN)
        )
    if reading.tense in ("past", "participle"):
        return not (before.flags & DETERMINER and not before.flags & (RELATIVE | PRONOUN))
    return not frame.rest or reading.lemma != "be"


def _with_group(items: Sequence[Item], at: int, end: int, frame: Frame, tense: str) -> Cue:
    """The cue with its auxiliaries, and what they tell of it."""
    group, passive, negated, modal, governed = at, False, False, False, False
    progressive = False
    while group:
        before = items[group - 1]
        if before.flags & CONTRACTED:
            break
        if before.flags & BE and not before.flags & NAME:
            passive = passive or (
                tense in ("past", "participle") and _nearest_verb(items, group, at)
            )
            progressive = progressive or tense == "ing"
        elif before.flags & AUXILIARY and not before.flags & NAME:
            modal = modal or before.low not in ("have", "has", "had", "do", "does", "did")
        elif before.low == "to" and tense == "base":
            chain = _chain_verb(items, group - 1)
            if chain is None:
                governed = True
                break
            negated = negated or chain[1]
            group = chain[0]
            continue
        elif not before.flags & (ADVERB | NEGATION) or before.flags & (QUOTE | NAME):
            break
        negated = negated or bool(before.flags & NEGATION)
        group -= 1
    return Cue(group, at, end, frame, tense, passive, negated, modal, governed, progressive)


def _nearest_verb(items: Sequence[Item], group: int, at: int) -> bool:
    return not any(items[i].flags & AUXILIARY and not items[i].flags & BE for i in range(group, at))


def _chain_verb(items: Sequence[Item], to: int) -> tuple[int, bool] | None:
    """The verb in front of `to say` that leaves it a statement, and whether it refuses."""
    at = to - 1
    while at > 0 and items[at].flags & ADVERB:
        at -= 1
    for reading in forms().get(items[at].low, ()) if at >= 0 else ():
        if reading.lemma in class_words("chain"):
            return at, False
        if reading.lemma in class_words("refusal"):
            return at, True
    return None


def find_phrases(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Where cue phrases such as `according to` stand, as item numbers."""
    starts = {phrase[0] for phrase in phrases()}
    index = 0
    while index < len(items):
        step = 1
        if items[index].low in starts:
            for phrase in phrases():
                end = index + len(phrase)
                if tuple(item.low for item in items[index:end]) == phrase:
                    yield index, end
                    step = len(phrase)
                    break
        index += step


def is_infinitive(items: Sequence[Item], index: int) -> bool:
    """Whether `to` and the base form of a verb stand at an item."""
    if index + 1 >= len(items) or items[index].low != "to":
        return False
    after = items[index + 1]
    if after.flags & ADVERB and index + 2 < len(items):
        after = items[index + 2]
    closed = DETERMINER | PREPOSITION | PRONOUN | OBJECT | NAME | QUOTE | MARK | NUMBER
    return not after.flags & closed and (
        bool(after.flags & (BASE | AUXILIARY)) or not after.low.endswith(("s", "ing", "ed"))
    )
