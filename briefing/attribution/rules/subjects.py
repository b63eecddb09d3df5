"""Finds the noun phrase in front of a verb that can be its source."""

from collections.abc import Sequence

from .items import (
    ADVERB,
    ATTACH,
    COORDINATOR,
    DASHES,
    DETERMINER,
    ING,
    NAME,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    WH,
    Item,
)
from .phrases import BREAKS, REACH, is_phrase, opens_phrase
from .verbs import is_finite
from .words import class_words

MAX_STARTS = 16
MAX_ASIDE = 25
ASIDE_OPENERS = {")": "(", "]": "[", **{dash: dash for dash in DASHES}}


def subject_before(items: Sequence[Item], end: int) -> tuple[int, int] | None:
    """The noun phrase that ends where a verb group begins, as item numbers; None for none.

    Of all places where it could begin, the farthest is taken from which the words up to the
    verb are one noun phrase with its attachments (`X, a professor at Y,`).
    """
    best = None
    end = _before_aside(items, end)
    for start in _starts(items, end):
        if fits_subject(items, start, end) and not _ends_fronted(items, start):
            best = start
    if best is None:
        return None
    return best, trim_source(items, best, end)


def _ends_fronted(items: Sequence[Item], start: int) -> bool:
    """Whether the words are the second half of what a fronted preposition governs.

    `In its aid and defence paper revised in May, Norway said` has no subject `defence paper`.
    """
    if not start or not items[start - 1].flags & COORDINATOR:
        return False
    first = start - 1
    while first and items[first - 1].text not in BREAKS:
        first -= 1
    fronted = bool(items[first].flags & PREPOSITION)
    return fronted and not any(is_finite(items, index, start) for index in range(first, start - 1))


def _before_aside(items: Sequence[Item], end: int) -> int:
    """Where an aside between dashes or brackets begins that stands in front of a verb."""
    if not end or items[end - 1].text not in ASIDE_OPENERS:
        return end
    opener = ASIDE_OPENERS[items[end - 1].text]
    for index in range(end - 2, max(0, end - MAX_ASIDE), -1):
        if items[index].text == opener:
            return index
    return end


def _starts(items: Sequence[Item], end: int) -> list[int]:
    """Where a subject could begin, nearest to the verb first."""
    starts = []
    low = max(0, end - REACH)
    for index in range(end - 1, low - 1, -1):
        if index == 0 or _may_begin(items, index):
            starts.append(index)
            if len(starts) == MAX_STARTS:
                break
        if items[index].text in (";", "=") or items[index].text in DASHES:
            break
    return starts


def _may_begin(items: Sequence[Item], index: int) -> bool:
    before, here = items[index - 1], items[index]
    if before.text in BREAKS or before.flags & (COORDINATOR | SUBORDINATOR | WH | QUOTE | RELATIVE):
        return True
    if here.flags & (PRONOUN | DETERMINER):
        return not before.flags & PREPOSITION
    if before.flags & ADVERB and not before.flags & ~(ADVERB | NOUN):
        return True
    if not here.flags & NAME or here.flags & TIME:
        return False
    return bool(before.flags & TIME) or not before.flags & (NAME | PREPOSITION | DETERMINER)


def fits_subject(items: Sequence[Item], start: int, end: int) -> bool:
    """Whether the items are one noun phrase, with appositives between commas or as a list."""
    if start >= end or not opens_phrase(items, start, end):
        return False
    parts = _split_commas(items, start, end)
    if not is_phrase(items, *parts[0]):
        return False
    if len(parts) == 1:
        return True
    if parts[-1][0] >= parts[-1][1]:
        return (
            len(parts) > 2
            and all(_is_bracket(items, *part) for part in parts[1:-1])
            and not (items[parts[0][1] - 1].flags & TIME)
        )
    if items[parts[-1][0]].flags & NAME and not any(
        items[i].flags & NAME for i in range(*parts[0])
    ):
        return False
    if len(parts) == 2 and items[parts[-1][0]].low in ("and", "or"):
        return False
    joins = any(items[i].low in ("and", "or") for i in range(*parts[-1]))
    return joins and all(is_phrase(items, *part, listed=True) for part in parts)


def _split_commas(items: Sequence[Item], start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    begin = start
    for index in range(start, end):
        if items[index].text == ",":
            parts.append((begin, index))
            begin = index + 1
    parts.append((begin, end))
    return parts


def _is_bracket(items: Sequence[Item], start: int, end: int) -> bool:
    """Whether the words between two commas are an aside: appositive, age, relative clause."""
    if start >= end:
        return False
    head = items[start]
    if head.flags & (RELATIVE | WH) or (
        head.flags & PREPOSITION and start + 1 < end and items[start + 1].flags & (RELATIVE | WH)
    ):
        return True
    if head.flags & COORDINATOR or (head.flags & PRONOUN and not head.flags & DETERMINER):
        return False
    return not any(
        is_finite(items, index, end) and not _inside_relative(items, start, index)
        for index in range(start, end)
    )


def _inside_relative(items: Sequence[Item], start: int, index: int) -> bool:
    return any(items[i].flags & (RELATIVE | WH) for i in range(start, index))


def is_plural(items: Sequence[Item], source: tuple[int, int] | None) -> bool:
    """Whether a subject goes with the base form of a verb: I, they, residents, X and Y."""
    if source is None:
        return True
    start, end = source
    if any(item.low == "and" for item in items[start:end]):
        return True
    for index in range(start, end):
        item = items[index]
        if item.low in ("he", "she", "it", "each", "every", "this", "that"):
            return False
        if item.low in class_words("plural") or item.flags & PRONOUN:
            return True
        if item.flags & ATTACH or item.text == ",":
            return items[index - 1].low.endswith("s")
    return items[end - 1].low.endswith("s") and not items[end - 1].low.endswith(("ss", "'s"))


def trim_source(items: Sequence[Item], start: int, end: int) -> int:
    """Where the source ends: relative clauses, ages and closing commas are left out."""
    stop = start
    for begin, close in _split_commas(items, start, end):
        head = items[begin] if begin < close else None
        if head is None:
            continue
        if begin > start and (
            head.flags & (RELATIVE | WH | PREPOSITION | ADVERB | ING | NUMBER)
            or (head.flags & PARTICIPLE and not head.flags & NAME)
        ):
            break
        stop = close
        inner = next((i for i in range(begin + 1, close) if items[i].flags & RELATIVE), None)
        if inner is not None and begin > start:
            stop = inner
            break
    return _without_time(items, start, stop) if stop > start else end


def _without_time(items: Sequence[Item], start: int, stop: int) -> int:
    """Leaves out the day behind a source: `The court [on Friday]`."""
    last = stop
    while last > start + 1 and items[last - 1].flags & (TIME | NUMBER):
        last -= 1
    if last == stop:
        return stop
    if last > start + 1 and items[last - 1].low in ("on", "in", "at"):
        return last - 1
    return last if items[last].flags & TIME and items[last - 1].flags & (NAME | NOUN) else stop
