"""Opens the archive that the options name, and reads what they say of times and articles."""

import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.configuration import home_path
from briefing.cli.declaring import split_kinds
from briefing.cli.options import Settings
from briefing.errors import ArchiveError, ConfigError

if TYPE_CHECKING:
    from briefing.archive import Archive, Entry, Filter

# A length of time before now: `12h`, `7d`, `2 w`.
AGO = re.compile(r"(\d{1,5})\s*([hdw])", re.IGNORECASE)
UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
FORMS = "give 2026-11-22, 2026-11-22T06:30, or 12h, 7d, 2w for so long ago"


def archive_path(given: str | None, environment: Mapping[str, str]) -> Path:
    """The file of the archive: the one given, else that of the user.

    Raises: ConfigError when no file is given and the environment names no home.

    >>> archive_path(None, {"HOME": "/home/ada"}).as_posix()
    '/home/ada/.local/state/briefing/archive.db'
    """
    if given:
        return home_path(given)
    base = environment.get("XDG_STATE_HOME", "")
    home = environment.get("HOME", "")
    if not Path(base).is_absolute():
        base = f"{home}/.local/state" if home else ""
    if not base:
        problem = "has no default place: neither XDG_STATE_HOME nor HOME is set"
        raise ConfigError("--archive", problem, "give --archive FILE")
    return Path(base) / "briefing" / "archive.db"


def open_archive(settings: Settings, *, create: bool = False) -> "Archive":
    """The archive that the options name; made where there is none, if it may be.

    Raises: ArchiveError when it cannot be opened.
    """
    from briefing.archive import Archive

    return Archive.open(archive_path(settings.archive, os.environ), create=create)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def parse_time(text: str, *, option: str, now: datetime) -> datetime:
    """The time that a text names; without a zone it is that of the system.

    Raises: ConfigError when it names none.

    >>> parse_time("2d", option="--since", now=datetime(2026, 11, 22, tzinfo=UTC)).isoformat()
    '2026-11-20T00:00:00+00:00'
    """
    ago = AGO.fullmatch(text.strip())
    try:
        if ago:
            return now - int(ago[1]) * UNITS[ago[2].lower()]
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ConfigError(f"{option} {text}", "is no time", FORMS) from error


def choose_filter(settings: Settings) -> "Filter":
    """Which statements the options ask for."""
    from briefing.archive import Filter
    from briefing.domain import Role, section_of

    kinds = split_kinds(settings.role)
    roles = frozenset(role for role in Role if {role.value, section_of(role).value} & kinds)
    since = settings.since and parse_time(settings.since, option="--since", now=now())
    return Filter(speaker=settings.speaker, roles=roles, since=since or None)


def find_entries(archive: "Archive", names: Iterable[str]) -> "list[Entry]":
    """The articles that the names stand for, each once.

    Raises: ArchiveError when a name stands for none.
    """
    found = {}
    for name in names:
        entries = archive.articles.find(name)
        if not entries:
            remedy = "`briefing archive list` tells what there is"
            raise ArchiveError(name, "is not in the archive", remedy)
        found.update({entry.key: entry for entry in entries})
    return list(found.values())
