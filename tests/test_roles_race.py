"""Names of one campaign count in articles on it, and in no others."""

from datetime import UTC, datetime

import pytest

from briefing.domain import Role, Span, Speaker
from briefing.roles.claims import find_claims
from briefing.roles.features import describe, is_campaign
from briefing.roles.portrait import portray
from briefing.roles.race import is_learned_race
from briefing.roles.rules import score_roles

RACE = (
    "Donald Trump and Hillary Clinton fought for voters on Monday. The Republican nominee held "
    "a rally in Ohio, and the Democratic nominee met campaign volunteers in Iowa. "
)
ONE = "Voters cheered Donald Trump. The Republican nominee spoke of the primaries to Democrats. "
DURING = datetime(2016, 7, 4, tzinfo=UTC)


def test_article_on_the_race_counts_learned_names() -> None:
    assert is_learned_race(RACE)
    assert is_learned_race(RACE, DURING)


@pytest.mark.parametrize(
    "later",
    [
        "President Donald Trump flew home.",
        "Former President Obama stayed away.",
        "Vice President Mike Pence spoke first.",
        "It was the first rally since 2019.",
        "President Biden was not there.",
        "Kamala Harris answered from Nevada.",
    ],
)
def test_what_nobody_was_before_tells_another_time(later: str) -> None:
    assert not is_learned_race(RACE + later)


@pytest.mark.parametrize(
    "then",
    [
        "What would a President Trump do?",
        "Vice President Joe Biden was there.",
        "It cost $2020 and drew 2,019 people.",
        "President Obama was there.",
    ],
)
def test_what_was_said_then_tells_no_other_time(then: str) -> None:
    assert is_learned_race(RACE + then)


@pytest.mark.parametrize("year", [2012, 2019, 2024])
def test_date_of_another_year_tells_another_race(year: int) -> None:
    assert not is_learned_race(RACE, datetime(year, 7, 4, tzinfo=UTC))


def test_one_candidate_alone_needs_a_date() -> None:
    assert is_campaign(ONE)
    assert not is_learned_race(ONE)
    assert is_learned_race(ONE, DURING)
    assert is_learned_race(ONE + "President Obama watched.")
    assert not is_learned_race(ONE + "Former President Obama watched.")


def test_other_races_and_other_news_count_no_names() -> None:
    later = RACE.replace("Donald Trump", "Ada Moor").replace("Hillary Clinton", "Tomas Lind")
    assert is_campaign(later)
    assert not is_learned_race(later)
    assert not is_learned_race("Trump sold a tower to Clinton.", DURING)


@pytest.mark.parametrize("names", [True, False])
def test_name_counts_beside_a_description_only_in_the_race(names: bool) -> None:
    text = f"{RACE}Ada Moor, a professor of law, spoke."
    speaker = Speaker("Ada Moor", mentions=(Span(len(RACE), len(RACE) + 8),))
    passages = portray(text, speaker)
    claims = [claim for passage in passages for claim in find_claims(passage, speaker)]
    scores = score_roles(speaker, claims)
    assert max(scores, key=lambda role: scores[role]) is Role.EXPERT
    features = describe(text, speaker, passages, claims, scores, names=names)
    assert ("known name=ada moor" in features) is names
