"""`briefing quotes`: who said what, for pipes."""

from briefing.cli.ahead import load_ahead
from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import FINDING, TELLING, WRITING, Format, Settings


@takes("inputs", *FINDING, "explain", *WRITING, *TELLING)
def quotes(settings: Settings) -> ExitCode:
    """Print who said what, one statement a line: speaker, role, form, text, position.

    The fields are separated by tabs and never hold one; a field is empty where the article
    does not tell. Text is in the article's own words, its line breaks made spaces.
    """
    load_ahead(settings)
    from briefing.cli.parts import QUOTES, renderers
    from briefing.cli.work import View, brief_inputs

    return brief_inputs(settings, View(renderers(QUOTES)), default=Format.PLAIN)
