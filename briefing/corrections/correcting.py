"""Decides what the entries of a corrections file say of one speaker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.corrections.entries import Correction
from briefing.corrections.names import same_name
from briefing.domain import Role, Speaker, Status

JOINT = " + "


@dataclass(frozen=True, slots=True)
class Verdict:
    """A speaker as it is to be printed; a role (None: as found) and how sure it is; what was
    applied; what the article says against it."""

    speaker: Speaker
    role: Role | None = None
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def correct_speaker(speaker: Speaker, entries: Iterable[Correction]) -> Verdict:
    """What the entries, later before earlier, make of a speaker.

    Names of joint sources and principals are corrected one by one; the role of a joint source
    is that of its first member. Who cannot be told is left so.
    """
    if speaker.name is None:
        return Verdict(speaker)
    known = tuple(entries)
    if speaker.members:
        return _correct_joint(speaker, known)
    name, about = rename(speaker.name, known)
    speaker, told = _with_name(speaker, name, about)
    speaker, principal = _with_principal(speaker, known)
    corrected, facts, notes = _with_facts(speaker, about)
    role, decided = _role(about)
    return Verdict(corrected, role, 1.0, (*told, *principal, *facts, *decided), notes)


def rename(name: str, entries: Iterable[Correction]) -> tuple[str, list[Correction]]:
    """The right name for a name, and the entries that are about either."""
    right, about = name, []
    for entry in entries:
        if entry.is_about(name) or (right != name and entry.is_about(right)):
            right = entry.name or right
            about.append(entry)
    return right, about


def _told(what: str, entry: Correction) -> str:
    return f"correction: {what} ({entry.place})"


def _with_name(
    speaker: Speaker, name: str, about: Sequence[Correction]
) -> tuple[Speaker, tuple[str, ...]]:
    if name == speaker.name:
        return speaker, ()
    entry = next(entry for entry in reversed(about) if entry.name == name)
    told = _told(f"name set to {name}, article has {speaker.name}", entry)
    return replace(speaker, name=name), (told,)


def _with_principal(
    speaker: Speaker, entries: Sequence[Correction]
) -> tuple[Speaker, tuple[str, ...]]:
    named = [entry for entry in entries if entry.name]
    name, about = rename(speaker.principal, named) if speaker.principal else ("", [])
    if not about or name == speaker.principal:
        return speaker, ()
    told = _told(f"speaks for {name}, article has {speaker.principal}", about[-1])
    return replace(speaker, principal=name), (told,)


def _with_facts(
    speaker: Speaker, about: Sequence[Correction]
) -> tuple[Speaker, tuple[str, ...], tuple[str, ...]]:
    """The speaker with corrected position, affiliation and status, what was applied, and notes
    where the article says something else."""
    told: list[str] = []
    notes: list[str] = []
    found = speaker
    for entry in _last(about, "position"):
        speaker = replace(speaker, position=entry.position or None)
        speaker = replace(speaker, status=_status_in(entry.position or ""))
        told.append(_set("position", entry.position, entry))
        notes += _mismatch(found, "position", found.position, entry.position, entry)
    for entry in _last(about, "affiliation"):
        speaker = replace(speaker, affiliation=entry.affiliation or None)
        told.append(_set("affiliation", entry.affiliation, entry))
        notes += _mismatch(found, "affiliation", found.affiliation, entry.affiliation, entry)
    for entry in _last(about, "status"):
        speaker = replace(speaker, status=entry.status or speaker.status)
        told.append(_told(f"status set to {entry.status}", entry))
    return speaker, tuple(told), tuple(notes)


def _last(about: Sequence[Correction], field: str) -> list[Correction]:
    """The last entry that says something of a field; none where no one does."""
    return [entry for entry in about if getattr(entry, field) is not None][-1:]


def _set(field: str, value: str | None, entry: Correction) -> str:
    return _told(f"{field} set to {value}" if value else f"{field} left out", entry)


def _mismatch(
    speaker: Speaker, field: str, was: str | None, value: str | None, entry: Correction
) -> list[str]:
    if not value or not was or same_name(value, was):
        return []
    article = f"{speaker.name}: the article has the {field} “{was}”"
    return [f"{article}, the correction “{value}” ({entry.place})"]


def _status_in(position: str) -> Status:
    """The status that a position begins with: `former mayor`."""
    first = position.split(" ", 1)[0].casefold()
    return Status(first) if first in list(Status) else Status.CURRENT


def _role(about: Sequence[Correction]) -> tuple[Role | None, tuple[str, ...]]:
    for entry in _last(about, "role"):
        return entry.role, (_told(f"role set to {entry.role}", entry),)
    return None, ()


def _correct_joint(speaker: Speaker, entries: Sequence[Correction]) -> Verdict:
    found = [correct_speaker(Speaker(member), entries) for member in speaker.members]
    names = tuple(dict.fromkeys(verdict.speaker.name or "" for verdict in found))
    about_facts = ("position", "affiliation", "status")
    told = tuple(
        line
        for number, verdict in enumerate(found)
        for line in verdict.evidence
        if not line.startswith(tuple(f"correction: {fact} " for fact in about_facts))
        and (number == 0 or not line.startswith("correction: role "))
    )
    if names != speaker.members:
        members = names if len(names) > 1 else ()
        speaker = replace(speaker, name=JOINT.join(names), members=members)
    return Verdict(speaker, found[0].role, 1.0, told)
