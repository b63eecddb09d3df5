"""Writes an archive to a file or to standard output, some of it at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from briefing.cli.results import write_stdout
from briefing.output import check_target, open_atomically

if TYPE_CHECKING:
    from briefing.archive import Archive

CHUNK = 1 << 20  # bytes


@contextmanager
def open_target(output: str | None) -> Iterator[BinaryIO]:
    """A file to write to: that of the option, whole or not at all, else standard output.

    What goes to standard output is gathered in a temporary file first.

    Raises: OutputError when it cannot be written.
    """
    if output not in (None, "-"):
        check_target(str(output))
        with open_atomically(str(output)) as file:
            yield file
        return
    with TemporaryFile() as file:
        yield file
        file.seek(0)
        while chunk := file.read(CHUNK):
            write_stdout(chunk)


def export_articles(archive: "Archive", output: str | None) -> None:
    """Write the briefings of all articles as a JSON array, in the order they were added."""
    from briefing.render import Layout
    from briefing.render.records import render_ndjson

    with open_target(output) as file:
        before = b"[\n"
        for briefing in archive.articles.briefings(archive.articles.keys()):
            file.write(before + render_ndjson(briefing, Layout()).rstrip("\n").encode())
            before = b",\n"
        file.write(b"\n]\n" if before == b",\n" else b"[]\n")


def export_statements(archive: "Archive", output: str | None, table: str) -> None:
    """Write all statements as a table."""
    from briefing.archive import TABLES

    with open_target(output) as file:
        TABLES[table](archive.statements.every(), file)
