"""Compares short texts by their weighted terms, for choosing headlines and summaries."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.terms import content_terms, rarity

Weights = Mapping[str, float]


def weigh_terms(text: str) -> Weights:
    """The terms of a text with count times rarity, scaled to length 1; empty without terms."""
    counts = Counter(content_terms(text))
    weights = {term: count * (0.1 + rarity(term)) for term, count in counts.items()}
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / norm for term, weight in weights.items()}


def cosine(one: Weights, other: Weights) -> float:
    """The cosine of two weighted texts (0-1)."""
    short, long = sorted((one, other), key=len)
    return sum(weight * long.get(term, 0.0) for term, weight in short.items())


def contained(one: Weights, other: Weights) -> float:
    """The share of a text's weight whose terms stand in another text (0-1)."""
    whole = sum(weight * weight for weight in one.values())
    return sum(w * w for term, w in one.items() if term in other) / whole if whole else 1.0


def centre(texts: Iterable[Weights]) -> Weights:
    """The sum of weighted texts, scaled to length 1."""
    total: Counter[str] = Counter()
    for text in texts:
        for term, weight in text.items():
            total[term] += weight  # type: ignore[assignment]
    norm = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {term: weight / norm for term, weight in total.items()}
