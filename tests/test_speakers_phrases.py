"""The words by which a described source is printed, and whom they lead to."""

import pytest
from test_speakers_resolution import names_of, sentences_of

from briefing.domain import Attribution, Span
from briefing.speakers import resolve_speakers

CASES = {
    "a verb is no part of an office": (
        "[A senior official of the Ministry of Canals] pointed out that locks leak. "
        "[The official] said they would be mended.",
        ["senior official of the Ministry of Canals"] * 2,
    ),
    "a body in small letters is part of an office": (
        "[A senior official of the Canal board] pointed out that locks leak. "
        "[The official] said they would be mended.",
        ["senior official of the Canal board"] * 2,
    ),
    "a verb right behind a small body": (
        "A senior official of the ministry pointed out that locks leak. "
        "[The official] said they would be mended.",
        ["senior official of the ministry"],
    ),
    "a time before a source": (
        "[Two years ago a paper from the Dyke Institute] showed that locks leak.",
        ["paper from the Dyke Institute"],
    ),
    "last year before a source": (
        "[Last year a paper from the Dyke Institute] showed that locks leak.",
        ["paper from the Dyke Institute"],
    ),
    "last year inside a source": (
        "[A paper from last year] showed that locks leak.",
        ["paper from last year"],
    ),
    "plural owners take no second s": (
        "The carriers were cross. [The carriers' lawyers] said locks leak.",
        ["carriers' lawyers"],
    ),
    "a body named behind its kind": (
        "[The bargemen's association Wings of the Weir] said locks leak.",
        ["Wings of the Weir"],
    ),
    "a person behind owner and office": (
        "[The harbor's director Bo Lind] said locks leak.",
        ["Bo Lind"],
    ),
    "what a name owns is not the name": (
        "Bo Lind left. [Lind's Canal Trust colleagues] said locks leak.",
        ["Bo Lind's Canal Trust colleagues"],
    ),
    "both sides": ("[Both sides] said locks leak.", ["both sides"]),
    "the two sides": (
        "[The two sides] met. [Both sides] said locks leak.",
        ["two sides", "two sides"],
    ),
    "a clause behind which": (
        "[A report which the Canal Board published on Monday] said locks leak.",
        ["report"],
    ),
    "a clause that opens with who": (
        "Ida Holm, [who is a cousin of the mayor but] said they never met, left.",
        ["Ida Holm"],
    ),
    "a date with its year": (
        "[A Sept. 15, 2011 email] said it was cold.",
        ["Sept. 15, 2011 email"],
    ),
    "an age is no part of a description": (
        "[A young baker, 34,] said it was cold.",
        ["young baker"],
    ),
    "the letter of a party is no name": (
        "[The May 3 lawsuit filed by a clerk, who Lind, R -Pine, fired,] said it was cold.",
        ["May 3 lawsuit filed by a clerk"],
    ),
    "only is no part of a description": (
        "[Only one of the riders] said it was cold. [Just 7 percent] said it was warm.",
        ["one of the riders", "7 percent"],
    ),
    "a day on which something was done": (
        "[Two of the clerks chosen Sunday] said so. [Two of the clerks elected Sunday] said so.",
        ["two of the clerks chosen", "two of the clerks elected Sunday"],
    ),
    "a day on which something came out": (
        "[A news report published Wednesday] said so.",
        ["news report"],
    ),
    "a poll is not the candidate behind its verb": (
        "A new poll shows Republican candidate Bo Lind with a lead. [The latest poll] said so. "
        "[The candidate] said so.",
        ["latest poll", "Bo Lind"],
    ),
    "a president of another country than the one named": (
        "President Ruiz spoke with Francois Lind. [The French president] said it was cold.",
        ["Francois Lind"],
    ),
    "the president named": (
        "President Ruiz spoke with Francois Lind. [The president] said it was cold.",
        ["Ruiz"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_description_is_printed_whole_and_without_its_clause(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected


HEADED = {
    "a name without a given name known": (
        'Expert: "A dam is a promise"\n\n'
        "Norway moved its dams in May, and the plan of the Canal Board was revised.\n\n"
        "Canal Forum for Dykes = Zuhra-Tilu Quarn, senior fellow, says that the dam is tired.",
        "Zuhra-Tilu Quarn",
    ),
    "nobody named": ('Expert: "A dam is a promise"\n\nNorway moved its dams in May.', "expert"),
}


@pytest.mark.parametrize("case", HEADED)
def test_an_agency_heading_announces_the_name_behind_the_sign(case: str) -> None:
    text, expected = HEADED[case]
    given = Attribution((Span(0, 6),), (), (Span(9, 27),))
    (speaker,) = resolve_speakers(text, sentences_of(text), (given,))
    assert speaker.name == expected


def test_it_does_not_mean_what_somebody_quoted_says_in_general() -> None:
    text = (
        "“A small country learns fast,” said Ana Ruiz. Peru went first, "
        "and in May it described Chile as a friend."
    )
    start = text.index("it described")
    quote = Attribution((Span(35, 43),), (), (Span(1, 28),))
    given = Attribution((Span(start, start + 2),), (), (Span(start + 13, len(text) - 1),))
    found = resolve_speakers(text, sentences_of(text), (quote, given))
    assert [speaker.name for speaker in found] == ["Ana Ruiz", "Peru"]
