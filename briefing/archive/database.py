"""Open the file of an archive, and read and write it in transactions."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefing.archive.schema import check_ours, migrate
from briefing.errors import ArchiveError

WAIT = 30.0  # seconds for another process to finish its write
CACHE = 64 * 1024  # KiB of pages kept: the indexes of half a million articles
TRY_AGAIN = "try again when it is done"
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """A connection for one thread: write-ahead log, one transaction for each write."""

    def __init__(self, path: Path, *, create: bool = True, wait: float = WAIT) -> None:
        """Open the file, made if it may be, and bring its schema up to date.

        Raises: ArchiveError when it is missing, no archive, newer than this program, or busy.
        """
        self.path = path
        self.depth = 0
        if not create and not path.is_file():
            raise ArchiveError(str(path), "there is no archive", "`briefing archive add` makes it")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(str(path), f"cannot be made ({error.strerror})") from error
        with self.telling():
            self.connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
        try:
            with self.telling():
                check_ours(self.connection, name=str(path))
                prepare(self.connection)
                migrate(self.connection)
        except BaseException:
            self.connection.close()
            raise

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell what the database refuses in words that help.

        Raises: ArchiveError for what a user can cause.
        """
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in BUSY:
                raise ArchiveError(
                    str(self.path), "another process writes it", TRY_AGAIN
                ) from error
            if code in BROKEN:
                problem = f"is no archive, or damaged ({error})"
                raise ArchiveError(str(self.path), problem, "restore it from a copy") from error
            if isinstance(error, sqlite3.OperationalError) and code != sqlite3.SQLITE_ERROR:
                problem = f"cannot be used ({error})"
                raise ArchiveError(str(self.path), problem, "check rights and room") from error
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all that is written inside is kept, or nothing. Inner ones join it."""
        with self.telling():
            if not self.depth:
                self.connection.execute("BEGIN IMMEDIATE")
            self.depth += 1
            try:
                yield
            except BaseException:
                self.depth -= 1
                if not self.depth and self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.depth -= 1
            if not self.depth:
                self.connection.execute("COMMIT")

    def run(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """The cursor of one statement."""
        with self.telling():
            return self.connection.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.telling():
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, if there is one."""
        with self.telling():
            found: tuple[Any, ...] | None = self.connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row, None without one."""
        row = self.row(sql, values)
        return row[0] if row else None


def prepare(connection: sqlite3.Connection) -> None:
    """Set what holds for a connection: a commit is on the disk when it returns."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
