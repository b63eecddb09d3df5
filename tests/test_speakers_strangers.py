"""Who shares a name with somebody of standing, or has a nickname instead of a name."""

import pytest
from test_speakers_resolution import names_of, speakers_of

NO_RELATION = {
    "not related, in the source": "[Clara Obst, not related to Karl Obst, the canal minister,]",
    "a position before it": "[Clara Obst, a councillor not related to Minister Karl Obst,]",
    "behind the source": "[Clara Obst], no relation to the canal minister,",
    "in a relative clause": "[Clara Obst], who is not related to Canal Minister Karl Obst,",
    "in brackets": "[Clara Obst] (no relation to Karl Obst, the canal minister)",
    "unrelated": "[Clara Obst] – unrelated to Canal Minister Karl Obst –",
    "namesake": "[Clara Obst], a namesake of the canal minister,",
}


@pytest.mark.parametrize("case", NO_RELATION)
def test_no_relation_of_a_minister_is_no_minister(case: str) -> None:
    (speaker,) = speakers_of(f"{NO_RELATION[case]} said locks leak.")
    assert speaker.name == "Clara Obst"
    assert "minister" not in (speaker.position or "").lower()
    assert speaker.affiliation is None
    assert not any(span.end - span.start > 12 for span in speaker.descriptions)


def test_what_follows_the_denial_is_about_the_stranger() -> None:
    (speaker,) = speakers_of(
        "[Clara Obst], no relation to the minister, who ran the Weir Trust until 2018, said so."
    )
    assert speaker.affiliation == "Weir Trust"


def test_who_is_no_relation_goes_back_over_a_body_to_the_person() -> None:
    (speaker,) = speakers_of(
        "Professor Clara Obst of Weir University, [who] is not related to the minister, said so."
    )
    assert (speaker.name, speaker.affiliation) == ("Clara Obst", "Weir University")


def test_the_minister_of_a_denial_is_not_mentioned_by_it() -> None:
    minister, _ = speakers_of(
        "[Minister Karl Obst] said locks leak. [Clara Obst], no relation to the minister, said so."
    )
    assert len(minister.mentions) == 1


def test_what_follows_a_denied_name_is_not_about_the_stranger() -> None:
    (speaker,) = speakers_of("[Clara Obst], not related to Karl Obst, the minister, said so.")
    assert speaker.position is None


NICKNAMED = {
    "calling himself": (
        "[A buyer calling himself “Mr Lock”] said locks leak. [He] said so.",
        ["buyer calling himself “Mr Lock”"] * 2,
    ),
    "the nickname alone, later": (
        "A buyer calling himself “Mr Lock” came. [The buyer] said locks leak. [Mr Lock] left.",
        ["buyer calling himself “Mr Lock”"] * 2,
    ),
    "who goes by": (
        "[A miner who goes by “Tin Ana”] said locks leak.",
        ["miner who goes by “Tin Ana”"],
    ),
    "without marks it is a name": (
        "[A miner calling herself Ana Ruiz] said locks leak.",
        ["Ana Ruiz"],
    ),
    "a nickname of somebody named": (
        "Nora Weir, who calls herself “Madame Lock”, came. [Weir] said so.",
        ["Nora Weir"],
    ),
    "a full name elsewhere": (
        "Olga Lock came. [A buyer calling herself “Lock”] said locks leak.",
        ["Olga Lock"],
    ),
}


@pytest.mark.parametrize("case", NICKNAMED)
def test_a_nickname_is_no_name(case: str) -> None:
    marked, expected = NICKNAMED[case]
    assert names_of(marked) == expected
