"""`briefing summary`: the sentences that sum an article up."""

from briefing.cli.ahead import load_ahead
from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import LENGTH, TELLING, WRITING, Format, Settings


@takes("inputs", *LENGTH, "method", "explain", *WRITING, *TELLING)
def summary(settings: Settings) -> ExitCode:
    """Print the summary of each article, one sentence a line."""
    load_ahead(settings)
    from briefing.cli.parts import SUMMARY, renderers
    from briefing.cli.work import View, brief_inputs

    return brief_inputs(settings, View(renderers(SUMMARY)), default=Format.PLAIN)
