"""The word lists of the stage, read once and arranged for look-up."""

from functools import cache, lru_cache
from typing import NamedTuple

from briefing.lexicon import table, words

ROOM = "speakers/"
NOUNS = 5  # tenths of its places in which a word must be a noun
QUARTERS = frozenset({"Central", "East", "North", "South", "Southeast", "West"})
MEMORY = 20_000  # words whose class is kept in mind


def word_list(name: str) -> frozenset[str]:
    """The entries of a list of this stage, in lower case."""
    return _lowered(name)


@cache
def _lowered(name: str) -> frozenset[str]:
    return frozenset(entry.lower() for entry in words(f"{ROOM}{name}.txt"))


def word_set(name: str) -> frozenset[str]:
    """The words of a small set in `closed_classes.tsv`, by the module and name of the set."""
    return frozenset(_sets()[name].split())


@cache
def _sets() -> dict[str, str]:
    return {row[0]: row[1] for row in table(f"{ROOM}closed_classes.tsv")}


@cache
def mapping(name: str) -> dict[str, str]:
    """A two-column table of this stage, its first column in lower case."""
    return {row[0].lower(): row[1] for row in table(f"{ROOM}{name}.tsv")}


class Country(NamedTuple):
    """A country as it can be named: itself, by its adjectives, by its seats of power."""

    name: str
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Every country name, adjective and seat, as written, with its country."""
    found: dict[str, Country] = {}
    for name, adjectives, seats in table(f"{ROOM}countries.tsv"):
        country = Country(name, _split(adjectives), _split(seats))
        for form in (name, *country.adjectives, *country.seats):
            found.setdefault(form, country)
    return found


def _split(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split(","))


@cache
def full_forms() -> dict[str, frozenset[str]]:
    """Short given names in lower case with the full forms they can stand for."""
    found: dict[str, set[str]] = {}
    for short, full in table(f"{ROOM}nicknames.tsv"):
        found.setdefault(short.lower(), set()).add(full.lower())
    return {short: frozenset(full) for short, full in found.items()}


@lru_cache(MEMORY)
def singular(word: str) -> str:
    """The singular of a noun in lower case, by its ending.

    >>> singular("secretaries"), singular("spokesmen"), singular("boss")
    ('secretary', 'spokesman', 'boss')
    """
    if word.endswith("women"):
        return word[:-5] + "woman"
    if word.endswith("men") and len(word) > 3:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(MEMORY)
def is_position(word: str) -> bool:
    """Whether a word in lower case names one person by office, work or standing.

    >>> is_position("brigadier-general"), is_position("half-brother"), is_position("well-judge")
    (True, True, False)
    """
    prefix, hyphen, rest = word.partition("-")
    if hyphen and prefix in word_set("lexicons prefixes"):
        return is_position(rest)
    return word in word_list("positions") or word in mapping("gendered_nouns")


@lru_cache(MEMORY)
def is_plural_position(word: str) -> bool:
    """Whether a word in lower case is the plural of such a noun, or names a group."""
    if word in word_list("groups"):
        return True
    one = singular(word)
    return one != word and is_position(one)


@lru_cache(MEMORY)
def is_body(word: str) -> bool:
    """Whether a word in lower case heads names or descriptions of bodies."""
    return word in word_list("bodies") or singular(word) in word_list("bodies")


def is_place(text: str) -> bool:
    """Whether words name a country, a city or another place on the lists: also `South Asia`."""
    quarter, _, rest = text.partition(" ")
    if rest and quarter in QUARTERS and is_place(rest):
        return True
    return text in countries() or text.lower() in word_list("places")


@cache
def _common_nouns() -> frozenset[str]:
    """The words that are nouns in half of their places or more, as counted in news."""
    rows = table("keywords/nouns.txt")
    return frozenset(word for row in rows if int(row[0]) >= NOUNS for word in row[2].split())


@lru_cache(MEMORY)
def is_common_noun(word: str) -> bool:
    """Whether a word in lower case is a noun that much news uses in lower case.

    >>> is_common_noun("school"), is_common_noun("oxfam")
    (True, False)
    """
    return word in _common_nouns() or singular(word) in _common_nouns()


@lru_cache(MEMORY)
def is_document(word: str) -> bool:
    """Whether a word in lower case names a document, study or other work."""
    return word in word_list("documents") or singular(word) in word_list("documents")
