"""Write a briefing as one HTML page that needs nothing else: no script, no remote resource."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from briefing.domain import Briefing, Form, Role
from briefing.render.escape import escape_html as esc
from briefing.render.layout import Layout
from briefing.render.outline import DECLINED, Chapter, Outline, Point, count, outline
from briefing.render.page import legend
from briefing.render.passages import passages
from briefing.render.voices import Entry, Voice

# What a language tag may look like in an attribute: `en`, `zh-Hant-TW`.
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


def render_html(briefing: Briefing, layout: Layout) -> str:
    """The briefing as a page with the article below it, to which each statement links. Roles
    can be hidden by check boxes, which browsers without `:has()` do not show."""
    whole = outline(briefing, replace(layout, unicode=True))
    style = stylesheet() + "".join(_filters(whole.chapters))
    lang = language_of(briefing.article.language)
    body = "\n".join(_body(whole, list(passages(briefing, layout)), lang, layout))
    return frame_page(f"{whole.title} – briefing", body, style, layout)


def frame_page(title: str, body: str, style: str, layout: Layout) -> str:
    """A whole page: its title, the lines of its body, and the only style sheet it may use."""
    page = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{content_policy(style)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{esc(title)}</title>\n<style>{style}</style>\n"
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    if layout.unicode:
        return page
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def language_of(tag: str) -> str:
    """The language of an article as an attribute takes it; English where it is none."""
    return tag if LANGUAGE.fullmatch(tag) else "en"


@cache
def stylesheet() -> str:
    """The style sheet that pages share."""
    return files("briefing").joinpath("data/render/briefing.css").read_text("utf-8")


def content_policy(style: str) -> str:
    """A policy that lets the browser use this very style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _filters(chapters: Iterable[Chapter]) -> Iterator[str]:
    """Rules that hide the voices of a role, and a section all of whose roles are hidden."""
    for chapter in chapters:
        roles = _roles(chapter)
        for role in roles:
            yield f"body:has(#show-{role}:not(:checked)) .voice.{role}{{display:none}}\n"
        if roles:
            boxes = ",".join(f"#show-{role}:checked" for role in roles)
            yield f"body:not(:has({boxes})) #{chapter.section}{{display:none}}\n"


def _roles(chapter: Chapter) -> list[Role]:
    return list(dict.fromkeys(voice.role for voice in chapter.voices))


def _body(whole: Outline, text: list[str], lang: str, layout: Layout) -> Iterator[str]:
    yield '<a class="skip" href="#briefing">Skip to the briefing</a>'
    yield f'<header>\n<h1 lang="{lang}" dir="auto">{esc(whole.title)}</h1>'
    yield f"<p>{esc(' · '.join(whole.facts))}</p>"
    yield f'<p class="source">{esc(whole.source)}</p>\n</header>'
    yield '<main id="briefing">'
    if whole.summary:
        yield from _section("summary", "Summary", _points("summary", whole.summary, lang))
    if whole.keywords:
        yield from _section("keywords", "Keywords", _points("keywords", whole.keywords, lang))
    yield from _choices(whole.chapters)
    yield '<div class="sides">'
    for chapter in whole.chapters:
        if chapter.voices or chapter.section != "other":
            voices = _voices(chapter, lang, linked=bool(text))
            yield from _section(chapter.section, chapter.heading, voices)
    yield "</div>"
    if whole.declined:
        told = (f'<span lang="{lang}" dir="auto">{esc(line)}</span>' for line in whole.declined)
        yield from _section("declined", DECLINED, _list(told))
    if whole.notes:
        yield from _section("notes", "Notes", _list(esc(note) for note in whole.notes))
    yield from _section("balance", "Source balance", _balance(whole))
    if text:
        lines = (f'<div lang="{lang}">', *text, "</div>")
        yield from _section("text", "The article", lines)
    yield f'</main>\n<footer class="legend">{esc(legend(replace(layout, unicode=True)))}</footer>'


def _section(name: str, heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield f'<section id="{name}" class="{name}" aria-labelledby="{name}-heading">'
    yield f'<h2 id="{name}-heading">{heading}</h2>'
    yield from lines
    yield "</section>"


def _list(items: Iterable[str], name: str = "") -> Iterator[str]:
    yield f'<ul class="{name}">' if name else "<ul>"
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ul>"


def _points(name: str, points: Iterable[Point], lang: str) -> Iterator[str]:
    return _list(
        (
            f'<span lang="{lang}" dir="auto">{esc(point.text)}</span>'
            + (f' <span class="why">({esc(point.why)})</span>' if point.why else "")
            for point in points
        ),
        name,
    )


def _choices(chapters: Iterable[Chapter]) -> Iterator[str]:
    roles = [role for chapter in chapters for role in _roles(chapter)]
    if len(roles) < 2:
        return
    yield "<fieldset>\n<legend>Show</legend>"
    for role in roles:
        yield (
            f'<label><input type="checkbox" id="show-{role}" checked autocomplete="off"> '
            f"{'role unclear' if role is Role.UNKNOWN else role.value}</label>"
        )
    yield "</fieldset>"


def _voices(chapter: Chapter, lang: str, *, linked: bool) -> Iterator[str]:
    if not chapter.voices:
        yield "<p>None found.</p>"
    for voice in chapter.voices:
        yield f'<div class="voice {voice.role}">\n<h3>{_name(voice)}</h3>\n<ul class="statements">'
        yield from (_entry(entry, lang, linked=linked) for entry in voice.entries)
        if voice.left_out:
            yield f"<li><p></p><p>and {count(voice.left_out, 'more statement')}</p></li>"
        yield "</ul>\n</div>"


def _name(voice: Voice) -> str:
    office = (
        f' <span class="office">– <bdi>{esc(voice.office)}</bdi></span>' if voice.office else ""
    )
    marks = f' <span class="mark">[{esc(", ".join(voice.marks))}]</span>' if voice.marks else ""
    return f"<bdi>{esc(voice.name)}</bdi>{office}{marks}"


def _entry(entry: Entry, lang: str, *, linked: bool) -> str:
    number = f"¶{entry.paragraph}"
    if linked:
        number = (
            f'<a href="#p{entry.paragraph}" aria-label="Paragraph {entry.paragraph}">{number}</a>'
        )
    words = f'<span lang="{lang}" dir="auto">{esc(entry.words)}</span>'
    if entry.form is not Form.DIRECT:
        cue = f'<span class="cue">{esc(entry.cue)}:</span> ' if entry.cue else ""
        words = f"– {cue}{words}"
    doubt = ' <span class="doubt">[uncertain]</span>' if entry.doubtful else ""
    why = f'<p class="why">{esc(entry.why)}</p>' if entry.why else ""
    return f'<li class="{entry.form}"><p class="number">{number}</p><p>{words}{doubt}</p>{why}</li>'


def _balance(whole: Outline) -> Iterator[str]:
    yield from _list(whole.balance)
    yield from (f'<p class="warning">{esc(warning)}</p>' for warning in whole.warnings)
