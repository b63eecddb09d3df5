"""Finds the content in front of and around an inserted `he said` or `according to X`."""

from collections.abc import Sequence

from .clauses import is_capital, is_clause, line_end, quote_run, skip_addressee, skip_adjuncts
from .complements import Complement
from .cues import Cue
from .ends import clause_end
from .items import (
    ADVERB,
    COORDINATOR,
    DASHES,
    DETERMINER,
    FINITE,
    ING,
    MARK,
    NAME,
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
from .reader import Range
from .verbs import is_finite

MAX_INSERTED = 8


def left_part(items: Sequence[Item], end: int) -> Range | None:
    """What stands in a line before an insertion, its lead such as `But` left out."""
    start = 0
    for index in range(end - 1, -1, -1):
        if items[index].text == ";":
            start = index + 1
            break
    while start < end and (
        items[start].low in ("but", "and", "yet", "so", "still", "however", "meanwhile", "or")
        or items[start].text == ","
    ):
        start += 1
    while end > start and items[end - 1].flags & MARK and items[end - 1].text in ",—–-":
        end -= 1
    if start < end and items[end - 1].flags & QUOTE and items[end - 1].flags & SPEECH:
        quote = end - 1
        if quote > start and (items[quote - 1].text == ":" or items[quote - 1].text in DASHES):
            start = quote
    return (start, end) if start < end else None


def right_goes_on(items: Sequence[Item], left: Range, start: int) -> bool:
    """Whether the words behind `, he said,` still are his."""
    head = items[start]
    if head.flags & QUOTE or head.low == "that":
        return True
    if head.low in ("and", "but") and start + 1 < len(items) and items[start + 1].flags & QUOTE:
        return True
    if items[left[1] - 1].flags & QUOTE and not any(item.flags & QUOTE for item in items[start:]):
        return False
    if head.flags & (RELATIVE | WH) and not head.flags & DETERMINER:
        return False
    if head.flags & ING and not head.flags & NAME and head.low not in ("during", "including"):
        return False
    has_verb = any(
        is_finite(items, index, left[1]) or items[index].flags & FINITE
        for index in range(left[0], left[1])
    )
    if not has_verb:
        return True
    return (
        not head.flags & (COORDINATOR | DETERMINER | PRONOUN | NAME)
        or items[left[1] - 1].flags & FINITE == FINITE
    )


def with_right(items: Sequence[Item], left: Range, close: int) -> list[Range]:
    """The content in front, and what goes on behind the inserted cue."""
    size = line_end(items)
    if close < size and items[close].flags & QUOTE:
        return [left, (close, quote_run(items, close))]
    inserted = close + 1 < size and items[close].text == "," and _is_who(items[close + 1])
    if inserted or (close < size and _is_who(items[close])):
        close = next((i for i in range(close + 1, size) if items[i].text == ","), size)
    if close + 1 >= size or not _may_go_on(items, close):
        return [left]
    start = close + 1
    if items[left[1] - 1].flags & QUOTE:
        start = _past_aside(items, start)
    if start >= size or not right_goes_on(items, left, start):
        return [left]
    if items[start].low in ("and", "but") and items[start + 1].flags & QUOTE:
        start += 1
    if items[start].flags & QUOTE and items[left[1] - 1].flags & QUOTE:
        return [left, (start, quote_run(items, start))]
    return [left, (start, clause_end(items, start))]


def around(items: Sequence[Item], start: int, close: int) -> list[Range]:
    """The content before and behind an inserted `according to X` or `he said`."""
    left = left_part(items, start)
    size = line_end(items)
    right = None
    if close + 1 < size and items[close].text in (",", ":"):
        right = (close + 1, clause_end(items, close + 1) if left else size)
    if left is None or items[left[1] - 1].flags & (SUBORDINATOR | COORDINATOR | RELATIVE):
        return [right] if right else []
    if right and right_goes_on(items, left, right[0]):
        return [left, right]
    return [left]


def front(items: Sequence[Item], cue: Cue, begin: int) -> Range | None:
    """The content in front of `, he said`, if the cue can have one."""
    if begin == 0 or not cue.frame.complements & {"that", "quote"}:
        return None
    before = items[begin - 1]
    if (
        "that" not in cue.frame.complements
        and not before.flags & QUOTE
        and not (begin > 1 and items[begin - 2].flags & QUOTE)
    ):
        return None
    if before.flags & QUOTE:
        return left_part(items, begin) if before.flags & SPEECH else None
    if before.text == "," and begin > 1:
        left = left_part(items, begin - 1)
        return None if left is None or _is_bare_term(items, left) else left
    return None


def _is_who(item: Item) -> bool:
    """Whether who, which or whose stands there, and not the `that` of a content."""
    return bool(item.flags & RELATIVE) and item.low != "that"


def _may_go_on(items: Sequence[Item], close: int) -> bool:
    """Whether the mark behind an insertion lets the content go on."""
    if items[close].text == ".":
        return bool(items[close + 1].flags & QUOTE)
    return items[close].text in (",", ":") or items[close].text in DASHES


def _past_aside(items: Sequence[Item], start: int) -> int:
    """Where speech goes on behind a few words more: `he said, laughing, “…”`."""
    for place in range(start, min(len(items) - 1, start + MAX_INSERTED)):
        if items[place].text == ",":
            return place + 1 if items[place + 1].flags & QUOTE else start
    return start


def _is_bare_term(items: Sequence[Item], part: Range) -> bool:
    """Whether a part is one quoted word or name and nothing else."""
    flags = items[part[0]].flags
    return part[1] - part[0] == 1 and bool(flags & QUOTE) and not flags & SPEECH


def prefers_front(items: Sequence[Item], front: Range, complement: Complement) -> bool:
    """Whether the content is what stands in front although something fits behind as well."""
    quoted = items[front[1] - 1].flags & QUOTE and front[1] - front[0] == 1
    if quoted and items[front[1] - 1].flags & SPEECH:
        return complement.frame not in ("that",)
    if complement.frame == "np" and is_clause(items, front[0], front[1]):
        return True
    return (
        not items[front[0]].flags & (PREPOSITION | ADVERB | TIME)
        and complement.frame == "quote"
        and items[complement.start - 1].text == ","
        and not is_capital(items[complement.start])
    )


def stands_alone(items: Sequence[Item], part: Range) -> bool:
    """Whether a part in front of `he said` can be all of what he said: a quotation or clause."""
    if any(item.flags & QUOTE for item in items[part[0] : part[1]]):
        return True
    return is_clause(items, part[0], part[1])


def after_cue(items: Sequence[Item], cue: Cue) -> int:
    """Where the words that go with a cue end: `he told reporters on Monday`."""
    place = cue.end
    if "obj" in cue.frame.complements:
        place = skip_addressee(items, place)
    return skip_adjuncts(items, place, frozenset())
