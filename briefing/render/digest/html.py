"""Write a digest as one HTML page that needs nothing else: no script, no remote resource."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files

from briefing.domain import Briefing, Digest
from briefing.render.digest.filters import NONE, find_filters
from briefing.render.digest.links import NOWHERE, link_articles
from briefing.render.digest.outline import DigestOutline, Watched, outline_digest
from briefing.render.digest.parts import StoryOutline
from briefing.render.digest.places import outlet_of, shower
from briefing.render.digest.story_html import UPDATE, Frame, listing, story_body
from briefing.render.escape import escape_html as esc
from briefing.render.html import frame_page, language_of, stylesheet
from briefing.render.layout import Layout
from briefing.render.page import legend
from briefing.render.passages import passages


def render_html(digest: Digest, layout: Layout) -> str:
    """The digest as a page with the articles below it, to which each statement links. Roles and
    speakers can be chosen where the browser knows `:has()`; elsewhere all is shown."""
    full = replace(layout, unicode=True)
    whole, (links, held) = outline_digest(digest, full), link_articles(digest)
    frame = Frame(full, links, find_filters(whole.stories))
    style = _stylesheet() + "".join(frame.filters.rules())
    body = "\n".join((*_skips(held), *_body(whole, held, frame)))
    return frame_page(whole.title, body, style, layout)


def render_letter(digest: Digest, layout: Layout) -> str:
    """The digest as a page for mail programs: links lead to the web, nothing can be chosen, and
    the articles are left out."""
    full = replace(layout, unicode=True)
    whole, frame = outline_digest(digest, full), Frame(full, NOWHERE, NONE)
    body = "\n".join(_body(whole, (), frame))
    return frame_page(whole.title, body, _stylesheet(), layout)


def _stylesheet() -> str:
    path = files("briefing").joinpath("data/render/digest.css")
    return stylesheet() + path.read_text("utf-8")


def _body(whole: DigestOutline, held: Sequence[Briefing], frame: Frame) -> Iterator[str]:
    yield from _header(whole)
    yield '<main id="stories">'
    if whole.watched:
        yield '<section class="watch" aria-labelledby="watch">\n<h2 id="watch">Watch list</h2>'
        yield from listing("watched", map(_watched, whole.watched))
        yield "</section>"
    yield from frame.filters.controls()
    for story in whole.stories:
        yield from _story(story, frame)
    if held:
        yield '<section class="articles" aria-labelledby="articles">'
        yield '<h2 id="articles">The articles</h2>'
        for briefing in held:
            yield from _article(briefing, frame)
        yield "</section>"
    yield "</main>"
    yield from _footer(whole, frame.layout)


def _skips(held: Sequence[Briefing]) -> Iterator[str]:
    yield '<a class="skip" href="#stories">Skip to the stories</a>'
    if held:
        yield '<a class="skip" href="#articles">Skip to the articles</a>'


def _header(whole: DigestOutline) -> Iterator[str]:
    yield "<header>"
    if whole.handling:
        yield f'<p class="handling"><strong>{esc(whole.handling)}</strong></p>'
    yield f"<h1>{esc(whole.title)}</h1>"
    yield from (f'<p class="fact"><b>{label}:</b> {esc(value)}</p>' for label, value in whole.facts)
    yield from (f'<p class="note">{esc(note)}</p>' for note in whole.notes)
    yield "</header>"
    if len(whole.stories) > 1:
        yield '<nav aria-label="Stories">\n<ol class="contents">'
        for story in whole.stories:
            yield f"<li>{_story_link(story.number, story.headline)}{UPDATE if story.update else ''}"
            yield "</li>"
        yield "</ol>\n</nav>"


def _story_link(number: int, headline: str) -> str:
    return f'<a href="#s{number}"><bdi>{esc(headline)}</bdi></a>'


def _watched(watched: Watched) -> str:
    links = "; ".join(_story_link(number, headline) for number, headline in watched.stories)
    return f"<b><bdi>{esc(watched.entry)}</bdi></b>: {links}"


def _story(story: StoryOutline, frame: Frame) -> Iterator[str]:
    names = f"story {frame.filters.speaker_classes(story.chapters)}".strip()
    yield f'<article id="s{story.number}" class="{names}" aria-labelledby="h{story.number}">'
    yield (
        f'<h2 id="h{story.number}">{story.number}. <bdi>{esc(story.headline)}</bdi>'
        f"{UPDATE if story.update else ''}</h2>"
    )
    yield from story_body(story, frame)
    yield "</article>"


def _article(briefing: Briefing, frame: Frame) -> Iterator[str]:
    article, show = briefing.article, shower(frame.layout)
    number = frame.links.numbers[article.source]
    title, outlet = esc(show(article.title or "") or "Untitled"), esc(show(outlet_of(article)))
    yield f'<article id="a{number}" class="text" aria-labelledby="t{number}">'
    yield f'<h3 id="t{number}"><bdi>{title}</bdi> <span class="office">– {outlet}</span></h3>'
    yield f'<div lang="{language_of(article.language)}">'
    yield from passages(briefing, frame.layout, prefix=f"a{number}")
    yield "</div>\n</article>"


def _footer(whole: DigestOutline, layout: Layout) -> Iterator[str]:
    yield '<footer class="about">\n<h2>About this digest</h2>'
    yield f"<p>Inputs: {whole.inputs}</p>"
    troubles = [f"<b><bdi>{esc(t.source)}</bdi>:</b> {esc(t.reason)}" for t in whole.failures]
    troubles += [
        f"<b><bdi>{esc(t.source)}</bdi>:</b> brings nothing new (stale)" for t in whole.stale
    ]
    if troubles:
        yield from listing("troubles", troubles)
    yield "<h3>Source balance</h3>"
    yield from listing("balance", whole.balance)
    yield from (f'<p class="warning">{esc(warning)}</p>' for warning in whole.warnings)
    yield f'<p class="facts">{esc(legend(layout))}</p>'
    if whole.versions:
        yield f'<p class="facts">{esc(whole.versions)}</p>'
    if whole.handling:
        yield f'<p class="handling"><strong>{esc(whole.handling)}</strong></p>'
    yield "</footer>"
