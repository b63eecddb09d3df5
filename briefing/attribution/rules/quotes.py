"""Carries quotations on: over sentences, over paragraphs, and behind an introduced speaker."""

from collections.abc import Sequence

from briefing.domain import Form, Kind

from .findings import Finding
from .lines import QUOTE, Item, Line, Paragraph


def follow_quotations(
    text: str,
    paragraph: Paragraph,
    by_line: Sequence[list[Finding]],
    earlier: Sequence[Finding],
) -> list[Finding]:
    """The findings of a paragraph, with the quotations that stand alone joined to theirs."""
    found: list[Finding] = []
    for line, findings in zip(paragraph.lines, by_line, strict=True):
        found.extend(findings)
        if line.sole and not findings:
            _join(line, found, paragraph)
    return found


def _join(line: Line, found: list[Finding], paragraph: Paragraph) -> None:
    last = found[-1] if found else None
    inner = [item.quote.inner for item in line.items if item.quote]
    if last is not None and last.quoted and Form.DIRECT in last.forms:
        last.pieces.extend(inner)
