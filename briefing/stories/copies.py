"""Finds near-duplicates: articles that repeat another one, shortened or with a changed front.

Runs of words (shingles, Broder 1997) are compared by containment, not by likeness of the whole:
a brief cut from a long wire story is a copy of it, and so is one with another headline or lead.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.stories.documents import StoryDocument
from briefing.terms import split_words

RUN = 5  # words of a shingle
SHARE = 0.6  # of the shorter article's shingles that must stand in the longer one
LEAST = 5  # shingles that an article must have to be told a copy
STEP = 1.25  # articles whose lengths differ by no more than this factor are of like length
FREQUENT = 200  # articles above which a shingle is a set phrase of the trade
_LATE = datetime.max.replace(tzinfo=UTC)


def find_copies(documents: Sequence[StoryDocument]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids: a copy, and the original that it repeats, which is no copy itself.

    The original is the longest article, among ones of like length the one published first.

    >>> wire = "The council of Port Avel closed the old bridge on Monday after cracks were found."
    >>> cut = "Bridge shut. The council of Port Avel closed the old bridge."
    >>> find_copies([StoryDocument("b", cut), StoryDocument("a", wire)])
    (('b', 'a'),)
    """
    ordered = sorted(documents, key=_precedence)
    shingles = [_shingle(document.text) for document in ordered]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    found: list[tuple[str, str]] = []
    for at, own in enumerate(shingles):
        shared = Counter(
            other for run in own if len(holders[run]) < FREQUENT for other in holders[run]
        )
        best = (
            max((_contained(count, len(own), len(shingles[o])), -o) for o, count in shared.items())
            if shared
            else (0.0, 0)
        )
        if best[0] >= SHARE:
            found.append((ordered[at].id, ordered[-best[1]].id))
            continue
        for run in own:
            holders[run].append(at)
    return tuple(sorted(found))


def _precedence(document: StoryDocument) -> tuple[int, datetime, str]:
    steps = round(math.log(len(document.text) + 1) / math.log(STEP))
    return -steps, document.published or _LATE, document.id


def _shingle(text: str) -> set[tuple[str, ...]]:
    words = [word.lower().replace("’", "'") for word in split_words(text)]
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def _contained(shared: int, one: int, other: int) -> float:
    shorter = min(one, other)
    return shared / shorter if shorter >= LEAST else 0.0
