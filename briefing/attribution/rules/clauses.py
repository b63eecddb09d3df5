"""Finds what stands behind a cue: addressee, adjuncts, the complement and where it ends."""

from collections.abc import Sequence
from typing import NamedTuple

from .cues import is_infinitive
from .lines import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    FINITE,
    ING,
    MARK,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    CONTRACTED,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SPEECH,
    SUBORDINATOR,
    TIME,
    WH,
    Item,
)
from .nouns import fits_subject, is_finite, phrase_after
from .words import Frame, class_words, forms, frames

STOPS = frozenset([".", "!", "?", "…", "..."])
# Words that open a clause which the writer, not the speaker, adds behind a comma.
ASIDES = frozenset("as while although though whereas after before when even following".split())
MAX_ASIDE = 14
MAX_LEAD = 30
# Contents that tell how somebody spoke, not what was said.
IDLE = frozenset(["anonymity", "secrecy", "comment", "questions"])


class Complement(NamedTuple):
    """What a cue takes: the frame that fits, and where its content begins and ends."""

    frame: str
    start: int
    end: int


def line_end(items: Sequence[Item]) -> int:
    """Where the words of a line end, its full stop left out."""
    end = len(items)
    while end and items[end - 1].flags & MARK and items[end - 1].text in ".,;:!?…—–-":
        if items[end - 1].text in "!?":
            break
        end -= 1
    return end


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
        elif item.flags & PREPOSITION and item.low not in keep and not is_infinitive(items, index):
            past = _past_phrase(items, index + 1)
            if past == index + 1:
                break
            index = past
        else:
            break
    return index


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


def find_complement(items: Sequence[Item], index: int, frame: Frame) -> Complement | None:
    """The complement of a cue that ends before an item, or None where no frame fits."""
    allowed = frame.complements
    start = index
    if "obj" in allowed:
        start = skip_addressee(items, index)
    elif (
        frame.lemma in ("agree", "promise", "vow")
        and start + 1 < len(items)
        and (items[start].low == "each" and items[start + 1].low == "other")
    ):
        start += 2
    spot = skip_adjuncts(items, start, allowed)
    late = _late_quote(items, index, allowed)
    if late is not None:
        return late
    strong = spot < len(items) and (items[spot].low == "that" or items[spot].flags & QUOTE)
    for place in dict.fromkeys((spot, start, index) if strong else (start, spot, index)):
        bare = place != spot or place == start or "np" not in allowed
        found = _fit(items, place, allowed, lemma=frame.lemma, bare=bare)
        if found is not None:
            return found
    return _behind_comma(items, spot, allowed)


def _late_quote(
    items: Sequence[Item], index: int, allowed: frozenset[str]
) -> Complement | None:
    """A whole quotation behind a comma or colon: `condemned the raid, “We were asleep.”`"""
    if not allowed & {"quote", "np", "np-q"}:
        return None
    for place in range(index + 1, min(len(items), index + MAX_LEAD)):
        item = items[place]
        if item.flags & QUOTE:
            mark = items[place - 1].text
            if mark == ":" or (mark == "," and item.flags & SPEECH and _is_capital(item)):
                if quote_run(items, place) >= line_end(items):
                    return Complement("quote", place, quote_run(items, place))
            return None
        if item.text in (";", "?") or (item.low == "that" and place == index + 1):
            return None
        if item.flags & FINITE and _takes_quote(item):
            return None
    return None


def _takes_quote(item: Item) -> bool:
    return any(
        "quote" in frame.complements
        for reading in forms().get(item.low, ())
        if reading.tense in ("past", "third")
        for frame in frames().get(reading.lemma, ())
    )


def _is_capital(item: Item) -> bool:
    inner = item.text.lstrip("“”\"‘’'«»「『„` ")
    return inner[:1].isupper() or not inner[:1].isalpha()


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


def quote_run(items: Sequence[Item], index: int) -> int:
    """Where the quotations that follow each other from an item end."""
    while index < len(items) and items[index].flags & QUOTE:
        index += 1
    return index


def _fit(
    items: Sequence[Item], place: int, allowed: frozenset[str], *, lemma: str, bare: bool
) -> Complement | None:
    if place >= len(items):
        return None
    item = items[place]
    end = line_end(items)
    if item.low == "that" and "that" in allowed and place + 1 < end:
        if items[place + 1].low == "as" or not is_clause(
            items, place + 1, end, sure=True
        ):
            return _whole(items, place, allowed)
        return Complement("that", place + 1, clause_end(items, place + 1))
    if item.flags & QUOTE:
        return _fit_quote(items, place, allowed)
    if is_infinitive(items, place):
        if "to" not in allowed:
            return None
        return Complement("to", place, clause_end(items, place, whole=True))
    if item.flags & WH and item.low != "that":
        return Complement("wh", place, clause_end(items, place)) if "wh" in allowed else None
    if item.low in allowed:
        return Complement("of", place, clause_end(items, place))
    if item.low in IDLE or (lemma == "say" and place + 1 >= end):
        return None
    if "that" in allowed and "that-x" not in allowed and bare and is_clause(items, place, end):
        return Complement("clause", place, clause_end(items, place))
    return _whole(items, place, allowed)


def _fit_quote(items: Sequence[Item], place: int, allowed: frozenset[str]) -> Complement | None:
    after = quote_run(items, place)
    closes = after >= line_end(items) or items[after].text in (",", ";")
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
    if not wanted or place >= line_end(items):
        return None
    item = items[place]
    if item.flags & (PREPOSITION | COORDINATOR | SUBORDINATOR | AUXILIARY | MARK) and not (
        item.flags & (DETERMINER | PRONOUN) or item.text in "$€£#@" or item.low == "having"
    ):
        return None
    if item.flags & (TIME | ADVERB) and not item.flags & (NAME | DETERMINER | NUMBER) and not (
        items[place + 1].flags & DETERMINER if place + 1 < len(items) else False
    ):
        return None
    end = clause_end(items, place, whole=True)
    inner = items[place:end]
    if end - place == 1 and item.low in IDLE:
        return None
    for frame in wanted:
        mark = frame[3:]
        if not mark or (mark == "q" and any(each.flags & QUOTE for each in inner)):
            return Complement("np", place, end)
        if mark and any(each.low == mark for each in inner[1:]):
            return Complement("np", place, end)
    return None


def is_clause(items: Sequence[Item], place: int, end: int, *, sure: bool = False) -> bool:
    """Whether a clause with a subject and a finite verb begins at an item."""
    head = items[place]
    if head.flags & MARK and head.text not in "$€£#@(":
        return False
    if head.flags & CONTRACTED:
        return bool(head.flags & (PRONOUN | DETERMINER))
    past = head.flags & FINITE and not head.flags & NOUN and not head.low.endswith("s")
    if not sure and (head.flags & (COORDINATOR | AUXILIARY) or past):
        return False
    if not sure and head.flags & PREPOSITION and not head.flags & (SUBORDINATOR | NAME):
        following = items[place + 1].low if place + 1 < end else ""
        if (head.low, following) != ("at", "least"):
            return any(items[index].text == "," for index in range(place, end)) and is_clause(
                items,
                next(index for index in range(place, end) if items[index].text == ",") + 1,
                end,
            )
    if not sure and head.low in ("as", "so", "until", "lest"):
        return False
    wanted = 2 if head.flags & SUBORDINATOR and head.low != "that" and not sure else 1
    for index in range(place + 1, end):
        item = items[index]
        if item.flags & (RELATIVE | WH) and item.low in ("who", "which", "whose"):
            wanted += 1
            continue
        if item.flags & QUOTE and index + 1 >= end and not _is_capital(item):
            return True
        if is_finite(items, index, end) or (
            item.flags & FINITE
            and items[index - 1].flags & (PRONOUN | NAME | NOUN)
            and not (item.flags & PARTICIPLE and items[index - 1].flags & DETERMINER)
        ):
            wanted -= 1
            if not wanted:
                return True
    return False


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
        if item.low in ("and", "but", "while") and _new_speaker(items, index + 1, end):
            return index - 1 if items[index - 1].text == "," else index
        if item.low == "according" and index + 1 < end and items[index + 1].low == "to":
            return index - 1 if items[index - 1].text == "," else index
        if item.text == "," and _closing_cue(items, index + 1, end):
            return index
        closes = item.text == "," or (item.flags & SPEECH and _ends_in_comma(item))
        if closes and _writer_goes_on(items, index + 1, end):
            return index + 1 if item.flags & QUOTE else index
        if item.text == "," and (whole or _speech_ahead(items, index, end)) and _new_clause(
            items, index + 1, end
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
    if item.low in ASIDES and index + 1 < end:
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
        if items[place].flags & FINITE and _takes_quote(items[place]):
            if place == index:
                return phrase_after(items, place + 1, appositive=True) >= end
            ends = skip_adjuncts(items, place + 1, frozenset()) >= end
            return ends and fits_subject(items, index, place)
    return False


def _ends_in_comma(item: Item) -> bool:
    return item.text.rstrip("”’\"'»」 ").endswith(",")


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


def _new_speaker(items: Sequence[Item], index: int, end: int) -> bool:
    """Whether a clause such as `and, on the budget, they condemned …` follows."""
    for place in range(index, min(end - 1, index + MAX_ASIDE)):
        item = items[place]
        if item.flags & PRONOUN and not item.flags & DETERMINER and item.low in ("he", "she", "they"):
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
