"""One document to be read: where it comes from, its bytes, what is told of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from briefing.errors import LoadError

# A document that is read at once may have so many bytes; mailboxes and archives, which are read
# piece by piece, may have more.
MAX_SIZE = 100_000_000


@dataclass(frozen=True, slots=True)
class Material:
    """A document not read yet.

    `source` is the name that its article gets, `name` a file name whose suffix is a hint. `stream`
    can be sought in. `media` and `charset` are what a server told, `base` is the URL that its
    links start from, `changed` is when the file was changed last, or the URL at the latest.
    `within` counts the archives and messages that it lies in.
    """

    source: str
    name: str
    stream: BinaryIO
    media: str = ""
    charset: str | None = None
    base: str = ""
    changed: datetime | None = None
    within: int = 0

    def read(self, limit: int = MAX_SIZE) -> bytes:
        """All its bytes.

        Raises: LoadError when there are more than the limit.
        """
        self.stream.seek(0)
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise LoadError(
                self.source,
                f"is too large (more than {limit:,} bytes)",
                "split it into smaller ones",
            )
        return data

    def peek(self, size: int = 8192) -> bytes:
        """Its first bytes."""
        self.stream.seek(0)
        head = self.stream.read(size)
        self.stream.seek(0)
        return head


# Says whether an item of that source, changed at that time where it is told, needs no reading.
Known = Callable[[str, datetime | None], bool]
