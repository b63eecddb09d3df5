"""Keep digests and their stories, and what is left to deliver of them.

A digest is prepared (its articles are taken, its Message-ID fixed), then each of its
deliveries is started and finished, then it is committed. Whoever finds one that is not
committed delivers it again, as it is; what was finished is not repeated.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from briefing.archive.articles import Articles
from briefing.archive.codec import LEVEL, pack, unpack
from briefing.archive.database import Database
from briefing.archive.records import Delivery, KeptDigest, KeptStory
from briefing.archive.stories import find_stories
from briefing.archive.values import stamp, storable, time_of, time_or_none
from briefing.domain import Briefing, Digest, Story
from briefing.errors import ArchiveError

DIGEST = "SELECT key, day, prepared, version, message_id, committed FROM digests"


class Digests:
    """The digests of an archive."""

    def __init__(self, database: Database, articles: Articles) -> None:
        """The digests in this database, made of these articles."""
        self.database, self.articles = database, articles

    def prepare(
        self,
        digest: Digest,
        *,
        message_id: str,
        targets: Sequence[str],
        version: str,
        now: datetime,
        left_out: Iterable[Briefing] = (),
    ) -> int:
        """Keep a digest that is still to be delivered to these targets; its number.

        From now on its articles belong to it, and those that its budget `left_out`: no other
        digest takes them. Those that are not in the archive are added.

        Raises: ArchiveError when another digest has this Message-ID.
        """
        run = self.database.run
        with self.database.writing():
            if self.database.row("SELECT 1 FROM digests WHERE message_id = ?", (message_id,)):
                raise ArchiveError(message_id, "is the Message-ID of another digest")
            sql = """INSERT INTO digests (day, prepared, version, message_id, data)
                VALUES (?, ?, ?, ?, ?)"""
            values = (digest.day.isoformat(), stamp(digest.prepared), version, message_id)
            key = int(run(sql, (*values, pack(without_briefings(digest)))).lastrowid or 0)
            for target in dict.fromkeys(targets):
                run("INSERT INTO deliveries (digest, target) VALUES (?, ?)", (key, target))
            for place, story in enumerate(digest.stories):
                self._insert_story(key, place, story, version=version, now=now)
            self._take(key, left_out, version=version, now=now)
        return key

    def _take(
        self, digest: int, briefings: Iterable[Briefing], *, version: str, now: datetime
    ) -> list[int]:
        """The numbers of these articles, which are the digest's unless another had them."""
        kept = tuple(briefings)
        self.articles.add(kept, version=version, now=now)
        keys = [self.articles.key_of(briefing.article) or 0 for briefing in kept]
        sql = """UPDATE articles SET state = 'used', digest = coalesce(digest, ?) WHERE key = ?"""
        for key in keys:
            self.database.run(sql, (digest, key))
        return keys

    def _insert_story(
        self, digest: int, place: int, story: Story, *, version: str, now: datetime
    ) -> None:
        run = self.database.run
        last = max((b.article.published or now for b in story.briefings), default=now)
        sql = """INSERT INTO stories (digest, place, id, headline, update_of, last)
            VALUES (?, ?, ?, ?, ?, ?)"""
        values = (digest, place, story.id, storable(story.headline), story.update_of, stamp(last))
        number = run(sql, values).lastrowid
        for carried in dict.fromkeys(filter(None, (story.update_of, *story.joined))):
            run("INSERT INTO story_carried VALUES (?, ?)", (number, carried))
        for rank, key in enumerate(self._take(digest, story.briefings, version=version, now=now)):
            run("INSERT INTO story_articles VALUES (?, ?, ?)", (number, rank, key))

    def start(self, key: int, target: str, *, now: datetime, content: bytes | None = None) -> bool:
        """Say that a delivery begins: from now on it may have arrived, whatever happens.

        Its `content` is kept until it is finished. Gives whether it begins for the first time.
        """
        packed = None if content is None else zlib.compress(content, LEVEL)
        sql = "SELECT started FROM deliveries WHERE digest = ? AND target = ?"
        with self.database.writing():
            first = self.database.value(sql, (key, target)) is None
            self._change(key, target, "started = ?, content = ?", stamp(now), packed)
        return first

    def content(self, key: int, target: str) -> bytes | None:
        """What a delivery that began sends; None where that is not kept."""
        sql = "SELECT content FROM deliveries WHERE digest = ? AND target = ?"
        packed = self.database.value(sql, (key, target))
        return None if packed is None else zlib.decompress(packed)

    def finish(self, key: int, target: str, *, now: datetime, left: str | None = None) -> None:
        """Say that a delivery arrived: it is never repeated. What is `left` of it, to a target
        that did not get it yet, is a delivery of its own from now on, with the same content."""
        with self.database.writing():
            if left is not None:
                sql = """INSERT OR IGNORE INTO deliveries (digest, target, started, content)
                    SELECT digest, ?, started, content FROM deliveries
                    WHERE digest = ? AND target = ?"""
                self.database.run(sql, (left, key, target))
            self._change(key, target, "finished = ?, content = NULL", stamp(now))

    def withdraw(self, key: int, target: str) -> None:
        """Say that a delivery that began has certainly not arrived."""
        self._change(key, target, "started = NULL, content = NULL")

    def redirect(self, key: int, target: str, other: str) -> None:
        """Let what was to go to a target, and did not, go to another one."""
        self._change(key, target, "target = ?", other)

    def _change(self, key: int, target: str, change: str, *values: str | bytes | None) -> None:
        sql = f"UPDATE deliveries SET {change} WHERE digest = ? AND target = ?"
        with self.database.writing():
            if not self.database.run(sql, (*values, key, target)).rowcount:
                raise ArchiveError(f"digest {key}", f"is not for {target}")

    def commit(self, key: int, *, now: datetime) -> None:
        """Say that a digest is done.

        Raises: ArchiveError while a delivery is not finished.
        """
        with self.database.writing():
            sql = "SELECT target FROM deliveries WHERE digest = ? AND finished IS NULL"
            left = self.database.value(sql, (key,))
            if left is not None:
                raise ArchiveError(f"digest {key}", f"was not delivered to {left} yet")
            self.database.run("UPDATE digests SET committed = ? WHERE key = ?", (stamp(now), key))

    def discard(self, key: int) -> None:
        """Give a prepared digest up; its articles wait for the next one.

        Raises: ArchiveError when a part of it may have been delivered.
        """
        with self.database.writing():
            sql = "SELECT target FROM deliveries WHERE digest = ? AND started IS NOT NULL"
            target = self.database.value(sql, (key,))
            if target is not None or self.kept(key).committed is not None:
                raise ArchiveError(f"digest {key}", "was delivered, or may have been")
            sql = "UPDATE articles SET state = 'waiting', digest = NULL WHERE digest = ?"
            self.database.run(sql, (key,))
            self.database.run("DELETE FROM digests WHERE key = ?", (key,))

    def unfinished(self) -> tuple[KeptDigest, ...]:
        """The digests that are prepared and not committed, oldest first."""
        rows = self.database.rows(f"{DIGEST} WHERE committed IS NULL ORDER BY key")
        return tuple(self._kept(row) for row in rows)

    def of_day(self, day: str) -> tuple[KeptDigest, ...]:
        """The digests of a day (`2026-11-22`), oldest first."""
        rows = self.database.rows(f"{DIGEST} WHERE day = ? ORDER BY key", (day,))
        return tuple(self._kept(row) for row in rows)

    def latest(self) -> KeptDigest | None:
        """The digest prepared last, if there is any."""
        row = self.database.row(f"{DIGEST} ORDER BY prepared DESC, key DESC LIMIT 1")
        return None if row is None else self._kept(row)

    def kept(self, key: int) -> KeptDigest:
        """What is known of a digest.

        Raises: ArchiveError when there is none of this number.
        """
        row = self.database.row(f"{DIGEST} WHERE key = ?", (key,))
        if row is None:
            raise ArchiveError(f"digest {key}", "is not in the archive")
        return self._kept(row)

    def _kept(self, row: Sequence[Any]) -> KeptDigest:
        key, day, prepared, version, message_id, committed = row
        sql = "SELECT target, started, finished FROM deliveries WHERE digest = ? ORDER BY rowid"
        deliveries = tuple(
            Delivery(target, time_or_none(started), time_or_none(finished))
            for target, started, finished in self.database.rows(sql, (key,))
        )
        times = time_of(prepared), time_or_none(committed)
        return KeptDigest(key, day, times[0], version, message_id, times[1], deliveries)

    def read(self, key: int) -> Digest:
        """A digest as it was prepared.

        Raises: ArchiveError when there is none, or articles of it were removed.
        """
        kept = self.kept(key)
        data = self.database.value("SELECT data FROM digests WHERE key = ?", (key,))
        digest = unpack(Digest, data)
        sql = "SELECT key FROM stories WHERE digest = ? ORDER BY place"
        numbers = [number for (number,) in self.database.rows(sql, (key,))]
        stories = (
            replace(story, briefings=self._briefings(kept, number))
            for story, number in zip(digest.stories, numbers, strict=True)
        )
        return replace(digest, stories=tuple(stories))

    def _briefings(self, kept: KeptDigest, story: int) -> tuple[Briefing, ...]:
        sql = "SELECT article FROM story_articles WHERE story = ? ORDER BY place"
        keys = [article for (article,) in self.database.rows(sql, (story,))]
        if None in keys:
            raise ArchiveError(f"digest {kept.key}", "articles of it were removed")
        return tuple(self.articles.briefings(keys, version=kept.version))

    def stories(self, *, since: datetime, until: datetime | None = None) -> tuple[KeptStory, ...]:
        """The stories whose last article is not older than `since`, oldest first, each with all
        articles of the parts that it carries on; of digests prepared before `until`."""
        return tuple(find_stories(self.database, self.articles, since=since, until=until))


def without_briefings(digest: Digest) -> Digest:
    """The digest with empty stories: their briefings are kept with the articles."""
    return replace(digest, stories=tuple(replace(story, briefings=()) for story in digest.stories))
