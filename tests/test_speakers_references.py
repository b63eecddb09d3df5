"""Descriptions, relative clauses, owners and lists that lead to a speaker."""

import pytest
from test_speakers_resolution import names_of, speakers_of

CASES = {
    "who after a described group": (
        "It was up to voters [who] said they were tired.",
        ["voters"],
    ),
    "those who": (
        "The prize went to those [who] said nothing at all.",
        ["those who said nothing at all"],
    ),
    "that after a document": (
        "He carried a report [that] said the dam was old.",
        ["report"],
    ),
    "title with of": (
        "[Minister of Foreign Affairs Batbold] said it was cold.",
        ["Batbold"],
    ),
    "dateline is no speaker": (
        "SKARVIK, Norway (May 3) — The fair opened. [Tove Lund] said it was cold.",
        ["Tove Lund"],
    ),
    "and inside the name of a body": (
        "[The Roads and Bridges Agency] said the road was closed.",
        ["Roads and Bridges Agency"],
    ),
    "and between two bodies": (
        "[The Harbor Council and the Dyke Trust] said the road was closed.",
        ["Harbor Council + Dyke Trust"],
    ),
    "his department": (
        "Culture Minister Bo Lind was away. [His department] said the fair would go on.",
        ["Bo Lind's department"],
    ),
    "kin named elsewhere": (
        "Mayor Tove Lund came with her husband, Nils Aune. Lund smiled. "
        "[Her husband] said it was cold.",
        ["Nils Aune"],
    ),
    "a court by its ruling": (
        "The Harbor Court met. [The ruling] said the crane was old.",
        ["Harbor Court"],
    ),
    "the company": (
        "Volta Motors closed a plant. [The company] said it was old.",
        ["Volta Motors"],
    ),
    "a department that is called a ministry": (
        "The Boat Ministry closed a road. [The department] said it was old.",
        ["Boat Ministry"],
    ),
    "a company is no ministry": (
        "The Trade Ministry closed a road. [The company] said it was old.",
        ["company"],
    ),
    "epithet of the last subject": (
        "Tove Lund ran for mayor. Lund lost. [The candidate] said it was cold.",
        ["Tove Lund"],
    ),
    "list of three": (
        "[Ida Holm, Per Aune and Bo Lind] said they agreed.",
        ["Ida Holm + Per Aune + Bo Lind"],
    ),
    "counted list": (
        "[Two farmers, Ida Holm and Bo Lind,] said they agreed.",
        ["Ida Holm + Bo Lind"],
    ),
    "and inside an apposition": (
        "[Ida Holm, founder and director of the Dyke Trust,] said dykes sink.",
        ["Ida Holm"],
    ),
    "one of several": (
        "The Dyke Trust met. [One of the trust's engineers] said dykes sink.",
        ["one of the trust's engineers"],
    ),
    "the couple": (
        "Ida Holm and Bo Lind came late. [The couple] said they agreed.",
        ["Ida Holm + Bo Lind"],
    ),
    "they after two names": (
        "Ida Holm and Bo Lind came late. [They] said they agreed.",
        ["Ida Holm + Bo Lind"],
    ),
    "it after a body": (
        "The Dyke Trust came late. [It] said dykes sink.",
        ["Dyke Trust"],
    ),
    "office of an unnamed person": (
        "[The president's office] said dykes sink.",
        ["president's office"],
    ),
    "poll without its date": (
        "[A Lowland News poll released Monday] said dykes sink.",
        ["Lowland News poll"],
    ),
    "adverb at the head of a sentence": (
        "Bo Lind came. Interestingly Lind left. [Lind] said it was cold.",
        ["Bo Lind"],
    ),
    "possessive pronoun of an unknown": (
        "[Their neighbors] said it was cold.",
        ["neighbors"],
    ),
    "surname that is a demonym": (
        "Bram Dutch came. [Dutch] said it was cold.",
        ["Bram Dutch"],
    ),
    "particle in a name": (
        "[Pieter van der Meulen] said it was cold. [Van der Meulen] said so twice.",
        ["Pieter van der Meulen", "Pieter van der Meulen"],
    ),
    "plural genitive in the name of a body": (
        "[The Growers’ League] said it was cold. [The league] said so twice.",
        ["Growers’ League", "Growers’ League"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_reference_is_followed(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected


POSTS = {
    "a judge sits at the court named": (
        "The Harbor Court met. [Justice Tove Lund] said dykes sink.",
        ("Justice", "Harbor Court"),
    ),
    "country of a ministry in its name": (
        "It rained in Chile. [The Chilean Trade Ministry] said dykes sink.",
        (None, "Chile"),
    ),
    "country of a ministry from the article": (
        "It rained in Chile. [The Trade Ministry] said dykes sink.",
        (None, "Chile"),
    ),
    "no country where two are as near": (
        "Chile and Peru met. [The Trade Ministry] said dykes sink.",
        (None, None),
    ),
    "side in front of the names": (
        "From the Chilean side, [Trade Minister Ana Ruiz] spoke of Peru and Chile.",
        ("Trade Minister", "Chile"),
    ),
    "author of a document": (
        "A review by the Dyke Trust came out. [The review's author, Tove Lund,] said dykes sink.",
        ("author", "Dyke Trust"),
    ),
    "a secretary has the office of her minister": (
        "It rained in Chile. Trade Minister Ana Ruiz, a lawyer, was ill. "
        "[Her spokeswoman, Eva Toro,] said dykes sink.",
        ("spokeswoman", "Chile"),
    ),
    "company of a driver": (
        "[Bo Lind, a driver for Volta Motors,] said dykes sink.",
        ("driver", "Volta Motors"),
    ),
    "police officer of a town": (
        "[A police officer in Skarvik] said dykes sink.",
        ("police officer", "police"),
    ),
    "she is said to be": (
        "Tove Lund is a fisherman at Skarvik Harbor. [Lund] said dykes sink.",
        ("fisherman", "Skarvik Harbor"),
    ),
}


@pytest.mark.parametrize("case", POSTS)
def test_a_post_is_followed_to_its_body(case: str) -> None:
    marked, expected = POSTS[case]
    speaker = speakers_of(marked)[-1]
    assert (speaker.position, speaker.affiliation) == expected


def test_a_spokesperson_keeps_the_principal_apart() -> None:
    speaker = speakers_of("Mayor Tove Lund was ill. [Lund's spokeswoman] said dykes sink.")[0]
    assert speaker.principal == "Tove Lund"
    assert speaker.name == "Tove Lund's spokeswoman"
