"""Groups articles about one event into stories, at once or by joining stories known before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np

from briefing.stories.documents import KnownStory, StoryDocument
from briefing.stories.likeness import Model, load_model
from briefing.stories.linkage import link
from briefing.stories.pairs import measure_pairs
from briefing.stories.views import describe

WINDOW = timedelta(days=14)  # a story without news for so long takes up no new articles
FAR = timedelta(days=60)  # articles published further apart rarely tell of one event,
FADED = 0.5  # so their chance is multiplied by this; not by 0: pages often bear a wrong date
DAY = 86400  # seconds
SAMPLE = 20  # documents of a known story that are compared with new ones, the latest


def cluster_stories(
    documents: Sequence[StoryDocument], *, known: Sequence[KnownStory] = ()
) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents, grouped by story.

    Pairs of articles get the chance that they tell one story from a logistic model over nine
    cosines (words, names, lead, numbers, pairs of words; weighed by rarity in news and in the
    batch), lower for articles published long apart; groups are joined by average linkage.
    Groups begin with their first id in alphabetical order and are sorted; the order of the
    documents does not matter.

    >>> texts = {
    ...     "a": "A fire destroyed the Corlin paper mill in Port Avel on Monday night.",
    ...     "b": "On Monday night fire destroyed the paper mill of Corlin in Port Avel.",
    ...     "c": "The central bank left interest rates unchanged.",
    ... }
    >>> cluster_stories([StoryDocument(name, text) for name, text in texts.items()])
    (('a', 'b'), ('c',))
    """
    groups: dict[str, list[str]] = {}
    for document, story in join_stories(documents, known).items():
        groups.setdefault(story, []).append(document)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def join_stories(
    documents: Sequence[StoryDocument],
    known: Sequence[KnownStory],
    *,
    model: Model | None = None,
) -> Mapping[str, str]:
    """The story of each document: the id of a known story, or of its own first document.

    New documents and the latest ones of known stories are grouped together; a group carries on
    the known story that most of its old documents are of, and of several groups that would
    carry on one story the one with most of its documents does. So a story that was two from
    the start falls apart once there is enough to tell. Stories without news for WINDOW before
    the first new document are left alone; documents of a known story stay where they are.
    """
    stories = [story for story in sorted(known, key=lambda s: s.id) if _lasts(story, documents)]
    placed = {d.id: story.id for story in stories for d in story.documents}
    fresh = {d.id: d for d in documents if d.id not in placed}
    old = {d.id: d for story in stories for d in story.documents[-SAMPLE:]}
    ids = [*sorted(fresh), *sorted(old)]
    groups = _group([fresh.get(each) or old[each] for each in ids], model or load_model())
    named = [[ids[at] for at in group] for group in groups]
    result = {document.id: placed[document.id] for document in documents if document.id in placed}
    for group, story in zip(named, _carry_on(named, placed), strict=True):
        own = [each for each in group if each in fresh]
        result.update((each, story or own[0]) for each in own)
    return dict(sorted(result.items()))


def _group(documents: Sequence[StoryDocument], model: Model) -> list[list[int]]:
    pairs = measure_pairs([describe(document) for document in documents])
    days = np.array([d.published.timestamp() / DAY if d.published else np.nan for d in documents])
    apart = np.abs(days[pairs.first] - days[pairs.second]) > FAR.days
    chances = model.chances(pairs.features) * np.where(apart, FADED, 1.0)
    return link(len(documents), pairs.first, pairs.second, chances, model)


def _carry_on(groups: Sequence[Sequence[str]], placed: Mapping[str, str]) -> list[str | None]:
    """For each group the known story that it carries on; each story at most once."""
    held = [Counter(placed[each] for each in group if each in placed) for group in groups]
    claims = sorted(
        (-count, story, at) for at, counts in enumerate(held) for story, count in counts.items()
    )
    result: list[str | None] = [None] * len(groups)
    taken: set[str] = set()
    for _, story, at in claims:
        if result[at] is None and story not in taken:
            result[at] = story
            taken.add(story)
    return result


def _lasts(story: KnownStory, documents: Sequence[StoryDocument]) -> bool:
    """Whether any document may still belong to a story, by the time of its last news."""
    told = [d.published for d in documents if d.published is not None]
    return len(told) < len(documents) or not told or min(told) - story.last < WINDOW
