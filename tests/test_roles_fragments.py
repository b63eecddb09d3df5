"""Entries of each group, drawn alike each time, tell the role in sentences and not beside them."""

import random

import pytest

from briefing.domain import Grade, Role, Span, Speaker
from briefing.lexicon import table
from briefing.roles import classify_role
from briefing.roles.groups import groups
from briefing.roles.wordlist import PHRASE_FILES

DRAWN = 12  # entries of a group
ROWS = [row for name in PHRASE_FILES for row in table(f"roles/{name}") if row[1] != "-"]
PEOPLE, BODIES, PAPERS = ("person", "common"), ("body", "state body", "office"), ("paper",)
GROUPS = sorted({row[2] for row in ROWS if groups()[row[2]].kind in PEOPLE + BODIES + PAPERS})

# Sentences that need the entry, and ones in which it tells nothing of who Ada Moor is.
NEED = {
    PEOPLE: (
        "Ada Moor, the {entry}, said on Friday that the quay would open late.",
        "The quay would open late, said Ada Moor, who is a {entry}.",
    ),
    BODIES: (
        "Ada Moor, who works for the {entry}, said the quay would open late.",
        "The quay would open late, said Ada Moor, a staffer at the {entry}.",
    ),
    PAPERS: (),
}
BESIDE = {
    PEOPLE: (
        "The {entry} left at noon. Ada Moor said the quay would open late.",
        "Ada Moor, asked by the {entry}, said the quay would open late.",
    ),
    BODIES: (
        "The {entry} was closed at noon. Ada Moor said the quay would open late.",
        "Ada Moor, who was waiting outside the {entry}, said the quay would open late.",
    ),
    PAPERS: (
        "The {entry} was lost at noon. Ada Moor said the quay would open late.",
        "Ada Moor, holding the {entry}, said the quay would open late.",
    ),
}


def drawn(group: str) -> list[tuple[str, Role]]:
    rows = [(row[0], Role(row[1])) for row in ROWS if row[2] == group]
    return random.Random(group).sample(rows, min(DRAWN, len(rows)))


def kinds_of(group: str) -> tuple[str, ...]:
    return next(kinds for kinds in NEED if groups()[group].kind in kinds)


def role_in(text: str, name: str = "Ada Moor") -> Role:
    start = text.index(name)
    return classify_role(text, Speaker(name, mentions=(Span(start, start + len(name)),))).role


def wrong_in(template: str, group: str, wanted: Role | None = None) -> list[str]:
    """The entries drawn from a group that tell another role than the wanted one (None: theirs)."""
    return [
        entry
        for entry, role in drawn(group)
        if role_in(template.format(entry=entry)) is not (wanted or role)
    ]


@pytest.mark.parametrize("group", GROUPS)
def test_entry_tells_the_role_of_whom_the_sentence_calls_so(group: str) -> None:
    for template in NEED[kinds_of(group)]:
        assert wrong_in(template, group) == [], template


@pytest.mark.parametrize("group", GROUPS)
def test_entry_beside_a_source_tells_nothing(group: str) -> None:
    for template in BESIDE[kinds_of(group)]:
        assert wrong_in(template, group, Role.UNKNOWN) == [], template


@pytest.mark.parametrize("group", [g for g in GROUPS if groups()[g].kind in PAPERS])
def test_document_speaks_for_its_issuer(group: str) -> None:
    for entry, role in drawn(group):
        named = (entry, f"{entry} of last spring")
        decided = [classify_role("", Speaker(n, grade=Grade.DOCUMENT)).role for n in named]
        assert decided == [role, role], entry


@pytest.mark.parametrize("group", [g for g in GROUPS if groups()[g].kind in PEOPLE])
def test_entry_as_a_surname_tells_nothing(group: str) -> None:
    words = [entry for entry, _ in drawn(group) if entry.isalpha() and entry.islower()]
    words = [word for word in words if word != "police"]  # "Quayshire Police" is a force
    names = [f"Ada {word.capitalize()}" for word in words]
    assert [n for n in names if role_in(f"{n} left at noon.", n) is not Role.UNKNOWN] == []
