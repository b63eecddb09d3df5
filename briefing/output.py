"""Writes a result to a file so that readers see the old or the new one, never a part."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from briefing.errors import OutputError

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


REMEDY = "choose another --output or free the way"


def check_target(target: str) -> None:
    """Tell before the work whether its result can be written.

    Raises: OutputError when the target is a directory, or its own is missing or closed.
    """
    path = Path(target)
    if path.is_dir():
        raise OutputError(target, "is a directory", REMEDY)
    if not path.resolve().parent.is_dir():
        raise OutputError(target, "is in a directory that does not exist", "create it")
    if not os.access(path.resolve().parent, os.W_OK | os.X_OK) and not is_special(path):
        raise OutputError(target, "is in a directory that may not be written to", REMEDY)


def is_special(path: Path) -> bool:
    """Whether there is something that is no regular file, such as a device or a pipe."""
    return path.exists() and not path.is_file()


def write_atomically(target: str, data: bytes, *, mark: str | None = None) -> None:
    """Put the bytes into a file: a temporary one beside it, forced to disk, then renamed.

    An existing file keeps its permissions and, where the system allows it, its owner; a link
    is followed. What is no regular file (a device, a pipe) is written to directly. By the
    `mark`, letters and digits, `remove_remnant` finds what a kill left of the temporary file.

    Raises: OutputError naming the file when it cannot be written.
    """
    path = Path(target)
    try:
        if is_special(path):
            path.write_bytes(data)
        else:
            replace_file(path.resolve(), data, mark=mark)
    except OSError as error:
        problem = f"cannot be written ({error.strerror or error})"
        raise OutputError(target, problem, REMEDY) from error


def replace_file(path: Path, data: bytes, *, mark: str | None = None) -> None:
    """Write beside the path and rename over it; on any failure leave nothing behind."""
    with replacing(path, mark=mark) as file:
        file.write(data)


def remove_remnant(target: str, mark: str) -> None:
    """Remove what a kill left of writing to a file with this mark.

    Raises: OutputError naming the file when it cannot be removed.
    """
    try:
        name_temporary(Path(target).resolve(), mark).unlink(missing_ok=True)
    except OSError as error:
        problem = f"cannot be cleared of what a kill left ({error.strerror})"
        raise OutputError(target, problem, REMEDY) from error


def name_temporary(path: Path, mark: str) -> Path:
    """The file beside a path that is written first."""
    start = os.fsencode(path.name)[:100].decode("utf-8", "ignore")
    return path.with_name(f".{start}.{mark[:12]}.tmp")


@contextlib.contextmanager
def open_atomically(target: str) -> Iterator[BinaryIO]:
    """A file to write to that takes its name when it is closed, as `write_atomically` does.

    Raises: OutputError naming the file when it cannot be written.
    """
    path = Path(target)
    try:
        with path.open("wb") if is_special(path) else replacing(path.resolve()) as file:
            yield file
    except OSError as error:
        problem = f"cannot be written ({error.strerror or error})"
        raise OutputError(target, problem, REMEDY) from error


@contextlib.contextmanager
def replacing(path: Path, *, mark: str | None = None) -> Iterator[BinaryIO]:
    """A file beside the path that is forced to disk and renamed over it at the end."""
    temporary = name_temporary(path, mark or os.urandom(6).hex())
    descriptor = os.open(temporary, NEW_FILE, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if path.exists():
                copy_rights(file.fileno(), path.stat())
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_directory(path.parent)


def copy_rights(descriptor: int, old: os.stat_result) -> None:
    """Give a new file the owner, where allowed, and the permissions of the one it replaces."""
    with contextlib.suppress(PermissionError):
        os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def sync_directory(directory: Path) -> None:
    """Force a rename to disk, on file systems that can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
