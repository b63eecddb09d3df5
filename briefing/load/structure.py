"""Say what each block of a plain text is: title, byline, dateline, heading, prose, ..."""

from collections.abc import Sequence

from briefing.domain import PROSE, Block, BlockKind
from briefing.load.datelines import find_dateline
from briefing.load.furniture import name_furniture
from briefing.load.headings import TERMINAL, TRANSCRIPT, is_heading, is_title
from briefing.load.paragraphs import split_paragraph
from briefing.load.pieces import Piece, find_pieces

# A dateline in mere capitals stands in one of the first paragraphs.
EARLY = 3
# So many lines without a full stop in a row are a list, not headings.
UNMARKED_LIST = 3


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order, without overlap or surrounding white space.

    Every word lies in a block but the marks of list entries. When in doubt, a block is a
    paragraph. Empty for a blank text.

    >>> [str(block.kind) for block in find_blocks("Rain ends drought\\n\\nIt rained on Monday.\\n")]
    ['title', 'paragraph']
    """
    pieces = find_pieces(text)
    kinds = _name_pieces(text, pieces)
    return _build_blocks(text, pieces, kinds)


def _name_pieces(text: str, pieces: Sequence[Piece]) -> list[BlockKind]:
    """The kind of each piece: by its own words first, then by those around it."""
    kinds = [_name_alone(text, piece) for piece in pieces]
    _name_title(text, pieces, kinds)
    for index, piece in enumerate(pieces):
        if kinds[index] in PROSE and _heads(text, pieces, kinds, index):
            line = piece.span.of(text)
            if is_heading(line, below=_prose_below(text, pieces, kinds, index)):
                kinds[index] = BlockKind.HEADING
    return kinds


def _name_alone(text: str, piece: Piece) -> BlockKind:
    if piece.tabular:
        return BlockKind.TABLE
    furniture = name_furniture(piece.span.of(text))
    if furniture:
        return furniture
    return BlockKind.BULLET if piece.listed else BlockKind.PARAGRAPH


def _name_title(text: str, pieces: Sequence[Piece], kinds: list[BlockKind]) -> None:
    for index, piece in enumerate(pieces):
        if kinds[index] is BlockKind.PARAGRAPH:
            line = piece.span.of(text)
            below = _prose_below(text, pieces, kinds, index)
            dateline = find_dateline(line, early=True)
            if (
                piece.lines <= 3
                and not dateline
                and is_title(line, below=below, parted=piece.alone)
            ):
                kinds[index] = BlockKind.TITLE
            return
        if kinds[index] not in {BlockKind.DATE, BlockKind.BYLINE, BlockKind.NOTE, BlockKind.LINK}:
            return


def _prose_below(text: str, pieces: Sequence[Piece], kinds: Sequence[BlockKind], index: int) -> str:
    """The next prose below a piece, '' when there is none."""
    for piece, kind in zip(pieces[index + 1 :], kinds[index + 1 :], strict=True):
        if kind in PROSE:
            return piece.span.of(text)
    return ""


def _heads(text: str, pieces: Sequence[Piece], kinds: Sequence[BlockKind], index: int) -> bool:
    """Whether a piece stands where a heading may: one line, and prose or a list below it."""
    piece = pieces[index]
    if piece.lines > 2 or index + 1 == len(pieces):
        return False
    after = pieces[index + 1]
    if piece.listed:
        return piece.span.of(text).isupper()
    if kinds[index + 1] is BlockKind.PARAGRAPH and not after.listed:
        following = after.span.of(text)
        if not TERMINAL.search(following) and not TRANSCRIPT.match(following):
            return _short_run(text, pieces, index) < UNMARKED_LIST
    return True


def _short_run(text: str, pieces: Sequence[Piece], index: int) -> int:
    """How many pieces in a row, around one, end without a stop."""
    start = index
    while start > 0 and not TERMINAL.search(pieces[start - 1].span.of(text)):
        start -= 1
    stop = index
    while stop < len(pieces) and not TERMINAL.search(pieces[stop].span.of(text)):
        stop += 1
    return stop - start


def _build_blocks(
    text: str, pieces: Sequence[Piece], kinds: Sequence[BlockKind]
) -> tuple[Block, ...]:
    labels = sum(bool(TRANSCRIPT.match(piece.span.of(text))) for piece in pieces) > 1
    blocks: list[Block] = []
    number = prose = 0
    before: tuple[Piece, BlockKind] | None = None
    for piece, kind in zip(pieces, kinds, strict=True):
        if before is None or not _continues(before, (piece, kind)):
            number += 1
        prose += kind in PROSE
        before = piece, kind
        if kind is BlockKind.PARAGRAPH:
            blocks += split_paragraph(
                piece.span.of(text), piece.span.start, number, early=prose <= EARLY, labels=labels
            )
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
