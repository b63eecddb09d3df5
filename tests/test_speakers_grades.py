"""How far each source is on record: named, unnamed, a group, a document; and how that counts."""

import pytest

from briefing.balance import weigh_sources
from briefing.brief import Options, brief
from briefing.domain import Grade, Section
from briefing.load import load_text

NAMED, UNNAMED = Grade.NAMED, Grade.UNNAMED
COLLECTIVE, DOCUMENT = Grade.COLLECTIVE, Grade.DOCUMENT

SOURCES = [
    ("Agriculture Minister Pavla Horn", NAMED),
    ("Milan Petr, an economist at Ostmark University,", NAMED),
    ("The Farmers' Union", NAMED),
    ("A senior ministry official", UNNAMED),
    ("One diplomat", UNNAMED),
    ("An analyst at a large bank", UNNAMED),
    ("A person briefed on the talks", UNNAMED),
    ("A spokeswoman for the bakers", UNNAMED),
    ("A 43-year-old farmer", UNNAMED),
    ("Two officials", COLLECTIVE),
    ("Officials", COLLECTIVE),
    ("Analysts", COLLECTIVE),
    ("People familiar with the matter", COLLECTIVE),
    ("Critics", COLLECTIVE),
    ("Witnesses", COLLECTIVE),
    ("A report by the Audit Office", DOCUMENT),
    ("The study", DOCUMENT),
    ("A leaked memo", DOCUMENT),
    ("The survey", DOCUMENT),
]


def briefed(*sources):
    said = " ".join(f"{source} said the levy would rise in spring." for source in sources)
    text = f"Grain levy divides Ostmark\n\nOstmark plans a grain levy.\n\n{said}\n"
    return brief(load_text(text, source="x"), Options(engine="rules")).statements


@pytest.mark.parametrize(("source", "grade"), SOURCES)
def test_grade_is_that_of_the_words_for_the_source(source, grade):
    (one,) = briefed(source)
    assert one.speaker.grade is grade


def test_balance_tells_named_unnamed_and_documents_apart():
    statements = briefed(
        "Agriculture Minister Pavla Horn", "A senior ministry official", "Two diplomats"
    )
    official = weigh_sources(statements).weights[0]
    assert official.section is Section.OFFICIAL
    assert (official.named, official.unnamed, official.documents) == (1, 2, 0)


def test_balance_warns_where_no_source_is_named():
    balance = weigh_sources(briefed("A senior ministry official", "Analysts"))
    assert balance.warnings == ("No source is named.",)


def test_balance_warns_of_one_source_and_a_missing_side():
    balance = weigh_sources(briefed("Agriculture Minister Pavla Horn"))
    assert balance.warnings == (
        "No expert commentary was found.",
        "All rests on one source: Pavla Horn.",
    )
