"""Finds attributions with the network, and with the rules for formats that its corpus lacks."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.attribution.learned.inference import Candidate, find_candidates, overlap
from briefing.attribution.learned.model import Model, load_model
from briefing.attribution.learned.windows import make_windows
from briefing.attribution.rules import find_by_rules
from briefing.domain import PROSE, Attribution, Form, Kind, Sentence, Span
from briefing.quotation import find_quotations

SAME = 0.5  # share of characters from which two contents are one


def find_by_model(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of an article in text order; empty where there are none."""
    model = load_model()
    candidates = find_candidates(model, make_windows(text, sentences, model.encode))
    prose = [s for s in sentences if s.kind in PROSE]
    learned = [
        _attribution(model, text, prose, candidate)
        for candidate in candidates
        if _lies_in(candidate.spans["content"], prose)
    ]
    merged = merge(learned, find_by_rules(text, sentences))
    return tuple(sorted(merged, key=lambda a: a.content[0].start))


def _lies_in(spans: Sequence[Span], sentences: Sequence[Sentence]) -> bool:
    return any(s.span.overlaps(spans[0]) for s in sentences)


def _attribution(
    model: Model, text: str, prose: Sequence[Sentence], candidate: Candidate
) -> Attribution:
    raw = candidate.cue_score * candidate.tag_score
    spans = candidate.spans
    kind = Kind.STATEMENT if candidate.statement_score >= 0.5 else Kind.ATTITUDE
    return Attribution(
        source=spans["source"],
        cue=spans["cue"],
        content=spans["content"],
        kind=kind,
        form=form_of(text, prose, spans["content"]),
        confidence=calibrated(raw, model.calibration),
        evidence=(f"network: cue {candidate.cue_score:.2f}, spans {candidate.tag_score:.2f}",),
    )


def form_of(text: str, prose: Sequence[Sentence], content: Sequence[Span]) -> Form:
    """Direct where nearly all letters of the content stand in quotation marks, indirect where
    none do."""
    inside = total = 0
    for span in content:
        paragraph = _paragraph_around(prose, span)
        quoted = [q.inner for q in find_quotations(text, paragraph) if not q.depth]
        for position in range(span.start, span.end):
            if text[position].isalnum():
                total += 1
                inside += any(q.start <= position < q.end for q in quoted)
    share = inside / max(1, total)
    if share >= 0.9:
        return Form.DIRECT
    return Form.MIXED if share > 0 else Form.INDIRECT


def _paragraph_around(prose: Sequence[Sentence], span: Span) -> Span:
    number = next((s.paragraph for s in prose if s.span.overlaps(span)), None)
    group = [s.span for s in prose if s.paragraph == number]
    if not group:
        return span
    return Span(min(group[0].start, span.start), max(group[-1].end, span.end))


def calibrated(raw: float, table: Sequence[tuple[float, float]]) -> float:
    """The share that is right at a raw score, between the points of the table.

    >>> calibrated(0.75, [(0.5, 0.6), (1.0, 0.8)])
    0.7
    """
    (low, share), *rest = table
    for high, next_share in rest:
        if raw <= high:
            part = (raw - low) / (high - low) if high > low else 1.0
            return round(share + max(0.0, part) * (next_share - share), 4)
        low, share = high, next_share
    return share


def merge(
    learned: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Both engines' findings, each statement once."""
    merged = list(learned)
    for finding in ruled:
        twin = next((a for a in merged if overlap(a.content, finding.content) >= SAME), None)
        if twin is None:
            merged.append(finding)
        elif not twin.source and (finding.source or finding.antecedent):
            merged[merged.index(twin)] = replace(
                twin, source=finding.source, antecedent=finding.antecedent
            )
    return merged
