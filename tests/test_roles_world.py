"""Posts, bodies and documents of many countries are read for what they are."""

import pytest

from briefing.domain import Grade, Role, Section, Span, Speaker, section_of
from briefing.roles import classify_role

POSTS = {
    Section.OFFICIAL: (
        "the sarpanch of the village",
        "the district collector",
        "the union parishad chairman",
        "the municipal chief executive",
        "the barangay captain",
        "the menteri besar",
        "the bupati of the island",
        "the regional wali",
        "the maritime prefect",
        "an opposition deputy",
        "a member of the Bundestag",
        "the shadow rapporteur",
        "the township trustee",
        "the master of the rolls",
        "counsel for the state board",
        "the public protector",
        "the procurator fiscal",
        "the civil surgeon",
        "the medical officer of health",
        "the divisional forest officer",
        "the mines inspector",
        "a rate setter",
        "a member of the monetary policy committee",
        "the crash investigator",
        "the apostolic nuncio",
        "the chief of the army staff",
        "the homicide chief",
        "the prison governor",
        "the council chief executive",
    ),
    Section.EXPERT: (
        "who lectures in seamanship at the academy",
        "the chief of hepatology",
        "head of cardiology at the clinic",
        "the medical superintendent of the polyclinic",
        "an intensivist",
        "an acarologist",
        "a naval architect",
        "who covers miners for Quay Securities",
        "who teaches law at night",
        "a doctoral candidate",
        "a forensic accountant",
    ),
    Section.OTHER: (
        "the hereditary chief",
        "president of the Chamber of Shipping",
        "chairman of the Minerals Council",
        "general secretary of the Midwives Congress",
        "head of the travel agency",
        "manager of the taxi service",
        "head of the marketing department",
        "spokesman for the state insurer",
        "president of the works council",
        "the union convenor",
        "safety officer at the company",
        "rector of the parish",
    ),
}

BODIES = {
    Section.OFFICIAL: (
        "board of inquiry",
        "gram panchayat",
        "thana",
        "union council",
        "zilla parishad",
        "Flood Forecasting Cell",
        "Land Court",
        "Pensions Regulator",
        "Inland Revenue",
        "procuratorate",
        "ayuntamiento",
        "public utilities commission",
        "sewer district",
        "Attorney General's Chambers",
        "crime branch",
        "Eurogroup",
        "European Ombudsman",
        "Caribbean Court of Justice",
        "Minerals Commission",
        "University Grants Commission",
    ),
    Section.EXPERT: (
        "Universidad del Sur",
        "Universitas Selatan",
        "Hochschule Quay",
        "School of Oceanography",
        "Nautical School",
        "Academy of Engineering",
        "Foundation for Strategic Research",
        "Research Network",
        "Instituto del Mar",
    ),
    Section.OTHER: (
        "chamber of notaries",
        "farm bureau",
        "travel agency",
        "council of churches",
        "streaming service",
        "citizens advice bureau",
        "state oil company",
    ),
}

PAPERS = {
    Section.OFFICIAL: (
        "report of the Ombudsman's Office",
        "report of the board of inquiry",
        "Auditor General's report",
        "council report",
        "inspectors' report",
        "statement by the prefecture",
        "data from the Flood Forecasting Cell",
        "green paper",
    ),
    Section.EXPERT: (
        "council-commissioned study",
        "ministry-funded study",
        "study funded by the ministry",
        "study for the development bank",
        "study of the police",
        "report by the Quay Institute",
    ),
}


def described(words: str) -> Section:
    text = f"Ada Moor, {words}, said on Friday that the quay would open late."
    span = Span(10, 10 + len(words))
    speaker = Speaker("Ada Moor", mentions=(Span(0, 8),), descriptions=(span,))
    return section_of(classify_role(text, speaker).role)


def speaking(name: str, grade: Grade) -> Section:
    text = f"The {name} said on Friday that the quay would open late."
    span = Span(4, 4 + len(name))
    return section_of(classify_role(text, Speaker(name, grade=grade, mentions=(span,))).role)


def named(text: str, name: str, grade: Grade = Grade.NAMED, **known: str) -> Role:
    starts = [n for n in range(len(text)) if text.startswith(name, n)]
    mentions = tuple(Span(start, start + len(name)) for start in starts)
    return classify_role(text, Speaker(name, grade=grade, mentions=mentions, **known)).role


@pytest.mark.parametrize("section", POSTS)
def test_post_tells_the_section(section: Section) -> None:
    assert [words for words in POSTS[section] if described(words) is not section] == []


@pytest.mark.parametrize("section", BODIES)
def test_body_tells_the_section_of_itself_and_its_staff(section: Section) -> None:
    wrong = []
    for body in BODIES[section]:
        grade = Grade.NAMED if body[0].isupper() else Grade.UNNAMED
        if {described(f"a staff member of the {body}"), speaking(body, grade)} != {section}:
            wrong.append(body)
    assert wrong == []


@pytest.mark.parametrize("section", PAPERS)
def test_document_speaks_for_whoever_wrote_it(section: Section) -> None:
    wrong = [name for name in PAPERS[section] if speaking(name, Grade.DOCUMENT) is not section]
    assert wrong == []


@pytest.mark.parametrize(
    "words",
    [
        "an apologist for the tide",
        "a mixologist",
        "the state of the art",
        "who runs the box office",
    ],
)
def test_word_like_that_of_a_post_tells_no_office(words: str) -> None:
    assert described(words) is Section.OTHER


def test_surname_that_names_a_body_elsewhere_stays_a_surname() -> None:
    assert named("Ada Court said so. Later Court left.", "Ada Court") is Role.UNKNOWN
    assert named("The Land Court said so.", "Land Court") is Role.OFFICIAL


def test_general_word_takes_up_the_document_named_before() -> None:
    story = "A report of the audit office came out. The document warns of leaks."
    assert named(story, "document", Grade.DOCUMENT) is Role.OFFICIAL
    story = "The clinic published a study of tides. The paper warns of leaks."
    assert named(story, "paper", Grade.DOCUMENT) is Role.EXPERT
    story = "A committee of inquiry into the leak has concluded its work. The report blames rust."
    assert named(story, "report", Grade.DOCUMENT) is Role.OFFICIAL


def test_document_of_nobody_named_stays_unknown() -> None:
    story = "The firm sacked its boss. The document warns of leaks."
    assert named(story, "document", Grade.DOCUMENT) is Role.UNKNOWN


def test_short_form_of_a_body_is_read_in_full() -> None:
    story = "The Quay Midwives Congress met. The secretary of the Congress, Ada Moor, spoke."
    assert named(story, "Ada Moor", position="secretary") is Role.CIVIL
    story = "Peru voted. The secretary of the Congress, Ada Moor, spoke."
    assert named(story, "Ada Moor", position="secretary") is Role.OFFICIAL


def test_title_of_its_body_goes_before_a_rank() -> None:
    story = "The Quay Sailors' League met. Its chairman, Commander Ada Moor, spoke."
    assert named(story, "Ada Moor", position="chairman") is Role.CIVIL
    story = "The Defence Ministry met. Its spokesman, Commander Ada Moor, spoke."
    assert named(story, "Ada Moor", position="spokesman") is Role.OFFICIAL


@pytest.mark.parametrize(
    "words",
    [
        "a biologist who sits on the ministry's safety panel",
        "a biologist who has served since May on the Commission's committee",
        "a professor who advises the Quay Maritime Agency",
    ],
)
def test_member_of_a_panel_keeps_the_profession(words: str) -> None:
    assert described(words) is Section.EXPERT


def test_member_of_a_panel_of_no_other_calling_speaks_for_it() -> None:
    assert described("who sits on the state water board") is Section.OFFICIAL


def test_lawyer_of_a_person_speaks_for_her() -> None:
    story = "In a short statement her lawyer, Ada Moor, welcomed the verdict."
    assert named(story, "Ada Moor") is Role.PUBLIC


def test_circle_of_somebody_has_the_role_of_that_person() -> None:
    story = "In Lima the minister of ports, Ada Moor, left. The entourage of Ms Moor spoke."
    assert named(story, "entourage of Ms Moor", Grade.COLLECTIVE) is Role.OFFICIAL
    story = "The singer Ada Moor left. The entourage of Ms Moor spoke."
    assert named(story, "entourage of Ms Moor", Grade.COLLECTIVE) is Role.PUBLIC


def test_leader_of_a_party_with_the_name_of_a_people_leads_no_state() -> None:
    story = "Ada Moor, the leader of the Malian Pathfinders, spoke."
    known = {"position": "leader", "affiliation": "Malian Pathfinders"}
    assert section_of(named(story, "Ada Moor", **known)) is Section.OTHER
    assert named("", "Ada Moor", position="leader", affiliation="Mali") is Role.OFFICIAL


def test_body_of_its_title_is_the_subject_of_the_sentence_before() -> None:
    story = "The Quay Sailors' League will go to the Land Court. Its lawyer, Ada Moor, spoke."
    assert named(story, "Ada Moor", position="lawyer") is Role.CIVIL
    story = "Quill Steam wrote to the Land Court. Its manager, Ada Moor, spoke."
    assert section_of(named(story, "Ada Moor", position="manager")) is Section.OTHER


def test_bare_rank_is_of_the_body_that_the_story_is_about() -> None:
    story = "LIMA - The Quay Water Authority is late.\n\nGeneral Manager Ada Moor said so."
    assert named(story, "Ada Moor", position="General Manager") is Role.OFFICIAL
    story = "LIMA - Quill Steam is late.\n\nGeneral Manager Ada Moor said so."
    assert named(story, "Ada Moor", position="General Manager") is Role.BUSINESS


def test_chief_of_staff_of_a_minister_named_before_is_official() -> None:
    story = "Health Minister Ana Poe left on Sunday. Her chief of staff, Ada Moor, spoke."
    assert named(story, "Ada Moor", position="chief of staff") is Role.OFFICIAL
    story = "Singer Ana Poe left on Sunday. Her chief of staff, Ada Moor, spoke."
    assert section_of(named(story, "Ada Moor", position="chief of staff")) is Section.OTHER


def test_scholar_who_runs_a_state_body_speaks_for_it() -> None:
    known = {"position": "director general", "affiliation": "medicines agency"}
    assert named("Professor Ada Moor said so.", "Professor Ada Moor", **known) is Role.OFFICIAL
    known = {"position": "adviser", "affiliation": "medicines agency"}
    assert named("Professor Ada Moor said so.", "Professor Ada Moor", **known) is Role.EXPERT


def test_body_is_known_by_the_spelling_of_either_country() -> None:
    assert speaking("Stimson Centre", Grade.NAMED) is Section.EXPERT
    assert speaking("harbor authority", Grade.UNNAMED) is Section.OFFICIAL


def test_clause_of_a_deed_describes_nobody() -> None:
    assert described("asked for a second cruise with observers") is Section.OTHER


def test_calling_that_was_learned_leaves_the_office_standing() -> None:
    assert described("the minister, a geologist by profession") is Section.OFFICIAL
    assert described("a lawyer by training and head of the drug agency") is Section.OFFICIAL


def test_initials_are_read_as_what_the_article_spells_out() -> None:
    story = "The Quay Harbour Office (QHO) is late. QHO spokeswoman Ada Moor said so."
    known = {"position": "spokeswoman", "affiliation": "QHO"}
    assert named(story, "Ada Moor", **known) is Role.OFFICIAL
    story = "The Civic Hydrants Authority met. CHA spokeswoman Ada Moor said so."
    assert named(story, "Ada Moor", position="spokeswoman", affiliation="CHA") is Role.OFFICIAL
    story = "CHA spokeswoman Ada Moor said so."
    known = {"position": "spokeswoman", "affiliation": "CHA"}
    assert section_of(named(story, "Ada Moor", **known)) is Section.OTHER


def test_report_is_of_whoever_said_something_in_it() -> None:
    story = "The Tide Accident Board said in its final report that rust won. The report is long."
    assert named(story, "report", Grade.DOCUMENT) is Role.OFFICIAL
    story = "The Tide Institute said in a communiqué that rust won. The text adds a map."
    assert named(story, "text", Grade.DOCUMENT) is Role.EXPERT


def test_place_at_the_end_of_a_name_makes_no_state_office() -> None:
    assert described("Tidewatch Lima director") is Section.OTHER


def test_lawyer_of_a_field_explains_it() -> None:
    assert described("an aviation lawyer") is Section.EXPERT
    assert described("a lawyer for the pilot") is Section.OTHER


def test_corps_of_the_state_is_official_and_one_of_the_press_is_not() -> None:
    assert speaking("Federal Road Safety Corps", Grade.NAMED) is Section.OFFICIAL
    assert speaking("press corps", Grade.UNNAMED) is Section.OTHER


def test_congress_is_a_party_by_its_own_name() -> None:
    assert speaking("Peoples Redemption Congress", Grade.NAMED) is Section.OTHER
    assert speaking("National People's Congress", Grade.NAMED) is Section.OFFICIAL


def test_corporation_that_brings_water_is_public() -> None:
    assert (
        described("managing director of the Quay Water and Sewerage Corporation").value
        == "official"
    )
    assert described("managing director of the Quay Trading Corporation").value == "other"


def test_document_that_is_first_named_as_said_in_is_of_who_said_it() -> None:
    story = "The Court of Auditors concluded in a report that rust won."
    assert named(story, "report", Grade.DOCUMENT) is Role.OFFICIAL
    story = "The captain concluded in a report that rust won."
    assert named(story, "report", Grade.DOCUMENT) is not Role.OFFICIAL


def test_deputy_of_no_other_word_sits_in_a_parliament() -> None:
    known = {"position": "deputy", "affiliation": "Quay Bloc"}
    assert named("Ada Moor said so.", "Ada Moor", **known) is Role.OFFICIAL
    known = {"position": "deputy manager", "affiliation": "Quay Bloc"}
    assert section_of(named("Ada Moor said so.", "Ada Moor", **known)) is Section.OTHER


def test_rank_of_the_police_cut_short_is_known() -> None:
    assert named("Quay police Const. Ada Moor said so.", "Ada Moor") is Role.OFFICIAL
    assert named("Quay Poly Constance Ada Moor said so.", "Ada Moor") is Role.UNKNOWN
