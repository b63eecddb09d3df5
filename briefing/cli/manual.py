"""Writes the manual page of the program, from the parts that its help has, in roff."""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from briefing.cli import help as helping
from briefing.cli.help import Row
from briefing.cli.messages import PROGRAM
from briefing.cli.routing import DEFAULT_COMMAND

FILES = (
    ("$XDG_CONFIG_HOME/briefing/config.toml", "Settings of the user; ~/.config by default."),
    ("./briefing.toml", "Settings for the working directory."),
    ("$XDG_STATE_HOME/briefing/archive.db", "The archive; ~/.local/state by default."),
)
EXAMPLES = (
    ("briefing report.txt", "Brief one article."),
    ("curl -s https://news.example/story | briefing -", "Brief a page from a pipe."),
    ("briefing quotes --only expert articles/ | cut -f 1 | sort | uniq -c", "Count experts."),
    ("briefing --format json -o today.json articles/", "Brief a directory into one file."),
    ("briefing search 'fighter jet*' --role expert --since 7d", "Search what experts said."),
    ("briefing digest --format html -o today.html articles/", "What is new, on one page."),
)


def manual_page(program: Any, context: Any, *, version: str) -> str:
    """The page in the man macros of roff, section 1."""
    return "\n".join(page_lines(program, context, version)) + "\n"


def page_lines(program: Any, context: Any, version: str) -> Iterator[str]:
    """The lines of the page, from its title to its examples."""
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {version}" "User Commands"'
    yield from section("NAME", [f"{PROGRAM} \\- {roff(helping.SUMMARY)}"])
    synopsis: list[str] = []
    for line in helping.SYNOPSIS:
        synopsis += [".br", f"\\fB{PROGRAM}\\fR {roff(line)}"]
    yield from section("SYNOPSIS", synopsis[1:])
    yield from section("DESCRIPTION", [roff(helping.DESCRIPTION)])
    shared = helping.main_sections(program, program.commands[DEFAULT_COMMAND], context)
    for title, rows in shared:
        yield from section(title.upper(), tagged(rows))
    yield from section("COMMANDS", [])
    known = {term for _, rows in shared for term, _ in rows}
    for name, command in all_commands(program):
        yield from command_lines(name, command, context, known)
    yield from section("EXIT STATUS", tagged(helping.exit_rows()))
    yield from section("ENVIRONMENT", [roff(helping.SETTINGS)])
    yield from section("FILES", tagged(FILES))
    yield from section("EXAMPLES", tagged(EXAMPLES))


def all_commands(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """All commands of a group with their names, those of groups in it too."""
    for name, command in group.commands.items():
        yield prefix + name, command
        if hasattr(command, "commands"):
            yield from all_commands(command, f"{prefix}{name} ")


def command_lines(name: str, command: Any, context: Any, known: Set[str]) -> Iterator[str]:
    """A command with its help; what it takes is explained unless known from above."""
    yield f".SS {PROGRAM} {roff(name)}"
    for number, paragraph in enumerate((command.help or "").split("\n\n")):
        if number:
            yield ".PP"
        yield roff(" ".join(paragraph.split()))
    inner = type(context)(command, parent=context, info_name=name)
    rows = [row for _, rows in helping.option_sections(command, inner) for row in rows]
    yield from tagged(row for row in rows if row[0] not in known)
    yield ".PP"
    yield f"As above: {roff('; '.join(term for term, _ in rows if term in known))}."


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A section with its heading."""
    yield f".SH {roff(title)}"
    yield from lines


def tagged(rows: Iterable[Row]) -> Iterator[str]:
    """Terms in bold, each with its explanation indented below."""
    for term, explanation in rows:
        yield ".TP"
        yield f"\\fB{roff(term)}\\fR"
        yield roff(explanation)


def roff(text: str) -> str:
    """One line of text, with everything escaped that roff would take for a command.

    >>> print(roff("--no-color: 'x' \\\\n"))
    \\-\\-no\\-color: \\(aqx\\(aq \\en
    """
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{line}" if line.startswith(".") else line
