"""Read files, directories and standard input."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from briefing.domain import Failure
from briefing.errors import LoadError
from briefing.load.files import STDIN, read_stdin, unreadable
from briefing.sources.context import Context, fail
from briefing.sources.kinds import SUFFIXES
from briefing.sources.mailboxes import is_maildir, list_maildir
from briefing.sources.material import MAX_SIZE, Material
from briefing.sources.reading import read_material
from briefing.sources.steps import Steps

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_local(name: str, context: Context) -> Steps:
    """What a file, a directory or standard input (`-`) holds."""
    try:
        if name == STDIN:
            data = BytesIO(read_stdin(context.run.stdin, MAX_SIZE + 1))
            yield from read_material(Material(STDIN, "", data), context)
        elif os.path.isdir(name):  # noqa: PTH112 - a name may hold a NUL
            yield from _read_directory(Path(name), context)
        else:
            yield from _read_file(name, context)
    except LoadError as error:
        yield fail(error)


def _read_file(name: str, context: Context, *, media: str = "", regular: bool = False) -> Steps:
    """What a file holds; `regular`: only if reading it cannot wait for another program."""
    with _open(name, at_once=regular) as stream:
        status = os.fstat(stream.fileno())
        if regular and not stat.S_ISREG(status.st_mode):
            return
        changed = EPOCH + timedelta(microseconds=status.st_mtime_ns // 1000)
        whole = stream if stream.seekable() else BytesIO(stream.read(MAX_SIZE + 1))
        yield from read_material(Material(name, name, whole, media=media, changed=changed), context)


def _open(name: str, *, at_once: bool) -> BinaryIO:
    try:
        return open(name, "rb", opener=_open_at_once if at_once else None)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error


def _open_at_once(name: str, flags: int) -> int:
    """Open a file without waiting for the other end of a pipe."""
    return os.open(name, flags | os.O_NONBLOCK)


def _read_directory(directory: Path, context: Context) -> Steps:
    found = False
    errors: list[OSError] = []
    for path, media in _walk(directory, errors):
        found = True
        try:
            yield from _read_file(str(path), context, media=media, regular=True)
        except LoadError as error:
            yield fail(error)
    for unread in errors:
        yield Failure(str(unread.filename), "may not be read; check its permissions")
    if not found and not errors and not is_maildir(directory):
        yield Failure(str(directory), "holds no articles; name the files")


def _walk(directory: Path, errors: list[OSError]) -> Iterator[tuple[Path, str]]:
    """The files of a directory that may hold articles, in the order of their names, with their
    media type where their place tells it."""
    for folder, folders, names in os.walk(directory, onerror=errors.append):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        try:
            if is_maildir(here):
                yield from ((path, "message/rfc822") for path in list_maildir(here))
                folders[:] = [name for name in folders if name not in {"cur", "new", "tmp"}]
        except OSError as error:
            errors.append(error)
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield here / name, ""
