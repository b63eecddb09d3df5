"""Tells what results are made with: the program, its data, the user's own knowledge."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__

if TYPE_CHECKING:
    from briefing.brief import Options

DATA = Path(__file__).parents[1] / "data"
MODEL, LISTS = "model", frozenset({".txt", ".tsv"})


def find_versions(options: "Options") -> tuple[tuple[str, str], ...]:
    """What a digest is made with: the program, the engine with its model, the lexicons, and the
    corrections and the register where there are any."""
    own = {"corrections": options.corrections, "register": options.register}
    return (
        ("briefing", __version__),
        ("engine", options.engine),
        ("model", model_version()),
        ("lexicons", lexicon_version()),
        *((name, shorten(repr(known).encode())) for name, known in own.items() if known),
    )


def version_of(options: "Options") -> str:
    """What a cached briefing is known by: all that it is made with, and the options that shape
    it. Other weights, word lists or corrections are another version."""
    length = options.length
    shape = (
        *(length.sentences, length.words, length.percent, options.method, options.keywords),
        *(options.min_confidence, sorted(options.only), options.per_speaker),
    )
    made = " ".join(value for _, value in find_versions(options))
    return f"{made} {shorten(repr(shape).encode())}"


@cache
def model_version() -> str:
    """What the files of the models are known by."""
    return fingerprint(path for path in data_files() if MODEL in path.parts[:-1])


@cache
def lexicon_version() -> str:
    """What the word lists, and the weights that stand in such, are known by."""
    return fingerprint(path for path in data_files() if path.suffix in LISTS)


def data_files() -> list[Path]:
    """All files of data, below their directory, in a fixed order."""
    return sorted(path.relative_to(DATA) for path in DATA.rglob("*") if path.is_file())


def fingerprint(paths: Iterable[Path]) -> str:
    """What some files of data are known by: their names and contents."""
    known = hashlib.sha256()
    for path in paths:
        known.update(path.as_posix().encode() + b"\0" + (DATA / path).read_bytes())
    return known.hexdigest()[:12]


def shorten(told: bytes) -> str:
    """What some bytes are known by."""
    return hashlib.sha256(told).hexdigest()[:12]
