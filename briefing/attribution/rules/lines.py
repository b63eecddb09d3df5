"""Turns the paragraphs of an article into lines of items."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.domain import PROSE, BlockKind, Sentence, Span
from briefing.quotation import Quotation, find_quotations
from briefing.tokens import find_tokens

from .items import CLOSING, MARK, QUOTE, SPEECH, SPEECH_END, Item, classify, is_speech

MAX_ITEMS = 250  # of a line; longer ones are no prose and are cut


class Line:
    """The items of a sentence. `sole` tells that it holds quotations only."""

    __slots__ = ("items", "kind", "paragraph", "sole")

    def __init__(self, items: list[Item], paragraph: int, kind: BlockKind) -> None:
        """Starts with nothing but what is given."""
        self.items, self.paragraph, self.kind = items, paragraph, kind
        self.sole = any(item.quote for item in items) and all(
            item.quote or not item.text[0].isalnum() for item in items
        )


class Paragraph:
    """A printed paragraph: its lines and its outermost quotations."""

    __slots__ = ("kind", "lines", "number", "parts", "quotes", "span")

    def __init__(self, number: int, kind: BlockKind, span: Span) -> None:
        """Starts with nothing but what is given."""
        self.number, self.kind, self.span = number, kind, span
        self.lines: list[Line] = []
        self.quotes: list[Quotation] = []
        self.parts: list[Span] = []


def read_paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[Paragraph]:
    """The paragraphs of an article in order, all kinds of blocks."""
    for (number, kind), group in groupby(sentences, key=lambda s: (s.paragraph, s.kind)):
        members = list(group)
        span = Span(members[0].span.start, members[-1].span.end)
        paragraph = Paragraph(number, kind, span)
        paragraph.parts = _join_sentences(text, members)
        if kind in PROSE or kind is BlockKind.HEADING:
            paragraph.quotes = [q for q in find_quotations(text, span) if q.depth == 0]
            paragraph.lines = list(_read_lines(text, members, paragraph))
        yield paragraph


def _join_sentences(text: str, members: Sequence[Sentence]) -> list[Span]:
    """The printed lines of a block: sentences with no line break between are one."""
    parts: list[Span] = []
    for sentence in members:
        if parts and "\n" not in text[parts[-1].end : sentence.span.start]:
            parts[-1] = Span(parts[-1].start, sentence.span.end)
        else:
            parts.append(sentence.span)
    return parts


def _read_lines(text: str, members: list[Sentence], paragraph: Paragraph) -> Iterator[Line]:
    items: list[Item] = []
    ends = [sentence.span.end for sentence in members]
    place = 0
    for item in _read_items(text, paragraph):
        crossed = place < len(ends) and item.start >= ends[place]
        while place < len(ends) and item.start >= ends[place]:
            place += 1
        ends_here = crossed and items and not _goes_on(items[-1], item)
        if ends_here or len(items) == MAX_ITEMS:
            yield Line(_settle(items), paragraph.number, paragraph.kind)
            items = []
        items.append(item)
    if items:
        yield Line(_settle(items), paragraph.number, paragraph.kind)


def _goes_on(last: Item, item: Item) -> bool:
    """Whether a sentence goes on behind a quotation: `“Why?” she asked.`"""
    if last.quote is None:
        return False
    return last.text.rstrip("”’\"'»」 ").endswith(",") or item.text[0].islower()


def _read_items(text: str, paragraph: Paragraph) -> Iterator[Item]:
    place = paragraph.span.start
    for quote in paragraph.quotes:
        yield from _read_words(text, Span(place, quote.span.start))
        inner = quote.inner.of(text)
        flags = QUOTE | SPEECH if is_speech(inner) else QUOTE
        yield Item(quote.span.start, quote.span.end, quote.span.of(text), flags, quote)
        place = max(place, quote.span.end)
    yield from _read_words(text, Span(place, paragraph.span.end))


def _read_words(text: str, span: Span) -> Iterator[Item]:
    for token in find_tokens(text, span):
        yield Item(token.start, token.end, token.text, 0)


def _begins_speech(items: list[Item]) -> bool:
    """Whether the quotation that opens a line is speech: `“Never,” …`; `“Never”, …`."""
    if items[0].text.rstrip(CLOSING)[-1:] in SPEECH_END:
        return True
    return len(items) > 1 and items[1].text == ","


def _settle(items: list[Item]) -> list[Item]:
    """Gives the items their classes; joins the dots of abbreviations to their words."""
    settled: list[Item] = []
    first = True
    last = len(items) - 1
    for index, item in enumerate(items):
        if item.text == "." and index < last and settled and settled[-1].end == item.start:
            if settled[-1].quote is None:
                settled[-1].end = item.end
            continue
        if item.text in ("'", "’") and settled and settled[-1].end == item.start:
            settled[-1].end = item.end
            continue
        if index == 0 and item.quote is not None and _begins_speech(items):
            item.flags |= SPEECH
        if item.quote is None:
            item.flags = classify(item.text, first=first)
        if item.flags & ~MARK:
            first = False
        elif item.text in (":", "="):
            first = True
        settled.append(item)
    return settled
