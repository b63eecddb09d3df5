"""Divide a text into pieces: paragraphs, list entries and table rows.

Texts part their paragraphs by empty lines, by single line breaks, or are wrapped hard at some
column; which one is told from the whole text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.domain import Span
from briefing.load.lines import Line, find_groups
from briefing.load.tables import find_rows

# The mark of a list entry and the space behind it: `- `, `• `, `1. `, `(a) `, `iv) `
MARK = re.compile(
    r"(?:[-*•‣·▪●◦○■□➢➤►✓–—]|\d{1,2}[.)]|\(\d{1,2}\)|\([a-z]\)|\([ivx]{1,4}\)|[a-z]\)|[ivx]{1,4}\))"
    r"[ \t\xa0]+(?=\S)"
)
# The end of a sentence: `.`, `?”`, `.)`
SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
# No editor wraps lines narrower or wider than this, in columns.
NARROWEST_WRAP = 32
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


@dataclass(frozen=True, slots=True)
class Setting:
    """How a group of lines is set: its column of wrapping, if any, its left margin, its tables."""

    width: int | None
    margin: int
    rows: frozenset[Line]


def find_pieces(text: str) -> tuple[Piece, ...]:
    """The paragraphs, list entries and table rows of a text, in order, without overlap."""
    groups = find_groups(text)
    width = find_width(text, groups)
    pieces: list[Piece] = []
    for number, group in enumerate(groups):
        setting = Setting(
            width=width or find_width(text, [group]),
            margin=min(line.indent for line in group),
            rows=find_rows(text, group),
        )
        parts = list(_split_group(text, group, setting))
        pieces += (_make_piece(text, part, number, setting, len(parts) == 1) for part in parts)
    return tuple(pieces)


def find_width(text: str, groups: Sequence[Sequence[Line]]) -> int | None:
    """The column at which a text is wrapped, None where each line is a paragraph.

    In a wrapped text, most lines that another one follows have no room for its first word, and
    many end inside a sentence.
    """
    pairs = [(one, two) for group in groups for one, two in pairwise(group)]
    pairs = [pair for pair in pairs if not MARK.match(text, pair[1].span.start)]
    if len(pairs) < 2:
        return None
    lengths = sorted(_reach(one) for one, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    full = sum(_reach(one) + 1 + _first_word(text, two) > width * 0.92 for one, two in pairs)
    inside = sum(not SENTENCE_END.search(one.span.of(text)) for one, _ in pairs)
    return width if full >= 0.6 * len(pairs) and inside >= 0.5 * len(pairs) else None


def _reach(line: Line) -> int:
    return line.indent + line.span.end - line.span.start


def _first_word(text: str, line: Line) -> int:
    return len(line.span.of(text).split(maxsplit=1)[0])


def _split_group(text: str, group: Sequence[Line], setting: Setting) -> Iterator[list[Line]]:
    part: list[Line] = []
    for line in group:
        if part and _begins(text, part, line, setting):
            yield part
            part = []
        part.append(line)
    yield part


def _begins(text: str, part: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether a line begins a new piece behind the lines of one."""
    last = part[-1]
    if line in setting.rows or last in setting.rows:
        return True
    listed = MARK.match(text, part[0].span.start)
    ended = bool(SENTENCE_END.search(last.span.of(text)))
    if MARK.match(text, line.span.start) and (listed or ended or setting.width is None):
        return True
    if listed and line.indent > part[0].indent:
        return False
    if setting.width is None or line.indent >= setting.margin + 2:
        return True
    short = _reach(last) + 1 + _first_word(text, line) < SHORT * setting.width
    return short and (ended or not text[line.span.start].islower())


def _make_piece(
    text: str, part: Sequence[Line], group: int, setting: Setting, alone: bool
) -> Piece:
    start, end = part[0].span.start, part[-1].span.end
    if part[0] in setting.rows:
        return Piece(Span(start, end), group, tabular=True)
    mark = MARK.match(text, start)
    if mark and mark.end() < part[0].span.end:
        return Piece(Span(mark.end(), end), group, len(part), listed=True, alone=alone)
    return Piece(Span(start, end), group, len(part), alone=alone)
