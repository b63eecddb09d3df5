"""What the archive tells: entries, hits, speakers, stories, digests, inputs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing.domain import Article, Form, Kind, Role, Span


class State(StrEnum):
    """What digests know of an article: only kept for searching; waiting for the next digest;
    used by one; seen by the user already, so that no digest takes it."""

    KEPT = "kept"
    WAITING = "waiting"
    USED = "used"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the archive without its text; `key` is its number in the archive."""

    key: int
    id: str
    source: str
    title: str | None
    publisher: str | None
    published: datetime | None
    added: datetime
    state: State
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the archive with the article it stands in.

    `time` is when the article was published, where it does not tell, when it was added.
    """

    article: str
    source: str
    title: str | None
    publisher: str | None
    paragraph: int
    text: str
    speaker: str | None
    position: str | None
    affiliation: str | None
    role: Role
    kind: Kind
    form: Form
    confidence: float
    time: datetime


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that a search found; `marks` are the spans of the words in the snippet.

    `score` is higher for better ones (BM25, negated as SQLite gives it).
    """

    said: Said
    snippet: str
    marks: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Capacity:
    """What somebody was at a time: role, position and affiliation, as articles put it."""

    role: Role
    position: str | None
    affiliation: str | None
    first: datetime
    last: datetime
    statements: int


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of the archive: how much they said, when, and in which capacities, latest last."""

    name: str
    statements: int
    articles: int
    first: datetime
    last: datetime
    capacities: tuple[Capacity, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story of earlier digests that today's articles may join.

    `id` is that of its latest part, `articles` are those of all parts. `last` is when its last
    article was published, else added.
    """

    id: str
    headline: str
    last: datetime
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A place that a digest goes to; started and not finished: it may have arrived."""

    target: str
    started: datetime | None = None
    finished: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptDigest:
    """A digest in the archive; without `committed` it still has to be delivered."""

    key: int
    day: str
    prepared: datetime
    version: str
    message_id: str
    committed: datetime | None
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Fetch:
    """How a URL answered last; the two marks let the server say that nothing is new."""

    url: str
    etag: str | None
    modified: str | None
    status: int
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Input:
    """How an input went: failures in a row, when it was read, when it last gave something new."""

    source: str
    failures: int
    reason: str | None
    failed: datetime | None
    read: datetime | None
    renewed: datetime | None
    first: datetime
