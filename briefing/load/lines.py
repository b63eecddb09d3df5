"""Divide a text into lines, and group these by the empty lines between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.domain import Span

# Next to CR and LF, form feeds and Unicode's own separators part lines.
BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without surrounding white space; `indent` counts the characters before it."""

    span: Span
    indent: int


def find_lines(text: str) -> Iterator[Line | None]:
    """The lines of a text in order, None for an empty one."""
    start = 0
    for stop in [*(found.span() for found in BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[start : stop[0]]
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            yield Line(Span(start + indent, start + indent + len(bare)), indent)
        else:
            yield None
        start = stop[1]


def find_groups(text: str) -> list[list[Line]]:
    """The lines of a text, grouped by the empty lines between them."""
    groups: list[list[Line]] = [[]]
    for line in find_lines(text):
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]
