"""The format of a text is told by the suffix of its name, else by what it holds."""

import pytest

from briefing.load.formats import TextFormat, tell_format

PAGE = "<!DOCTYPE html>\n<html><body><p>It rained.</p></body></html>"
MARKDOWN = "# Rain\n\nIt **rained** on Monday."


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("a.txt", PAGE, TextFormat.PLAIN),
        ("a.html", "It rained.", TextFormat.HTML),
        ("a.HTM", "It rained.", TextFormat.HTML),
        ("a.md", "It rained.", TextFormat.MARKDOWN),
        ("-", PAGE, TextFormat.HTML),
        ("-", "\ufeff  <!-- saved -->\n<HTML lang=en>", TextFormat.HTML),
        ("-", '<?xml version="1.0"?>\n<html xmlns="x">', TextFormat.HTML),
        ("-", "<p>One</p><p>Two</p><p>Three</p>", TextFormat.HTML),
        ("-", "<p>One</p> is how a paragraph is written.", TextFormat.PLAIN),
        ("-", MARKDOWN, TextFormat.MARKDOWN),
        ("-", "---\ntitle: Rain\n---\nIt rained.", TextFormat.MARKDOWN),
        ("-", "It rained.\n\n# 1 on the list", TextFormat.PLAIN),
        ("-", "Rain\n\nIt rained on Monday.", TextFormat.PLAIN),
        ("https://quay.example/rain", "It rained.", TextFormat.PLAIN),
    ],
)
def test_format_is_told(source: str, text: str, expected: TextFormat) -> None:
    assert tell_format(text, source=source) is expected
