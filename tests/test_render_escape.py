"""Nothing that an article holds is obeyed by a terminal, a Markdown reader or a browser."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.render.escape import OBEYED, escape_html, escape_markdown, show_controls

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("bell\x07", "bell␇"),
        ("nul\x00byte", "nul␀byte"),
        ("del\x7f", "del␡"),
        ("csi\x9b31m", "csi\\x9b31m"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("half \ud83d pair", "half \\ud83d pair"),
        ("hidden\U000e0041tag", "hidden\\U000e0041tag"),
        ("two\r\nlines\tand\u2028more\x85", "two lines and more"),
        ("soft\xadhyphen", "softhyphen"),
    ],
)
def test_controls_are_shown(text, shown):
    assert show_controls(text) == shown


@pytest.mark.parametrize("text", ["Zoë", "👩‍👩‍👧", "می‌خواهم", "10\xa0km", "עברית\u200f!", "日本"])
def test_letters_joiners_and_direction_marks_stay(text):
    assert show_controls(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Don’t” – she said…", '"Don\'t" - she said...'),
        ("Pål Ångström", "Pal Angstrom"),
        ("日", "\\u65e5"),
        ("\x1b[0m", "\\x1b[0m"),
        ("€5", "\\u20ac5"),
    ],
)
def test_ascii_keeps_what_it_can(text, shown):
    assert show_controls(text, unicode=False) == shown


@settings(deadline=None)
@given(ANY)
def test_shown_text_is_one_safe_line_that_can_be_written(text):
    shown = show_controls(text)
    assert not OBEYED.search(shown)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")
    assert show_controls(text, unicode=False).isascii()


MARKUP = st.text(st.sampled_from("*_`#|<>[]()!&~$^\\ -+=.1)@:/wxy http&amp;"), min_size=1)


@settings(deadline=None)
@given(MARKUP)
@pytest.mark.parametrize("place", ["{}", "- {}", "# {}", "- **{}:** x", "*({})*"])
def test_markdown_shows_the_very_text(place, text):
    text = show_controls(text)
    if not text:
        return
    html = MarkdownIt("commonmark").render(place.format(escape_markdown(text)))
    words = unescape(re.sub(r"</?(?:p|h1|ul|li|em|strong)>|\n", "", html))
    expected = {"- **{}:** x": f"{text}: x", "*({})*": f"({text})"}.get(place, text)
    assert words == expected


@settings(deadline=None)
@given(ANY)
def test_html_holds_no_markup_of_the_text(text):
    escaped = escape_html(text)
    assert not set("<>\"'") & set(escaped)
    assert unescape(escape_html("<a href='x'>&amp;")) == "<a href='x'>&amp;"
