"""Divide a text into pieces: paragraphs, list entries and table rows.

Texts part their paragraphs by empty lines, by single line breaks, or are wrapped hard at some
column; which one is told from the whole text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.domain import Span
from briefing.load.lines import Line, find_groups
from briefing.load.tables import find_rows

# The mark of a list entry and the space behind it: `- `, `• `, `1. `, `(a) `, `iv) `
MARK = re.compile(
    r"(?:[-*•‣·▪●◦○■□➢➤►✓–—]|\d{1,2}[.)]|\(\d{1,2}\)|\([a-z]\)|\([ivx]{1,4}\)|[a-z]\)|[ivx]{1,4}\))[ \t\xa0]+(?=\S)"
)
# Marks that also stand in running text; at the start of a line inside a paragraph they are no list.
DASH = re.compile(r"[-–—*·]")
# The end of a sentence: `.`, `?”`, `.)`
SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
# No editor wraps lines wider than this.
WIDEST_WRAP = 120
# A line this much shorter than the widest ended on purpose.
SHORT = 0.75


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together; `group` counts the stretches between empty lines.

    `listed` marks a list entry, whose span begins behind its mark. `alone` is true where
    nothing else stands between the empty lines around it.
    """

    span: Span
    group: int
    lines: int = 1
    listed: bool = False
    tabular: bool = False
    alone: bool = False


def find_pieces(text: str) -> tuple[Piece, ...]:
    """The paragraphs, list entries and table rows of a text, in order, without overlap."""
    groups = find_groups(text)
    width = find_width(text, groups)
    pieces: list[Piece] = []
    for number, group in enumerate(groups):
        rows = find_rows(text, group)
        for part in _split_group(text, group, rows=rows, width=width):
            piece = _make_piece(text, part, number)
            if part[0] in rows:
                piece = Piece(piece.span, number, len(part), tabular=True)
            elif len(part) == len(group):
                piece = Piece(piece.span, number, piece.lines, piece.listed, alone=True)
            pieces.append(piece)
    return tuple(pieces)


def find_width(text: str, groups: Sequence[Sequence[Line]]) -> int | None:
    """The column at which a text is wrapped, None where each line is a paragraph.

    In a wrapped text, most lines that another one follows have no room for its first word, and
    many end inside a sentence.
    """
    pairs = [(one, two) for group in groups for one, two in zip(group, group[1:], strict=False)]
    pairs = [pair for pair in pairs if not MARK.match(text, pair[1].span.start)]
    if not pairs:
        return None
    lengths = sorted(_reach(one) for one, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    if width > WIDEST_WRAP or width < 20:
        return None
    full = sum(_reach(one) + 1 + _first_word(text, two) > width * 0.92 for one, two in pairs)
    inside = sum(not SENTENCE_END.search(one.span.of(text)) for one, _ in pairs)
    return width if full >= 0.6 * len(pairs) and inside >= 0.5 * len(pairs) else None


def _reach(line: Line) -> int:
    return line.indent + line.span.end - line.span.start


def _first_word(text: str, line: Line) -> int:
    return len(line.span.of(text).split(maxsplit=1)[0])


def _split_group(
    text: str, group: Sequence[Line], *, rows: frozenset[Line], width: int | None
) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in group:
        if part and _begins(text, part, line, rows=rows, width=width):
            yield part
            part = []
        part.append(line)
    yield part


def _begins(
    text: str, part: Sequence[Line], line: Line, *, rows: frozenset[Line], width: int | None
) -> bool:
    """Whether a line begins a new piece behind the lines of one."""
    last = part[-1]
    if line in rows or last in rows:
        return True
    listed = MARK.match(text, part[0].span.start)
    mark = MARK.match(text, line.span.start)
    if mark and not DASH.match(mark[0]):
        return True
    ended = bool(SENTENCE_END.search(last.span.of(text)))
    if mark and (listed or ended or width is None):
        return True
    if listed and line.indent > part[0].indent:
        return False
    if width is None:
        return True
    if line.indent >= last.indent + 2 and ended:
        return True
    short = _reach(last) + 1 + _first_word(text, line) < SHORT * width
    return short and (ended or not text[line.span.start].islower())


def _make_piece(text: str, part: Sequence[Line], group: int) -> Piece:
    start = part[0].span.start
    mark = MARK.match(text, start)
    if mark and mark.end() < part[0].span.end:
        return Piece(Span(mark.end(), part[-1].span.end), group, len(part), listed=True)
    return Piece(Span(start, part[-1].span.end), group, len(part))
