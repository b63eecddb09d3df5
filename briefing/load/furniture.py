"""Recognise the pieces of an article that are no part of its story: bylines, captions, links."""

import re
from functools import cache

from briefing.domain import BlockKind
from briefing.lexicon import table
from briefing.load.bylines import is_byline
from briefing.load.dates import is_date_line

# The longest text of each kind, in characters: beyond it, a piece is prose, however it begins.
LONGEST = {
    BlockKind.CORRECTION: 1500,
    BlockKind.NOTE: 1500,
    BlockKind.CAPTION: 400,
    BlockKind.LINK: 250,
}
# Brackets, bullets and emphasis that such pieces are set with: `(`, `» `, `**`
LEAD = r"[\s*_(\[»→>►▶|–—-]*"
# `https://…`, `www.…`, `name@paper.example`, `@handle.`, `pic.twitter.com/…`
ADDRESS = re.compile(
    r"\W*(?:https?://\S+|www\.\S+|pic\.twitter\.com/\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+)[\s.,;)]*",
    re.I,
)
# Tags without words between them, and style sheets: `<tweet id="1"/>`, `width:100px;`, `.bio {`
MARKUP = re.compile(
    r"(?:<[/!]?[a-zA-Z][^<>]*>?[\s.]*)+|-?[a-z]+(?:-[a-z]+)*:\s?[\w#%., -]+;"
    r"|[{}]\.?|[.#][\w., #-]+ \{"
)


def name_furniture(piece: str) -> BlockKind | None:
    """The kind of a piece that is no prose, judged by its own words; None for anything else.

    The patterns are the rows of `data/load/furniture.txt`, tried in the order of `LONGEST`.

    >>> name_furniture("Read more: how it began"), name_furniture("By Ada Roe in Oslo")
    (<BlockKind.LINK: 'link'>, <BlockKind.BYLINE: 'byline'>)
    >>> name_furniture("Rain is coming, the minister said.")
    """
    if is_date_line(piece):
        return BlockKind.DATE
    if not any(character.isalpha() for character in piece) or MARKUP.fullmatch(piece):
        return BlockKind.NOTE
    if is_byline(piece):
        return BlockKind.BYLINE
    for kind, pattern in _patterns().items():
        if len(piece) <= LONGEST[kind] and pattern.match(piece):
            return kind
    return BlockKind.LINK if ADDRESS.fullmatch(piece) else None


@cache
def _patterns() -> dict[BlockKind, re.Pattern[str]]:
    rows = table("load/furniture.txt")
    return {
        kind: re.compile(
            f"{LEAD}(?:{'|'.join(row[1] for row in rows if row[0] == kind)})", re.I | re.S
        )
        for kind in LONGEST
    }
