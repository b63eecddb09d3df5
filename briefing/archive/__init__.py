"""Keep articles, statements, stories and digests in one SQLite file.

>>> from datetime import UTC, datetime
>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from briefing.domain import Article, Briefing
>>> article = Article("a1", "note.txt", "Rain is coming.")
>>> now = datetime(2026, 11, 22, tzinfo=UTC)
>>> with TemporaryDirectory() as folder, Archive.open(Path(folder) / "archive.db") as archive:
...     archive.articles.add([Briefing(article)], version="1", now=now)
...     archive.articles.cached(article, "1") == Briefing(article)
1
True
"""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from briefing.archive.articles import Articles
from briefing.archive.database import WAIT, Database
from briefing.archive.digests import Digests
from briefing.archive.export import TABLES
from briefing.archive.inputs import Inputs
from briefing.archive.records import (
    Capacity,
    Delivery,
    Entry,
    Fetch,
    Hit,
    Input,
    KeptDigest,
    KeptStory,
    Person,
    Said,
    State,
)
from briefing.archive.statements import Filter, Statements
from briefing.archive.upkeep import Pruned, Upkeep


class Archive:
    """An archive, open in one thread: its articles, statements, digests, inputs, upkeep.

    Every method that writes is one transaction; `writing` joins several into one.
    """

    def __init__(self, database: Database) -> None:
        """The archive in this database."""
        self.database = database
        self.articles = Articles(database)
        self.statements = Statements(database)
        self.digests = Digests(database, self.articles)
        self.inputs = Inputs(database)
        self.upkeep = Upkeep(database, self.articles)

    @classmethod
    def open(cls, path: Path, *, create: bool = True, wait: float = WAIT) -> "Archive":
        """The archive in a file, made if it may be; writes wait so many seconds for others.

        Raises: ArchiveError when it is missing, no archive, damaged, newer than this program
        or busy.
        """
        return cls(Database(path, create=create, wait=wait))

    def writing(self) -> AbstractContextManager[None]:
        """A transaction for all that is written inside: kept together, or not at all."""
        return self.database.writing()

    def close(self) -> None:
        """Close the file."""
        self.database.connection.close()

    def __enter__(self) -> "Archive":
        """The archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()


__all__ = [
    "TABLES",
    "Archive",
    "Capacity",
    "Delivery",
    "Entry",
    "Fetch",
    "Filter",
    "Hit",
    "Input",
    "KeptDigest",
    "KeptStory",
    "Person",
    "Pruned",
    "Said",
    "State",
]
