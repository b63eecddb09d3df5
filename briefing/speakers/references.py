"""Follows each source to its entity: names, pronouns, descriptions, joint sources."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import pairwise

from briefing.domain import Attribution, Span
from briefing.speakers.described import resolve_description
from briefing.speakers.descriptions import find_descriptions, phrase_before
from briefing.speakers.entities import Entity, name_form
from briefing.speakers.interviews import answers, find_interviewee
from briefing.speakers.lexicons import is_position, singular, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.pronouns import PERSONAL, choose_antecedent
from briefing.speakers.scene import Scene
from briefing.speakers.sources import (
    OWNERS,
    PRONOUNS,
    Phrase,
    head_name,
    joint_parts,
    noun_class,
    parse_phrase,
    word_range,
)
from briefing.speakers.words import Word

WITH = word_set("references with")
SINGLE = frozenset({"both", "even", "neither", "either", ","})
EXPERTS = frozenset({"expert", "analyst", "experts", "commentary"})


class Way(StrEnum):
    """How a source refers to its entity."""

    NAME = "name"
    PERSONAL = "personal pronoun"
    RELATIVE = "relative pronoun"
    OTHER = "pronoun"
    JOINT = "joint source"
    DESCRIBED = "description"
    TAKEN_UP = "description of somebody named"
    CONTINUED = "carried on"


Choice = Callable[[Scene, int, str], Entity | None]


def words_span(words: tuple[Word, ...], first: int, phrase: Phrase) -> Span:
    """Where a phrase stands, from word `first` on."""
    return Span(words[first].start, words[phrase.last - 1].end)


class Resolver:
    """Resolves attributions in text order; what was resolved is kept in the scene's turns.

    `choose` picks the antecedent of a pronoun.
    """

    def __init__(
        self, scene: Scene, attributions: Sequence[Attribution], choose: Choice = choose_antecedent
    ) -> None:
        self.scene = scene
        self.attributions = attributions
        self.choose = choose
        self.known: dict[int, Entity | None] = {}
        self.ways: dict[int, Way] = {}
        self.busy: set[int] = set()
        self.read = 0
        self.interviewee = find_interviewee(scene)
        self._pairs()

    def speaker_of(self, number: int) -> Entity | None:
        """The entity that attribution `number` goes back to, or None."""
        if number in self.known:
            return self.known[number]
        if number in self.busy:
            return None
        self.busy.add(number)
        attribution = self.attributions[number]
        entity = self._resolve(number, attribution)
        self.known[number] = entity
        self.ways[number] = self._way(attribution, entity)
        spans = attribution.source or attribution.content or attribution.cue
        if spans:
            self.scene.turns.append((spans[0].start, entity))
        return entity

    def _way(self, attribution: Attribution, entity: Entity | None) -> Way:
        """By what kind of reference a source was followed to its entity."""
        spans = attribution.source or attribution.antecedent
        first, last = word_range(self.scene, spans) if spans else (0, 0)
        if first >= last or entity is None:
            return Way.CONTINUED
        words = self.scene.reading.words
        if last - first == 1 and words[first].low in PRONOUNS:
            sort = PRONOUNS[words[first].low]
            return Way.PERSONAL if sort in PERSONAL else Way.RELATIVE if sort == "r" else Way.OTHER
        if entity.members:
            return Way.JOINT
        if any(self.scene.owner[n] is entity for n, _ in self.scene.names_between(first, last)):
            return Way.NAME
        return Way.DESCRIBED if not entity.named else Way.TAKEN_UP

    def _resolve(self, number: int, attribution: Attribution) -> Entity | None:
        spans = attribution.source or attribution.antecedent
        if not spans:
            return self.known.get(number - 1) if attribution.continues else None
        first, last = word_range(self.scene, spans)
        if first >= last:
            return None
        self._read_to(first)
        if (
            self.interviewee is not None
            and last - first == 1
            and (self.scene.reading.words[first].text in ("A", "Q"))
        ):
            return self.interviewee if self.scene.reading.words[first].text == "A" else None
        heading = self._heading(first, last)
        if heading is not None:
            return heading
        parts = joint_parts(self.scene, first, last)
        members = [self.refer(*part) for part in parts]
        if len(members) == 1:
            return members[0]
        return self._join([member for member in members if member is not None], spans)

    def _read_to(self, last: int) -> None:
        """Takes in the described persons and bodies up to a word."""
        if last <= self.read:
            return
        scene = self.scene
        for phrase in find_descriptions(scene, self.read, last):
            self._follow(self.read, phrase.first - 1)
            self.read = max(self.read, phrase.first)
            self._describe(phrase)
        self._follow(self.read, last)
        self.read = last

    def _pairs(self) -> None:
        """Takes in the persons that are named side by side: `Ana Ruiz and Bo Lind`."""
        scene, words = self.scene, self.scene.reading.words
        for number, (one, other) in enumerate(pairwise(scene.names)):
            between = words[one.end : other.first]
            members = scene.owner[number], scene.owner[number + 1]
            if [word.low for word in between] != ["and"] or members[0] is members[1]:
                continue
            if any(member.kind not in (NameKind.PERSON, NameKind.BODY) for member in members):
                continue
            span = Span(words[one.first].start, words[other.end - 1].end)
            self._join(list(members), (span,))

    def _follow(self, first: int, last: int) -> None:
        """Resolves the personal pronouns of the narration among words `[first, last)`."""
        words = self.scene.reading.words
        for number in range(first, last):
            sort = PRONOUNS.get(words[number].low, "")
            if sort in PERSONAL and not self.scene.is_quoted(words[number].start):
                self._antecedent(number, sort)

    def _join(self, members: list[Entity], spans: Sequence[Span]) -> Entity | None:
        if not members:
            return None
        for known in self.scene.by_head.get("joint", ()):
            if known.members == tuple(members):
                known.mentions.append(Span(spans[0].start, spans[-1].end))
                known.mentions.sort()
                return known
        joint = Entity(" + ".join(member.name for member in members), NameKind.PERSON)
        joint.plural, joint.members, joint.named = True, tuple(members), False
        joint.mentions.append(Span(spans[0].start, spans[-1].end))
        self.scene.add(joint, "joint")
        return joint

    def refer(self, first: int, last: int) -> Entity | None:
        """The entity that the words `[first, last)` refer to."""
        scene, words = self.scene, self.scene.reading.words
        while first < last - 1 and words[first].low in SINGLE:
            first += 1
        if words[first].low in PRONOUNS and (last - first == 1 or self._clause(first)):
            return self._antecedent(first, PRONOUNS[words[first].low])
        phrase = parse_phrase(scene, first, last)
        number = head_name(scene, phrase)
        if number is not None:
            return scene.owner[number]
        return self._printed(phrase) or self._pair(first, phrase) or self._describe(phrase)

    def _printed(self, phrase: Phrase) -> Entity | None:
        """The named entity that a phrase of a headline spells out, where capitals tell nothing."""
        words = self.scene.reading.words[phrase.first : phrase.stop]
        if not all(word.capital for word in words):
            return None
        form = name_form(" ".join(word.text for word in words))
        for entity in self.scene.entities:
            if entity.named and any(form == known or form == known[-1:] for known in entity.forms):
                return entity
        return None

    def _pair(self, first: int, phrase: Phrase) -> Entity | None:
        """The two persons named last that `the two`, `both ministers`, `the couple` mean."""
        scene, words = self.scene, self.scene.reading.words
        lows = [word.low for word in words[max(0, first - 1) : phrase.last]]
        head = words[phrase.head].low
        if (
            not (
                lows[:2] == ["both", head]
                or ("the" in lows[:2] and "two" in lows[:3])
                or head in ("pair", "couple", "duo")
            )
            or phrase.last > phrase.head + 1
        ):
            return None
        offset = words[first].start
        people = [
            (max(m.start for m in e.mentions if m.start < offset), n)
            for n, e in enumerate(scene.entities)
            if e.kind is NameKind.PERSON
            and e.named
            and not e.plural
            and e.mentions
            and e.mentions[0].start < offset
            and (head in ("two", "pair", "couple", "duo") or singular(head) in e.heads)
        ]
        if len(people) < 2 or not (
            is_position(singular(head)) or head in ("two", "pair", "couple")
        ):
            return None
        last = sorted(people)[-2:]
        return self._join([scene.entities[n] for _, n in last], (words_span(words, first, phrase),))

    def _clause(self, first: int) -> bool:
        """Whether a source is a clause that a personal pronoun opens: `he was among them`."""
        return PRONOUNS[self.scene.reading.words[first].low] in ("m", "f", "1") and (
            self.scene.reading.words[first].low not in OWNERS | {"him"}
        )

    def _describe(self, phrase: Phrase) -> Entity:
        """The entity of a description, its owner resolved first."""
        scene, words = self.scene, self.scene.reading.words
        if phrase.determiner in OWNERS:
            owner = self._antecedent(phrase.first - 1, PRONOUNS[phrase.determiner])
            return resolve_description(scene, phrase, owner)
        for number in range(phrase.first, phrase.head):
            if words[number].possessive and number + 1 <= phrase.head:
                owner = self._owner(phrase, number)
                if owner is not None:
                    rest = Phrase(number + 1, phrase.last, phrase.stop, "", phrase.head)
                    return resolve_description(scene, rest, owner)
        return resolve_description(scene, phrase, None)

    def _owner(self, phrase: Phrase, number: int) -> Entity | None:
        """The named owner before a possessive ending, or a described one already known."""
        scene = self.scene
        named = [
            n for n, name in scene.names_between(phrase.first, number + 1) if name.end == number + 1
        ]
        if named:
            return scene.owner[named[0]]
        if not noun_class(scene.reading.words[number].low) or not phrase.determiner:
            return None
        if scene.reading.words[phrase.head].low in ("office", "offices"):
            return None
        return resolve_description(
            scene, Phrase(phrase.first, number + 1, number + 1, phrase.determiner, number), None
        )

    def _antecedent(self, number: int, sort: str) -> Entity | None:
        """The entity that the pronoun at a word goes back to."""
        scene = self.scene
        offset = scene.reading.words[number].start
        if sort in ("m", "f", "n", "p"):
            entity = self.choose(scene, offset, sort)
        elif sort == "r":
            entity = self._relative(number)
        elif sort in ("1", "1p"):
            entity = self._first_person(offset)
        else:
            entity = None
        span = Span(offset, scene.reading.words[number].end)
        if entity is not None and span not in entity.mentions:
            entity.mentions.append(span)
            entity.mentions.sort()
        return entity

    def _first_person(self, offset: int) -> Entity | None:
        """Whoever says the words that a first person stands in; None for the writer."""
        around = []
        for number, attribution in enumerate(self.attributions):
            for span in attribution.content:
                if span.start <= offset < span.end and number not in self.busy - self.known.keys():
                    around.append((span.end - span.start, number))
        for _, number in sorted(around):
            entity = self.speaker_of(number)
            if entity is not None:
                return entity
        if self.interviewee is not None and answers(self.scene, offset):
            return self.interviewee
        return None

    def _relative(self, number: int) -> Entity | None:
        """What a relative pronoun goes back to: the name or phrase right before it."""
        scene, words = self.scene, self.scene.reading.words
        if number in scene.relatives:
            return scene.relatives[number]
        before = number - 1
        while before > 0 and (words[before].low in WITH or not words[before].text[0].isalnum()):
            before -= 1
        if words[before].sentence != words[number].sentence:
            return None
        person = words[number].low in ("who", "whom", "whose")
        for n, name in scene.names_between(max(0, before - 6), before + 1):
            kind = scene.owner[n].kind
            if (
                name.end == before + 1
                and (kind is NameKind.PERSON) >= person
                and (kind is not NameKind.PLACE)
            ):
                return scene.owner[n]
        phrase = phrase_before(scene, before, number, person=person)
        return None if phrase is None else self._describe(phrase)

    def _heading(self, first: int, last: int) -> Entity | None:
        """Whom `Expert: "…"` in a heading announces: the first person named after it."""
        words = self.scene.reading.words
        if (
            last - first > 2
            or words[first].low not in EXPERTS
            or last >= len(words)
            or (words[last].text != ":")
        ):
            return None
        sentence = words[first].sentence
        after = [
            n
            for n, name in self.scene.names_between(last, min(last + 80, len(words)))
            if words[name.start].sentence > sentence and name.kind is NameKind.PERSON
        ]
        return self.scene.owner[after[0]] if after else None
