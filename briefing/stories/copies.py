"""Finds near-duplicates: articles that repeat another one, shortened or with a changed front.

Runs of words (shingles, Broder 1997) are compared by containment, not by likeness of the whole:
a brief cut from a long wire story is a copy of it, and so is one with another headline or lead.
Reports of one form with other facts (weather warnings, quarterly figures) share as many runs, but
neither numbers nor names.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.stories.documents import StoryDocument
from briefing.stories.views import find_capitalised
from briefing.terms import split_words

RUN = 5  # words of a shingle
SHARE = 0.6  # of the shorter article's shingles that must stand in the longer one
LEAST = 5  # shingles that an article must have to be told a copy
FACTS = 0.5  # of the shorter article's names and numbers that must stand in the longer one,
FEW = 3  # where it has as many
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
        shares = {o: _contained(count, len(own), len(shingles[o])) for o, count in shared.items()}
        near = sorted((-share, other) for other, share in shares.items() if share >= SHARE)
        original = next((o for _, o in near if _tells_same(ordered[at], ordered[o])), None)
        if original is not None:
            found.append((ordered[at].id, ordered[original].id))
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


def _tells_same(one: StoryDocument, other: StoryDocument) -> bool:
    """Whether the names and numbers of the shorter article stand in the longer one."""
    shorter, longer = sorted((one.text, other.text), key=len)
    numbers = {word for word in split_words(shorter) if any(c.isdigit() for c in word)}
    facts = {word.lower() for word in numbers | find_capitalised(shorter)}
    if len(facts) < FEW:
        return True
    told = {word.lower() for word in split_words(longer)}
    return len(facts & told) >= FACTS * len(facts)
