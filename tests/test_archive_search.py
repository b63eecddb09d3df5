"""Searching statements: what is found, in which order, and that no words can break it."""

import pytest
from archive_samples import BRIDGE, DAY, NOW, TRAM, VERSION, make_briefing
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.archive import Archive, Filter
from briefing.archive.statements import split_marks
from briefing.domain import Role, Span
from briefing.errors import ArchiveError

SENTENCES = (
    "Harbour dues rise in March",
    "The minister of the harbour resigns",
    "Überall fehlen Lotsen, says Zoë",
    "Budget talks: 3,5 million for C++ and AT&T",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive.open(tmp_path_factory.mktemp("archive") / "a.db") as archive:
        others = (
            make_briefing(text, {"words": text, "name": "Lea Sund"}, source=f"{n}.txt")
            for n, text in enumerate(SENTENCES)
        )
        archive.articles.add([BRIDGE, TRAM, *others], version=VERSION, now=NOW)
        yield archive


def found(archive, text, **wanted):
    return [hit.said.text for hit in archive.statements.search(text, wanted=Filter(**wanted))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("fighter jet", 2),
        ("FIGHTER Jets", 2),
        ('"fighter jet"', 1),
        ('"fighter jets" shaken', 1),
        ("“fighter jet”", 1),
        ('"fighter jet', 1),
        ("fight*", 2),
        ('"fighter je*"', 1),
        ('"fighter je"*', 1),
        ("fighte", 0),
        ("fighter tram", 0),
        ("Moreau", 1),
        ("mayor elmford jets", 1),
        ("uberall", 1),
        ("zoe", 1),
        ("more of them", 0),
        ("C++", 1),
        ("at&t", 1),
        ("harbour NOT minister", 0),
        ("harbour OR tram", 0),
        ("NEAR(harbour minister)", 0),
        ("speaker:moreau", 0),
        ("- harbour * ^", 2),
    ],
)
def test_words_phrases_and_beginnings_are_found(archive, text, number):
    assert len(found(archive, text)) == number


def test_attitudes_are_no_statements(archive):
    assert found(archive, "them") == []


@pytest.mark.parametrize("text", ["", "  ", "* -", '""', '"*"', "—", "\0", "()"])
def test_a_search_without_words_is_refused(archive, text):
    with pytest.raises(ArchiveError, match="holds no word to search for"):
        archive.statements.search(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters() | st.sampled_from('"*():^-+{}“\0\udce9 NEAR'), max_size=20))
@example('"')
@example("a\0b")
@example("a*b")
@example("ª* ½")
def test_no_words_make_a_search_fail(archive, text):
    try:
        archive.statements.search(text, wanted=Filter(speaker="x" + text))
    except ArchiveError as error:
        assert "holds no word" in str(error)


def test_the_shorter_statement_about_the_same_comes_first(archive):
    hits = archive.statements.search("harbour")
    assert [hit.said.text for hit in hits] == [SENTENCES[0], SENTENCES[1]]
    assert hits[0].score > hits[1].score > 0


def test_a_hit_tells_where_it_stands(archive):
    (hit,) = archive.statements.search("neglected")
    said = hit.said
    assert (said.article, said.source, said.title) == (
        BRIDGE.article.id,
        "news/a.txt",
        "Bridge to close",
    )
    assert (said.speaker, said.position, said.role) == ("Karl Venn", "professor", Role.EXPERT)
    assert (said.paragraph, said.time, said.confidence) == (3, NOW - DAY, 0.8)
    assert said.text in BRIDGE.article.text
    assert [span.of(hit.snippet) for span in hit.marks] == ["neglected"]


def test_statements_are_chosen_by_speaker_role_and_time(archive):
    assert len(found(archive, "jet", speaker="venn")) == 1
    assert len(found(archive, "jet", speaker="Ada Moreau")) == 1
    assert found(archive, "jet", speaker="Ada Venn") == []
    assert len(found(archive, "jet", roles=frozenset({Role.EXPERT}))) == 1
    assert len(found(archive, "jet", roles=frozenset({Role.EXPERT, Role.OFFICIAL}))) == 2
    assert found(archive, "jet", since=NOW) == []
    assert len(found(archive, "jet", since=NOW - DAY)) == 2
    assert found(archive, "jet", until=NOW - DAY) == []
    assert len(found(archive, "harbour", since=NOW)) == 2


def test_no_more_than_asked_for_are_told(archive):
    assert len(archive.statements.search("harbour", limit=1)) == 1


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("\x02ab\x03 c \x02d\x03", ("ab c d", (Span(0, 2), Span(5, 6)))),
        ("plain", ("plain", ())),
        ("stray \x03 end", ("stray  end", ())),
        ("\x02open", ("open", (Span(0, 4),))),
    ],
)
def test_marks_become_spans_of_the_snippet(marked, expected):
    assert split_marks(marked) == expected


def test_a_name_means_those_of_exactly_it_before_those_that_hold_its_words(tmp_path):
    names = ("Ada Moreau", "Ada Moreau Lind", "Lind", "ADA moreau", "???")
    with Archive.open(tmp_path / "a.db") as archive:
        archive.articles.add(
            (make_briefing(f"Rain {name}", {"words": "Rain", "name": name}) for name in names),
            version=VERSION,
            now=NOW,
        )
        assert archive.statements.names("Ada Moreau") == ("Ada Moreau",)
        assert archive.statements.names("ada moreau") == ("ADA moreau", "Ada Moreau")
        assert archive.statements.names("lind") == ("Lind",)
        assert archive.statements.names("moreau ada lind") == ("Ada Moreau Lind",)
        assert len(archive.statements.names("Moreau")) == 3
        assert archive.statements.names("Nobody") == ()
        assert archive.statements.person("Nobody") is None
        assert len(archive.statements.said_by("Ada Moreau")) == 1


def test_a_speaker_is_told_over_time(tmp_path):
    def said(n, **more):
        words = {"words": f"Rain {n}", **more}
        return make_briefing(f"Rain {n}", words, source=f"{n}.txt", published=NOW + n * DAY)

    with Archive.open(tmp_path / "a.db") as archive:
        archive.articles.add(
            [
                said(3, position="Senator", role=Role.POLITICAL),
                said(1, position="Mayor", place="Elmford"),
                said(2, position="Mayor", place="Elmford"),
                said(4, position="Mayor", place="Elmford"),
            ],
            version=VERSION,
            now=NOW,
        )
        person = archive.statements.person("Ada Moreau")
        assert (person.statements, person.articles) == (4, 4)
        assert (person.first, person.last) == (NOW + DAY, NOW + 4 * DAY)
        told = [(c.position, c.role, c.first, c.last, c.statements) for c in person.capacities]
        assert told == [
            ("Mayor", Role.OFFICIAL, NOW + DAY, NOW + 2 * DAY, 2),
            ("Senator", Role.POLITICAL, NOW + 3 * DAY, NOW + 3 * DAY, 1),
            ("Mayor", Role.OFFICIAL, NOW + 4 * DAY, NOW + 4 * DAY, 1),
        ]
        later = archive.statements.person("Ada Moreau", wanted=Filter(since=NOW + 3 * DAY))
        assert later.statements == 2
        (one,) = archive.statements.people()
        assert (one.name, one.statements, one.first) == ("Ada Moreau", 4, NOW + DAY)
