"""Measures the archive: searching a million statements, adding to half a million articles.

    python tests/benchmarks/bench_archive.py [--articles 500000] [--keep FILE]

All text is invented: words of a made-up vocabulary with the frequencies of Zipf's law. The
large archive holds two statements an article. Times by the clock vary with what else the
machine does; those of the processor hardly.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefing.archive import Archive, Filter
from briefing.archive.indexing import INDEX, INSERT_STATEMENT, WORDS
from briefing.archive.values import stamp
from briefing.domain import (
    Article,
    Attribution,
    Briefing,
    Role,
    RoleDecision,
    Span,
    Speaker,
    Statement,
)

START = datetime(2025, 1, 1, tzinfo=UTC)
VOCABULARY = 40_000
POOL = 100_000  # invented sentences that the statements of the large archive are drawn from
BATCH = 2_000  # articles in one transaction while building
ADDED = 1_000  # articles that are added for measuring
PART = 50  # of them in one transaction
ROUNDS = 7
NAMES = ("by the clock", "of the processor")
ROLES = (Role.OFFICIAL, Role.OFFICIAL, Role.EXPERT, Role.POLITICAL, Role.BUSINESS, Role.PUBLIC)
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


class Newsroom:
    """Invents articles; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        """A newsroom with its own chance."""
        self.chance = random.Random(seed)
        words = random.Random(0)
        self.words = [self._word(words, 2 + n // 9_000) for n in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (n + 3) for n in range(VOCABULARY)))
        self.people = [f"{self._name(words)} {self._name(words)}" for _ in range(20_000)]
        self.count = 0
        self.seed = seed

    def _word(self, chance: random.Random, syllables: int) -> str:
        return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables))

    def _name(self, chance: random.Random) -> str:
        return self._word(chance, 3).title()

    def sentence(self) -> str:
        """A sentence of invented words."""
        length = self.chance.randint(8, 32)
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=length))

    def briefings(self, statements: int, *, sentences: int = 6) -> Iterator[Briefing]:
        """Articles without end, each with so many statements."""
        while True:
            said = [self.sentence() for _ in range(max(statements, sentences))]
            text = ".\n\n".join(said)
            self.count += 1
            number = f"{self.seed}-{self.count}"
            published = START + timedelta(minutes=self.count)
            article = Article(
                f"{self.chance.getrandbits(64):016x}",
                f"news/{number}.txt",
                text,
                title=said[0][:60],
                published=published,
            )
            yield Briefing(article, statements=tuple(self.statements(said[:statements])))

    def statements(self, sentences: list[str]) -> Iterator[Statement]:
        """Statements that are these sentences of an article."""
        start = 0
        for number, sentence in enumerate(sentences, 1):
            span = Span(start, start + len(sentence))
            start = span.end + 3
            speaker = Speaker(self.chance.choice(self.people), "minister", "Elmford")
            decision = RoleDecision(self.chance.choice(ROLES), ("listed",), 0.9)
            yield Statement(Attribution((), (), (span,)), speaker, decision, number, 0.8)

    def queries(self) -> list[tuple[str, Filter]]:
        """What users ask: rarer and commoner words, phrases, beginnings, with filters."""
        asked: list[tuple[str, Filter]] = []
        for _ in range(40):
            rank = int(10 ** self.chance.uniform(1.3, 4.5))
            word, other = self.words[rank], self.words[self.chance.randint(20, 3_000)]
            name = self.chance.choice(self.people).split()[1]
            asked += [
                (word, Filter()),
                (f"{word} {other}", Filter()),
                (f'"{self.words[rank // 30 + 3]} {self.words[rank // 20 + 5]}"', Filter()),
                (f"{word[:5]}*", Filter()),
                (word, Filter(roles=frozenset({Role.EXPERT}))),
                (other, Filter(since=START + timedelta(days=200))),
                (self.words[rank // 10], Filter(speaker=name)),
            ]
        return asked


def build(path: Path, articles: int) -> None:
    """Make an archive of so many articles with two statements each.

    The rows are those that adding would write, but written directly, and with texts and
    briefings that repeat: the sentences come from a pool, the packed values from a sample.
    """
    room = Newsroom(1)
    pool = [room.sentence() for _ in range(POOL)]
    started = time.perf_counter()
    with Archive.open(path) as archive:
        archive.articles.add(islice(room.briefings(2), 1), version="bench", now=START)
        packed = archive.database.row(
            """SELECT t.data, a.data, b.data FROM texts t JOIN articles a ON a.text = t.key
                JOIN briefings b ON b.text = a.text"""
        )
        for first in range(2, articles + 1, BATCH):
            fill(archive, room, pool, packed, range(first, min(first + BATCH, articles + 1)))
            if first % 100_000 < BATCH:
                print(f"  {first} articles, {time.perf_counter() - started:.0f} s", file=sys.stderr)


def fill(archive: Archive, room: Newsroom, pool: list[str], packed: Any, keys: range) -> None:
    """Write the rows of the articles of these numbers in one transaction."""
    chance, many = room.chance, archive.database.connection.executemany
    text, article, briefing = packed
    added = stamp(START)
    contents = [chance.randbytes(16) for _ in keys]
    said = [
        (key, place, chance.choice(pool), chance.choice(room.people), "minister", "Elmford",
         chance.choice(ROLES).value, "statement", "indirect", 0.8,
         stamp(START + timedelta(minutes=key)))
        for key in keys for place in (1, 2)
    ]  # fmt: skip
    with archive.writing():
        last = archive.database.value("SELECT max(key) FROM statements")
        many("INSERT INTO texts VALUES (?, ?, ?)", ((k, chance.randbytes(16), text) for k in keys))
        many(
            """INSERT INTO articles (key, id, source, text, content, title, added, read, state,
                briefed, data) VALUES (?, ?, ?, ?, ?, ?, ?7, ?7, 'kept', 'bench', ?8)""",
            (
                (
                    k,
                    f"{chance.getrandbits(64):016x}",
                    f"news/1-{k}.txt",
                    k,
                    c,
                    said[0][2],
                    added,
                    article,
                )
                for k, c in zip(keys, contents, strict=True)
            ),
        )
        sql = "INSERT INTO briefings (text, content, version, data) VALUES (?, ?, 'bench', ?)"
        many(sql, ((key, content, briefing) for key, content in zip(keys, contents, strict=True)))
        many(INSERT_STATEMENT, said)
        words = WORDS.replace("article = ?", "key > ?")
        archive.database.run(f"{INDEX} SELECT {words}", (last,))


def measure_search(path: Path) -> list[tuple[float, float]]:
    """The seconds of each search, by the clock and of the processor, the least of three."""
    times = []
    with Archive.open(path) as archive:
        for text, wanted in Newsroom(2).queries():
            tries = []
            for _ in range(3):
                started = time.perf_counter(), time.process_time()
                archive.statements.search(text, wanted=wanted)
                tries.append((time.perf_counter() - started[0], time.process_time() - started[1]))
            times.append((min(wall for wall, _ in tries), min(cpu for _, cpu in tries)))
    return times


Times = list[tuple[float, float, float]]  # seconds by the clock, of the processor, for joining


def measure_adding(path: Path, folder: Path) -> tuple[Times, Times]:
    """The times of adding the same articles to an empty archive and to the large one, in turns,
    so that what else the machine does hits both alike."""
    empty_times: Times = []
    large_times: Times = []
    with Archive.open(path) as large:
        for number in range(ROUNDS):
            seed = 1_000 + large.database.value("SELECT max(key) FROM articles")
            batch = list(islice(Newsroom(seed).briefings(10, sentences=12), ADDED))
            with Archive.open(folder / f"empty-{number}.db") as empty:
                for archive, times in ((empty, empty_times), (large, large_times)):
                    added = add_in_parts(archive, batch)
                    started = time.process_time()
                    archive.upkeep.join()
                    times.append((*added, time.process_time() - started))
    return empty_times, large_times


def add_in_parts(archive: Archive, briefings: list[Briefing]) -> tuple[float, float]:
    """The times of adding articles, as many at once as a digest does."""
    started = time.perf_counter(), time.process_time()
    for start in range(0, len(briefings), PART):
        archive.articles.add(briefings[start : start + PART], version="bench", now=START)
    return time.perf_counter() - started[0], time.process_time() - started[1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500_000)
    parser.add_argument("--keep", type=Path, help="keep the large archive here; use it if there")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        large = chosen.keep or Path(folder) / "large.db"
        if not large.exists():
            build(large, chosen.articles)
        print(f"size of the large archive: {large.stat().st_size / 1e6:.0f} MB")
        for name, figures in zip(NAMES, zip(*measure_search(large), strict=True), strict=True):
            middle, worst = statistics.median(figures), sorted(figures)[int(len(figures) * 0.95)]
            print(f"search {name}: median {middle * 1e3:.1f} ms, 95 % under {worst * 1e3:.1f} ms")
        empty, full = measure_adding(large, Path(folder))
        for place, name in enumerate(NAMES):
            before, after = ([pair[place] for pair in times] for times in (empty, full))
            for where, figures in (("an empty archive", before), ("the large one", after)):
                told = ", ".join(f"{seconds:.2f}" for seconds in figures)
                print(f"adding {ADDED} articles to {where}: {told} s {name}")
            least, middle = (f(after) / f(before) for f in (min, statistics.median))
            print(f"large to empty {name}: least {least:.2f}, median {middle:.2f}")
        joined = ", ".join(f"{pair[2]:.2f}" for pair in full)
        print(f"joining the index of the large one afterwards: {joined} s of the processor")


if __name__ == "__main__":
    main()
