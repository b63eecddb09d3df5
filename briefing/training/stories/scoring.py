"""Scores groups of articles against their stories: B-cubed and pairs.

B-cubed: Bagga and Baldwin 1998. Groups of articles that come in parts are scored as a reader is
told them: each article by its group when it comes, each pair when the later one of the two comes.
"""

import numpy as np

from briefing.stories.clustering import group_pairs
from briefing.stories.likeness import Model
from briefing.stories.pairs import Pairs
from briefing.stories.vectors import Floats, Ids, Mask
from briefing.training.stories.corpus import Corpus, Sample


def group(corpus: Corpus, sample: Sample, model: Model, chosen: Mask | None = None) -> Floats:
    """The number of the group of each article; pairs with one not chosen (a mask) are cut."""
    pairs = sample.pairs
    if chosen is not None:
        kept = chosen[sample.ids[pairs.first]] & chosen[sample.ids[pairs.second]]
        pairs = Pairs(pairs.first[kept], pairs.second[kept], pairs.features[kept])
    labels = np.zeros(len(sample.ids))
    for number, members in enumerate(group_pairs(pairs, corpus.days[sample.ids], model)):
        labels[members] = number
    return labels


def count_hits(
    corpus: Corpus, sample: Sample, labels: Floats, chosen: Mask, new: Ids | None = None
) -> Floats:
    """Sums over the chosen articles (a mask) that are new, else over all chosen ones.

    They are: B-cubed precision and recall, articles, pairs shared, pairs told, true pairs.
    """
    stories = corpus.stories[sample.ids]
    fresh = np.ones(len(labels), dtype=bool) if new is None else np.isin(sample.ids, new)
    rows = fresh & chosen[sample.ids]
    true, told = stories[rows, None] == stories, labels[rows, None] == labels
    both = true & told
    counts = [table.sum(axis=1) for table in (both, told, true)]
    # A pair of two new articles is met from both sides; an article is no pair with itself.
    pairs = [float((table * np.where(fresh, 0.5, 1.0)).sum()) for table in (both, told, true)]
    shares = [float((counts[0] / counts[at]).sum()) for at in (1, 2)]
    return np.array([*shares, rows.sum(), *(sums - rows.sum() / 2 for sums in pairs)])


def figures(sums: Floats) -> Floats:
    """B-cubed F1 and pair F1 of summed counts."""
    p, r = sums[0] / sums[2], sums[1] / sums[2]
    return np.array([2 * p * r / (p + r), 2 * sums[3] / (sums[4] + sums[5])])
