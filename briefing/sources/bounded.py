"""Bound the time that reading one document takes."""

import threading
from collections.abc import Callable
from typing import TypeVar

from briefing.errors import LoadError

Value = TypeVar("Value")

# Seconds for one document at most, where no less is said. Real ones take a thousandth to a few
# seconds; some broken and hostile ones keep parsers busy for hours.
MAX_SECONDS = 60.0


class SlowError(LoadError):
    """A document that takes too long to read."""


def read_in_time(read: Callable[[], Value], *, source: str, seconds: float | None = None) -> Value:
    """What a function returns, if it does so in time; else it is left to itself.

    A thread that is left keeps its processor until the program ends: a parser cannot be
    stopped from outside, and a process for each document would take longer than most need.

    Raises: SlowError when it takes too long; whatever the function raises.

    >>> read_in_time(lambda: 1 + 1, source="x")
    2
    """
    values: list[Value] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            values.append(read())
        except BaseException as error:  # raised again in the caller's thread
            errors.append(error)

    thread = threading.Thread(target=run, name="read", daemon=True)
    thread.start()
    thread.join(MAX_SECONDS if seconds is None else seconds)
    if thread.is_alive():
        raise SlowError(source, "takes too long to read", "check the file; it may be broken")
    if errors:
        raise errors[0]
    return values[0]
