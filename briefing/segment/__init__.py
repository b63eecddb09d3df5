"""Splits the prose of an article into sentences."""

import re
from collections.abc import Iterator, Sequence

from briefing.domain import PROSE, Block, Sentence, Span
from briefing.quotation import find_quotations
from briefing.segment.candidates import find_candidates
from briefing.segment.rules import Place, ends_sentence

BRACKET = re.compile(r"[()\[\]]")
MAX_BRACKETS = 300  # characters; a bracket that closes later is taken for a stray one
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def split_sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The sentences of the blocks, in text order, without white space around them.

    A block that is not prose is one sentence. A quotation of several sentences is split into
    them; closing marks stay with the sentence they close, and so does a tag behind them.

    >>> from briefing.domain import BlockKind
    >>> said = "“Is it safe?” she asked. “Mr. Mori says so. I do not.”"
    >>> block = Block(Span(0, len(said)), BlockKind.PARAGRAPH, 1)
    >>> [sentence.span.of(said) for sentence in split_sentences(said, [block])]
    ['“Is it safe?” she asked.', '“Mr. Mori says so.', 'I do not.”']
    """
    found = []
    for block in blocks:
        spans = _split_prose(text, block.span) if block.kind in PROSE else [block.span]
        for span in spans:
            trimmed = _trim(text, span)
            if trimmed.start < trimmed.end:
                found.append(Sentence(trimmed, block.paragraph, block.kind))
    return tuple(found)


def _split_prose(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of prose; a blank line always ends one."""
    start = span.start
    for match in BLANK_LINE.finditer(text, span.start, span.end):
        yield from _split_paragraph(text, Span(start, match.start()))
        start = match.end()
    yield from _split_paragraph(text, Span(start, span.end))


def _split_paragraph(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    quotations = find_quotations(text, span)
    closing = {quotation.inner.end for quotation in quotations if quotation.closed}
    around = _Around([quotation.inner for quotation in quotations])
    brackets = _Around(_find_brackets(text, span))
    for candidate in find_candidates(text, span):
        bracket = brackets.find(candidate.at)
        inside = bracket is not None and bracket.start > start
        place = Place(
            text=text,
            start=start,
            candidate=candidate,
            bracket=candidate.at - bracket.start if bracket and inside else 0,
            quoted=around.find(candidate.at),
            in_quotation=candidate.at + len(candidate.stop) in closing,
        )
        if ends_sentence(place):
            yield Span(start, candidate.end)
            start = candidate.next
    yield Span(start, span.end)


class _Around:
    """Finds the innermost of nested spans around positions that are asked for in order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._next = 0
        self._open: list[Span] = []

    def find(self, at: int) -> Span | None:
        """The innermost span around a position, none smaller than any asked for before."""
        while self._next < len(self._spans) and self._spans[self._next].start <= at:
            self._open.append(self._spans[self._next])
            self._next += 1
        while self._open and self._open[-1].end <= at:
            self._open.pop()
        return self._open[-1] if self._open else None


def _find_brackets(text: str, span: Span) -> list[Span]:
    """The outermost pairs of brackets, in text order."""
    pairs = []
    start, depth = 0, 0
    for match in BRACKET.finditer(text, span.start, span.end):
        if match.group() in "([":
            if depth == 0 or match.start() - start > MAX_BRACKETS:
                start, depth = match.start(), 0
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - start <= MAX_BRACKETS:
                pairs.append(Span(start, match.end()))
    return pairs


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
