"""Puts what the network and the rules found side by side, with what tells how sure each is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.attribution.learned.inference import Candidate
from briefing.domain import Attribution, Form, Kind, Span

SAME = 0.5  # share of characters (Jaccard) from which two contents are one
SHORT = 25  # characters below which a content is a phrase
OUTER = 0.5  # chance from which a statement swallows those inside it
# Rules for formats that the network has hardly seen; where they fire, they are taken at their word.
FORMATS = frozenset({"label", "transcript", "signature", "list", "introduced", "continued"})


@dataclass(frozen=True, slots=True)
class Pairing:
    """One statement as the network sees it, as the rules see it, or both.

    `form` is that of the content that is taken; `likeness` the Jaccard of the two contents,
    `covered` the share of a finding of the rules alone that some candidate covers, `same_cue`
    whether the rules know the cue of a candidate with another content.
    """

    candidate: Candidate | None
    ruled: Attribution | None
    form: Form
    likeness: float = 0.0
    covered: float = 0.0
    same_cue: bool = False

    @property
    def content(self) -> tuple[Span, ...]:
        """The network's content where there is one: it has learned where contents end."""
        if self.candidate is not None:
            return self.candidate.spans["content"]
        assert self.ruled is not None
        return self.ruled.content

    @property
    def cue(self) -> tuple[Span, ...]:
        """The cue of the same."""
        if self.candidate is not None:
            return self.candidate.spans["cue"]
        assert self.ruled is not None
        return self.ruled.cue


def length_of(spans: Sequence[Span]) -> int:
    """Characters in spans that do not overlap."""
    return sum(span.end - span.start for span in spans)


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Characters that two lists of spans share; both are in text order.

    >>> shared([Span(0, 10)], [Span(5, 7), Span(9, 20)])
    3
    """
    if not one or not other or one[-1].end <= other[0].start or other[-1].end <= one[0].start:
        return 0
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def jaccard(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The characters that two lists of spans share, of those that either has."""
    common = shared(one, other)
    return common / (length_of(one) + length_of(other) - common) if common else 0.0


def pair_findings(
    candidates: Sequence[tuple[Candidate, Form]], ruled: Sequence[Attribution]
) -> list[Pairing]:
    """Every candidate with the most like finding of the rules, then the rules' others.

    Candidates inside what a format shows (a turn of a transcript, say) are left out.
    """
    shown = [r for r in ruled if is_format(r)]
    pairings, taken = [Pairing(None, r, r.form) for r in shown], {id(r) for r in shown}
    ruled = [r for r in ruled if not is_format(r)]
    for candidate, form in candidates:
        if any(_lies_in(candidate.spans["content"], r.content) for r in shown):
            continue
        cue = candidate.spans["cue"]
        best = max(ruled, key=lambda r: likeness_of(candidate, r), default=None)
        likeness = likeness_of(candidate, best) if best else 0.0
        same_cue = any(shared(cue, r.cue) for r in ruled)
        twin = best if likeness >= SAME else None
        if twin is not None:
            taken.add(id(twin))
        pairings.append(Pairing(candidate, twin, form, likeness, 0.0, same_cue))
    for finding in ruled:
        if id(finding) not in taken:
            size = max(1, length_of(finding.content))
            covered = max(
                (shared(finding.content, c.spans["content"]) / size for c, _ in candidates),
                default=0.0,
            )
            pairings.append(Pairing(None, finding, finding.form, covered=covered))
    return pairings


def likeness_of(candidate: Candidate, finding: Attribution) -> float:
    """The Jaccard of what both say a cue introduces.

    A quotation that the rules follow beyond the sentence of its cue counts with the pieces that
    the network sees: it looks no further, and the rest may be longer than the beginning.
    """
    content = candidate.spans["content"]
    known = finding.content
    if finding.form is Form.DIRECT and shared(candidate.spans["cue"], finding.cue):
        known = tuple(piece for piece in known if shared([piece], content)) or known
    return jaccard(content, known)


def is_format(finding: Attribution) -> bool:
    """Whether a finding is of a rule for a format."""
    return bool(FORMATS & set(finding.evidence))


def _lies_in(content: Sequence[Span], whole: Sequence[Span]) -> bool:
    return shared(content, whole) > SAME * length_of(content)


def log_odds(chance: float) -> float:
    """The logit of a probability, kept within those of 0.0001 and 0.9999."""
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def features_of(pairing: Pairing) -> dict[str, float]:
    """What the combination weighs, by name; a feature that is absent counts 0."""
    features = {"one": 1.0, f"form {pairing.form.value}": 1.0}
    if length_of(pairing.content) < SHORT:
        features["short"] = 1.0
    if pairing.candidate is not None:
        return features | _of_candidate(pairing.candidate, pairing)
    assert pairing.ruled is not None
    return features | _of_rule(pairing.ruled, pairing)


def _of_candidate(candidate: Candidate, pairing: Pairing) -> dict[str, float]:
    cue = log_odds(candidate.cue_score) / 4
    features = {
        "cue": cue,
        "tags": (candidate.tag_score - 0.9) * 5,
        "statement": candidate.statement_score,
        "no source": float(not candidate.spans["source"]),
        "pieces": float(len(candidate.spans["content"]) > 1),
    }
    if pairing.ruled is not None:
        features |= {"both": 1.0, "both cue": cue, "likeness": pairing.likeness}
        features["both rule"] = pairing.ruled.confidence
    elif pairing.same_cue:
        features["same cue"] = 1.0
    else:
        features[f"network alone {pairing.form.value}"] = 1.0
        features["network alone short"] = float(length_of(pairing.content) < SHORT)
    return features


def _of_rule(finding: Attribution, pairing: Pairing) -> dict[str, float]:
    return {
        "rule alone": 1.0,
        f"rule {finding.evidence[0]}": 1.0,
        f"rule {pairing.form.value}": 1.0,
        "rule": finding.confidence * 2,
        "rule attitude": float(finding.kind is Kind.ATTITUDE),
        "rule covered": pairing.covered,
        "rule no source": float(not finding.source),
    }


def chance_of_pairing(weights: dict[str, float], pairing: Pairing) -> float:
    """The chance that a pairing is right; a format's is the rule's own."""
    if pairing.candidate is None and pairing.ruled is not None and is_format(pairing.ruled):
        return pairing.ruled.confidence
    return chance_of(weights, features_of(pairing))


def chance_of(weights: dict[str, float], features: dict[str, float]) -> float:
    """The logistic of the weighed features; unknown features count nothing.

    >>> chance_of({"one": 0.0, "cue": 2.0}, {"one": 1.0, "cue": 0.0})
    0.5
    """
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def keep_likeliest(
    scored: Sequence[tuple[float, Pairing]], threshold: float
) -> list[tuple[float, Pairing]]:
    """The pairings above the threshold, each statement once, the likeliest of it."""
    kept: list[tuple[float, Pairing]] = []
    for chance, pairing in sorted(scored, key=lambda item: (-item[0], item[1].content)):
        if chance < threshold:
            break
        if any(_is_same(pairing, other) for _, other in kept):
            continue
        rest = _without_pieces_of(pairing, [other for _, other in kept])
        if rest is not None:
            kept.append((chance, rest))
    return [each for each in kept if not any(_is_within(each, other) for other in kept)]


def _is_within(inner: tuple[float, Pairing], outer: tuple[float, Pairing]) -> bool:
    """Whether the cue of a statement lies in the content of another, which then says it all."""
    cue, content, whole = inner[1].cue, inner[1].content, outer[1].content
    if not cue or outer[0] < OUTER or length_of(whole) <= length_of(content):
        return False
    if shared(cue, whole) == length_of(cue):
        return True
    hull = [Span(whole[0].start, whole[-1].end)]
    return outer[0] > inner[0] and shared(cue, hull) == length_of(cue) and _lies_in(content, whole)


def _without_pieces_of(pairing: Pairing, likelier: Sequence[Pairing]) -> Pairing | None:
    """The pairing without the pieces that likelier statements hold; None where none is left."""
    candidate = pairing.candidate
    if candidate is None or len(pairing.content) == 1:
        return pairing
    left = tuple(
        piece
        for piece in pairing.content
        if not any(_lies_in([piece], other.content) for other in likelier)
    )
    if not left:
        return None
    return replace(
        pairing, candidate=replace(candidate, spans={**candidate.spans, "content": left})
    )


def _is_same(one: Pairing, other: Pairing) -> bool:
    common = shared(one.content, other.content)
    smaller = min(length_of(one.content), length_of(other.content))
    if common <= SAME * smaller:
        return False
    return bool(shared(one.cue, other.cue)) or jaccard(one.content, other.content) > 0.7
