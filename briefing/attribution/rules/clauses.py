"""Tells where clauses begin, and passes over what stands between a cue and its clause."""

import re
from collections.abc import Sequence
from itertools import islice

from .cues import is_infinitive
from .items import (
    ADVERB,
    AUXILIARY,
    BASE,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    FINITE,
    MARK,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SUBORDINATOR,
    TIME,
    WH,
    Item,
    classify,
)
from .phrases import phrase_after
from .verbs import is_finite
from .words import forms, frames

FIRST_WORD = re.compile(r"[^\W\d_][\w’']*")
LOOK = 60  # items looked ahead for the verb of a clause


def line_end(items: Sequence[Item]) -> int:
    """Where the words of a line end, its full stop left out."""
    end = len(items)
    while end and items[end - 1].flags & MARK and items[end - 1].text in ".,;:!?…—–-":
        if items[end - 1].text in "!?":
            break
        end -= 1
    return end


def quote_run(items: Sequence[Item], index: int) -> int:
    """Where the quotations that follow each other from an item end."""
    while index < len(items) and items[index].flags & QUOTE:
        index += 1
    return index


def is_capital(item: Item) -> bool:
    """Whether a quotation begins with a capital, as a sentence does."""
    inner = item.text.lstrip("“”\"‘’'«»「『„` ")
    return inner[:1].isupper() or not inner[:1].isalpha()


def ends_in_comma(item: Item) -> bool:
    """Whether a quotation has a comma before its closing mark."""
    return item.text.rstrip("”’\"'»」 ").endswith(",")


def takes_quote(item: Item) -> bool:
    """Whether a word is a finite form of a cue that can stand beside speech."""
    return any(
        "quote" in frame.complements
        for reading in forms().get(item.low, ())
        if reading.tense in ("past", "third")
        for frame in frames().get(reading.lemma, ())
    )


def is_clause(items: Sequence[Item], place: int, end: int) -> bool:
    """Whether a clause with a subject and a finite verb begins at an item."""
    head = items[place]
    if head.flags & MARK and head.text not in "$€£#@(":
        return False
    if head.flags & CONTRACTED:
        return bool(head.flags & (PRONOUN | DETERMINER))
    if head.flags & TIME and not head.flags & PREPOSITION:
        return False
    if head.flags & PREPOSITION and not head.flags & (SUBORDINATOR | NAME) and head.low != "at":
        comma = next((i for i in range(place, min(end, place + LOOK)) if items[i].text == ","), 0)
        if not comma or comma + 1 >= end or _goes_with_cue(items, place, comma + 1):
            return False
        return _has_verb(items, comma + 1, end, wanted=1)
    past = head.flags & FINITE and not head.flags & NOUN and not head.low.endswith("s")
    if head.flags & (COORDINATOR | AUXILIARY) or past or head.low in ("as", "so", "until", "lest"):
        return False
    subordinate = head.flags & SUBORDINATOR and head.low != "that"
    return _has_verb(items, place, end, wanted=2 if subordinate else 1)


def _goes_with_cue(items: Sequence[Item], place: int, after: int) -> bool:
    """Whether words tell how it was said: `The dam, he said on condition of anonymity, leaks`."""
    how = items[place + 1].low == "condition" or items[place + 2].low == "condition"
    return how or bool(items[after].flags & AUXILIARY and not items[after].flags & NAME)


def _has_verb(items: Sequence[Item], place: int, end: int, *, wanted: int) -> bool:
    """Whether behind a first word so many finite verbs follow, one more for each relative."""
    for index in range(place + 1, min(end, place + LOOK)):
        item = items[index]
        if item.low in ("but", "while") or (item.low == "and" and items[index - 1].text == ","):
            return False
        if item.low in ("who", "which", "whose"):
            wanted += 1
        elif item.flags & QUOTE and _opens_with_verb(item, items[index - 1]):
            return True
        elif is_finite(items, index, end) or _may_be_finite(item, items[index - 1]):
            wanted -= 1
            if not wanted:
                return True
    return False


def _opens_with_verb(item: Item, before: Item) -> bool:
    """Whether a quotation goes on with the verb of its subject: `it “has not objected”`."""
    if is_capital(item) or before.flags & (PREPOSITION | DETERMINER | COORDINATOR | MARK | FINITE):
        return False
    for word in islice(FIRST_WORD.finditer(item.text), 3):
        flags = classify(word.group(), first=False)
        if not flags & ADVERB:
            return bool(flags & (AUXILIARY | FINITE | BASE))
    return False


def _may_be_finite(item: Item, before: Item) -> bool:
    """Whether a past form stands behind what can be its subject: `prices jumped`."""
    return bool(
        (item.flags & BASE and before.flags & PRONOUN and not before.flags & DETERMINER)
        or (
            item.flags & FINITE
            and before.flags & (PRONOUN | NAME | NOUN)
            and not (item.flags & PARTICIPLE and before.flags & DETERMINER)
        )
    )


def skip_adjuncts(items: Sequence[Item], index: int, keep: frozenset[str]) -> int:
    """Passes over adverbs, times and places: `said [on Monday in Paris] that`."""
    size = len(items)
    while index < size:
        item = items[index]
        if item.flags & QUOTE or (item.low == "that" and index + 1 < size):
            break
        if item.flags & (ADVERB | TIME) and not (item.flags & (WH | DETERMINER)):
            index += 1
        elif item.flags & DETERMINER and index + 1 < size and items[index + 1].flags & TIME:
            index += 2
        elif item.flags & NUMBER and index and items[index - 1].flags & TIME:
            index += 1
        elif (
            item.flags & PREPOSITION
            and _is_adjunct(items, index, keep)
            and not is_infinitive(items, index)
        ):
            past = _past_phrase(items, index + 1)
            if past == index + 1:
                break
            index = past
        else:
            break
    return index


def _is_adjunct(items: Sequence[Item], index: int, keep: frozenset[str]) -> bool:
    """Whether a preposition opens no complement of the cue: argued [for years] that."""
    timed = index + 1 < len(items) and bool(items[index + 1].flags & TIME)
    return timed or items[index].low not in keep


def _past_phrase(items: Sequence[Item], index: int) -> int:
    if index < len(items) and items[index].flags & (TIME | NUMBER):
        while index < len(items) and items[index].flags & (TIME | NUMBER):
            index += 1
        return index
    return phrase_after(items, index, appositive=False)


def skip_addressee(items: Sequence[Item], index: int) -> int:
    """Passes over the person told: `told [the Times] that`."""
    if index >= len(items) or items[index].flags & (QUOTE | MARK):
        return index
    if items[index].low == "that" or items[index].low == "to":
        return index
    if items[index].flags & OBJECT:
        return index + 1
    return phrase_after(items, index, appositive=False)
