"""Groups articles about one event into stories, at once or by joining stories known before."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np

from briefing.stories.documents import KnownStory, StoryDocument
from briefing.stories.likeness import Model, load_model
from briefing.stories.linkage import link
from briefing.stories.pairs import measure_pairs
from briefing.stories.views import describe

WINDOW = timedelta(days=14)  # a story without news for so long takes up no new articles
SAMPLE = 20  # documents of a known story that are compared with new ones, the latest


def cluster_stories(
    documents: Sequence[StoryDocument], *, known: Sequence[KnownStory] = ()
) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents, grouped by story; documents of one known story stay together.

    Pairs of articles get the chance that they tell one story from a logistic model over nine
    cosines (words, names, lead, numbers, pairs of words; weighed by rarity in news and in the
    batch), and groups are joined by average linkage. Groups begin with their first id in
    alphabetical order and are sorted; the order of the documents does not matter.

    >>> texts = {
    ...     "a": "A fire destroyed the Corlin paper mill in Port Avel on Monday night.",
    ...     "b": "On Monday night fire destroyed the paper mill of Corlin in Port Avel.",
    ...     "c": "The central bank left interest rates unchanged.",
    ... }
    >>> cluster_stories([StoryDocument(name, text) for name, text in texts.items()])
    (('a', 'b'), ('c',))
    """
    joined = join_stories(documents, known)
    groups: dict[str, list[str]] = {}
    for document, story in joined.items():
        groups.setdefault(story, []).append(document)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def join_stories(
    documents: Sequence[StoryDocument],
    known: Sequence[KnownStory],
    *,
    model: Model | None = None,
) -> Mapping[str, str]:
    """The story of each new document: the id of a known story, or of its own first document.

    Known stories keep their documents and are never joined with each other. Documents that are
    in a known story already stay there; ones published WINDOW or more after a story's last news
    do not join it.
    """
    fresh = sorted(documents, key=lambda document: document.id)
    stories = [story for story in sorted(known, key=lambda s: s.id) if _lasts(story, fresh)]
    placed = {d.id: story.id for story in stories for d in story.documents}
    new = [document for document in fresh if document.id not in placed]
    old = [(story, d) for story in stories for d in _sample(story)]
    views = [describe(document) for document in (*new, *(d for _, d in old))]
    numbers = {story.id: at for at, story in enumerate(stories)}
    owners = np.array([-1] * len(new) + [numbers[story.id] for story, _ in old], dtype=np.int64)
    held = [np.flatnonzero(owners == at) for at in sorted(set(owners.tolist()) - {-1})]
    chosen = model or load_model()
    pairs = measure_pairs(views, owners=owners)
    chances = chosen.chances(pairs.features)
    result = {document.id: placed[document.id] for document in fresh if document.id in placed}
    for group in link(len(views), pairs.first, pairs.second, chances, chosen, held=held):
        ids = [new[at].id for at in group if at < len(new)]
        owner = next((stories[owners[at]].id for at in group if owners[at] >= 0), None)
        result.update((each, owner or ids[0]) for each in ids)
    return dict(sorted(result.items()))


def _lasts(story: KnownStory, fresh: Sequence[StoryDocument]) -> bool:
    """Whether any new document may still belong to a story, by the time of its last news."""
    told = [d.published for d in fresh if d.published is not None]
    return len(told) < len(fresh) or not told or min(told) - story.last < WINDOW


def _sample(story: KnownStory) -> Sequence[StoryDocument]:
    return story.documents[-SAMPLE:]
