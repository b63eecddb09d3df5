"""Tells how far a word is a noun or a verb, from counts and endings."""

from functools import cache

from briefing import lexicon

# Endings of words that the counts do not know, and the noun share they suggest.
_ENDINGS = (
    (("ly",), 0.0),
    (("ed", "ous", "ful", "ive", "able", "ible", "less", "ish"), 0.1),
    (("ing", "al", "ic"), 0.3),
    (
        ("tion", "sion", "ment", "ness", "ity", "ship", "ism", "ist", "ance", "ence", "er", "or"),
        0.9,
    ),
)
_UNKNOWN = 0.6


@cache
def _shares() -> dict[str, tuple[float, float]]:
    rows = lexicon.table("keywords/nouns.txt")
    return {
        word: (int(noun) / 10, int(verb) / 10)
        for noun, verb, words in rows
        for word in words.split()
    }


@cache
def noun_share(word: str) -> float:
    """The share (0-1) of a lower-case word's uses in which it is a noun.

    >>> noun_share("decision") > 0.8, noun_share("decided") < 0.2, noun_share("brightly")
    (True, True, 0.0)
    """
    shares = _shares().get(word)
    if shares is not None:
        return shares[0]
    for endings, guess in _ENDINGS:
        if word.endswith(endings):
            return guess
    return _UNKNOWN


def verb_share(word: str) -> float:
    """The share (0-1) of a lower-case word's uses in which it is a verb; 0 for unknown words.

    >>> verb_share("resign") > 0.5, verb_share("harbour")
    (True, 0.0)
    """
    return _shares().get(word, (0.0, 0.0))[1]
