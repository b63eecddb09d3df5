"""Tells which words of a description speak of former times."""

from collections.abc import Sequence
from enum import Enum

from briefing.roles.wordlist import Word, markers

YEAR = 4  # digits
TERMS = frozenset({("between", "and"), ("from", "to"), ("from", "until")})
RESETS = frozenset(",;:()—") | {"and", "who", "but"}


class When(Enum):
    """When a capacity was held: `NOW` only where the words say so."""

    PRESENT = 0
    FORMER = 1
    NOW = 2


def date_words(words: Sequence[Word]) -> list[When]:
    """For each word, when what it says held.

    "Former" and its like speak of everything up to the next comma, "and" or "who"; what
    stands before a "now" is past, and so is the clause that ends in "by training".

    >>> from briefing.roles.wordlist import split_words
    >>> [when.name for when in date_words(split_words("ex-envoy, now dean"))]
    ['FORMER', 'FORMER', 'FORMER', 'FORMER', 'NOW', 'NOW']
    """
    dated: list[When] = []
    when = When.PRESENT
    at = 0
    while at < len(words):
        if _is_term(words, at):
            dated = _dated_back(words, dated)
        meaning, length = _marker_at(words, at)
        if meaning == "now":
            dated = [When.FORMER] * len(dated)
            when = When.NOW
        elif meaning == "learned":  # "a minister, a geologist by training": still a minister
            dated = _dated_back(words, dated)
        elif meaning == "former":
            when = When.FORMER
        elif when is When.FORMER and (meaning == "present" or words[at].text in RESETS):
            when = When.PRESENT
        dated += [when] * length
        at += length
    return dated


def _marker_at(words: Sequence[Word], at: int) -> tuple[str | None, int]:
    for keys, meaning in markers().get(words[at].key, ()):
        if tuple(word.key for word in words[at : at + len(keys)]) == keys:
            return meaning, len(keys)
    return None, 1


def _is_term(words: Sequence[Word], at: int) -> bool:
    """Whether the years of a term begin at a word: "between 2013 and 2016", "until 2020"."""
    keys = [word.key for word in words[at : at + 4]]
    years = [key for key in keys[1:] if key.isdigit() and len(key) == YEAR]
    if keys[0] == "until":
        return years == keys[1:2]
    return (keys[0], *keys[2:3]) in TERMS and years == [*keys[1:2], *keys[3:]]


def _dated_back(words: Sequence[Word], dated: Sequence[When]) -> list[When]:
    """What is dated so far, with its last clause as former."""
    begin = next((n for n in range(len(dated), 0, -1) if words[n - 1].text in RESETS), 0)
    return [*dated[:begin], *[When.FORMER] * (len(dated) - begin)]
