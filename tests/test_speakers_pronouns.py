"""Whom `he` and `she` mean: subjects, genders told by the article, nobody named in what is said."""

import pytest
from test_speakers_resolution import names_of, sentences_of

from briefing.domain import Attribution, Span
from briefing.speakers import resolve_speakers

CASES = {
    "the subject, not who hangs on a preposition": (
        "Owen Tarn left the hall with Bo Lind behind Nils Aune. [He] said locks leak.",
        ["Owen Tarn"],
    ),
    "the subject behind an apposition": (
        "There Owen Tarn, the parish clerk, had seen Bo Lind. [He] said locks leak.",
        ["Owen Tarn"],
    ),
    "a woman whose given name tells nothing": (
        "Kelly Weirman ran again. She lost. Her boat sank. "
        "Bo Lind met Weirman by the dam. [He] said locks leak.",
        ["Bo Lind"],
    ),
    "a man whose given name tells nothing": (
        "Kelly Weirman ran again. He lost. His boat sank.\n\n"
        "Mia Lind met Weirman by the dam. [She] said locks leak.",
        ["Mia Lind"],
    ),
    "a given name alone": (
        "Peter Lind came to the dam with Melanie. [She] said locks leak.",
        ["Melanie"],
    ),
    "the only person of the sentence before, behind a quotation": (
        "Mia Tarn left. She was ill.\n\nThat did not satisfy Ida Holm. “Enough,” [she] said.",
        ["Ida Holm"],
    ),
    "a title of a work is no person": (
        "Bo Lind, a clerk, wrote back. In an essay called “The Quiet Sluice” [he] said locks leak.",
        ["Bo Lind"],
    ),
    "somebody of no known standing whom a sentence is about": (
        "Ida Holm did not sign. [The teacher] said locks leak.",
        ["Ida Holm"],
    ),
    "no teacher but a mayor": (
        "Mayor Ida Holm did not sign. [The teacher] said locks leak.",
        ["teacher"],
    ),
    "not with two persons in the sentence": (
        "Ida Holm did not meet Bo Lind. [The teacher] said locks leak.",
        ["teacher"],
    ),
    "a clause of time behind the one who spoke": (
        "Mayor Ida Holm and Bo Lind came. [Lind] spoke, when the mayor had gone. "
        "At home [he] wrote that locks leak.",
        ["Bo Lind", "Bo Lind"],
    ),
    "an example of a people is not the people": (
        "It scared the Germans, including Chancellor Ida Holm. Many Germans left. "
        "Of this speech [she] said that locks leak.",
        ["Ida Holm"],
    ),
    "a clause behind a channel tells nothing of it": (
        "On WBTV, candidates were asked in a debate. [The candidate] said locks leak.",
        ["candidate"],
    ),
    "the only person in the sentence before": (
        "[Owen Tarn] spoke. Tarn came late. Tarn said more than can be told of others here. "
        "Just look at Mayor Peter Lind. [He] said locks leak.",
        ["Owen Tarn", "Peter Lind"],
    ),
}


@pytest.mark.parametrize("marked, right", CASES.values(), ids=CASES)
def test_pronoun_follows_whom_the_article_means(marked, right):
    assert names_of(marked) == right


def _speaker_of(text: str, source: str, content: str) -> str | None:
    at, said = text.index(source), text.index(content)
    source = source.split()[0]
    given = Attribution((Span(at, at + len(source)),), (), (Span(said, said + len(content)),))
    return resolve_speakers(text, sentences_of(text), [given])[0].name


def test_nobody_is_named_in_what_they_say_themselves():
    text = "Owen Tarn came early. Peter Lind had left. Tarn is no engineer, he said."
    assert _speaker_of(text, "he said", "Tarn is no engineer") == "Peter Lind"


def test_who_speaks_may_call_themselves_she():
    text = "Mia Tarn wrote to Bo Lind. She is no engineer, she said."
    assert _speaker_of(text, "she said", "She is no engineer") == "Mia Tarn"
