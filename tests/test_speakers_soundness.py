"""What is no position, no affiliation or no name is not printed as one."""

import pytest
from test_speakers_resolution import speakers_of

from briefing.speakers.offices import part_office
from briefing.speakers.soundness import sound_affiliation, sound_name, sound_position

POSITIONS = {
    "another parliamentarian": "parliamentarian",
    "head of the river board": "head of the river board",
    "chief of staff": "chief of staff",
    "heads the harbour office": "heads the harbour office",
    "lives across the canal": "lives across the canal",
    "Speaker of the": "Speaker",
    "author of": "author",
    "retired general": "retired general",
    "Senior Research Fellow": "Senior Research Fellow",
    "ratings firm": "ratings firm",
    "to answer the riders": "",
    "where she accused the warden": "",
    "if you could stop the driver": "",
    "wrote the poet": "",
    "lived in Skarvik since 1994": "",
    "lives a mile from where the boat sank": "",
    "like so many singers": "",
    "these": "",
    "both": "",
    "husband a lawyer": "",
    "remembered the frightened boy": "",
    "26 wives and more than 100 children": "",
    "warden said that two riders fell": "",
    "women": "",
    "minority of angry riders": "",
    "": "",
}


@pytest.mark.parametrize("words", POSITIONS)
def test_only_a_noun_of_standing_or_work_is_a_position(words: str) -> None:
    assert sound_position(words, named=True, single=True) == POSITIONS[words]


def test_an_unnamed_group_may_be_counted() -> None:
    assert sound_position("two ferry riders", named=False, single=False) == "two ferry riders"
    assert sound_position("two ferry riders", named=True, single=True) == ""


AFFILIATIONS = {
    "the Dyke Trust": "Dyke Trust",
    "school board": "school board",
    "US": "US",
    "WHO": "WHO",
    "Theresa May": "Theresa May",
    "police": "police",
    "indiana": "indiana",
    "if you could stop by": "",
    "spearheading this week": "",
    "what they call home": "",
    "Office": "",
    "General": "",
    "the": "",
}


@pytest.mark.parametrize("words", AFFILIATIONS)
def test_only_a_body_or_a_place_is_an_affiliation(words: str) -> None:
    assert sound_affiliation(words) == AFFILIATIONS[words]


NAMES = {
    "ferry riders told local reporters": "ferry riders",
    "riders who had paid": "riders who had paid",
    "many of whom": "many",
    "only line of its press release": "only line of its press release",
    "about 40 riders": "about 40 riders",
    "Will Brandvik's lawyer": "Will Brandvik's lawyer",
    "Brandvik's \"Song of Salt": "Brandvik's Song of Salt",
    ", like Brandvik": "",
    "the": "",
    "you're": "",
    "has the old singer": "",
    "not even the warden": "",
}


@pytest.mark.parametrize("words", NAMES)
def test_a_description_is_no_clause_and_no_pronoun(words: str) -> None:
    assert sound_name(words, named=False) == NAMES[words]


def test_a_name_is_no_pronoun() -> None:
    assert sound_name("Omar Said", named=True) == "Omar Said"
    assert sound_name("Entitled", named=True) == ""


OFFICES = {
    ("Australian Foreign Minister", ""): ("Foreign Minister", "Australia"),
    ("Chilean foreign minister", "Norway"): ("foreign minister", "Chilean"),
    ("Australian envoy", "Dyke Trust"): ("envoy", "Dyke Trust"),
    ("Indiana Gov", ""): ("Gov.", "Indiana"),
    ("Lowland police Det", ""): ("Det", "Lowland police"),
    ("U.S. Attorney", ""): ("U.S. Attorney", ""),
    ("Indiana Attorney General", ""): ("Attorney General", "Indiana"),
    ("New York Times Editor", ""): ("New York Times Editor", ""),
    ("Minister", ""): ("Minister", ""),
}


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_is_parted_from_its_country_state_or_force(office: tuple[str, str]) -> None:
    assert part_office("Australia called Indiana Gov. Prell.", *office) == OFFICES[office]


SPEAKERS = {
    "country inside the position": (
        "Norway was glad. Norway and Norway agreed. [Chilean envoy Ana Ruiz] said boats wait.",
        ("Ana Ruiz", "envoy", "Chilean"),
    ),
    "a ministry named by its work": (
        "[The Justice Department] said boats must wait.",
        ("Justice Department", None, None),
    ),
    "a justice": ("[Justice Ana Ruiz] said boats must wait.", ("Ana Ruiz", "Justice", None)),
    "some of many": (
        "[Some of the riders] said boats must wait.",
        ("some of the riders", None, None),
    ),
    "a title with a hyphen": (
        "[Brigadier-General Bo Lind] said boats must wait.",
        ("Bo Lind", "Brigadier-General", None),
    ),
    "an office with an object": (
        "[Former Speaker of the House Bo Lind] said boats must wait.",
        ("Bo Lind", "Speaker", "House"),
    ),
    "a king of a country": ("[The King of Norway] said boats must wait.", ("King of Norway",)),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_what_is_printed_of_a_speaker_is_sound(case: str) -> None:
    marked, expected = SPEAKERS[case]
    speaker = speakers_of(marked)[-1]
    found = (speaker.name, speaker.position, speaker.affiliation)
    assert found[: len(expected)] == expected
