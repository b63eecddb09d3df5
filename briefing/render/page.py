"""Lay an outline out as lines of styled text: the page that plain and terminal share."""

from collections.abc import Iterator, Sequence

from briefing.domain import Form, Section
from briefing.render.layout import Layout
from briefing.render.outline import DECLINED, Chapter, Outline, Point, count
from briefing.render.voices import Entry, Voice
from briefing.render.wrap import Line, Run, wrap

BROADEST = 100  # cells: longer lines are hard to read, however wide the terminal
HEADINGS = frozenset({"heading", *Section})  # the styles of lines that are headings


def page(outline: Outline, layout: Layout) -> Iterator[Line]:
    """The lines of a briefing from its title to its source balance."""
    width = min(layout.width, BROADEST) if layout.width else None
    yield from _header(outline, width, layout)
    if outline.summary:
        yield from heading("Summary", "heading")
        for point in outline.summary:
            yield from _point(point, width, layout)
    if outline.keywords:
        yield from heading("Keywords", "heading")
        yield from _keywords(outline.keywords, width, layout)
    for chapter in outline.chapters:
        if chapter.voices or chapter.section is not Section.OTHER:
            yield from _chapter(chapter, width, layout)
    yield from _footer(outline, width, layout)


def _header(outline: Outline, width: int | None, layout: Layout) -> Iterator[Line]:
    yield from wrap([(outline.title, "title")], width)
    yield from wrap([(layout.signs.dot.join(outline.facts), "facts")], width)
    yield from wrap([(outline.source, "facts")], width)


def _footer(outline: Outline, width: int | None, layout: Layout) -> Iterator[Line]:
    if outline.declined:
        yield from heading(DECLINED, "heading")
    for told in outline.declined:
        yield from item(layout.signs.bullet, [(told, "")], width)
    if outline.notes:
        yield from heading("Notes", "heading")
    for note in outline.notes:
        yield from item(layout.signs.bullet, [(note, "")], width)
    yield from heading("Source balance", "heading")
    for line in outline.balance:
        yield from wrap([("  ", ""), (line, "")], width, hang=[("    ", "")])
    for warning in outline.warnings:
        yield from item("!", [(warning, "warning")], width)
    if any(chapter.voices for chapter in outline.chapters):
        yield []
        yield from wrap([("  ", ""), (legend(layout), "faint")], width, hang=[("  ", "")])


def legend(layout: Layout) -> str:
    """What the marks of statements mean.

    >>> print(legend(Layout()))
    “…” in the speaker's words · – reported in the article's words · ¶ paragraph
    """
    signs = layout.signs
    return signs.dot.join(
        (
            f"{signs.opening}{signs.gap.strip()}{signs.closing} in the speaker's words",
            f"{signs.dash} reported in the article's words",
            f"{signs.paragraph} paragraph",
        )
    )


def _chapter(chapter: Chapter, width: int | None, layout: Layout) -> Iterator[Line]:
    yield from heading(chapter.heading, chapter.section.value)
    if not chapter.voices:
        yield [("  ", ""), ("none found", "faint")]
    pad = max((_digits(entry) for voice in chapter.voices for entry in voice.entries), default=1)
    for number, voice in enumerate(chapter.voices):
        if number:
            yield []
        yield from _voice(voice, width, layout)
        for entry in voice.entries:
            yield from _entry(entry, pad, width, layout)
        if voice.left_out:
            yield [("    ", ""), (f"and {count(voice.left_out, 'more statement')}", "faint")]


def _voice(voice: Voice, width: int | None, layout: Layout) -> Iterator[Line]:
    runs: list[Run] = [("  ", ""), (voice.name, "name")]
    if voice.office:
        runs.append((f" {layout.signs.dash} {voice.office}", "office"))
    if voice.marks:
        runs.append((f" [{', '.join(voice.marks)}]", "mark"))
    yield from wrap(runs, width, hang=[("      ", "")])


def _entry(entry: Entry, pad: int, width: int | None, layout: Layout) -> Iterator[Line]:
    gutter = f"    {layout.signs.paragraph}{entry.paragraph:<{pad}}  "
    runs: list[Run] = [(gutter, "faint"), *spoken(entry, layout)]
    hang = [(" " * len(gutter), "")]
    yield from wrap(runs, width, hang=hang)
    if entry.why:
        yield from wrap([*hang, (entry.why, "why")], width, hang=[(" " * (len(gutter) + 2), "")])


def spoken(entry: Entry, layout: Layout) -> list[Run]:
    """A statement with its mark: direct speech in quotation marks, reported speech behind a
    dash and its cue, if that says more than `said`."""
    runs: list[Run] = [(entry.words, "direct")]
    if entry.form is not Form.DIRECT:
        runs = [(f"{layout.signs.dash} ", "sign"), (entry.words, "reported")]
        if entry.cue:
            runs.insert(1, (f"{entry.cue}: ", "cue"))
    if entry.doubtful:
        runs.append((" [uncertain]", "warning"))
    return runs


def _point(point: Point, width: int | None, layout: Layout) -> Iterator[Line]:
    yield from item(layout.signs.bullet, [(point.text, "")], width)
    if point.why:
        yield from wrap([("    ", ""), (point.why, "why")], width, hang=[("      ", "")])


def _keywords(points: Sequence[Point], width: int | None, layout: Layout) -> Iterator[Line]:
    if layout.explain:
        for point in points:
            yield from _point(point, width, layout)
        return
    runs: list[Run] = [("  ", "")]
    runs += [(point.text + layout.signs.dot, "") for point in points[:-1]]
    yield from wrap([*runs, (points[-1].text, "")], width, hang=[("  ", "")])


def heading(words: str, style: str) -> Iterator[Line]:
    """An empty line and one that is a heading."""
    yield []
    yield [(words, style)]


def item(mark: str, runs: Sequence[Run], width: int | None) -> Iterator[Line]:
    """The lines of one item of a list."""
    yield from wrap([("  ", ""), (f"{mark} ", "sign"), *runs], width, hang=[("    ", "")])


def _digits(entry: Entry) -> int:
    return len(str(entry.paragraph))
