"""Two people with one surname are kept apart; one person under two names is not parted."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "a minister is no professor who is named later": (
        "Energy Minister Tovarra opened the lock. [Minister Tovarra] said it would hold. "
        "[Professor Aldo Tovarra] of the Dyke Institute said such locks often leak.",
        ["Tovarra", "Aldo Tovarra"],
    ),
    "a mayor is no governor who is named later": (
        "[Mayor Quibell] said the lock would hold. Nothing else was said. "
        "[Governor Enid Quibell] said it would not.",
        ["Quibell", "Enid Quibell"],
    ),
    "a professor is no minister who is named later": (
        "[Professor Tovarra] said the lock would hold. [Energy Minister Aldo Tovarra] spoke. "
        "[Minister Tovarra] spoke twice.",
        ["Tovarra", "Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a minister addressed as a doctor": (
        "[Minister Tovarra] said the lock would hold. [Dr. Aldo Tovarra] spoke twice.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a professor by surname after both": (
        "Minister Karl Obst met Professor Emil Obst. The minister left. "
        "[Professor Obst] said the lock was old.",
        ["Emil Obst"],
    ),
    "a minister whose full name comes later": (
        "[Minister Tovarra] said the lock would hold. [Energy Minister Aldo Tovarra] spoke twice.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a minister whose full name comes without a title": (
        "[Minister Tovarra] said the lock would hold. [Aldo Tovarra] spoke twice.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a prime minister called a minister": (
        "[Prime Minister Aldo Tovarra] spoke. [Minister Tovarra] said the lock would hold.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a doctor who is a minister": (
        "[Dr. Aldo Tovarra], the energy minister, spoke. [Minister Tovarra] spoke twice.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a doctor who is a professor": (
        "[Professor Aldo Tovarra] spoke. [Dr. Tovarra] said the lock was old.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a senator who runs for president": (
        "[Senator Aldo Tovarra] spoke. [Candidate Tovarra] said the lock was old.",
        ["Aldo Tovarra", "Aldo Tovarra"],
    ),
    "a double surname of two with two given names": (
        "Ilse De Waal studies locks. [De Waal] said they leak. "
        "Her colleague Peter De Waal wrote a book. [He] said they do not.",
        ["Ilse De Waal", "Peter De Waal"],
    ),
    "a given name left out": (
        "Ana Maria Ruiz came. [Maria Ruiz] said locks leak.",
        ["Ana Maria Ruiz"],
    ),
    "the hyphen of a name stays": (
        "Anna-Kaisa Holm came. [Ms. Anna Kaisa Holm] said locks leak.",
        ["Anna-Kaisa Holm"],
    ),
    "the last named bearer of a surname": (
        "Mayor Karl Obst came. Peter Obst, who leads the Bargemen's Union, came too and accused "
        "the owners of many locks of sleeping on the job. “They sleep,” [Obst] said.",
        ["Peter Obst"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_namesakes_are_kept_apart(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
