"""Write one story of a digest as HTML, for the page, for letters and for feeds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.domain import Form, Section
from briefing.render.digest.filters import NONE, Filters, mix_class, roles_of
from briefing.render.digest.links import NOWHERE, Links
from briefing.render.digest.parts import (
    Copy,
    Report,
    Said,
    StoryChapter,
    StoryOutline,
    StoryVoice,
    Unheard,
)
from briefing.render.digest.places import Place, web_address
from briefing.render.escape import escape_html as esc
from briefing.render.html import language_of
from briefing.render.layout import Layout
from briefing.render.outline import count

UPDATE = ' <strong class="update">Update</strong>'
NEW = ' <strong class="update">new</strong>'


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a story: where its links lead, what can be chosen, the layout."""

    layout: Layout
    links: Links = NOWHERE
    filters: Filters = NONE


def story_body(story: StoryOutline, frame: Frame) -> Iterator[str]:
    """All of a story but its headline; headings begin at the third level."""
    yield f'<p class="facts">{esc(" · ".join(story.facts))}</p>'
    for news in story.news:
        yield f'<p class="news"><b>New:</b> <bdi>{esc(news)}</bdi></p>'
    if story.watched:
        yield f'<p class="watched"><strong>Watched:</strong> {esc(", ".join(story.watched))}</p>'
    if story.summary:
        yield "<h3>Summary</h3>"
        yield from listing(
            "summary",
            (
                f"{said_words(point.text, point.place)} {_where(point.place, frame)}"
                for point in story.summary
            ),
        )
    if story.keywords:
        yield "<h3>Keywords</h3>"
        yield from listing("keywords", (f"<bdi>{esc(phrase)}</bdi>" for phrase in story.keywords))
    yield '<div class="sides">'
    for chapter in story.chapters:
        if chapter.voices or chapter.section is not Section.OTHER:
            yield from _chapter(chapter, frame)
    yield "</div>"
    yield from _rest(story, frame)


def listing(name: str, items: Iterable[str]) -> Iterator[str]:
    """A list of a class."""
    yield f'<ul class="{name}">'
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ul>"


def said_words(words: str, where: Place) -> str:
    """An article's words in its language, whichever way they run."""
    lang = language_of(where.language)
    told = "" if lang == "en" else f' lang="{lang}"'
    return f'<span dir="auto"{told}>{esc(words)}</span>'


def _where(place: Place, frame: Frame, day: str = "") -> str:
    """Where words stand, linked if it can be, and of which day they are."""
    told = frame.links.tell(place, frame.layout) + (f", {day}" if day else "")
    return f'<span class="where">({told})</span>'


def _chapter(chapter: StoryChapter, frame: Frame) -> Iterator[str]:
    names = [chapter.section.value, "chapter"]
    if chapter.voices:
        names += [mix_class(roles_of(chapter)), frame.filters.speaker_classes([chapter])]
    yield f'<div class="{" ".join(filter(None, names))}">\n<h3>{chapter.heading}</h3>'
    if not chapter.voices:
        yield '<p class="none">None found.</p>'
    for voice in chapter.voices:
        yield from _voice(voice, frame)
    yield "</div>"


def _voice(voice: StoryVoice, frame: Frame) -> Iterator[str]:
    who = frame.filters.classes.get(voice.key, "")
    office = (
        f' <span class="office">– <bdi>{esc(voice.office)}</bdi></span>' if voice.office else ""
    )
    marks = f' <span class="mark">[{esc(", ".join(voice.marks))}]</span>' if voice.marks else ""
    yield f'<div class="{" ".join(filter(None, ("voice", voice.role, who)))}">'
    yield f"<h4><bdi>{esc(voice.name)}</bdi>{office}{marks}</h4>"
    yield '<ul class="said">'
    for said in voice.said:
        yield f'<li class="{said.entry.form}">'
        yield from _said(said, frame)
        yield "</li>"
    if voice.left_out:
        yield f"<li>and {count(voice.left_out, 'more statement')}</li>"
    yield "</ul>\n</div>"


def _said(said: Said, frame: Frame) -> Iterator[str]:
    entry, words = said.entry, said_words(said.entry.words, said.place)
    if entry.form is not Form.DIRECT:
        cue = f'<span class="cue">{esc(entry.cue)}:</span> ' if entry.cue else ""
        words = f"– {cue}{words}"
    where = _where(said.place, frame, said.day)
    doubt = ' <span class="doubt">[uncertain]</span>' if entry.doubtful else ""
    yield f"<p>{words} {where}{doubt}{NEW if said.fresh else ''}</p>"
    if entry.why:
        yield f'<p class="why">{esc(entry.why)}</p>'
    if said.also:
        yield from listing("also", (_copy(copy, frame) for copy in said.also))


def _copy(copy: Copy, frame: Frame) -> str:
    told = f"also in {frame.links.tell(copy.place, frame.layout)}"
    if not copy.difference:
        return told
    words = said_words(copy.words, copy.place)
    return f'{told} <span class="why">({esc(copy.difference)})</span>: {words}'


def _rest(story: StoryOutline, frame: Frame) -> Iterator[str]:
    """The timeline, who has not spoken, and the articles."""
    if story.timeline:
        yield "<h3>Timeline</h3>"
        yield from listing(
            "timeline",
            (
                f"<b>{dated.day}:</b> <bdi>{esc(dated.name)}</bdi>: "
                f"{said_words(dated.words, dated.place)} {_where(dated.place, frame)}"
                for dated in story.timeline
            ),
        )
    if story.unheard:
        yield "<h3>Not heard</h3>"
        yield from listing("unheard", (_unheard(who, frame) for who in story.unheard))
    yield "<h3>Articles</h3>"
    yield from listing("reports", (_report(report, frame) for report in story.reports))


def _unheard(who: Unheard, frame: Frame) -> str:
    words = f": “{said_words(who.words, who.place)}”" if who.words else ""
    name, where = f"<b><bdi>{esc(who.name)}</bdi></b>", _where(who.place, frame)
    return f"{name} – {who.reason}{words} {where}"


def _report(report: Report, frame: Frame) -> str:
    title = f"<bdi>{esc(report.title)}</bdi>"
    address = frame.links.to(report.place)
    linked = f'<a href="{esc(address)}">{title}</a>' if address else title
    repeats = f" (repeats <bdi>{esc(report.repeats)}</bdi>)" if report.repeats else ""
    facts = [esc(report.published), source_html(report)]
    tail = f' <span class="facts">{" · ".join(filter(None, facts))}</span>'
    outlet = f"<b><bdi>{esc(report.place.outlet)}</bdi></b>"
    return f"{outlet}: {linked}{repeats}{tail}{NEW if report.fresh else ''}"


def source_html(report: Report) -> str:
    """The source of an article as given, with a link where it is an address on the web."""
    address, shown = web_address(report.place.source), f"<bdi>{esc(report.source)}</bdi>"
    if not address:
        return shown
    return f'<a href="{esc(address)}" rel="noreferrer">{shown}</a>'
