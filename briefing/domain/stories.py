"""What is printed of a day: stories across articles, and the digest that holds them."""

from dataclasses import dataclass
from datetime import date, datetime

from briefing.domain.article import Span
from briefing.domain.findings import Form, Silence, Statement
from briefing.domain.results import Briefing, Failure, Keyword, SummarySentence


@dataclass(frozen=True, slots=True)
class StorySentence:
    """A summary sentence of a story, with the source of the article it stands in."""

    sentence: SummarySentence
    source: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The same statement in another article, or reported there where it stands quoted.

    `difference` says how the wording differs, `form` whether it is a quotation, too.
    """

    source: str
    content: tuple[Span, ...]
    text: str
    difference: str = ""
    form: Form = Form.DIRECT


@dataclass(frozen=True, slots=True)
class StoryStatement:
    """A statement once, from the article with its fullest wording, and where else it stands.

    `text` is the article's own words at the content; `said` the day it was made, where told.
    """

    statement: Statement
    source: str
    text: str
    also_in: tuple[Occurrence, ...] = ()
    said: date | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody whom a story names and who has not spoken; `span` of the words that say so."""

    name: str
    reason: Silence
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event. `briefings` begin with the one the headline comes from.

    `copies` are pairs of sources: a near-duplicate and the article it repeats. `update_of` is
    the id of an earlier story that this one carries on; `new` then holds the sources whose
    news it is, and `joined` the ids of further stories that turned out to be the same one.
    `watched` names the entries of the watch list that it hits.
    """

    id: str
    headline: str
    briefings: tuple[Briefing, ...]
    summary: tuple[StorySentence, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    statements: tuple[StoryStatement, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    update_of: str | None = None
    new: tuple[str, ...] = ()
    silent: tuple[Silent, ...] = ()
    watched: tuple[str, ...] = ()
    score: float = 0.0
    joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InputCount:
    """How many inputs were read, how many of them were new, known already, or failed."""

    read: int = 0
    new: int = 0
    skipped: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """One day on one page: `prepared` and `period` are aware and UTC, `day` in the user's zone.

    `handling` is a line printed as given (`Internal`); `versions` are pairs of what and which.
    """

    day: date
    prepared: datetime
    period: tuple[datetime, datetime]
    stories: tuple[Story, ...] = ()
    failures: tuple[Failure, ...] = ()
    inputs: InputCount = InputCount()
    handling: str = ""
    stale: tuple[str, ...] = ()
    omitted: int = 0
    versions: tuple[tuple[str, str], ...] = ()
