"""Keep the statements of articles in their table and in the full-text index."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from briefing.archive.database import Database
from briefing.archive.values import stamp, storable, storable_or_none
from briefing.domain import Briefing

INSERT_STATEMENT = """INSERT INTO statements (article, paragraph, text, speaker, position,
    affiliation, role, kind, form, confidence, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
INDEX = "INSERT INTO statement_words (rowid, text, speaker, position, affiliation)"
UNINDEX = (
    "INSERT INTO statement_words (statement_words, rowid, text, speaker, position, affiliation)"
)
WORDS = "key, text, speaker, position, affiliation FROM statements WHERE article = ?"


def index_statements(database: Database, key: int, briefing: Briefing, *, now: datetime) -> None:
    """Replace the statements of the article of this number."""
    unindex_statements(database, key)
    time = stamp(briefing.article.published or now)
    database.connection.executemany(INSERT_STATEMENT, statement_rows(key, briefing, time))
    database.run(f"{INDEX} SELECT {WORDS}", (key,))


def unindex_statements(database: Database, key: int) -> None:
    """Remove the statements of the article of this number."""
    database.run(f"{UNINDEX} SELECT 'delete', {WORDS}", (key,))
    database.run("DELETE FROM statements WHERE article = ?", (key,))


def statement_rows(key: int, briefing: Briefing, time: str) -> Iterator[tuple[Any, ...]]:
    """The statements of a briefing as rows of their table."""
    for statement in briefing.statements:
        speaker, said = statement.speaker, statement.attribution
        yield (
            key,
            statement.paragraph,
            storable(statement.text_in(briefing.article.text)),
            storable_or_none(speaker.name),
            storable_or_none(speaker.position),
            storable_or_none(speaker.affiliation),
            statement.decision.role.value,
            said.kind.value,
            said.form.value,
            statement.confidence,
            time,
        )
