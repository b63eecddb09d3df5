"""The program: its commands, how arguments reach them, and what errors become."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from briefing.cli import help as helping
from briefing.cli.commands import (
    archive,
    brief,
    digest,
    explain,
    keywords,
    man,
    quotes,
    search,
    speakers,
    summary,
    verify,
)
from briefing.cli.configuration import CONFIG_FILES, config_defaults, config_files
from briefing.cli.exits import ExitCode
from briefing.cli.messages import PROGRAM, tell, tell_bug
from briefing.cli.routing import DEFAULT_COMMAND, route
from briefing.cli.values import convert_lightly
from briefing.errors import BriefingError, ConfigError

WIDEST_HELP = 100


class Command(TyperCommand):
    """A command whose options take their defaults from the configuration files."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments, over what the configuration files say."""
        if getattr(self.callback, "takes_settings", False):
            convert_lightly(self.get_params(ctx))
        if not ctx.resilient_parsing and "--help" not in args:
            ctx.meta[CONFIG_FILES] = config_files()
            ctx.default_map = config_defaults(ctx.meta[CONFIG_FILES], self.params, self.name or "")
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, grouped."""
        for title, rows in helping.option_sections(self, ctx):
            with formatter.section(title):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as inherited
        """Write the exit codes."""
        with formatter.section("Exit codes"):
            formatter.write_dl(helping.exit_rows())


class Group(TyperGroup):
    """Commands that belong to one thing."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command in front of the options."""
        params = [param for command in self.commands.values() for param in command.params]
        values = {flag for param in params for flag in flags_of(param)}
        routed = route(args, commands=self.commands, valued=values, own=["--help"])
        return super().parse_args(ctx, routed if routed[0] in self.commands else args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as inherited
        """Write the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(helping.command_rows(self.commands.items()))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as inherited
        """Write the exit codes."""
        with formatter.section("Exit codes"):
            formatter.write_dl(helping.exit_rows())


class Program(TyperGroup):
    """The group of all commands: finds the command, and turns errors into messages."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command in front of the options; none means the default command."""
        convert_lightly(self.get_params(ctx))
        if ctx.resilient_parsing and not args:  # completion of the first word
            return super().parse_args(ctx, args)
        params = [param for command in self.commands.values() for param in command.params]
        values = {flag for param in params for flag in flags_of(param)}
        own = {flag for p in self.get_params(ctx) for flag in p.opts}
        routed = route(args, commands=self.commands, valued=values, own=own)
        return super().parse_args(ctx, routed)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and end with the exit code; what a user can cause gives no traceback."""
        try:
            return super().main(*args, **kwargs)
        except BriefingError as error:
            tell(str(error))
            wrong_usage = isinstance(error, ConfigError)
            sys.exit(ExitCode.USAGE if wrong_usage else ExitCode.FAILURE)
        except KeyboardInterrupt:
            sys.exit(ExitCode.INTERRUPTED)
        except Exception as error:  # a bug: one line, unless the user wants to see more
            tell_bug(error, debug="--debug" in sys.argv or bool(os.environ.get("BRIEFING_DEBUG")))
            sys.exit(ExitCode.FAILURE)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete commands, and the options and files of the default command."""
        default = self.commands[DEFAULT_COMMAND]
        found = super().shell_complete(ctx, incomplete)
        return [*found, *default.shell_complete(ctx, incomplete)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the program: its commands, and the options of the default one."""
        for prefix, line in zip(("Usage: ", "       "), helping.SYNOPSIS, strict=True):
            formatter.write_usage(ctx.command_path, line, prefix)
        for text in (helping.SUMMARY, helping.DESCRIPTION):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(text)
        default = self.commands[DEFAULT_COMMAND]
        sections = [
            ("Commands", helping.command_rows(self.commands.items())),
            *helping.main_sections(self, default, ctx),
            ("Exit codes", helping.exit_rows()),
        ]
        for title, rows in sections:
            with formatter.section(title):
                formatter.write_dl(rows)
        formatter.write_paragraph()
        formatter.write_text(helping.SETTINGS)


def flags_of(param: Any) -> list[str]:
    """The flags of an option that takes a value; none for flags and arguments."""
    takes_value = param.param_type_name == "option" and not param.is_flag
    return list(param.opts) if takes_value else []


def show_version(value: bool) -> None:
    """Print the version and end."""
    if value:
        from briefing import __version__

        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit(int(ExitCode.OK))


def start(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """News articles in, a briefing out."""


# One line a command, in the order of the help.
COMMANDS = (
    brief.brief,
    summary.summary,
    keywords.keywords,
    quotes.quotes,
    explain.explain,
    digest.digest,
    search.search,
    speakers.speakers,
    verify.verify,
    man.man,
)
# Commands that belong to one thing: its name, what they do, and they themselves.
GROUPS = (("archive", archive.PURPOSE, archive.COMMANDS),)


def build() -> typer.Typer:
    """The program with all its commands."""
    app = typer.Typer(
        cls=Program,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"max_content_width": WIDEST_HELP},
    )
    app.callback()(start)
    for command in COMMANDS:
        app.command(cls=Command)(command)
    for name, purpose, commands in GROUPS:
        inner = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help=purpose)
        for command in commands:
            inner.command(cls=Command)(command)
        app.add_typer(inner, name=name)
    return app


app = build()
