"""What a server answers, and the error of one that does not."""

from dataclasses import dataclass

from briefing.errors import LoadError


class FetchError(LoadError):
    """A URL that cannot be read.

    `passing`: it may be readable some time later. `wait`: the seconds that the server asks to
    wait before the next try. `silent`: the host did not answer at all.
    """

    def __init__(
        self,
        source: str,
        problem: str,
        remedy: str = "",
        *,
        passing: bool = False,
        wait: float | None = None,
        silent: bool = False,
    ) -> None:
        super().__init__(source, problem, remedy)
        self.passing = passing
        self.wait = wait
        self.silent = silent


@dataclass(frozen=True, slots=True)
class Marks:
    """What a server called the state of a page; sent back, it lets the server say that
    nothing is new (RFC 9110, section 13)."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a URL, uncompressed: `url` as asked for, `final` after redirects.

    `media` is the content type without parameters, in lower case, empty where none is told;
    `fresh` is false when the server says that nothing has changed; then `data` is empty.
    """

    url: str
    final: str
    status: int
    data: bytes = b""
    media: str = ""
    charset: str | None = None
    marks: Marks = Marks()
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often to ask; times in seconds, sizes in bytes.

    `connect`, `read`, `total` bound one request: opening the connection, each wait for bytes,
    all of it. `size` bounds a body, compressed or not. `retries` come after the first try;
    `backoff` doubles with each and is drawn by lot up to its length; `wait` is the longest
    time that a server may ask for. Each host gets `parallel` requests at a time at most,
    `delay` after each other; after `give_up` unanswered ones it is left alone for this run.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 20_000_000
    redirects: int = 5
    retries: int = 2
    backoff: float = 2.0
    wait: float = 60.0
    delay: float = 0.5
    parallel: int = 2
    give_up: int = 3
    workers: int = 8
    allow_private: bool = False
