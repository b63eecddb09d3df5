"""The errors a user can cause; each names its source and the remedy."""

from collections.abc import Iterable


class BriefingError(Exception):
    """Something a user can fix: what it concerns, what is wrong, what to do.

    >>> str(BriefingError("news.txt", "is empty", "give a file that holds an article"))
    'news.txt: is empty; give a file that holds an article'
    """

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        super().__init__(source, problem, remedy)
        self.source = source
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """The three parts as one line."""
        told = f"{self.source}: {self.problem}"
        return f"{told}; {self.remedy}" if self.remedy else told


class LoadError(BriefingError):
    """An input that cannot be read as an article."""


class ConfigError(BriefingError):
    """A configuration file or option that cannot be used."""


class DataError(BriefingError):
    """A data file of the package (word list, model) whose header is not the expected one."""


class OutputError(BriefingError):
    """A result that could not be written."""


class ArchiveError(BriefingError):
    """An archive that cannot be opened, read or written, or does not hold what is asked for."""


class LockError(BriefingError):
    """A lock that another process holds, or that cannot be made."""


class LockedError(LockError):
    """A lock that another process holds."""


def suggest(name: str, known: Iterable[str]) -> str:
    """The remedy for an unknown name: the closest known one, or all of them.

    >>> suggest("min_confidence", ["length", "min-confidence"])
    'did you mean `min-confidence`?'
    """
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else f"known are: {', '.join(names)}"
