"""Chooses what a digest is made of: how articles are briefed, and what of them it shows."""

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.cli.declaring import split_kinds
from briefing.cli.digesting import read_named
from briefing.cli.options import Settings
from briefing.cli.versions import find_versions

if TYPE_CHECKING:
    from briefing.archive import KeptDigest
    from briefing.brief import Options
    from briefing.cli.digesting_reading import Reading
    from briefing.digest import DigestOptions


def choose_briefing(settings: Settings) -> "Options":
    """How articles are briefed for the archive: with all their statements, of which the digest
    takes what it is to show.

    Raises: ConfigError when the corrections or the register cannot be used.
    """
    from briefing.cli.work import choose_options

    return replace(choose_options(settings), only=frozenset(), min_confidence=0.0)


def choose_content(
    settings: Settings, reading: "Reading", watch: tuple[str, ...], last: "KeptDigest | None"
) -> "DigestOptions":
    """What the options say of the content; it covers the time since the last digest."""
    from briefing.digest import DigestOptions

    keywords = {} if settings.keywords is None else {"keywords": settings.keywords}
    return DigestOptions(
        stories=settings.stories,
        words=settings.budget,
        watch=watch,
        since=reading.since or (last.prepared if last else None),
        handling=settings.handling or "",
        stale=reading.stale(),
        versions=find_versions(reading.options),
        only=split_kinds(settings.only),
        min_confidence=settings.min_confidence or 0.0,
        **keywords,
    )


def read_watch(settings: Settings) -> tuple[str, ...]:
    """The entries of the watch list.

    Raises: ConfigError when the file cannot be read.
    """
    from briefing.stories import read_watch_list

    return read_watch_list(read_named(settings.watch)) if settings.watch else ()
