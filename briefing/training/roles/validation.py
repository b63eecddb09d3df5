"""Measures the weights of roles on articles that they were not fitted on."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from briefing.domain import Role, section_of
from briefing.training.roles.examples import Example
from briefing.training.roles.fitting import ROLES, Floats, fit, matrix, softmax, teach


def cross_validate(
    examples: Sequence[Example], more: Sequence[Example], others: Sequence[Example], folds: int
) -> None:
    """Prints accuracy on held-out articles and the error of calibration by factor.

    `more` are examples of other articles, which always take part in the fitting, and `others`
    ones whose roles the weights tell.
    """
    articles = sorted({example.article for example in examples})
    np.random.default_rng(1).shuffle(articles)
    outcomes: list[tuple[Example, Floats]] = []
    for fold in range(folds):
        held = set(articles[fold::folds])
        kept = [e for e in examples if e.article not in held]
        columns, weights = fit(teach([*kept, *more], others))
        rest = [e for e in examples if e.article in held]
        table, offsets = matrix(rest, columns)
        outcomes += zip(rest, table @ weights + offsets, strict=True)
    total = sum(example.count for example, _ in outcomes)
    for factor in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2):
        bins: dict[int, float] = defaultdict(float)
        roles_right = sections_right = 0.0
        for example, scores in outcomes:
            chances = softmax(factor * scores[None])[0]
            role = ROLES[int(chances.argmax())]
            section = section_of(role)
            chance = sum(c for c, r in zip(chances, ROLES, strict=True) if section_of(r) is section)
            right = section in {section_of(Role(r)) for r in example.roles}
            roles_right += example.count * (role.value in example.roles)
            sections_right += example.count * right
            bins[min(9, int(chance * 10))] += example.count * (float(chance) - right)
        error = sum(abs(gap) for gap in bins.values()) / total
        print(
            f"factor {factor}: role {roles_right / total:.3f}, "
            f"section {sections_right / total:.3f}, calibration error {error:.3f}"
        )
