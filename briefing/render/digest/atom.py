"""Write a digest as an Atom feed (RFC 4287) with one entry for each story."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from briefing.domain import Digest, Story
from briefing.render.digest.outline import outline_digest
from briefing.render.digest.parts import StoryOutline
from briefing.render.digest.places import outlet_of, shower, web_address
from briefing.render.digest.story_html import Frame, story_body
from briefing.render.escape import escape_html as esc
from briefing.render.layout import Layout

XML = '<?xml version="1.0" encoding="utf-8"?>'
FEED = "urn:briefing:digests"
STORY = "urn:briefing:story:"


def render_atom(digest: Digest, layout: Layout) -> str:
    """The feed of a digest. Its id is the same every day, as are those of stories, so that a
    reader that has seen an entry knows it again."""
    full = replace(layout, unicode=True)
    whole = outline_digest(digest, full)
    text = "\n".join((XML, *_feed(digest, whole.title, whole.stories, full))) + "\n"
    return text if layout.unicode else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _feed(
    digest: Digest, title: str, stories: tuple[StoryOutline, ...], layout: Layout
) -> Iterator[str]:
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    yield f"<id>{FEED}</id>\n<title>{esc(title)}</title>"
    yield f"<updated>{_time(digest.prepared)}</updated>"
    yield "<author><name>briefing</name></author>\n<generator>briefing</generator>"
    if digest.handling:
        yield f"<rights>{esc(shower(layout)(digest.handling))}</rights>"
    for story, outline in zip(digest.stories, stories, strict=True):
        yield from _entry(story, outline, digest.prepared, layout)
    yield "</feed>"


def _entry(
    story: Story, outline: StoryOutline, prepared: datetime, layout: Layout
) -> Iterator[str]:
    show, mark = shower(layout), "Update: " if outline.update else ""
    yield f"<entry>\n<id>{STORY}{_urn(story.id)}</id>"
    yield f"<title>{esc(mark + outline.headline)}</title>"
    yield f"<updated>{_time(prepared)}</updated>"
    times = [b.article.published for b in story.briefings if b.article.published]
    if times:
        yield f"<published>{_time(min(times))}</published>"
    outlets = dict.fromkeys(show(outlet_of(b.article)) for b in story.briefings)
    yield from (f"<author><name>{esc(name)}</name></author>" for name in outlets)
    addresses = [web_address(briefing.article.source) for briefing in story.briefings]
    for address, rel in zip(filter(None, addresses), _relations(), strict=False):
        yield f'<link rel="{rel}" type="text/html" href="{esc(address)}"/>'
    yield from (f'<category term="{esc(phrase)}"/>' for phrase in outline.keywords if phrase)
    if outline.summary:
        yield f"<summary>{esc(' '.join(point.text for point in outline.summary))}</summary>"
    body = "\n".join(story_body(outline, Frame(layout)))
    yield f'<content type="html">{esc(body)}</content>\n</entry>'


def _relations() -> Iterator[str]:
    """The first article is the entry's page; the others are related to it."""
    yield "alternate"
    while True:
        yield "related"


def _urn(name: str) -> str:
    """A name as a part of a URN: all but letters, digits and `-._` is written as %XX."""
    from urllib.parse import quote

    return quote(name.encode("utf-8", "backslashreplace"), safe="")


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
