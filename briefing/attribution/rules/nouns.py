"""Reads nouns as cues: `voiced concern that …`, `a promise from X that …`, `a plea by X to “…”`."""

from collections.abc import Sequence

from .clauses import quote_run
from .cues import Cue, is_infinitive
from .ends import clause_end
from .items import DETERMINER, MARK, QUOTE, Item
from .phrases import phrase_after
from .reader import Range, Reader
from .words import noun_words

ORIGINS = frozenset(["from", "by"])
MAX_SPAN = 24  # words between the noun and what it introduces


def noun_cue(items: Sequence[Item], cue: Cue) -> tuple[int, Range] | None:
    """`voiced concern that …`, `expressed the view that …`, `issued a statement: “…”`."""
    if cue.frame.rest or cue.frame.lemma not in noun_words("verb"):
        return None
    for index in range(cue.end, min(len(items) - 1, cue.end + 6)):
        item = items[index]
        if item.flags & (QUOTE | MARK):
            return None
        if item.low in noun_words("noun"):
            behind = items[index + 1]
            if behind.low == "that":
                return index + 1, (index + 2, clause_end(items, index + 2))
            if behind.low in ("about", "over", "to", "at", "of", "for", "in"):
                return index + 1, (index + 1, clause_end(items, index + 1))
    return None


def read_origins(reader: Reader) -> None:
    """Enters what a noun such as promise introduces behind its `from X`.

    An infinitive counts with quoted words in it only: `a call from the mayor to the police` is one
    of another kind.
    """
    items = reader.items
    for index in range(1, len(items) - 3):
        if items[index].low not in noun_words("noun") or items[index + 1].low not in ORIGINS:
            continue
        if not any(each.flags & DETERMINER for each in items[max(0, index - 3) : index]):
            continue
        close = phrase_after(items, index + 2, appositive=True)
        start = close + 1 if close < len(items) and items[close].text == "," else close
        if index + 2 < close and start - index <= MAX_SPAN:
            content = _introduced(items, start)
            if content:
                reader.add((index, index + 1), (index + 2, close), [content], rule="that")


def _introduced(items: Sequence[Item], start: int) -> Range | None:
    if start >= len(items) - 1:
        return None
    if items[start].low == "that":
        return start + 1, clause_end(items, start + 1)
    if items[start].low == "to" and items[start + 1].flags & QUOTE:
        return start, quote_run(items, start + 1)
    end = clause_end(items, start, whole=True)
    quoted = any(item.flags & QUOTE for item in items[start:end])
    return (start, end) if quoted and is_infinitive(items, start) else None
