"""`briefing explain`: all that an article says of a speaker, and what was decided from it."""

from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import TELLING, Settings


@takes("file", "name", "engine", "output", *TELLING)
def explain(settings: Settings) -> ExitCode:
    """Show what an article says of a speaker, and what was decided from it.

    All mentions, descriptions and statements, position, affiliation and role, with reasons.
    NAME is a name or a part of it. Numbers are positions, in characters from the beginning.
    """
    from briefing.brief import brief
    from briefing.cli.portrait import describe_speaker, names_matching
    from briefing.cli.results import LINES, Results
    from briefing.cli.work import choose_options, load_source, silence_libraries
    from briefing.errors import BriefingError

    silence_libraries(debug=settings.debug)
    briefing = brief(load_source(settings.file), choose_options(settings))
    names = names_matching(briefing.statements, settings.name)
    if not names:
        known = dict.fromkeys(s.speaker.name for s in briefing.statements if s.speaker.name)
        remedy = f"its speakers are {', '.join(known)}" if known else "no speaker was found in it"
        raise BriefingError(settings.file, f"has no speaker {settings.name}", remedy)
    results = Results(settings.output, LINES)
    results.add("\n".join(describe_speaker(briefing, name) for name in names))
    results.finish()
    return ExitCode.OK
