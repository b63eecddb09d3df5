"""Reads grouped articles and measures the pairs among all or some of them."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from briefing.load import load_text
from briefing.stories import StoryDocument
from briefing.stories.clustering import count_days
from briefing.stories.pairs import Pairs, measure_pairs
from briefing.stories.vectors import RANGE, Floats, Ids, Rarity
from briefing.stories.views import Views, describe
from briefing.terms import content_terms, rarity


@dataclass(frozen=True)
class Corpus:
    """Articles: the numbers of their story and topic, when they were published, their terms."""

    stories: Floats
    topics: Floats
    days: Floats
    views: Sequence[Views]
    rarity: Rarity


@dataclass(frozen=True)
class Sample:
    """Some articles of a corpus by number, and their pairs, measured as if there were no others.

    The pairs count through the sample, not through the corpus.
    """

    ids: Ids
    pairs: Pairs


def read_corpus(folder: Path) -> Corpus:
    """The articles of a folder."""
    rows = [json.loads(line) for line in (folder / "stories.jsonl").open(encoding="utf-8")]
    texts = [(folder / "text" / f"{row['doc']}.txt").read_text("utf-8") for row in rows]
    names = sorted({row["story"] for row in rows})
    stories = np.array([names.index(row["story"]) for row in rows])
    topics = np.array([int(re.match(r"\d+", row["story"])[0]) for row in rows])  # type: ignore[index]
    documents = [read_document(text) for text in texts]
    views = [describe(document) for document in documents]
    return Corpus(stories, topics, count_days(documents), views, without(texts))


def read_document(text: str) -> StoryDocument:
    """An article as the digest hands it to the clustering."""
    article = load_text(text, source="article.txt")
    return StoryDocument(article.id, article.text, article.title, (), article.published)


def without(texts: Sequence[str]) -> Callable[[str], float]:
    """The rarity of terms in the background without these texts, which are part of it."""
    own = Counter(term for text in texts for term in set(content_terms(text)))

    def value(term: str) -> float:
        counted = np.exp(RANGE * (1 - rarity(term))) - 1
        return float(1 - np.log(max(0.0, counted - own[term]) + 1) / RANGE)

    return value


def measure_sample(corpus: Corpus, ids: Ids) -> Sample:
    """The articles of these numbers with their pairs."""
    views = [corpus.views[at] for at in ids.tolist()]
    return Sample(ids, measure_pairs(views, rarity=corpus.rarity))


def let_arrive(corpus: Corpus, *, parts: int, seed: int) -> Iterator[tuple[Ids, Sample]]:
    """The articles in equal parts, in a random order: those of each part, and all come by then."""
    order = list(range(len(corpus.stories)))
    Random(seed).shuffle(order)
    come = np.zeros(0, dtype=np.int64)
    for part in range(parts):
        new = np.array(sorted(order[part::parts]))
        come = np.union1d(come, new)
        yield new, measure_sample(corpus, come)
