"""Compares how two articles word one quotation: the same, cut short, or changed."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from briefing.terms import WORD

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


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter wording's words that stand in the longer one in order (0-1).

    Neither wording may be empty.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / min(len(one), len(other))


def is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two wordings are one quotation: equal, nearly so, or one a part of the other."""
    if one == other:
        return bool(one)
    return min(len(one), len(other)) >= LEAST and overlap(one, other) >= SAME


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
