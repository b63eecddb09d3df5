"""The options of the digest."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from briefing.cli.declaring import DIGEST, RESULT, option
from briefing.cli.mail_options import MailSettings

CENTURY = 36_500  # days
SOURCES = "Sources"
CONTENT = "Content"
RUN = "Run"


class DigestFormat(StrEnum):
    """How a digest is written."""

    TERMINAL = "terminal"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    ATOM = "atom"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSettings(MailSettings):
    """What the user chose about a digest; None where it is left open."""

    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Files, directories, URLs, or - for standard input: articles, feeds, lists of "
            "feeds (OPML), mail, PDF, DOCX, JSON, NDJSON, or ZIP archives of these.",
            show_default=False,
        ),
    ] = None
    newest: Annotated[
        str | None,
        option(
            "--since",
            panel=SOURCES,
            table=DIGEST,
            metavar="TIME",
            help="Mark older articles as seen: 2026-11-22, 2026-11-22T06:30, or 12h, 7d, 2w ago.",
        ),
    ] = None
    mark_seen: Annotated[
        bool,
        option(
            "--mark-seen",
            panel=SOURCES,
            settable=False,
            help="Mark all articles as seen and write no digest: for the first run.",
        ),
    ] = False
    private: Annotated[
        bool,
        option(
            "--allow-private-addresses",
            panel=SOURCES,
            table=DIGEST,
            help="Fetch from private and loopback addresses, too.",
        ),
    ] = False
    patience: Annotated[
        int | None,
        option(
            "--failures-after",
            panel=SOURCES,
            table=DIGEST,
            metavar="N",
            min=1,
            help="Tell of an input only after N failures in a row [1].",
        ),
    ] = None
    stories: Annotated[
        int | None,
        option(
            "--stories",
            panel=CONTENT,
            table=DIGEST,
            metavar="N",
            min=1,
            help="At most N stories.",
        ),
    ] = None
    budget: Annotated[
        int | None,
        option(
            "--words",
            panel=CONTENT,
            table=DIGEST,
            metavar="N",
            min=1,
            help="About N words; official statements are never left out.",
        ),
    ] = None
    watch: Annotated[
        str | None,
        option(
            "--watch",
            panel=CONTENT,
            table=DIGEST,
            metavar="FILE",
            help="Names, terms and phrases to watch for, one a line.",
        ),
    ] = None
    handling: Annotated[
        str | None,
        option(
            "--handling",
            panel=CONTENT,
            table=DIGEST,
            metavar="TEXT",
            help="A line in the header, such as Internal.",
        ),
    ] = None
    zone: Annotated[
        str | None,
        option(
            "--zone",
            panel=CONTENT,
            table=DIGEST,
            metavar="NAME",
            help="The time zone, such as Europe/Tallinn [that of the system].",
        ),
    ] = None
    as_of: Annotated[
        str | None,
        option(
            "--as-of",
            panel=CONTENT,
            settable=False,
            metavar="TIME",
            help="Write the last digest of a day (2026-11-22), or of it until then, once more; "
            "nothing is sent.",
        ),
    ] = None
    digest_format: Annotated[
        DigestFormat | None,
        option(
            "--format",
            panel=RESULT,
            table=DIGEST,
            metavar="NAME",
            help=f"{', '.join(DigestFormat)} [terminal on a terminal; else plain].",
        ),
    ] = None
    template: Annotated[
        str | None,
        option(
            "--template",
            panel=RESULT,
            table=DIGEST,
            metavar="FILE",
            help="A house style (Jinja2) instead of a format.",
        ),
    ] = None
    wait: Annotated[
        float | None,
        option(
            "--wait",
            panel=RUN,
            table=DIGEST,
            metavar="SECONDS",
            min=0,
            help="Wait so long for another run with the same archive [0].",
        ),
    ] = None
    fail_empty: Annotated[
        bool,
        option(
            "--fail-empty",
            panel=RUN,
            table=DIGEST,
            help="End with a code of its own where nothing is new.",
        ),
    ] = False
    keep: Annotated[
        int | None,
        option(
            "--keep",
            panel=RUN,
            table=DIGEST,
            metavar="DAYS",
            min=7,
            max=CENTURY,
            help="After a digest, remove articles and digests that are older from the archive.",
        ),
    ] = None
    install_timer: Annotated[
        bool,
        option(
            "--install-timer",
            panel=RUN,
            settable=False,
            help="Print units for systemd and a line for crontab with these options; run nothing.",
        ),
    ] = False
