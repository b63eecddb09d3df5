"""Read plain text: its blocks, and what its header says of title, date and publisher."""

from collections.abc import Sequence
from datetime import datetime

from briefing.domain import PROSE, Block, BlockKind
from briefing.load.datelines import agency_behind, agency_in
from briefing.load.dates import read_date
from briefing.load.reading import Reading
from briefing.load.structure import find_blocks


def read_plain(text: str) -> Reading:
    """What a plain text holds; the text itself is kept as it is."""
    blocks = find_blocks(text)
    titles = (block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE)
    title = next(titles, None)
    return Reading(
        text=text,
        blocks=blocks,
        title=" ".join(title.rstrip(";").split()) if title else None,
        published=find_published(text, blocks),
        publisher=find_publisher(text, blocks),
    )


def find_published(text: str, blocks: Sequence[Block]) -> datetime | None:
    """The date in a date line above the prose, or in a dateline with a year."""
    for block in blocks:
        if block.kind in {BlockKind.DATE, BlockKind.DATELINE}:
            found = read_date(block.span.of(text))
            if found:
                return found
        elif block.kind in PROSE:
            return None
    return None


def find_publisher(text: str, blocks: Sequence[Block]) -> str | None:
    """The news agency that a byline above the prose or the first dateline names."""
    for block in blocks:
        words = block.span.of(text)
        if block.kind is BlockKind.BYLINE and agency_behind(words):
            return agency_behind(words)
        if block.kind is BlockKind.DATELINE:
            return agency_in(words)
        if block.kind in PROSE:
            return None
    return None
