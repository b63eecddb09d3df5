"""Makes commands of functions of `Settings`."""

import contextlib
import inspect
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import typer

from briefing.cli.configuration import CONFIG_FILES
from briefing.cli.exits import ExitCode
from briefing.cli.messages import tell
from briefing.cli.options import HINTS, REQUIRED, RIVALS, Settings, flag_of
from briefing.cli.terminal import is_terminal

EMPTY = inspect.Parameter.empty
DEFAULTS = {f.name: EMPTY if f.default == REQUIRED else f.default for f in fields(Settings)}

# Where a value can come from, nearest first, by the names of click's `ParameterSource`.
NEARNESS = ("COMMANDLINE", "ENVIRONMENT", "DEFAULT_MAP")


def takes(*names: str) -> Callable[[Callable[[Settings], ExitCode]], Callable[..., None]]:
    """Make a command that takes these options of a function that gets all of them.

    Those that the command does not take keep their defaults. A command that takes inputs and
    gets none ends with its usage.
    """

    def decorate(function: Callable[[Settings], ExitCode]) -> Callable[..., None]:
        def command(context: typer.Context, **values: Any) -> None:
            settings = Settings(**prefer_nearest(context, values))
            if "inputs" in names and has_no_input(settings):
                show_usage(context)
            for path in context.meta.get(CONFIG_FILES, ()) if settings.verbose else ():
                tell(f"{path}: settings are read from it")
            try:
                heed_interruptions()
                code = function(settings)
            except KeyboardInterrupt:
                code = ExitCode.INTERRUPTED
            raise typer.Exit(int(code))

        command.takes_settings = True  # type: ignore[attr-defined]
        command.__name__ = function.__name__
        command.__doc__ = function.__doc__
        command.__annotations__ = {"context": typer.Context} | {n: HINTS[n] for n in names}
        command.__signature__ = sign(names)  # type: ignore[attr-defined]
        return command

    return decorate


def heed_interruptions() -> None:
    """From here on an interruption is an exception, so that a command can tidy up."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        with contextlib.suppress(ValueError):  # outside the main thread, which gets no signals
            signal.signal(signal.SIGINT, signal.default_int_handler)


def sign(names: tuple[str, ...]) -> inspect.Signature:
    """The signature that Typer reads options from: the context, then the named settings."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    context = inspect.Parameter("context", keyword, annotation=typer.Context)
    options = [
        inspect.Parameter(name, keyword, annotation=HINTS[name], default=DEFAULTS[name])
        for name in names
    ]
    return inspect.Signature([context, *options])


def has_no_input(settings: Settings) -> bool:
    """Whether no file is named and standard input is closed or a terminal."""
    return not settings.inputs and (sys.stdin is None or is_terminal(sys.stdin))


def show_usage(context: typer.Context) -> None:
    """Print the short help on standard error.

    Raises: typer.Exit, always.
    """
    lines = [
        context.get_usage(),
        "",
        "No input: name an article, a directory or - for standard input.",
        "Try 'briefing --help'.",
    ]
    typer.echo("\n".join(lines), err=True)
    raise typer.Exit(int(ExitCode.USAGE))


def prefer_nearest(context: typer.Context, values: dict[str, Any]) -> dict[str, Any]:
    """The values with one of each group of rivals at most: that of the nearest source.

    Raises: typer.BadParameter when one source gives several.
    """
    for group in RIVALS:
        values = values | dict.fromkeys(far_rivals(context, values, group))
    return values


def far_rivals(
    context: typer.Context, values: dict[str, Any], group: tuple[str, ...]
) -> Iterator[str]:
    """The options of a group of rivals whose values a nearer source replaces.

    Raises: typer.BadParameter when one source gives several.
    """
    for source in NEARNESS:
        given = [
            name
            for name in group
            if values.get(name) is not None
            and getattr(context.get_parameter_source(name), "name", "") == source
        ]
        if len(given) > 1:
            flags = " and ".join(map(flag_of, given))
            raise typer.BadParameter(f"{flags} exclude each other; give one", ctx=context)
        if given:
            yield from (name for name in group if name in values and name != given[0])
            return
