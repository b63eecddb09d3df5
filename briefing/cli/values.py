"""Turns the words given for options into values of their types.

Typer does so with pydantic, whose import takes longer than all else of the command line
(50 to 100 ms of processor time); the options of `Settings` need far less.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import Any, get_args, get_origin

import typer

from briefing.cli.options import HINTS

BOOLEANS = {
    **dict.fromkeys(("1", "true", "t", "yes", "y", "on"), True),
    **dict.fromkeys(("0", "false", "f", "no", "n", "off"), False),
}
NUMBERS = {int: "a whole number", float: "a number"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What the value of an option may be; numbers lie between `low` and `high`."""

    kind: type
    low: float = -math.inf
    high: float = math.inf


FLAG = Rule(bool)


def rule_of(name: str) -> Rule:
    """The rule for a field of `Settings`, from its annotation.

    >>> rule_of("length")
    Rule(kind=<class 'int'>, low=1, high=inf)
    """
    annotated, info = get_args(HINTS[name])
    kinds = [kind for kind in get_args(annotated) or (annotated,) if kind is not type(None)]
    kind: type = get_origin(kinds[0]) or kinds[0]
    low = -math.inf if info.min is None else info.min
    return Rule(kind, low, math.inf if info.max is None else info.max)


def convert_lightly(params: Iterable[Any]) -> None:
    """Let these parameters of a command convert their values without pydantic.

    All must be fields of `Settings`, or flags.
    """
    for param in params:
        if "process_value" not in vars(param):
            rule = rule_of(param.name) if param.name in HINTS else FLAG
            param.process_value = partial(process_value, param, rule, param.process_value)


def process_value(param: Any, rule: Rule, otherwise: Any, context: Any, value: Any) -> Any:
    """The value of a parameter, as click asks for it: converted, then through its callback.

    Raises: typer.BadParameter when it is wrong; what Typer raises when it is missing.
    """
    if value is None and param.required:
        return otherwise(context, value)
    if param.nargs == -1:
        value = list(value or ())
    elif value is not None:
        try:
            value = convert(value, rule)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=context, param=param) from error
    return value if param.callback is None else param.callback(context, param, value)


def convert(value: Any, rule: Rule) -> Any:
    """The value by its rule: text, a switch, one of several words, or a number within bounds.

    Raises: ValueError that says what is wrong and what would be right.

    >>> convert("3", Rule(int, low=1)), convert("yes", FLAG)
    (3, True)
    """
    if rule.kind is bool and isinstance(value, str):
        if value.strip().casefold() not in BOOLEANS:
            raise ValueError(f"{value!r} is neither true nor false")
        return BOOLEANS[value.strip().casefold()]
    if issubclass(rule.kind, StrEnum):
        return choose(str(value), rule.kind)
    return bound(value, rule) if rule.kind in NUMBERS else value


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


def bound(value: Any, rule: Rule) -> float:
    """A number, when it is one and lies within its bounds, themselves included.

    Raises: ValueError that says what would be right.
    """
    try:
        number: float = rule.kind(value)
    except ValueError:
        number = math.nan
    if rule.low <= number <= rule.high:
        return number
    low, high = rule.low, rule.high
    span = f" of at least {low:g}" if high == math.inf else f" from {low:g} to {high:g}"
    raise ValueError(f"{value!r} is not {NUMBERS[rule.kind]}{span}")
