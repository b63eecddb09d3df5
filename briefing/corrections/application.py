"""Applies the user's corrections and register to the statements of an article.

The article's text is never touched. What is applied is told in `evidence`; where the article
says something else, a note tells both.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from briefing.corrections.correcting import Verdict, correct_speaker, rename
from briefing.corrections.entries import Corrections
from briefing.corrections.merging import merge_speakers, scale_confidence
from briefing.corrections.offices import consult_register
from briefing.corrections.register import Register
from briefing.domain import RoleDecision, Statement


def apply_corrections(
    statements: Sequence[Statement],
    corrections: Corrections | None,
    register: Register | None,
    *,
    published: datetime | None,
    publisher: str | None,
) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """The statements as the user wants them, in the same order, and notes on mismatches.

    `published` is the article's time, by which the register is read; without one, only lines
    without days count, and the others are merely shown.

    >>> apply_corrections([], None, None, published=None, publisher=None)
    ((), ())
    """
    notes: list[str] = []
    result = tuple(statements)
    if corrections and corrections.entries:
        entries = tuple(entry for entry in corrections.entries if entry.is_from(publisher))
        verdicts = {s.speaker: correct_speaker(s.speaker, entries) for s in result}
        result = merge_speakers(
            result, tuple(apply_verdict(s, verdicts[s.speaker]) for s in result)
        )
        notes += [note for verdict in verdicts.values() for note in verdict.notes]
    if register and register.tenures:
        day = published.date() if published else None
        answers = {
            (s.speaker, s.decision.role): consult_register(s.speaker, s.decision, register, day)
            for s in result
        }
        result = tuple(apply_verdict(s, answers[s.speaker, s.decision.role]) for s in result)
        notes += [note for verdict in answers.values() for note in verdict.notes]
    return result, tuple(dict.fromkeys(notes))


def correct_name(
    name: str | None, corrections: Corrections | None, *, publisher: str | None
) -> str | None:
    """The right name of somebody without a statement, as `apply_corrections` would give it."""
    if name is None or corrections is None:
        return name
    return rename(name, [entry for entry in corrections.entries if entry.is_from(publisher)])[0]


def apply_verdict(statement: Statement, verdict: Verdict) -> Statement:
    """The statement with another speaker or role; evidence of both stands with the role too,
    as that is what every output shows."""
    old = statement.decision
    evidence = tuple(dict.fromkeys((*old.evidence, *verdict.evidence)))
    decision = replace(old, evidence=evidence)
    if verdict.role is not None:
        decision = RoleDecision(verdict.role, evidence, verdict.confidence)
    speaker = verdict.speaker
    told = tuple(dict.fromkeys((*speaker.evidence, *verdict.evidence)))
    return replace(
        statement,
        speaker=replace(speaker, evidence=told) if verdict.evidence else speaker,
        decision=decision,
        confidence=scale_confidence(statement.confidence, old.confidence, decision.confidence),
    )
