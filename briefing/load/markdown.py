"""Read Markdown: its blocks by its own marks, and its front matter; the text stays as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.domain import PROSE, Block, BlockKind, Span
from briefing.load.furniture import name_furniture
from briefing.load.lines import Line, find_lines
from briefing.load.paragraphs import split_paragraph
from briefing.load.plain import find_published, find_publisher
from briefing.load.reading import Reading

# `## The vote ##`
HEADING = re.compile(r"(#{1,6})[ \t]+(?P<words>\S.*?)[ \t]*#*$")
# The line below a heading: `=====`, `-----`
UNDERLINE = re.compile(r"(?:=+|-{3,})$")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
FENCE = re.compile(r"(?:```+|~~~+)")
BULLET = re.compile(r"(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
QUOTE = re.compile(r"(?:>[ \t]?)+")
# The line between a table's head and body: `|---|:--:|`
TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
# `[1]: https://…`, `<!-- … -->`, `![alt](image.jpg)`
DEFINITION = re.compile(r"\[[^\]]{1,200}\]:[ \t]*\S+")
COMMENT = re.compile(r"<!--")
IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
# `[Read more](https://…)` alone in its line
LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)[.!]?$")
# `*By Ada Roe*`, `**Nine days of wind**`
EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+?)(?<=\S)\1$")
FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>(?:[^\r\n]*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)"
)
FIELD = re.compile(
    r"^(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<value>[^\r\n]*?)(?P=quote)[ \t]*\r?$", re.M
)
FRONT_KINDS = {
    "title": BlockKind.TITLE,
    "date": BlockKind.DATE,
    "published": BlockKind.DATE,
    "author": BlockKind.BYLINE,
    "authors": BlockKind.BYLINE,
    "byline": BlockKind.BYLINE,
}
PUBLISHER_KEYS = ("publisher", "site", "publication", "source", "outlet")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of Markdown of one kind, without its marks; `listed` parts may go on."""

    span: Span
    kind: BlockKind


def read_markdown(text: str) -> Reading:
    """What a Markdown text holds; the text itself, marks and all, is kept as it is."""
    front = FRONT.match(text)
    fields = _read_fields(text, front) if front else {}
    parts = [*_front_parts(fields), *_find_parts(text, front.end() if front else 0)]
    blocks = _build_blocks(text, parts)
    titles = [block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE]
    named = (fields[key].of(text) for key in PUBLISHER_KEYS if key in fields)
    language = fields["lang"].of(text)[:2].lower() if "lang" in fields else ""
    return Reading(
        text=text,
        blocks=blocks,
        title=" ".join(titles[0].split()) if titles else None,
        published=find_published(text, blocks),
        publisher=next(named, None) or find_publisher(text, blocks),
        language=language or "en",
    )


def _read_fields(text: str, front: re.Match[str]) -> dict[str, Span]:
    """Where the values of the front matter stand, by key, in order."""
    fields: dict[str, Span] = {}
    for found in FIELD.finditer(text, *front.span("body")):
        if found["value"].strip():
            fields.setdefault(found["key"].lower(), Span(*found.span("value")))
    return fields


def _front_parts(fields: dict[str, Span]) -> list[Part]:
    return [Part(span, FRONT_KINDS.get(key, BlockKind.NOTE)) for key, span in fields.items()]


def _find_parts(text: str, start: int) -> Iterator[Part]:
    """The parts behind the front matter, in order; a part of several lines is joined."""
    open_part: Part | None = None
    fence: str | None = None
    for line in _lines_from(text, start):
        words = line.span.of(text) if line else ""
        if line and (fence or FENCE.match(words)):
            if open_part:
                yield open_part
                open_part = None
            yield Part(line.span, BlockKind.NOTE)
            fence = _next_fence(fence, words)
            continue
        if line is None:
            if open_part:
                yield open_part
            open_part = None
            continue
        if open_part and UNDERLINE.match(words) and open_part.kind is BlockKind.PARAGRAPH:
            yield Part(open_part.span, BlockKind.HEADING)
            open_part = None
            continue
        part = _read_line(text, line)
        if open_part and part and part.kind is BlockKind.PARAGRAPH and open_part.kind in PROSE:
            open_part = Part(Span(open_part.span.start, part.span.end), open_part.kind)
            continue
        if open_part:
            yield open_part
        open_part = part
    if open_part:
        yield open_part


def _lines_from(text: str, start: int) -> Iterator[Line | None]:
    for line in find_lines(text):
        if line is None or line.span.start >= start:
            yield line


def _next_fence(fence: str | None, words: str) -> str | None:
    if fence is None:
        found = FENCE.match(words)
        return found[0] if found else None
    return None if words.startswith(fence) and not words.strip("`~") else fence


def _read_line(text: str, line: Line) -> Part | None:
    """What a line begins, without its mark; None for a line of marks alone."""
    words, start, end = line.span.of(text), line.span.start, line.span.end
    heading = HEADING.match(words)
    if heading:
        inner = heading.span("words")
        return Part(Span(start + inner[0], start + inner[1]), BlockKind.HEADING)
    if RULE.match(words) or TABLE_RULE.match(words):
        return None
    if words.startswith("|"):
        return Part(line.span, BlockKind.TABLE)
    if DEFINITION.match(words) or COMMENT.match(words):
        return Part(line.span, BlockKind.NOTE)
    if IMAGE.fullmatch(words):
        return Part(line.span, BlockKind.CAPTION)
    bullet = BULLET.match(words)
    if bullet:
        return Part(Span(start + bullet.end(), end), BlockKind.BULLET)
    quote = QUOTE.match(words)
    if quote:
        return (
            Part(Span(start + quote.end(), end), BlockKind.PARAGRAPH) if quote[0] != words else None
        )
    return Part(line.span, BlockKind.PARAGRAPH)


def _build_blocks(text: str, parts: Sequence[Part]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    titled = any(part.kind is BlockKind.TITLE for part in parts)
    number = prose = 0
    before: BlockKind | None = None
    for part in parts:
        part = _refine(text, part)
        kind = part.kind
        if kind is BlockKind.HEADING and not titled and not prose:
            kind, titled = BlockKind.TITLE, True
        number += not (kind is before and kind in {BlockKind.BULLET, BlockKind.TABLE})
        before = kind
        prose += kind in PROSE
        if kind is BlockKind.PARAGRAPH:
            words = part.span.of(text)
            blocks += split_paragraph(words, part.span.start, number, early=prose <= 3)
        else:
            blocks.append(Block(part.span, kind, number))
    return tuple(blocks)


def _refine(text: str, part: Part) -> Part:
    """A paragraph as the byline, caption, link or heading that it is, marks of emphasis off."""
    if part.kind is not BlockKind.PARAGRAPH:
        return part
    words, span = part.span.of(text), part.span
    emphasis = EMPHASIS.match(words)
    if emphasis:
        inner = emphasis.span("words")
        words, span = emphasis["words"], Span(span.start + inner[0], span.start + inner[1])
    link = LINK.match(words)
    kind = name_furniture(link[1] if link else words)
    if kind is None and link and len(words.split()) <= 12:
        kind = BlockKind.LINK
    if kind:
        return Part(span, kind)
    if emphasis and len(emphasis[1]) == 2 and len(words) <= 80 and words[-1] not in '.!?:,”"':
        return Part(span, BlockKind.HEADING)
    return part
