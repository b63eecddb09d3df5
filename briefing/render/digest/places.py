"""Tell where words of a story stand: the outlet, the paragraph, the address on the web."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urlsplit

from briefing.domain import Article, Briefing, Digest, Story
from briefing.render.escape import show_controls
from briefing.render.layout import Layout

# An address on the web that can be linked to: no user names, no spaces, only ASCII.
WEB = re.compile(r"https?://[A-Za-z0-9\[][^\s<>\"'`\\{}|^]*", re.ASCII)
# What stays as it is in an address; all else is written as %XX.
RESERVED = ":/?#[]@!$&()*+,;=~%"


@dataclass(frozen=True, slots=True)
class Place:
    """An outlet (safe to show), the article's source (as given), a paragraph from 1 if known,
    and the language of the words there."""

    outlet: str
    source: str
    paragraph: int | None = None
    language: str = "en"


def web_address(source: str) -> str:
    """The address of a source that can be linked to; empty for files and odd addresses.

    >>> web_address("https://example.org/a b?c=é"), web_address("javascript:alert(1)")
    ('https://example.org/a%20b?c=%C3%A9', '')
    """
    try:
        host = urlsplit(source).netloc
    except ValueError:
        return ""
    if not host.isascii() or "@" in host or not source.isprintable():
        return ""
    address = quote(source, safe=RESERVED)
    return address if WEB.fullmatch(address) else ""


def outlet_of(article: Article) -> str:
    """Who published an article: its publisher, else the host or the file that it came from.

    >>> outlet_of(Article("1", "https://www.example.org/news/1", ""))
    'example.org'
    """
    if article.publisher:
        return article.publisher
    address = web_address(article.source)
    if address:
        return urlsplit(address).netloc.removeprefix("www.")
    return article.source.rstrip("/").rpartition("/")[2] or article.source


class Places:
    """Where things stand in the articles of a story."""

    def __init__(self, story: Story, layout: Layout) -> None:
        """The places of a story's articles."""
        self.layout = layout
        self.articles: Mapping[str, Article] = {
            briefing.article.source: briefing.article for briefing in reversed(story.briefings)
        }

    def text(self, source: str) -> str:
        """The text of an article of the story."""
        return self.articles[source].text

    def at(self, source: str, position: int | None = None) -> Place:
        """The place of a position of an article, or of the article as a whole."""
        article = self.articles.get(source)
        if article is None:
            return Place(show_controls(source, unicode=self.layout.unicode), source)
        name = show_controls(outlet_of(article), unicode=self.layout.unicode)
        paragraph = None if position is None else paragraph_at(article, position)
        return Place(name, source, paragraph, article.language)


def paragraph_at(article: Article, position: int) -> int | None:
    """The number of the paragraph that holds a position; None where there are no blocks."""
    numbers = [block.paragraph for block in article.blocks if block.span.start <= position]
    return numbers[-1] if numbers else None


def tell_place(place: Place, layout: Layout) -> str:
    """The outlet, and the paragraph if it is known.

    >>> tell_place(Place("The Bell", "a.txt", 3), Layout())
    'The Bell ¶3'
    """
    if place.paragraph is None:
        return place.outlet
    return f"{place.outlet} {layout.signs.paragraph}{place.paragraph}"


def count_outlets(digest: Digest, layout: Layout) -> tuple[tuple[str, int], ...]:
    """The outlets of a digest's articles with their numbers, most articles first."""
    counts: dict[str, int] = {}
    for briefing in briefings_of(digest):
        name = show_controls(outlet_of(briefing.article), unicode=layout.unicode)
        counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def briefings_of(digest: Digest) -> Sequence[Briefing]:
    """All briefings of the stories, in order."""
    return [briefing for story in digest.stories for briefing in story.briefings]


def shower(layout: Layout) -> partial[str]:
    """The function that makes text safe to show in this layout."""
    return partial(show_controls, unicode=layout.unicode)
