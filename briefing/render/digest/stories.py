"""Order a story for readers: who reports it, what happened, who said what where, who did not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.domain import Form, Section, Silence, Silent, Story, StoryStatement
from briefing.render.digest.parts import (
    Copy,
    Dated,
    Report,
    Said,
    StoryChapter,
    StoryOutline,
    StoryPoint,
    StoryVoice,
    Unheard,
)
from briefing.render.digest.places import Places, shower
from briefing.render.layout import Layout
from briefing.render.outline import HEADINGS, count, describe_day, describe_moment
from briefing.render.voices import describe_statement, introduce, quoted, speaker_key

REASONS = {
    Silence.DECLINED: "declined to comment",
    Silence.UNREACHABLE: "could not be reached",
    Silence.ABSENT: "is named, but not heard",
}
MOST_NEWS = 3  # new articles named at the head of an update
GLIMPSE = 90  # characters of a statement in the timeline: about one line


def outline_story(story: Story, number: int, layout: Layout) -> StoryOutline:
    """The story in the order of printing; all strings are safe to show, but not escaped."""
    show, places = shower(layout), Places(story, layout)
    reports = tuple(_reports(story, places))
    printed = [told for told in story.statements if layout.prints(told.statement)]
    return StoryOutline(
        number=number,
        headline=show(story.headline) or "Untitled",
        update=story.update_of is not None,
        facts=tuple(_facts(story, places)),
        news=tuple(_news(story, reports)),
        watched=tuple(map(show, story.watched)),
        reports=reports,
        summary=tuple(
            StoryPoint(show(s.sentence.text), places.at(s.source, s.sentence.span.start))
            for s in story.summary
        ),
        keywords=tuple(show(keyword.phrase) for keyword in story.keywords),
        chapters=tuple(
            StoryChapter(
                section, HEADINGS[section], tuple(_voices(section, printed, story, places))
            )
            for section in layout.sections
        ),
        timeline=tuple(_timeline(printed, places)),
        unheard=tuple(
            Unheard(
                show(who.name),
                REASONS[who.reason],
                _words_of(who, places),
                places.at(who.source, who.span.start),
            )
            for who in story.silent
        ),
    )


def _facts(story: Story, places: Places) -> Iterator[str]:
    outlets = {places.at(briefing.article.source).outlet for briefing in story.briefings}
    yield f"{count(len(story.briefings), 'article')} from {count(len(outlets), 'outlet')}"
    times = [b.article.published for b in story.briefings if b.article.published]
    if times:
        yield f"latest {describe_moment(max(times).astimezone(places.layout.zone))}"


def _reports(story: Story, places: Places) -> Iterator[Report]:
    show, repeated = shower(places.layout), dict(story.copies)
    for article in (briefing.article for briefing in story.briefings):
        time = article.published and article.published.astimezone(places.layout.zone)
        origin = repeated.get(article.source)
        yield Report(
            place=places.at(article.source),
            source=show(article.source),
            title=show(article.title or "") or "Untitled",
            published=describe_moment(time),
            repeats=places.at(origin).outlet if origin else "",
            fresh=stands_out(story, article.source),
        )


def _news(story: Story, reports: Sequence[Report]) -> Iterator[str]:
    """What is new in an update: the first new articles, and how many more there are."""
    fresh = [r for r in reports if is_new(story, r.place.source) and not r.repeats]
    yield from (f"{report.place.outlet}: {report.title}" for report in fresh[:MOST_NEWS])
    if fresh[MOST_NEWS:]:
        yield count(len(fresh) - MOST_NEWS, "more article")


def is_new(story: Story, source: str) -> bool:
    """Whether an article is new in an update; an update without list is all new."""
    return story.update_of is not None and (not story.new or source in story.new)


def stands_out(story: Story, source: str) -> bool:
    """Whether an article is to be marked as new: it is, and others of the story are not."""
    sources = [briefing.article.source for briefing in story.briefings]
    return is_new(story, source) and not all(is_new(story, other) for other in sources)


def _voices(
    section: Section, printed: Sequence[StoryStatement], story: Story, places: Places
) -> Iterator[StoryVoice]:
    """The speakers of a section in the order of their first statement."""
    layout = places.layout
    groups: dict[object, list[StoryStatement]] = {}
    for told in printed:
        if told.statement.section is section:
            groups.setdefault(speaker_key(told.statement), []).append(told)
    for group in groups.values():
        shown = [told for told in group if layout.show_all or not told.statement.aside]
        name, office, marks = introduce([told.statement for told in group], layout)
        first = group[0].statement
        yield StoryVoice(
            key=first.speaker.name or "",
            name=name,
            office=office,
            marks=marks,
            role=first.decision.role,
            said=tuple(_said(told, story, places) for told in shown),
            left_out=len(group) - len(shown),
        )


def _said(told: StoryStatement, story: Story, places: Places) -> Said:
    show = shower(places.layout)
    return Said(
        entry=describe_statement(told.statement, places.text(told.source), places.layout),
        place=replace(places.at(told.source), paragraph=told.statement.paragraph),
        day=describe_day(told.said) if told.said else "",
        fresh=stands_out(story, told.source),
        also=tuple(
            Copy(
                places.at(other.source, other.content[0].start),
                show(other.difference),
                speak(show(other.text), other.form, places.layout) if other.difference else "",
            )
            for other in told.also_in
        ),
    )


def _words_of(who: Silent, places: Places) -> str:
    """The article's words on why somebody has not spoken; empty if they are but the name."""
    words = shower(places.layout)(who.span.of(places.text(who.source)))
    return "" if words.casefold() == who.name.casefold() else words


def _timeline(printed: Sequence[StoryStatement], places: Places) -> Iterator[Dated]:
    """The dated statements by day. If all are of one day, it stands beside each of them, and a
    timeline would tell nothing more."""
    dated = [(told.said, told) for told in printed if told.said]
    if len({day for day, _ in dated}) < 2:
        return
    show = shower(places.layout)
    for day, told in sorted(dated, key=lambda pair: pair[0]):
        yield Dated(
            day=describe_day(day),
            name=show(told.statement.speaker.name or "Somebody not identified"),
            words=speak(
                glimpse(show(told.text), places.layout),
                told.statement.attribution.form,
                places.layout,
            ),
            place=replace(places.at(told.source), paragraph=told.statement.paragraph),
        )


def speak(words: str, form: Form, layout: Layout) -> str:
    """The words of a statement in quotation marks if they are direct speech, else behind a dash."""
    if form is Form.DIRECT:
        return quoted(words, layout)
    return f"{layout.signs.dash} {words}"


def glimpse(words: str, layout: Layout) -> str:
    """The beginning of some words, cut between two of them if it can be.

    >>> glimpse("The harbour " * 10, Layout())[-18:]
    ' The harbour The …'
    """
    if len(words) <= GLIMPSE:
        return words
    cut = words[:GLIMPSE]
    end = cut.rfind(" ", GLIMPSE // 2)
    return (cut[:end] if end > 0 else cut) + layout.signs.gap.rstrip()
