"""Compares how two articles word one quotation: the same, cut short, or changed."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from briefing import lexicon
from briefing.domain import Span
from briefing.terms import WORD, content_terms

NEGATIONS = "stories/negations.txt"
DENIALS = "stories/denials.txt"
SHORT = 4  # words up to which a difference is a change, not a part left out
SAME = 0.8  # share of the shorter wording's words, in order, that the longer one must have
LEAST = 4  # words from which a part counts as the whole cut short
SHOWN = 3  # differences named
LONGEST = 8  # words of a difference that are printed
ORDERED = 0.6  # share of words in order that suffices where all but a few are the same,
ALIKE = 0.9  # that is, this share of them in any order,
LONG = 6  # in a wording of so many words
TERMS = 4  # content words that a report must have to be told in other words,
REPORTED = 0.8  # and the share of them that the other report must have
REACH = 30  # characters before a cue in which a negation of it stands
WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "cannot": ("can", "not")}
ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am"}
OTHER_WORDS = "in other words"

# What stands before a cue that it negates: `did not`, `never publicly`
_NEGATED = re.compile(r"(?:\b(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?\Z", re.I)


def normalise(text: str) -> tuple[str, ...]:
    """The words of a wording in lower case, without marks and contractions.

    >>> normalise("“We’ll go, but can’t stay,” she said")
    ('we', 'will', 'go', 'but', 'can', 'not', 'stay', 'she', 'said')
    """
    words = (word.lower().replace("’", "'") for word in WORD.findall(text))
    return tuple(part for word in words for part in _expand(word))


@cache
def _expand(word: str) -> tuple[str, ...]:
    if word in WHOLE:
        return WHOLE[word]
    if word.endswith("n't"):
        return word[:-3], "not"
    start, mark, end = word.rpartition("'")
    return (start, ENDINGS[end]) if mark and end in ENDINGS else (word,)


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
    ordered = sum(block.size for block in matcher.get_matching_blocks()) / shorter
    alike = (Counter(one) & Counter(other)).total() / shorter
    moved = shorter >= LONG and ordered >= ORDERED and alike >= ALIKE
    if ordered < SAME and not moved:
        return False
    return not any(
        kind != "equal" and _negates(one[a:b], other[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
    )


def is_told_in_other_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two reports of one speaker say the same, by content words, numbers and negation.

    >>> report = "the port would shut for six weeks to repair its wall".split()
    >>> other = "norland will close the port for six weeks and repair the old wall".split()
    >>> is_told_in_other_words(report, other)
    True
    """
    terms = [
        Counter(term for term in content_terms(" ".join(words)) if term.isalpha())
        for words in (one, other)
    ]
    shorter, longer = sorted(terms, key=Counter.total)
    figures = [{word for word in words if any(c.isdigit() for c in word)} for words in (one, other)]
    return (
        shorter.total() >= TERMS
        and (shorter & longer).total() >= REPORTED * shorter.total()
        and (figures[0] <= figures[1] or figures[1] <= figures[0])
        and _has_negation(one) == _has_negation(other)
    )


def denies(text: str, cue: Span) -> bool:
    """Whether a cue (its span in the text) tells that its content is not so, or was not said.

    >>> denies("She flatly denied that the port would close.", Span(11, 17))
    True
    >>> denies("She did not say that the port would close.", Span(12, 15))
    True
    """
    words = f" {' '.join(normalise(cue.of(text)))} "
    if any(f" {entry} " in words for entry in lexicon.words(DENIALS)):
        return True
    return _has_negation(words.split()) or _is_negated(text, cue.start)


def _is_negated(text: str, at: int) -> bool:
    return _NEGATED.search(text, max(0, at - REACH), at) is not None


def _negates(there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether one of two short differing stretches negates and the other does not."""
    if max(len(there), len(here)) > SHORT:
        return False
    return _has_negation(there) != _has_negation(here)


def _has_negation(words: Sequence[str]) -> bool:
    return any(word in lexicon.words(NEGATIONS) or word.endswith("n't") for word in words)


def tell_difference(full: str, other: str) -> str:
    """How the other wording differs from the fuller one, empty where the words are the same.

    Where too few words are the same to name the differences, it is told `in other words`.

    >>> tell_difference("We will not close the port this year.", "We won’t close the port.")
    'has “won’t” for “will not”; leaves out “this year”'
    """
    words, others = WORD.findall(full), WORD.findall(other)
    matcher = SequenceMatcher(
        None, [_plain(word) for word in words], [_plain(word) for word in others], autojunk=False
    )
    matched = sum(block.size for block in matcher.get_matching_blocks())
    if matched < SAME * min(len(words), len(others)):
        return OTHER_WORDS
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
