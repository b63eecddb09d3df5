"""Describes the candidate phrases of an article by the numbers that the ranking reads."""

import math
from collections import Counter
from collections.abc import Collection, Mapping

from briefing.keywords.candidates import Candidate, Key
from briefing.terms import rarity

FEATURES = (
    "words",
    "count",  # places, logarithm
    "share",  # places per sentence of the article
    "first",  # number of the sentence of its first place, logarithm
    "spread",  # last sentence minus first, per sentence of the article
    "title",  # stands in the title
    "title_words",  # share of its words in the title
    "rarity",  # mean over its words, 0 common … 1 unseen
    "rarity_least",
    "weight",  # sum over its words of count in the article times rarity, per word, logarithm
    "cohesion",  # places against those of its most frequent word
    "least_cohesion",  # places against those of its least frequent word
    "inside",  # share of its places that lie in a longer candidate
    "named",  # share of its places where all words are names
    "speaker",  # it is, or is part of, a name the caller gave
    "noun",  # noun share of the last word
    "noun_least",  # lowest noun share of its words
    "letters",  # mean length of its words
    "capitals",  # an acronym
    "sentences",  # of the article, logarithm
)


def measure(
    found: Mapping[Key, Candidate],
    *,
    title: Collection[str],
    names: Collection[Key],
) -> dict[Key, tuple[float, ...]]:
    """The features of every candidate, in the order of FEATURES.

    `title` holds the stems of the title; `names` the stems of each known name.
    """
    total = 1 + max((max(c.sentences) for c in found.values()), default=0)
    singles = Counter({key[0]: c.count for key, c in found.items() if len(key) == 1})
    longer: Counter[Key] = Counter()
    for key, candidate in found.items():
        for part in {p for p in (key[1:], key[:-1]) if p}:
            longer[part] = max(longer[part], candidate.count)
    parts = {
        name[i:j] for name in names for i in range(len(name)) for j in range(i + 1, len(name) + 1)
    }
    return {key: _row(c, total, singles, longer, title, parts) for key, c in found.items()}


def _row(
    candidate: Candidate,
    total: int,
    singles: Mapping[str, int],
    longer: Mapping[Key, int],
    title: Collection[str],
    parts: Collection[Key],
) -> tuple[float, ...]:
    key = candidate.key
    size = len(key)
    rare = [rarity(term) for term in key]
    counts = [max(singles.get(term, 0), candidate.count) for term in key]
    nouns = [word.noun for word in candidate.words]
    weight = sum(count * r for count, r in zip(counts, rare, strict=True)) / size
    return (
        float(size),
        math.log(candidate.count),
        candidate.count / total,
        math.log1p(candidate.first),
        (max(candidate.sentences) - candidate.first) / total,
        float(candidate.in_title),
        sum(term in title for term in key) / size,
        sum(rare) / size,
        min(rare),
        math.log1p(weight),
        candidate.count / max(counts),
        candidate.count / min(counts),
        min(1.0, longer.get(key, 0) / candidate.count),
        candidate.named / candidate.count,
        float(key in parts),
        nouns[-1],
        min(nouns),
        sum(len(word.text) for word in candidate.words) / size,
        float(candidate.words[0].text.isupper()),
        math.log(total),
    )
