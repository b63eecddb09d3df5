"""What the readers of one input share: what is known already, the network, the time."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from briefing.domain import Article, Failure
from briefing.errors import BriefingError
from briefing.sources.articles import drop_future
from briefing.sources.fetch import Fetcher
from briefing.sources.material import Known
from briefing.sources.steps import Lane


@dataclass(frozen=True, slots=True)
class Run:
    """One collection; `seen` are the sources met in it."""

    fetcher: Fetcher
    now: datetime
    known: Known
    stdin: BinaryIO | None = None
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Context:
    """One input of a run."""

    run: Run
    lane: Lane

    def wants(self, source: str, changed: datetime | None = None) -> bool:
        """Whether an item is to be read: not met in this run yet, nor known to the caller."""
        if source in self.run.seen or self.run.known(source, changed):
            self.lane.skipped += 1
            return False
        self.run.seen.add(source)
        return True

    def give(self, article: Article) -> Article:
        """An article as it leaves the room."""
        return drop_future(article, self.run.now)


def fail(error: BriefingError) -> Failure:
    """The failure that an error is, with what is wrong and what to do."""
    reason = f"{error.problem}; {error.remedy}" if error.remedy else error.problem
    return Failure(error.source, reason)
