"""Finds attributions by rules over words, marks and quotations; no parser, no learned weights."""

from collections.abc import Sequence

from briefing.domain import PROSE, Attribution, BlockKind, Sentence, Span

from .announced import bullet_words, read_block, read_introduced, read_list
from .continued import carry_on
from .findings import Finding
from .formats import (
    MANY_LABELS,
    carry_turn,
    find_labels,
    read_label,
    read_signature,
    read_signed_paragraph,
    read_signed_whole,
    read_turn,
)
from .lines import Line, Paragraph, read_paragraphs
from .quotes import Thread, follow_quotations
from .reader import outermost
from .sentences import read_line


def find_by_rules(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of an article in text order; empty where there are none."""
    paragraphs = list(read_paragraphs(text, sentences))
    labels = find_labels(text, paragraphs)
    found: list[Finding] = []
    thread = Thread()
    turn: Finding | None = None
    for index, paragraph in enumerate(paragraphs):
        if index in labels:
            turn = read_turn(text, paragraph, labels[index])
            found.append(turn)
            continue
        if turn is not None and paragraph.kind is BlockKind.PARAGRAPH and index < max(labels):
            if len(labels) >= MANY_LABELS:
                carry_turn(text, turn, paragraph)
            continue
        announced = _read_announced(text, paragraphs, index) if index else None
        if announced:
            while found and _same_cue(found[-1], announced):
                found.pop()
            found.append(announced)
            thread.follow(paragraph, announced)
        elif paragraph.kind is BlockKind.HEADING:
            found.extend(filter(None, [read_label(paragraph)]))
        elif paragraph.kind in PROSE:
            found.extend(_read_paragraph(text, paragraph, thread))
    _link_labels(found)
    found = carry_on(paragraphs, found)
    found.sort(key=lambda finding: min(finding.pieces))
    return tuple(finding.attribution() for finding in found)


def _read_paragraph(text: str, paragraph: Paragraph, thread: Thread) -> list[Finding]:
    whole = read_label(paragraph) or read_signed_paragraph(paragraph)
    whole = whole or read_signed_whole(text, paragraph)
    if whole:
        return [whole]
    return follow_quotations(paragraph, [_read_sentence(line) for line in paragraph.lines], thread)


def _read_sentence(line: Line) -> list[Finding]:
    signed = read_signature(line)
    return [signed] if signed else outermost(read_line(line))


def _read_announced(text: str, paragraphs: Sequence[Paragraph], index: int) -> Finding | None:
    """The list or the quotations of a paragraph that the line before it announces."""
    before = paragraphs[index - 1]
    if before.kind is BlockKind.PARAGRAPH and paragraphs[index].kind is BlockKind.PARAGRAPH:
        if not before.lines:
            return None
        leading, paragraph = before.lines[-1], paragraphs[index]
        return read_introduced(leading, paragraph) or read_block(leading, paragraph)
    return _read_bullets(text, paragraphs, index)


def _read_bullets(text: str, paragraphs: Sequence[Paragraph], index: int) -> Finding | None:
    """The list whose first bullet is this paragraph."""
    before = paragraphs[index - 1]
    if paragraphs[index].kind is not BlockKind.BULLET or before.kind is not BlockKind.PARAGRAPH:
        return None
    last = index
    while last < len(paragraphs) and paragraphs[last].kind is BlockKind.BULLET:
        last += 1
    bullets = [
        bullet_words(text, span) for paragraph in paragraphs[index:last] for span in paragraph.parts
    ]
    return read_list(before.lines[-1], bullets) if before.lines else None


def _same_cue(one: Finding, other: Finding) -> bool:
    return bool(one.cue) and one.cue == other.cue


def _link_labels(found: list[Finding]) -> None:
    """Gives a heading such as `Expert: “…”` the speaker named behind it."""
    behind: tuple[Span, ...] = ()
    for finding in reversed(found):
        if finding.rule == "label":
            finding.antecedent = behind
        elif finding.source:
            behind = finding.source
