"""Reads registers of office-holders (CSV): who held which office from when until when.

The first line names the columns: `name` and `position`, and any of `affiliation`, `role`,
`from`, `until`. They are parted by commas or semicolons; days are written 2023-09-13, `until`
is the last day in office, an empty one means still in office:

```csv
name,position,affiliation,role,from,until
Ingrid Vass,Transport Minister,Tornland,official,2023-09-13,
```
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.corrections.names import may_be_one_person, name_key, without_initials
from briefing.corrections.reading import read_text
from briefing.domain import Role
from briefing.errors import ConfigError, suggest

NEEDED = ("name", "position")
COLUMNS = (*NEEDED, "affiliation", "role", "from", "until")
Key = tuple[str, ...]  # the comparable parts of a name
ISO_DAY = 10  # characters of 2023-09-13


@dataclass(frozen=True, slots=True)
class Tenure:
    """One line of a register; a day that is None is not known, or has not come."""

    name: str
    position: str
    affiliation: str = ""
    role: Role | None = None
    start: date | None = None
    end: date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the line tells of any time."""
        return self.start is not None or self.end is not None

    def holds(self, day: date) -> bool:
        """Whether the office was held on a day, both ends included."""
        return (self.start is None or self.start <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether the office was left before a day."""
        return self.end is not None and self.end < day

    @property
    def office(self) -> str:
        """The office with its days.

        >>> Tenure("Ada Moor", "Mayor", "Lund", start=date(2023, 9, 13)).office
        'Mayor, Lund (2023-09-13–)'
        """
        office = f"{self.position}, {self.affiliation}" if self.affiliation else self.position
        return f"{office} ({self.start or ''}–{self.end or ''})" if self.is_dated else office

    def __str__(self) -> str:
        """The office as evidence shows it."""
        return f"register: {self.office}"


@dataclass(frozen=True, slots=True)
class Register:
    """The lines of a register, in its order; `index` finds them by the parts of names."""

    tenures: tuple[Tenure, ...] = ()
    index: Mapping[Key, tuple[Tenure, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Files each line under its name, with and without initials."""
        index: dict[Key, list[Tenure]] = {}
        for tenure in self.tenures:
            key = name_key(tenure.name)
            for form in {key, without_initials(key)}:
                index.setdefault(form, []).append(tenure)
        lines = {key: tuple(tenures) for key, tenures in index.items()}
        object.__setattr__(self, "index", lines)

    def of(self, name: str) -> tuple[Tenure, ...]:
        """The lines about somebody; a surname alone is nobody's."""
        key = name_key(name)
        forms = dict.fromkeys((key, without_initials(key)))
        found = dict.fromkeys(tenure for form in forms for tenure in self.index.get(form, ()))
        return tuple(tenure for tenure in found if may_be_one_person(name, tenure.name))


def read_register(path: Path) -> Register:
    """The register in a file.

    Raises: ConfigError when the file cannot be read or holds something wrong.
    """
    return parse_register(str(path), read_text(path))


def parse_register(source: str, text: str) -> Register:
    """The register in CSV text.

    Raises: ConfigError that names the file, the line and the remedy.

    >>> parse_register("r.csv", "name;position;from\\nAda Moor;Mayor;2023-09-13").of("Ada Moor")
    (Tenure(name='Ada Moor', position='Mayor', affiliation='', role=None, \
start=datetime.date(2023, 9, 13), end=None),)
    """
    import csv

    text = text.removeprefix("\ufeff")
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = ";" if header.count(";") > header.count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    numbered = ((rows.line_num, row) for row in rows)
    try:
        return Register(tuple(_tenures(source, _filled(numbered))))
    except csv.Error as error:
        where = f"{source}, line {rows.line_num}"
        raise ConfigError(where, f"is not valid CSV ({error})", "correct that line") from error


def _filled(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, their cells stripped, with the number of their line."""
    for line, row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        if any(cells):
            yield line, cells


def _tenures(source: str, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Tenure]:
    _, header = next(rows, (1, []))
    columns = [cell.casefold() for cell in header]
    _check_columns(source, columns)
    for line, cells in rows:
        where = f"{source}, line {line}"
        if len(cells) != len(columns):
            problem = f"has {len(cells)} fields, the first line {len(columns)}"
            raise ConfigError(where, problem, "put fields that hold a comma in quotation marks")
        yield _tenure(where, dict(zip(columns, cells, strict=True)))


def _check_columns(source: str, columns: list[str]) -> None:
    for column in columns:
        if column not in COLUMNS:
            raise ConfigError(source, f"unknown column `{column}`", suggest(column, COLUMNS))
        if columns.count(column) > 1:
            raise ConfigError(source, f"has two columns `{column}`", "keep one")
    for column in NEEDED:
        if column not in columns:
            known = ", ".join(COLUMNS)
            raise ConfigError(source, f"lacks the column `{column}`", f"name the columns: {known}")


def _tenure(where: str, cells: Mapping[str, str]) -> Tenure:
    for column in NEEDED:
        if not cells[column]:
            raise ConfigError(where, f"has no {column}", "fill it in or remove the line")
    start, end = (_day(where, column, cells.get(column, "")) for column in ("from", "until"))
    if start and end and end < start:
        raise ConfigError(where, f"ends ({end}) before it begins ({start})", "exchange the days")
    role = cells.get("role", "").casefold()
    if role and role not in list(Role):
        raise ConfigError(where, f"`role` is {role!r}", suggest(role, list(Role)))
    affiliation = cells.get("affiliation", "")
    chosen = Role(role) if role else None
    return Tenure(cells["name"], cells["position"], affiliation, chosen, start, end)


def _day(where: str, column: str, value: str) -> date | None:
    if not value:
        return None
    try:
        if len(value) != ISO_DAY:
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise ConfigError(where, f"`{column}` is {value!r}", "write days as 2023-09-13") from error
