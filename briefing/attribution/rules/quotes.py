"""Carries quotations on: over sentences, over paragraphs, and behind an introduced speaker."""

from collections.abc import Sequence

from briefing.domain import Form, Kind, Span

from .findings import Finding
from .items import SPEECH
from .lines import Line, Paragraph

FLOATING = 0.6


class Thread:
    """What a paragraph leaves open for the next one: a quotation without its closing mark."""

    def __init__(self) -> None:
        """Starts with nothing but what is given."""
        self.open: Finding | None = None
        self.last: Finding | None = None

    def follow(self, paragraph: Paragraph, found: Finding) -> None:
        """Lets later paragraphs carry on what a whole paragraph says."""
        self.open = _still_open(paragraph, [found], None)
        self.last = found if found.quoted else None


def follow_quotations(
    paragraph: Paragraph, by_line: Sequence[list[Finding]], thread: Thread
) -> list[Finding]:
    """The findings of a paragraph, with the quotations that stand alone joined to theirs."""
    found: list[Finding] = []
    carried = thread.open
    for index, (line, findings) in enumerate(zip(paragraph.lines, by_line, strict=True)):
        if findings:
            found.extend(findings)
        elif line.sole:
            goes_on = carried or (thread.last if _all_sole(paragraph) else None)
            if goes_on is not None and not found and (index == 0 or _all_sole(paragraph)):
                goes_on.pieces.extend(_inner(line))
            else:
                _join(line, found, carried, by_line[index - 1] if index else ())
    thread.open = _still_open(paragraph, found, carried)
    if found or not _all_sole(paragraph):
        spoken = [each for each in found if each.kind is Kind.STATEMENT]
        ends = spoken and spoken[-1].quoted and Form.DIRECT in spoken[-1].forms
        thread.last = spoken[-1] if ends else None
    return found


def _all_sole(paragraph: Paragraph) -> bool:
    return all(line.sole for line in paragraph.lines)


def _inner(line: Line) -> list[Span]:
    return [item.quote.inner for item in line.items if item.quote]


def _join(
    line: Line, found: list[Finding], carried: Finding | None, before: Sequence[Finding]
) -> None:
    """Joins quotations that stand alone to the speech before them, or opens a floating one."""
    spoken = [each for each in found if each.kind is Kind.STATEMENT]
    last = spoken[-1] if spoken else carried
    if last is None:
        return
    if last.quoted and Form.DIRECT in last.forms:
        last.pieces.extend(_inner(line))
    elif last in before and last.cue and last.source and _speaks(line):
        last.pieces.extend(_inner(line))
        last.forms.add(Form.DIRECT)
        last.quoted = True
    elif last.source and last.kind is Kind.STATEMENT and _speaks(line):
        found.append(
            Finding(
                source=(),
                cue=(),
                pieces=_inner(line),
                forms={Form.DIRECT},
                kind=Kind.STATEMENT,
                rule="floating quotation",
                confidence=FLOATING,
                paragraph=line.paragraph,
                quoted=True,
                antecedent=last.source,
            )
        )


def _speaks(line: Line) -> bool:
    return any(item.flags & SPEECH for item in line.items)


def _still_open(
    paragraph: Paragraph, found: list[Finding], carried: Finding | None
) -> Finding | None:
    """The finding whose quotation the end of the paragraph leaves open."""
    if not paragraph.quotes:
        return None
    last = paragraph.quotes[-1]
    if last.closed or not last.opener or last.span.end < paragraph.span.end:
        return None
    for finding in reversed(found):
        if any(piece.overlaps(last.inner) for piece in finding.pieces):
            return finding
    if carried is not None and any(piece.overlaps(last.inner) for piece in carried.pieces):
        return carried
    return None
