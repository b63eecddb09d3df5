"""Compares what an article says of a speaker with a register of office-holders."""

import re
from collections.abc import Sequence
from datetime import date

from briefing.corrections.correcting import Verdict
from briefing.corrections.names import name_key
from briefing.corrections.register import Register, Tenure
from briefing.domain import Grade, Role, RoleDecision, Speaker, Status

# How sure a role is that only a register tells: the article may mean a namesake. Not measured.
BY_REGISTER = 0.9

# Words of offices that tell none apart: `Minister for Foreign Affairs of Japan`.
SMALL = frozenset({"and", "at", "for", "in", "of", "on", "s", "the", "to"})
# Words that begin alike for so many letters are one: `defence` and `defense`, `finance` and
# `financial`. Takes `president` and `presidency` for one, `counsel` and `council` for two.
ALIKE = 5
PARTS = re.compile(r"[^\W_]+")


def consult_register(
    speaker: Speaker, decision: RoleDecision, register: Register, day: date | None
) -> Verdict:
    """What a register adds to a speaker: its offices where the article gives no position, the
    role where that is unknown, and a note where the two contradict each other.

    Only those named in full are looked up. Without a day, lines with days decide nothing.
    """
    if speaker.name is None or speaker.grade is not Grade.NAMED or speaker.members:
        return Verdict(speaker)
    known = [t for t in register.of(speaker.name) if day is None or not _is_to_come(t, day)]
    current = [t for t in known if (t.holds(day) if day else not t.is_dated)]
    past = [t for t in known if day and t.is_over(day)]
    if speaker.position is None:
        return _without_position(speaker, decision, known, current)
    conflict = _conflict(speaker, current, past)
    if conflict is None:
        return Verdict(speaker)
    article = f"the article has {describe(speaker)}"
    note = f"{speaker.name}: {article}, the register {conflict.office}"
    return Verdict(speaker, None, evidence=(f"{conflict}; {article}",), notes=(note,))


def describe(speaker: Speaker) -> str:
    """The position in the article's words, with its status where they do not tell it.

    >>> describe(Speaker("Ada Moor", "mayor", status=Status.FORMER))
    'former “mayor”'
    """
    position = f"“{speaker.position}”"
    if speaker.status is Status.CURRENT or speaker.status in (speaker.position or "").casefold():
        return position
    return f"{speaker.status} {position}"


def _is_to_come(tenure: Tenure, day: date) -> bool:
    return tenure.start is not None and tenure.start > day


def _without_position(
    speaker: Speaker, decision: RoleDecision, known: Sequence[Tenure], current: Sequence[Tenure]
) -> Verdict:
    """The offices as evidence; they decide the role if it is unknown and they agree on it."""
    evidence = tuple(dict.fromkeys(map(str, current or known)))
    roles = {tenure.role for tenure in current if tenure.role is not None}
    if len(roles) != 1:
        return Verdict(speaker, evidence=evidence)
    role = roles.pop()
    if decision.role is Role.UNKNOWN:
        return Verdict(speaker, role, BY_REGISTER, (*evidence, f"register: role set to {role}"))
    if decision.role is role:
        return Verdict(speaker, evidence=evidence)
    office = next(tenure.office for tenure in current if tenure.role is role)
    note = f"{speaker.name}: found as {decision.role}, in the register as {role}: {office}"
    return Verdict(speaker, None, evidence=(*evidence, f"register: role {role}"), notes=(note,))


def _conflict(speaker: Speaker, current: Sequence[Tenure], past: Sequence[Tenure]) -> Tenure | None:
    """The line of the register that contradicts the article's position; None where none does."""
    if speaker.status is Status.CANDIDATE or not (current or past):
        return None
    held_now = [tenure for tenure in current if is_same_office(speaker, tenure)]
    held_once = [tenure for tenure in past if is_same_office(speaker, tenure)]
    if speaker.status is Status.CURRENT:
        if held_now:
            return None
        return (current or held_once or past)[0]
    if speaker.status is Status.FORMER:
        if held_now and not held_once:
            return held_now[0]
        return None if held_once or not current else current[0]
    return held_now[0] if held_now else None


def is_same_office(speaker: Speaker, tenure: Tenure) -> bool:
    """Whether article and register may mean one office: the one's words are among the other's.

    >>> vass = Speaker("Ingrid Vass", "minister of foreign affairs")
    >>> is_same_office(vass, Tenure("Ingrid Vass", "Foreign Minister"))
    True
    >>> is_same_office(vass, Tenure("Ingrid Vass", "Prime Minister"))
    False
    """
    said = _office_words(speaker.position)
    noted = _office_words(tenure.position)
    around = _office_words(tenure.affiliation) | _office_words(speaker.affiliation)
    return _is_among(said, noted | around) or _is_among(noted, said | around)


def _office_words(words: str | None) -> frozenset[str]:
    parts = (part for word in name_key(words or "") for part in PARTS.findall(word))
    statuses = {status.value for status in Status}
    return frozenset(part[:ALIKE] for part in parts if part not in SMALL | statuses)


def _is_among(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and some <= others
