"""Let one run at a time work in a place: a lock that ends with its process.

The lock is the kernel's (flock(2)), so that it is free at once when its holder dies, however
that happens; the file stays, and says which process holds it, or held it last.
"""

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import LockedError, LockError

BETWEEN = 0.1  # seconds between two tries


@contextmanager
def hold_lock(
    path: Path,
    *,
    wait: float = 0.0,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[int | None]:
    """Hold the lock in a file while the block runs; wait so many seconds for it at most.

    Gives the process that held it last when that one died in its work, else None.

    Raises: LockError, which names the process that holds it, or when the file cannot be made.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, hold_lock(Path(folder) / "lock"):
    ...     read_holder(Path(folder) / "lock") == os.getpid()
    True
    """
    descriptor = open_lock(path)
    try:
        take(descriptor, path, until=clock() + wait, clock=clock, sleep=sleep)
        died = read_holder(path)
        write_holder(descriptor, os.getpid())
        try:
            yield died
        finally:
            write_holder(descriptor, None)
    finally:
        os.close(descriptor)  # frees the lock


def open_lock(path: Path) -> int:
    """The descriptor of a lock file, made where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        problem = f"cannot be used as a lock ({error.strerror})"
        raise LockError(str(path), problem, "check rights and room") from error


def take(
    descriptor: int,
    path: Path,
    *,
    until: float,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
) -> None:
    """Lock a file before a time of the clock.

    Raises: LockedError when another process keeps it longer.
    """
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                problem = f"cannot be locked ({error.strerror})"
                raise LockError(str(path), problem, "name a place on a local disk") from error
        left = until - clock()
        if left <= 0:
            holder = read_holder(path)
            who = "another run" if holder is None else f"process {holder}"
            remedy = "wait for it, or give --wait SECONDS"
            raise LockedError(str(path), f"is locked by {who}", remedy)
        sleep(min(BETWEEN, left))


def write_holder(descriptor: int, holder: int | None) -> None:
    """Write into a lock file who holds it."""
    os.ftruncate(descriptor, 0)
    if holder is not None:
        os.pwrite(descriptor, f"{holder}\n".encode("ascii"), 0)


def read_holder(path: Path) -> int | None:
    """The process that a lock file names, None where it names none.

    It holds the lock only as long as it lives: after a kill its number stays behind.
    """
    try:
        return int(path.read_bytes())
    except (OSError, ValueError):
        return None
