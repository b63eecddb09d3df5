"""What the rules find, before it is made an attribution of the vocabulary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.domain import Attribution, Form, Kind, Span

from .items import BASE, DASHES, DETERMINER, MARK, NOUN, QUOTE, Item
from .words import class_words

# A word of a title, and the words that titles write small.
WORD = re.compile(r"[^\W\d_][\w’'-]*")
EDGE = frozenset([",", ";", ":", ".", "…", "...", "-", ")", "]", "|"]) | DASHES


@dataclass(slots=True)
class Finding:
    """A source, a cue and the pieces of a content, as spans; pieces may be added later.

    `quoted` tells that the last piece is a whole quotation, which later ones may carry on.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    pieces: list[Span]
    forms: set[Form]
    kind: Kind
    rule: str
    confidence: float
    paragraph: int = 0
    quoted: bool = False
    continues: bool = False
    antecedent: tuple[Span, ...] = ()
    evidence: list[str] = field(default_factory=list)

    @property
    def form(self) -> Form:
        """Direct or indirect where all pieces are, else mixed."""
        return next(iter(self.forms)) if len(self.forms) == 1 else Form.MIXED

    def attribution(self) -> Attribution:
        """The finding as a value of the vocabulary."""
        return Attribution(
            source=self.source,
            cue=self.cue,
            content=tuple(sorted(self.pieces)),
            kind=self.kind,
            form=self.form,
            continues=self.continues,
            antecedent=self.antecedent,
            confidence=round(self.confidence, 3),
            evidence=(self.rule, *self.evidence),
        )


def item_span(items: Sequence[Item], start: int, end: int) -> Span:
    """The span from the first to the last of the items."""
    return Span(items[start].start, items[end - 1].end)


def strip_marks(items: Sequence[Item], start: int, end: int) -> tuple[int, int]:
    """The items without commas, dashes and stops at both ends."""
    while start < end and items[start].flags & MARK and items[start].text in EDGE:
        start += 1
    while end > start and items[end - 1].flags & MARK and items[end - 1].text in EDGE:
        end -= 1
    return start, end


def is_term(items: Sequence[Item], item: Item) -> bool:
    """Whether a quotation is a name: `the “Facilitation Agreement”`, `the novel “The Salt”`."""
    index = next(place for place, each in enumerate(items) if each is item)
    before = items[index - 1] if index else None
    if before is None or not before.flags & (DETERMINER | NOUN | BASE):
        return False
    words = [
        word for word in WORD.findall(item.text) if word.lower() not in class_words("title-small")
    ]
    return bool(words) and all(word[0].isupper() for word in words)


def read_pieces(
    items: Sequence[Item], ranges: Sequence[tuple[int, int]]
) -> tuple[list[Span], set[Form]]:
    """The spans of ranges of items, and their forms; of quotations alone the inner words."""
    stripped = [strip_marks(items, start, end) for start, end in ranges]
    stripped = [(start, end) for start, end in stripped if start < end]
    alone = [all(item.flags & QUOTE for item in items[start:end]) for start, end in stripped]
    spans: list[Span] = []
    forms: set[Form] = set()
    for start, end in stripped:
        inside = [item for item in items[start:end] if item.quote is not None]
        if all(alone):
            forms.add(Form.DIRECT)
            spans.extend(item.quote.inner for item in inside if item.quote)
        else:
            spoken = any(not is_term(items, item) for item in inside)
            forms.add(Form.MIXED if spoken else Form.INDIRECT)
            spans.append(item_span(items, start, end))
    return spans, forms
