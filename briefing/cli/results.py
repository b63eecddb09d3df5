"""Writes results to standard output or a file, and joins those of several articles."""

import os
import sys

import typer

from briefing.cli.exits import ExitCode
from briefing.errors import OutputError
from briefing.output import check_target, write_atomically

STDOUT = "standard output"
# What stands before the first result, between two, and after the last.
Frame = tuple[str, str, str]
LINES: Frame = ("", "", "")
ARRAY: Frame = ("[\n", ",\n", "\n]\n")


class Results:
    """The results of a run: written as they come, or to a file, whole, at the end."""

    def __init__(self, target: str | None, frame: Frame) -> None:
        """Results for a file; for standard output where `target` is None or `-`.

        Raises: OutputError when it is plain already that the file cannot be written.
        """
        self.target = None if target == "-" else target
        if self.target is not None:
            check_target(self.target)
        self.frame = frame
        self.count = 0
        self.pieces: list[bytes] = []

    def add(self, text: str) -> None:
        """Take the result of one article."""
        before, between, _ = self.frame
        stripped = text.rstrip("\n") if self.frame is ARRAY else text
        self._write((between if self.count else before) + stripped)
        self.count += 1

    def finish(self) -> None:
        """Write what is left. Without any result, an existing file is kept as it is."""
        before, _, after = self.frame
        self._write(after if self.count else before.rstrip("\n") + after.lstrip("\n"))
        if self.target is not None and self.count:
            write_atomically(self.target, b"".join(self.pieces))

    def _write(self, text: str) -> None:
        # Surrogates, as in names of files that are no UTF-8, come out as their escapes.
        data = text.encode("utf-8", "backslashreplace")
        if self.target is None:
            write_stdout(data)
        else:
            self.pieces.append(data)


def write_stdout(data: bytes) -> None:
    """Write bytes to standard output at once; end quietly where nobody reads any more.

    Raises: OutputError when it is closed or full; typer.Exit when its reader has gone.
    """
    if sys.stdout is None:
        raise OutputError(STDOUT, "is closed", "open it, or give --output FILE")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard_stdout()
        raise typer.Exit(ExitCode.OK) from None
    except (OSError, ValueError) as error:
        discard_stdout()
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(STDOUT, f"cannot be written ({reason})", "make room") from error


def discard_stdout() -> None:
    """Let what is left in the buffer go nowhere, so that closing it at exit cannot fail."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
