"""Check an archive, remove what is old, and give back the room."""

from dataclasses import dataclass
from datetime import datetime

from briefing.archive.articles import Articles
from briefing.archive.database import Database
from briefing.archive.values import stamp
from briefing.errors import ArchiveError

BATCH = 200  # articles removed in a transaction, so that others can write in between
PAGES = 2_000  # of the full-text index joined at a time: a tenth of a second, or so
# What must never be found: a question, and what it means when the answer is not none.
QUESTIONS = (
    (
        "SELECT count(*) FROM articles WHERE text NOT IN (SELECT key FROM texts)",
        "articles have lost their text",
    ),
    (
        "SELECT count(*) FROM articles a WHERE briefed IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        "briefings b WHERE b.text = a.text AND b.version = a.briefed AND b.content = a.content)",
        "articles have lost their briefing",
    ),
    (
        "SELECT count(*) FROM digests d WHERE committed IS NOT NULL AND EXISTS (SELECT 1 FROM "
        "deliveries WHERE digest = d.key AND finished IS NULL)",
        "digests are done that were not delivered",
    ),
)

OLD = """SELECT key FROM articles WHERE added < ? AND state <> 'waiting' AND NOT EXISTS (
    SELECT 1 FROM digests d WHERE d.key = articles.digest AND committed IS NULL) ORDER BY key"""
# What stays of an article that is pruned.
LEAVE = """INSERT INTO gone SELECT source, read FROM articles
    WHERE key = ? AND state IN ('used', 'seen')
    ON CONFLICT (source) DO UPDATE SET read = max(read, excluded.read)"""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed."""

    articles: int
    digests: int


class Upkeep:
    """What keeps an archive sound and small."""

    def __init__(self, database: Database, articles: Articles) -> None:
        """The upkeep of this database."""
        self.database, self.articles = database, articles

    def check(self) -> tuple[str, ...]:
        """What is wrong with the archive; nothing where it is sound.

        Pages, indexes, references, the full-text index against the statements, and that no
        part of an article or a digest is missing.
        """
        problems: list[str] = []
        for find in (self._check_pages, self._check_references, self._check_words):
            try:
                problems += find()
            except ArchiveError as error:  # what is damaged may be unreadable
                problems.append(error.problem)
        return tuple(problems)

    def _check_pages(self) -> list[str]:
        found = [str(row[0]) for row in self.database.rows("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def _check_references(self) -> list[str]:
        rows = self.database.rows("PRAGMA foreign_key_check")
        problems = [f"row {row[1]} of {row[0]} refers to nothing in {row[2]}" for row in rows]
        for sql, meaning in QUESTIONS:
            number = self.database.value(sql)
            problems += [f"{number} {meaning}"] if number else []
        return problems

    def _check_words(self) -> list[str]:
        """What is wrong with the full-text index: it must fit the statements."""
        sql = "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
        with self.database.writing():
            self.database.run(sql)
        return []

    def prune(self, *, before: datetime) -> Pruned:
        """Remove the articles added before then, but those of digests that are not delivered
        yet, and the digests committed before then. What was used or seen stays known."""
        keys = [key for (key,) in self.database.rows(OLD, (stamp(before),))]
        with self.database.writing():
            sql = "DELETE FROM digests WHERE committed < ?"
            digests = self.database.run(sql, (stamp(before),)).rowcount
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            with self.database.writing():
                for key in batch:
                    self.database.run(LEAVE, (key,))
                self.articles.remove(batch)
        return Pruned(len(keys), digests)

    def join(self, *, pages: int = PAGES) -> None:
        """Join parts of the full-text index that adding left, so many pages of work at most."""
        sql = "INSERT INTO statement_words (statement_words, rank) VALUES ('merge', ?)"
        with self.database.writing():
            self.database.run(sql, (pages,))

    def vacuum(self) -> int:
        """Join the full-text index and give unused room back; the bytes that became free."""
        before = self._size()
        with self.database.writing():
            command = "INSERT INTO statement_words (statement_words) VALUES ('optimize')"
            self.database.run(command)
        self.database.run("VACUUM")
        self.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        return before - self._size()

    def _size(self) -> int:
        pages = int(self.database.value("PRAGMA page_count"))
        return pages * int(self.database.value("PRAGMA page_size"))
