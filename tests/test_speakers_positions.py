"""Position, affiliation and status in the article's own words."""

import pytest
from test_speakers_resolution import speakers_of

from briefing.domain import Grade, Status

CASES = {
    "title before the name": (
        "Rain fell in Norway. [Fisheries Minister Ola Brandvik] said boats must wait in Norway.",
        "Fisheries Minister",
        "Norway",
    ),
    "owner before the title": (
        "[Norway’s fisheries minister, Ola Brandvik,] said boats must wait.",
        "fisheries minister",
        "Norway",
    ),
    "apposition": (
        "[Hanne Voss, a senior lecturer in hydrology at Lowland University,] said dykes sink.",
        "senior lecturer in hydrology",
        "Lowland University",
    ),
    "relative clause": (
        "[Hanne Voss, who chairs the Dyke Trust,] said dykes sink.",
        "chairs",
        "Dyke Trust",
    ),
    "a title of two words in capitals": (
        "Rain fell. [The Medical Superintendent of the clinic, Dr. Hanne Voss,] said so.",
        "Medical Superintendent",
        "clinic",
    ),
    "letters behind the name": (
        "[Hanne Voss MSP, who sits for Skarvik,] said dykes sink.",
        "MSP",
        "Skarvik",
    ),
    "letters of honour behind the name": (
        "[Sir Bo Lind KC, chairman of the Dyke Trust,] said dykes sink.",
        "chairman",
        "Dyke Trust",
    ),
    "end of the text": (
        "[Hanne Voss, the ministry’s director",
        "director",
        "ministry",
    ),
    "of behind the name": (
        "[Prof. Hanne Voss of Lowland University] said dykes sink.",
        "Professor",
        "Lowland University",
    ),
    "mayor of a town": (
        "[Mayor Tove Lund of Skarvik Town] said the fair was on.",
        "Mayor",
        "Skarvik Town",
    ),
    "from a country": (
        "[Trade Minister Ana Ruiz] from Chile met Trade Minister Bo Lind from Sweden.",
        "Trade Minister",
        "Chile",
    ),
    "earlier mention": (
        "Hanne Voss, director of the Dyke Trust, came late. [Voss] said dykes sink.",
        "director",
        "Dyke Trust",
    ),
    "later mention": (
        "[Hanne Voss] said dykes sink. Voss, director of the Dyke Trust, came late.",
        "director",
        "Dyke Trust",
    ),
    "its leader": (
        "The Dyke Trust was angry. [Its director, Hanne Voss,] said dykes sink.",
        "director",
        "Dyke Trust",
    ),
    "taken up by a noun": (
        "The Dyke Trust was angry. [The trust's director, Hanne Voss,] said dykes sink.",
        "director",
        "Dyke Trust",
    ),
    "now a fellow": (
        "[Hanne Voss, who led the navy until 2019 and is now a fellow at the Dyke Trust,] said no.",
        "fellow",
        "Dyke Trust",
    ),
    "unnamed official": (
        "[A Dyke Trust official] said dykes sink.",
        "official",
        "Dyke Trust",
    ),
    "party and seat": (
        "[Sen. Ray Colby, R-Lakeland,] said taxes sink.",
        "Sen.",
        "R-Lakeland",
    ),
    "study of an institute": (
        "[A study by the Dyke Trust] said dykes sink.",
        None,
        "Dyke Trust",
    ),
    "no position that only repeats the name": ("[Two deputies] said dykes sink.", None, None),
    "no position in a bare name": ("[Hanne Voss] said dykes sink.", None, None),
    "no position from somebody else's clause": (
        "[Hanne Voss] said a director of the Dyke Trust had called.",
        None,
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_position_and_affiliation_are_read_from_the_text(case: str) -> None:
    marked, position, affiliation = CASES[case]
    speaker = speakers_of(marked)[0]
    assert (speaker.position, speaker.affiliation) == (position, affiliation)


STATUSES = {
    "[Hanne Voss, a former fisheries minister,] said dykes sink.": Status.FORMER,
    "[Hanne Voss, who was mayor until May,] said dykes sink.": Status.FORMER,
    "[Hanne Voss, who was elected mayor in May,] said dykes sink.": Status.CURRENT,
    "[Acting director Hanne Voss] said dykes sink.": Status.ACTING,
    "[Hanne Voss, the president-elect,] said dykes sink.": Status.DESIGNATE,
    "[Liberal presidential candidate Hanne Voss] said dykes sink.": Status.CANDIDATE,
    "[Fisheries Minister Hanne Voss] said dykes sink.": Status.CURRENT,
}


@pytest.mark.parametrize("marked", STATUSES)
def test_the_status_says_whether_the_position_is_held(marked: str) -> None:
    assert speakers_of(marked)[0].status is STATUSES[marked]


GRADES = {
    "[Hanne Voss] said dykes sink.": Grade.NAMED,
    "[A harbor official] said dykes sink.": Grade.UNNAMED,
    "[Two harbor officials] said dykes sink.": Grade.COLLECTIVE,
    "[A report] said dykes sink.": Grade.DOCUMENT,
}


@pytest.mark.parametrize("marked", GRADES)
def test_the_grade_says_how_far_a_source_is_on_record(marked: str) -> None:
    assert speakers_of(marked)[0].grade is GRADES[marked]


def test_a_speaker_says_why() -> None:
    (speaker,) = speakers_of("[Hanne Voss, director of the Dyke Trust,] said dykes sink.")
    assert speaker.evidence == (
        "name: Hanne Voss, director of the Dyke Trust,",
        "described as: director of the Dyke Trust",
    )
    assert 0 < speaker.confidence <= 1


def test_a_joint_source_lists_its_members() -> None:
    (speaker,) = speakers_of("[Ida Holm and Per Lindqvist] said they agreed on dykes and fish.")
    assert speaker.members == ("Ida Holm", "Per Lindqvist")
