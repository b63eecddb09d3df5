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
# The longest cell and row, in characters.
LONGEST_CELL = 45
LONGEST_ROW = 200


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
    if len(row) > LONGEST_ROW:
        return False
    cells = split_cells(row)
    if len(cells) < 2 or any(len(cell) > LONGEST_CELL for cell in cells):
        return False
    return not any(SENTENCE.search(cell) for cell in cells[:-1])


def find_rows(text: str, group: Sequence[Line]) -> frozenset[Line]:
    """The lines of the tables in a group of lines, with their heads and the notes below them.

    Two rows below each other with as many cells make a table. Wrong on prose that is spaced
    out on purpose.
    """
    lines = [line.span.of(text) for line in group]
    counts = [_count_cells(line) for line in lines]
    rows: set[int] = set()
    for index in range(1, len(lines)):
        above = index - 2 if counts[index - 1] == 0 and index > 1 else index - 1
        if counts[index] > 1 and counts[above] == counts[index]:
            rows.update(range(above, index + 1))
    if not rows:
        return frozenset()
    return frozenset(group[index] for index in _extend(lines, counts, rows))


def _count_cells(line: str) -> int:
    """How many cells a line has: 0 for a rule between rows, 1 for no row."""
    if RULE.match(line):
        return 0
    return len(split_cells(line)) if is_row(line) else 1


def _extend(lines: Sequence[str], counts: Sequence[int], rows: set[int]) -> set[int]:
    """The rows with the other rows, heads and notes that touch them."""
    extended = set(rows)
    for index in sorted(rows, reverse=True):
        above = index - 1
        while (
            above >= 0 and above not in extended and (counts[above] != 1 or _is_head(lines[above]))
        ):
            extended.add(above)
            if counts[above] == 1:
                break
            above -= 1
    for index in sorted(rows):
        below = index + 1
        while below < len(lines) and (counts[below] != 1 or SOURCE.match(lines[below])):
            extended.add(below)
            below += 1
    return extended


def _is_head(line: str) -> bool:
    return len(line) <= 60 and not line.endswith((".", "!", "?", ":", ";", ",", "”", '"'))
