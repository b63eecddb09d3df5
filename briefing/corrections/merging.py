"""Makes one speaker of those of an article whom corrections gave one name."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.domain import Role, RoleDecision, Speaker, Statement


def merge_speakers(
    before: Sequence[Statement], after: Sequence[Statement]
) -> tuple[Statement, ...]:
    """The corrected statements; speakers that had different names before and have one after
    share all mentions and descriptions, and the facts and the role that one of them lacked.
    """
    names: dict[str, set[str]] = {}
    for old, new in zip(before, after, strict=True):
        if new.speaker.name and old.speaker.name:
            names.setdefault(new.speaker.name, set()).add(old.speaker.name)
    merged = list(after)
    for name, olds in names.items():
        group = [number for number, one in enumerate(after) if one.speaker.name == name]
        if len(olds) < 2:
            continue
        for number, one in zip(group, _merge([after[n] for n in group]), strict=True):
            merged[number] = one
    return tuple(merged)


def scale_confidence(whole: float, old: float, new: float) -> float:
    """The confidence of a statement, of which one part has changed.

    >>> scale_confidence(0.5, 0.5, 1.0), scale_confidence(0.0, 0.0, 1.0)
    (1.0, 0.0)
    """
    return min(1.0, whole / old * new) if old > 0 else whole


def _merge(group: Sequence[Statement]) -> list[Statement]:
    speakers = [statement.speaker for statement in group]
    fullest = max(speakers, key=lambda s: (s.position is not None) + (s.affiliation is not None))
    mentions = sorted({span for speaker in speakers for span in speaker.mentions})
    told = dict.fromkeys(span for speaker in speakers for span in speaker.descriptions)
    known = [s.decision for s in group if s.decision.role is not Role.UNKNOWN]
    surest = max(known, key=lambda decision: decision.confidence, default=None)
    merged = []
    for statement in group:
        speaker = _fill(statement.speaker, fullest)
        speaker = replace(speaker, mentions=tuple(mentions), descriptions=tuple(told))
        decision = _decide(statement.decision, surest)
        old, new = statement.decision.confidence, decision.confidence
        confidence = scale_confidence(statement.confidence, old, new)
        merged.append(replace(statement, speaker=speaker, decision=decision, confidence=confidence))
    return merged


def _fill(speaker: Speaker, fullest: Speaker) -> Speaker:
    """The speaker with the facts that it lacks."""
    if speaker.position is None and fullest.position is not None:
        speaker = replace(speaker, position=fullest.position, status=fullest.status)
    return replace(speaker, affiliation=speaker.affiliation or fullest.affiliation)


def _decide(own: RoleDecision, surest: RoleDecision | None) -> RoleDecision:
    """The surest decision of the group, with what was applied to this one of its statements."""
    if surest is None or surest.role is own.role:
        return own
    applied = (line for line in own.evidence if line.startswith("correction: "))
    return replace(surest, evidence=tuple(dict.fromkeys((*surest.evidence, *applied))))
