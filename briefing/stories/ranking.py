"""Ranks stories and fits them into a budget in which official statements always have room."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from briefing.domain import Section, Story, StoryStatement
from briefing.tokens import count_words

COPY = 0.3  # what an article that repeats another one counts for coverage
RECENT = 1.0  # what a story of this hour gains over one without date or of long ago
HALF = 24.0  # hours after which half of that is left
WATCHED = 2.0  # what a hit of the watch list gains: more than four times the coverage
SUMMARY = 1  # sentences of a summary that are kept where words are short


def score_story(story: Story, *, now: datetime) -> float:
    """How high a story stands: coverage (logarithm of its articles), recency, watch list."""
    copies = {copy for copy, _ in story.copies}
    sources = [briefing.article.source for briefing in story.briefings]
    coverage = sum(COPY if source in copies else 1.0 for source in sources)
    times = [b.article.published for b in story.briefings if b.article.published is not None]
    recency = 0.0
    if times:
        hours = max(0.0, (now - max(times)).total_seconds() / 3600)
        recency = RECENT * math.pow(0.5, hours / HALF)
    return round(math.log2(1 + coverage) + recency + WATCHED * bool(story.watched), 4)


def rank_stories(stories: Sequence[Story], *, now: datetime) -> tuple[Story, ...]:
    """The stories with their scores, best first; equal ones by headline and id."""
    scored = [replace(story, score=score_story(story, now=now)) for story in stories]
    return tuple(sorted(scored, key=lambda story: (-story.score, story.headline, story.id)))


def fit_budget(
    stories: Sequence[Story], *, most: int | None = None, words: int | None = None
) -> tuple[tuple[Story, ...], int]:
    """The stories that are printed, in the order given, and the number of those left out.

    Of the places (`most`), stories with official statements get theirs first. Of the words,
    every story kept has its headline and all official statements, even beyond the budget; the
    rest is filled in turn with first summary sentences, expert statements, further summary
    sentences, other statements. None: no limit.
    """
    kept = list(stories)
    if most is not None and len(kept) > most:
        first = sorted(range(len(kept)), key=lambda i: (not _officials(kept[i]), i))
        kept = [kept[i] for i in sorted(first[: max(most, 0)])]
    return _fit_words(kept, words), len(stories) - len(kept)


def _officials(story: Story) -> bool:
    return any(_section(statement) is Section.OFFICIAL for statement in story.statements)


def _section(statement: StoryStatement) -> Section:
    return statement.statement.section


def _fit_words(stories: Sequence[Story], words: int | None) -> tuple[Story, ...]:
    if words is None:
        return tuple(stories)
    left = words
    for story in stories:
        left -= count_words(story.headline) + sum(
            count_words(s.text) for s in story.statements if _section(s) is Section.OFFICIAL
        )
    kept: list[set[int]] = [set() for _ in stories]
    for number, place, size in _wishes(stories):
        if size <= left:
            kept[number].add(place)
            left -= size
    return tuple(_cut(story, chosen) for story, chosen in zip(stories, kept, strict=True))


def _wishes(stories: Sequence[Story]) -> list[tuple[int, int, int]]:
    """What a budget is spent on, in turn: number of the story, place in it, words.

    Places count the summary's sentences, then the statements.
    """
    wishes = []
    for number, story in enumerate(stories):
        for place, sentence in enumerate(story.summary):
            turn = 0 if place < SUMMARY else 2
            wishes.append((turn, number, place, count_words(sentence.sentence.text)))
        for place, statement in enumerate(story.statements, len(story.summary)):
            section = _section(statement)
            if section is not Section.OFFICIAL:
                turn = 1 if section is Section.EXPERT else 3
                wishes.append((turn, number, place, count_words(statement.text)))
    return [wish[1:] for wish in sorted(wishes)]


def _cut(story: Story, chosen: set[int]) -> Story:
    start = len(story.summary)
    summary = tuple(s for place, s in enumerate(story.summary) if place in chosen)
    statements = tuple(
        s
        for place, s in enumerate(story.statements, start)
        if place in chosen or _section(s) is Section.OFFICIAL
    )
    return replace(story, summary=summary, statements=statements)
