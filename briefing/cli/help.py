"""Lays out the help of the program and its commands; the manual page has the same parts."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.cli.exits import ExitCode

Row = tuple[str, str]
ARGUMENTS = "Arguments"
OTHER_OPTIONS = "Other options"
SUMMARY = (
    "News articles in, a briefing out: what happened, what officials said, what experts think."
)
SYNOPSIS = ("[OPTIONS] FILE...", "COMMAND [OPTIONS] FILE...")
DESCRIPTION = (
    "Without a command, FILEs are briefed, as with `briefing brief`. Options may stand before or "
    "after the command and the files. A file named like a command is reached by its path, "
    "./brief, or behind --."
)
SETTINGS = (
    "Every option but --output can be set by an environment variable (--min-confidence by "
    "BRIEFING_MIN_CONFIDENCE) and in TOML files (min-confidence = 0.5): briefing.toml in the "
    "working directory, and briefing/config.toml in $XDG_CONFIG_HOME or ~/.config. The options "
    "of the digest alone stand in the table [digest], and in the environment as "
    "BRIEFING_DIGEST_HANDLING. An option given goes before the environment, that before the "
    "working directory's file, that before the user's."
)


def exit_rows() -> list[Row]:
    """The exit codes with their meanings."""
    return [(str(int(code)), code.meaning) for code in ExitCode]


def option_sections(command: Any, context: Any) -> Iterator[tuple[str, list[Row]]]:
    """The arguments and the options of a command, grouped; those of the program come last."""
    sections: dict[str, list[Row]] = {}
    for param in command.get_params(context):
        is_argument = param.param_type_name == "argument"
        panel = ARGUMENTS if is_argument else param.rich_help_panel or OTHER_OPTIONS
        sections.setdefault(panel, []).append(help_row(param))
    others = sections.pop(OTHER_OPTIONS, None)
    yield from sections.items()
    if others:
        yield OTHER_OPTIONS, others


def main_sections(program: Any, default: Any, context: Any) -> list[tuple[str, list[Row]]]:
    """The options of the default command, then those of the program."""
    inner = type(context)(default, parent=context, info_name=default.name)
    sections = dict(option_sections(default, inner)) | dict(option_sections(program, context))
    return list(sections.items())


def help_row(param: Any) -> Row:
    """The names of an option with its value's, and its help with its default."""
    if param.param_type_name == "argument":
        several = "..." if param.nargs == -1 else ""
        return param.metavar + several, param.help or ""
    names = ", ".join(sorted(param.opts, key=len)) + "".join(
        f" / {o}" for o in param.secondary_opts
    )
    value = f" {param.metavar}" if param.metavar else ""
    return names + value, with_default(param.help or "", param.default)


def with_default(text: str, default: object) -> str:
    """The help of an option with its default, unless that is off or open.

    >>> with_default("How.", "lex-rank")
    'How. [lex-rank]'
    """
    if default is None or default is False:
        return text
    return f"{text} [{default}]"


def command_rows(commands: Iterable[tuple[str, Any]]) -> list[Row]:
    """The commands, each with the first paragraph of its help."""
    return [(name, first_paragraph(command.help)) for name, command in commands]


def first_paragraph(text: str | None) -> str:
    """The first paragraph of a text, on one line."""
    return " ".join((text or "").split("\n\n")[0].split())
