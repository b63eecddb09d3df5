"""Imports NLTK's Punkt alone, as all of NLTK takes six times as long to import."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

PUNKT = "nltk.tokenize.punkt"
PACKAGES = ("nltk", "nltk.tokenize")  # what they import themselves is not needed


def import_punkt() -> Any:
    """The module `nltk.tokenize.punkt`, without the rest of NLTK where that is possible.

    >>> import_punkt().PunktParameters.__name__
    'PunktParameters'
    """
    if "nltk" in sys.modules:
        return import_module(PUNKT)
    try:
        with unopened(PACKAGES):
            return import_module(PUNKT)
    except (ImportError, AttributeError):  # a version whose Punkt needs the packages as they are
        return import_module(PUNKT)


@contextmanager
def unopened(packages: tuple[str, ...]) -> Iterator[None]:
    """Make modules of packages importable without running the packages' own code.

    Afterwards nothing of the first package is known as imported: whoever imports it later
    gets it whole.

    Raises: ImportError when a package is missing.
    """
    root = packages[0]
    try:
        for name in packages:
            spec = find_spec(name)
            if spec is None:
                raise ImportError(name)
            sys.modules[name] = module_from_spec(spec)
        yield
    finally:
        known = list(sys.modules)  # copied at once: another thread may be importing
        for name in [name for name in known if name.partition(".")[0] == root]:
            del sys.modules[name]
