"""Be polite to each host: few requests at a time, pauses between them, and no insisting."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefing.sources.answers import FetchError, Limits
from briefing.sources.robots import Robots

# The longest pause that a robots.txt may ask for, in seconds.
MAX_DELAY = 10.0


class Host:
    """What is known of one host during a run."""

    def __init__(
        self, limits: Limits, *, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        """A host that was not asked yet."""
        self.limits = limits
        self.clock = clock
        self.sleep = sleep
        self.slots = threading.BoundedSemaphore(limits.parallel)
        self.lock = threading.Lock()
        self.next = clock()
        self.silent = 0
        self.robots: dict[str, Robots] = {}  # by origin: each port has its own
        self.robots_lock = threading.Lock()

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Wait for the turn of a request; afterwards, note whether the host answered.

        Raises: FetchError when the host has failed to answer too often already.
        """
        with self.slots:
            if self.silent >= self.limits.give_up:
                problem = f"its host has not answered {self.silent} times in a row"
                raise FetchError(url, problem, "try again later", silent=True)
            self.sleep(self._book())
            try:
                yield
            except FetchError as error:
                with self.lock:
                    self.silent = self.silent + 1 if error.silent else 0
                raise
            with self.lock:
                self.silent = 0

    def _book(self) -> float:
        """How long to wait until the next free time, which is taken."""
        asked = max((robots.delay for robots in list(self.robots.values())), default=0.0)
        with self.lock:
            now = self.clock()
            start = max(now, self.next)
            self.next = start + max(self.limits.delay, min(asked, MAX_DELAY))
            return start - now


class Hosts:
    """The hosts of a run, by name."""

    def __init__(
        self, limits: Limits, *, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        """No host yet."""
        self.limits = limits
        self.clock = clock
        self.sleep = sleep
        self.hosts: dict[str, Host] = {}
        self.lock = threading.Lock()

    def get(self, name: str) -> Host:
        """The host of that name, the same one every time."""
        with self.lock:
            if name not in self.hosts:
                self.hosts[name] = Host(self.limits, clock=self.clock, sleep=self.sleep)
            return self.hosts[name]
