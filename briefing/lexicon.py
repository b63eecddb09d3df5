"""Word lists and tables shipped in `briefing/data`, read once and checked by their header.

A list is a UTF-8 text file whose first lines are a header of `# key: value` lines; `format`,
`version`, `provenance` and `licence` are required. After it, one entry a line; empty lines and
lines that begin with `#` are skipped. In a `table/1` file, an entry has tab-separated fields.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from briefing.errors import DataError

FORMATS = frozenset({"list/1", "table/1"})
REQUIRED = ("format", "version", "provenance", "licence")
REMEDY = "reinstall briefing"


def parse_header(name: str, text: str) -> dict[str, str]:
    """The `# key: value` lines that a data file begins with.

    Raises: DataError when a required key is missing or the format is unknown.

    >>> keys = "# format: list/1\\n# version: 1\\n# provenance: us\\n# licence: MIT"
    >>> parse_header("x", f"{keys}\\nsaid")
    {'format': 'list/1', 'version': '1', 'provenance': 'us', 'licence': 'MIT'}
    """
    return _read_header(name, text.splitlines())


def _read_header(name: str, lines: Iterable[str]) -> dict[str, str]:
    header: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            break
        key, colon, value = line[1:].partition(":")
        if colon:
            header.setdefault(key.strip(), value.strip())
    missing = [key for key in REQUIRED if key not in header]
    if missing:
        raise DataError(name, f"its header lacks {', '.join(missing)}", REMEDY)
    if header["format"] not in FORMATS:
        raise DataError(name, f"has the unknown format {header['format']}", REMEDY)
    return header


def parse_rows(name: str, text: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a data file, each as its tab-separated fields."""
    lines = [line.rstrip() for line in text.splitlines()]
    _read_header(name, lines)
    return tuple([tuple(line.split("\t")) for line in lines if line and line[0] != "#"])


@cache
def _folder() -> Traversable:
    return files("briefing").joinpath("data")


def _read(name: str) -> str:
    return _folder().joinpath(name).read_text("utf-8")


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME`, in file order."""
    return parse_rows(name, _read(name))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `data/NAME` (first field of each row) as a set."""
    return frozenset(row[0] for row in table(name))
