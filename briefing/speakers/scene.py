"""Everything known about an article while its sources are being resolved."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.domain import Attribution, Sentence, Span
from briefing.speakers.entities import Entity
from briefing.speakers.gathering import gather_entities
from briefing.speakers.names import Name, NameKind, find_names
from briefing.speakers.trail import Trail
from briefing.speakers.words import Reading, read_words

MARKS = frozenset("“”\"‘'«「„`")
REACH = 12  # words that a name may have on either side of a word in it


@dataclass(slots=True)
class Scene:
    """The words, names and entities of an article, and who has spoken so far.

    `relatives` are the relative pronouns, by their number, whose antecedent is known; `told`
    the numbers of words that titles and appositions of names take up. `spoken` holds what each
    source, by its start, is said to say. `turns` holds, for each
    attribution resolved so far, where its source stands (its content where it has none) and
    the entity; `trail` every mention.
    """

    reading: Reading
    names: tuple[Name, ...]
    starts: tuple[int, ...]
    owner: dict[int, Entity]
    entities: list[Entity]
    quotes: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()
    spoken: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    by_head: dict[str, list[Entity]] = field(default_factory=dict)
    relatives: dict[int, Entity] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    turns: Trail = field(default_factory=Trail)
    trail: Trail = field(default_factory=Trail)
    known: set[Entity] = field(default_factory=set)

    def names_between(self, first: int, last: int) -> Iterator[tuple[int, Name]]:
        """The names whose bare part lies within words `[first, last)`, with their numbers."""
        number = bisect_left(self.starts, first)
        while number < len(self.names) and self.names[number].start < last:
            if self.names[number].end <= last:
                yield number, self.names[number]
            number += 1

    def is_inside_name(self, number: int) -> bool:
        """Whether a word stands inside the bare part of a name: `of` in `the Board of Tides`."""
        around = self.names_between(max(0, number - REACH), number + REACH)
        return any(name.start < number < name.end for _, name in around)

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies in words that an attribution quotes."""
        number = bisect_right(self.quotes, Span(offset + 1, 0)) - 1
        return number >= 0 and self.quotes[number].end > offset

    def is_source(self, offset: int) -> bool:
        """Whether an offset lies in the source of an attribution."""
        return self.source_at(offset) is not None

    def source_at(self, offset: int) -> Span | None:
        """The source of an attribution that an offset lies in, or None."""
        number = bisect_right(self.sources, Span(offset + 1, 0)) - 1
        within = number >= 0 and self.sources[number].end > offset
        return self.sources[number] if within else None

    def person_told_up_to(self, end: int) -> Entity | None:
        """The person about whom something is said up to an offset: `Ana Ruiz of the Dyke Trust`."""
        return next(
            (
                entity
                for entity in self.entities
                if entity.kind is NameKind.PERSON and any(fact.end == end for fact in entity.facts)
            ),
            None,
        )

    def add(self, entity: Entity, *heads: str) -> None:
        """Takes in an entity that nouns name by its office or kind."""
        if entity not in self.known:
            self.known.add(entity)
            self.entities.append(entity)
        for head in heads:
            entity.heads.add(head)
            known = self.by_head.setdefault(head, [])
            if entity not in known:
                known.append(entity)

    def mention(self, entity: Entity, span: Span) -> None:
        """Notes that a span mentions an entity."""
        at = bisect_left(entity.mentions, span)
        if entity.mentions[at : at + 1] != [span]:
            entity.mentions.insert(at, span)
            self.trail.add(span.start, entity)

    def paragraph(self, offset: int) -> int:
        """The paragraph that an offset stands in."""
        word = self.reading.words[min(self.reading.at(offset), len(self.reading.words) - 1)]
        return self.reading.sentences[word.sentence].paragraph


def set_scene(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> Scene:
    """The scene of an article before any source is resolved."""
    reading, names = _read_names(text, tuple(sentences))
    entities, owner = gather_entities(reading, names)
    starts = tuple(name.start for name in names)
    sources = sorted(span for attribution in attributions for span in attribution.source)
    quotes = _quotes(text, attributions)
    spoken = {a.source[0].start: a.content for a in attributions if a.source}
    scene = Scene(reading, names, starts, owner, entities, quotes, tuple(sources), spoken)
    scene.known.update(entities)
    for entity in entities:
        for mention in entity.mentions:
            scene.trail.add(mention.start, entity)
    return scene


@lru_cache(maxsize=1)
def _read_names(text: str, sentences: tuple[Sentence, ...]) -> tuple[Reading, tuple[Name, ...]]:
    """The words and names of a text; those of the last one are kept, as it is read again."""
    reading = read_words(text, sentences)
    return reading, find_names(reading)


def _quotes(text: str, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The contents that stand in quotation marks, in order and without overlaps."""
    found: list[Span] = []
    for span in sorted(span for attribution in attributions for span in attribution.content):
        if not set(text[max(0, span.start - 1) : span.start + 1]) & MARKS:
            continue
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)
