"""Write a briefing as plain text: no boxes, no colours, no escapes."""

from collections.abc import Iterable

from briefing.domain import Briefing
from briefing.render.layout import Layout
from briefing.render.outline import outline
from briefing.render.page import HEADINGS, page
from briefing.render.wrap import Line


def render_plain(briefing: Briefing, layout: Layout) -> str:
    """The page as text; headings in capitals, lines wrapped only if a width is given."""
    return write_plain(page(outline(briefing, layout), layout))


def write_plain(lines: Iterable[Line]) -> str:
    """The lines without their styles.

    >>> write_plain([[("Summary", "heading")], [("  ", ""), ("Rain.", "")]])
    'SUMMARY\\n  Rain.\\n'
    """
    texts = []
    for line in lines:
        text = "".join(words for words, _ in line).rstrip()
        texts.append(text.upper() if line and line[0][1] in HEADINGS else text)
    return "\n".join(texts) + "\n"
