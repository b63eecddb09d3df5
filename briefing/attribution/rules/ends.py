"""Finds where the content behind a cue ends and the writer speaks again."""

from collections.abc import Sequence

from .clauses import ends_in_comma, is_clause, line_end, skip_adjuncts, takes_quote
from .cues import is_infinitive
from .items import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    FINITE,
    ING,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    PRONOUN,
    QUOTE,
    SPEECH,
    WH,
    Item,
)
from .phrases import phrase_after
from .subjects import fits_subject
from .verbs import is_finite
from .words import Frame, class_words, forms, frames

MAX_ASIDE = 14
MAX_SUBJECT = 7


def clause_end(
    items: Sequence[Item], start: int, *, relative: bool = False, whole: bool = False
) -> int:
    """Where the content that begins at an item ends: before what belongs to the writer again."""
    end = line_end(items)
    for index in range(start + 1, end):
        item = items[index]
        if relative and item.text == ",":
            return index
        if item.text == ";":
            return index
        if item.low in ("and", "but", "while") and (
            _new_speaker(items, index + 1, end) or _other_speaker(items, index + 1, end)
        ):
            return index - 1 if items[index - 1].text == "," else index
        if item.low == "according" and index + 1 < end and items[index + 1].low == "to":
            return index - 1 if items[index - 1].text == "," else index
        if item.text == "," and _closing_cue(items, index + 1, end):
            return index
        closes = item.text == "," or (item.flags & SPEECH and ends_in_comma(item))
        if closes and _writer_goes_on(items, index + 1, end):
            return index + 1 if item.flags & QUOTE else index
        if (
            item.text == ","
            and (whole or _speech_ahead(items, index, end))
            and _new_clause(items, index + 1, end)
        ):
            return index
        if item.flags & COORDINATOR and _next_cue(items, index, end):
            return index - 1 if items[index - 1].text == "," else index
    return end


def _writer_goes_on(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether behind a comma the writer speaks: `, adding that`, `, but gave no names`."""
    if index >= end:
        return False
    item = items[index]
    if item.flags & ING and any(
        reading.lemma in frames() and reading.tense == "ing"
        for reading in forms().get(item.low, ())
    ):
        return True
    if item.flags & FINITE and not item.flags & (NOUN | NAME) and _opens_cue(items, index):
        return items[index + 1].low != "by" if index + 1 < end else False
    if item.low == "with" and any(each.flags & ING for each in items[index + 1 : index + 5]):
        return True
    if item.low in class_words("aside") and index + 1 < end:
        return is_clause(items, index + 1, end) and item.low not in ("when",)
    if item.low in ("but", "and", "then") and index + 1 < end:
        after = index + 1
        while after < end - 1 and items[after].flags & ADVERB and not items[after].flags & NOUN:
            after += 1
        return bool(items[after].flags & FINITE) and not items[after].flags & (NOUN | NAME)
    return False


def _closing_cue(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether the line closes with `, the agency reported` or `, said X`."""
    for place in range(index, min(end, index + MAX_ASIDE)):
        if items[place].text == "," or items[place].low in ("and", "that", "which", "who"):
            return False
        if items[place].flags & FINITE and takes_quote(items[place]):
            if place == index:
                return phrase_after(items, place + 1, appositive=True) >= end
            ends = skip_adjuncts(items, place + 1, frozenset()) >= end
            return ends and fits_subject(items, index, place)
    return False


def _new_clause(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether behind a comma a clause of its own begins, or `a charge that …` sums up."""
    if index + 2 >= end:
        return False
    item = items[index]
    if item.low in ("and", "but", "while"):
        return is_clause(items, index + 1, end)
    return item.low in ("a", "an") and any(
        each.low in ("that", "which") for each in items[index + 2 : index + 4]
    )


def _other_speaker(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether another says something behind `and`: `and 60 percent said they would`."""
    for place in range(index + 1, min(end - 1, index + MAX_SUBJECT)):
        if items[place].flags & FINITE and takes_quote(items[place]):
            fits = fits_subject(items, index, place) and not items[index].flags & PRONOUN
            return fits and _opens_cue(items, place)
    return False


def _new_speaker(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether a clause such as `and, on the budget, they condemned …` follows."""
    for place in range(index, min(end - 1, index + MAX_ASIDE)):
        item = items[place]
        if (
            item.flags & PRONOUN
            and not item.flags & DETERMINER
            and item.low in ("he", "she", "they")
        ):
            if place > index and items[place - 1].text != ",":
                return False
            after = place + 1
            while after < end - 1 and items[after].flags & ADVERB:
                after += 1
            return _opens_cue(items, after)
        if is_finite(items, place, end):
            return False
    return False


def _speech_ahead(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether a colon with a whole quotation follows, so that another cue stands before it."""
    return any(
        items[place].text == ":" and items[place + 1].flags & SPEECH
        for place in range(index + 1, min(end, len(items) - 1))
    )


def _next_cue(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether behind `and` a second cue of the same subject follows: `said A and promised B`."""
    after = index + 1
    while after < end and items[after].flags & ADVERB and not items[after].flags & NOUN:
        after += 1
    return after < end and _opens_cue(items, after)


def _opens_cue(items: Sequence[Item], after: int) -> bool:
    """Whether a finite cue stands at an item, with something behind it that it can take."""
    if not items[after].flags & FINITE or items[after].flags & NAME:
        return False
    for reading in forms().get(items[after].low, ()):
        if reading.tense in ("past", "third"):
            for frame in frames().get(reading.lemma, ()):
                if frame.rest and [
                    each.low for each in items[after + 1 : after + 1 + len(frame.rest)]
                ] != list(frame.rest):
                    continue
                if _light_fit(items, after + 1 + len(frame.rest), frame):
                    return True
    return False


def _light_fit(items: Sequence[Item], place: int, frame: Frame) -> bool:
    """Whether the word behind a verb can open one of its complements; no look further ahead."""
    if place >= len(items):
        return False
    item = items[place]
    allowed = frame.complements
    return bool(
        (item.low == "that" and "that" in allowed)
        or (item.flags & QUOTE)
        or (is_infinitive(items, place) and "to" in allowed)
        or (item.flags & WH and "wh" in allowed)
        or item.low in allowed
        or ("that" in allowed and item.flags & (PRONOUN | DETERMINER))
        or (
            any(each.startswith("np") for each in allowed)
            and item.flags & (DETERMINER | NAME | NUMBER | OBJECT | NOUN)
        )
        or ("obj" in allowed and (item.flags & OBJECT or item.low in class_words("addressee")))
        or item.text in (",", ":")
    )
