"""Groups articles about one event into stories, at once or together with those of earlier days.

No grouping is final: a run groups today's articles anew together with those of the stories told
in the last days, as if all had come at once, and then says which earlier stories each group
carries on. So it costs little in which order articles arrive, and what an early run got wrong,
for want of articles, misleads no later one. What was told is never changed: only groups that hold
new articles are returned; the earlier articles in them are named, not moved.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np

from briefing.stories.documents import KnownStory, StoryDocument, StoryGroup
from briefing.stories.likeness import Model, load_model
from briefing.stories.linkage import link
from briefing.stories.pairs import Pairs, measure_pairs
from briefing.stories.vectors import Floats
from briefing.stories.views import describe

WINDOW = timedelta(days=14)  # a story without news for so long takes up no new articles
FAR = timedelta(days=60)  # articles published further apart rarely tell of one event,
FADED = 0.5  # so their chance is multiplied by this; not by 0: pages often bear a wrong date
DAY = 86400  # seconds
# Documents of a known story that are compared with new ones, the latest; of stories that went on
# from one all have its documents, and with 20 one by one lost 4 points (B-cubed) instead of 0.3.
SAMPLE = 100
GREATER = 0.5  # share of a story's documents above which a group holds the greater part of it


def cluster_stories(documents: Sequence[StoryDocument]) -> tuple[tuple[str, ...], ...]:
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
    return tuple(group.documents for group in join_stories(documents, ()))


def join_stories(
    documents: Sequence[StoryDocument], known: Sequence[KnownStory]
) -> tuple[StoryGroup, ...]:
    """The groups of new documents, sorted, and what each carries on of the known stories.

    New documents and the latest ones of known stories are grouped together. A group carries on
    the known story that most of its earlier documents are of, and any other that it holds the
    greater part of: so two stories become one once a new document shows that they are. Where a
    story turns out to have been two, each group with documents of it carries it on. Stories
    without news for WINDOW before the first new document are left alone; a document of a known
    story is not new. Known stories may share documents (by id).
    """
    told = {document.id for story in known for document in story.documents}
    fresh = [document for document in documents if document.id not in told]
    latest = {s.id: s.documents[-SAMPLE:] for s in known if _lasts(s, fresh)}
    held = {d.id: d for d in (*fresh, *(d for sample in latest.values() for d in sample))}
    ordered = [held[each] for each in sorted(held)]
    members = {story: frozenset(d.id for d in sample) for story, sample in latest.items()}
    groups = []
    for group in _group(ordered, load_model()):
        ids = [ordered[at].id for at in group]
        own = tuple(each for each in ids if each not in told)
        earlier = tuple(each for each in ids if each in told)
        if own:
            groups.append(StoryGroup(own, earlier, find_carried(earlier, members)))
    return tuple(sorted(groups, key=lambda group: group.documents))


def _group(documents: Sequence[StoryDocument], model: Model) -> list[list[int]]:
    pairs = measure_pairs(describe(document) for document in documents)
    return group_pairs(pairs, count_days(documents), model)


def count_days(documents: Sequence[StoryDocument]) -> Floats:
    """When each document was published, in days; NaN where it does not tell."""
    return np.array([d.published.timestamp() / DAY if d.published else np.nan for d in documents])


def group_pairs(pairs: Pairs, days: Floats, model: Model) -> list[list[int]]:
    """The groups of documents by number, by what their pairs and their `days` tell."""
    apart = np.abs(days[pairs.first] - days[pairs.second]) > FAR.days
    chances = model.chances(pairs.features) * np.where(apart, FADED, 1.0)
    return link(len(days), pairs.first, pairs.second, chances, model)


def find_carried(earlier: Sequence[str], members: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The known stories (documents by story) that a group with these earlier documents carries on.

    First the one with most of them; of equal ones the one held to the greater part, then the
    first by id. Then those of whose further documents, not of the first, it holds more than
    GREATER.

    >>> find_carried(["a", "b", "c"], {"x": frozenset("ab"), "y": frozenset("cd")})
    ('x',)
    >>> find_carried(["a", "b", "c"], {"x": frozenset("ab"), "y": frozenset("c")})
    ('x', 'y')
    """
    group = frozenset(earlier)
    shares = {story: len(group & own) for story, own in members.items() if group & own}
    if not shares:
        return ()
    first = min(shares, key=lambda story: (-shares[story], len(members[story]), story))
    rest = {story: members[story] - members[first] for story in shares if story != first}
    wholes = (story for story, own in rest.items() if len(group & own) > GREATER * len(own))
    return (first, *sorted(wholes))


def _lasts(story: KnownStory, documents: Sequence[StoryDocument]) -> bool:
    """Whether any document may still belong to a story, by the time of its last news."""
    told = [d.published for d in documents if d.published is not None]
    return len(told) < len(documents) or not told or min(told) - story.last < WINDOW
