"""Where what describes a name begins and ends."""

import pytest
from test_speakers_resolution import sentences_of

from briefing.speakers.clauses import describes, fact_end, opens_with_noun, past_brackets
from briefing.speakers.words import read_words


def words_of(text):
    return read_words(text, sentences_of(text)).words


def rest(words, at):
    return " ".join(word.text for word in words[at:])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(R-Pine) left the room", "left the room"),
        ("(who had come by boat with her two dogs) left", "( who had"),
        (", PhD , left the room", ", left the room"),
        (", mayor of Skarvik", ", mayor of"),
        ("left the room", "left the"),
    ],
)
def test_brackets_and_degrees_are_passed(text, left):
    words = words_of(text)
    assert rest(words, past_brackets(words, 0)).startswith(left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mayor of Skarvik, left", True),
        ("formerly of Skarvik, left", True),
        ("and the mayor left", False),
        ("the mayor said on Monday, left", False),
        ("the mayor who said no, left", True),
        ("wet was the mayor, left", False),
        ("rain in the hills, left", False),
        ("the ministry of boats, left", True),
    ],
)
def test_only_a_noun_of_standing_describes(text, expected):
    assert describes(words_of(text), 0) is expected


def test_fact_ends_at_the_first_break_of_its_sentence():
    words = words_of("mayor of Skarvik – she left. Rain fell.")
    assert fact_end(words, 0) == 3


def test_fact_without_a_break_has_a_limit():
    assert fact_end(words_of("mayor " + "and " * 60), 0) == 41


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mayor of Skarvik", True),
        ("old ministry building", True),
        ("ministry's boats", False),
        ("with the mayor", False),
        ("grey rain", False),
    ],
)
def test_noun_counts_before_any_preposition(text, expected):
    words = words_of(text)
    assert opens_with_noun(words, 0, len(words)) is expected
