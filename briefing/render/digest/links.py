"""Decide where a mention of an article leads: into the page, to the web, or nowhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.domain import Briefing, Digest, Story
from briefing.render.digest.places import Place, tell_place, web_address
from briefing.render.escape import escape_html as esc
from briefing.render.layout import Layout


@dataclass(frozen=True, slots=True)
class Links:
    """The articles that a page holds, by source: number and paragraphs; empty in a letter."""

    numbers: Mapping[str, int]
    paragraphs: Mapping[str, frozenset[int]]

    def to(self, place: Place) -> str:
        """The address of a place: in the page if it is there, else on the web, else empty."""
        number = self.numbers.get(place.source)
        if number is None:
            return web_address(place.source)
        known = self.paragraphs[place.source]
        return f"#a{number}p{place.paragraph}" if place.paragraph in known else f"#a{number}"

    def tell(self, place: Place, layout: Layout) -> str:
        """The place as HTML, linked if it can be; its outlet is isolated from the text around."""
        told, address = esc(tell_place(place, layout)), self.to(place)
        told = f'<bdi class="place">{told}</bdi>'
        return f'<a href="{esc(address)}">{told}</a>' if address else told


NOWHERE = Links({}, {})


def link_articles(digest: Digest) -> tuple[Links, tuple[Briefing, ...]]:
    """The links into a page, and the articles that it must hold for them: those that a story
    cites, each once."""
    briefings: dict[str, Briefing] = {}
    for story in digest.stories:
        cited = set(_cited(story))
        for briefing in story.briefings:
            if briefing.article.blocks and briefing.article.source in cited:
                briefings.setdefault(briefing.article.source, briefing)
    held = tuple(briefings.values())
    numbers = {b.article.source: number for number, b in enumerate(held, start=1)}
    paragraphs = {
        b.article.source: frozenset(block.paragraph for block in b.article.blocks) for b in held
    }
    return Links(numbers, paragraphs), held


def _cited(story: Story) -> Iterable[str]:
    yield from (chosen.source for chosen in story.summary)
    for told in story.statements:
        yield told.source
        yield from (other.source for other in told.also_in)
    yield from (who.source for who in story.silent)
