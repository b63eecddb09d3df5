"""Turns the words given for options into values of their types.

Typer does so with pydantic, whose import takes longer than all else of the command line
(50 to 100 ms of processor time); the options of `Settings` need far less.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import Any

import typer

from briefing.cli.options import HINTS, kind_of

BOOLEANS = {
    **dict.fromkeys(("1", "true", "t", "yes", "y", "on"), True),
    **dict.fromkeys(("0", "false", "f", "no", "n", "off"), False),
}
NUMBERS = {int: "a whole number", float: "a number"}


def convert_lightly(params: Iterable[Any]) -> None:
    """Let these parameters of a command convert their values without pydantic.

    All must be fields of `Settings`, or flags.
    """
    for param in params:
        if "process_value" not in vars(param):
            kind = kind_of(param.name) if param.name in HINTS else bool
            param.process_value = partial(process_value, param, kind, param.process_value)


def process_value(param: Any, kind: type, otherwise: Any, context: Any, value: Any) -> Any:
    """The value of a parameter, as click asks for it: converted, then through its callback.

    Raises: typer.BadParameter when it is wrong; what Typer raises when it is missing.
    """
    if value is None and param.required:
        return otherwise(context, value)
    if param.nargs == -1:
        value = list(value or ())
    elif value is not None:
        try:
            value = convert(value, kind, low=param.min, high=param.max)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=context, param=param) from error
    return value if param.callback is None else param.callback(context, param, value)


def convert(value: Any, kind: type, *, low: float | None = None, high: float | None = None) -> Any:
    """The value of a kind: text, a switch, one of several words, or a number within bounds.

    Raises: ValueError that says what is wrong and what would be right.

    >>> convert("3", int, low=1), convert("yes", bool)
    (3, True)
    """
    if kind is bool and isinstance(value, str):
        if value.strip().casefold() not in BOOLEANS:
            raise ValueError(f"{value!r} is neither true nor false")
        return BOOLEANS[value.strip().casefold()]
    if issubclass(kind, StrEnum):
        return choose(str(value), kind)
    if kind not in NUMBERS:
        return value
    return bound(value, kind, low, high)


def choose(value: str, kind: type[StrEnum]) -> StrEnum:
    """One of several words.

    Raises: ValueError that names the closest one, or all.
    """
    words = [member.value for member in kind]
    if value in words:
        return kind(value)
    close = get_close_matches(value.casefold(), words, n=1)
    hint = f"did you mean {close[0]}?" if close else f"give one of {', '.join(words)}"
    raise ValueError(f"{value!r} is not known; {hint}")


def bound(value: Any, kind: type, low: float | None, high: float | None) -> float:
    """A number, when it is one and lies within its bounds.

    Raises: ValueError that says what would be right.
    """
    span = f" of at least {low:g}" if low is not None else ""
    if high is not None:
        span = f" from {low:g} to {high:g}"
    wrong = ValueError(f"{value!r} is not {NUMBERS[kind]}{span}")
    try:
        number: float = kind(value)
    except ValueError:
        raise wrong from None
    if (low is not None and not number >= low) or (high is not None and not number <= high):
        raise wrong
    return number
