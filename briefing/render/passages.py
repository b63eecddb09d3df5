"""Set the text of an article as HTML paragraphs with their numbers, statements marked in it."""

from collections.abc import Iterator

from briefing.domain import Briefing, Span
from briefing.render.escape import escape_html, replace_controls
from briefing.render.layout import Layout


def passages(briefing: Briefing, layout: Layout, *, prefix: str = "") -> Iterator[str]:
    """One element for each block of the article; the first of a paragraph has its anchor, which
    begins with the prefix."""
    printed = filter(layout.prints, briefing.statements)
    said = _merge(sorted(span for found in printed for span in found.attribution.content))
    last = 0
    for block in briefing.article.blocks:
        anchor, number = "", ""
        if block.paragraph != last:
            anchor, number = f' id="{prefix}p{block.paragraph}"', f"¶{block.paragraph}"
            last = block.paragraph
        words = "".join(_marked(block.span, said, briefing.article.text))
        yield (
            f'<p{anchor} class="{block.kind}"><span class="number">{number}</span>'
            f'<span dir="auto">{words}</span></p>'
        )


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _marked(block: Span, said: list[Span], text: str) -> Iterator[str]:
    at = block.start
    for span in said:
        if span.overlaps(block):
            start, end = max(span.start, block.start), min(span.end, block.end)
            yield _escaped(text[at:start])
            yield f"<mark>{_escaped(text[start:end])}</mark>"
            at = end
    yield _escaped(text[at : block.end])


def _escaped(text: str) -> str:
    return escape_html(replace_controls(text))
