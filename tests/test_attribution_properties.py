"""What holds for every text: spans in range and in order, the same twice, and no endless search."""

import time

import pytest
from attribution_cases import find_in
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution import find_attributions
from briefing.domain import Sentence, Span

WORDS = [
    *(
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "「",
        "」",
        ",",
        ".",
        ":",
        ";",
        "—",
        "¶",
        "¶- ",
        "¶# ",
    ),
    *("said", "told", "that", "to", "and", "who", "which", "as", "by", "according to", "called"),
    *(
        "Anna Bell",
        "the minister",
        "she",
        "bridge",
        "safe",
        "was",
        "on Monday",
        "adding",
        "Expert:",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_and_in_order(line: str) -> None:
    text, found = find_in(line)
    for each in found:
        assert each.content
        assert list(each.content) == sorted(each.content)
        for span in (*each.source, *each.cue, *each.content, *each.antecedent):
            assert 0 <= span.start < span.end <= len(text)
        assert 0 <= each.confidence <= 1
        assert each.evidence
    assert [min(each.content) for each in found] == sorted(min(each.content) for each in found)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_same_text_gives_the_same_twice(line: str) -> None:
    assert find_in(line) == find_in(line)


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "“a” ", "he said, ", "he said that ", "and said ", "in a, ", "Anna Bell, ", ": "],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    begun = time.process_time()
    find_attributions(text, [Sentence(Span(0, len(text)), 1)], engine="rules")
    assert time.process_time() - begun < 10


def test_empty_text_has_no_attributions() -> None:
    assert find_attributions("", (), engine="rules") == ()


def test_unknown_engine_is_refused() -> None:
    with pytest.raises(KeyError):
        find_attributions("She said no.", (), engine="guess")
