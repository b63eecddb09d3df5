"""Read the bytes of files and standard input, and find the files of a directory."""

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from briefing.errors import LoadError

STDIN = "-"
# Suffixes of files that a directory is searched for.
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
# An article may have so many characters at most; the longest real ones have some 100,000.
MAX_CHARACTERS = 5_000_000
# No encoding needs more than four bytes for a character.
MAX_BYTES = 4 * MAX_CHARACTERS


def too_long(source: str) -> LoadError:
    """The error for an input beyond `MAX_CHARACTERS`."""
    return LoadError(
        source,
        f"is too long (more than {MAX_CHARACTERS:,} characters)",
        "split it into single articles",
    )


def read_source(source: str, *, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises: LoadError when it is missing, a directory, unreadable or too long.
    """
    data = read_stdin(stdin, MAX_BYTES + 1) if source == STDIN else _read_file(source)
    if len(data) > MAX_BYTES:
        raise too_long(source)
    return data


def read_stdin(stdin: BinaryIO | None, most: int) -> bytes:
    """So many bytes of standard input at most; `stdin` stands in for it.

    Raises: LoadError when it is closed or unreadable.
    """
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise LoadError(STDIN, "standard input is closed", "pipe an article in, or name a file")
    try:
        data: bytes = stream.read(most)
    except OSError as error:
        raise LoadError(
            STDIN, f"standard input cannot be read ({error.strerror})", "pipe an article in"
        ) from error
    return data


def _read_file(source: str) -> bytes:
    try:
        if stat.S_ISDIR(os.stat(source).st_mode):  # noqa: PTH116 - keeps the name as given
            raise LoadError(source, "is a directory", "give a file, or expand it first")
        with Path(source).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(source, error) from error


def unreadable(source: str, error: OSError | ValueError) -> LoadError:
    """The error for a file that cannot be opened or read."""
    if isinstance(error, FileNotFoundError):
        return LoadError(source, "does not exist", "check the name")
    if isinstance(error, PermissionError):
        return LoadError(source, "may not be read", "check its permissions")
    reason = getattr(error, "strerror", None) or str(error)
    return LoadError(source, f"cannot be read ({reason})", "check the name")


def find_inputs(paths: Iterable[str]) -> tuple[str, ...]:
    """The sources that some names stand for: each directory becomes its articles.

    Directories are searched to the bottom for files with a suffix in `SUFFIXES`, in the order
    of their names; hidden ones and links to directories are left out. Any other name is
    returned as it is, so that reading it gives the error. A file named twice comes once.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - a name may hold a NUL
            found.update(dict.fromkeys(_walk(path)))
        else:
            found[path] = None
    return tuple(found)


def _walk(directory: str) -> list[str]:
    found: list[str] = []
    for folder, folders, names in os.walk(directory):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            str(Path(folder) / name)
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
        ]
    return found
