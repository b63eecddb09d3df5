"""Follows each source to its entity: names, pronouns, descriptions, joint sources."""

from collections.abc import Callable, Sequence

from briefing.domain import Attribution, Span
from briefing.speakers.capitals import find_spelled
from briefing.speakers.continuing import last_speaker
from briefing.speakers.counted import find_several
from briefing.speakers.described import resolve_description
from briefing.speakers.descriptions import find_descriptions, phrase_before
from briefing.speakers.entities import Entity
from briefing.speakers.givers import giver_range
from briefing.speakers.headings import announced
from briefing.speakers.interviews import answers, find_interviewee
from briefing.speakers.joints import join, join_neighbours, joint_parts
from briefing.speakers.letters import find_office
from briefing.speakers.lexicons import word_set
from briefing.speakers.names import NameKind
from briefing.speakers.nicknames import find_nicknamed
from briefing.speakers.pairs import find_pair
from briefing.speakers.pieces import source_spans, word_range
from briefing.speakers.pronouns import PERSONAL, choose_antecedent
from briefing.speakers.scene import Scene
from briefing.speakers.sources import (
    OWNERS,
    PRONOUNS,
    Phrase,
    head_name,
    noun_class,
    parse_phrase,
)
from briefing.speakers.titled import find_told
from briefing.speakers.ways import Way, way_of

WITH = word_set("references with")
SINGLE = frozenset({"both", "even", "neither", "either", ","})


Choice = Callable[[Scene, int, str], Entity | None]


class Resolver:
    """Resolves attributions in text order; what was resolved is kept in the scene's turns.

    `choose` picks the antecedent of a pronoun.
    """

    def __init__(
        self, scene: Scene, attributions: Sequence[Attribution], choose: Choice = choose_antecedent
    ) -> None:
        """Begins with nothing resolved."""
        self.scene = scene
        self.attributions = attributions
        self.choose = choose
        self.known: dict[int, Entity | None] = {}
        self.ways: dict[int, Way] = {}
        self.busy: set[int] = set()
        self.read = 0
        self.interviewee = find_interviewee(scene)
        join_neighbours(scene)

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
        self.ways[number] = way_of(self.scene, attribution, entity)
        spans = attribution.source or attribution.content or attribution.cue
        if spans:
            self.scene.turns.add(spans[0].start, entity)
        return entity

    def _resolve(self, number: int, attribution: Attribution) -> Entity | None:
        if not attribution.source and attribution.continues and number - 1 in self.known:
            return self.known[number - 1]
        spans = source_spans(self.scene, attribution) or attribution.antecedent
        if not spans:
            return last_speaker(self.scene, attribution)
        first, last = word_range(self.scene, spans)
        if first >= last:
            return None
        self._read_to(first)
        text = self.scene.reading.words[first].text
        if self.interviewee is not None and last - first == 1 and text in ("A", "Q"):
            return self.interviewee if text == "A" else None
        heading = announced(self.scene, first, last)
        if heading is not None:
            return heading
        parts = joint_parts(self.scene, first, last)
        members = [self.refer(*part) for part in parts]
        if len(members) == 1:
            return members[0]
        return join(self.scene, [member for member in members if member is not None], spans)

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

    def _follow(self, first: int, last: int) -> None:
        """Resolves the personal pronouns of the narration among words `[first, last)`."""
        words = self.scene.reading.words
        for number in range(first, last):
            sort = PRONOUNS.get(words[number].low, "")
            if sort in PERSONAL and not self.scene.is_quoted(words[number].start):
                self._antecedent(number, sort)

    def refer(self, first: int, last: int) -> Entity | None:
        """The entity that the words `[first, last)` refer to."""
        scene, words = self.scene, self.scene.reading.words
        while first < last - 1 and words[first].low in SINGLE:
            first += 1
        if last - first == 1 and (several := find_several(scene, first)) is not None:
            return several
        if words[first].low in PRONOUNS and (last - first == 1 or self._clause(first)):
            return self._antecedent(first, PRONOUNS[words[first].low])
        whose = words[first].low == "whose"
        phrase = parse_phrase(scene, first + whose, last)
        nicknamed = find_nicknamed(scene, phrase)
        number = head_name(scene, phrase)
        if nicknamed is not None or number is not None:
            return nicknamed or find_office(scene, number or 0) or scene.owner[number or 0]
        if whose:
            return resolve_description(scene, phrase, self._relative(first))
        given = giver_range(scene, phrase)
        if given is not None:
            return self.refer(*given)
        named = find_spelled(scene, phrase) or find_told(scene, phrase)
        return named or find_pair(scene, first, phrase) or self._describe(phrase)

    def _clause(self, first: int) -> bool:
        """Whether a source is a clause that a personal pronoun opens: `he was among them`."""
        return PRONOUNS[self.scene.reading.words[first].low] in ("m", "f", "1", "r") and (
            self.scene.reading.words[first].low not in OWNERS | {"him", "that", "which", "whose"}
        )

    def _describe(self, phrase: Phrase) -> Entity:
        """The entity of a description, its owner resolved first."""
        scene, words = self.scene, self.scene.reading.words
        nicknamed = find_nicknamed(scene, phrase)
        if nicknamed is not None:
            return nicknamed
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
        elif sort == "2":
            entity = self._second_person(number)
        else:
            entity = None
        span = Span(offset, scene.reading.words[number].end)
        if entity is not None:
            scene.mention(entity, span)
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

    def _second_person(self, number: int) -> Entity | None:
        """Whom `you` addresses: who is interviewed, or outside quotations the reader."""
        scene = self.scene
        offset = scene.reading.words[number].start
        if self.interviewee is not None:
            return None if answers(scene, offset) else self.interviewee
        if scene.is_quoted(offset) or scene.reading.words[number].low != "you":
            return None
        return self._describe(Phrase(number, number + 1, number + 1, "", number))

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
        person = words[number].low in ("who", "whom")
        for n, name in scene.names_between(max(0, before - 6), before + 1):
            kind = scene.owner[n].kind
            if (
                name.end == before + 1
                and (kind is NameKind.PERSON) >= person
                and (kind is not NameKind.PLACE or before == number - 2)
            ):
                return scene.owner[n]
        if words[number].low.startswith("who") and (
            told := scene.person_told_up_to(words[before].end)
        ):
            return told
        phrase = phrase_before(scene, before, number, person=person)
        return None if phrase is None else self._describe(phrase)
