"""The parts of a story in the order of printing; strings are safe to show, but not escaped."""

from dataclasses import dataclass

from briefing.domain import Role, Section
from briefing.render.digest.places import Place
from briefing.render.voices import Entry


@dataclass(frozen=True, slots=True)
class Copy:
    """The same statement elsewhere; `words` and `difference` are empty where it is equal."""

    place: Place
    difference: str
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its place; `day` is empty unless told; `fresh` if it is new
    in an update that holds older ones, too."""

    entry: Entry
    place: Place
    day: str
    fresh: bool
    also: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class StoryVoice:
    """A speaker of a story, as `Voice` of an article; `key` tells speakers of a digest apart."""

    key: str
    name: str
    office: str
    marks: tuple[str, ...]
    role: Role
    said: tuple[Said, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class StoryChapter:
    """A section of a story with its voices."""

    section: Section
    heading: str
    voices: tuple[StoryVoice, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a story: where, its title and time, what it repeats; `fresh` as in `Said`.

    `source` is safe to show.
    """

    place: Place
    source: str
    title: str
    published: str
    repeats: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """A sentence of the summary and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dated:
    """What somebody said on a day, in short."""

    day: str
    name: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Unheard:
    """Who has not spoken, why, the article's words for it and where they stand."""

    name: str
    reason: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class StoryOutline:
    """A whole story as text formats print it, from top to bottom."""

    number: int
    headline: str
    update: bool
    facts: tuple[str, ...]
    news: tuple[str, ...]
    watched: tuple[str, ...]
    reports: tuple[Report, ...]
    summary: tuple[StoryPoint, ...]
    keywords: tuple[str, ...]
    chapters: tuple[StoryChapter, ...]
    timeline: tuple[Dated, ...]
    unheard: tuple[Unheard, ...]
