"""Tells which words are finite verbs where they stand."""

from collections.abc import Sequence

from briefing.domain import Kind

from .items import (
    ADVERB,
    AUXILIARY,
    BE,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TIME,
    Item,
)
from .words import class_words, forms, frames


def is_finite(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether a word is most likely a finite verb where it stands."""
    item = items[index]
    if item.flags & (AUXILIARY | BE) and not item.flags & NAME:
        return not item.low.endswith("'s") or not item.flags & DETERMINER
    if not item.flags & FINITE or item.flags & NAME:
        return False
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < end else None
    if (
        before is not None
        and before.flags & (DETERMINER | PREPOSITION)
        and not (before.flags & RELATIVE and item.low == "said")
    ):
        return False
    if item.flags & PARTICIPLE:
        step = index + 1
        while step < end and items[step].flags & ADVERB:
            step += 1
        ahead = items[step] if step < end else None
        return _past_is_finite(before, ahead, item.low)
    if item.low.endswith("s"):
        return after is not None and bool(
            after.flags & (DETERMINER | PRONOUN | OBJECT | NUMBER) or after.low in ("that", "to")
        )
    return True


def promises(word: str) -> bool:
    """Whether a past form is of a cue that takes an infinitive: vowed to, pledged to."""
    return any(
        "to" in frame.complements and frame.kind is Kind.STATEMENT
        for reading in forms().get(word, ())
        for frame in frames().get(reading.lemma, ())
    )


def _past_is_finite(before: Item | None, after: Item | None, word: str) -> bool:
    if before is None or before.flags & (ADVERB | COORDINATOR) or before.text == ",":
        return False
    if after is None:
        return False
    if after.low == "to" and promises(word):
        return True
    if after.flags & (PREPOSITION | ADVERB | TIME | COORDINATOR) or after.text == ",":
        return bool(before.flags & (PRONOUN | RELATIVE))
    if word in class_words("named"):
        return False
    return bool(after.flags & (DETERMINER | PRONOUN | OBJECT | NOUN | NAME)) or after.low in (
        "that",
        "to",
    )


def is_reporting_past(item: Item) -> bool:
    """Whether a word such as said or told is the past form of a cue, which opens no phrase."""
    return any(
        reading.tense == "past" and reading.lemma in frames()
        for reading in forms().get(item.low, ())
    )
