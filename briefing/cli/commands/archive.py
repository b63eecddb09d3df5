"""`briefing archive`: keep articles and their briefings, and look after them."""

from typing import TYPE_CHECKING

from briefing.cli.archive_options import Table
from briefing.cli.command import takes
from briefing.cli.exits import ExitCode, exit_code_of
from briefing.cli.messages import tell
from briefing.cli.options import TELLING, WRITING, Settings
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.archive import Archive
    from briefing.brief import Options
    from briefing.domain import Briefing

PURPOSE = "Keep articles and their briefings in an archive, for searching and for digests."


@takes("inputs", "engine", "archive", *TELLING)
def add(settings: Settings) -> ExitCode:
    """Add articles with their briefings; those that are there already stay as they are."""
    from briefing.cli.archiving import now, open_archive
    from briefing.cli.inputs import choose_inputs
    from briefing.cli.versions import version_of
    from briefing.cli.work import choose_options, silence_libraries

    silence_libraries(debug=settings.debug)
    options = choose_options(settings)
    inputs = choose_inputs(settings.inputs or [])
    for failure in inputs.failures:
        tell(f"{failure.source}: {failure.reason}")
    read = new = 0
    with open_archive(settings, create=True) as archive:
        for source in inputs.sources:
            began = now()
            briefing = try_source(archive, source, options, debug=settings.debug)
            if briefing is not None:
                read += 1
                version = version_of(options)
                new += archive.articles.add([briefing], version=version, now=began)
        archive.upkeep.join()
    failed = len(inputs.failures) + len(inputs.sources) - read
    if not settings.quiet:
        tell(f"{new} added, {read - new} there already, {failed} failed")
    return exit_code_of(succeeded=read, failed=failed)


def try_source(
    archive: "Archive", source: str, options: "Options", *, debug: bool
) -> "Briefing | None":
    """The briefing of an input, from the archive where it holds one; None after saying why not."""
    from briefing.brief import brief
    from briefing.cli.messages import tell_bug
    from briefing.cli.versions import version_of
    from briefing.cli.work import load_source
    from briefing.errors import BriefingError

    try:
        article = load_source(source)
        return archive.articles.cached(article, version_of(options)) or brief(article, options)
    except BriefingError as error:
        tell(str(error))
    except Exception as error:  # a bug met in one article must not stop the others
        tell_bug(error, source=source, debug=debug)
    return None


@takes("since", "limit", "archive", *WRITING, *TELLING)
def list_(settings: Settings) -> ExitCode:
    """List the articles, latest first: id, time, statements, source, title.

    The time is when the article was published, where it does not tell, when it was added.
    """
    from briefing.cli.archiving import now, open_archive, parse_time
    from briefing.cli.listing import Listing, entry_line, write_listing

    since = settings.since and parse_time(settings.since, option="--since", now=now())
    with open_archive(settings) as archive:
        entries = archive.articles.entries(since=since or None, limit=settings.limit)
    write_listing(settings, Listing("articles", [entry_line(entry) for entry in entries]))
    return ExitCode.OK


list_.__name__ = "list"


@takes("articles", "explain", "archive", *WRITING, *TELLING)
def show(settings: Settings) -> ExitCode:
    """Print the briefings of articles as they were added."""
    from briefing.cli.archiving import find_entries, open_archive
    from briefing.cli.commands.brief import separate
    from briefing.cli.results import Results
    from briefing.cli.terminal import choose_format, choose_layout
    from briefing.cli.work import View
    from briefing.render import FORMATS

    chosen, layout = choose_format(settings), choose_layout(settings)
    frame = View(FORMATS, separate).frame(chosen, layout, several=True)
    with open_archive(settings) as archive:
        entries = find_entries(archive, named_articles(settings))
        results = Results(settings.output, frame)
        for briefing in archive.articles.briefings(entry.key for entry in entries):
            results.add(FORMATS[chosen](briefing, layout))
        results.finish()
    return ExitCode.OK


def named_articles(settings: Settings) -> list[str]:
    """The articles that are named.

    Raises: ConfigError when none is.
    """
    if not settings.articles:
        raise ConfigError("ARTICLE", "is missing", "`briefing archive list` tells what there is")
    return settings.articles


@takes("articles", "before", "archive", *TELLING)
def remove(settings: Settings) -> ExitCode:
    """Remove articles with their statements, or all that are old."""
    from briefing.cli.archiving import find_entries, now, open_archive, parse_time

    if settings.articles and settings.before:
        raise ConfigError("--before", "excludes naming articles", "give one of both")
    with open_archive(settings) as archive:
        if settings.before:
            before = parse_time(settings.before, option="--before", now=now())
            number = archive.upkeep.prune(before=before).articles
        else:
            keys = [entry.key for entry in find_entries(archive, named_articles(settings))]
            archive.articles.remove(keys)
            number = len(keys)
    if not settings.quiet:
        tell(f"{number} removed; `briefing archive vacuum` gives the room back")
    return ExitCode.OK


@takes("table", "output", "archive", *TELLING)
def export(settings: Settings) -> ExitCode:
    """Write all that the archive holds of articles and statements."""
    from briefing.cli.archiving import open_archive
    from briefing.cli.exporting import export_articles, export_statements

    with open_archive(settings) as archive:
        if settings.table in (None, Table.JSON):
            export_articles(archive, settings.output)
        else:
            export_statements(archive, settings.output, str(settings.table))
    return ExitCode.OK


@takes("archive", *TELLING)
def vacuum(settings: Settings) -> ExitCode:
    """Give back the room of what was removed, and make searching fast again."""
    from briefing.cli.archiving import open_archive

    with open_archive(settings) as archive:
        freed = archive.upkeep.vacuum()
    if not settings.quiet:
        tell(f"{freed / 1e6:.1f} MB freed")
    return ExitCode.OK


@takes("archive", *TELLING)
def check(settings: Settings) -> ExitCode:
    """Check that the archive is sound: pages, indexes, references, statements."""
    from briefing.cli.archiving import open_archive

    with open_archive(settings) as archive:
        problems = archive.upkeep.check()
        name = str(archive.database.path)
    for problem in problems:
        tell(f"{name}: {problem}")
    if not problems and not settings.quiet:
        tell(f"{name}: is sound")
    return ExitCode.FAILURE if problems else ExitCode.OK


COMMANDS = (add, list_, show, remove, export, vacuum, check)
