"""Source balance: who is heard how often, and what a reader is warned of."""

from collections.abc import Sequence

import pytest
from render_samples import harbour, lone, statement

from briefing.balance import Weight, weigh_sources
from briefing.domain import Grade, Kind, Role, Section, Speaker, Statement

TEXT = "x"


def said(*speakers: tuple[Speaker, Role]) -> Sequence[Statement]:
    return [statement(TEXT, speaker, [TEXT], role=role) for speaker, role in speakers]


def test_statements_and_sources_are_counted_by_section():
    assert weigh_sources(harbour().statements).weights == (
        Weight(Section.OFFICIAL, 5, 4, named=2, unnamed=1, documents=1),
        Weight(Section.EXPERT, 2, 1, named=1),
        Weight(Section.OTHER, 2, 3, named=1, unnamed=2),
    )


def test_attitudes_do_not_count():
    wish = statement(TEXT, Speaker("Ann"), [TEXT], kind=Kind.ATTITUDE)
    assert weigh_sources([wish]) == weigh_sources([])


def test_members_of_a_joint_source_count_one_by_one_and_once():
    joint = Speaker("Ann + Bob", members=("Ann", "Bob"))
    weights = weigh_sources(said((joint, Role.OFFICIAL), (Speaker("Ann"), Role.OFFICIAL))).weights
    assert weights[0] == Weight(Section.OFFICIAL, 2, 2, named=2)


def test_speakers_that_cannot_be_told_are_one_unnamed_source():
    weights = weigh_sources(
        said((Speaker(None), Role.EXPERT), (Speaker(None), Role.EXPERT))
    ).weights
    assert weights[1] == Weight(Section.EXPERT, 2, 1, unnamed=1)


OFFICIAL, EXPERT, OTHER = (
    (Speaker("Ann"), Role.OFFICIAL),
    (Speaker("Bob"), Role.EXPERT),
    (Speaker("Cy"), Role.BUSINESS),
)
AIDE = (Speaker("aide", grade=Grade.UNNAMED), Role.OFFICIAL)
SCHOLARS = (Speaker("scholars", grade=Grade.COLLECTIVE), Role.EXPERT)


@pytest.mark.parametrize(
    ("speakers", "warnings"),
    [
        ([], ["No statement was found."]),
        ([OFFICIAL, EXPERT], []),
        ([OFFICIAL, OTHER], ["No expert commentary was found."]),
        ([EXPERT, OTHER], ["No official statement was found."]),
        (
            [OFFICIAL, OFFICIAL],
            ["No expert commentary was found.", "All rests on one source: Ann."],
        ),
        ([AIDE, SCHOLARS], ["No source is named."]),
        (
            [AIDE],
            [
                "No expert commentary was found.",
                "All rests on one source: aide.",
                "No source is named.",
            ],
        ),
        (
            [(Speaker("Ann"), Role.OFFICIAL), (Speaker("Ann"), Role.EXPERT)],
            ["All rests on one source: Ann."],
        ),
    ],
)
def test_warnings(speakers, warnings):
    assert list(weigh_sources(said(*speakers)).warnings) == warnings


def test_sections_not_asked_for_are_neither_counted_nor_missed():
    balance = weigh_sources(lone().statements, sections=[Section.EXPERT])
    assert [weight.section for weight in balance.weights] == [Section.EXPERT]
    assert balance.warnings == ("All rests on one source: Una Poe.",)


@pytest.mark.parametrize("first", [Grade.UNNAMED, Grade.COLLECTIVE, Grade.NAMED])
def test_who_is_named_once_is_a_named_source(first):
    speakers = [(Speaker("Ann", grade=grade), Role.OFFICIAL) for grade in (first, Grade.NAMED)]
    assert weigh_sources(said(*speakers)).weights[0] == Weight(Section.OFFICIAL, 2, 1, named=1)
