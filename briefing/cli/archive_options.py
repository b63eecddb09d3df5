"""The options of the commands that use the archive."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from briefing.cli.declaring import KINDS_OF_SOURCE, REQUIRED, RESULT, check_only, option

ARCHIVE = "Archive"


class Table(StrEnum):
    """How an archive is exported."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """What the user chose about the archive; None where it is left open."""

    query: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help="Words that a statement must hold, all of them, in any form; begin* for words "
            'that begin so; "some words" in double quotes for these in this order.',
        ),
    ] = REQUIRED
    person: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="Of whom to tell: a name or a part of it.", show_default=False
        ),
    ] = None
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLE",
            help="Articles of the archive: their source, or their id or its beginning.",
            show_default=False,
        ),
    ] = None
    archive: Annotated[
        str | None,
        option(
            "--archive",
            panel=ARCHIVE,
            metavar="FILE",
            help="The archive [briefing/archive.db in $XDG_STATE_HOME or ~/.local/state].",
        ),
    ] = None
    speaker: Annotated[
        str | None,
        option(
            "--speaker",
            panel=ARCHIVE,
            settable=False,
            metavar="NAME",
            help="Only statements of this speaker: a name or a part of it.",
        ),
    ] = None
    role: Annotated[
        str | None,
        option(
            "--role",
            panel=ARCHIVE,
            settable=False,
            metavar="KINDS",
            callback=check_only,
            help=f"Only statements of these sources, with commas: {', '.join(KINDS_OF_SOURCE)}.",
        ),
    ] = None
    since: Annotated[
        str | None,
        option(
            "--since",
            panel=ARCHIVE,
            settable=False,
            metavar="TIME",
            help="Only from then on: 2026-11-22, 2026-11-22T06:30, or 12h, 7d, 2w ago.",
        ),
    ] = None
    before: Annotated[
        str | None,
        option(
            "--before",
            panel=ARCHIVE,
            settable=False,
            metavar="TIME",
            help="All articles added before then, but those waiting for a digest.",
        ),
    ] = None
    limit: Annotated[
        int | None,
        option(
            "--limit", panel=ARCHIVE, settable=False, metavar="N", min=1, help="At most N results."
        ),
    ] = None
    table: Annotated[
        Table | None,
        option(
            "--format",
            panel=RESULT,
            settable=False,
            metavar="NAME",
            help="json: the briefings of all articles; csv, parquet: all statements [json].",
        ),
    ] = None
