"""Write a briefing as Markdown (CommonMark) that shows the article's words as they are."""

from collections.abc import Iterator, Sequence

from briefing.domain import Briefing, Form, Section
from briefing.render.escape import escape_markdown as md
from briefing.render.layout import Layout
from briefing.render.outline import DECLINED, Chapter, Outline, Point, count, outline
from briefing.render.page import legend
from briefing.render.voices import Entry


def render_markdown(briefing: Briefing, layout: Layout) -> str:
    """The briefing as a document: the title is its heading, each section has one below."""
    return "\n".join(_document(outline(briefing, layout), layout)) + "\n"


def _document(whole: Outline, layout: Layout) -> Iterator[str]:
    yield from _header(whole, layout)
    if whole.summary:
        yield from ("", "## Summary", "", *_points(whole.summary))
    if whole.keywords:
        yield from ("", "## Keywords", "", *_points(whole.keywords))
    for chapter in whole.chapters:
        if chapter.voices or chapter.section is not Section.OTHER:
            yield from ("", *_chapter(chapter, layout))
    if whole.declined:
        yield from ("", f"## {DECLINED}", "", *(f"- {md(told)}" for told in whole.declined))
    if whole.notes:
        yield from ("", "## Notes", "", *(f"- {md(note)}" for note in whole.notes))
    yield from ("", "## Source balance", "", *(f"- {line}" for line in whole.balance))
    yield from (f"- **{md(warning)}**" for warning in whole.warnings)
    if any(chapter.voices for chapter in whole.chapters):
        yield from ("", md(legend(layout)))


def _header(whole: Outline, layout: Layout) -> Iterator[str]:
    """Title, facts and source of the article."""
    facts = layout.signs.dot.join(whole.facts)
    yield from (f"# {md(whole.title)}", "", md(facts), "", md(whole.source))


def _points(points: tuple[Point, ...]) -> Iterator[str]:
    """The points as a list, with their reasons if explained."""
    for point in points:
        yield f"- {md(point.text)}" + (f" *({md(point.why)})*" if point.why else "")


def _chapter(chapter: Chapter, layout: Layout) -> Iterator[str]:
    """A section: a heading for each speaker, a list of what each said."""
    yield f"## {chapter.heading}"
    if not chapter.voices:
        yield from ("", "None found.")
    for voice in chapter.voices:
        yield from ("", f"### {tell_voice(voice.name, voice.office, voice.marks, layout)}", "")
        yield from (_entry(entry, layout) for entry in voice.entries)
        if voice.left_out:
            yield f"- and {count(voice.left_out, 'more statement')}"


def tell_voice(name: str, office: str, marks: Sequence[str], layout: Layout) -> str:
    """A speaker with what they are: `Ana Ruiz — mayor (unnamed)`."""
    held = f" {layout.signs.dash} {md(office)}" if office else ""
    marked = f" ({md(', '.join(marks))})" if marks else ""
    return f"{md(name)}{held}{marked}"


def tell_words(entry: Entry, layout: Layout) -> str:
    """What was said, with its cue where it is not quoted."""
    if entry.form is Form.DIRECT:
        return md(entry.words)
    cue = f"*{md(entry.cue)}:* " if entry.cue else ""
    return f"{layout.signs.dash} {cue}{md(entry.words)}"


def _entry(entry: Entry, layout: Layout) -> str:
    where = f"{layout.signs.paragraph}{entry.paragraph}"
    doubt = " **(uncertain)**" if entry.doubtful else ""
    why = f" *({md(entry.why)})*" if entry.why else ""
    return f"- {tell_words(entry, layout)} ({where}){doubt}{why}"
