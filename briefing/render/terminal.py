"""Write a briefing for a terminal: the page with colours, weights and rules."""

from collections.abc import Iterable
from dataclasses import replace

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from briefing.domain import Briefing
from briefing.render.layout import Layout
from briefing.render.outline import outline
from briefing.render.page import BROADEST, HEADINGS, page
from briefing.render.wrap import Line

WIDTH = 80  # cells, where none is given

# Only the sixteen colours that every terminal has and its owner can choose, and none that
# cannot be read on black or on white. What a colour says is always said in words as well.
STYLES = {
    "title": "bold",
    "story": "bold",
    "update": "bold blue",
    "facts": "dim",
    "heading": "bold cyan",
    "official": "bold green",
    "expert": "bold magenta",
    "other": "bold blue",
    "rule": "dim",
    "name": "bold",
    "mark": "italic",
    "faint": "dim",
    "sign": "dim",
    "cue": "italic",
    "why": "dim italic",
    "warning": "bold red",
}
PARSED = {name: Style.parse(style) for name, style in STYLES.items()}


def render_terminal(briefing: Briefing, layout: Layout) -> str:
    """The page, coloured if the layout wants colour; without colour there are no escapes."""
    layout = replace(layout, width=layout.width or WIDTH)
    return paint(page(outline(briefing, layout), layout), layout)


def paint(lines: Iterable[Line], layout: Layout) -> str:
    """The lines as text, with a rule beside each heading."""
    return "".join(_paint(_ruled(line, layout), layout) + "\n" for line in lines)


def _ruled(line: Line, layout: Layout) -> Line:
    if len(line) != 1 or line[0][1] not in HEADINGS:
        return line
    room = min(layout.width or WIDTH, BROADEST) - cell_len(line[0][0]) - 1
    return [*line, (" ", ""), (layout.signs.rule * room, "rule")]


def _paint(line: Line, layout: Layout) -> str:
    if not layout.colour:
        return "".join(words for words, _ in line).rstrip()
    return "".join(
        PARSED[style].render(words, color_system=ColorSystem.STANDARD) if style in PARSED else words
        for words, style in line
    )
