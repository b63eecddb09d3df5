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
