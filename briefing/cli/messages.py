"""Tells the user something on standard error: what it concerns, what is wrong, what to do."""

import sys
import traceback

PROGRAM = "briefing"


def tell(message: str) -> None:
    """Print one line on standard error; nothing where there is none or it is closed."""
    if sys.stderr is None:
        return
    try:
        print(f"{PROGRAM}: {visible(message)}", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return


def visible(text: str) -> str:
    """The text on one line with controls escaped, so that a file name cannot steer a terminal.

    >>> visible("a\\x1b[2J\\nb.txt")
    'a\\\\x1b[2J\\\\nb.txt'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def tell_bug(error: BaseException, *, source: str | None = None, debug: bool = False) -> None:
    """Report an error that is ours: with --debug the traceback, else one line."""
    if debug:
        lines = traceback.format_exception(error)
        for line in "".join(lines).splitlines():
            tell(line)
    place = f"{source}: " if source else ""
    remedy = "please report it" if debug else "run again with --debug and report what it prints"
    tell(f"{place}internal error: {type(error).__name__}: {error}; {remedy}")
