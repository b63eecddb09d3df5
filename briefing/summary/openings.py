"""Tells whether a sentence opens with words that point back at an earlier sentence.

Pronouns, demonstratives and connectives are lists; of noun phrases only a bare definite one
(`The minister said`) is taken for pointing back, not one that says which (`The minister of`).
"""

import re
from functools import cache

from briefing import lexicon

_OPENING = re.compile(r"[\s\"“”‘’'`«»„(\[•—–*-]+")
# This week, that past summer, so far: expressions of time point at no sentence.
_TIME = re.compile(
    r"th(?:is|at|ese|ose)\s(?:past\s|coming\s|last\s|very\s)?(?:morning|afternoon|evening|night"
    r"|week|weekend|month|quarter|year|season|spring|summer|autumn|fall|winter|decade|century"
    r"|days)s?\b|so\sfar\b",
    re.I,
)


@cache
def _pointers() -> re.Pattern[str]:
    phrases = sorted(lexicon.words("summary/pointers.txt"), key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?:{either})(?![\w-])", re.I)


def points_back(wording: str) -> bool:
    """Whether a pronoun, demonstrative or connective opens the sentence.

    Quotation marks and brackets before it are passed over.

    >>> [points_back(s) for s in ("“It’s over,” he said.", "This week it rained.", "But why?")]
    [True, False, True]
    """
    opening = _OPENING.match(wording)
    at = opening.end() if opening else 0
    return not _TIME.match(wording, at) and bool(_pointers().match(wording, at))


# The minister said, The 34-year-old actor: a definite noun with at most one word before it.
_DEFINITE = re.compile(r"[Tt]he\s(?:[a-z0-9][\w-]*\s)??(NOUN)\b")
# The minister of trade, The company that, The mayor, Ann Lee: words that say which one.
_WHICH = re.compile(
    r"\s(?:of|in|for|at|on|who|that|which|between|against|from|to)\b|,\s[A-Z]|\s[A-Z]"
)


@cache
def _definites() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(lexicon.words("summary/anaphors.txt")))
    return re.compile(_DEFINITE.pattern.replace("NOUN", nouns))


def points_by_noun(wording: str) -> bool:
    """Whether a definite noun opens the sentence that stands for something named before.

    >>> [points_by_noun(s) for s in ("The minister resigned.", "The minister of trade resigned.")]
    [True, False]
    """
    opening = _OPENING.match(wording)
    found = _definites().match(wording, opening.end() if opening else 0)
    return found is not None and not _WHICH.match(wording, found.end())
