"""Split a paragraph into its dateline, its prose, and the credits at its end."""

from briefing.domain import Block, BlockKind, Span
from briefing.load.datelines import find_dateline
from briefing.load.tails import find_tail


def split_paragraph(
    words: str, start: int, number: int, *, early: bool, labels: bool = False
) -> list[Block]:
    """The blocks of a paragraph that begins at `start` and is the `number`th of its text.

    `early` and `labels` are those of `find_dateline`. The prose is never left out.

    >>> blocks = split_paragraph("OSLO — It rained. Like us on Facebook.", 0, 1, early=True)
    >>> [str(block.kind) for block in blocks]
    ['dateline', 'paragraph', 'link']
    """
    blocks: list[Block] = []
    begin, end = 0, len(words)
    dateline = find_dateline(words, early=early, labels=labels)
    if dateline:
        place = Span(start, start + len(dateline[0].rstrip()))
        blocks.append(Block(place, BlockKind.DATELINE, number))
        begin = len(words) - len(words[dateline.end() :].lstrip())
    tail: list[Block] = []
    while found := find_tail(words[begin:end]):
        position, kind = found
        tail.append(Block(Span(start + begin + position, start + end), kind, number))
        end = begin + len(words[begin : begin + position].rstrip())
    blocks.append(Block(Span(start + begin, start + end), BlockKind.PARAGRAPH, number))
    return [*blocks, *reversed(tail)]
