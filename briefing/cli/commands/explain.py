"""`briefing explain`: all that an article says of a speaker, and what was decided from it."""

from briefing.cli.ahead import load_ahead
from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import KNOWING, TELLING, Format, Settings


@takes("file", "name", "engine", *KNOWING, "format", "output", *TELLING)
def explain(settings: Settings) -> ExitCode:
    """Show what an article says of a speaker, and what was decided from it.

    Position, affiliation, role and identity with their reasons, what your corrections and
    register changed, all descriptions, mentions and statements. NAME is a name or a part of it.
    """
    load_ahead(settings)
    from dataclasses import replace

    from briefing.brief import brief
    from briefing.cli.portrait import names_matching, portrait_record, portray, propose_names
    from briefing.cli.portrait_lines import write_portrait
    from briefing.cli.results import LINES, Results
    from briefing.cli.terminal import choose_layout
    from briefing.cli.work import choose_options, load_source, silence_libraries
    from briefing.errors import BriefingError
    from briefing.render.records import write_json

    silence_libraries(debug=settings.debug)
    options = choose_options(settings)
    briefing = brief(load_source(settings.file), options)
    names = names_matching(briefing, settings.name)
    if not names:
        remedy = propose_names(briefing, settings.name)
        raise BriefingError(settings.file, f"has no speaker {settings.name}", remedy)
    layout = replace(choose_layout(settings), explain=True)
    portraits = [portray(briefing, name, layout) for name in names]
    results = Results(settings.output, LINES)
    if settings.format in (Format.JSON, Format.NDJSON):
        indent = 2 if settings.format is Format.JSON else None
        record = portrait_record(briefing, portraits)
        results.add(write_json(record, layout=layout, indent=indent) + "\n")
    else:
        markdown = settings.format is Format.MARKDOWN
        told = [write_portrait(one, layout, markdown=markdown) for one in portraits]
        results.add("\n".join(told))
    results.finish()
    return ExitCode.OK
