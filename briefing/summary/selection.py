"""Picks the set of sentences with the best scores that repeats little and reads on its own."""

from collections.abc import Callable, Sequence
from itertools import combinations

from briefing.summary.length import Length

SPARE = 6  # sentences tried beyond those wanted
MOST_SETS = 3000  # sets compared one by one; beyond, sentences are taken greedily
# What likeness (cosine, 0-1) of its most alike pair costs a set for each of its sentences, in
# standard deviations of a score. Below TOLERATED it costs nothing: sentences on one subject share
# words, and punishing that lost 0.2 ROUGE-1 on CNN/DM (cross-validated); repetition is above.
REDUNDANCY = 2.0
TOLERATED = 0.4


def select(
    scores: Sequence[float],
    *,
    needs: Sequence[int | None],
    likeness: Callable[[int, int], float],
    sizes: Sequence[int],
    length: Length,
) -> list[int]:
    """The positions of the chosen sentences, in document order.

    `needs` names for each sentence the one that must be chosen with it (its own position: it
    can never be chosen); `sizes` are in words. Fewer sentences than asked for are chosen only
    where the length in words allows no more, or where all others point to something unchosen.
    """
    usable = [i for i in range(len(scores)) if _chain(i, needs) is not None]
    usable = usable or list(range(len(scores)))
    limit = length.limit_sentences(len(scores))
    pool = sorted(usable, key=lambda i: (-scores[i], i))[: limit + SPARE]
    pool = sorted({j for i in pool for j in _chain(i, needs) or (i,)})
    if length.words is None and _count_sets(len(pool), limit) <= MOST_SETS:
        best = _best_set(pool, limit, scores, needs, likeness)
        if best:
            return best
    return _take_greedily(usable, limit, scores, needs, likeness, sizes, length)


def _chain(position: int, needs: Sequence[int | None]) -> tuple[int, ...] | None:
    """The sentence with all that it needs, directly or not; None where that cannot be had."""
    chain = [position]
    while (needed := needs[chain[-1]]) is not None:
        if needed in chain:
            return None
        chain.append(needed)
    return tuple(chain)


def _count_sets(pool: int, size: int) -> int:
    sets = 1
    for k in range(min(size, pool)):
        sets = sets * (pool - k) // (k + 1)
    return sets


def _best_set(
    pool: Sequence[int],
    limit: int,
    scores: Sequence[float],
    needs: Sequence[int | None],
    likeness: Callable[[int, int], float],
) -> list[int]:
    alike = {pair: likeness(*pair) for pair in combinations(pool, 2)}
    best: tuple[int, ...] = ()
    best_value = float("-inf")
    for chosen in combinations(pool, min(limit, len(pool))):
        if any(needs[i] is not None and needs[i] not in chosen for i in chosen):
            continue
        repeated = max((alike[pair] for pair in combinations(chosen, 2)), default=0.0) - TOLERATED
        value = sum(scores[i] for i in chosen) - REDUNDANCY * len(chosen) * max(0.0, repeated)
        if value > best_value:
            best, best_value = chosen, value
    return list(best)


def _take_greedily(
    usable: Sequence[int],
    limit: int,
    scores: Sequence[float],
    needs: Sequence[int | None],
    likeness: Callable[[int, int], float],
    sizes: Sequence[int],
    length: Length,
) -> list[int]:
    """Adds the best sentence (with what it needs) by score less likeness, while there is room."""
    chosen: set[int] = set()
    costs = dict.fromkeys(usable, 0.0)
    waiting = set(usable)
    while waiting and len(chosen) < limit:
        position = max(
            waiting, key=lambda i: (scores[i] - REDUNDANCY * max(0.0, costs[i] - TOLERATED), -i)
        )
        waiting.discard(position)
        added = {*(_chain(position, needs) or (position,))} - chosen
        whole = chosen | added
        if len(whole) > limit or not length.fits(sum(sizes[i] for i in whole)):
            continue
        chosen = whole
        waiting -= added
        for other in waiting:
            costs[other] = max(costs[other], *(likeness(other, new) for new in added))
    if not chosen and usable:
        chosen = {min(usable, key=lambda i: sizes[i])}
    return sorted(chosen)
