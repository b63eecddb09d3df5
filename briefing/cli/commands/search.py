"""`briefing search`: find statements in the archive."""

from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import TELLING, WRITING, Settings

LIMIT = 20


@takes("query", "speaker", "role", "since", "limit", "archive", *WRITING, *TELLING)
def search(settings: Settings) -> ExitCode:
    """Find statements in the archive, best first.

    One a line: source, paragraph, time, speaker, role, words around what was found, score;
    between tabs. At most 20, unless --limit says otherwise.
    """
    from briefing.cli.archiving import choose_filter, open_archive
    from briefing.cli.listing import Listing, hit_line, write_listing

    with open_archive(settings) as archive:
        wanted, limit = choose_filter(settings), settings.limit or LIMIT
        hits = archive.statements.search(settings.query, wanted=wanted, limit=limit)
    told = Listing("hits", [hit_line(hit) for hit in hits], {"query": settings.query})
    write_listing(settings, told)
    return ExitCode.OK
