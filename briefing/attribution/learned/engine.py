"""Finds attributions with the network and the rules together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.attribution.learned.inference import Candidate, find_candidates
from briefing.attribution.learned.kinds import (
    is_doubtful,
    is_inside_name,
    is_naming,
    is_obliged,
    is_question,
    is_refusal,
    is_title,
    kind_of,
)
from briefing.attribution.learned.leanings import cue_leaning, leaning_table
from briefing.attribution.learned.mending import mend_contents, without_told
from briefing.attribution.learned.model import Model, load_model
from briefing.attribution.learned.pairing import (
    Pairing,
    chance_of_pairing,
    keep_likeliest,
    pair_findings,
    shared,
)
from briefing.attribution.learned.windows import make_windows
from briefing.domain import PROSE, Attribution, Form, Kind, Sentence, Span
from briefing.quotation import find_quotations

AGENCY = re.compile(r"=|.\s*=\s")  # the end of a label of agency style
DIRECT_SHARE = 0.9  # of the letters, inside quotation marks


def find_by_model(
    text: str, sentences: Sequence[Sentence], ruled: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions of an article in text order, given those of the rules.

    A logistic combination of what both engines say of a statement is its confidence. Contents
    are the network's where it has found the statement.
    """
    model = load_model()
    pairings = read_pairings(model, text, sentences, ruled)
    scored = [(chance_of_pairing(model.combination, p), p) for p in pairings]
    leanings = leaning_table()
    found = []
    kept = keep_likeliest(scored, model.threshold)
    told = [pairing.content for _, pairing in kept]
    for chance, pairing in kept:
        words = " ".join(cue.of(text) for cue in pairing.cue)
        if is_naming(pairing, chance, words) or is_title(text, pairing):
            continue
        if any(is_inside_name(text, cue) for cue in pairing.cue):
            continue
        leaning = cue_leaning(words, leanings)
        kind = kind_of(pairing, leaning, model.kinds)
        if any(is_refusal(text, cue) or is_question(text, cue) for cue in pairing.cue):
            kind = Kind.ATTITUDE
        if is_doubtful(pairing, chance, leaning) or is_obliged(text, pairing, chance):
            kind = Kind.ATTITUDE
        found.append(_attribution(text, pairing, chance, kind, told))
    return tuple(sorted(found, key=lambda a: (a.content, a.cue)))


def read_pairings(
    model: Model, text: str, sentences: Sequence[Sentence], ruled: Sequence[Attribution]
) -> list[Pairing]:
    """What both engines find in the prose of an article."""
    prose = [s for s in sentences if s.kind in PROSE]
    quoted = _quoted_spans(text, prose)
    windows = make_windows(text, sentences, model.encode)
    found = [drop_marks(candidate, text) for candidate in find_candidates(model, windows)]
    found = mend_contents(text, [c for c in found if c.spans["content"]], ruled)
    candidates = [
        (clip_source(candidate, prose), form_of(text, quoted, candidate.spans["content"]))
        for candidate in found
        if any(s.span.overlaps(candidate.spans["content"][0]) for s in prose)
    ]
    return pair_findings(candidates, ruled)


def drop_marks(candidate: Candidate, text: str) -> Candidate:
    """The candidate without pieces of content that hold no word, such as a lone quotation mark."""
    content = tuple(s for s in candidate.spans["content"] if _letters(text, [s]))
    return replace(candidate, spans={**candidate.spans, "content": content})


def clip_source(candidate: Candidate, prose: Sequence[Sentence]) -> Candidate:
    """The candidate with a source that does not reach over the end of a sentence.

    Of a source in two sentences the part is kept that stands in the sentence of the cue, else
    the last part.
    """
    cue = candidate.spans["cue"][0]
    pieces = [_clip(span, cue, prose) for span in candidate.spans["source"]]
    own = next((s.span for s in prose if s.span.overlaps(cue)), cue)
    source = tuple(span for span in pieces if span.overlaps(own)) or tuple(pieces[-1:])
    return replace(candidate, spans={**candidate.spans, "source": source})


def _clip(span: Span, cue: Span, prose: Sequence[Sentence]) -> Span:
    touched = [s.span for s in prose if s.span.overlaps(span)]
    if len(touched) < 2:
        return span
    near = next((s for s in touched if s.overlaps(cue)), touched[-1])
    return Span(max(span.start, near.start), min(span.end, near.end))


def _quoted_spans(text: str, prose: Sequence[Sentence]) -> list[Span]:
    """The insides of all outer quotations, by paragraphs."""
    ends: dict[int, Span] = {}
    for sentence in prose:
        first = ends.setdefault(sentence.paragraph, sentence.span)
        ends[sentence.paragraph] = Span(first.start, sentence.span.end)
    return [q.inner for span in ends.values() for q in find_quotations(text, span) if not q.depth]


def form_of(text: str, quoted: Sequence[Span], content: Sequence[Span]) -> Form:
    """Direct where nearly all letters of the content stand in quotations, indirect where none do.

    >>> form_of("He said “no way” now", [Span(9, 15)], [Span(8, 20)])
    <Form.MIXED: 'mixed'>
    """
    letters = _letters(text, content)
    near = [span for span in quoted if shared([span], content)]
    inside = sum(
        _letters(text, [Span(max(span.start, piece.start), min(span.end, piece.end))])
        for span in near
        for piece in content
        if span.overlaps(piece)
    )
    if not inside:
        return Form.INDIRECT
    return Form.DIRECT if inside >= DIRECT_SHARE * letters else Form.MIXED


def _letters(text: str, spans: Sequence[Span]) -> int:
    return sum(letter.isalnum() for span in spans for letter in span.of(text))


def _attribution(
    text: str, pairing: Pairing, chance: float, kind: Kind, told: Sequence[Sequence[Span]]
) -> Attribution:
    ruled = pairing.ruled
    if pairing.candidate is None and ruled is not None:
        source, content = ruled.source, ruled.content
    else:
        assert pairing.candidate is not None
        source = without_agency(text, pairing.candidate) or (ruled.source if ruled else ())
        content = _with_later_pieces(pairing.candidate, ruled, told)
        source = without_told(source, content) or (ruled.source if ruled else source)
    return Attribution(
        source=source,
        cue=pairing.cue,
        content=content,
        kind=kind,
        form=pairing.form,
        continues=bool(ruled and ruled.continues and not source),
        antecedent=ruled.antecedent if ruled and not source else (),
        confidence=round(chance, 4),
        evidence=_evidence(pairing),
    )


def without_agency(text: str, candidate: Candidate) -> tuple[Span, ...]:
    """The source without the label of agency style: `INSTITUTE = Name, title, says`."""
    sources = candidate.spans["source"]
    return tuple(s for s in sources if not AGENCY.match(text, s.end - 1))


def _with_later_pieces(
    candidate: Candidate, ruled: Attribution | None, told: Sequence[Sequence[Span]]
) -> tuple[Span, ...]:
    """The network's content, and the pieces of a quotation that goes on elsewhere.

    `told` are the contents of all statements; a piece that another one holds is not taken.
    """
    content = candidate.spans["content"]
    if ruled is None or ruled.form is not Form.DIRECT:
        return content
    own = sorted([*content, *candidate.spans["source"], *candidate.spans["cue"]])
    more = [
        piece
        for piece in ruled.content
        if not shared([piece], own) and not any(shared([piece], other) for other in told)
    ]
    return tuple(sorted((*content, *more)))


def _evidence(pairing: Pairing) -> tuple[str, ...]:
    evidence = []
    if pairing.candidate is not None:
        scores = pairing.candidate.cue_score, pairing.candidate.tag_score
        evidence.append("network: cue {:.2f}, spans {:.2f}".format(*scores))
    if pairing.ruled is not None:
        evidence += [f"rule: {name}" for name in pairing.ruled.evidence[:1]]
    return tuple(evidence)
