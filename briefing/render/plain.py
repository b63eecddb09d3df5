"""Write a briefing as plain text: no boxes, no colours, no escapes."""

from briefing.domain import Briefing
from briefing.render.layout import Layout
from briefing.render.outline import outline
from briefing.render.page import page


def render_plain(briefing: Briefing, layout: Layout) -> str:
    """The page as text; headings in capitals, lines wrapped only if a width is given."""
    lines = []
    for line in page(outline(briefing, layout), layout):
        text = "".join(words for words, _ in line)
        heading = len(line) == 1 and line[0][1] in HEADINGS
        lines.append(text.upper() if heading else text.rstrip())
    return "\n".join(lines) + "\n"


HEADINGS = frozenset({"heading", "official", "expert", "other"})
