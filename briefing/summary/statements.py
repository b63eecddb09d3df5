"""Chooses which statements of one speaker a section shows when there are too many."""

import math
from collections.abc import Sequence

from briefing.domain import Statement
from briefing.summary.features import Described, cosine, describe, overview

BARE = 0.05  # centrality up to which a statement is taken for a bare phrase
SPARED = 0.5  # likeness (cosine) from which a statement is taken for saying the same again


def choose_section(
    text: str, statements: Sequence[Statement], *, most: int
) -> tuple[tuple[Statement, ...], int]:
    """The statements of one speaker to show, in the order given, and how many are left out.

    With more than `most`, those are shown that carry most of what the speaker says (cosine with
    the sum of all of them, longer ones before bare phrases) and repeat each other least.
    """
    if len(statements) <= most:
        return tuple(statements), 0
    wordings = [statement.text_in(text) for statement in statements]
    chosen = choose_central(wordings, most=most)
    return tuple(statements[i] for i in chosen), len(statements) - len(chosen)


def choose_central(wordings: Sequence[str], *, most: int) -> list[int]:
    """The positions, in order, of the `most` wordings that are central and least alike.

    >>> said = ["Prices rose in May.", "Yes.", "In May prices rose.", "Wages fell."]
    >>> choose_central(said, most=2)
    [0, 3]
    """
    described = [describe(wording) for wording in wordings]
    central = _centralities(described)
    chosen: list[int] = []
    waiting = set(range(len(wordings)))
    while waiting and len(chosen) < most:
        repeated = {
            i: max((cosine(described[i], described[j]) for j in chosen), default=0.0)
            for i in waiting
        }
        fresh = {i: repeated[i] < SPARED for i in waiting}
        best = max(
            waiting, key=lambda i: (central[i] > BARE, fresh[i], central[i] - repeated[i], -i)
        )
        chosen.append(best)
        waiting.discard(best)
    return sorted(chosen)


def _centralities(described: Sequence[Described]) -> list[float]:
    """Cosine with all wordings together, lowered for those of a few words only."""
    whole = overview(described)
    values = []
    for one in described:
        dot = sum(weight * whole.weights[term] for term, weight in one.vector.items())
        substance = 1 - math.exp(-len(one.terms) / 3)
        values.append(substance * dot / (one.norm * whole.norm))
    return values
