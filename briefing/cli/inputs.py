"""Finds the sources that the arguments name."""

from dataclasses import dataclass
from pathlib import Path

from briefing.domain import Failure

STDIN = "-"
NO_ARTICLES = "holds no articles (.txt, .md, .html); name the files"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The sources to brief, in order, each once; what was wrong or repeated.

    `several` is true where the arguments mean more than one article, whatever was found.
    """

    sources: tuple[str, ...]
    failures: tuple[Failure, ...] = ()
    repeated: tuple[str, ...] = ()
    several: bool = False


def choose_inputs(names: list[str]) -> Inputs:
    """The sources that some names stand for; none at all means standard input.

    Directories are expanded; a file that is named twice, also by another path, comes once.
    """
    from briefing.load import find_inputs

    sources: dict[str, str] = {}
    failures: list[Failure] = []
    repeated: list[str] = []
    for name in names or [STDIN]:
        found = find_inputs([name])
        if not found:
            failures.append(Failure(name, NO_ARTICLES))
        for source in found:
            if identity(source) in sources:
                repeated.append(source)
            else:
                sources[identity(source)] = source
    several = len(names) > 1 or any(is_directory(name) for name in names)
    return Inputs(tuple(sources.values()), tuple(failures), tuple(repeated), several)


def is_directory(name: str) -> bool:
    """Whether a name is a directory; false for what cannot be a name.

    >>> is_directory("a\\0b")
    False
    """
    try:
        return name != STDIN and Path(name).is_dir()
    except (OSError, ValueError):
        return False


def identity(source: str) -> str:
    """What two names of the same file have in common."""
    try:
        return source if source == STDIN else str(Path(source).resolve())
    except (OSError, ValueError, RuntimeError):
        return source
