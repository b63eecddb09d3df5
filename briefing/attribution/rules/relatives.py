"""Reads cues in relative clauses: `the ministry, which says …`; `pills that it says …`."""

from collections.abc import Sequence

from .clauses import line_end, skip_adjuncts
from .complements import find_complement
from .cues import Cue
from .ends import clause_end
from .items import ADVERB, FINITE, NOUN, PREPOSITION, QUOTE, RELATIVE, Item
from .phrases import phrase_before
from .reader import Range, Reader
from .words import class_words


def is_relative(items: Sequence[Item], index: int) -> bool:
    """Whether who, which, or a `that` behind a noun stands there."""
    if not items[index].flags & RELATIVE:
        return False
    if items[index].low != "that":
        return True
    return (
        index > 0
        and bool(items[index - 1].flags & NOUN)
        and not (items[index - 1].flags & (FINITE | ADVERB))
    )


def read_relative(reader: Reader, cue: Cue) -> None:
    """`the ministry, which says it …`; `people who say that …`."""
    items = reader.items
    relative = cue.group - 1
    end = relative
    if end and items[end - 1].text == ",":
        end -= 1
    source = antecedent(items, end)
    complement = find_complement(items, cue.end, cue.frame)
    if source is None or complement is None:
        return
    generic = items[source[0]].low in class_words("generic")
    if generic and end == relative and complement.frame in ("np", "of"):
        return
    if any(items[place].text == "," for place in range(cue.end, complement.start)):
        return
    close = complement.end
    if items[relative - 1].text == ",":
        close = min(close, clause_end(items, complement.start, relative=True))
    reader.add(
        (cue.at, cue.end), source, [(complement.start, close)], rule=complement.frame, cue=cue
    )


def antecedent(items: Sequence[Item], end: int) -> Range | None:
    """The noun phrase that a relative clause belongs to."""
    return phrase_before(items, end)


def read_object_relative(reader: Reader, cue: Cue, source: Range) -> None:
    """`the pills, which the ministry says will be …`: the content is the rest of the clause."""
    items = reader.items
    before = cue.group - (source[1] - source[0]) - 2
    if "that" not in cue.frame.complements and "np" not in cue.frame.complements:
        return
    if cue.frame.lemma in class_words("naming") or (
        before >= 0 and items[before].flags & PREPOSITION
    ):
        return
    place = skip_adjuncts(items, cue.end, frozenset(["as"]))
    end = line_end(items)
    if place + 1 < end and items[place].low == "as" and items[place + 1].flags & QUOTE:
        place += 1
    if place >= end or items[place].text == ",":
        return
    close = clause_end(items, place, relative=True)
    reader.add((cue.at, cue.end), source, [(place, close)], rule="clause", cue=cue)
