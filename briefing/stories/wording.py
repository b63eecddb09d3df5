"""Compares how two articles word one quotation: the same, cut short, or changed."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from briefing import lexicon
from briefing.terms import WORD

NEGATIONS = "stories/negations.txt"
SHORT = 4  # words up to which a difference is a change, not a part left out
SAME = 0.8  # share of the shorter wording's words, in order, that the longer one must have
LEAST = 4  # words from which a part counts as the whole cut short
SHOWN = 3  # differences named
LONGEST = 8  # words of a difference that are printed


def normalise(text: str) -> tuple[str, ...]:
    """The words of a wording in lower case, without marks.

    >>> normalise("“We’ll go,” she said")
    ("we'll", 'go', 'she', 'said')
    """
    return tuple(word.lower().replace("’", "'") for word in WORD.findall(text))


def is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two wordings are one quotation: equal, nearly so, or one a part of the other.

    Wordings that differ in a negation are two: the one may say the opposite of the other.

    >>> is_same("we will close the old port".split(), "we will close the port".split())
    True
    >>> is_same("we will not close the port".split(), "we will close the port".split())
    False
    """
    if one == other:
        return bool(one)
    shorter = min(len(one), len(other))
    if shorter < LEAST:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < SAME * shorter:
        return False
    return not any(
        kind != "equal" and _negates(one[a:b], other[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
    )


def _negates(there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether one of two short differing stretches negates and the other does not."""
    if max(len(there), len(here)) > SHORT:
        return False
    return _has_negation(there) != _has_negation(here)


def _has_negation(words: Sequence[str]) -> bool:
    return any(word in lexicon.words(NEGATIONS) or word.endswith("n't") for word in words)


def tell_difference(full: str, other: str) -> str:
    """How the other wording differs from the fuller one, empty where the words are the same.

    >>> tell_difference("We will not close the port this year.", "We won’t close the port.")
    'has “won’t” for “will not”; leaves out “this year”'
    """
    words, others = WORD.findall(full), WORD.findall(other)
    matcher = SequenceMatcher(
        None, [_plain(word) for word in words], [_plain(word) for word in others], autojunk=False
    )
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        there, here = _show(words[a:b]), _show(others[c:d])
        if kind == "delete":
            found.append(f"leaves out {there}")
        elif kind == "insert":
            found.append(f"adds {here}")
        elif kind == "replace":
            found.append(f"has {here} for {there}")
    more = len(found) - SHOWN
    return "; ".join(found[:SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _show(words: Sequence[str]) -> str:
    if len(words) > LONGEST:
        words = [*words[: LONGEST // 2], "…", *words[-LONGEST // 2 :]]
    return f"“{' '.join(words)}”"
