"""`briefing brief`: the whole briefing of each article, and the default command."""

from typing import TYPE_CHECKING

from briefing.cli.ahead import load_ahead
from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import FINDING, LENGTH, TELLING, WRITING, Format, Settings

if TYPE_CHECKING:
    from briefing.render import Layout

BROADEST = 80


@takes("inputs", *LENGTH, "method", "keywords", *FINDING, "show_all", "explain", *WRITING, *TELLING)
def brief(settings: Settings) -> ExitCode:
    """Brief each article: what happened, what officials said, what experts make of it.

    Every statement is in the article's own words, under the one who made it; official
    statements and expert commentary stand apart.
    """
    load_ahead(settings)
    from briefing.cli.work import View, brief_inputs
    from briefing.render import FORMATS

    return brief_inputs(settings, View(FORMATS, separate))


def separate(chosen: Format, layout: "Layout") -> str:
    """What stands between the briefings of two articles."""
    if chosen is Format.MARKDOWN:
        return "\n---\n\n"
    width = min(layout.width or BROADEST, BROADEST)
    return f"\n{('─' if layout.unicode else '-') * width}\n\n"
