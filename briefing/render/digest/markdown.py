"""Write a digest as Markdown (CommonMark) that shows the articles' words as they are."""

from collections.abc import Iterator

from briefing.domain import Digest, Section
from briefing.render.digest.outline import DigestOutline, outline_digest
from briefing.render.digest.parts import Report, Said, StoryChapter, StoryOutline
from briefing.render.digest.places import Place, tell_place, web_address
from briefing.render.escape import escape_markdown as md
from briefing.render.layout import Layout
from briefing.render.markdown import tell_voice, tell_words
from briefing.render.outline import count
from briefing.render.page import legend


def render_markdown(digest: Digest, layout: Layout) -> str:
    """The digest as a document: the day is its heading, each story has one below."""
    return "\n".join(_document(outline_digest(digest, layout), layout)) + "\n"


def _document(whole: DigestOutline, layout: Layout) -> Iterator[str]:
    if whole.handling:
        yield from (f"**{md(whole.handling)}**", "")
    yield from (f"# {md(whole.title)}", "")
    yield from (f"- **{label}:** {md(value)}" for label, value in whole.facts)
    for note in whole.notes:
        yield from ("", md(note))
    if whole.watched:
        yield from ("", "## Watch list", "")
    for watched in whole.watched:
        yield f"- **{md(watched.entry)}**"
        yield from (f"  - {number}\\. {md(headline)}" for number, headline in watched.stories)
    for story in whole.stories:
        yield from ("", *_story(story, layout))
    yield from ("", *_footer(whole, layout))


def _story(story: StoryOutline, layout: Layout) -> Iterator[str]:
    mark = r" \[Update\]" if story.update else ""
    yield from (f"## {story.number}. {md(story.headline)}{mark}", "")
    yield md(layout.signs.dot.join(story.facts))
    if story.news:
        yield from ("", "New:", "", *(f"- {md(news)}" for news in story.news))
    if story.watched:
        yield from ("", f"**Watched:** {md(', '.join(story.watched))}")
    if story.summary:
        yield from ("", "### Summary", "")
    for point in story.summary:
        yield f"- {md(point.text)} ({_place(point.place, layout)})"
    if story.keywords:
        yield from ("", "### Keywords", "", *(f"- {md(phrase)}" for phrase in story.keywords))
    for chapter in story.chapters:
        if chapter.voices or chapter.section is not Section.OTHER:
            yield from ("", *_chapter(chapter, layout))
    yield from _rest(story, layout)


def _rest(story: StoryOutline, layout: Layout) -> Iterator[str]:
    """The timeline, who has not spoken, and the articles."""
    if story.timeline:
        yield from ("", "### Timeline", "")
    for dated in story.timeline:
        where = _place(dated.place, layout)
        yield f"- {dated.day}: **{md(dated.name)}**: {md(dated.words)} ({where})"
    if story.unheard:
        yield from ("", "### Not heard", "")
    for who in story.unheard:
        told = f"{layout.signs.dash} {who.reason}"
        if who.words:
            told += f": {md(f'{layout.signs.opening}{who.words}{layout.signs.closing}')}"
        yield f"- **{md(who.name)}** {told} ({_place(who.place, layout)})"
    yield from ("", "### Articles", "", *(_report(report, layout) for report in story.reports))


def _place(place: Place, layout: Layout) -> str:
    """Where words stand, with a link where the article is on the web."""
    address, told = web_address(place.source), md(tell_place(place, layout))
    return f"[{told}](<{address}>)" if address else told


def _chapter(chapter: StoryChapter, layout: Layout) -> Iterator[str]:
    yield f"### {chapter.heading}"
    if not chapter.voices:
        yield from ("", "None found.")
    for voice in chapter.voices:
        yield from ("", f"#### {tell_voice(voice.name, voice.office, voice.marks, layout)}", "")
        for said in voice.said:
            yield from _said(said, layout)
        if voice.left_out:
            yield f"- and {count(voice.left_out, 'more statement')}"


def _said(said: Said, layout: Layout) -> Iterator[str]:
    entry = said.entry
    where = ", ".join(filter(None, (_place(said.place, layout), said.day)))
    doubt = " **(uncertain)**" if entry.doubtful else ""
    fresh = r" **\[new\]**" if said.fresh else ""
    why = f" *({md(entry.why)})*" if entry.why else ""
    yield f"- {tell_words(entry, layout)} ({where}){doubt}{fresh}{why}"
    for copy in said.also:
        difference = f" ({md(copy.difference)}): {md(copy.words)}" if copy.difference else ""
        yield f"  - also in {_place(copy.place, layout)}{difference}"


def _report(report: Report, layout: Layout) -> str:
    repeats = f" (repeats {md(report.repeats)})" if report.repeats else ""
    fresh = r" **\[new\]**" if report.fresh else ""
    facts = layout.signs.dot.join(filter(None, ("", report.published, md(report.source))))
    tail = f"{layout.signs.dot}{facts}" if facts else ""
    return f"- **{_place(report.place, layout)}**: {md(report.title)}{repeats}{tail}{fresh}"


def _footer(whole: DigestOutline, layout: Layout) -> Iterator[str]:
    yield from ("## About this digest", "", f"- Inputs: {whole.inputs}")
    yield from (f"- **{md(t.source)}:** {md(t.reason)}" for t in whole.failures)
    yield from (f"- **{md(t.source)}:** brings nothing new (stale)" for t in whole.stale)
    yield from ("", "### Source balance", "", *(f"- {line}" for line in whole.balance))
    yield from (f"- **{md(warning)}**" for warning in whole.warnings)
    yield from ("", md(legend(layout)))
    if whole.versions:
        yield from ("", md(whole.versions))
    if whole.handling:
        yield from ("", f"**{md(whole.handling)}**")
