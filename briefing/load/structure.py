"""Say what each block of a plain text is: title, byline, dateline, heading, prose, ..."""

from collections.abc import Iterator, Sequence

from briefing.domain import PROSE, Block, BlockKind
from briefing.load.bylines import is_name
from briefing.load.datelines import find_dateline
from briefing.load.furniture import ADDRESS, name_furniture
from briefing.load.headings import (
    CROSSHEAD,
    QUOTED,
    TERMINAL,
    TRANSCRIPT,
    is_heading,
    is_heading_quotation,
    is_title,
)
from briefing.load.paragraphs import split_paragraph
from briefing.load.pieces import Piece, find_pieces

# Line breaks inside a piece are read as spaces; no offset moves.
BREAKS = str.maketrans(dict.fromkeys("\t\n\v\f\r\u2028\u2029", " "))
# A line that ends so may be a dateline alone.
DASHES = ("—", "–", "-")
# A dateline in mere capitals stands in one of the first paragraphs.
EARLY = 3
# So many lines without a full stop in a row are a list, not headings.
UNMARKED_LIST = 3
# A line shorter than this, in characters, beside another in its group is a list entry.
SHORT_LINE = 100
# So many lines right below a title may be its deck and author.
HEADER_LINES = 4
# Kinds that stand above a title.
ABOVE_TITLE = frozenset({BlockKind.DATE, BlockKind.BYLINE, BlockKind.NOTE, BlockKind.LINK})
# Kinds whose labels (`Watch:`, `Video:`, `Source:`) titles begin with, too.
LABELLED = frozenset({BlockKind.LINK, BlockKind.CAPTION, BlockKind.NOTE, BlockKind.CORRECTION})
# Kinds of lines that an unmarked list is made of.
OPEN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
# What stands below a title.
MARKS = frozenset({BlockKind.DATE, BlockKind.BYLINE})


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order, without overlap or surrounding white space.

    Every word lies in a block but the marks of list entries. When in doubt, a block is a
    paragraph. Empty for a blank text.

    >>> [str(block.kind) for block in find_blocks("Rain ends drought\\n\\nIt rained on Monday.\\n")]
    ['title', 'paragraph']
    """
    pieces = find_pieces(text)
    lines = [piece.span.of(text).translate(BREAKS) for piece in pieces]
    kinds = [_name_alone(piece, line) for piece, line in zip(pieces, lines, strict=True)]
    _name_title(pieces, lines, kinds)
    _name_headings(pieces, lines, kinds)
    _name_corrections(lines, kinds)
    return _build_blocks(pieces, lines, kinds)


def _name_alone(piece: Piece, line: str) -> BlockKind:
    if piece.tabular:
        return BlockKind.TABLE
    furniture = name_furniture(line)
    if furniture:
        return furniture
    if line.endswith(DASHES) and find_dateline(f"{line} X", early=True):
        return BlockKind.DATELINE
    return BlockKind.BULLET if piece.listed else BlockKind.PARAGRAPH


def _name_title(pieces: Sequence[Piece], lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark the title among the kinds."""
    for index, piece in enumerate(pieces):
        labelled = index == 0 and kinds[0] in LABELLED and _may_be_title(lines[0])
        if kinds[index] is not BlockKind.PARAGRAPH and not labelled:
            if kinds[index] in ABOVE_TITLE:
                continue
            return
        below = next(_prose_after(lines, kinds, index), "")
        after = kinds[index + 1] if index + 1 < len(pieces) else None
        above_long = pieces[-1].group == 0 and len(below) > 2 * len(lines[index])
        parted = piece.alone or above_long or lines[index].endswith(";")
        marked = after in MARKS or _is_marked(below)
        if piece.lines > 3 or find_dateline(lines[index], early=True):
            return
        if is_title(lines[index], below=below, parted=parted, marked=marked):
            kinds[index] = BlockKind.TITLE
            _name_header(pieces, lines, kinds, index)
        return


def _name_header(
    pieces: Sequence[Piece], lines: Sequence[str], kinds: list[BlockKind], title: int
) -> None:
    """Mark the lines without a stop right below the title as a deck or as the author's name."""
    group = pieces[title].group
    if pieces[-1].group == group:
        return
    below = range(title + 1, min(title + 1 + HEADER_LINES, len(pieces) - 1))
    for index in (index for index in below if pieces[index].group == group):
        spoken = TRANSCRIPT.match(lines[index]) or QUOTED.match(lines[index])
        if kinds[index] is BlockKind.PARAGRAPH and not spoken and not TERMINAL.search(lines[index]):
            last = pieces[index + 1].group != group or kinds[index + 1] in MARKS
            named = last and is_name(lines[index])
            kinds[index] = BlockKind.BYLINE if named else BlockKind.HEADING


def _may_be_title(line: str) -> bool:
    return len(line.split()) >= 5 and line[0].isalnum() and not ADDRESS.search(line)


def _is_marked(below: str) -> bool:
    """Whether prose begins with a dateline or is a label in capitals: `ABSTRACT.`"""
    return bool(find_dateline(below, early=True)) or (below.isupper() and len(below) < 40)


def _prose_after(lines: Sequence[str], kinds: Sequence[BlockKind], index: int) -> Iterator[str]:
    """The prose below a piece."""
    return (lines[below] for below in range(index + 1, len(lines)) if kinds[below] in PROSE)


def _name_headings(pieces: Sequence[Piece], lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark the headings among the kinds."""
    grouped = bool(pieces) and pieces[-1].group > 0
    for index, piece in enumerate(pieces):
        if kinds[index] not in PROSE or piece.lines > 2:
            continue
        line = lines[index]
        if piece.listed:
            heads = (line.isupper() and len(line) > 3) or bool(CROSSHEAD.match(line))
        elif is_heading_quotation(line):
            heads = piece.alone or not grouped
        else:
            heads = _has_place(pieces, lines, kinds, index, grouped=grouped)
        below = next(_prose_after(lines, kinds, index), "")
        if heads and (CROSSHEAD.match(line) or is_heading(line, below=below)):
            kinds[index] = BlockKind.HEADING


def _has_place(
    pieces: Sequence[Piece],
    lines: Sequence[str],
    kinds: Sequence[BlockKind],
    index: int,
    *,
    grouped: bool,
) -> bool:
    """Whether a piece stands where a heading may: above prose, and in no list of short lines."""
    if index + 1 == len(pieces):
        return False
    neighbours = [near for near in (index - 1, index + 1) if near >= 0] if grouped else []
    for near in neighbours:
        listed = len(lines[near]) < SHORT_LINE and kinds[near] in PROSE
        if listed and pieces[near].group == pieces[index].group:
            return False
    return _count_run(lines, kinds, index) < UNMARKED_LIST


def _count_run(lines: Sequence[str], kinds: Sequence[BlockKind], index: int) -> int:
    """How many lines in a row, around one, end without a stop; three at most are counted."""

    def is_open(near: int) -> bool:
        if not 0 <= near < len(lines) or kinds[near] not in OPEN:
            return False
        return not TERMINAL.search(lines[near]) and not TRANSCRIPT.match(lines[near])

    start = stop = index
    while stop - start < UNMARKED_LIST and is_open(start - 1):
        start -= 1
    while stop - start < UNMARKED_LIST and is_open(stop):
        stop += 1
    return stop - start


def _name_corrections(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark the paragraph below a correction's bare label as part of it."""
    for index in range(1, len(lines)):
        bare = kinds[index - 1] is BlockKind.CORRECTION and len(lines[index - 1]) < 40
        label = lines[index - 1].lower()
        if bare and "appended" not in label and kinds[index] is BlockKind.PARAGRAPH:
            kinds[index] = BlockKind.CORRECTION


def _build_blocks(
    pieces: Sequence[Piece], lines: Sequence[str], kinds: Sequence[BlockKind]
) -> tuple[Block, ...]:
    labels = sum(bool(TRANSCRIPT.match(line)) for line in lines) > 1
    blocks: list[Block] = []
    number = prose = 0
    before: tuple[Piece, BlockKind] | None = None
    for piece, line, kind in zip(pieces, lines, kinds, strict=True):
        if before is None or not _continues(before, (piece, kind)):
            number += 1
        prose += kind in PROSE
        before = piece, kind
        if kind is BlockKind.PARAGRAPH:
            early = prose <= EARLY
            blocks += split_paragraph(line, piece.span.start, number, early=early, labels=labels)
        else:
            blocks.append(Block(piece.span, kind, number))
    return tuple(blocks)


def _continues(before: tuple[Piece, BlockKind], now: tuple[Piece, BlockKind]) -> bool:
    """Whether two entries stand in one list, or two rows in one table."""
    if before[1] is not now[1]:
        return False
    if now[1] is BlockKind.TABLE:
        return before[0].group == now[0].group
    return now[1] is BlockKind.BULLET
