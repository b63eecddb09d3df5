"""`briefing speakers`: who said what over time."""

from typing import TYPE_CHECKING

from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import TELLING, WRITING, Settings
from briefing.errors import ArchiveError

if TYPE_CHECKING:
    from briefing.archive import Archive, Filter
    from briefing.cli.listing import Listing


@takes("person", "role", "since", "limit", "archive", *WRITING, *TELLING)
def speakers(settings: Settings) -> ExitCode:
    """Tell who is in the archive, or what one of them was and said over time.

    Without a NAME, one speaker a line: name, statements, articles, first and last time.
    With one: the roles, positions and affiliations, then the statements, in order of time.
    """
    from briefing.cli.archiving import choose_filter, open_archive
    from briefing.cli.listing import Listing, person_line, write_listing

    wanted = choose_filter(settings)
    with open_archive(settings) as archive:
        if settings.person is None:
            people = archive.statements.people(wanted=wanted, limit=settings.limit)
            told = Listing("speakers", [person_line(person) for person in people])
        else:
            told = tell_person(archive, settings.person, wanted, limit=settings.limit)
    write_listing(settings, told)
    return ExitCode.OK


def tell_person(archive: "Archive", name: str, wanted: "Filter", *, limit: int | None) -> "Listing":
    """The capacities and the latest statements of everybody whom a name may mean.

    Raises: ArchiveError when it means nobody.
    """
    from briefing.cli.listing import Listing, capacity_line, said_line

    lines = []
    for found in archive.statements.names(name):
        person = archive.statements.person(found, wanted=wanted)
        if person is None:
            continue
        said = archive.statements.said_by(found, wanted=wanted)
        lines += [capacity_line(person, capacity) for capacity in person.capacities]
        lines += [said_line(one) for one in said[-limit if limit else 0 :]]
    if not lines:
        remedy = "`briefing speakers` tells whom there is"
        raise ArchiveError(name, "is no speaker in the archive", remedy)
    return Listing("speakers", lines)
