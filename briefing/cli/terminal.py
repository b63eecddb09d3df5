"""Decides from the terminal and the environment how a result is to look."""

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.cli.options import Format, Settings, split_kinds

if TYPE_CHECKING:
    from briefing.render import Layout

MIN_WIDTH = 20
PIPE_WIDTH = 80
# Statements of one speaker that a text shows unless --all is given; more crowd out the others.


def is_terminal(stream: object) -> bool:
    """Whether a stream is there, open, and a terminal."""
    try:
        return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
    except ValueError:
        return False


def shows_on_terminal(settings: Settings) -> bool:
    """Whether the result goes straight to a terminal."""
    return settings.output in (None, "-") and is_terminal(sys.stdout)


def choose_format(settings: Settings) -> Format:
    """The format asked for; else `terminal` on a terminal and `plain` elsewhere."""
    if settings.format is not None:
        return settings.format
    return Format.TERMINAL if shows_on_terminal(settings) else Format.PLAIN


def choose_colour(settings: Settings, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: as asked, else on a terminal that can, unless NO_COLOR forbids.

    >>> choose_colour(Settings(), {"TERM": "xterm"}, terminal=True)
    True
    >>> choose_colour(Settings(), {"TERM": "xterm", "NO_COLOR": "1"}, terminal=True)
    False
    """
    if settings.color is not None:
        return settings.color
    capable = environment.get("TERM", "") not in ("", "dumb")
    return terminal and capable and not environment.get("NO_COLOR")


def choose_layout(settings: Settings) -> "Layout":
    """Width, colour and what to show."""
    from briefing.render import Layout

    terminal = shows_on_terminal(settings)
    width = settings.width
    if width is None:
        size = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        width = max(MIN_WIDTH, size) if terminal else PIPE_WIDTH
    return Layout(
        width=width,
        colour=choose_colour(settings, os.environ, terminal=terminal),
        unicode=not terminal or "utf" in (sys.stdout.encoding or "").casefold(),
        explain=settings.explain,
        only=split_kinds(settings.only),
        show_all=settings.show_all,
    )
