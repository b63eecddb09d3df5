"""Joins articles to groups by the mean chance between groups (average linkage).

The mean over all pairs of two groups is at least the limit only where some pair reaches it, so
the articles fall apart into components that are linked one by one. A group is not joined to
another that is much looser tied to it than it is in itself: two fires share their words, but
the reports on one fire share more. (Average linkage: Sokal and Michener 1958.)
"""

import numpy as np

from briefing.stories.likeness import Model
from briefing.stories.vectors import Floats, Ids, Mask

GROUPED = 3  # articles from which a group's own mean chance tells how loose it is


def link(count: int, first: Ids, second: Ids, chances: Floats, model: Model) -> list[list[int]]:
    """The groups of articles 0 to count - 1, each sorted, in the order of their first article."""
    groups: list[list[int]] = []
    for part in _components(count, first, second, chances >= model.least):
        if len(part) == 1:
            groups.append(part)
        else:
            joined = _join(_dense(part, first, second, chances), model)
            groups += [[part[at] for at in unit] for unit in joined]
    return sorted(sorted(group) for group in groups)


def _components(count: int, first: Ids, second: Ids, strong: Mask) -> list[list[int]]:
    above = list(range(count))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    chosen = np.flatnonzero(strong)
    for one, other in zip(first[chosen].tolist(), second[chosen].tolist(), strict=True):
        above[top(one)] = top(other)
    parts: dict[int, list[int]] = {}
    for at in range(count):
        parts.setdefault(top(at), []).append(at)
    return list(parts.values())


def _dense(part: list[int], first: Ids, second: Ids, chances: Floats) -> Floats:
    members = np.sort(np.array(part, dtype=np.int64))
    at, then = np.searchsorted(members, first), np.searchsorted(members, second)
    last = len(members) - 1
    at, then = np.minimum(at, last), np.minimum(then, last)
    within = (members[at] == first) & (members[then] == second)
    table = np.zeros((len(part), len(part)))
    table[at[within], then[within]] = chances[within]
    table[then[within], at[within]] = chances[within]
    return table


def _join(ties: Floats, model: Model) -> list[list[int]]:
    """Join the closest two groups as long as the model lets any be joined.

    `ties` are the mean chances between groups (a symmetric table), `inner` the sums of chances
    within them; pairs found too loose are closed until one of the two grows.
    """
    count = len(ties)
    np.fill_diagonal(ties, -np.inf)
    groups: list[list[int] | None] = [[at] for at in range(count)]
    sizes, inner = np.ones(count), np.zeros(count)
    open_ties = ties.copy()
    while True:
        one, other = divmod(int(np.argmax(open_ties)), count)
        tie = float(ties[one, other])
        if not open_ties[one, other] >= model.least:
            return [group for group in groups if group is not None]
        if tie < _need(inner, sizes, one, other, model):
            open_ties[one, other] = open_ties[other, one] = -np.inf
            continue
        inner[one] += inner[other] + tie * sizes[one] * sizes[other]
        together = sizes[one] + sizes[other]
        row = (sizes[one] * ties[one] + sizes[other] * ties[other]) / together
        row[one] = -np.inf
        for table in (ties, open_ties):
            table[one] = table[:, one] = row
            table[other] = table[:, other] = -np.inf
        sizes[one] = together
        groups[one] = (groups[one] or []) + (groups[other] or [])
        groups[other] = None


def _need(inner: Floats, sizes: Floats, one: int, other: int, model: Model) -> float:
    """The mean chance that two groups must reach to be joined."""
    if max(sizes[one], sizes[other]) < GROUPED:
        return model.first
    if min(sizes[one], sizes[other]) < GROUPED:
        return model.least
    looser = min(float(inner[at] / (sizes[at] * (sizes[at] - 1) / 2)) for at in (one, other))
    return max(model.least, model.share * looser)
