"""Find the credits and links that run on behind the last sentence of a paragraph."""

from briefing.domain import BlockKind
from briefing.load.bylines import BOUNDARY
from briefing.load.furniture import name_furniture

# Behind so many characters no credit begins.
REACH = 700
# Kinds that run on behind prose.
TRAILING = frozenset({BlockKind.LINK, BlockKind.NOTE, BlockKind.BYLINE})


def find_tail(paragraph: str) -> tuple[int, BlockKind] | None:
    """Where the last sentence of a paragraph begins and its kind, if it is no prose.

    >>> find_tail("It rained. Ada Roe contributed to this report.")
    (11, <BlockKind.BYLINE: 'byline'>)
    >>> find_tail("It rained. Nobody minded.")
    """
    offset = max(0, len(paragraph) - REACH)
    boundaries = [found.end() for found in BOUNDARY.finditer(paragraph, offset)]
    for position in reversed(boundaries[-4:]):
        tail = paragraph[position:]
        kind = name_furniture(tail)
        if kind is BlockKind.BYLINE or (kind in TRAILING and position == boundaries[-1]):
            return position, kind
    return None
