"""What is no position, no affiliation or no name is not printed as one."""

import pytest
from test_speakers_resolution import speakers_of

from briefing.domain import Status
from briefing.speakers.entities import Entity, Post, name_form
from briefing.speakers.genitives import can_own, genitive
from briefing.speakers.names import NameKind
from briefing.speakers.offices import part_office
from briefing.speakers.posts import sound_posts
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
    "company": "",
    "one of many who came late to the long and slow harbour board meeting warden": "",
    "tall and thin and old and wise and kind and grim and good warden": "",
    "Ana Ruiz leads alongside ex-President": "",
    "runs a small youth club and acts as a voice of riders": "runs a small youth club",
    "minority of angry riders": "",
    "": "",
}


@pytest.mark.parametrize("words", POSITIONS)
def test_only_a_noun_of_standing_or_work_is_a_position(words: str) -> None:
    assert sound_position(words, named=True, single=True) == POSITIONS[words]


def test_a_body_may_be_a_kind_of_body() -> None:
    assert sound_position("ratings firm", named=True, single=False) == "ratings firm"


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
    "eHarbour": "eHarbour",
    "Office": "",
    "General": "",
    "one of the firm": "firm",
    "Lima-based Dyke Trust": "Dyke Trust",
    "Lima-based": "",
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
    "Brandvik's \"Song of Salt": 'Brandvik\'s "Song of Salt"',
    ", like Brandvik": "",
    "the": "",
    "you're": "",
    "has the old singer": "",
    "we do know, from a ferry rider": "",
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
    ("U.S. Secretary of State", ""): ("Secretary of State", "U.S."),
    ("WMO Deputy Director", ""): ("Deputy Director", "WMO"),
    ("Weirco CEO", ""): ("CEO", "Weirco"),
    ("Skarvik Mayor", ""): ("Mayor", "Skarvik"),
    ("Weirco CEO", "Weirco Inc"): ("Weirco CEO", "Weirco Inc"),
    ("Deputy Mayor", ""): ("Deputy Mayor", ""),
    ("Lord Mayor", ""): ("Lord Mayor", ""),
    ("Founder and CEO", ""): ("Founder and CEO", ""),
    ("CEO", ""): ("CEO", ""),
    ("Skarvik Town Clerk", ""): ("Town Clerk", "Skarvik"),
    ("Skarmoor County Sheriff", ""): ("Sheriff", "Skarmoor County"),
    ("Tidewater Governor", ""): ("Governor", "Tidewater"),
    ("Tory MP", ""): ("MP", "Tory"),
    ("City Finance Director", ""): ("City Finance Director", ""),
    ("Outgoing Mayor", ""): ("Outgoing Mayor", ""),
    ("Republican Governor", ""): ("Republican Governor", ""),
    ("Art Director", ""): ("Art Director", ""),
    ("Prell Director", ""): ("Director", "Prell"),
    ("Labor Secretary", ""): ("Labor Secretary", ""),
    ("White House Press Secretary", ""): ("Press Secretary", "White House"),
    ("House Lock Committee Chairman", ""): ("Chairman", "House Lock Committee"),
}


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_is_parted_from_its_country_state_or_force(office: tuple[str, str]) -> None:
    assert part_office("Australia called Indiana Gov. Prell.", *office) == OFFICES[office]


SPEAKERS = {
    "country inside the position": (
        "Norway was glad. Norway and Norway agreed. [Chilean envoy Ana Ruiz] said boats wait.",
        ("Ana Ruiz", "envoy", "Chilean"),
    ),
    "country inside a description of somebody named": (
        "Norway won. Norway sang. [The Chilean foreign minister] said no.\n\n"
        "Foreign Minister Ana Ruiz, who has Chilean parents, left.",
        ("Ana Ruiz", "foreign minister", "Chilean"),
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


ROOTS = {
    "an office and the one whose it is": (
        "[Ana Ruiz of the City Attorney's Office] said boats must wait.",
        ("Ana Ruiz", None, "City Attorney's Office"),
    ),
    "a person's office is none": (
        "Ana Ruiz left. [Ruiz's Office] said boats must wait.",
        ("Ana Ruiz's Office", None, None),
    ),
    "a body with what it is for": (
        "[Ana Ruiz, director of the Lowland Centre for the Study of Tides,] said boats wait.",
        ("Ana Ruiz", "director", "Lowland Centre for the Study of Tides"),
    ),
    "an agency with two tasks": (
        "[A statement by U.S. Harbours and Tides Enforcement] said boats must wait.",
        (
            "statement by U.S. Harbours and Tides Enforcement",
            None,
            "U.S. Harbours and Tides Enforcement",
        ),
    ),
    "residents of two places": (
        "[Residents of Skarvik, Lowland and Tove Valley] said boats must wait.",
        ("Residents of Skarvik, Lowland and Tove Valley",),
    ),
    "two persons stay two": (
        "[Fishermen from Skarvik and Ana Ruiz] said boats must wait.",
        ("fishermen from Skarvik + Ana Ruiz",),
    ),
    "a press secretary": (
        "[White House press secretary Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "press secretary", "White House"),
    ),
    "a detective of a police force": (
        "[Skarvik police Det. Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "Det.", "Skarvik police"),
    ),
    "an apposition that begins with a country": (
        "Norway, Norway and Norway. [Ana Ruiz, Chilean trade minister,] said boats must wait.",
        ("Ana Ruiz", "trade minister", "Chilean"),
    ),
    "two names in a row": (
        "[Ana Ruiz], Dyke Trust lawyer Bo Lind and others said boats must wait.",
        ("Ana Ruiz", None, None),
    ),
    "a name behind an office with its field": (
        "[Weirco vice president of marketing Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "vice president of marketing", "Weirco"),
    ),
    "a name behind an office with a portfolio": (
        "[The deputy director for security Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "deputy director for security"),
    ),
    "an officer of a department": (
        "[Lowland Department of Justice information officer Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "information officer", "Lowland Department of Justice"),
    ),
    "an adjective that opens a sentence": (
        "[Frightened neighbours] said boats must wait.",
        ("Frightened neighbours", None, None),
    ),
    "a surname that is a title too": (
        "[Chilean Trade Minister Julia Bishop] said boats must wait.",
        ("Julia Bishop", "Trade Minister", "Chilean"),
    ),
    "a single owner is written out": (
        "Ana Ruiz left. [Her lawyer] said boats must wait.",
        ("Ana Ruiz's lawyer",),
    ),
    "an office of a body, all in capitals": (
        "[Ana Ruiz, President of the Dyke Trust,] said boats must wait.",
        ("Ana Ruiz", "President", "Dyke Trust"),
    ),
    "a bureau named by its work": (
        "[The Bureau of Justice Statistics] said boats must wait.",
        ("Bureau of Justice Statistics", None),
    ),
    "a spokesman is not the minister named later": (
        "[A navy spokesman] said boats must wait. Defence Secretary Bo Lind said so too.",
        ("navy spokesman", "spokesman"),
    ),
    "two owners are not": (
        "Ana Ruiz and Bo Lind left. [Their respective lawyers] said boats must wait.",
        ("respective lawyers",),
    ),
    "nor are a people": (
        "The Norwegians left. [Their parent company] said boats must wait.",
        ("parent company", None, None),
    ),
}


@pytest.mark.parametrize("case", ROOTS)
def test_names_and_offices_are_cut_where_they_end(case: str) -> None:
    marked, expected = ROOTS[case]
    speaker = speakers_of(marked)[-1]
    found = (speaker.name, speaker.position, speaker.affiliation)
    assert found[: len(expected)] == expected


def test_a_participle_that_opens_a_sentence_begins_no_name() -> None:
    text = "Entitled “Salt”, it was long. Called Weirco, a firm left. [It] said boats must wait."
    assert speakers_of(text)[-1].name == "Weirco"


def test_a_body_in_the_plural_takes_the_bare_ending() -> None:
    marked = "The United Nations left. [The United Nations's report] said boats must wait."
    assert speakers_of(marked)[-1].name == "United Nations' report"


LATER = {
    "where a firm sits": (
        "[San Telmo-based Weirco] said boats must wait.",
        ("Weirco", None, None),
    ),
    "where an activist lives": (
        "[San Telmo-based community activist Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "activist", None),
    ),
    "what tells the name stands before it": (
        "“It rains,” wrote Weirco security expert [Ana Ruiz].",
        ("Ana Ruiz", "security expert", "Weirco"),
    ),
    "an office with its holder's title": (
        "[The Lowland Office of the Chief Medical Examiner] said boats must wait.",
        ("Lowland Office of the Chief Medical Examiner", None),
    ),
    "helpers without borders": (
        "[Ana Ruiz, director of Doctors Without Borders,] said boats must wait.",
        ("Ana Ruiz", "director", "Doctors Without Borders"),
    ),
    "a committee at work": (
        "[Ana Ruiz, a member of the select committee investigating the Skarvik wreck,] said so.",
        ("Ana Ruiz", "member", "select committee"),
    ),
    "a spokeswoman of an attorney": (
        "[City Attorney spokeswoman Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "spokeswoman", "City Attorney"),
    ),
    "an age": (
        "[Ana Ruiz, the trust's 32-year-old deputy warden,] said boats must wait.",
        ("Ana Ruiz", "deputy warden"),
    ),
    "a surname like a country's word": (
        "Pedro Danish met Pedro Danish. [The Justice Department] said boats must wait.",
        ("Justice Department", None, None),
    ),
}


@pytest.mark.parametrize("case", LATER)
def test_neither_place_of_business_nor_age_is_part_of_name_or_office(case: str) -> None:
    marked, expected = LATER[case]
    speaker = speakers_of(marked)[-1]
    found = (speaker.name, speaker.position, speaker.affiliation)
    assert found[: len(expected)] == expected


VERBS = {
    "harbour police released store video": "harbour police",
    "harbour police released the video": "harbour police",
    "riders injured Friday": "riders injured",
    "people briefed on the wreck": "people briefed on the wreck",
    "harbour board today": "harbour board",
    "several hundred riders": "several hundred riders",
}


@pytest.mark.parametrize("words", VERBS)
def test_a_description_ends_before_a_verb_with_its_object(words: str) -> None:
    assert sound_name(words, named=False) == VERBS[words]


FIRST = {
    "a minister": (
        "[First Minister Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "First Minister"),
    ),
    "a firm": ("“It rains,” said [Weirco and First Weir].", ("Weirco + First Weir",)),
    "a watch": (
        "It is human. [Human Tides Watch] said boats must wait.",
        ("Human Tides Watch", None, None),
    ),
    "a commissioner for rights": (
        "[U.N. High Commissioner for Human Rights Ana Ruiz] said boats must wait.",
        ("Ana Ruiz", "High Commissioner for Human Rights", "U.N."),
    ),
    "a sentence": ("First Ana Ruiz left. [She] said boats must wait.", ("Ana Ruiz",)),
    "a district": (
        "[Ana Ruiz, U.S. Attorney for the Tidal District of Lowland,] said boats must wait.",
        ("Ana Ruiz", "U.S. Attorney", "Tidal District of Lowland"),
    ),
    "a surname with a hyphen like a given name": (
        "[Amandla Thomas-Weir] said boats must wait. Thomas-Weir left.",
        ("Amandla Thomas-Weir",),
    ),
    "where a website sits": (
        "[London-based weir.example] said boats must wait.",
        ("London-based weir.example",),
    ),
}


@pytest.mark.parametrize("case", FIRST)
def test_first_belongs_to_a_name_or_opens_a_sentence(case: str) -> None:
    marked, expected = FIRST[case]
    speaker = speakers_of(marked)[-1]
    found = (speaker.name, speaker.position, speaker.affiliation)
    assert found[: len(expected)] == expected


OWNERS = {
    "Ana Ruiz": ("Ana Ruiz's", True),
    "United Nations": ("United Nations'", True),
    "Chilean": ("Chilean's", False),
    "Norwegians": ("Norwegians'", False),
    "U.S.": ("U.S.'s", True),
}


@pytest.mark.parametrize("name", OWNERS)
def test_only_one_person_body_or_country_owns(name: str) -> None:
    owner = Entity(name, NameKind.PERSON if name == "Ana Ruiz" else NameKind.BODY)
    assert (genitive(owner), can_own(owner, pronoun=True)) == OWNERS[name]


POSTS = {
    ("warden Ana Ruiz", "Dyke Trust"): [("warden", "Dyke Trust")],
    ("Ana Ruiz", "Dyke Trust"): [],
    ("warden", "Ana Ruiz"): [("warden", "")],
    ("", ""): [],
}


@pytest.mark.parametrize("post", POSTS)
def test_nobody_is_an_office_or_a_body_of_their_own_name(post: tuple[str, str]) -> None:
    entity = Entity("Ana Ruiz", NameKind.PERSON, forms=[name_form("Ana Ruiz")])
    entity.posts.append(Post(*post, Status.CURRENT))
    found = [(one.position, one.affiliation) for one in sound_posts(entity)]
    assert found == POSTS[post]
