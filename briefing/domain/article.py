"""An article, its blocks and sentences, and the spans that everything else points with."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points.

    >>> Span(0, 5).of("Tokyo said")
    'Tokyo'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the text at this span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of an article is; only PARAGRAPH and BULLET hold running prose."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"
    CAPTION = "caption"
    LINK = "link"
    CORRECTION = "correction"
    NOTE = "note"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article of one kind.

    `paragraph` counts printed paragraphs from 1 in reading order; a dateline and the
    text behind it, or the bullets of one list, share a number.
    """

    span: Span
    kind: BlockKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as loaded. `blocks` are in text order and do not overlap."""

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    published: datetime | None = None
    publisher: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, without surrounding white space; blocks that are not prose
    (headings, bylines, table rows) are one sentence each and keep their kind."""

    span: Span
    paragraph: int
    kind: BlockKind = BlockKind.PARAGRAPH
