"""Markup becomes text without losing words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.markup import strip_markup


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Rain &amp; snow<br>today", "Rain & snow today"),
        ("One<br><br>Two", "One\n\nTwo"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<ul><li>One<li>Two</ul>Three", "- One\n\n- Two\n\nThree"),
        ("<table><tr><td>Port<td>Open</table>", "Port Open"),
        ("<script>x()</script><style>p{}</style>Rain", "Rain"),
        ("<div style='display: none'><div>No</div>No</div>Rain", "Rain"),
        ("<svg><svg>x</svg>y</svg><b>Ra</b>in<!-- no -->", "Rain"),
        ("<img src=x style='display:none'>Rain", "Rain"),
        ("a < b <3 &nosuch; &#55; x", "a < b <3 &nosuch; 7 x"),
        ("", ""),
    ],
)
def test_markup_becomes_paragraphs(markup: str, text: str) -> None:
    assert strip_markup(markup) == text


@given(
    st.lists(st.sampled_from(["rain", "<p>", "</div>", "<li>", "<b", "&lt;", "<!--", "<br>", "\n"]))
)
def test_text_of_any_markup_is_stable_and_bare(parts: list[str]) -> None:
    text = strip_markup(" ".join(parts))
    assert text == strip_markup(" ".join(parts)) and text == text.strip()
