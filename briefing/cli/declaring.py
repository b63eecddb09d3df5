"""What declarations of options are made of."""

from typing import Any

import typer

SUMMARY = "Summary and keywords"
STATEMENTS = "Statements"
RESULT = "Result"
MESSAGES = "Messages"

# The table of configuration files for the options of the digest alone.
DIGEST = "digest"

# The default of what must be given.
REQUIRED = ""

# What --only accepts: the eight roles, and `other` for every role but official and expert.
KINDS_OF_SOURCE = (
    "official",
    "expert",
    "other",
    "political",
    "business",
    "civil",
    "media",
    "public",
    "unknown",
)


def option(*flags: str, panel: str, settable: bool = True, table: str = "", **more: Any) -> Any:
    """An option; if settable, also by `BRIEFING_<NAME>` and in a configuration file.

    One that belongs to a command alone is set in the `table` of that name in the file, and by
    `BRIEFING_<TABLE>_<NAME>`.
    """
    variable = variable_of(key_of(flags[0]), table) if settable else None
    return typer.Option(*flags, rich_help_panel=panel, envvar=variable, **more)


def key_of(flag: str) -> str:
    """What a flag is called in configuration files.

    >>> key_of("--color/--no-color")
    'color'
    """
    return flag.split("/")[0].lstrip("-")


def variable_of(key: str, table: str = "") -> str:
    """The environment variable of a key of configuration files.

    >>> variable_of("min-confidence"), variable_of("words", "digest")
    ('BRIEFING_MIN_CONFIDENCE', 'BRIEFING_DIGEST_WORDS')
    """
    return "_".join(filter(None, ("BRIEFING", table, key))).replace("-", "_").upper()


def split_kinds(value: str | None) -> frozenset[str]:
    """The kinds of source in the value of --only.

    >>> sorted(split_kinds("Official, expert"))
    ['expert', 'official']
    """
    parts = (part.strip().casefold() for part in (value or "").split(","))
    return frozenset(part for part in parts if part)


def check_only(value: str | None) -> str | None:
    """The value of --only, when each part of it is a role or a section."""
    from difflib import get_close_matches

    for name in sorted(split_kinds(value) - set(KINDS_OF_SOURCE)):
        close = get_close_matches(name, KINDS_OF_SOURCE, n=1)
        hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(KINDS_OF_SOURCE)}"
        raise typer.BadParameter(f"{name!r} is no kind of source; {hint}")
    return value
