"""Read an HTML page: the text that trafilatura extracts, with the blocks of its structure."""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.domain import Block, BlockKind, Span
from briefing.errors import LoadError
from briefing.load.furniture import name_furniture
from briefing.load.paragraphs import split_paragraph
from briefing.load.plain import find_published, find_publisher
from briefing.load.reading import Reading
from briefing.load.tags import read_paragraphs

# Tags of trafilatura's tree that hold a block, and its kind.
BLOCK_TAGS = {
    "head": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "quote": BlockKind.PARAGRAPH,
    "item": BlockKind.BULLET,
    "row": BlockKind.TABLE,
    "code": BlockKind.NOTE,
    "list": BlockKind.PARAGRAPH,
    "table": BlockKind.PARAGRAPH,
    "body": BlockKind.PARAGRAPH,
}
# What stands between two cells of a row.
CELL_GAP = "  "
SPACES = re.compile(r"\s+")
EMPTY_LINE = re.compile(r"\n[ \t\r]*\n\s*")
# Loggers of libraries that would print to a terminal.
QUIET = ("trafilatura", "htmldate", "courlan", "charset_normalizer")
NO_TEXT = "give the page of one article, or its text"

Passage = tuple[BlockKind, str]


def read_page(html: str, *, source: str) -> Reading:
    """What a page holds: its title first, then the article with an empty line between blocks.

    The blocks follow the page's own tags. Where no article is found, the text of the whole
    page is taken.

    Raises: LoadError when the page holds no text.
    """
    document = _extract(html)
    passages = list(_walk(document.body, preset="<pre" in html)) if document is not None else []
    if len(passages) < 2:
        passages = _part(passages, read_paragraphs(html))
    if not passages:
        raise LoadError(source, "is a page without an article in it", NO_TEXT)
    title = " ".join((document.title or "").split()) if document is not None else ""
    passages = _put_title_first(passages, title)
    text, blocks = _lay_out(passages)
    from briefing.load.metadata import find_language, find_page_date

    return Reading(
        text=text,
        blocks=blocks,
        title=title or None,
        published=find_page_date(html) or find_published(text, blocks),
        publisher=(document.sitename if document is not None else None)
        or find_publisher(text, blocks),
        language=find_language(html),
    )


def _extract(html: str) -> Any:
    """Trafilatura's `Document`, or None where it finds no article."""
    for name in QUIET:
        logging.getLogger(name).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            html,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError):
        return None


def _part(passages: Sequence[Passage], paragraphs: Sequence[str]) -> list[Passage]:
    """The only passage of a page, parted like the page's own paragraphs; all these without one.

    Where trafilatura finds little, it returns the text it found in one piece.
    """
    whole = "".join("".join(words.split()) for _, words in passages)
    parts = [words for words in paragraphs if "".join(words.split()) in whole or not whole]
    if whole and "".join("".join(words.split()) for words in parts) != whole:
        return list(passages)
    return [(BlockKind.PARAGRAPH, words) for words in parts]


def _walk(body: Any, *, preset: bool) -> Iterator[Passage]:
    """The blocks of trafilatura's tree in order, each with its kind and its text.

    In a `preset` page, one with `<pre>`, empty lines part paragraphs.
    """
    from lxml.etree import iterwalk

    kinds = [BlockKind.PARAGRAPH]
    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        tag = element.tag
        if tag in BLOCK_TAGS or tag == "lb":
            if event == "start" or tag != "lb":
                yield from _finish(kinds[-1], parts)
                parts = []
            if tag in BLOCK_TAGS:
                _track(kinds, tag, event)
        elif tag == "cell" and event == "start" and parts:
            parts.append(CELL_GAP)
        if event == "start":
            parts.append(_flatten(element.text, preset=preset))
        elif element is not body:
            parts.append(_flatten(element.tail, preset=preset))
    yield from _finish(kinds[-1], parts)


def _track(kinds: list[BlockKind], tag: str, event: str) -> None:
    if event == "end":
        kinds.pop()
    elif tag == "p" and kinds[-1] in {BlockKind.BULLET, BlockKind.HEADING}:
        kinds.append(kinds[-1])
    else:
        kinds.append(BLOCK_TAGS[tag])


def _flatten(text: str | None, *, preset: bool) -> str:
    """A text with single spaces for white space; in a `preset` page, empty lines are kept."""
    if preset:
        return "\n\n".join(SPACES.sub(" ", part) for part in EMPTY_LINE.split(text or ""))
    return SPACES.sub(" ", text or "")


def _finish(kind: BlockKind, parts: Sequence[str]) -> Iterator[Passage]:
    """What was collected, as passages without surplus white space; none for nothing."""
    words = "".join(parts)
    pieces = [" ".join(part.split()) for part in words.split("\n\n")]
    if kind is BlockKind.TABLE:
        cells = [" ".join(cell.split()) for cell in words.split(CELL_GAP)]
        pieces = [CELL_GAP.join(cell for cell in cells if cell)]
    yield from ((kind, piece) for piece in pieces if piece)


def _put_title_first(passages: Sequence[Passage], title: str) -> list[Passage]:
    """The passages with the title once, in front."""
    if not title:
        return list(passages)
    others = [
        (kind, words)
        for index, (kind, words) in enumerate(passages)
        if index > 3 or words.casefold() != title.casefold()
    ]
    return [(BlockKind.TITLE, title), *others]


def _lay_out(passages: Sequence[Passage]) -> tuple[str, tuple[Block, ...]]:
    """The text of some passages and their blocks in it."""
    parts: list[str] = []
    blocks: list[Block] = []
    position = number = prose = 0
    before: BlockKind | None = None
    for kind, words in passages:
        run = kind is before and kind in {BlockKind.BULLET, BlockKind.TABLE}
        gap = "" if before is None else "\n" if run else "\n\n"
        gap += "- " if kind is BlockKind.BULLET else ""
        parts += (gap, words)
        span = Span(position + len(gap), position + len(gap) + len(words))
        position = span.end
        number += not run
        before = kind
        if kind is BlockKind.PARAGRAPH:
            kind = name_furniture(words) or kind
            prose += kind is BlockKind.PARAGRAPH
        if kind is BlockKind.PARAGRAPH:
            blocks += split_paragraph(words, span.start, number, early=prose <= 3)
        else:
            blocks.append(Block(span, kind, number))
    return "".join(parts) + "\n", tuple(blocks)
