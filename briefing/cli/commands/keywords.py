"""`briefing keywords`: the key phrases of an article."""

from briefing.cli.ahead import load_ahead
from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import TELLING, WRITING, Format, Settings


@takes("inputs", "keywords", "explain", *WRITING, *TELLING)
def keywords(settings: Settings) -> ExitCode:
    """Print the keywords of each article, one a line, best first."""
    load_ahead(settings)
    from briefing.cli.parts import KEYWORDS, renderers
    from briefing.cli.work import View, brief_inputs

    return brief_inputs(settings, View(renderers(KEYWORDS)), default=Format.PLAIN)
