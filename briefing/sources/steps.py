"""Run the readers of many inputs side by side and give their results in order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import islice

from briefing.domain import Article, Failure, InputCount
from briefing.sources.answers import Answer

Result = Article | Failure


@dataclass(frozen=True, slots=True)
class More:
    """Further inputs that an input names, by URL; they come right after it."""

    urls: tuple[str, ...]


# A reader yields what it waits for, what it has found, and further inputs.
Steps = Generator["Future[Answer] | Result | More", None, None]


@dataclass(slots=True)
class Lane:
    """One input that is being read.

    `remote`: it waits for the network, so that others are begun meanwhile. `depth` counts the
    lists that it was named in, `slow` what took too long to read. `used` are the answers whose
    state may be remembered at its end.
    """

    input: str
    depth: int = 0
    remote: bool = False
    skipped: int = 0
    slow: int = 0
    used: list[Answer] = field(default_factory=list)
    steps: Steps | None = None
    buffer: deque[Result] = field(default_factory=deque)
    waiting: Future[Answer] | None = None
    done: bool = False
    new: int = 0
    failed: int = 0

    def count(self) -> InputCount:
        """What has come of it."""
        read = self.new + self.skipped + self.failed
        return InputCount(read, self.new, self.skipped, self.failed)


def run_lanes(
    lanes: Iterable[Lane],
    *,
    begin: Callable[[Lane], Steps],
    finish: Callable[[Lane], None],
    width: int,
    follow: Callable[[Lane, More], Iterable[Lane]],
) -> Iterator[Result]:
    """The results of all lanes, in the order of the lanes.

    `width` lanes are read at a time at most. `begin` gives the reader of a lane, `follow` the
    lanes that a list names; `finish` is called when all results of a lane have been taken.
    """
    waiting = iter(lanes)
    active: list[Lane] = []
    while True:
        active += islice(waiting, max(0, width - len(active)))
        if not active:
            return
        head = active[0]
        _advance(head, active, begin, follow, until=1)
        while head.buffer:
            yield _count(head)
        if head.done:
            del active[0]
            finish(head)
        elif head.waiting:
            for lane in active[1:width]:
                if lane.remote:
                    _advance(lane, active, begin, follow, until=None)
            wait(
                [lane.waiting for lane in active[:width] if lane.waiting],
                return_when=FIRST_COMPLETED,
            )


def _advance(
    lane: Lane,
    active: list[Lane],
    begin: Callable[[Lane], Steps],
    follow: Callable[[Lane, More], Iterable[Lane]],
    *,
    until: int | None,
) -> None:
    """Read on in a lane as far as it goes without waiting, or to so many results."""
    if lane.steps is None:
        lane.steps = begin(lane)
    while not lane.done and (lane.waiting is None or lane.waiting.done()):
        lane.waiting = None
        step = next(lane.steps, None)
        if step is None:
            lane.done = True
        elif isinstance(step, Future):
            lane.waiting = step
        elif isinstance(step, More):
            place = next(index for index, other in enumerate(active) if other is lane) + 1
            active[place:place] = follow(lane, step)
        else:
            lane.buffer.append(step)
            if len(lane.buffer) == until:
                return


def _count(lane: Lane) -> Result:
    result = lane.buffer.popleft()
    if isinstance(result, Failure):
        lane.failed += 1
    else:
        lane.new += 1
    return result


def receive(future: "Future[Answer]") -> Generator["Future[Answer]", None, Answer]:
    """Wait for an answer; `answer = yield from receive(future)`.

    Raises: FetchError
    """
    if not future.done():
        yield future
    return future.result()
