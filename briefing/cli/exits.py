"""The exit codes, and what each tells the caller."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line ends with; `meaning` is printed in the help and the manual.

    >>> ExitCode.SOME_FAILED.meaning
    'some inputs failed, the others were briefed'
    """

    meaning: str

    OK = 0, "done"
    FAILURE = 1, "nothing could be done: every input failed, or the result could not be written"
    USAGE = 2, "the command line or a configuration file is wrong, or no input was given"
    SOME_FAILED = 3, "some inputs failed, the others were briefed"
    EMPTY = 4, "nothing is new (--fail-empty)"
    LOCKED = 5, "another run holds the lock"
    WATCHED = 6, "done; the digest holds something of the watch list (--watch)"
    INTERRUPTED = 130, "interrupted by the user"

    def __new__(cls, value: int, meaning: str) -> "ExitCode":
        """A code with its meaning."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


def exit_code_of(*, succeeded: int, failed: int) -> ExitCode:
    """The code for a batch of inputs.

    >>> exit_code_of(succeeded=2, failed=1)
    <ExitCode.SOME_FAILED: 3>
    """
    if not failed:
        return ExitCode.OK
    return ExitCode.SOME_FAILED if succeeded else ExitCode.FAILURE
