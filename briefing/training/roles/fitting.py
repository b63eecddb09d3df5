"""Fits the weights of roles: multinomial logistic regression with the rules as offset."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.domain import Role
from briefing.roles.learned import RULES
from briefing.training.roles.examples import Example

ROLES = tuple(Role)
Floats = NDArray[np.float32]
PULL = 1.0  # L2 penalty; 1 to 4 do alike on held-out folds
ROUNDS, RATE = 150, 0.05
LEAST = 2  # articles a feature must occur in
FACTOR = 0.9  # on the scores, so that chances come true
CERTAIN = 0.9  # chance from which a role is taken for right; chosen on held-out folds
TAUGHT = 1.0  # what an attribution of such a speaker counts


def matrix(examples: Sequence[Example], columns: dict[str, int]) -> tuple[Floats, Floats]:
    """The features of the examples as rows, and the offsets by the rules."""
    table = np.zeros((len(examples), len(columns)), np.float32)
    offsets = np.zeros((len(examples), len(ROLES)), np.float32)
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in columns:
                table[row, columns[name]] = value
        for number, role in enumerate(ROLES):
            offsets[row, number] = RULES * example.scores.get(role, 0.0)
    return table, offsets


def softmax(scores: Floats) -> Floats:
    """The chances of the roles, row by row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def _halves(example: Example) -> tuple[Example, ...]:
    """An example with its name and one without, which weigh half of it each."""
    if example.features == example.nameless:
        return (example,)
    known = replace(example, count=example.count / 4)  # the root of it is what counts
    return known, replace(known, features=example.nameless)


def teach(examples: Sequence[Example], others: Sequence[Example]) -> list[Example]:
    """The examples, and of the others those whose roles are certain without their names.

    So names are learned from articles that say who somebody is.
    """
    columns, weights = fit(examples)
    table, offsets = matrix([replace(e, features=e.nameless) for e in others], columns)
    chances = softmax(FACTOR * (table @ weights + offsets))
    taught = [
        replace(other, roles=(ROLES[int(row.argmax())].value,), count=TAUGHT * other.count)
        for other, row in zip(others, chances, strict=True)
        if row.max() >= CERTAIN
    ]
    return [*examples, *taught]


def fit(examples: Sequence[Example]) -> tuple[dict[str, int], Floats]:
    """The columns of the features and their weights (Adam on the whole set).

    Each example counts half with its name and half as in an article on another race, so that
    names do not stand in for what other words say.
    """
    examples = [half for example in examples for half in _halves(example)]
    places: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.features:
            places[name].add(example.article)
    kept = sorted(name for name, articles in places.items() if len(articles) >= LEAST)
    columns = {name: number for number, name in enumerate(kept)}
    table, offsets = matrix(examples, columns)
    wanted = np.eye(len(ROLES), dtype=np.float32)[
        [ROLES.index(Role(example.roles[0])) for example in examples]
    ]
    share = np.array([[math.sqrt(example.count)] for example in examples], np.float32)
    weights = np.zeros((len(columns), len(ROLES)), np.float32)
    first: Any = np.zeros_like(weights)
    second: Any = np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        error = share * (softmax(table @ weights + offsets) - wanted)
        slope = table.T @ error + PULL * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = RATE * (1 - step / ROUNDS) + 0.002
        move = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights -= rate * move
    return columns, weights
