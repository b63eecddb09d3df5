"""Reads what a line that ends in a colon announces: a list, quotations, a block without marks."""

import re
from collections.abc import Sequence

from briefing.domain import Form, Kind, Span

from .cues import Cue, find_cues
from .findings import Finding, item_span
from .formats import shown
from .items import AUXILIARY, DETERMINER, FINITE, NAME, QUOTE, RELATIVE, WH, Item
from .lines import Line, Paragraph
from .subjects import subject_before
from .words import forms, noun_words

MAX_TOLD = 6  # items between a cue and the colon behind it: `told reporters on Friday:`
LISTED, INTRODUCED, BLOCK = 0.85, 0.9, 0.75


def read_list(line: Line, bullets: Sequence[Span]) -> Finding | None:
    """A list whose leading line ends in a colon and says who says it."""
    told = _leading_in(line)
    if told is None:
        return None
    found = shown(told[0], list(bullets), "list", LISTED, None)
    found.cue = (told[1],)
    found.forms, found.quoted = {Form.INDIRECT}, False
    found.paragraph = line.paragraph
    return found


def read_introduced(line: Line, paragraph: Paragraph) -> Finding | None:
    """A paragraph of quotations behind one whose last line says who speaks: `She said:`."""
    told = _leading_in(line)
    if told is None or not paragraph.lines or not all(each.sole for each in paragraph.lines):
        return None
    pieces = [quote.inner for quote in paragraph.quotes]
    found = shown(told[0], pieces, "introduced", INTRODUCED, paragraph)
    found.cue = (told[1],)
    return found


def read_block(line: Line, paragraph: Paragraph) -> Finding | None:
    """A paragraph set off without marks, behind one that ends in who says it: `Lund added:`."""
    told = _leading_in(line, near=True)
    if told is None or paragraph.quotes or not paragraph.lines:
        return None
    found = shown(told[0], [paragraph.span], "introduced", BLOCK, paragraph)
    found.cue, found.forms, found.quoted = (told[1],), {Form.INDIRECT}, False
    return found


def _leading_in(line: Line, *, near: bool = False) -> tuple[Span, Span] | None:
    """The source and the cue of a line that ends in a colon.

    `near` asks for a cue of speech with no words of its own before the colon.
    """
    items = line.items
    if not items or items[-1].text != ":":
        return None
    for cue in find_cues(items):
        if cue.frame.kind is not Kind.STATEMENT or cue.negated or cue.tense == "ing":
            continue
        source = subject_before(items, cue.group)
        if near and not _leads_at_once(items, cue):
            continue
        if source:
            return item_span(items, *source), item_span(items, cue.at, cue.end)
    return _leading_noun(items)


def _leading_noun(items: Sequence[Item]) -> tuple[Span, Span] | None:
    """The source and the cue of `Lund made the following comment:`."""
    nouns = noun_words("noun") | noun_words("lead")
    noun = next((i for i in range(len(items) - 1, 0, -1) if items[i].low in nouns), 0)
    for verb in range(1, noun):
        item = items[verb]
        told = any(each.lemma in noun_words("verb") for each in forms().get(item.low, ()))
        if not told or not item.flags & FINITE or item.flags & NAME or len(items) - noun > MAX_TOLD:
            continue
        source = subject_before(items, verb)
        if source and any(each.flags & DETERMINER for each in items[verb + 1 : noun]):
            return item_span(items, *source), item_span(items, verb, noun + 1)
    return None


def _leads_at_once(items: Sequence[Item], cue: Cue) -> bool:
    between = items[cue.end : -1]
    if "quote" not in cue.frame.complements or len(between) > MAX_TOLD:
        return False
    return not any(each.flags & (FINITE | AUXILIARY | QUOTE | WH | RELATIVE) for each in between)


# What opens and closes a bullet without being its words.
BULLET = re.compile(r"[-*•–—·▪◦]\s*|\d{1,2}[.)]\s+")


ABBREVIATED = re.compile(r"\b\w\.\w\.$")  # 4 p.m.


def bullet_words(text: str, span: Span) -> Span:
    """A bullet without its mark and its closing semicolon or stop."""
    match = BULLET.match(text, span.start, span.end)
    start = match.end() if match else span.start
    end = span.end
    while end > start + 1 and text[end - 1] in ".;, \n":
        if text[end - 1] == "." and ABBREVIATED.search(text, max(start, end - 5), end):
            break
        end -= 1
    if text[start:end].endswith(("; and", ", and", ";and")):
        end -= 5
    return Span(start, end)
