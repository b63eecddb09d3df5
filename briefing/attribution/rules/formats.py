"""Reads statements that a format shows without a cue: headings, transcripts, signatures."""

import re
from collections import Counter
from collections.abc import Sequence

from briefing.domain import BlockKind, Form, Kind, Span

from .clauses import line_end
from .findings import Finding, item_span, strip_marks
from .items import DASHES, FINITE, MARK, NAME, QUOTE, Item
from .lines import Line, Paragraph
from .words import noun_words

# `WALLACE: Let me ask you` and `"Jane Doe (by phone): Yes.`, the label in group 1.
LABEL = re.compile(r"[\"“”'‘]?\s*([A-Z][\w.'’\-]*(?:[ \t][A-Z(][\w.'’()\-]*){0,4}):\s+(?=\S)")
MAX_LABEL = 4
MAX_NAME = 6
MANY_LABELS = 3  # from which all that stands between two labels is speech
HEADING, TRANSCRIPT, SIGNED = 0.9, 0.9, 0.85
# What is seen or heard, between speech: `(APPLAUSE)`, `"[Crosstalk.]`.
STAGE = re.compile(r"[\"“]?\s*[(\[][^()\[\]]*[)\]][.\"”]*")
# One signed quotation, whatever the marks in it: `“To quote a poet ‘all is dust.” So it is.” — X`.
WHOLE_SIGNED = re.compile(
    r"[“\"](?P<said>.+[.!?…’'])[”\"]\s*(?P<dash>[—―–])\s*(?P<who>[^\W\d_][^“”\"—―–]+)", re.S
)


def read_label(paragraph: Paragraph) -> Finding | None:
    """A quotation behind a label: `Expert: “…”`."""
    if len(paragraph.lines) != 1:
        return None
    items = paragraph.lines[0].items
    place = next((i for i, item in enumerate(items) if item.text == ":"), 0)
    end = line_end(items)
    if not 0 < place <= MAX_LABEL or place + 1 >= end:
        return None
    if not all(item.flags & QUOTE for item in items[place + 1 : end]):
        return None
    if any(item.flags & FINITE and not item.flags & NAME for item in items[:place]):
        return None
    told = place > 1 and items[place - 1].low in noun_words("lead")
    source = item_span(items, 0, place - 1 if told else place)
    pieces = [item.quote.inner for item in items[place + 1 : end] if item.quote]
    return shown(source, pieces, "label", HEADING, paragraph)


def read_signature(line: Line) -> Finding | None:
    """`“…” — Name, title` in one sentence."""
    return _signed(line.items, line.paragraph)


def read_signed_paragraph(paragraph: Paragraph) -> Finding | None:
    """A paragraph that is a quotation of several sentences and who signs it."""
    if len(paragraph.lines) < 2:
        return None
    found = _signed([item for line in paragraph.lines for item in line.items], paragraph.number)
    if found:
        found.pieces = [q.inner for q in paragraph.quotes if q.span.end <= found.source[0].start]
    return found if found and found.pieces else None


def read_signed_whole(text: str, paragraph: Paragraph) -> Finding | None:
    """A paragraph that opens with a mark and closes with one and a signature, odd marks within."""
    match = WHOLE_SIGNED.fullmatch(text, paragraph.span.start, paragraph.span.end)
    if not match or len(match["who"].split(",")[0].split()) > MAX_NAME:
        return None
    items = [item for line in paragraph.lines for item in line.items]
    signed = [item for item in items if item.start >= match.start("who") and not item.flags & MARK]
    if not signed or not signed[0].flags & NAME or signed[-1].flags & FINITE:
        return None
    source, said = Span(signed[0].start, signed[-1].end), Span(*match.span("said"))
    found = shown(source, [said], "signature", SIGNED, paragraph)
    found.cue = (Span(*match.span("dash")),)
    return found


def _signed(items: Sequence[Item], number: int) -> Finding | None:
    place = next((i for i, item in enumerate(items) if item.text in DASHES), 0)
    if place == 0 or not all(item.flags & QUOTE for item in items[:place]):
        return None
    start, end = strip_marks(items, place + 1, len(items))
    if start >= end or not items[start].flags & NAME:
        return None
    stop = next((i for i in range(start, end) if items[i].text == ","), end)
    if stop - start > MAX_NAME:
        return None
    pieces = [item.quote.inner for item in items[:place] if item.quote]
    found = shown(item_span(items, start, end), pieces, "signature", SIGNED, None)
    found.cue = (Span(items[place].start, items[place].end),)
    found.paragraph = number
    return found


def shown(
    source: Span, pieces: list[Span], rule: str, confidence: float, paragraph: Paragraph | None
) -> Finding:
    """A statement that a format shows, all of it quoted."""
    return Finding(
        source=(source,),
        cue=(),
        pieces=pieces,
        forms={Form.DIRECT},
        kind=Kind.STATEMENT,
        rule=rule,
        confidence=confidence,
        paragraph=paragraph.number if paragraph else 0,
        quoted=True,
    )


def find_labels(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, re.Match[str]]:
    """The labels of a transcript by the place of their paragraph; empty for other texts.

    Labels in capitals, or labels that come back, make a transcript.
    """
    found: dict[int, re.Match[str]] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is not BlockKind.PARAGRAPH:
            continue
        match = LABEL.match(text, paragraph.span.start, paragraph.span.end)
        if match:
            found[index] = match
    names = Counter(match.group(1) for match in found.values())
    kept = {
        index: match
        for index, match in found.items()
        if match.group(1).isupper() or names[match.group(1)] > 1
    }
    return kept if len(kept) > 1 else {}


def read_turn(text: str, paragraph: Paragraph, match: re.Match[str]) -> Finding:
    """The turn of a speaker in a transcript: the words behind the label."""
    source = Span(match.start(1), match.end(1))
    turn = shown(
        source, [_words(text, match.end(), paragraph.span.end)], "transcript", TRANSCRIPT, paragraph
    )
    turn.cue = (Span(match.end(1), match.end(1) + 1),)
    return turn


def carry_turn(text: str, turn: Finding, paragraph: Paragraph) -> None:
    """Adds a paragraph between two labels to the turn before it, unless it tells of no speech."""
    if not STAGE.fullmatch(text, paragraph.span.start, paragraph.span.end):
        turn.pieces.append(_words(text, paragraph.span.start, paragraph.span.end))


def _words(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1] in '"”':
        end -= 1
    while start < end - 1 and text[start] in '"“':
        start += 1
    return Span(start, end)
