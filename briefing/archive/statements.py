"""Search the statements of an archive, and tell who said what over time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefing.archive.database import Database
from briefing.archive.queries import match_name, match_words
from briefing.archive.records import Capacity, Hit, Person, Said
from briefing.archive.values import stamp, storable, time_of
from briefing.domain import Form, Kind, Role, Span

# Around a word that was searched for, in snippets: characters that no text is stored with.
OPEN, CLOSE = "\x02", "\x03"
SNIPPET = 32  # words of a snippet; the index allows 64
GAP = "…"

SAID = """a.id, a.source, a.title, a.publisher, s.paragraph, s.text, s.speaker, s.position,
    s.affiliation, s.role, s.kind, s.form, s.confidence, s.time"""

# The statements of those whose name holds some words, with their articles.
NAMED = """statement_words CROSS JOIN statements s ON s.key = statement_words.rowid
    CROSS JOIN articles a ON a.key = s.article WHERE statement_words MATCH ?"""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements are wanted: of these speakers (words of a name), roles (none: all),
    at or after `since`, before `until`."""

    speaker: str | None = None
    roles: frozenset[Role] = frozenset()
    since: datetime | None = None
    until: datetime | None = None

    def conditions(self) -> tuple[str, list[Any]]:
        """The conditions but the speaker's in SQL, with their values."""
        told = [("s.kind = ?", [Kind.STATEMENT.value])]
        if self.roles:
            marks = ", ".join("?" * len(self.roles))
            told.append((f"s.role IN ({marks})", sorted(role.value for role in self.roles)))
        if self.since is not None:
            told.append(("s.time >= ?", [stamp(self.since)]))
        if self.until is not None:
            told.append(("s.time < ?", [stamp(self.until)]))
        return " AND ".join(sql for sql, _ in told), [v for _, values in told for v in values]


ANY = Filter()


class Statements:
    """The statements of an archive."""

    def __init__(self, database: Database) -> None:
        """The statements in this database."""
        self.database = database

    def search(self, text: str, *, wanted: Filter = ANY, limit: int = 20) -> tuple[Hit, ...]:
        """The statements that hold all words of a text, best first by BM25 (Robertson and
        Zaragoza 2009), which favours rare words and short statements.

        Words are matched in every inflected form and letter case, in the statement itself or
        in its speaker's name, position or affiliation.

        Raises: ArchiveError when the text holds no word.
        """
        match = match_words(text)
        if wanted.speaker is not None:
            match = f"({match}) AND {match_name(wanted.speaker)}"
        conditions, values = wanted.conditions()
        rows = self.database.rows(
            f"""SELECT {SAID}, snippet(statement_words, 0, ?, ?, ?, ?), -rank
                FROM statement_words CROSS JOIN statements s ON s.key = statement_words.rowid
                CROSS JOIN articles a ON a.key = s.article
                WHERE statement_words MATCH ? AND {conditions} ORDER BY rank LIMIT ?""",
            (OPEN, CLOSE, GAP, SNIPPET, match, *values, limit),
        )
        return tuple(hit_of(row) for row in rows)

    def people(self, *, wanted: Filter = ANY, limit: int | None = None) -> tuple[Person, ...]:
        """Everybody who said something, those who said most first."""
        conditions, values = wanted.conditions()
        rows = self.database.rows(
            f"""SELECT s.speaker, count(*) AS number, count(DISTINCT s.article), min(s.time),
                max(s.time) FROM statements s WHERE s.speaker IS NOT NULL AND {conditions}
                GROUP BY s.speaker ORDER BY number DESC, s.speaker LIMIT ?""",
            (*values, -1 if limit is None else limit),
        )
        return tuple(
            Person(name, number, articles, time_of(first), time_of(last))
            for name, number, articles, first, last in rows
        )

    def names(self, name: str) -> tuple[str, ...]:
        """The speakers that a user may mean: of exactly this name, else of this name in other
        letter case, else those whose name holds all its words; who said most comes first.

        Raises: ArchiveError when the name holds no word.
        """
        rows = self.database.rows(
            f"""SELECT s.speaker, count(*) AS number FROM {NAMED} AND s.kind = 'statement'
                GROUP BY s.speaker ORDER BY number DESC, s.speaker""",
            (match_name(name),),
        )
        names = tuple(found for (found, _) in rows)
        exact = tuple(found for found in names if found == name)
        folded = tuple(found for found in names if found.casefold() == name.casefold())
        return exact or folded or names

    def person(self, name: str, *, wanted: Filter = ANY) -> Person | None:
        """What the archive tells of a speaker of exactly this name, None when nothing.

        The capacities stand in the order of time; one begins where role, position or
        affiliation change.
        """
        said = self.said_by(name, wanted=wanted)
        if not said:
            return None
        articles = len({(one.article, one.source) for one in said})
        times = said[0].time, said[-1].time
        return Person(name, len(said), articles, *times, tuple(capacities_of(said)))

    def said_by(self, name: str, *, wanted: Filter = ANY) -> tuple[Said, ...]:
        """What a speaker of exactly this name said, in the order of time."""
        conditions, values = wanted.conditions()
        rows = self.database.rows(
            f"""SELECT {SAID} FROM {NAMED} AND s.speaker = ? AND {conditions}
                ORDER BY s.time, s.key""",
            (match_name(name), storable(name), *values),
        )
        return tuple(said_of(row) for row in rows)

    def every(self) -> Iterator[Said]:
        """All statements and attitudes, in the order they were added."""
        sql = f"SELECT {SAID} FROM statements s JOIN articles a ON a.key = s.article ORDER BY s.key"
        for row in self.database.run(sql):
            yield said_of(row)


def said_of(row: Sequence[Any]) -> Said:
    """The statement in the columns `SAID`."""
    role, kind, form, confidence, time = row[9:14]
    columns = (*row[:9], Role(role), Kind(kind), Form(form), confidence, time_of(time))
    return Said(*columns)


def hit_of(row: Sequence[Any]) -> Hit:
    """The hit in a row of a search."""
    snippet, marks = split_marks(row[14])
    return Hit(said_of(row[:14]), snippet, marks, row[15])


def split_marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    r"""A snippet without its marks, and the spans between them.

    >>> split_marks("two \x02jets\x03 flew")
    ('two jets flew', (Span(start=4, end=8),))
    """
    pieces, marks, length = [], [], 0
    for number, part in enumerate(marked.split(OPEN)):
        word, _, rest = part.partition(CLOSE) if number else ("", "", part)
        rest = rest.replace(CLOSE, "")
        if word:
            marks.append(Span(length, length + len(word)))
        pieces += [word, rest]
        length += len(word) + len(rest)
    return "".join(pieces), tuple(marks)


def capacities_of(said: Iterable[Said]) -> Iterator[Capacity]:
    """What a speaker was from when to when, by their statements in the order of time."""
    last: Capacity | None = None
    for one in said:
        what = (one.role, one.position, one.affiliation)
        if last is not None and what == (last.role, last.position, last.affiliation):
            last = Capacity(*what, last.first, one.time, last.statements + 1)
            continue
        if last is not None:
            yield last
        last = Capacity(*what, one.time, one.time, 1)
    if last is not None:
        yield last
