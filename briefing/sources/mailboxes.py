"""Read mailboxes: mbox files and Maildir directories, one message at a time."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from briefing.domain import Failure
from briefing.errors import LoadError
from briefing.sources.context import Context, fail
from briefing.sources.mail import MAX_MESSAGE, name_unnamed, read_mail
from briefing.sources.material import Material
from briefing.sources.steps import Steps

# The directories of a Maildir that hold messages; `tmp` holds unfinished ones.
MAILDIR = ("cur", "new")
# A line of a message that begins like a separator, as mbox writes it: `>From the start`
QUOTED_FROM = re.compile(rb"^>(>*From )", re.M)
MAX_LINE = 1 << 20


def read_mbox(material: Material, context: Context) -> Steps:
    """The articles of all messages of an mbox file, in its order."""
    material.stream.seek(0)
    for data in split_mbox(material.stream):
        if len(data) > MAX_MESSAGE:
            yield Failure(material.source, "holds a message that is too large; remove it")
            continue
        name = name_unnamed(material.source, data)
        try:
            yield from read_mail(
                Material(name, "", BytesIO(data), within=material.within + 1), context
            )
        except LoadError as error:
            yield fail(error)


def split_mbox(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of an mbox: each begins with a line `From …` after an empty one (RFC 4155).

    >>> list(split_mbox(BytesIO(b"From a\\nX: 1\\n\\n>From b\\n\\nFrom c\\nX: 2\\n")))
    [b'X: 1\\n\\nFrom b\\n\\n', b'X: 2\\n']
    """
    lines: list[bytes] = []
    size = 0
    empty, begun = True, False
    while line := stream.readline(MAX_LINE):
        if empty and line.startswith(b"From "):
            if begun:
                yield QUOTED_FROM.sub(rb"\1", b"".join(lines))
            lines, size, begun = [], 0, True
        elif size <= MAX_MESSAGE:
            lines.append(line)
            size += len(line)
        empty = line in {b"\n", b"\r\n"}
    if begun:
        yield QUOTED_FROM.sub(rb"\1", b"".join(lines))


def is_maildir(directory: Path) -> bool:
    """Whether a directory is a Maildir."""
    return all((directory / name).is_dir() for name in MAILDIR)


def list_maildir(directory: Path) -> list[Path]:
    """The messages of a Maildir, oldest names first; its files change names when read."""
    files = [path for name in MAILDIR for path in (directory / name).iterdir()]
    return sorted(
        (path for path in files if path.is_file() and not path.name.startswith(".")),
        key=lambda path: path.name,
    )
