"""Finds the complement of a cue: a clause, a quotation, an infinitive, a noun phrase."""

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import (
    is_capital,
    is_clause,
    line_end,
    quote_run,
    skip_addressee,
    skip_adjuncts,
    takes_quote,
)
from .cues import is_infinitive
from .ends import MAX_ASIDE, clause_end
from .items import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    FINITE,
    MARK,
    NAME,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SPEECH,
    SUBORDINATOR,
    TIME,
    WH,
    Item,
)
from .words import Frame, class_words

MAX_LEAD = 30
MIN_CLAUSE = 2  # `that` and one word are no clause: recommended twice that sum


class Complement(NamedTuple):
    """What a cue takes: the frame that fits, and where its content begins and ends."""

    frame: str
    start: int
    end: int


def find_complement(items: Sequence[Item], index: int, frame: Frame) -> Complement | None:
    """The complement of a cue that ends before an item, or None where no frame fits."""
    allowed = frame.complements
    start = index
    if [each.low for each in items[start : start + 2]] == ["each", "other"]:
        start += 2
    elif "obj" in allowed:
        start = skip_addressee(items, index)
    spot = skip_adjuncts(items, start, allowed)
    late = _late_quote(items, index, allowed)
    if late is not None:
        return late
    strong = spot < len(items) and (items[spot].low == "that" or items[spot].flags & QUOTE)
    for place in dict.fromkeys((spot, start, index) if strong else (start, spot, index)):
        bare = place == start or (place == spot and "np" not in allowed)
        found = _fit(items, place, allowed, lemma=frame.lemma, bare=bare)
        if found is not None:
            shown = frame.lemma in class_words("publish") and _is_titled(items[place : found.end])
            return None if shown else found
    return _behind_comma(items, spot, allowed)


def _late_quote(items: Sequence[Item], index: int, allowed: frozenset[str]) -> Complement | None:
    """A whole quotation behind a comma or colon: `condemned the raid, “We were asleep.”`"""
    if not allowed & {"quote", "np", "np-q"}:
        return None
    for place in range(index + 1, min(len(items), index + MAX_LEAD)):
        item = items[place]
        if item.flags & QUOTE:
            mark = items[place - 1].text
            opens = mark == ":" or (mark == "," and item.flags & SPEECH and is_capital(item))
            if opens and quote_run(items, place) >= line_end(items):
                return Complement("quote", place, quote_run(items, place))
            return None
        if item.text in (";", "?") or (item.low == "that" and place == index + 1):
            return None
        if item.flags & FINITE and takes_quote(item):
            return None
    return None


def _behind_comma(items: Sequence[Item], index: int, allowed: frozenset[str]) -> Complement | None:
    """`said, in a statement, that …`; `said: “…”`; `said, “…”`; `condemned it, “…”`."""
    size = len(items)
    if index >= size or items[index].text not in (",", ":"):
        return None
    after = index + 1
    if after < size and items[after].flags & QUOTE and "quote" in allowed:
        return Complement("quote", after, quote_run(items, after))
    if items[index].text == ":" and after < size and allowed & {"that", "quote"}:
        return Complement("colon", after, line_end(items))
    for close in range(after + 1, min(size - 1, after + MAX_ASIDE)):
        if items[close].text == ",":
            behind = items[close + 1]
            if behind.low == "that" and "that" in allowed:
                return Complement("that", close + 2, clause_end(items, close + 2))
            if behind.flags & QUOTE and "quote" in allowed:
                return Complement("quote", close + 1, quote_run(items, close + 1))
            break
    return None


def _fit(
    items: Sequence[Item], place: int, allowed: frozenset[str], *, lemma: str, bare: bool
) -> Complement | None:
    if place >= len(items):
        return None
    item = items[place]
    end = line_end(items)
    if item.low == "that" and "that" in allowed and place + 1 < end:
        if items[place + 1].low == "as" or (
            end - place <= MIN_CLAUSE and not items[place + 1].flags & QUOTE
        ):
            return _whole(items, place, allowed)
        return Complement("that", place + 1, clause_end(items, place + 1))
    if item.flags & QUOTE:
        return _fit_quote(items, place, allowed)
    opener = _opener(items, place)
    if opener:
        content = clause_end(items, place, whole=opener == "to")
        return Complement(opener, place, content) if opener in allowed else None
    if item.low in allowed:
        return Complement("of", place, clause_end(items, place))
    if item.low in class_words("idle") or (lemma == "say" and place + 1 >= end):
        return None
    if "that" in allowed and "that-x" not in allowed and bare and is_clause(items, place, end):
        return Complement("clause", place, clause_end(items, place))
    return _whole(items, place, allowed)


def _opener(items: Sequence[Item], place: int) -> str:
    """The frame that the first words of a complement tell for certain, or nothing."""
    if is_infinitive(items, place):
        return "to"
    return "wh" if items[place].flags & WH and items[place].low != "that" else ""


def _fit_quote(items: Sequence[Item], place: int, allowed: frozenset[str]) -> Complement | None:
    after = quote_run(items, place)
    closes = after >= line_end(items) or items[after].text in (",", ";")
    if allowed & {"np", "np-q"} and not closes and items[after].low in ("and", "or"):
        return _whole(items, place, allowed)
    if closes and allowed & {"quote", "np", "np-q"}:
        return Complement("quote", place, after)
    if "that" in allowed and is_clause(items, place, len(items)):
        return Complement("clause", place, clause_end(items, place))
    if allowed & {"quote", "that"}:
        return Complement("quote", place, after)
    return _whole(items, place, allowed)


def _whole(items: Sequence[Item], place: int, allowed: frozenset[str]) -> Complement | None:
    """The whole complement of verbs such as called, denied, put … at."""
    wanted = [frame for frame in allowed if frame.startswith("np")]
    limit = line_end(items)
    if not wanted or place >= limit:
        return None
    item = items[place]
    if item.low == "as" and place + 1 < quote_run(items, place + 1) < limit:
        return Complement("np", place, clause_end(items, place, whole=True))
    if item.flags & (PREPOSITION | COORDINATOR | SUBORDINATOR | AUXILIARY | MARK) and not (
        item.flags & (DETERMINER | PRONOUN) or item.text in "$€£#@" or item.low == "having"
    ):
        return None
    if (
        item.flags & (TIME | ADVERB)
        and not item.flags & (NAME | DETERMINER | NUMBER)
        and not (items[place + 1].flags & DETERMINER if place + 1 < len(items) else False)
    ):
        return None
    end = clause_end(items, place, whole=True)
    inner = items[place:end]
    if end - place == 1 and item.low in class_words("idle"):
        return None
    for frame in wanted:
        mark = frame[3:]
        if not mark or (mark == "q" and any(each.flags & QUOTE for each in inner)):
            return Complement("np", place, end)
        if mark and any(each.low == mark for each in inner[1:]):
            return Complement("np", place, end)
    return None


def _is_titled(inner: Sequence[Item]) -> bool:
    """Whether items are a work and its title: `a book titled “Dry”`, which is shown, not said."""
    names = class_words("named")
    for number, item in enumerate(inner[:-1]):
        if item.low in names and inner[number + 1].flags & QUOTE:
            return quote_run(inner, number + 1) >= len(inner)
    return False
