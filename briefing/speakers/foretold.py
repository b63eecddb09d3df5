"""Persons whom an article describes before it names them: `A Weir judge ruled …`."""

from collections.abc import Sequence

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.epithets import follows, kindred, known_words, parties_of
from briefing.speakers.lexicons import countries, is_body, mapping, singular, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase
from briefing.speakers.subjects import is_subject
from briefing.speakers.words import is_function

NEXT = 1  # paragraphs after a description within which a bearer without a title may be named
COMMON = frozenset({"federal", "national", "state", "city", "local", "new"})  # of many bodies
LEAD = 3  # paragraphs, the title among them, in which a description may announce its bearer
UNNAMED = word_set("foretold unnamed")
ONE = frozenset({"", "a", "an", "the", "one"})


def find_foretold(scene: Scene, phrase: Phrase, head: str, offset: int) -> Entity | None:
    """The person first named soon after a description that fits what is said of them, or None.

    Somebody of the very office anywhere; in the lead also somebody of a kindred one who speaks.
    """
    found = _first_named(scene, scene.by_head.get(head, ()), phrase, offset)
    if len(found) == 1:
        return found[0]
    found = found or _introduced(scene, phrase, head, offset)
    if len(found) == 1:
        scene.add(found[0], head)
        return found[0]
    if found or phrase.determiner not in ONE or scene.paragraph(offset) > LEAD:
        return None
    words = scene.reading.words[phrase.first : phrase.last]
    if any(word.low in UNNAMED for word in words) or _counted(scene, phrase):
        return None
    sex = mapping("gendered_nouns").get(head, "")
    near = kindred(head)
    people = [
        entity
        for entity in _first_named(scene, scene.entities, phrase, offset, places=False)
        if entity.kind is NameKind.PERSON
        and _speaks(scene, entity)
        and (bool(entity.heads & near) or (sex and entity.sex() == sex))
    ]
    if len(people) != 1:
        return None
    scene.add(people[0], head)  # `the judge` from then on
    return people[0]


def find_foretold_body(scene: Scene, phrase: Phrase, head: str, offset: int) -> Entity | None:
    """The body first named soon after a description that shares a word with its name, or None.

    `A House panel …` is the House Committee on Dykes that the next paragraph names.
    """
    words = scene.reading.words
    if phrase.determiner not in ("a", "an") or scene.paragraph(offset) > LEAD:
        return None
    core = {word.low for word in words[phrase.first : phrase.stop] if not is_function(word)}
    told = {form for low in core - {head} for form in (low, singular(low))} - COMMON
    nouns = {head, *mapping("anaphors").get(head, head).split(",")}
    found = []
    for entity in scene.entities:
        if entity.kind is not NameKind.BODY or not entity.named or entity.seen_at(offset) >= 0:
            continue
        known = {form for name in entity.forms for low in name for form in (low, singular(low))}
        near = follows(scene, entity, offset) and scene.paragraph(offset) + NEXT >= scene.paragraph(
            entity.mentions[0].start
        )
        takes_up = bool(known & told - nouns) or _opens_next(scene, entity, offset)
        if near and known & nouns and takes_up:
            found.append(entity)
    if len(found) != 1:
        return None
    scene.add(found[0], head)  # `the panel` from then on
    return found[0]


def _opens_next(scene: Scene, entity: Entity, offset: int) -> bool:
    """Whether the sentence after the one at an offset opens with an entity, as with its subject."""
    reading = scene.reading
    here = reading.words[reading.at(offset)].sentence
    first = reading.at(entity.mentions[0].start)
    if reading.words[first].sentence != here + 1:
        return False
    before = reading.words[reading.at(reading.sentences[here + 1].span.start) : first]
    return all(word.low == "the" for word in before) and is_subject(scene, entity.mentions[0])


def _introduced(scene: Scene, phrase: Phrase, head: str, offset: int) -> list[Entity]:
    """The one person newly named right after a description who speaks without a description.

    `Lowland's dyke commissioner says …` and then: `Ana Ruiz says …`.
    """
    words = scene.reading.words
    place = scene.paragraph(offset)
    before = words[phrase.first - 1] if phrase.first else None
    owned = before is not None and before.possessive
    lead = phrase.determiner in ("a", "an") and place <= LEAD
    opens = words[phrase.first].sentence != words[max(0, phrase.first - 2)].sentence
    if not (owned or lead or (phrase.determiner == "the" and opens)) or _counted(scene, phrase):
        return []
    if any(word.low in UNNAMED for word in words[phrase.first : phrase.last]):
        return []
    sex = mapping("gendered_nouns").get(head, "")
    new: dict[Span, Entity] = {}  # by source, the first one in each
    for entity in sorted(scene.entities, key=lambda one: one.mentions[:1]):
        if not entity.named or entity.kind is not NameKind.PERSON or entity.seen_at(offset) >= 0:
            continue
        first = entity.mentions[0].start if entity.mentions else -1
        source = scene.source_at(first)
        if source is not None and place <= scene.paragraph(first) <= place + NEXT:
            new.setdefault(source, entity)
    if len(new) != 1:
        return []
    one = next(iter(new.values()))
    fits = not one.heads or one.heads & kindred(head)
    return [one] if fits and (not sex or one.sex() in ("", sex)) else []


def _first_named(
    scene: Scene,
    entities: Sequence[Entity],
    phrase: Phrase,
    offset: int,
    *,
    places: bool = True,
) -> list[Entity]:
    """Those first named soon after an offset of whom all that the description tells is said.

    Without `places` nothing need be said of where they are from.
    """
    words = scene.reading.words[phrase.first : phrase.stop]
    telling = {word.low for word in words if word.capital and not is_function(word)}
    telling |= {word.low for word in words if is_body(word.low)}  # `a navy spokesman`
    telling -= {scene.reading.words[phrase.first].low} if phrase.first == phrase.head else set()
    joined = " ".join(word.text for word in words if word.capital)
    if not places and (joined.lower() in word_list("places") or joined in countries()):
        telling = set()
    party = parties_of(telling)
    found = []
    for entity in entities:
        if not entity.named or entity.seen_at(offset) >= 0 or not follows(scene, entity, offset):
            continue
        known = known_words(scene, entity)
        if telling - set(mapping("parties")) <= known and party <= parties_of(known) | (
            party if not parties_of(known) else set()
        ):
            found.append(entity)
    return found


def _counted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a description is one of several: `another judge`, `one of the judges`."""
    words = scene.reading.words
    before = words[phrase.first - 1].low if phrase.first else ""
    return before in ("another", "other", "some", "many", "of", "every", "any", "no")


def _speaks(scene: Scene, entity: Entity) -> bool:
    """Whether a mention of an entity stands in a source."""
    return any(scene.is_source(mention.start) for mention in entity.mentions)
