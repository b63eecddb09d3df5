"""Keep articles with their briefings: each text once, whatever sources it came from."""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from briefing.archive.codec import LEVEL, pack, unpack
from briefing.archive.database import Database
from briefing.archive.indexing import index_statements, unindex_statements
from briefing.archive.records import Entry, State
from briefing.archive.values import (
    DIGEST_SIZE,
    content_hash,
    stamp,
    stamp_or_none,
    storable,
    storable_or_none,
    text_hash,
    time_of,
    time_or_none,
)
from briefing.domain import Article, Briefing

# The id of an article, or its beginning: `8a563386f013002e`, `8a56`.
HASH_BEGINNING = re.compile(rf"[0-9a-f]{{1,{2 * DIGEST_SIZE}}}")
NO_ARTICLE = Article("", "", "")
ENTRY = """SELECT a.key, a.id, a.source, a.title, a.publisher, a.published, a.added, a.state,
    (SELECT count(*) FROM statements s WHERE s.article = a.key) FROM articles a"""
KNOWN = """SELECT 1 FROM articles WHERE source = ?1 AND state <> 'kept' AND read > ?2
    UNION ALL SELECT 1 FROM gone WHERE source = ?1 AND read > ?2 LIMIT 1"""
# Removes an article, then what no other article needs.
REMOVE = (
    "DELETE FROM articles WHERE key = :article",
    """DELETE FROM briefings WHERE text = :text AND content NOT IN (
        SELECT content FROM articles WHERE text = :text)""",
    """DELETE FROM texts WHERE key = :text AND NOT EXISTS (
        SELECT 1 FROM articles WHERE text = :text)""",
)


class Articles:
    """The articles of an archive and the cache of their briefings."""

    def __init__(self, database: Database) -> None:
        """The articles in this database."""
        self.database = database

    def add(
        self, briefings: Iterable[Briefing], *, version: str, now: datetime, waiting: bool = False
    ) -> int:
        """Keep briefings with their articles in one transaction; how many articles were new.

        `version` names the models and options that made the briefings; `now` is when reading
        them began. `waiting` articles are for the next digest, unless one has used them.
        """
        with self.database.writing():
            return sum(
                self._add(briefing, version=version, now=now, waiting=waiting)
                for briefing in briefings
            )

    def _add(self, briefing: Briefing, *, version: str, now: datetime, waiting: bool) -> bool:
        article, run = briefing.article, self.database.run
        text, content = self._text_of(article), content_hash(article)
        key = self._key_of(article, text)
        new = key is None
        if key is None:
            key = self._insert(article, text, content, now)
        else:
            self._renew(key, article, content)
        found = self._cached(text, content, version)
        kept = pack(replace(briefing, article=NO_ARTICLE))
        if found != kept:
            sql = "INSERT OR REPLACE INTO briefings VALUES (NULL, ?, ?, ?, ?)"
            run(sql, (text, content, version, kept))
        briefed = self.database.value("SELECT briefed FROM articles WHERE key = ?", (key,))
        if found != kept or briefed != version:
            index_statements(self.database, key, briefing, now=now)
        # What waits already, was used or seen, stays so.
        sql = """UPDATE articles SET briefed = ?, read = ?,
            state = CASE WHEN state = 'kept' THEN ? ELSE state END WHERE key = ?"""
        state = State.WAITING if waiting else State.KEPT
        run(sql, (version, stamp(now), state.value, key))
        return new

    def _text_of(self, article: Article) -> int:
        """The number of the article's text, which is added unless it is there."""
        key = self._find_text(article)
        if key is None:
            data = zlib.compress(article.text.encode("utf-8", "surrogatepass"), LEVEL)
            sql = "INSERT INTO texts (hash, data) VALUES (?, ?)"
            key = self.database.run(sql, (text_hash(article.text), data)).lastrowid
        return int(key or 0)

    def _insert(self, article: Article, text: int, content: bytes, now: datetime) -> int:
        """A new article."""
        sql = """INSERT INTO articles (id, source, text, content, title, publisher, published,
            added, state, data, read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'kept', ?, '')"""
        where = (storable(article.id), storable(article.source), text)
        told = (*facts(article, content), stamp(now), pack_facts(article))
        return int(self.database.run(sql, (*where, *told)).lastrowid or 0)

    def _renew(self, key: int, article: Article, content: bytes) -> None:
        """Take over what is told differently now of a known text from the same source."""
        kept = pack_facts(article)
        if self.database.value("SELECT data FROM articles WHERE key = ?", (key,)) != kept:
            sql = """UPDATE articles SET id = ?, content = ?, title = ?, publisher = ?,
                published = ?, data = ?, briefed = NULL WHERE key = ?"""
            self.database.run(sql, (storable(article.id), *facts(article, content), kept, key))

    def key_of(self, article: Article) -> int | None:
        """The number of this text from this source, None when it is not there."""
        text = self._find_text(article)
        return None if text is None else self._key_of(article, text)

    def _key_of(self, article: Article, text: int) -> int | None:
        sql = "SELECT key FROM articles WHERE source = ? AND text = ?"
        key: int | None = self.database.value(sql, (storable(article.source), text))
        return key

    def cached(self, article: Article, version: str) -> Briefing | None:
        """The briefing of the same content, whatever its source, by this version of the models."""
        text = self._find_text(article)
        data = None if text is None else self._cached(text, content_hash(article), version)
        return None if data is None else replace(unpack(Briefing, data), article=article)

    def _cached(self, text: int, content: bytes, version: str) -> bytes | None:
        sql = "SELECT data FROM briefings WHERE text = ? AND version = ? AND content = ?"
        data: bytes | None = self.database.value(sql, (text, version, content))
        return data

    def _find_text(self, article: Article) -> int | None:
        sql = "SELECT key FROM texts WHERE hash = ?"
        key: int | None = self.database.value(sql, (text_hash(article.text),))
        return key

    def knows(self, source: str, changed: datetime | None = None) -> bool:
        """Whether a source needs no reading for a digest: an article of it waits, was used or
        seen, and was added after the source was `changed` last, where that is told. Articles
        that were pruned count, too."""
        told = (storable(source), stamp_or_none(changed) or "")
        return self.database.row(KNOWN, told) is not None

    def is_done(self, name: str) -> bool:
        """Whether a digest has used an article of this id or source, or the user has seen it."""
        return any(entry.state in (State.USED, State.SEEN) for entry in self.find(name))

    def read(self, keys: Iterable[int]) -> Iterator[Article]:
        """The articles with these numbers, in this order."""
        sql = "SELECT a.data, t.data FROM articles a JOIN texts t ON t.key = a.text WHERE a.key = ?"
        for key in keys:
            data, text = self.database.rows(sql, (key,))[0]
            told = zlib.decompress(text).decode("utf-8", "surrogatepass")
            yield replace(unpack(Article, data), text=told)

    def briefings(self, keys: Iterable[int], *, version: str | None = None) -> Iterator[Briefing]:
        """The briefings of the articles with these numbers, in this order; those of a version,
        else those whose statements are indexed. Without one, a briefing is empty."""
        sql = """SELECT b.data FROM articles a JOIN briefings b
            ON b.text = a.text AND b.version = coalesce(?, a.briefed) AND b.content = a.content
            WHERE a.key = ?"""
        for key in keys:
            data = self.database.value(sql, (version, key))
            briefing = Briefing(NO_ARTICLE) if data is None else unpack(Briefing, data)
            (article,) = self.read([key])
            yield replace(briefing, article=article)

    def waiting(self) -> tuple[int, ...]:
        """The numbers of the articles that wait for a digest, oldest first."""
        sql = "SELECT key FROM articles WHERE state = 'waiting' ORDER BY key"
        return tuple(key for (key,) in self.database.rows(sql))

    def outdated(self, version: str) -> tuple[int, ...]:
        """The numbers of the articles that wait with a briefing of another version."""
        sql = "SELECT key FROM articles WHERE state = 'waiting' AND briefed IS NOT ? ORDER BY key"
        return tuple(key for (key,) in self.database.rows(sql, (version,)))

    def keys(self) -> Iterator[int]:
        """The numbers of all articles, in the order they were added."""
        for (key,) in self.database.run("SELECT key FROM articles ORDER BY key"):
            yield key

    def mark(self, keys: Iterable[int], state: State) -> None:
        """Say what digests are to know of these articles."""
        with self.database.writing():
            for key in keys:
                self.database.run("UPDATE articles SET state = ? WHERE key = ?", (state.value, key))

    def entries(
        self, *, since: datetime | None = None, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """The articles added since then, latest first."""
        sql = f"{ENTRY} WHERE a.added >= ? ORDER BY a.added DESC, a.key DESC LIMIT ?"
        rows = self.database.rows(sql, (stamp_or_none(since) or "", -1 if limit is None else limit))
        return tuple(entry_of(row) for row in rows)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The articles of this source, else of this id or one that begins so."""
        of_source = f"{ENTRY} WHERE a.source = ? ORDER BY a.key"
        of_id = f"""{ENTRY} JOIN texts t ON t.key = a.text
            WHERE t.hash BETWEEN ? AND ? ORDER BY a.key"""
        rows = self.database.rows(of_source, (storable(name),))
        if not rows and HASH_BEGINNING.fullmatch(name):
            ends = (bytes.fromhex(name.ljust(2 * DIGEST_SIZE, digit)) for digit in "0f")
            rows = self.database.rows(of_id, tuple(ends))
        return tuple(entry_of(row) for row in rows)

    def remove(self, keys: Sequence[int]) -> None:
        """Remove articles with their statements, and texts and briefings that no other needs."""
        with self.database.writing():
            for key in keys:
                text = self.database.value("SELECT text FROM articles WHERE key = ?", (key,))
                if text is not None:
                    unindex_statements(self.database, key)
                    for sql in REMOVE:
                        self.database.run(sql, {"article": key, "text": text})


def facts(article: Article, content: bytes) -> tuple[Any, ...]:
    """The columns of what is told of an article."""
    return (
        content,
        storable_or_none(article.title),
        storable_or_none(article.publisher),
        stamp_or_none(article.published),
    )


def pack_facts(article: Article) -> bytes:
    """An article without its text."""
    return pack(replace(article, text=""))


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry in a row of the query `ENTRY`."""
    key, id_, source, title, publisher, published, added, state, statements = row
    times = time_or_none(published), time_of(added)
    return Entry(key, id_, source, title, publisher, *times, State(state), statements)
