"""Check an archive, remove what is old, and give back the room."""

from dataclasses import dataclass
from datetime import datetime

from briefing.archive.articles import Articles
from briefing.archive.database import Database
from briefing.archive.values import stamp

BATCH = 200  # articles removed in a transaction, so that others can write in between
# What must never be found: a question, and what it means when the answer is not none.
QUESTIONS = (
    (
        "SELECT count(*) FROM articles WHERE text NOT IN (SELECT key FROM texts)",
        "articles have lost their text",
    ),
    (
        "SELECT count(*) FROM articles a WHERE briefed IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        "briefings b WHERE b.content = a.content AND b.version = a.briefed)",
        "articles have lost their briefing",
    ),
    (
        "SELECT count(*) FROM digests d WHERE committed IS NOT NULL AND EXISTS (SELECT 1 FROM "
        "deliveries WHERE digest = d.key AND finished IS NULL)",
        "digests are done that were not delivered",
    ),
)


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
        found = [str(row[0]) for row in self.database.rows("PRAGMA integrity_check")]
        problems = [] if found == ["ok"] else found
        for table, row, parent, _ in self.database.rows("PRAGMA foreign_key_check"):
            problems.append(f"row {row} of {table} refers to nothing in {parent}")
        for sql, meaning in QUESTIONS:
            number = self.database.value(sql)
            if number:
                problems.append(f"{number} {meaning}")
        return (*problems, *self._check_words())

    def _check_words(self) -> tuple[str, ...]:
        """What is wrong with the full-text index."""
        command = (
            "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
        )
        try:
            self.database.connection.execute(command)
        except self.database.connection.DatabaseError as error:
            return (f"the full-text index does not fit the statements ({error})",)
        return ()

    def prune(self, *, before: datetime) -> Pruned:
        """Remove the articles added before then, but those waiting for a digest, and the
        digests committed before then."""
        keys = [
            key
            for (key,) in self.database.rows(
                "SELECT key FROM articles WHERE added < ? AND state <> 'waiting' ORDER BY key",
                (stamp(before),),
            )
        ]
        with self.database.writing():
            sql = "DELETE FROM digests WHERE committed < ?"
            digests = self.database.run(sql, (stamp(before),)).rowcount
        for start in range(0, len(keys), BATCH):
            self.articles.remove(keys[start : start + BATCH])
        return Pruned(len(keys), digests)

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
