"""The value that a reader of one format returns."""

from dataclasses import dataclass
from datetime import datetime

from briefing.domain import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an article; `blocks` are in text order, `published` aware and UTC."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: datetime | None = None
    publisher: str | None = None
    language: str = "en"
