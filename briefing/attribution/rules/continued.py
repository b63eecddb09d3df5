"""Marks paragraphs that carry on an expert who was introduced by a heading of the article."""

from collections.abc import Sequence

from briefing.domain import BlockKind, Form, Kind

from .findings import Finding
from .lines import Paragraph
from .words import noun_words

CARRIED = 0.7


def carry_on(paragraphs: Sequence[Paragraph], found: Sequence[Finding]) -> list[Finding]:
    """The findings with those of paragraphs that stand between two statements of the expert.

    Only where a heading such as `Expert: “…”` opens a part of the article: elsewhere a
    paragraph without a source is the writer's.
    """
    kept = list(found)
    for label in found:
        if label.rule != "label" or not label.antecedent or not _is_expert(label, paragraphs):
            continue
        told = [each for each in found if each.source and each.pieces[0] > label.pieces[0]]
        told.sort(key=lambda each: each.pieces[0])
        first = next((each for each in told if each.source == label.antecedent), None)
        if first is None:
            continue
        last = max(each.paragraph for each in told)
        for paragraph in paragraphs:
            if first.paragraph < paragraph.number < last and _is_silent(paragraph, found):
                before = [each for each in told if each.paragraph < paragraph.number]
                kept = [each for each in kept if each.paragraph != paragraph.number]
                kept.append(_continued(paragraph, before[-1]))
        break
    return kept


def _is_expert(label: Finding, paragraphs: Sequence[Paragraph]) -> bool:
    for paragraph in paragraphs:
        if paragraph.number == label.paragraph and paragraph.lines:
            return any(item.low in noun_words("expert") for item in paragraph.lines[0].items[:4])
    return False


def _is_silent(paragraph: Paragraph, found: Sequence[Finding]) -> bool:
    """Whether a paragraph is prose in which nobody is named as a source."""
    return paragraph.kind is BlockKind.PARAGRAPH and not any(
        each.paragraph == paragraph.number and each.kind is Kind.STATEMENT for each in found
    )


def _continued(paragraph: Paragraph, spoken: Finding) -> Finding:
    """The paragraph as said by whoever spoke last."""
    return Finding(
        source=(),
        cue=(),
        pieces=[paragraph.span],
        forms={Form.INDIRECT},
        kind=Kind.STATEMENT,
        rule="continued",
        confidence=CARRIED,
        paragraph=paragraph.number,
        continues=True,
        antecedent=spoken.source,
    )
