"""Finds where an article says that somebody declined to comment or could not be reached."""

import re
from collections.abc import Iterator, Sequence

from briefing.domain import Refusal, Sentence, Span

from .rules.items import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    MARK,
    NEGATION,
    RELATIVE,
    SUBORDINATOR,
    Item,
)
from .rules.lines import Line, read_paragraphs
from .rules.subjects import subject_before
from .rules.verbs import is_finite, is_reporting_past
from .silences import patterns, quick_pattern

# How the words behind a refusal end: `, saying`, `; `, ` but `, ` and `, `. `
CLAUSE_END = re.compile(r",(?!\d)|[;:—–()]|\s-\s|\s(?:but|while|and|saying|adding)\s|[.!?…]\s*$")
UNREAL = frozenset({"if", "unless", "whether", "should", "may", "might", "could", "never", "not"})


def find_refusals(text: str, sentences: Sequence[Sentence]) -> tuple[Refusal, ...]:
    """Who is told not to have spoken, in text order, outside quotations; speakers unresolved.

    >>> said = "The harbour board declined to comment on the cost."
    >>> (found,) = find_refusals(said, [Sentence(Span(0, len(said)), 1)])
    >>> found.source[0].of(said), found.span.of(said), found.reason.value
    ('The harbour board', 'The harbour board declined to comment on the cost', 'declined')
    """
    if not quick_pattern().search(text):
        return ()
    return tuple(
        refusal
        for paragraph in read_paragraphs(text, sentences)
        for line in paragraph.lines
        for refusal in _read_line(text, line)
    )


def _read_line(text: str, line: Line) -> Iterator[Refusal]:
    first, last = line.items[0].start, line.items[-1].end
    if not quick_pattern().search(text, first, last):
        return
    shown = _without_quotations(text, line)
    told = [(m, p.reason) for p in patterns() for m in p.form.finditer(shown)]
    told.sort(key=lambda one: one[0].start())
    done = first
    for found, reason in told:
        begin = first + found.start()
        if begin < done:
            continue
        source = _source(line.items, found, first, done)
        if source is None:
            continue
        done = first + found.end()
        stop = CLAUSE_END.search(shown, found.end())
        end = first + len(shown[: stop.start() if stop else last - first].rstrip())
        known = source.end > source.start
        yield Refusal(
            (source,) if known else (),
            Span(min(source.start, begin) if known else begin, max(end, done)),
            reason,
            line.paragraph,
        )


def _without_quotations(text: str, line: Line) -> str:
    """The text of a line of the same length, quoted words as quotation marks."""
    start = line.items[0].start
    shown = list(text[start : line.items[-1].end])
    for item in line.items:
        if item.quote is not None:
            shown[item.start - start : item.end - start] = '"' * (item.end - item.start)
    return "".join(shown)


def _source(items: Sequence[Item], found: re.Match[str], first: int, done: int) -> Span | None:
    """Who does not speak: empty if the words do not tell it, None if nobody is meant.

    The line begins at `first`; up to `done` it has told of somebody else.
    """
    if "who" in found.re.groupindex:
        start, end = found.span("who")
        return _phrase_from(items, first + start, first + end)
    index = sum(item.start < first + found.start() for item in items)
    while index and _leads_verb(items[index - 1]):
        if items[index - 1].low in UNREAL:
            return None
        index -= 1
    before = items[index - 1] if index else None
    added = found[0].split()[0].lower().endswith("ing")  # `…, declining to comment`
    if before and (before.flags & COORDINATOR or (added and before.text == ",")):
        index = _main_verb(items, index)
    if before and before.flags & RELATIVE:  # `The bank, which declined …`
        index -= 1 + (index > 1 and items[index - 2].text == ",")
    floor = sum(item.start < done for item in items)
    while floor < index and items[floor].flags & (COORDINATOR | MARK):
        floor += 1
    if floor < index:  # else it shares the subject of what stands before
        items, index = items[floor:], index - floor
    subject = subject_before(items, index)
    if subject is None:
        return Span(first, first)
    start, end = subject
    if start and items[start - 1].low in UNREAL:
        return None
    return Span(items[start].start, items[end - 1].end)


def _leads_verb(item: Item) -> bool:
    """Whether a word may stand between a subject and its verb: `has repeatedly`, `would not`."""
    return bool(item.flags & (AUXILIARY | ADVERB | NEGATION)) and not item.flags & COORDINATOR


def _main_verb(items: Sequence[Item], end: int) -> int:
    """The first verb with a subject in no clause of its own; 0 where there is none."""
    for index in range(1, end):
        if is_reporting_past(items[index]) or is_finite(items, index, end):
            subject = subject_before(items, index)
            opener = items[subject[0] - 1].flags if subject and subject[0] else 0
            if subject and not opener & (SUBORDINATOR | COORDINATOR):
                return index
    return 0


def _phrase_from(items: Sequence[Item], start: int, end: int) -> Span:
    """A noun phrase behind `from` or `to`, without the mark behind it."""
    inside = [item for item in items if start <= item.start < end and not item.flags & MARK]
    return Span(inside[0].start, inside[-1].end) if inside else Span(start, start)
