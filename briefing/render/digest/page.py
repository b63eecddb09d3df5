"""Lay a digest out as lines of styled text, for terminals and as plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.domain import Digest, Section
from briefing.render.digest.outline import DigestOutline, outline_digest
from briefing.render.digest.parts import Report, Said, StoryChapter, StoryOutline, StoryVoice
from briefing.render.digest.places import tell_place
from briefing.render.layout import Layout
from briefing.render.outline import count
from briefing.render.page import BROADEST, heading, item, legend, spoken
from briefing.render.plain import write_plain
from briefing.render.terminal import WIDTH, paint
from briefing.render.wrap import Line, Run, wrap


def render_plain(digest: Digest, layout: Layout) -> str:
    """The page as text; headings in capitals, lines wrapped only if a width is given."""
    return write_plain(page(outline_digest(digest, layout), layout))


def render_terminal(digest: Digest, layout: Layout) -> str:
    """The page, coloured if the layout wants colour; without colour there are no escapes."""
    layout = replace(layout, width=layout.width or WIDTH)
    return paint(page(outline_digest(digest, layout), layout), layout)


def page(whole: DigestOutline, layout: Layout) -> Iterator[Line]:
    """The lines of a digest from its handling line to its versions."""
    width = min(layout.width, BROADEST) if layout.width else None
    yield from _header(whole, width)
    if whole.watched:
        yield from heading("Watch list", "heading")
    for watched in whole.watched:
        yield from item(layout.signs.bullet, [(watched.entry, "name")], width)
        for number, headline in watched.stories:
            yield from _indented([(f"{number}. {headline}", "")], 4, width)
    for story in whole.stories:
        yield []
        yield [(layout.signs.rule * (width or WIDTH), "rule")]
        yield from _story(story, width, layout)
    yield []
    yield [(layout.signs.rule * (width or WIDTH), "rule")]
    yield from _footer(whole, width, layout)


def _header(whole: DigestOutline, width: int | None) -> Iterator[Line]:
    if whole.handling:
        yield from wrap([(whole.handling, "warning")], width)
        yield []
    yield from wrap([(whole.title, "title")], width)
    for label, value in whole.facts:
        yield from wrap([(f"{label}: ", "name"), (value, "facts")], width, hang=[("  ", "")])
    for note in whole.notes:
        yield from wrap([(note, "")], width)


def _story(story: StoryOutline, width: int | None, layout: Layout) -> Iterator[Line]:
    title: list[Run] = [(f"{story.number}. {story.headline}", "story")]
    if story.update:
        title.append((" [Update]", "update"))
    yield from wrap(title, width, hang=[("   ", "")])
    yield from wrap([(layout.signs.dot.join(story.facts), "facts")], width)
    for news in story.news:
        yield from wrap([("New: ", "update"), (news, "")], width, hang=[("  ", "")])
    if story.watched:
        yield from wrap([("Watched: ", "warning"), (", ".join(story.watched), "")], width)
    if story.summary:
        yield from heading("Summary", "heading")
    for point in story.summary:
        runs = [(point.text, ""), (f" ({tell_place(point.place, layout)})", "faint")]
        yield from item(layout.signs.bullet, runs, width)
    if story.keywords:
        yield from heading("Keywords", "heading")
        yield from _indented([(layout.signs.dot.join(story.keywords), "")], 2, width)
    for chapter in story.chapters:
        if chapter.voices or chapter.section is not Section.OTHER:
            yield from _chapter(chapter, width, layout)
    yield from _rest(story, width, layout)


def _chapter(chapter: StoryChapter, width: int | None, layout: Layout) -> Iterator[Line]:
    yield from heading(chapter.heading, chapter.section.value)
    if not chapter.voices:
        yield [("  ", ""), ("none found", "faint")]
    for number, voice in enumerate(chapter.voices):
        if number:
            yield []
        yield from _voice(voice, width, layout)


def _voice(voice: StoryVoice, width: int | None, layout: Layout) -> Iterator[Line]:
    runs: list[Run] = [(voice.name, "name")]
    if voice.office:
        runs.append((f" {layout.signs.dash} {voice.office}", "office"))
    if voice.marks:
        runs.append((f" [{', '.join(voice.marks)}]", "mark"))
    yield from wrap([("  ", ""), *runs], width, hang=[("      ", "")])
    for said in voice.said:
        yield from _said(said, width, layout)
    if voice.left_out:
        yield [("    ", ""), (f"and {count(voice.left_out, 'more statement')}", "faint")]


def _said(said: Said, width: int | None, layout: Layout) -> Iterator[Line]:
    where = ", ".join(filter(None, (tell_place(said.place, layout), said.day)))
    runs = [*spoken(said.entry, layout), (f" ({where})", "faint")]
    if said.fresh:
        runs.append((" [new]", "update"))
    yield from wrap([("    ", ""), *runs], width, hang=[("      ", "")])
    if said.entry.why:
        yield from _indented([(said.entry.why, "why")], 6, width)
    for copy in said.also:
        told: list[Run] = [(f"also in {tell_place(copy.place, layout)}", "faint")]
        if copy.difference:
            told += [(f" ({copy.difference}): ", "faint"), (copy.words, "")]
        yield from _indented(told, 6, width)


def _rest(story: StoryOutline, width: int | None, layout: Layout) -> Iterator[Line]:
    """The timeline, who has not spoken, and the articles."""
    if story.timeline:
        yield from heading("Timeline", "heading")
    for dated in story.timeline:
        runs = [(f"{dated.day}: ", "facts"), (dated.name, "name"), (f": {dated.words}", "")]
        runs.append((f" ({tell_place(dated.place, layout)})", "faint"))
        yield from item(layout.signs.bullet, runs, width)
    if story.unheard:
        yield from heading("Not heard", "heading")
    for who in story.unheard:
        told = f" {layout.signs.dash} {who.reason}"
        if who.words:
            told += f": {layout.signs.opening}{who.words}{layout.signs.closing}"
        place = (f" ({tell_place(who.place, layout)})", "faint")
        yield from item(layout.signs.bullet, [(who.name, "name"), (told, ""), place], width)
    yield from heading("Articles", "heading")
    for report in story.reports:
        yield from item(layout.signs.bullet, _report(report, layout), width)


def _report(report: Report, layout: Layout) -> list[Run]:
    runs: list[Run] = [(report.place.outlet, "name"), (f": {report.title}", "")]
    if report.repeats:
        runs.append((f" (repeats {report.repeats})", "faint"))
    facts = [report.published, report.source]
    runs.append((layout.signs.dot.join(["", *filter(None, facts)]), "faint"))
    if report.fresh:
        runs.append((" [new]", "update"))
    return runs


def _footer(whole: DigestOutline, width: int | None, layout: Layout) -> Iterator[Line]:
    yield [("About this digest", "heading")]
    yield from _indented([(f"Inputs: {whole.inputs}", "")], 2, width)
    for trouble in whole.failures:
        yield from item("!", [(f"{trouble.source}: {trouble.reason}", "")], width)
    for trouble in whole.stale:
        yield from item("!", [(f"{trouble.source}: brings nothing new (stale)", "")], width)
    yield from heading("Source balance", "heading")
    for line in whole.balance:
        yield from _indented([(line, "")], 2, width)
    for warning in whole.warnings:
        yield from item("!", [(warning, "warning")], width)
    yield []
    yield from _indented([(legend(layout), "faint")], 2, width)
    if whole.versions:
        yield from _indented([(whole.versions, "faint")], 2, width)
    if whole.handling:
        yield from _indented([(whole.handling, "warning")], 2, width)


def _indented(runs: Sequence[Run], indent: int, width: int | None) -> Iterator[Line]:
    yield from wrap([(" " * indent, ""), *runs], width, hang=[(" " * (indent + 2), "")])
