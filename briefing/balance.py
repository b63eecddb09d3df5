"""Weigh the sources of a briefing: who is heard how often, and whose side is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.domain import Grade, Kind, Section, Statement

MISSING = {
    Section.OFFICIAL: "No official statement was found.",
    Section.EXPERT: "No expert commentary was found.",
}


@dataclass(frozen=True, slots=True)
class Weight:
    """The statements and the speakers of one section.

    Speakers are `named`, `unnamed` or `documents`; unnamed are those whom the article only
    describes, or leaves open.
    """

    section: Section
    statements: int = 0
    speakers: int = 0
    named: int = 0
    unnamed: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """One weight for each section, in the order of printing, and what a reader must know."""

    weights: tuple[Weight, ...]
    warnings: tuple[str, ...]


def weigh_sources(
    statements: Sequence[Statement], *, sections: Sequence[Section] = tuple(Section)
) -> Balance:
    """Count statements and speakers by section; attitudes and other sections are left out.

    The members of a joint source count one by one. All statements whose speaker cannot be
    told count as one unnamed speaker of their section.

    >>> weigh_sources([]).warnings
    ('No statement was found.',)
    """
    printed = [
        s for s in statements if s.attribution.kind is Kind.STATEMENT and s.section in sections
    ]
    weights = tuple(
        _weigh(section, [s for s in printed if s.section is section]) for section in sections
    )
    return Balance(weights, tuple(_warnings(printed, weights)))


def _weigh(section: Section, statements: Sequence[Statement]) -> Weight:
    grades = _grades(statements)
    counted = list(grades.values())
    named, documents = counted.count(Grade.NAMED), counted.count(Grade.DOCUMENT)
    unnamed = len(counted) - named - documents
    return Weight(section, len(statements), len(counted), named, unnamed, documents)


def _grades(statements: Sequence[Statement]) -> dict[str | None, Grade]:
    """The grade of each speaker: named if once so, else that of the first statement."""
    grades: dict[str | None, Grade] = {}
    for speaker in (statement.speaker for statement in statements):
        for name in speaker.members or (speaker.name,):
            grade = speaker.grade if name else Grade.UNNAMED
            if grade is Grade.NAMED or name not in grades:
                grades[name] = grade
    return grades


def _warnings(printed: Sequence[Statement], weights: Sequence[Weight]) -> list[str]:
    if not printed:
        return ["No statement was found."]
    warnings = [
        MISSING[weight.section]
        for weight in weights
        if weight.section in MISSING and not weight.statements
    ]
    grades = _grades(printed)
    if len(grades) == 1:
        name = printed[0].speaker.name or "a speaker who is not identified"
        warnings.append(f"All rests on one source: {name}.")
    if Grade.NAMED not in grades.values():
        warnings.append("No source is named.")
    return warnings
