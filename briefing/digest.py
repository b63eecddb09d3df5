"""Many briefings in, one digest out: the stories of a day, their statements and their order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import sha256

from briefing.domain import (
    Briefing,
    Digest,
    Failure,
    InputCount,
    Statement,
    Story,
)
from briefing.keywords.stories import extract_story_keywords
from briefing.stories import (
    KnownStory,
    StoryDocument,
    choose_lead,
    choose_story_summary,
    find_copies,
    find_silent,
    find_watched,
    fit_budget,
    join_stories,
    merge_statements,
    rank_stories,
    write_headline,
)


@dataclass(frozen=True, slots=True)
class DigestOptions:
    """What may be chosen about a digest; `sentences` and `keywords` are numbers for each story.

    `stories` and `words` are the budget (None: no limit); `watch` the entries of the watch
    list; `since` the begin of the period covered, else the day before `now`. `only` keeps the
    statements of these roles or sections (empty: all), `min_confidence` (0-1) those as sure.
    """

    sentences: int = 3
    keywords: int = 5
    stories: int | None = None
    words: int | None = None
    watch: tuple[str, ...] = ()
    since: datetime | None = None
    handling: str = ""
    stale: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    only: frozenset[str] = frozenset()
    min_confidence: float = 0.0

    def wants(self, statement: Statement) -> bool:
        """Whether a statement is to stand in the digest."""
        kinds = {statement.decision.role.value, statement.section.value}
        wanted = not self.only or bool(kinds & self.only)
        return wanted and statement.confidence >= self.min_confidence


def make_digest(
    briefings: Sequence[Briefing],
    failures: Sequence[Failure] = (),
    *,
    now: datetime,
    zone: tzinfo = UTC,
    known_stories: Sequence[KnownStory] = (),
    options: DigestOptions | None = None,
    inputs: InputCount | None = None,
) -> Digest:
    """The digest of a day, as of `now` (aware): every briefing stands in exactly one story.

    `known_stories` are those of earlier days; a story that carries one of them on is an update of
    it. Without `inputs`, all briefings count as new. The same arguments give the same digest,
    whatever the order of the briefings.
    """
    chosen = options or DigestOptions()
    grouped = group_briefings(briefings, known_stories)
    stories = [make_story(group, carried, options=chosen) for group, carried in grouped]
    stories = _add_keywords(stories, count=chosen.keywords)
    kept, omitted = fit_budget(
        rank_stories(stories, now=now), most=chosen.stories, words=chosen.words
    )
    read = len(briefings) + len(failures)
    return Digest(
        day=now.astimezone(zone).date(),
        prepared=now.astimezone(UTC),
        period=((chosen.since or now - timedelta(days=1)).astimezone(UTC), now.astimezone(UTC)),
        stories=kept,
        failures=tuple(failures),
        inputs=inputs or InputCount(read, len(briefings), 0, len(failures)),
        handling=chosen.handling,
        stale=chosen.stale,
        omitted=omitted,
        versions=chosen.versions,
    )


def group_briefings(
    briefings: Sequence[Briefing], known_stories: Sequence[KnownStory] = ()
) -> list[tuple[list[Briefing], tuple[str, ...]]]:
    """The briefings of each story, with the ids of the known stories that it carries on."""
    ordered = sorted(briefings, key=lambda b: (b.article.source, b.article.id))
    keys = {f"{at:07d}": briefing for at, briefing in enumerate(ordered)}
    documents = [describe_article(key, briefing) for key, briefing in keys.items()]
    groups = join_stories(documents, known_stories)
    return [([keys[key] for key in group.documents], group.carried) for group in groups]


def describe_article(key: str, briefing: Briefing) -> StoryDocument:
    """An article as the clustering reads it."""
    article = briefing.article
    return StoryDocument(key, article.text, article.title, published=article.published)


def make_story(
    briefings: Sequence[Briefing], carried: Sequence[str], *, options: DigestOptions
) -> Story:
    """One story of the articles that tell it; its keywords need the other stories, too.

    Of the earlier stories that it carries on (ids) it is an update of the first.
    """
    known = carried[0] if carried else None
    by_source = {b.article.source: b for b in briefings}
    copies = find_copies([describe_article(s, b) for s, b in by_source.items()])
    lead = choose_lead(briefings, copies={copy for copy, _ in copies})
    ordered = (briefings[lead], *(b for at, b in enumerate(briefings) if at != lead))
    sources = [b.article.source for b in ordered]
    texts = [f"{b.article.title or ''}\n{b.article.text}" for b in ordered]
    return Story(
        id=_identify(ordered, known),
        headline=write_headline(ordered[0]),
        briefings=ordered,
        summary=choose_story_summary(ordered, count=options.sentences),
        statements=tuple(s for s in merge_statements(ordered) if options.wants(s.statement)),
        copies=copies,
        update_of=known,
        joined=tuple(carried[1:]),
        new=tuple(sources) if known else (),
        silent=find_silent(ordered),
        watched=find_watched(texts, options.watch),
    )


def _identify(briefings: Sequence[Briefing], known: str | None) -> str:
    """A name for a story that stays the same as long as its articles do."""
    ids = sorted(b.article.id for b in briefings)
    return sha256("\n".join([known or "", *ids]).encode("utf-8")).hexdigest()[:16]


def _add_keywords(stories: Sequence[Story], *, count: int) -> list[Story]:
    phrases = [[b.keywords for b in story.briefings] for story in stories]
    found = extract_story_keywords(phrases, count=count)
    return [replace(s, keywords=words) for s, words in zip(stories, found, strict=True)]
