"""Weighs a speaker of a campaign article with learned weights on top of the rules.

Multinomial logistic regression; the scores of the rules are its fixed offset. How the weights
were made, and on what, is told in the header of `data/roles/campaign_weights.tsv`.
"""

from functools import cache, lru_cache

from briefing.domain import Role
from briefing.lexicon import table
from briefing.roles.features import Features
from briefing.roles.rules import Scores

RULES = 1.5  # what a score of the rules counts beside the weights; chosen on held-out folds
TELLING = (
    "known surname=",
    "known family=",
    "known name=",
    "principal=",
    "own word=",
    "near word=",
    "head=",
)
SHOWN = 2  # learned features named as evidence


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table("roles/campaign_weights.tsv")}


@lru_cache(maxsize=8192)
def weights(feature: str) -> tuple[float, ...]:
    """The weights of a feature, in the order of `Role`; none where it was not learned."""
    return tuple(float(value) for value in _rows().get(feature, ()))


def score_learned(features: Features, scores: Scores) -> Scores:
    """The scores of all roles, in logits, from features and the scores of the rules."""
    totals = [RULES * scores.get(role, 0.0) for role in Role]
    for name, value in features.items():
        for column, weight in enumerate(weights(name)):
            totals[column] += value * weight
    return dict(zip(Role, totals, strict=True))


def learned_evidence(features: Features, role: Role) -> tuple[str, ...]:
    """The features of words and names that speak most for a role."""
    column = list(Role).index(role)
    told = [(weights(name)[column], name) for name in features if weights(name)]
    told = [(weight, name) for weight, name in told if weight > 0 and name.startswith(TELLING)]
    told.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(f"learned: {name.replace('=', ' ')}" for _, name in told[:SHOWN])
