"""Group the printed statements of a section by speaker, ready to be laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefing.domain import (
    Form,
    Grade,
    Role,
    RoleDecision,
    Section,
    Span,
    Speaker,
    Statement,
    Status,
)
from briefing.lexicon import words
from briefing.render.escape import show_controls
from briefing.render.layout import Layout

GRADES = {
    Grade.UNNAMED: "unnamed source",
    Grade.COLLECTIVE: "group",
    Grade.DOCUMENT: "document",
}
UNKNOWN_SPEAKER = "Speaker not identified"

# Below this the reader is told that a role, or who said something, may be wrong.
DOUBTFUL = 0.5

QUOTES = dict(zip("“„«‘‚‹\"'「『", "”“»’‘›\"'」』", strict=True))


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement. `words` has its quotation marks if direct; `cue` is empty if neutral."""

    paragraph: int
    form: Form
    words: str
    cue: str = ""
    doubtful: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what is printed beside the name, and the statements.

    `office` joins position and affiliation; `marks` tell role, grade and principal where they
    are not plain; `left_out` counts statements that the layout did not let through.
    """

    name: str
    office: str
    marks: tuple[str, ...]
    role: Role
    entries: tuple[Entry, ...]
    left_out: int = 0


def group_voices(
    section: Section, printed: Sequence[Statement], layout: Layout, text: str
) -> Iterator[Voice]:
    """The speakers of a section in the order of their first statement; one who appears in two
    roles is two voices, as are unidentified ones of different office."""
    groups: dict[object, list[Statement]] = {}
    for statement in printed:
        if statement.section is section:
            groups.setdefault(speaker_key(statement), []).append(statement)
    for group in groups.values():
        shown = [each for each in group if layout.show_all or not each.aside]
        name, office, marks = introduce(group, layout)
        yield Voice(
            name=name,
            office=office,
            marks=marks,
            role=group[0].decision.role,
            entries=tuple(describe_statement(statement, text, layout) for statement in shown),
            left_out=len(group) - len(shown),
        )


def speaker_key(statement: Statement) -> tuple[str | None, Role, str]:
    """What the statements of one voice have in common: name and role; office without a name."""
    speaker = statement.speaker
    return speaker.name, statement.decision.role, "" if speaker.name else _office(speaker)


def introduce(group: Sequence[Statement], layout: Layout) -> tuple[str, str, tuple[str, ...]]:
    """Name, office and marks of the voice that makes these statements."""
    show = partial(show_controls, unicode=layout.unicode)
    speaker = _fullest(group)
    marks = tuple(map(show, _marks(speaker, group[0].decision)))
    return show(speaker.name or UNKNOWN_SPEAKER), show(_office(speaker)), marks


def _fullest(group: Sequence[Statement]) -> Speaker:
    """The speaker of a group as that statement knows it which tells most of position,
    affiliation and principal; the first of equals."""
    return max(
        (statement.speaker for statement in group),
        key=lambda s: sum(known is not None for known in (s.position, s.affiliation, s.principal)),
    )


def _office(speaker: Speaker) -> str:
    """Position and affiliation, without what the name or the other says already."""
    name = (speaker.name or "").casefold()
    position, affiliation = (
        words if words and words.casefold() != name else ""
        for words in (speaker.position, speaker.affiliation)
    )
    if speaker.status is not Status.CURRENT and speaker.status not in position.lower():
        position = f"{position} ({speaker.status})" if position else speaker.status.value
    if affiliation.casefold() in position.casefold():
        return position
    return f"{position}, {affiliation}" if position else affiliation


def _marks(speaker: Speaker, decision: RoleDecision) -> list[str]:
    marks = []
    if decision.role is Role.UNKNOWN:
        marks.append("role unclear")
    elif decision.confidence < DOUBTFUL:
        marks.append(f"{decision.role}?")
    elif decision.role not in (Role.OFFICIAL, Role.EXPERT):
        marks.append(decision.role.value)
    if speaker.name and speaker.grade in GRADES:
        marks.append(GRADES[speaker.grade])
    if speaker.principal:
        marks.append(f"for {speaker.principal}")
    return marks


def describe_statement(statement: Statement, text: str, layout: Layout) -> Entry:
    """What is printed of a statement in this text."""
    said = statement.attribution
    pieces = [_piece(span, text, said.form, layout) for span in said.content]
    cue = show_controls(" … ".join(span.of(text) for span in said.cue), unicode=layout.unicode)
    return Entry(
        paragraph=statement.paragraph,
        form=said.form,
        words=layout.signs.gap.join(pieces),
        cue="" if said.form is Form.DIRECT or is_neutral(cue) else cue,
        doubtful=said.confidence * statement.speaker.confidence < DOUBTFUL,
        why=show_controls(_why(statement, cue), unicode=layout.unicode) if layout.explain else "",
    )


def is_neutral(cue: str) -> bool:
    """Whether a cue says no more than that something was said.

    >>> is_neutral("Said"), is_neutral("denied")
    (True, False)
    """
    return cue.casefold() in words("render/neutral_cues.txt")


def _piece(span: Span, text: str, form: Form, layout: Layout) -> str:
    """The article's words at a span. They stand in quotation marks if all of the statement is
    direct speech, or if a mixed one has the article's own marks just around the span."""
    words = show_controls(span.of(text), unicode=layout.unicode)
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    if form is Form.DIRECT or (form is Form.MIXED and QUOTES.get(before) == after != ""):
        return quoted(words, layout)
    return words


def quoted(words: str, layout: Layout) -> str:
    """The words in quotation marks, unless the article's own already stand around them."""
    closing = QUOTES.get(words[:1])
    if closing and words.find(closing, 1) == len(words) - 1:
        return words
    return f"{layout.signs.opening}{words}{layout.signs.closing}"


def _why(statement: Statement, cue: str) -> str:
    said, speaker, decision = statement.attribution, statement.speaker, statement.decision
    parts = [
        f"confidence {statement.confidence:.2f}",
        f"cue: {cue or 'none'}",
        _reason(decision.role.value, decision.confidence, decision.evidence),
        _reason("speaker", speaker.confidence, speaker.evidence),
        _reason("statement", said.confidence, said.evidence),
    ]
    return "; ".join(parts)


def _reason(what: str, confidence: float, evidence: Sequence[str]) -> str:
    return f"{what} {confidence:.2f}" + (f" ({', '.join(evidence)})" if evidence else "")
