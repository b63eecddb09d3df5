"""An article's word that somebody is not on record is found, and nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.attribution.refusals import find_refusals
from briefing.brief import Options, brief
from briefing.domain import Silence
from briefing.load import load_text
from briefing.segment import split_sentences

DECLINED, UNREACHABLE = Silence.DECLINED, Silence.UNREACHABLE
HEAD = "Harbour news\n\nThe pier closed on Monday after the storm hit it.\n\n"


def found(sentence):
    article = load_text(f"{HEAD}{sentence}\n", source="x")
    text = article.text
    return [
        (one.source[0].of(text) if one.source else "", one.span.of(text), one.reason)
        for one in find_refusals(text, split_sentences(text, article.blocks))
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "words", "reason"),
    [
        (
            "The Tornholm ministry declined to comment on the cost.",
            "The Tornholm ministry",
            "The Tornholm ministry declined to comment on the cost",
            DECLINED,
        ),
        (
            "The guild confirmed the plan but declined to discuss it.",
            "The guild",
            "The guild confirmed the plan but declined to discuss it",
            DECLINED,
        ),
        (
            "Vass declined to say when the pier would reopen.",
            "Vass",
            "Vass declined to say when the pier would reopen",
            DECLINED,
        ),
        (
            "The ferry line, which runs nine ships, declined on Friday to give any details.",
            "The ferry line",
            "The ferry line, which runs nine ships, declined on Friday to give any details",
            DECLINED,
        ),
        (
            "The bank confirmed the visit but declined to name its client.",
            "The bank",
            "The bank confirmed the visit but declined to name its client",
            DECLINED,
        ),
        (
            "The ministry said in a note that it was sorry but would not comment on the strike.",
            "The ministry",
            "The ministry said in a note that it was sorry but would not comment on the strike",
            DECLINED,
        ),
        (
            "The board backed the plan, declining to disclose the price.",
            "The board",
            "The board backed the plan, declining to disclose the price",
            DECLINED,
        ),
        (
            "Spokeswoman Lena Falk, who declined to give her age or other details, hung up.",
            "Spokeswoman Lena Falk",
            "Spokeswoman Lena Falk, who declined to give her age or other details",
            DECLINED,
        ),
        (
            "She declined to comment, citing the inquiry.",
            "She",
            "She declined to comment",
            DECLINED,
        ),
        (
            "Asked about the price, Dunn declined to elaborate.",
            "Dunn",
            "Dunn declined to elaborate",
            DECLINED,
        ),
        (
            "The contractor has repeatedly refused to answer questions about the crane.",
            "The contractor",
            "The contractor has repeatedly refused to answer questions about the crane",
            DECLINED,
        ),
        (
            "Tornholm police refused to confirm or deny the arrest.",
            "Tornholm police",
            "Tornholm police refused to confirm or deny the arrest",
            DECLINED,
        ),
        (
            "Two former directors refused to be interviewed.",
            "Two former directors",
            "Two former directors refused to be interviewed",
            DECLINED,
        ),
        (
            "The treasury declined an interview request.",
            "The treasury",
            "The treasury declined an interview request",
            DECLINED,
        ),
        (
            "Rask wouldn’t say whether he had signed it.",
            "Rask",
            "Rask wouldn’t say whether he had signed it",
            DECLINED,
        ),
        (
            "The palace had no immediate comment.",
            "The palace",
            "The palace had no immediate comment",
            DECLINED,
        ),
        (
            "The union did not immediately reply to a request for comment.",
            "The union",
            "The union did not immediately reply to a request for comment",
            UNREACHABLE,
        ),
        (
            "The mayor's office has not returned several calls.",
            "The mayor's office",
            "The mayor's office has not returned several calls",
            UNREACHABLE,
        ),
        (
            "A lawyer for the skipper, Ola Brenk, could not be reached for comment.",
            "A lawyer for the skipper, Ola Brenk",
            "A lawyer for the skipper, Ola Brenk, could not be reached for comment",
            UNREACHABLE,
        ),
        (
            "The airline was not available for comment.",
            "The airline",
            "The airline was not available for comment",
            UNREACHABLE,
        ),
        (
            "There was no immediate response from the embassy in Lysvik on Sunday.",
            "the embassy in Lysvik",
            "There was no immediate response from the embassy in Lysvik on Sunday",
            UNREACHABLE,
        ),
        (
            "Calls to the Harbour Cooperative were not returned.",
            "the Harbour Cooperative",
            "Calls to the Harbour Cooperative were not returned",
            UNREACHABLE,
        ),
        (
            "An email to the shipyard went unanswered.",
            "the shipyard",
            "An email to the shipyard went unanswered",
            UNREACHABLE,
        ),
        ("Declined to comment.", "", "Declined to comment", DECLINED),
        (
            "The port declined to name the “two or three” firms (all from Elm) that it had asked.",
            "The port",
            "The port declined to name the “two or three” firms",
            DECLINED,
        ),
        (
            "The board refused to publicly disclose the names of 1,200 members, angering many.",
            "The board",
            "The board refused to publicly disclose the names of 1,200 members",
            DECLINED,
        ),
        (
            "Falk declined to speculate.",
            "Falk",
            "Falk declined to speculate",
            DECLINED,
        ),
    ],
)
def test_silence_is_told_with_who_keeps_it(sentence, source, words, reason):
    assert found(sentence) == [(source, words, reason)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels refused to give ground near the river.",
        "The parliament refused to confirm the nominee.",
        "Vass refused to say sorry for the delay.",
        "An agreement could not be reached on Sunday.",
        "The villages could not be reached by road.",
        "The patient did not respond to treatment.",
        "The ministry did not say how many had been hurt.",
        "Prices declined to nine crowns, and sales declined, commentators said.",
        "“We declined to comment,” Brenk said.",
        "The town will not release the prisoners.",
        "If the ministry declines to comment, the paper will go to court.",
        "The mayor never declined to comment before.",
        "The mayor may decline to comment.",
        "He refused to talk to the rebels.",
        "The minister would not give up.",
        "The keeper answered calls all night.",
        "Ferries were not available on Sunday.",
        "The witness, who declined to be named, saw smoke.",
        "The council will not discuss a ceasefire until spring.",
        "The bank returned calls to its depositors.",
        "She had no complaints.",
        "The deputies refused to say the words of the oath.",
        "He refused to say that the bridge was safe.",
        "Fees declined to nine crowns, and the board refused to lower them.",
    ],
)
def test_other_refusals_are_no_silence(sentence):
    assert found(sentence) == []


def test_two_silences_of_one_source_have_it_both():
    sentence = "The bank declined to comment and refused to answer questions."
    assert [source for source, _, _ in found(sentence)] == ["The bank", "The bank"]


def test_two_silences_of_a_sentence_are_told_apart():
    sentence = "The bank declined to comment and the port did not respond to a request for comment."
    assert [source for source, _, _ in found(sentence)] == ["The bank", "the port"]


PIECES = (
    "declined",
    "to",
    "comment",
    "who",
    "The bank",
    ",",
    "but",
    "“",
    "”",
    "calls to",
    "refused",
)
MORE = ("were not returned", "would not", "say", "could not be reached", "for", "and")


@given(st.lists(st.sampled_from((*PIECES, *MORE)), max_size=14))
def test_silences_lie_in_the_text_whatever_it_holds(words):
    article = load_text(f"{HEAD}{' '.join(words)}.\n", source="x")
    for one in find_refusals(article.text, split_sentences(article.text, article.blocks)):
        assert 0 <= one.span.start < one.span.end <= len(article.text)
        assert "\n\n" not in one.span.of(article.text)
        assert all(span.start < span.end for span in one.source)


ARTICLE = """Ferries to stop at Tornholm

Ferries will stop on Monday, Transport Minister Ingrid Vass told reporters. "We have waited \
eleven years for this," Vass said. She declined to comment on the price.

The contractor, Lysvik Marine, did not respond to requests for comment. A senior customs \
official, who refused to be interviewed, hung up.
"""


@pytest.mark.parametrize("engine", ["rules", "model"])
def test_who_is_silent_is_resolved_among_the_speakers(engine):
    briefing = brief(load_text(ARTICLE, source="x"), Options(engine=engine))
    assert [(one.speaker, one.reason, one.paragraph) for one in briefing.declined] == [
        ("Ingrid Vass", DECLINED, 2),
        ("Lysvik Marine", UNREACHABLE, 3),
        ("senior customs official", DECLINED, 3),
    ]
