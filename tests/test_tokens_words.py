"""What a token is, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain import Span
from briefing.tokens import count_words, find_tokens


def split(text: str) -> list[str]:
    return [token.text for token in find_tokens(text)]


@pytest.mark.parametrize(
    "word",
    [
        "don't",
        "don’t",
        "next-generation",
        "U.S.",
        "a.m.",
        "J.K.",
        "4,060",
        "3.5",
        "10:30",
        "1990s",
        "20-year",
        "AT&T",
        "example.com",
        "a.b@example.org",
        "O’Brien-Ruiz",
        "Ōsaka",
        "日本",
        "and/or",
        "F-16",
    ],
)
def test_word_keeps_what_is_inside_it(word: str) -> None:
    assert split(f"({word})") == ["(", word, ")"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("He left.", ["He", "left", "."]),
        ("“Why?” she asked", ["“", "Why", "?", "”", "she", "asked"]),
        ("$4.50, 5%", ["$", "4.50", ",", "5", "%"]),
        ("well ... no -- ``x''", ["well", "...", "no", "--", "``", "x", "''"]),
        ("the ministers' plan", ["the", "ministers", "'", "plan"]),
        ("2019–2021", ["2019", "–", "2021"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_marks_are_tokens_of_their_own(text: str, tokens: list[str]) -> None:
    assert split(text) == tokens


def test_only_the_span_is_read() -> None:
    assert [token.text for token in find_tokens("Rates rose fast", Span(6, 10))] == ["rose"]


def test_words_and_marks_are_told_apart() -> None:
    assert [token.is_word for token in find_tokens("Why 5 ? _x")] == [True, True, False, True]


@given(st.text())
def test_tokens_stand_at_their_spans_and_leave_out_white_space_alone(text: str) -> None:
    end = 0
    for token in find_tokens(text):
        assert token.span.of(text) == token.text
        assert not text[end : token.start].strip()
        end = token.end
    assert not text[end:].strip()


def test_marks_do_not_count_as_words() -> None:
    assert count_words("“The U.S. didn't pay $4,060.50,” he said.") == 7
    assert count_words(" … ") == 0
