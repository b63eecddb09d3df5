"""Chooses the article that leads a story, and a summary across articles without repetition."""

from collections import Counter
from collections.abc import Collection, Sequence

from briefing.domain import Briefing, StorySentence, SummarySentence
from briefing.stories.silence import tells_refusal
from briefing.stories.termweights import Weights, centre, contained, cosine, weigh_terms

REPEATED = 0.5  # cosine with a chosen sentence from which a sentence says the same again
KNOWN = 0.65  # share of a sentence's weight in the chosen ones from which it tells nothing new
NOVEL = 0.6  # what likeness with chosen sentences costs, against likeness with the story
AGAIN = 0.15  # what each sentence chosen from an article costs its next one
OPENING = 600  # characters of an article that stand for it


def choose_lead(briefings: Sequence[Briefing], *, copies: Collection[str] = ()) -> int:
    """The number of the briefing whose title heads the story.

    That is the article most like all of them, one with a title and no copy (sources given)
    before others; ties go to the first.

    Raises: ValueError for no briefings.
    """
    texts = [weigh_terms(f"{b.article.title or ''} {b.article.text[:OPENING]}") for b in briefings]
    middle = centre(texts)
    return max(
        range(len(briefings)),
        key=lambda i: (
            bool(briefings[i].article.title),
            briefings[i].article.source not in copies,
            round(cosine(texts[i], middle), 6),
            -i,
        ),
    )


def write_headline(briefing: Briefing) -> str:
    """The title of an article; without one its first summary sentence, or its first words."""
    if briefing.article.title:
        return " ".join(briefing.article.title.split())
    if briefing.summary:
        return " ".join(briefing.summary[0].text.split())
    return " ".join(briefing.article.text.split()[:12])


def choose_story_summary(
    briefings: Sequence[Briefing], *, count: int = 3
) -> tuple[StorySentence, ...]:
    """The sentences that sum up a story, taken from the summaries of its articles.

    The first sentence is the one that the leading article (first) begins with; each further
    one is like the story and unlike those chosen (maximal marginal relevance, Carbonell and
    Goldstein 1998), rather from an article that nothing was chosen from. Sentences that tell
    nothing new, that somebody did not speak, or that break a quotation off are left out, so there
    may be fewer. Sentences of one article stand together, in its order.
    """
    whole = [(at, sentence) for at, b in enumerate(briefings) for sentence in b.summary]
    pool = [(at, sentence) for at, sentence in whole if _tells(sentence.text)] or whole[:1]
    if not pool:
        return ()
    weights = [weigh_terms(sentence.text) for _, sentence in pool]
    middle = centre(weights)
    chosen = [0]
    while len(chosen) < count:
        best = _next(pool, weights, middle, chosen)
        if best is None:
            break
        chosen.append(best)
    return tuple(
        StorySentence(pool[i][1], briefings[pool[i][0]].article.source) for i in sorted(chosen)
    )


def _tells(sentence: str) -> bool:
    """Whether a sentence says something of its own: no refusal, no half of a quotation."""
    broken = sentence.count("“") != sentence.count("”") or sentence.count('"') % 2
    return not broken and not tells_refusal(sentence)


def _next(
    pool: Sequence[tuple[int, SummarySentence]],
    weights: Sequence[Weights],
    middle: Weights,
    chosen: Sequence[int],
) -> int | None:
    told = {term: 1.0 for i in chosen for term in weights[i]}
    used = Counter(pool[i][0] for i in chosen)
    values = {}
    for at in range(len(pool)):
        if at in chosen or not weights[at] or contained(weights[at], told) >= KNOWN:
            continue
        likeness = max(cosine(weights[at], weights[i]) for i in chosen)
        if likeness < REPEATED:
            cost = NOVEL * likeness + AGAIN * used[pool[at][0]]
            values[at] = cosine(weights[at], middle) - cost
    return max(values, key=lambda at: (values[at], -at)) if values else None
