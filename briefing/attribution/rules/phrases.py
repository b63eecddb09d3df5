"""Tells where noun phrases begin and end, and which words are finite verbs."""

from collections.abc import Sequence

from .items import (
    ADVERB,
    ATTACH,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DASHES,
    DETERMINER,
    FINITE,
    ING,
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
    SPEECH,
    SUBORDINATOR,
    TIME,
    WH,
    Item,
)
from .verbs import is_finite, is_reporting_past
from .words import class_words

REACH = 70  # items looked back for a subject; longer noun phrases are not news prose


CLOSED = PREPOSITION | COORDINATOR | SUBORDINATOR | AUXILIARY | WH | RELATIVE | NEGATION


NOMINAL = NAME | NOUN | NUMBER | BASE | ING | PARTICIPLE | QUOTE


BREAKS = frozenset([",", ";", ":", "=", "(", ")", "…", "...", "[", "]", "|", "•"]) | DASHES


def opens_phrase(items: Sequence[Item], start: int, end: int) -> bool:
    """Whether a noun phrase can begin at an item."""
    item = items[start]
    following = items[start + 1].flags if start + 1 < end else 0
    if item.low == "that" and (
        following & (DETERMINER | PRONOUN | NUMBER) or _reports(items, start)
    ):
        return False
    if item.flags & PRONOUN or item.low in class_words("pronominal"):
        return True
    if item.flags & ING and not item.flags & NAME:
        return False
    if item.flags & FINITE and not item.flags & NAME and is_reporting_past(item):
        return False
    if item.flags & MARK:
        return item.text in "$€£#@("
    if item.flags & QUOTE:
        return not item.flags & SPEECH and start + 1 < end and items[start + 1].text != ","
    if item.flags & TIME and not item.flags & NAME:
        return False
    if item.flags & (CLOSED | OBJECT) and not item.flags & (DETERMINER | NAME):
        return False
    if item.flags & TIME:
        return start + 1 < end and bool(items[start + 1].flags & (NAME | NOUN))
    return not item.flags & ADVERB or bool(item.flags & DETERMINER)


def _reports(items: Sequence[Item], start: int) -> bool:
    """Whether a word such as said or fact stands in front, so that a clause begins."""
    return start > 0 and bool(items[start - 1].flags & (FINITE | NOUN | BASE | PARTICIPLE | ING))


def is_phrase(items: Sequence[Item], start: int, end: int, *, listed: bool = False) -> bool:
    """Whether the items between two commas are a noun phrase without a finite verb."""
    if start >= end:
        return False
    if items[start].flags & PRONOUN and not items[start].flags & DETERMINER:
        return end == start + 1 or items[start + 1].low in ("and", "or", "both", "all", "himself")
    if listed and items[start].low in ("and", "or"):
        start += 1
    for index in range(start, end):
        item = items[index]
        if item.flags & (RELATIVE | WH) and index > start:
            return any(
                items[after].flags & (FINITE | AUXILIARY | BASE) for after in range(index + 1, end)
            )
        if item.flags & MARK and item.text in BREAKS - {"(", ")", "[", "]"}:
            return False
        if item.flags & SPEECH or is_finite(items, index, end):
            return False
        if index > start and item.low in class_words("clause-opener"):
            return False
        if (
            index > start
            and item.flags & (PRONOUN | SUBORDINATOR)
            and not item.flags & (PREPOSITION | NAME | DETERMINER | ADVERB)
        ):
            return False
    return not items[end - 1].flags & (PREPOSITION | COORDINATOR | DETERMINER) or bool(
        items[end - 1].flags & (NAME | NOUN) or items[end - 1].low in class_words("pronominal")
    )


def phrase_before(items: Sequence[Item], end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at an item, as short as it makes sense: `the operator, X`."""
    best = None
    for start in range(end - 1, max(-1, end - REACH), -1):
        item = items[start]
        if item.text in BREAKS or is_finite(items, start, end):
            break
        if item.flags & PREPOSITION and item.low != "of" and not item.flags & NAME:
            break
        if opens_phrase(items, start, end) and is_phrase(items, start, end):
            best = start
    if best is None:
        return None
    if best > 1 and items[best - 1].text == "," and items[best].flags & NAME:
        wider = phrase_before(items, best - 1)
        if wider and items[wider[0]].flags & DETERMINER and wider[0]:
            return wider[0], end
    return best, end


def phrase_after(items: Sequence[Item], start: int, *, appositive: bool) -> int:
    """Where the noun phrase that begins at an item ends; the item itself where there is none."""
    index = start
    size = len(items)
    if (
        index < size
        and items[index].flags & (PRONOUN | OBJECT)
        and not (
            items[index].flags & DETERMINER
            and index + 1 < size
            and items[index + 1].flags & (NOUN | NAME | BASE)
        )
    ):
        return index + 1
    while index < size and _extends(items, start, index):
        index += 1
    while (
        index > start
        and items[index - 1].flags & (PREPOSITION | COORDINATOR)
        and not (items[index - 1].flags & (NAME | NOUN))
    ):
        index -= 1
    if appositive and index > start:
        return _with_appositive(items, start, index)
    return index


def _extends(items: Sequence[Item], start: int, index: int) -> bool:
    item = items[index]
    before = items[index - 1] if index > start else None
    after = items[index + 1] if index + 1 < len(items) else None
    if item.flags & (QUOTE | MARK):
        return _mark_extends(item, before, after)
    if item.flags & NAME and not (item.flags & TIME and not _names_paper(before, after)):
        return True
    if before is not None and item.low in ("and", "or"):
        return after is not None and bool(after.flags & (NAME | NOUN | DETERMINER | NUMBER))
    if item.flags & (PRONOUN | OBJECT) and not item.flags & DETERMINER:
        return before is not None and bool(before.flags & PREPOSITION)
    if item.flags & DETERMINER:
        return before is None or bool(before.flags & (PREPOSITION | COORDINATOR | DETERMINER))
    if item.flags & ATTACH:
        return _attaches(items, start, index)
    if item.flags & ADVERB and not item.flags & NOUN:
        return before is not None and bool(before.flags & DETERMINER)
    if item.flags & (CLOSED | TIME):
        return False
    if item.flags & FINITE and not item.flags & (NOUN | NAME):
        return (
            before is not None
            and bool(before.flags & (DETERMINER | PREPOSITION))
            and (item.low.endswith("s") or bool(item.flags & PARTICIPLE))
        )
    return bool(item.flags & NOMINAL)


def _names_paper(before: Item | None, after: Item | None) -> bool:
    """Whether a word such as Evening belongs to a name: the Evening Post."""
    inside = before is not None and bool(before.flags & (DETERMINER | NAME))
    return inside and after is not None and bool(after.flags & NAME) and not after.flags & TIME


def _attaches(items: Sequence[Item], start: int, index: int) -> bool:
    """Whether `of Y` goes with what stands before it; a place goes with no bare name."""
    if index == start or index + 1 >= len(items) or items[index + 1].flags & (TIME | QUOTE):
        return False
    if items[index - 1].flags & NAME and items[index].low in class_words("place"):
        return any(each.flags & (DETERMINER | ATTACH) for each in items[start:index])
    return True


def _mark_extends(item: Item, before: Item | None, after: Item | None) -> bool:
    if item.flags & QUOTE:
        return before is not None and bool(before.flags & (DETERMINER | PREPOSITION))
    return item.text in "$€£#@&%" and after is not None and not after.flags & QUOTE


def _with_appositive(items: Sequence[Item], start: int, end: int) -> int:
    """Adds `, a professor at Y` or `, Name Surname` behind a phrase that is a source."""
    if end + 1 >= len(items) or items[end].text != ",":
        return end
    head = items[end + 1]
    if head.flags & (RELATIVE | WH | PREPOSITION | ING | ADVERB | COORDINATOR | NUMBER | PRONOUN):
        return end
    close = phrase_after(items, end + 1, appositive=False)
    if close <= end + 1:
        return end
    settled = (
        close == len(items)
        or items[close].text in (",", ".", ";", ":")
        or bool(items[close].flags & (RELATIVE | PREPOSITION | QUOTE | PARTICIPLE))
    )
    named = bool(items[start].flags & (NAME | DETERMINER | NOUN))
    return close if settled and named else end
