"""Each entry of the role lexicons decides where it describes a source, and only there."""

import pytest

from briefing.domain import Grade, Role, Span, Speaker
from briefing.lexicon import table
from briefing.roles import classify_role
from briefing.roles.groups import groups
from briefing.roles.wordlist import PHRASE_FILES, fold

ROWS = [row for name in PHRASE_FILES for row in table(f"roles/{name}")]
GROUPS = sorted({row[2] for row in ROWS})
BODIES = ("body", "state body", "office")
SILENT = ("general", "place", "unnamed")  # kinds that take other words to decide


def entries_of(group: str) -> list[tuple[str, Role]]:
    return [(row[0], Role(row[1])) for row in ROWS if row[2] == group and row[1] != "-"]


def described(words: str) -> Role:
    speaker = Speaker("Ada Moor", descriptions=(Span(0, len(words)),))
    return classify_role(words, speaker).role


def beside(words: str) -> Role:
    """The role of a named source with words behind its name."""
    speaker = Speaker("Ada Moor", mentions=(Span(0, 8),))
    return classify_role(f"Ada Moor, {words}, said so.", speaker).role


def needing(kind: str, entry: str) -> Role:
    """The role of a source that only the entry tells."""
    if kind in ("person", "common"):
        return described(f"the {entry}")
    if kind in BODIES:
        return described(f"a staffer of {entry}")
    return classify_role("", Speaker(entry, grade=Grade.DOCUMENT)).role


def not_triggering(kind: str, entry: str) -> Role:
    """The role of a source beside whose name the entry stands without describing it."""
    if kind in ("person", "common"):
        return beside(f"no relation to the {entry}")
    return beside(f"who had lived near {entry}") if kind in BODIES else beside(f"holding {entry}")


@pytest.mark.parametrize("group", [g for g in GROUPS if groups()[g].kind not in SILENT])
def test_entry_decides_where_it_describes_the_source(group: str) -> None:
    kind = groups()[group].kind
    wrong = [entry for entry, role in entries_of(group) if needing(kind, entry) is not role]
    assert wrong == []


@pytest.mark.parametrize("group", [g for g in GROUPS if groups()[g].kind not in SILENT])
def test_entry_says_nothing_where_it_describes_something_else(group: str) -> None:
    kind = groups()[group].kind
    wrong = [
        entry for entry, _ in entries_of(group) if not_triggering(kind, entry) is not Role.UNKNOWN
    ]
    assert wrong == []


@pytest.mark.parametrize("group", ["country", "capital", "seat"])
def test_state_that_speaks_is_official_and_one_somebody_comes_from_is_not(group: str) -> None:
    names = [row[0] for row in ROWS if row[2] == group]
    assert [n for n in names if classify_role("", Speaker(n)).role is not Role.OFFICIAL] == []
    if group != "seat":
        assert [n for n in names if described(f"born in {n}") is not Role.UNKNOWN] == []


def test_nationality_says_nothing_of_a_person() -> None:
    names = [row[0] for row in ROWS if row[2] == "demonym"]
    assert [n for n in names if described(f"a {n}") is not Role.UNKNOWN] == []


def test_unnamed_source_without_a_hint_is_unknown() -> None:
    for row in ROWS:
        if row[2] == "unnamed":
            speaker = Speaker(row[0], grade=Grade.UNNAMED)
            assert classify_role("", speaker).role is Role.UNKNOWN


def test_phrase_stands_in_one_lexicon_only() -> None:
    seen: dict[str, str] = {}
    twice = []
    for phrase, role, *_ in ROWS:
        if seen.setdefault(phrase, role) != role:
            twice.append(phrase)
    assert twice == []


def test_lexicons_cover_sixty_countries() -> None:
    bodies = {row[3] for row in table("roles/nations.tsv") if row[2] == "national"}
    parties = {row[3] for row in table("roles/nations.tsv") if row[2] == "party"}
    assert len(bodies) >= 60 and len(parties) >= 60


@pytest.mark.parametrize(
    ("word", "other"),
    [("ministers", "minister"), ("agencies", "agency"), ("witnesses", "witness"), ("É", "e")],
)
def test_plural_and_accented_words_are_looked_up_alike(word: str, other: str) -> None:
    assert fold(word) == other
