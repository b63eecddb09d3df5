"""Quotations of a paragraph: marks paired, apostrophes left out, unbalanced ones repaired.

One pass over the marks with a stack. A mark belongs to a family (double, single, ...); what it
does (opens, closes, nothing) follows from its shape, its neighbours and what stands open. Every
step is linear in the length of the paragraph.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.domain import Span
from briefing.quotation.marks import find_marks
from briefing.quotation.pairs import Pair, alternate, pair_marks

__all__ = ["Quotation", "find_quotations"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `span` with its marks, `inner` without them and without outer white space.

    `opener` is the mark that opens it, empty where it was lost and the start is a guess.
    `closed` is false where one of the marks is missing; a quotation that goes on in the next
    paragraph then runs to the end of this one. `depth` counts the quotations around it.
    """

    span: Span
    inner: Span
    opener: str
    closed: bool
    depth: int


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The quotations of a paragraph, in text order, outer ones before those inside them.

    >>> said = '“It is ‘safe’,” she said. “We don’t know'
    >>> [(q.inner.of(said), q.closed, q.depth) for q in find_quotations(said, Span(0, len(said)))]
    [('It is ‘safe’,', True, 0), ('safe', True, 1), ('We don’t know', False, 0)]
    """
    marks = find_marks(text, paragraph)
    if not marks:
        return ()
    pairs = pair_marks(text, paragraph, marks)
    if any(pair.opener is None or pair.closer is None for pair in pairs):
        pairs = alternate(text, paragraph, marks) or pairs
    return _nest(text, pairs)


def _nest(text: str, pairs: Iterable[Pair]) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while around and around[-1] <= pair.start:
            around.pop()
        start = pair.opener.end if pair.opener else pair.start
        end = pair.closer.start if pair.closer else pair.end
        inner = _strip(text, start, end)
        if inner.start >= inner.end:
            continue
        span = Span(pair.start, pair.end if pair.closer else inner.end)
        opener = pair.opener.text if pair.opener else ""
        closed = pair.opener is not None and pair.closer is not None
        found.append(Quotation(span, inner, opener, closed, len(around)))
        around.append(span.end)
    return tuple(found)


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
