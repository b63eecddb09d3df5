"""Finds the command in the arguments, wherever the options stand."""

from collections.abc import Collection

DEFAULT_COMMAND = "brief"


def route(
    args: list[str],
    *,
    commands: Collection[str],
    valued: Collection[str],
    own: Collection[str],
) -> list[str]:
    """The arguments with the command in front, `brief` when they name none.

    `valued` are the options that take the next argument as their value; `own` the options
    of the program itself, which need no command. After `--`, nothing is a command.

    >>> route(["--length", "2", "a.txt"], commands=["brief", "quotes"], valued=["--length"], own=[])
    ['brief', '--length', '2', 'a.txt']
    >>> route(["--quiet", "quotes", "a.txt"], commands=["brief", "quotes"], valued=[], own=[])
    ['quotes', '--quiet', 'a.txt']
    """
    position = 0
    while position < len(args):
        arg = args[position]
        if arg in commands:
            return [arg, *args[:position], *args[position + 1 :]]
        if arg in own and position == 0:
            return args
        if arg == "--" or not arg.startswith("-") or arg == "-":
            break
        position += 2 if arg in valued else 1
    return [DEFAULT_COMMAND, *args]
