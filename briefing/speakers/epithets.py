"""Whom a description such as `the Utah Republican` or `the former secretary of state` names."""

from collections.abc import Callable
from functools import cache

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import mapping, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.pronouns import choose_antecedent
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase
from briefing.speakers.subjects import is_subject
from briefing.speakers.words import is_function

OFFICES = word_set("described offices")
NAMESAKES = word_set("clauses kinship") | {"surname", "unrelated"}
RANKS = frozenset({"assistant", "deputy", "prime", "vice"})
Test = Callable[[Entity], bool]
AHEAD = 3  # paragraphs after a description within which its bearer may be named


def known_words(scene: Scene, entity: Entity) -> set[str]:
    """The words of an entity's names, offices and of what is said about it."""
    known = {word for form in entity.forms for word in form} | entity.heads
    for span in entity.facts:
        for word in span.of(scene.reading.text).lower().split():
            bare = word.strip(".,()’'").removesuffix("’s").removesuffix("'s")
            first, *rest = bare.split("-")
            known.update((bare, first, *rest))
            if rest and first in mapping("parties"):
                known.update(_states().get(rest[0], ()))
    return known


@cache
def _states() -> dict[str, tuple[str, ...]]:
    """The words of the names of states by their abbreviations."""
    return {
        short: tuple(state.split())
        for state, shorts in mapping("states").items()
        for short in shorts.split(",")
        if short != "-"
    }


def parties_of(known: set[str]) -> set[str]:
    """The parties that words tell of."""
    parties = mapping("parties")
    return {parties[word] for word in known if word in parties}


def narrow(scene: Scene, phrase: Phrase, entities: list[Entity]) -> list[Entity]:
    """Those of the bearers of an office whom a short description can mean.

    No deputy and no prime minister where a bearer of the office itself is named before it,
    and nobody whose gender `for his part` behind it contradicts.
    """
    words = scene.reading.words
    entities = _namesakes(scene, phrase, entities)
    after = [word.low for word in words[phrase.head + 1 : phrase.head + 5] if word.text != ","]
    if after[:1] == ["for"] and after[2:3] == ["part"]:
        lean = {"his": 1, "her": -1}.get(after[1], 0)
        entities = [entity for entity in entities if entity.lean() * lean >= 0]
    if phrase.head == phrase.first:
        offset = words[phrase.first].start
        full = [entity for entity in entities if not _ranks(entity)]
        entities = full if any(entity.seen_at(offset) >= 0 for entity in full) else entities
    return entities


def _namesakes(scene: Scene, phrase: Phrase, entities: list[Entity]) -> list[Entity]:
    """Those with the surname of who is said to be their namesake: `no relation to the senator`."""
    words = scene.reading.words
    if not {word.low for word in words[max(0, phrase.first - 4) : phrase.first]} & NAMESAKES:
        return entities
    first = scene.reading.at(scene.reading.sentences[words[phrase.first].sentence].span.start)
    named = [scene.owner[number] for number, _ in scene.names_between(first, phrase.first)]
    people = [entity for entity in named if entity.kind is NameKind.PERSON]
    same = [e for e in entities if people and e is not people[-1] and _shares(e, people[-1])]
    return same or entities


def _shares(entity: Entity, other: Entity) -> bool:
    """Whether two have one surname."""
    return entity.named and entity.surname == other.surname


def office_before(scene: Scene, phrase: Phrase, body: Entity | None) -> Phrase | None:
    """The `defence ministry` in small letters that `the ministry` takes up in its paragraph.

    None where `body` is mentioned after it.
    """
    words = scene.reading.words
    place = scene.paragraph(words[phrase.first].start)
    for number in range(phrase.first - 1, 0, -1):
        word, before = words[number], words[number - 1]
        seen = body is not None and body.seen_at(words[phrase.first].start) > word.start
        if seen or scene.paragraph(word.start) != place:
            return None
        if word.text != words[phrase.head].low or is_function(before):
            continue
        if before.text in word_list("portfolios"):
            return Phrase(number - 1, number + 1, number + 1, "", number)
    return None


def _ranks(entity: Entity) -> bool:
    """Whether an office is another one than its noun says: `prime minister`, `deputy mayor`."""
    described = set() if entity.named else set(entity.name.lower().split())
    return bool((entity.heads | described) & RANKS)


def find_epithet(scene: Scene, phrase: Phrase, head: str, offset: int) -> Entity | None:
    """The main person that an epithet with `the` takes up again, or None.

    Somebody of whom the article says the office or a kindred one comes first, then who has
    spoken or opens a near sentence and has no other standing.
    """
    words = scene.reading.words
    core = [word.low for word in words[phrase.first : phrase.head + 1]]
    again = head in word_list("epithets") or any(_tells_past(low) for low in core)
    if not again or phrase.determiner != "the":
        return None
    sort = mapping("gendered_nouns").get(head, "any")
    for test in _bearer_tests(scene, phrase, head):
        found = choose_antecedent(scene, offset, sort, test)
        if found is not None:
            return found
    return None


def _bearer_tests(scene: Scene, phrase: Phrase, head: str) -> tuple[Test, ...]:
    """What to ask of the bearer of an epithet, the strictest first.

    That the article says all its words of them; that it says a kindred noun; that nothing it
    says stands against the epithet.
    """
    words = scene.reading.words
    party = parties_of({word.low for word in words[phrase.first : phrase.head + 1]})
    capitals = {word.low for word in words[phrase.first : phrase.head] if word.capital}
    telling = capitals - set(mapping("parties"))
    near = kindred(head)

    def agrees(entity: Entity) -> bool:
        own = parties_of(known_words(scene, entity)) if party else set()
        return not own or bool(own & party)

    def told(entity: Entity) -> bool:
        return bool(entity.heads & near) and agrees(entity)

    def matches(entity: Entity) -> bool:
        return told(entity) and telling <= known_words(scene, entity)

    def fits(entity: Entity) -> bool:
        return not _stands_otherwise(entity, head) and agrees(entity)

    return matches, told, fits


def _stands_otherwise(entity: Entity, head: str) -> bool:
    """Whether what an entity is called rules out a noun: another office than it, or no standing."""
    epithets = word_list("epithets")
    if entity.heads and head in epithets and not entity.heads & (OFFICES | epithets):
        return True
    return head in OFFICES - {"secretary"} and bool(entity.heads & OFFICES)


def kindred(head: str) -> frozenset[str]:
    """The nouns of standing that somebody described by a noun may have, that noun among them."""
    return frozenset((head, *mapping("kindred").get(head, head).split(",")))


def _tells_past(low: str) -> bool:
    """Whether a word tells what somebody was or how old: `former`, `43-year-old`."""
    return low in ("former", "onetime", "one-time") or low.endswith("-year-old")


def introduced_before(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person of no known standing whom the sentence before is about, or None.

    `Ana Ruiz is not one of them. The teacher, 34, …`; also somebody named there for the first time:
    `It was heard by Ana Ruiz in Lund. “Locks leak,” the teacher said.`
    """
    words, reading = scene.reading.words, scene.reading
    here = words[phrase.first].sentence
    begin = reading.sentences[here].span.start
    named = [scene.owner[n] for n, _ in scene.names_between(reading.at(begin), phrase.first)]
    opened = all(entity.kind is not NameKind.PERSON for entity in named)
    if not here or not opened or phrase.determiner != "the":
        return None
    before = reading.sentences[here - 1]
    if before.paragraph != reading.sentences[here].paragraph:
        return None
    near = list(scene.names_between(reading.at(before.span.start), reading.before(before.span.end)))
    people = [(scene.owner[n], at) for n, at in near if scene.owner[n].kind is NameKind.PERSON]
    if phrase.head > phrase.first:  # `the French president`, behind a president who is not
        people = [one for one in people if words[phrase.head].low not in one[0].heads]
    if len({entity.name for entity, _ in people}) != 1:
        return None
    entity, mention = people[0]
    span = Span(words[mention.first].start, words[mention.end - 1].end)
    sex = mapping("gendered_nouns").get(words[phrase.head].low, "")
    fits = not entity.heads and (not sex or entity.sex() in ("", sex))
    new = bool(entity.mentions) and entity.mentions[0].start >= span.start
    first = mention is near[0][1] and is_subject(scene, span)
    return entity if fits and (new or first) else None


def find_titled(scene: Scene, phrase: Phrase, head: str, offset: int) -> Entity | None:
    """The named person or body of which an article says all the words of a longer description.

    `the senator from Vermont`, `the dean of the law school`: named before it, or soon after.
    """
    words = scene.reading.words[phrase.first : phrase.stop]
    telling = {word.low for word in words if not is_function(word) and word.text[0].isalnum()}
    telling -= {"former", "then", "current", head}
    if not telling:
        return None
    fitting = [
        (entity.seen_at(offset), number)
        for number, entity in enumerate(scene.by_head.get(head, ()))
        if entity.named and telling <= known_words(scene, entity)
    ]
    if not fitting:
        return None
    where, number = max(fitting)
    entity = scene.by_head[head][number]
    return entity if where >= 0 or follows(scene, entity, offset) else None


def follows(scene: Scene, entity: Entity, offset: int) -> bool:
    """Whether an entity is named within a few paragraphs after an offset."""
    later = [mention.start for mention in entity.mentions if mention.start > offset]
    return bool(later) and scene.paragraph(later[0]) - scene.paragraph(offset) <= AHEAD
