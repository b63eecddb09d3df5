"""In general news, titles, places and descriptions are read by what stands around them."""

import pytest

from briefing.domain import Grade, Role, Span, Speaker
from briefing.roles import classify_role
from briefing.roles.features import is_campaign


def role_of(text: str, name: str, **known: str) -> Role:
    """The role of a source whose mentions are those of its name in a text."""
    return speaker_role(text, name, Grade.NAMED, **known)


def speaker_role(text: str, name: str, grade: Grade, **known: str) -> Role:
    starts = [n for n in range(len(text)) if text.startswith(name, n)]
    mentions = tuple(Span(start, start + len(name)) for start in starts)
    return classify_role(text, Speaker(name, grade=grade, mentions=mentions, **known)).role


@pytest.mark.parametrize("body", ["Quay Valley LLC", "the rowing club", "Marsh Rovers FC Inc"])
def test_president_of_a_firm_or_club_is_no_head_of_state(body: str) -> None:
    assert role_of("", "Ada Moor", position="President", affiliation=body) is Role.BUSINESS


def test_president_of_a_state_stays_one() -> None:
    assert role_of("", "Ada Moor", position="President", affiliation="Peru") is Role.OFFICIAL
    assert role_of("President Ada Moor spoke.", "Ada Moor", position="President") is Role.OFFICIAL


@pytest.mark.parametrize(
    ("kind", "role"), [("university", Role.EXPERT), ("union", Role.CIVIL), ("club", Role.BUSINESS)]
)
def test_kind_of_body_before_a_president_tells_whose(kind: str, role: Role) -> None:
    name = "President Ada Moor"
    assert role_of(f"At noon {kind} {name} said so.", name, position="President") is role


@pytest.mark.parametrize("word", ["then", "when"])
def test_other_words_before_a_president_tell_nothing(word: str) -> None:
    name = "President Ada Moor"
    assert role_of(f"At noon {word} {name} said so.", name, position="President") is Role.OFFICIAL


@pytest.mark.parametrize("body", ["team", "club", "league", "company", "airline"])
def test_officials_of_private_bodies_hold_no_office(body: str) -> None:
    assert speaker_role("", f"{body} officials", Grade.UNNAMED) is Role.BUSINESS


@pytest.mark.parametrize("body", ["city", "county", "school", "health"])
def test_officials_of_public_bodies_hold_one(body: str) -> None:
    assert speaker_role("", f"{body} officials", Grade.UNNAMED) is Role.OFFICIAL


GAME = "The quarterback and the coach were silent after the play-offs. Lima signed a rookie."


def test_city_in_a_story_on_sports_is_its_team() -> None:
    assert role_of(GAME, "Lima") is Role.BUSINESS


def test_capital_in_other_stories_is_its_government() -> None:
    assert role_of("Lima recalled its envoy.", "Lima") is Role.OFFICIAL


def test_capital_in_a_story_on_strikers_is_its_government() -> None:
    told = "The strikers blocked two coaches. The ministry called the strikers home. Lima agreed."
    assert role_of(told, "Lima") is Role.OFFICIAL
    assert role_of("Strikers met strikers. Lima agreed.", "Lima") is Role.OFFICIAL


def test_rule_of_a_game_is_no_law() -> None:
    assert speaker_role(GAME, "rule", Grade.DOCUMENT) is Role.UNKNOWN
    assert speaker_role("The ministry wrote it.", "rule", Grade.DOCUMENT) is Role.OFFICIAL


@pytest.mark.parametrize("name", ["New York Yankees", "Real Madrid", "NFL"])
def test_team_or_league_is_no_government(name: str) -> None:
    assert role_of("", name) is Role.BUSINESS


def test_commander_of_an_armed_group_is_no_officer() -> None:
    assert role_of("", "Ada Moor", position="commander", affiliation="Taliban") is Role.CIVIL
    army = role_of("", "Ada Moor", position="commander", affiliation="Peruvian army")
    assert army is Role.OFFICIAL


def test_military_expert_is_not_of_the_military() -> None:
    assert role_of("", "Ada Moor", position="Lima-based military expert") is Role.EXPERT
    assert role_of("", "Ada Moor", position="military spokesman") is Role.OFFICIAL


COURT = "He was arrested on Monday and pleaded not guilty. His lawyer, Ada Moor, said so."


def test_lawyer_in_a_story_on_a_case_speaks_for_a_client() -> None:
    assert role_of(COURT, "Ada Moor", position="lawyer") is Role.PUBLIC


def test_lawyer_in_other_stories_explains_the_law() -> None:
    told = "The tax is new, the lawyer Ada Moor said."
    assert role_of(told, "Ada Moor", position="lawyer") is Role.EXPERT


def test_doctor_of_the_television_series_heals_nobody() -> None:
    told = "Doctor Who has a new lead. Ada Moor is the next Doctor Who."
    assert role_of(told, "Ada Moor", position="thirtieth Doctor") is Role.PUBLIC
    assert role_of("A clinic opened.", "Ada Moor", position="doctor") is Role.EXPERT


def test_hospital_that_speaks_is_no_expert() -> None:
    known = {"position": "spokeswoman", "affiliation": "Quay Hospital"}
    assert role_of("", "Ada Moor", **known) is Role.BUSINESS
    known["position"] = "head of surgery"
    assert role_of("", "Ada Moor", **known) is Role.EXPERT


@pytest.mark.parametrize("name", ["official website", "press conference", "awareness campaign"])
def test_official_and_campaign_as_mere_qualifiers_tell_nothing(name: str) -> None:
    assert speaker_role("", name, Grade.UNNAMED) is Role.UNKNOWN


def test_report_of_nobody_is_unknown_where_nothing_was_studied() -> None:
    told = "A quake shook the coast. A report said that two houses fell."
    assert speaker_role(told, "report", Grade.DOCUMENT) is Role.UNKNOWN
    studied = "Researchers at the institute counted boats. A report said that two fell."
    assert speaker_role(studied, "report", Grade.DOCUMENT) is Role.EXPERT


def test_report_of_a_newspaper_is_the_newspaper_s() -> None:
    assert speaker_role("", "report from the Daily Mail", Grade.DOCUMENT) is Role.MEDIA


def test_friend_from_a_state_is_not_the_state() -> None:
    assert speaker_role("", "pal from Wisconsin", Grade.UNNAMED) is Role.UNKNOWN


FAR = "Ada Moor lost a son in the flood, and has waited for news since. The coroner kept silent."


def test_description_far_from_the_name_needs_a_second_word() -> None:
    linked = Span(FAR.index("coroner"), FAR.index(" kept"))
    speaker = Speaker("Ada Moor", mentions=(Span(0, 8),), descriptions=(linked,))
    assert classify_role(FAR, speaker).role is Role.UNKNOWN
    titled = Speaker("Ada Moor", position="coroner", mentions=(Span(0, 8),), descriptions=(linked,))
    assert classify_role(FAR, titled).role is Role.OFFICIAL


def test_clause_before_a_name_is_no_title() -> None:
    assert role_of("As she left the service, Ada Moor wept.", "Ada Moor") is Role.UNKNOWN
    assert role_of("They did not trust Ada Moor.", "Ada Moor") is Role.UNKNOWN


def test_word_of_a_body_right_before_a_person_is_no_title() -> None:
    assert role_of("At the time, Ada Moor wept.", "Ada Moor") is Role.UNKNOWN
    assert role_of("Gazette reporter Ada Moor wept.", "Ada Moor") is Role.MEDIA


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two cars hit a wall in Arizona, the DPS said.", Role.UNKNOWN),
        ("Voters in Montenegro heard what the DPS said.", Role.POLITICAL),
        ("The DPS said so.", Role.POLITICAL),
    ],
)
def test_initials_are_of_a_body_in_a_country_that_is_told_of(text: str, role: Role) -> None:
    assert role_of(text, "DPS") is role


def test_trial_of_a_case_is_no_study() -> None:
    assert speaker_role(COURT, "trial", Grade.DOCUMENT) is Role.UNKNOWN
    assert speaker_role("The drug works.", "trial", Grade.DOCUMENT) is Role.EXPERT


def test_partner_of_nobody_named_leads_no_firm() -> None:
    assert role_of("", "Ada Moor", position="partner") is Role.UNKNOWN
    firm = role_of("", "Ada Moor", position="partner", affiliation="Quay & Marsh")
    assert firm is Role.BUSINESS


def test_director_general_is_no_soldier() -> None:
    known = {"position": "director general", "affiliation": "Doctors Without Borders"}
    assert role_of("", "Ada Moor", **known) is Role.CIVIL
    assert role_of("", "Ada Moor", position="general") is Role.OFFICIAL


def test_manager_in_a_story_on_sports_trains_a_team() -> None:
    told = f"{GAME} The City manager, Ada Moor, left."
    speaker = Speaker("Ada Moor", position="City manager")
    assert classify_role(told, speaker).role is Role.PUBLIC
    assert classify_role("The budget grew.", speaker).role is Role.OFFICIAL


def test_police_force_is_no_person() -> None:
    assert role_of("Quayshire Police said so.", "Quayshire Police") is Role.OFFICIAL


@pytest.mark.parametrize("country", ["Peru", "Zambia"])
def test_vice_president_of_a_state_is_no_manager(country: str) -> None:
    told = f"Ada Moor, {country}'s vice president for women and family affairs, spoke."
    assert role_of(told, "Ada Moor") is Role.OFFICIAL
    assert role_of("Ada Moor, vice president for sales, spoke.", "Ada Moor") is Role.BUSINESS


def test_learned_weights_are_for_american_campaigns_alone() -> None:
    race = "The nominee met voters at a caucus. Republicans and Democrats watched the campaign. "
    assert is_campaign(race * 2)
    abroad = "Voters in Lima chose a nominee. The campaign was short, and the polls closed early. "
    assert not is_campaign(abroad * 2)
    policy = "The White House and the Republicans spoke of owls. Obama and the Democrats agreed. "
    assert not is_campaign(policy * 2)


@pytest.mark.parametrize(
    ("gloss", "role"),
    [
        ("the country's weather agency, ", Role.OFFICIAL),
        ("the drivers' union ", Role.CIVIL),
        ("the think tank ", Role.EXPERT),
        ("a former minister of the ", Role.UNKNOWN),
    ],
)
def test_a_body_is_what_stands_before_its_name(gloss: str, role: Role) -> None:
    known = {"position": "head", "affiliation": "QWA"}
    assert role_of(f"At noon {gloss}QWA met. Ada Moor spoke.", "Ada Moor", **known) is role


def test_a_negotiator_of_a_union_is_no_diplomat() -> None:
    text = "The drivers' union QWA met. Ada Moor spoke."
    assert role_of(text, "Ada Moor", position="negotiator", affiliation="QWA") is Role.CIVIL
    assert role_of(text, "Ada Moor", position="negotiator") is Role.OFFICIAL
