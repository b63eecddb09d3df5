"""Compares names: letter case, accents, hyphens and initials do not part a person from itself."""

import re
import unicodedata
from functools import lru_cache

# What stands between the parts of a name besides spaces: `Shetler-Jones`, `J. Moor`, `Moor, Jr.`
SEPARATORS = re.compile(r"[\s.,\u00ad\u2010-\u2015\-]+")
MEMORY = 65536  # names remembered: those of a register and of a day's articles
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


@lru_cache(MEMORY)
def name_key(name: str) -> tuple[str, ...]:
    """The comparable parts of a name.

    >>> name_key("Renée Shetler-Jones") == name_key("renee shetler jones")
    True
    """
    bare = unicodedata.normalize("NFKD", name.translate(APOSTROPHES))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return tuple(part for part in SEPARATORS.split(letters.casefold()) if part)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, whole.

    >>> same_name("Ana Ruiz", "ANA RUÍZ"), same_name("Ana Ruiz", "Ruiz")
    (True, False)
    """
    return name_key(one) == name_key(other)


def may_be_one_person(one: str, other: str) -> bool:
    """Whether two names are the same but for initials in the middle that one of them lacks.

    >>> may_be_one_person("Ana P. Ruiz", "Ana Ruiz"), may_be_one_person("Ana P. Ruiz", "Ana B Ruiz")
    (True, False)
    """
    first, second = name_key(one), name_key(other)
    if first == second:
        return True
    return without_initials(first) == second or first == without_initials(second)


def without_initials(key: tuple[str, ...]) -> tuple[str, ...]:
    """The comparable parts of a name but for initials in the middle.

    >>> without_initials(("ada", "b", "moor"))
    ('ada', 'moor')
    """
    middle = tuple(part for part in key[1:-1] if len(part) > 1)
    return key[:1] + middle + key[-1:] if len(key) > 1 else key
