"""Every option of the commands, once: its type, default, help, variable and configuration key."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, get_type_hints

import typer

from briefing.cli.declaring import (
    KINDS_OF_SOURCE,
    MESSAGES,
    REQUIRED,
    RESULT,
    STATEMENTS,
    SUMMARY,
    check_only,
    option,
    split_kinds,
)
from briefing.cli.digest_options import DigestSettings

__all__ = ["REQUIRED", "split_kinds"]


class Format(StrEnum):
    """How a result is written."""

    TERMINAL = "terminal"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    JSON = "json"
    NDJSON = "ndjson"


class Method(StrEnum):
    """How summary sentences are chosen."""

    BRIEFING = "briefing"
    LEAD = "lead"
    LEX_RANK = "lex-rank"
    TEXT_RANK = "text-rank"
    LUHN = "luhn"
    LSA = "lsa"
    KL = "kl"
    SUM_BASIC = "sum-basic"
    REDUCTION = "reduction"
    EDMUNDSON = "edmundson"
    RANDOM = "random"


class Engine(StrEnum):
    """What finds the statements."""

    MODEL = "model"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(DigestSettings):
    """What the user chose; None where it is left to the defaults of the library."""

    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="Articles: text, Markdown or HTML files, directories of them, or - for "
            "standard input, which is read also where no FILE is given and a pipe is there.",
            show_default=False,
        ),
    ] = None
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")
    ] = REQUIRED
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of whom to tell.")] = REQUIRED
    document: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="What --format json or ndjson wrote, or - for standard input."
        ),
    ] = REQUIRED
    length: Annotated[
        int | None,
        option("--length", panel=SUMMARY, metavar="N", min=1, help="Sentences in the summary [3]."),
    ] = None
    words: Annotated[
        int | None,
        option("--words", panel=SUMMARY, metavar="N", min=1, help="At most N words of summary."),
    ] = None
    percent: Annotated[
        float | None,
        option(
            "--percent",
            panel=SUMMARY,
            metavar="P",
            min=0.1,
            max=100,
            help="P percent of the article's sentences.",
        ),
    ] = None
    method: Annotated[
        Method | None,
        option(
            "--method",
            panel=SUMMARY,
            metavar="NAME",
            help=f"How to choose summary sentences: {', '.join(Method)} [briefing].",
        ),
    ] = None
    keywords: Annotated[
        int | None,
        option("--keywords", panel=SUMMARY, metavar="N", min=0, help="Number of keywords [10]."),
    ] = None
    only: Annotated[
        str | None,
        option(
            "--only",
            panel=STATEMENTS,
            metavar="KINDS",
            callback=check_only,
            help=f"Only statements of these sources, with commas: {', '.join(KINDS_OF_SOURCE)}.",
        ),
    ] = None
    min_confidence: Annotated[
        float | None,
        option(
            "--min-confidence",
            panel=STATEMENTS,
            metavar="P",
            min=0,
            max=1,
            help="Leave out statements less sure than P (0 to 1).",
        ),
    ] = None
    engine: Annotated[
        Engine | None,
        option(
            "--engine",
            panel=STATEMENTS,
            metavar="NAME",
            help="What finds statements: model, rules.",
        ),
    ] = None
    corrections: Annotated[
        str | None,
        option(
            "--corrections",
            panel=STATEMENTS,
            metavar="FILE",
            help="Your corrections of names, positions, affiliations and roles (TOML).",
        ),
    ] = None
    register: Annotated[
        str | None,
        option(
            "--register",
            panel=STATEMENTS,
            metavar="FILE",
            help="Your register of office-holders (CSV), read by the article's date.",
        ),
    ] = None
    show_all: Annotated[
        bool,
        option("--all", panel=STATEMENTS, help="Every statement of a speaker, however many."),
    ] = False
    explain: Annotated[
        bool,
        option("--explain", panel=STATEMENTS, help="Why this role, why this sentence; scores."),
    ] = False
    format: Annotated[
        Format | None,
        option(
            "--format",
            panel=RESULT,
            metavar="NAME",
            help=f"{', '.join(Format)} [briefings: terminal on a terminal; else plain].",
        ),
    ] = None
    output: Annotated[
        str | None,
        option(
            "--output",
            "-o",
            panel=RESULT,
            settable=False,
            metavar="FILE",
            help="Write to FILE, whole or not at all; - for standard output.",
        ),
    ] = None
    width: Annotated[
        int | None,
        option(
            "--width", panel=RESULT, metavar="N", min=20, help="Columns [those of the terminal]."
        ),
    ] = None
    color: Annotated[
        bool | None,
        option(
            "--color/--no-color",
            panel=RESULT,
            help="Colours [on a terminal, unless NO_COLOR is set or TERM=dumb].",
        ),
    ] = None
    quiet: Annotated[
        bool, option("--quiet", "-q", panel=MESSAGES, help="No notes and warnings, only errors.")
    ] = False
    verbose: Annotated[
        bool, option("--verbose", "-v", panel=MESSAGES, help="Say what is read and how it went.")
    ] = False
    debug: Annotated[
        bool,
        option(
            "--debug", panel=MESSAGES, help="Say more than --verbose, with tracebacks of errors."
        ),
    ] = False


HINTS = get_type_hints(Settings, include_extras=True)
DEFAULTS = {field.name: field.default for field in fields(Settings)}

# Groups of options that commands take together.
LENGTH = ("length", "words", "percent")
KNOWING = ("corrections", "register")
FINDING = ("only", "min_confidence", "engine", *KNOWING)
# Of each of these groups one option at most is given.
RIVALS = (LENGTH, ("digest_format", "template"))
WRITING = ("format", "output", "width", "color")
TELLING = ("quiet", "verbose", "debug")
# What the digest takes of them; its table in configuration files may set them for it alone.
DIGESTING = ("archive", "keywords", *FINDING, "explain", "width", "color", *TELLING)


def flag_of(name: str) -> str:
    """The first flag of a field of `Settings`; Typer takes it for the default of the option.

    >>> flag_of("digest_format")
    '--format'
    """
    return str(HINTS[name].__metadata__[0].default)
