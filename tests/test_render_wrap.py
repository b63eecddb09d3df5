"""Lines are measured in terminal cells and words are whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.render.wrap import wrap


def lines(text: str, width: int | None, indent: str = "") -> list[str]:
    wrapped = wrap([(text, "")], width, hang=[(indent, "")])
    return ["".join(words for words, _ in line) for line in wrapped]


def test_words_are_not_broken():
    assert lines("one fifteen two", 9) == ["one", "fifteen", "two"]


def test_lines_after_the_first_hang():
    assert lines("  • alpha beta gamma", 14, "    ") == ["  • alpha beta", "    gamma"]


def test_longer_words_than_a_line_are_cut_to_fit():
    assert lines("an abcdefghijklmnop end", 12, "  ") == ["an", "  abcdefghij", "  klmnop end"]


def test_without_width_nothing_is_wrapped():
    assert lines("x " * 500, None) == ["x " * 500]


def test_chinese_breaks_between_characters_but_not_before_a_full_stop():
    assert lines("両国は協力を強化。共同", 10) == ["両国は協力", "を強化。共", "同"]
    assert lines("協力を強化。共同", 10) == ["協力を強", "化。共同"]


def test_opening_brackets_stay_with_what_they_open():
    assert lines("abcdefgh「日本」", 10) == ["abcdefgh", "「日本」"]
    assert lines("「「「", 8) == ["「「「"]


def test_wide_and_combining_characters_are_measured_in_cells():
    assert lines("日本 e\u0301e\u0301e\u0301 x", 10) == ["日本 e\u0301e\u0301e\u0301 x"]
    assert lines("日本日 e\u0301e\u0301e\u0301 x", 10) == ["日本日 e\u0301e\u0301e\u0301", "x"]


def test_styles_follow_their_words():
    runs = [("Ada ", "name"), ("said so", "cue")]
    assert wrap(runs, 8) == [[("Ada said", "")]] or wrap(runs, 8) == [
        [("Ada ", "name"), ("said", "cue")],
        [("so", "cue")],
    ]


def test_a_word_of_two_styles_is_not_broken_between_them():
    runs = [("aaaa bbb", "x"), ("ccc", "y")]
    assert wrap(runs, 9) == [[("aaaa", "x")], [("bbb", "x"), ("ccc", "y")]]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab é日本「」。 \u0301👩\u200d🇯🇵“”")), st.integers(8, 30))
def test_every_line_fits_and_no_letter_is_lost(text, width):
    wrapped = lines(text, width)
    assert all(cell_len(line) <= width for line in wrapped)
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("width", [1, 5, 9])
def test_absurd_widths_still_give_text(width):
    assert "".join(lines("some words here", width, "    ")).split() == ["some", "words", "here"]
