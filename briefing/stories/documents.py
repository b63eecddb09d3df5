"""What the clustering of stories reads: articles of today, and stories of earlier days."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """An article as the clustering sees it; `names` are names known to stand in it.

    `published` is aware and UTC, None where the article does not tell.
    """

    id: str
    text: str
    title: str | None = None
    names: tuple[str, ...] = ()
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story told before: its documents (a few are enough) and when the last one came."""

    id: str
    documents: tuple[StoryDocument, ...]
    last: datetime


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """Articles of today that tell one story, by id, sorted.

    `earlier` are the ids of documents of known stories that tell it, too, `carried` the ids of
    known stories that it carries on: first the one it is an update of, then those that turn out
    to be the same story.
    """

    documents: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
