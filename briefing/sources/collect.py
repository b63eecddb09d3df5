"""Collect articles from all that the user names."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

from briefing.domain import InputCount
from briefing.errors import LoadError
from briefing.sources.context import Context, Run, fail
from briefing.sources.fetch import Fetcher
from briefing.sources.local import read_local
from briefing.sources.material import Known, Material
from briefing.sources.opml import is_web
from briefing.sources.reading import read_material
from briefing.sources.steps import Lane, More, Result, Steps, receive, run_lanes

# Inputs read side by side.
WIDTH = 16


def know_nothing(_source: str, _changed: datetime | None) -> bool:
    """Whether an item is known: none is."""
    return False


def report_nothing(_input: str, _count: InputCount) -> None:
    """Leave it untold what came of an input."""


def collect(
    sources: Iterable[str],
    *,
    fetcher: Fetcher,
    now: datetime,
    known: Known = know_nothing,
    stdin: BinaryIO | None = None,
    report: Callable[[str, InputCount], None] = report_nothing,
) -> Iterator[Result]:
    """The articles of all sources, in their order; what cannot be read is a `Failure`.

    A source is a file, a directory, `-` for standard input, or a URL; each may hold an article,
    a feed, a list of feeds (OPML), mail, PDF, DOCX, JSON, NDJSON, or a ZIP archive of these.
    An article's `source` says where it comes from and stays the same from run to run: a path,
    a URL, `mid:` with the id of a message, or one of these with the name inside after `!`.

    `known` is asked, in the caller's thread, with an item's source and the time when it was
    last changed, where that is told; what it knows is neither fetched nor read. `report` is
    called when everything of an input was taken, with its name (for the feeds of a list, their
    URL) and what came of it. Only then is the state of pages and feeds remembered in the
    fetcher's cache, and only without failures: what went wrong is read again next time.
    Dates later than `now` are dropped.
    """
    run = Run(fetcher, now.astimezone(UTC), known, stdin)
    inputs: set[str] = set()

    def follow(parent: Lane, more: More) -> list[Lane]:
        fresh = [url for url in more.urls if url not in inputs]
        inputs.update(fresh)
        return [Lane(url, depth=parent.depth + 1, remote=True) for url in fresh]

    def finish(lane: Lane) -> None:
        report(lane.input, lane.count())
        for answer in lane.used if not lane.failed else ():
            fetcher.remember(answer)

    named = list(dict.fromkeys(sources))
    inputs.update(named)
    yield from run_lanes(
        [Lane(name, remote=is_web(name)) for name in named],
        begin=lambda lane: _begin(Context(run, lane)),
        finish=finish,
        follow=follow,
        width=WIDTH,
    )


def _begin(context: Context) -> Steps:
    if context.lane.remote:
        return _read_url(context.lane.input, context)
    return read_local(context.lane.input, context)


def _read_url(url: str, context: Context) -> Steps:
    """What a URL holds, if that has changed since it was last remembered."""
    try:
        answer = yield from receive(context.run.fetcher.start(url, conditional=True))
    except LoadError as error:
        yield fail(error)
        return
    if not answer.fresh:
        return
    context.lane.used.append(answer)
    material = Material(
        url,
        "",
        BytesIO(answer.data),
        media=answer.media,
        charset=answer.charset,
        base=answer.final,
        changed=context.run.now,
    )
    yield from read_material(material, context)
