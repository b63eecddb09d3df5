"""Takes in what is new of the sources: reads, briefs and archives it for the next digest."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from briefing.cli.messages import tell, tell_bug
from briefing.cli.options import Settings
from briefing.cli.terminal import is_terminal
from briefing.domain import Article, Failure, InputCount
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.archive import Archive
    from briefing.brief import Options

STDIN = "-"
STALE = timedelta(days=7)
EVERY = 100  # articles between two lines that tell how far the reading is


@dataclass(slots=True)
class Intake:
    """What came of the sources; `told` are the failures that the user is to know of."""

    counts: dict[str, InputCount] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    told: list[Failure] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    lost: bool = False

    def hold(self, held: Iterable[Failure]) -> None:
        """Tell of articles that were read and cannot be shown."""
        for failure in held:
            tell(f"{failure.source}: {failure.reason}")
            self.failures.append(failure)
            self.told.append(failure)

    def total(self, *, used: int, held: int = 0) -> InputCount:
        """How much was read, of which so many articles are used and so many held back."""
        counts = self.counts.values()
        failed = len(self.failures) + held
        skipped = sum(count.new + count.skipped for count in counts) - len(self.renewed)
        return InputCount(used + skipped + failed, used, skipped, failed)

    @property
    def succeeded(self) -> bool:
        """Whether any input could be read."""
        return any(not count.failed or count.failed < count.read for count in self.counts.values())


class Reading:
    """The reading of one run: every new article is briefed, and waits in the archive."""

    def __init__(
        self,
        archive: "Archive",
        options: "Options",
        *,
        now: datetime,
        since: datetime | None = None,
        debug: bool = False,
    ) -> None:
        """A reading that begins now; articles older than `since` count as seen."""
        from briefing.cli.versions import version_of

        self.archive, self.options, self.now, self.since = archive, options, now, since
        self.debug = debug
        self.version = version_of(options)
        self.intake = Intake()

    def read(self, settings: Settings) -> Intake:
        """Read all sources, and remember how they went.

        Raises: ArchiveError when the archive cannot be written.
        """
        from briefing.sources import Fetcher, Limits, Marks, collect

        marks = self.archive.inputs.marks(Marks)
        limits = Limits(allow_private=settings.private)
        with Fetcher(cache=marks, limits=limits) as fetcher, progress(settings) as advance:
            for item in collect(
                settings.sources or [],
                fetcher=fetcher,
                now=self.now,
                known=self.knows,
                report=self.intake.counts.__setitem__,
            ):
                self.take(item)
                advance()
        self.brief_anew()
        self.remember(settings.patience or 1)
        # A server that says `nothing new` from now on would make what failed here lost.
        if not self.intake.lost:
            marks.keep(now=self.now)
        return self.intake

    def knows(self, source: str, changed: datetime | None) -> bool:
        """Whether an item needs no reading; standard input always does."""
        return source.split("!")[0] != STDIN and self.archive.articles.knows(source, changed)

    def take(self, item: Article | Failure) -> None:
        """Archive an article, or keep a failure."""
        if isinstance(item, Failure):
            self.intake.failures.append(item)
        elif self.since and item.published and item.published < self.since:
            self.mark_seen(item)
        else:
            self.keep(item)

    def keep(self, article: Article) -> None:
        """Brief an article, unless the archive holds its briefing, and let it wait."""
        from briefing.brief import brief

        articles = self.archive.articles
        known = articles.knows(article.source, None)
        try:
            found = articles.cached(article, self.version) or brief(article, self.options)
        except BriefingError as error:
            self.fail(article, f"{error.problem}; {error.remedy}")
            return
        except Exception as error:  # a bug met in one article must not stop the others
            tell_bug(error, source=article.source, debug=self.debug)
            self.fail(article, f"internal error: {type(error).__name__}")
            return
        if articles.add([found], version=self.version, now=self.now, waiting=True) or not known:
            self.intake.renewed.append(article.source)

    def brief_anew(self) -> None:
        """Brief what waits since a run with another version of the models or other options."""
        articles = self.archive.articles
        for article in articles.read(articles.outdated(self.version)):
            self.keep(article)

    def fail(self, article: Article, reason: str) -> None:
        """Keep the failure of an article that was read."""
        self.intake.lost = True
        self.intake.failures.append(Failure(article.source, reason))

    def mark_seen(self, article: Article) -> None:
        """Let no digest take an article."""
        from briefing.archive import State
        from briefing.domain import Briefing

        articles = self.archive.articles
        if articles.key_of(article) is None:
            articles.add([Briefing(article)], version="seen", now=self.now)
        key = articles.key_of(article)
        if key is not None and not articles.is_done(article.source):
            articles.mark([key], State.SEEN)

    def remember(self, patience: int) -> None:
        """Count the failures of inputs in a row; what goes as before changes nothing."""
        inputs, intake = self.archive.inputs, self.intake
        failed = {failure.source: failure for failure in intake.failures}
        with self.archive.writing():
            for failure in failed.values():
                row = inputs.fail(failure.source, failure.reason, now=self.now)
                if row >= patience:
                    intake.told.append(failure)
            for source in dict.fromkeys([*intake.counts, *intake.renewed]):
                known = inputs.find(source)
                named, new = source in intake.counts, self.renews(source)
                first = named and known is None
                if source not in failed and (first or (known and (known.failures or new))):
                    inputs.succeed(source, renewed=new, now=self.now)

    def renews(self, source: str) -> bool:
        """Whether an input gave something new."""
        count = self.intake.counts.get(source)
        return bool(count and count.new and self.intake.renewed)

    def stale(self) -> tuple[str, ...]:
        """The inputs of this run that gave nothing new for long."""
        found = self.archive.inputs.stale(before=self.now - STALE)
        return tuple(each.source for each in found if each.source in self.intake.counts)


@contextmanager
def progress(settings: Settings) -> Iterator[Callable[[], None]]:
    """What is called after each item: a bar on a terminal, a line now and then elsewhere."""
    if settings.quiet:
        yield lambda: None
    elif is_terminal(sys.stderr):
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        columns = ("reading", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("reading", total=None)
            yield lambda: bar.advance(task)
    else:
        count = 0

        def advance() -> None:
            nonlocal count
            count += 1
            if count % EVERY == 0:
                tell(f"{count} items read")

        yield advance
