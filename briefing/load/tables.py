"""Find the rows of tables that are set with spaces, tabs or bars."""

import re
from collections.abc import Sequence

from briefing.load.lines import Line

# What parts the cells of a row: two spaces, a tab, a bar.
GAP = re.compile(r"[ \xa0]{2,}|[ \xa0]*(?:\t+|[|│┃])[ \xa0\t]*")
# A rule between rows: `-----+----`, `=======`
RULE = re.compile(r"[-=+|_:─━┼│ \t]{3,}$")
# A note below a table: `Source: …`
SOURCE = re.compile(r"(?:Source|Sources|Note|Notes|Data|\*)\s*:", re.I)
# A sentence is no cell.
SENTENCE = re.compile(r"\w{2,}[.!?]['\"”’)]*$")
# The longest cell, in characters.
LONGEST_CELL = 45


def split_cells(row: str) -> list[str]:
    """The cells of a line; one that is no row of a table has one.

    >>> split_cells("Monday     45.0")
    ['Monday', '45.0']
    """
    return [cell for cell in GAP.split(row.strip().strip("|").strip()) if cell]


def is_row(row: str) -> bool:
    """Whether a line may be the row of a table: short cells that are no sentences.

    >>> is_row("Piraeus to Anafi    46.00"), is_row("He left.  She stayed.")
    (True, False)
    """
    cells = split_cells(row)
    if len(cells) < 2 or any(len(cell) > LONGEST_CELL for cell in cells):
        return False
    return not any(SENTENCE.search(cell) for cell in cells[:-1])


def find_rows(text: str, group: Sequence[Line]) -> frozenset[Line]:
    """The lines of a table in a group of lines, with its head and the notes below it.

    Two rows with as many cells make a table. Wrong on prose that is spaced out on purpose.
    """
    if len(group) < 2:
        return frozenset()
    lines = [line.span.of(text) for line in group]
    rows = [index for index, line in enumerate(lines) if is_row(line)]
    counts = [len(split_cells(lines[index])) for index in rows]
    if len(rows) < 2 or len(rows) < 0.5 * len(lines) or max(map(counts.count, counts)) < 2:
        return frozenset()
    first, last = rows[0], rows[-1]
    while first > 0 and _is_head(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and (SOURCE.match(lines[last + 1]) or RULE.match(lines[last + 1])):
        last += 1
    return frozenset(group[first : last + 1])


def _is_head(line: str) -> bool:
    return bool(RULE.match(line)) or (len(line) <= 80 and not line.endswith((".", "!", "?", ":")))
