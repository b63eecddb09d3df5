"""Mends contents of the network by the rules, where a clause is interrupted or shared out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.attribution.learned.inference import Candidate
from briefing.attribution.learned.pairing import length_of, shared
from briefing.attribution.rules.words import class_words
from briefing.domain import Attribution, Form, Span
from briefing.quotation.marks import FAMILIES

AUXILIARIES = ("be", "have", "do", "modal")  # a clause goes on with them: `The dam, X says, is`
# What joins a second verb of a subject to what the first one introduces: `…, and also `
JOINT = re.compile(r",?\s+(?:and|but)(?:\s+(?:also|then|later|\w+ly))?\s+$")
INSERTED = frozenset({"fronted", "phrase"})  # rules of cues inside or behind what they introduce
OWN_NAME = 0.3  # share of a source that a content may hold by mistake
LIKELY = 0.4  # score of a cue that parts what another introduces
WHOLE = 0.8  # share that two spans have in common where they are taken for one


def mend_contents(
    text: str, candidates: Sequence[Candidate], ruled: Sequence[Attribution]
) -> list[Candidate]:
    """The candidates, their contents mended where the rules know the same cue.

    `The figures, the operator says, are old` is one clause, of which the network may see one part
    alone; in `A, police said; B, they added` it may give a part to the other's cue.
    """
    candidates = [_without_joined(text, candidate, candidates) for candidate in candidates]
    known = [_of_same_cue(candidate, ruled) for candidate in candidates]
    return [
        _without_others(text, _whole_clause(text, candidate, rule), rule, known)
        for candidate, rule in zip(candidates, known, strict=True)
    ]


def _of_same_cue(candidate: Candidate, ruled: Sequence[Attribution]) -> Attribution | None:
    cue = candidate.spans["cue"]
    return next((rule for rule in ruled if shared(cue, rule.cue)), None)


def _with_content(candidate: Candidate, content: tuple[Span, ...]) -> Candidate:
    return replace(candidate, spans={**candidate.spans, "content": content})


def _whole_clause(text: str, candidate: Candidate, rule: Attribution | None) -> Candidate:
    """The candidate with both parts of a clause that its cue interrupts, where it has one."""
    content, cue = candidate.spans["content"], candidate.spans["cue"]
    if rule is None or rule.evidence[0] not in INSERTED or rule.form is Form.DIRECT:
        return candidate
    if len(rule.content) != 2:
        return candidate
    before, after = rule.content
    if not before.end <= cue[0].start < cue[-1].end <= after.start:
        return candidate
    goes_on = any(after.of(text).split()[0].lower() in class_words(name) for name in AUXILIARIES)
    if _is_same(content, after) or (goes_on and _is_same(content, before)):
        return _with_content(candidate, rule.content)
    if shared(content, rule.source) > OWN_NAME * length_of(rule.source):
        spans = {**candidate.spans, "source": rule.source, "content": rule.content}
        return replace(candidate, spans=spans)  # a source does not say its own name
    return candidate


def _is_same(content: Sequence[Span], piece: Span) -> bool:
    return shared(content, (piece,)) >= WHOLE * max(length_of(content), length_of((piece,)))


def _without_others(
    text: str,
    candidate: Candidate,
    rule: Attribution | None,
    known: Sequence[Attribution | None],
) -> Candidate:
    """The candidate without the clauses that by the rules go with the cue of another.

    Quotations stay: of these the network knows more than the rules.
    """
    if rule is None:
        return candidate
    others = [each for each in known if each is not None and not shared(each.cue, rule.cue)]
    content = candidate.spans["content"]
    own = tuple(
        piece
        for piece in content
        if piece.of(text)[0] in FAMILIES
        or shared((piece,), rule.content)
        or not any(_lies_in(piece, each) for each in others)
    )
    return _with_content(candidate, own) if own and own != content else candidate


def _lies_in(piece: Span, rule: Attribution) -> bool:
    return shared((piece,), rule.content) >= WHOLE * length_of((piece,))


def _without_joined(text: str, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The candidate, its content ending where its source goes on with another cue.

    `The board warned that the pier is unsafe and ordered the owner to close it` is two statements.
    """
    found = (_joint_end(text, candidate, other) for other in others)
    ends = [place for place in found if place is not None]
    if not ends:
        return candidate
    end = min(ends)
    content = tuple(
        Span(piece.start, min(piece.end, end))
        for piece in candidate.spans["content"]
        if piece.start < end
    )
    return _with_content(candidate, content)


def _joint_end(text: str, candidate: Candidate, other: Candidate) -> int | None:
    """Where a content ends because its source goes on with the cue of another candidate."""
    own, source, cue = candidate.spans["source"], other.spans["source"], other.spans["cue"][0]
    if not own or not source or source[0].start != own[0].start or other.cue_score < LIKELY:
        return None
    if candidate.spans["cue"][-1].end > cue.start or other.spans["content"][0].start < cue.end:
        return None
    for piece in candidate.spans["content"]:
        joint = JOINT.search(text, piece.start, cue.start)
        if joint and piece.covers(cue) and piece.of(text)[0] not in FAMILIES:
            return joint.start()
    return None


def without_told(source: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a source that are no part of what it says.

    In `The guild, the mayor scoffed, “sleeps”` the guild is what the clause is about.
    """
    return tuple(piece for piece in source if not shared((piece,), content))
