"""Mends contents of the network by the rules, where a clause is interrupted or shared out."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.attribution.learned.inference import Candidate
from briefing.attribution.learned.pairing import length_of, shared
from briefing.attribution.rules.words import class_words
from briefing.domain import Attribution, Span

AUXILIARIES = ("be", "have", "do", "modal")  # a clause goes on with them: `The dam, X says, is`
WHOLE = 0.8  # share that two spans have in common where they are taken for one


def mend_contents(
    text: str, candidates: Sequence[Candidate], ruled: Sequence[Attribution]
) -> list[Candidate]:
    """The candidates, their contents mended where the rules know the same cue.

    `The figures, the operator says, are old` is one clause, of which the network may see one part
    alone; in `A, police said; B, they added` it may give a part to the other's cue.
    """
    known = [_of_same_cue(candidate, ruled) for candidate in candidates]
    return [
        _without_others(_whole_clause(text, candidate, rule), rule, known)
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
    if rule is None or rule.evidence[0] != "fronted" or len(rule.content) != 2:
        return candidate
    before, after = rule.content
    if not before.end <= cue[0].start < cue[-1].end <= after.start:
        return candidate
    goes_on = any(after.of(text).split()[0].lower() in class_words(name) for name in AUXILIARIES)
    if _is_same(content, after) or (goes_on and _is_same(content, before)):
        return _with_content(candidate, rule.content)
    return candidate


def _is_same(content: Sequence[Span], piece: Span) -> bool:
    return shared(content, (piece,)) >= WHOLE * max(length_of(content), length_of((piece,)))


def _without_others(
    candidate: Candidate, rule: Attribution | None, known: Sequence[Attribution | None]
) -> Candidate:
    """The candidate without the pieces that by the rules go with the cue of another."""
    if rule is None:
        return candidate
    others = [each for each in known if each is not None and not shared(each.cue, rule.cue)]
    content = candidate.spans["content"]
    own = tuple(
        piece
        for piece in content
        if shared((piece,), rule.content) or not any(_lies_in(piece, each) for each in others)
    )
    return _with_content(candidate, own) if own and own != content else candidate


def _lies_in(piece: Span, rule: Attribution) -> bool:
    return shared((piece,), rule.content) >= WHOLE * length_of((piece,))
