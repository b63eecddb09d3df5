"""Describes the sentences of an article by the numbers that the learned summariser reads."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.summary.openings import points_back
from briefing.summary.style import measure_style, measure_texture
from briefing.terms import rarity, split_words, stem, stop_words

FEATURES = (
    "order",  # 0 for the first sentence
    "order_share",  # 0 first … 1 last
    "sentences",  # eligible sentences of the article
    "opens_paragraph",  # 1 where it begins its paragraph
    "words",
    "words_ratio",  # words against the article's mean
    "content_share",  # content words among its words
    "centrality",  # cosine with the sum of all sentences
    "centrality_rank",  # 0 the most central … 1
    "lead_cosine",  # cosine with the first three other sentences
    "frequency",  # mean share of the sentences that hold its terms
    "frequency_top",  # share of the article's ten weightiest terms that it holds
    "weight",  # weight of its terms in the article, summed
    "weight_mean",
    "rarity",  # mean rarity of its terms in news at large
    "repeats",  # its pairs of neighbouring terms found in other sentences
    "new_terms",  # share of its terms that no earlier sentence has
    "names",  # capitalised words inside the sentence
    "new_names",  # of these, first seen here
    "top_names",  # share of the article's name mentions carried by its names
    "figures",
    "large_sums",  # money, percentages, millions
    "quoted",  # share of its characters between quotation marks
    "opens_quoted",
    "said",  # a verb of saying
    "weekday",  # a day, month, today
    "question",
    "first_person",
    "second_person",
    "points_back",  # opens with a pronoun or connective
    "next_points_back",  # the sentence after it does
    "pronouns",
    "commas",
    "dashes",
    "long_word",  # mean letters of its words
    "colon",
)
# Of these the model also reads the value of the sentence before and after (0 at the ends) …
NEIGHBOURS = ("words", "quoted", "said", "centrality", "opens_quoted", "question", "first_person")
# … and of these the mean over the article, which tells interviews and columns from news.
MEANS = ("quoted", "said", "question", "first_person", "second_person", "points_back")
COLUMNS = (
    *FEATURES,
    *(f"before_{name}" for name in NEIGHBOURS),
    *(f"after_{name}" for name in NEIGHBOURS),
    *(f"mean_{name}" for name in MEANS),
)
_NEIGHBOURS = tuple(FEATURES.index(name) for name in NEIGHBOURS)
_MEANS = tuple(FEATURES.index(name) for name in MEANS)


@dataclass(frozen=True, slots=True)
class Described:
    """What is counted of one sentence: its words, content terms, their weights, its names."""

    wording: str
    words: tuple[str, ...]
    terms: tuple[str, ...]
    vector: dict[str, float]
    norm: float
    names: tuple[str, ...]


def describe(wording: str) -> Described:
    """The words, terms and names of one sentence."""
    words = split_words(wording)
    stops = stop_words()
    terms = []
    names = []
    for position, word in enumerate(words):
        lowered = word.lower().replace("’", "'")
        if lowered in stops or len(word) < 2:
            continue
        term = stem(word)
        terms.append(term)
        if position and word[0].isupper():
            names.append(term)
    vector = {term: count * rarity(term) for term, count in Counter(terms).items()}
    norm = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return Described(wording, tuple(words), tuple(terms), vector, norm, tuple(names))


def cosine(one: Described, other: Described) -> float:
    """The cosine of two sentences' term weights, 0 to 1."""
    if len(one.vector) > len(other.vector):
        one, other = other, one
    theirs = other.vector
    dot = sum(value * theirs.get(term, 0.0) for term, value in one.vector.items())
    return dot / (one.norm * other.norm)


@dataclass(frozen=True, slots=True)
class Overview:
    """What is counted over all sentences of an article."""

    weights: dict[str, float]  # frequency times rarity of each term
    norm: float
    spread: Counter[str]  # in how many sentences each term stands
    pairs: Counter[tuple[str, str]]
    names: Counter[str]
    top: frozenset[str]
    mean_words: float


def overview(described: Sequence[Described]) -> Overview:
    """The counts over all sentences."""
    weights: dict[str, float] = {}
    spread: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    names: Counter[str] = Counter()
    for sentence in described:
        for term, value in sentence.vector.items():
            weights[term] = weights.get(term, 0.0) + value
        spread.update(sentence.vector.keys())
        pairs.update(set(zip(sentence.terms, sentence.terms[1:], strict=False)))
        names.update(sentence.names)
    norm = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    top = frozenset(sorted(weights, key=lambda term: (-weights[term], term))[:10])
    mean = sum(len(s.words) for s in described) / max(1, len(described))
    return Overview(weights, norm, spread, pairs, names, top, mean)


def measure(described: Sequence[Described], paragraphs: Sequence[int]) -> list[tuple[float, ...]]:
    """The values of every sentence, in the order of COLUMNS; linear in the article's words."""
    rows = _measure_alone(described, paragraphs)
    means = [sum(row[k] for row in rows) / max(1, len(rows)) for k in _MEANS]
    nothing = (0.0,) * len(FEATURES)
    padded = [nothing, *rows, nothing]
    return [
        (
            *row,
            *(padded[i][k] for k in _NEIGHBOURS),
            *(padded[i + 2][k] for k in _NEIGHBOURS),
            *means,
        )
        for i, row in enumerate(rows)
    ]


def _measure_alone(
    described: Sequence[Described], paragraphs: Sequence[int]
) -> list[tuple[float, ...]]:
    whole = overview(described)
    seen: set[str] = set()
    rows = []
    central = [_centrality(sentence, whole) for sentence in described]
    order = sorted(range(len(described)), key=lambda i: -central[i])
    rank = {position: place for place, position in enumerate(order)}
    total = max(1, len(described) - 1)
    for i, sentence in enumerate(described):
        following = described[i + 1].wording if i + 1 < len(described) else ""
        opens = i == 0 or paragraphs[i] != paragraphs[i - 1]
        rows.append(
            (
                float(i),
                i / total,
                float(len(described)),
                float(opens),
                *_sizes(sentence, whole),
                central[i],
                rank[i] / total,
                max(
                    (cosine(sentence, other) for other in described[:3] if other is not sentence),
                    default=0.0,
                ),
                *_contents(sentence, whole, seen),
                *measure_style(sentence.wording, sentence.words),
                float(bool(following) and points_back(following)),
                *measure_texture(sentence.wording, sentence.words),
            )
        )
        seen.update(sentence.terms)
    return rows


def _centrality(sentence: Described, whole: Overview) -> float:
    dot = sum(v * (whole.weights[t] - v) for t, v in sentence.vector.items())
    return dot / (sentence.norm * whole.norm)


def _sizes(sentence: Described, whole: Overview) -> tuple[float, ...]:
    count = len(sentence.words)
    return (
        float(count),
        count / (whole.mean_words or 1.0),
        len(sentence.terms) / max(1, count),
    )


def _contents(sentence: Described, whole: Overview, seen: set[str]) -> tuple[float, ...]:
    terms = sentence.vector
    count = max(1, len(terms))
    weight = sum(whole.weights[term] for term in terms)
    pairs = list(zip(sentence.terms, sentence.terms[1:], strict=False))
    named = set(sentence.names)
    return (
        sum(whole.spread[term] for term in terms) / count,
        sum(term in whole.top for term in terms) / 10,
        weight,
        weight / count,
        sum(rarity(term) for term in terms) / count,
        float(sum(whole.pairs[pair] > 1 for pair in pairs)),
        sum(term not in seen for term in terms) / count,
        float(len(named)),
        float(len(named - seen)),
        sum(whole.names[name] for name in named) / max(1, whole.names.total()),
    )
