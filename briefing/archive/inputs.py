"""Remember how inputs answered: what a server said last, failures in a row, what went stale."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from briefing.archive.database import Database
from briefing.archive.records import Fetch, Input
from briefing.archive.values import (
    stamp,
    storable,
    storable_or_none,
    time_of,
    time_or_none,
)

INPUT = "SELECT source, failures, reason, failed, read, renewed, first FROM inputs"


class Inputs:
    """The inputs that an archive knows: feeds, pages, directories, files."""

    def __init__(self, database: Database) -> None:
        """The inputs in this database."""
        self.database = database

    def fetch(self, url: str) -> Fetch | None:
        """How a URL answered last."""
        sql = "SELECT url, etag, modified, status, fetched FROM fetches WHERE url = ?"
        row = self.database.row(sql, (storable(url),))
        if row is None:
            return None
        url, etag, modified, status, fetched = row
        return Fetch(url, etag, modified, status, time_of(fetched))

    def keep_fetch(self, fetch: Fetch) -> None:
        """Remember how a URL answered."""
        marks = storable_or_none(fetch.etag), storable_or_none(fetch.modified)
        values = (storable(fetch.url), *marks, fetch.status, stamp(fetch.fetched))
        with self.database.writing():
            self.database.run("INSERT OR REPLACE INTO fetches VALUES (?, ?, ?, ?, ?)", values)

    def fail(self, source: str, reason: str, *, now: datetime) -> int:
        """Count a failure of an input; how many there are in a row, this one included."""
        with self.database.writing():
            self.database.run(
                """INSERT INTO inputs (source, failures, reason, failed, first)
                    VALUES (?1, 1, ?2, ?3, ?3) ON CONFLICT (source) DO UPDATE
                    SET failures = failures + 1, reason = ?2, failed = ?3""",
                (storable(source), storable(reason), stamp(now)),
            )
            sql = "SELECT failures FROM inputs WHERE source = ?"
            return int(self.database.value(sql, (storable(source),)))

    def succeed(self, source: str, *, renewed: bool, now: datetime) -> None:
        """Say that an input was read, and whether it gave something new: the count of its
        failures begins again."""
        with self.database.writing():
            self.database.run(
                """INSERT INTO inputs (source, read, renewed, first)
                    VALUES (?1, ?2, ?3, ?2) ON CONFLICT (source) DO UPDATE
                    SET failures = 0, reason = NULL, read = ?2, renewed = coalesce(?3, renewed)""",
                (storable(source), stamp(now), stamp(now) if renewed else None),
            )

    def find(self, source: str) -> Input | None:
        """How an input went."""
        row = self.database.row(f"{INPUT} WHERE source = ?", (storable(source),))
        return None if row is None else input_of(row)

    def stale(self, *, before: datetime) -> tuple[Input, ...]:
        """The inputs that gave nothing new since then, longest silent first."""
        sql = f"""{INPUT} WHERE coalesce(renewed, first) < ?
            ORDER BY coalesce(renewed, first), source"""
        return tuple(input_of(row) for row in self.database.rows(sql, (stamp(before),)))


def input_of(row: Sequence[Any]) -> Input:
    """The input in a row of the query `INPUT`."""
    source, failures, reason, failed, read, renewed, first = row
    return Input(
        source,
        failures,
        reason,
        time_or_none(failed),
        time_or_none(read),
        time_or_none(renewed),
        time_of(first),
    )
