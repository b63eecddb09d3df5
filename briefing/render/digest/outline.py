"""Order a digest for readers: what it covers, the watch list, the stories, what was read.

Every text format prints this outline, so they cannot differ in what they say. All strings in
it are single lines that are safe to show, but not yet escaped for Markdown or HTML.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.balance import weigh_sources
from briefing.domain import Digest
from briefing.render.digest.parts import StoryOutline
from briefing.render.digest.places import count_outlets, shower
from briefing.render.digest.stories import outline_story
from briefing.render.layout import Layout
from briefing.render.outline import count, describe_day, describe_moment, describe_weight

MOST_OUTLETS = 20  # named in the header, those with most articles


@dataclass(frozen=True, slots=True)
class Watched:
    """An entry of the watch list with the stories that it hits: number and headline."""

    entry: str
    stories: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """An input and what is wrong with it (empty for stale ones)."""

    source: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DigestOutline:
    """A whole digest as text formats print it; `facts` are pairs of label and value."""

    title: str
    handling: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    watched: tuple[Watched, ...]
    stories: tuple[StoryOutline, ...]
    inputs: str
    failures: tuple[Trouble, ...]
    stale: tuple[Trouble, ...]
    balance: tuple[str, ...]
    warnings: tuple[str, ...]
    versions: str


def outline_digest(digest: Digest, layout: Layout) -> DigestOutline:
    """The digest in the order of printing."""
    show = shower(layout)
    said = [told.statement for story in digest.stories for told in story.statements]
    printed = [statement for statement in said if layout.prints(statement)]
    balance = weigh_sources(printed, sections=layout.sections)
    read = digest.inputs
    return DigestOutline(
        title=f"Digest of {describe_day(digest.day)}",
        handling=show(digest.handling),
        facts=tuple(_facts(digest, layout)),
        notes=tuple(_notes(digest)),
        watched=tuple(_watched(digest, layout)),
        stories=tuple(
            outline_story(story, number, layout)
            for number, story in enumerate(digest.stories, start=1)
        ),
        inputs=f"{read.read:,} read, {read.new:,} new, {read.skipped:,} skipped, "
        f"{read.failed:,} failed",
        failures=tuple(Trouble(show(f.source), show(f.reason)) for f in digest.failures),
        stale=tuple(Trouble(show(source)) for source in digest.stale),
        balance=tuple(map(describe_weight, balance.weights)),
        warnings=tuple(map(show, balance.warnings)) if digest.stories else (),
        versions=show(", ".join(f"{what} {which}" for what, which in digest.versions)),
    )


def _facts(digest: Digest, layout: Layout) -> Iterator[tuple[str, str]]:
    """What the digest covers, when it was made, of which outlets."""
    start, end = (describe_moment(time.astimezone(layout.zone)) for time in digest.period)
    yield "Period", f"{start} {layout.signs.dash} {end}"
    yield "Prepared", describe_moment(digest.prepared.astimezone(layout.zone))
    outlets = count_outlets(digest, layout)
    if outlets:
        named = [f"{name} ({number})" for name, number in outlets[:MOST_OUTLETS]]
        more = len(outlets) - len(named)
        yield "Sources", ", ".join([*named, f"{count(more, 'more outlet')}"] if more else named)


def _notes(digest: Digest) -> Iterator[str]:
    if not digest.stories:
        yield "Nothing new."
    if digest.omitted:
        yield f"{count(digest.omitted, 'more story').replace('storys', 'stories')} left out."


def _watched(digest: Digest, layout: Layout) -> Iterator[Watched]:
    """The entries of the watch list in the order of the first story that each hits."""
    show = shower(layout)
    hits: dict[str, list[tuple[int, str]]] = {}
    for number, story in enumerate(digest.stories, start=1):
        for entry in story.watched:
            hits.setdefault(entry, []).append((number, show(story.headline) or "Untitled"))
    for entry, stories in hits.items():
        yield Watched(show(entry), tuple(stories))
