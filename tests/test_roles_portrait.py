"""The words about a speaker are found around its mentions, and those about others are not."""

import pytest

from briefing.domain import Role, RoleDecision, Span, Speaker
from briefing.roles import classify_role


def decide(text: str, name: str, **facts: str) -> RoleDecision:
    start = text.index(name)
    return classify_role(text, Speaker(name, mentions=(Span(start, start + len(name)),), **facts))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The plan is late, said Transport Minister Ada Moor.", Role.OFFICIAL),
        ("Ada Moor (D-Vt.) said it was late.", Role.OFFICIAL),
        ("Ada Moor, who heads the Institute of Ports, said so.", Role.EXPERT),
        ("Ada Moor, who runs the oil desk of the think tank Quill, said so.", Role.EXPERT),
        ("Ada Moor, who runs the oil firm Quill, said so.", Role.BUSINESS),
        ("Ada Moor, who was elected mayor in May, said so.", Role.OFFICIAL),
        ("Ada Moor, who was mayor until May, said so.", Role.POLITICAL),
        ("Ada Moor, her Peruvian counterpart, said so.", Role.OFFICIAL),
        ("Ada Moor of the Dockers' Union said so.", Role.CIVIL),
        ("Ada Moor, no relation to the minister, said so.", Role.UNKNOWN),
        ("Ada Moor, asked by police, said so.", Role.UNKNOWN),
        ("The judge left. Ada Moor said so.", Role.UNKNOWN),
        ("Ada Moor, a baker who shares a surname with the mayor, said so.", Role.PUBLIC),
        ("Ada Moor, his lawyer, said so.", Role.PUBLIC),
        ("Ada Moor, a lawyer in Perth, said so.", Role.EXPERT),
        ("Ada Moor, founder of Quill and Tab, said so.", Role.BUSINESS),
        ("Ada Moor, president of Peru, said so.", Role.OFFICIAL),
        ("Ada Moor, the Malian president, said so.", Role.OFFICIAL),
        ("Ada Moor, president of Peru Rail, said so.", Role.UNKNOWN),
        (
            "Ada Moor, a pharmacologist by training and head of the drug agency, spoke.",
            Role.OFFICIAL,
        ),
    ],
)
def test_words_beside_the_name_tell_the_role(text: str, role: Role) -> None:
    assert decide(text, "Ada Moor").role is role


def test_aide_takes_the_role_of_the_person_served() -> None:
    text = "Gov. Tomas Lind was away. Lind's press secretary, Ada Moor, said he would be back."
    assert decide(text, "Ada Moor").role is Role.OFFICIAL


def test_spokeswoman_takes_the_role_that_the_article_gives_her_principal() -> None:
    text = "Prof. Tomas Lind was away. His spokeswoman, Ada Moor, said he would be back."
    decision = decide(text, "Ada Moor", position="spokeswoman", principal="Tomas Lind")
    assert decision.role is Role.EXPERT


def test_title_and_state_given_apart_make_an_official() -> None:
    speaker = Speaker("Ada Moor", position="president", affiliation="Mongolia")
    assert classify_role("", speaker).role is Role.OFFICIAL


def test_clause_about_somebody_else_is_no_description() -> None:
    text = "when the minister had gone Ada Moor spoke"
    speaker = Speaker("Ada Moor", descriptions=(Span(0, 26),))
    assert classify_role(text, speaker).role is Role.UNKNOWN


def test_retired_rank_does_not_make_an_officer() -> None:
    text = "retired general Ada Moor, a fellow of the Institute of Ports. Gen. Moor said so."
    spans = (Span(0, 24), Span(62, 71))
    assert classify_role(text, Speaker("Ada Moor", mentions=spans)).role is Role.EXPERT


def test_cue_decides_only_where_nothing_else_does() -> None:
    assert classify_role("", Speaker("Ada Moor"), cues=("ruled",)).role is Role.OFFICIAL
    baker = Speaker("Ada Moor", position="baker")
    assert classify_role("", baker, cues=("ruled",)).role is Role.PUBLIC


CAMPAIGN = (
    "The campaign reached Ohio. Democratic voters and Republicans heard the nominee. "
    "Ada Moor, a Democratic strategist, said the primary was close. Donald Trump said it was not."
)


def test_learned_weights_take_part_in_campaign_articles() -> None:
    decision = decide(CAMPAIGN, "Donald Trump")
    assert decision.role is Role.POLITICAL
    assert any(told.startswith("learned: ") for told in decision.evidence)


SENATOR = (
    CAMPAIGN + " On the quay it rained all day, and the boats stayed in until the fog had gone "
    "out over the bay. The fishmonger sold nothing, the baker a little bread, and the children "
    "of the village school drew whales in the sand. The committee on fisheries heard of it in "
    "the afternoon. Sen. Bram Ostler of Maine told it that the harbour bill would pass."
)


@pytest.mark.parametrize(
    "words",
    [
        "The Ostler campaign hired more. Ostler supporters came. They voted for Ostler at noon.",
        "Ostler's rally was loud. Ostler's delegates cheered, and many backed Bram Ostler.",
    ],
)
def test_campaign_of_ones_own_speaks_for_a_candidate(words: str) -> None:
    alone = decide(SENATOR, "Bram Ostler", position="Sen")
    beside = decide(f"{SENATOR} {words}", "Bram Ostler", position="Sen")
    assert alone.role is Role.OFFICIAL
    assert beside.role is Role.POLITICAL or beside.confidence < alone.confidence


def test_known_name_loses_against_a_description() -> None:
    name = "Donald Trump"
    known = decide(CAMPAIGN, name)
    assert known.evidence[0] == "learned: known name donald trump"
    text = CAMPAIGN.replace(name, f"Judge {name}")
    assert decide(text, name).role is Role.OFFICIAL
    assert "trump" not in " ".join(decide(text, name).evidence).lower()


def test_words_of_the_article_come_before_learned_ones_as_evidence() -> None:
    decision = decide(CAMPAIGN, "Ada Moor")
    assert decision.role is Role.POLITICAL
    assert "strategist" in " ".join(decision.evidence)


def test_learned_names_say_nothing_in_other_articles() -> None:
    assert decide("Donald Trump said so.", "Donald Trump").role is Role.UNKNOWN


def test_unnamed_source_of_a_campaign_article_is_weighed() -> None:
    start = CAMPAIGN.index("Democratic voters")
    speaker = Speaker("Democratic voters", mentions=(Span(start, start + 17),))
    assert 0 < classify_role(CAMPAIGN, speaker).confidence <= 1


def test_aide_of_a_campaign_is_political() -> None:
    text = CAMPAIGN + " Bram Ostler, a spokesman for Trump, said so."
    assert decide(text, "Bram Ostler", principal="Donald Trump").role is Role.POLITICAL


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A border study, Transport Secretary Ada Moor said, was lost.", Role.OFFICIAL),
        (
            "In a note for the Quay Group, the think tank that she chairs, Ada Moor said so.",
            "expert",
        ),
        ("The court left early with the judge. Ada Moor said so.", Role.UNKNOWN),
        ("Ada Moor, an oceanographer who advises the fisheries ministry, said so.", Role.EXPERT),
        ("Ada Moor, who advises the fisheries ministry, said so.", Role.OFFICIAL),
    ],
)
def test_words_of_the_same_sentence_tell_the_role(text: str, role: Role) -> None:
    assert decide(text, "Ada Moor").role == role


def test_mention_that_begins_inside_a_title_is_read_with_all_of_it() -> None:
    text = "On the bridge Transport Secretary Ada Moor said so."
    start = text.index("Secretary")
    speaker = Speaker("Ada Moor", mentions=(Span(start, start + len("Secretary Ada Moor")),))
    assert classify_role(text, speaker).role is Role.OFFICIAL


def test_apposition_tells_what_the_body_of_a_speaker_is() -> None:
    text = "Ada Moor now runs the Open Quay Trust, a think tank in Perth. Moor was unsure."
    assert decide(text, "Ada Moor", affiliation="Open Quay Trust").role is Role.EXPERT
    other = text.replace("think tank", "lovely place")
    assert decide(other, "Ada Moor", affiliation="Open Quay Trust").role is Role.CIVIL


def test_who_paid_for_a_study_does_not_speak() -> None:
    name = "study commissioned by the Harbour Council"
    text = f"A {name} put the cost at nine million."
    assert decide(text, name, affiliation="Harbour Council").role is Role.EXPERT


def test_adviser_of_a_state_body_who_leads_a_study_is_an_expert() -> None:
    text = "Its lead author, Ada Moor, who advises the regulator, was unsure."
    facts = {"position": "advises the regulator", "affiliation": "Norbank Vehicles Authority"}
    assert decide(text, "Ada Moor", **facts).role is Role.EXPERT


def test_kinship_says_less_than_a_title() -> None:
    assert decide("Vice chair Ada Moor, her sister, said so.", "Ada Moor").role is Role.UNKNOWN
    assert decide("Ada Moor, her sister, said so.", "Ada Moor").role is Role.PUBLIC


def test_reporter_is_not_what_she_covers() -> None:
    text = "Ada Moor, who covered the Foreign Ministry for the Gazette, said so."
    assert decide(text, "Ada Moor").role is Role.MEDIA


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("survey of 900 adults", Role.PUBLIC),
        ("survey of primary voters", Role.PUBLIC),
        ("survey of eel stocks", Role.EXPERT),
        ("Harbour Dues Act", Role.OFFICIAL),
    ],
)
def test_survey_of_opinions_is_a_poll_and_one_of_things_a_study(name: str, role: Role) -> None:
    assert classify_role("", Speaker(name)).role is role


@pytest.mark.parametrize(
    "words",
    [
        "who leads the Quay Union and is not related to the finance minister",
        "who leads the Quay Union, no relation to the finance minister",
    ],
)
def test_somebody_of_the_same_name_does_not_tell_the_role(words: str) -> None:
    speaker = Speaker("Ada Moor", descriptions=(Span(0, len(words)),))
    assert classify_role(words, speaker).role is Role.CIVIL


def test_things_of_a_speaker_do_not_tell_the_role() -> None:
    words = "whose measurements are the basis of the ministry's report"
    speaker = Speaker("Ada Moor", position="professor", descriptions=(Span(0, len(words)),))
    assert classify_role(words, speaker).evidence == ("title: professor",)
    words = "whose son was on the ferry"
    speaker = Speaker("Ada Moor", descriptions=(Span(0, len(words)),))
    assert classify_role(words, speaker).role is Role.PUBLIC


def test_camp_of_tents_is_no_campaign() -> None:
    text = "The Red Crescent, which runs the camp, said so."
    assert decide(text, "Red Crescent").role is Role.CIVIL
