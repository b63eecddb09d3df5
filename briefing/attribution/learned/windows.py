"""Cuts an article into windows of word pieces with their shapes, quotation states and places.

A window holds whole paragraphs, as many as fit, each closed by a separator; a paragraph that
does not fit is cut between sentences, and the cut part begins with the sentence before it as
context, in which no cue is looked for (`own` is false there).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.domain import PROSE, BlockKind, Sentence, Span
from briefing.quotation import find_quotations

MAX_PIECES = 192  # of a window, marks of its start and of paragraph ends included
MAX_CONTEXT = 48  # pieces of the sentence before a cut
CLS, SEP = 101, 102  # ids in the vocabulary of BERT
SHAPES = 7
QUOTES = 6
PLACES = 4
KINDS = 4

Encode = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word piece at `[start, end)` of the text, with its small-integer features."""

    id: int
    start: int
    end: int
    shape: int
    quote: int
    place: int
    kind: int
    own: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces in text order; marks of start and paragraph end have empty spans."""

    pieces: tuple[Piece, ...]


def make_windows(text: str, sentences: Sequence[Sentence], encode: Encode) -> tuple[Window, ...]:
    """The windows of an article in text order; every sentence lies in at least one."""
    windows: list[Window] = []
    open_pieces: list[Piece] = []
    for chunk in _chunks(text, sentences, encode):
        if open_pieces and len(open_pieces) + len(chunk) + 2 > MAX_PIECES:
            windows.append(_close(open_pieces))
            open_pieces = []
        open_pieces.extend(chunk)
        open_pieces.append(_mark(SEP, chunk[-1].end))
    if open_pieces:
        windows.append(_close(open_pieces))
    return tuple(windows)


def _close(pieces: Sequence[Piece]) -> Window:
    return Window((_mark(CLS, pieces[0].start), *pieces))


def _mark(number: int, position: int) -> Piece:
    return Piece(number, position, position, SHAPES - 1, 0, PLACES - 1, 0, own=False)


def _chunks(text: str, sentences: Sequence[Sentence], encode: Encode) -> Iterable[list[Piece]]:
    """Paragraphs as pieces; one too long for a window in several parts."""
    room = MAX_PIECES - 2
    for (_, kind), group in groupby(sentences, key=lambda s: (s.paragraph, s.kind)):
        rows = _paragraph_pieces(text, list(group), kind, encode)
        if sum(map(len, rows)) <= room:
            if any(rows):
                yield [piece for row in rows for piece in row]
        else:
            yield from _cut(rows, room)


def _cut(rows: Sequence[list[Piece]], room: int) -> Iterable[list[Piece]]:
    part: list[Piece] = []
    before: list[Piece] = []
    for row in rows:
        for start in range(0, len(row), room - MAX_CONTEXT):
            piece_row = row[start : start + room - MAX_CONTEXT]
            if len(part) + len(piece_row) > room:
                yield part
                part = [_as_context(piece) for piece in before[-MAX_CONTEXT:]]
            part.extend(piece_row)
            before = piece_row
    if part:
        yield part


def _as_context(p: Piece) -> Piece:
    return Piece(p.id, p.start, p.end, p.shape, p.quote, p.place, p.kind, own=False)


def _paragraph_pieces(
    text: str, sentences: Sequence[Sentence], kind: BlockKind, encode: Encode
) -> list[list[Piece]]:
    """The pieces of a paragraph, a list a sentence."""
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    states = _quote_states(text, whole)
    number = _kind_number(kind)
    rows = []
    for index, sentence in enumerate(sentences):
        ids, offsets = encode(sentence.span.of(text))
        row = []
        for rank, (piece_id, (low, high)) in enumerate(zip(ids, offsets, strict=True)):
            start, end = sentence.span.start + low, sentence.span.start + high
            place = 0 if rank else (1 if index else 2)
            shape = shape_of(text[start:end])
            state = states[start - whole.start]
            row.append(Piece(piece_id, start, end, shape, state, place, number))
        rows.append(row)
    return rows


def _kind_number(kind: BlockKind) -> int:
    if kind is BlockKind.PARAGRAPH:
        return 0
    if kind in PROSE:
        return 1
    return 2 if kind in (BlockKind.TITLE, BlockKind.HEADING) else 3


def shape_of(piece: str) -> int:
    """0 lower case, 1 capital first, 2 all capitals, 3 digits, 4 mark, 5 mixed, 6 none.

    >>> [shape_of(word) for word in ("said", "Lee", "UN", "2016", ",", "iPad", "")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if not piece:
        return 6
    if piece.isdigit():
        return 3
    if not _LETTER.search(piece):
        return 4
    if piece.islower():
        return 0
    if piece.isupper() and len(piece) > 1:
        return 2
    return 1 if piece[0].isupper() else 5


def _quote_states(text: str, whole: Span) -> bytearray:
    """For each character: 0 outside, 1 inside, 2 nested, 3 inside unclosed, 4 opener, 5 closer."""
    states = bytearray(whole.end - whole.start)
    for quotation in find_quotations(text, whole):
        state = 2 if quotation.depth else (1 if quotation.closed else 3)
        low, high = quotation.span.start - whole.start, quotation.span.end - whole.start
        inner_low, inner_high = (
            quotation.inner.start - whole.start,
            quotation.inner.end - whole.start,
        )
        states[low:inner_low] = b"\x04" * (inner_low - low)
        states[inner_low:inner_high] = bytes([state]) * (inner_high - inner_low)
        states[inner_high:high] = b"\x05" * (high - inner_high)
    return states
