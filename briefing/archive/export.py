"""Write the statements of an archive as CSV or Parquet."""

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from enum import Enum
from itertools import islice
from typing import Any, BinaryIO

from briefing.archive.records import Said
from briefing.errors import ArchiveError

COLUMNS = tuple(field.name for field in fields(Said))
# Spreadsheets run cells that begin so as formulas; a quote in front makes them text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BATCH = 10_000  # statements in memory at once, and in a row group of Parquet

Writer = Callable[[Iterable[Said], BinaryIO], None]


def write_csv(statements: Iterable[Said], file: BinaryIO) -> None:
    """Write statements as CSV (RFC 4180) in UTF-8, with a line of names first.

    Texts that a spreadsheet would run as a formula get an apostrophe in front.
    """
    writer = csv.writer(codecs.getwriter("utf-8")(file), lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for said in statements:
        writer.writerow([cell_of(getattr(said, name)) for name in COLUMNS])


def cell_of(value: object) -> object:
    """A value as a cell of CSV.

    >>> cell_of("=1+1"), cell_of(None), cell_of(3)
    ("'=1+1", '', 3)
    """
    told = column_value(value)
    if isinstance(told, datetime):
        return told.isoformat()
    return f"'{told}" if isinstance(told, str) and told.startswith(FORMULA) else told or ""


def column_value(value: Any) -> Any:
    """A value as a column holds it."""
    return value.value if isinstance(value, Enum) else value


def write_parquet(statements: Iterable[Said], file: BinaryIO) -> None:
    """Write statements as Parquet.

    Raises: ArchiveError when pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        problem = "needs pyarrow, which is not installed"
        raise ArchiveError("Parquet", problem, "pip install 'briefing[parquet]'") from error
    schema = pyarrow.schema([(name, type_of(pyarrow, name)) for name in COLUMNS])
    with pyarrow.parquet.ParquetWriter(file, schema) as writer:
        for batch in batches(statements):
            columns = {
                name: [column_value(getattr(said, name)) for said in batch] for name in COLUMNS
            }
            writer.write_table(pyarrow.Table.from_pydict(columns, schema))


def type_of(pyarrow: Any, name: str) -> Any:
    """The type of a column."""
    kinds = {
        "paragraph": pyarrow.int32(),
        "confidence": pyarrow.float64(),
        "time": pyarrow.timestamp("us", tz="UTC"),
    }
    return kinds.get(name, pyarrow.string())


def batches(statements: Iterable[Said]) -> Iterator[list[Said]]:
    """The statements, some at a time."""
    left = iter(statements)
    while batch := list(islice(left, BATCH)):
        yield batch


TABLES: Mapping[str, Writer] = {"csv": write_csv, "parquet": write_parquet}
