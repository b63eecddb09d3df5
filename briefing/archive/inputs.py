"""Remember how inputs answered: what a server said last, failures in a row, what went stale."""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any, Protocol, TypeVar

from briefing.archive.database import Database
from briefing.archive.records import Fetch, Input
from briefing.archive.values import (
    stamp,
    storable,
    storable_or_none,
    time_of,
    time_or_none,
)

OK = HTTPStatus.OK.value
INPUT = "SELECT source, failures, reason, failed, read, renewed, first FROM inputs"


class Mark(Protocol):
    """What a server called the state of a page, in the terms of whoever fetches."""

    @property
    def etag(self) -> str | None:
        """The `ETag` of the answer."""

    @property
    def modified(self) -> str | None:
        """The `Last-Modified` of the answer."""


M = TypeVar("M", bound=Mark)


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

    def marks(self, make: Callable[[str | None, str | None], M]) -> "Marks[M]":
        """The marks of all URLs as a mapping of what `make` makes of a pair of them."""
        return Marks(self, make)

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


class Marks(MutableMapping[str, M]):
    """The marks of URLs: those kept, under those set since, which `keep` makes last.

    Marks are kept only when what was fetched is: a server that says `nothing new` to marks of
    articles that were lost would make them lost for good.
    """

    def __init__(self, inputs: Inputs, make: Callable[[str | None, str | None], M]) -> None:
        """The marks of these inputs."""
        self.inputs, self.make = inputs, make
        self.fresh: dict[str, M] = {}

    def __getitem__(self, url: str) -> M:
        """The marks of a URL; raises KeyError where there are none."""
        if url in self.fresh:
            return self.fresh[url]
        fetch = self.inputs.fetch(url)
        if fetch is None:
            raise KeyError(url)
        return self.make(fetch.etag, fetch.modified)

    def __setitem__(self, url: str, mark: M) -> None:
        """Set the marks of a URL, for now."""
        self.fresh[url] = mark

    def __delitem__(self, url: str) -> None:
        """Take marks back that were not kept."""
        del self.fresh[url]

    def __iter__(self) -> Iterator[str]:
        """The URLs that have marks."""
        kept = self.inputs.database.rows("SELECT url FROM fetches ORDER BY url")
        return iter(dict.fromkeys([*(url for (url,) in kept), *self.fresh]))

    def __len__(self) -> int:
        """How many URLs have marks."""
        return sum(1 for _ in self)

    def keep(self, *, now: datetime) -> None:
        """Keep all that was set, in one transaction."""
        with self.inputs.database.writing():
            for url, mark in self.fresh.items():
                self.inputs.keep_fetch(Fetch(url, mark.etag, mark.modified, OK, now))
        self.fresh.clear()


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
