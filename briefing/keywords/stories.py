"""Finds the phrases that tell one group of articles from the others."""

import math
from collections import Counter
from collections.abc import Sequence

from briefing.domain import Keyword
from briefing.terms import content_terms

Key = tuple[str, ...]


def extract_story_keywords(
    stories: Sequence[Sequence[Sequence[Keyword]]], *, count: int = 5
) -> list[tuple[Keyword, ...]]:
    """The best phrases of each story, given the key phrases of each of its articles.

    Class-based TF-IDF (after BERTopic, Grootendorst 2022): a phrase counts with the sum of its
    scores in a story's articles times log(1 + mean story mass / its mass in all stories). Scores
    are divided by the number of articles and lie between 0 and 1; phrases that stand inside
    another one are left out. A story without phrases gets none.

    >>> port, strike = Keyword("Port Avel", 0.8), Keyword("strike", 0.6)
    >>> found = extract_story_keywords([[[port, strike]], [[strike]]], count=1)
    >>> [[keyword.phrase for keyword in story] for story in found]
    [['Port Avel'], ['strike']]
    """
    masses = [_weigh(articles) for articles in stories]
    whole: Counter[Key] = Counter()
    for mass in masses:
        whole.update(mass)
    average = sum(whole.values()) / max(1, len(stories))
    return [
        _choose(articles, mass, whole, average, count)
        for articles, mass in zip(stories, masses, strict=True)
    ]


def _weigh(articles: Sequence[Sequence[Keyword]]) -> Counter[Key]:
    mass: Counter[Key] = Counter()
    for article in articles:
        for keyword in article:
            mass[tuple(content_terms(keyword.phrase))] += keyword.score  # type: ignore[assignment]
    return mass


def _choose(
    articles: Sequence[Sequence[Keyword]],
    mass: Counter[Key],
    whole: Counter[Key],
    average: float,
    count: int,
) -> tuple[Keyword, ...]:
    forms: dict[Key, str] = {}
    held: Counter[Key] = Counter()
    for article in articles:
        for keyword in article:
            key = tuple(content_terms(keyword.phrase))
            forms.setdefault(key, keyword.phrase)
            held[key] += 1
    share = {key: mass[key] / len(articles) for key in forms if key}
    value = {key: share[key] * math.log1p(average / (whole[key] or 1.0)) for key in share}
    chosen: list[Key] = []
    for key in sorted(value, key=lambda key: (-value[key], key)):
        if len(chosen) < count and not any(_inside(key, o) or _inside(o, key) for o in chosen):
            chosen.append(key)
    return tuple(
        Keyword(forms[key], round(share[key], 4), (f"in {held[key]} of {len(articles)} articles",))
        for key in chosen
    )


def _inside(short: Key, long: Key) -> bool:
    size = len(short)
    return any(long[i : i + size] == short for i in range(len(long) - size + 1))
