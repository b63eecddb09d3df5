"""Joins articles to groups by the mean chance between groups (average linkage).

The mean over all pairs of two groups is at least the limit only where some pair reaches it, so
the articles fall apart into components that are linked one by one. A group is not joined to
another that is much looser tied to it than it is in itself: two fires share their words, but
the reports on one fire share more. (Average linkage: Sokal and Michener 1958.)
"""

from collections.abc import Sequence

import numpy as np

from briefing.stories.likeness import Model
from briefing.stories.vectors import Floats, Ids, Mask

GROUPED = 3  # articles from which a group's own mean chance tells how loose it is


def link(
    count: int, first: Ids, second: Ids, chances: Floats, model: Model, *, held: Sequence[Ids] = ()
) -> list[list[int]]:
    """The groups of articles 0 to count - 1, each sorted, in the order of their first article.

    `held` are groups that stand: they may grow, and are never joined to each other.
    """
    groups: list[list[int]] = []
    for part in _components(count, first, second, chances >= model.least, held):
        groups += _link_part(part, first, second, chances, model, held)
    return sorted(sorted(group) for group in groups)


def _components(
    count: int, first: Ids, second: Ids, strong: Mask, held: Sequence[Ids]
) -> list[list[int]]:
    above = list(range(count))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    chosen = np.flatnonzero(strong)
    for one, other in zip(first[chosen].tolist(), second[chosen].tolist(), strict=True):
        above[top(one)] = top(other)
    for group in held:
        for member in group.tolist():
            above[top(member)] = top(int(group[0]))
    parts: dict[int, list[int]] = {}
    for at in range(count):
        parts.setdefault(top(at), []).append(at)
    return list(parts.values())


def _link_part(
    part: list[int], first: Ids, second: Ids, chances: Floats, model: Model, held: Sequence[Ids]
) -> list[list[int]]:
    if len(part) == 1:
        return [part]
    table = _dense(part, first, second, chances)
    place = {member: at for at, member in enumerate(part)}
    standing = [[place[m] for m in group.tolist()] for group in held if int(group[0]) in place]
    taken = {member for group in standing for member in group}
    units = standing + [[at] for at in range(len(part)) if at not in taken]
    ties, inner = _tie(table, units)
    ties[: len(standing), : len(standing)] = -np.inf
    joined = _join(ties, inner, units, model)
    return [[part[at] for at in unit] for unit in joined]


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


def _tie(table: Floats, units: list[list[int]]) -> tuple[Floats, Floats]:
    """The mean chance between each two units, and the sum of chances within each."""
    member = np.zeros((len(units), len(table)))
    for at, unit in enumerate(units):
        member[at, unit] = 1.0
    sums = member @ table @ member.T
    sizes = member.sum(axis=1)
    inner = np.diag(sums) / 2
    ties = sums / np.outer(sizes, sizes)
    np.fill_diagonal(ties, -np.inf)
    return ties, inner


def _join(ties: Floats, inner: Floats, units: list[list[int]], model: Model) -> list[list[int]]:
    """Join the closest two units as long as the model lets any be joined."""
    groups: list[list[int] | None] = [list(unit) for unit in units]
    sizes = np.array([len(unit) for unit in units], dtype=np.float64)
    open_ties = ties.copy()
    while True:
        one, other = divmod(int(np.argmax(open_ties)), len(units))
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
