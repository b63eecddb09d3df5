"""Persons whom an article describes before it names them: `A Weir judge ruled …`."""

from collections.abc import Sequence

from briefing.speakers.entities import Entity
from briefing.speakers.epithets import follows, kindred, known_words, parties_of
from briefing.speakers.lexicons import countries, is_body, mapping, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase
from briefing.speakers.words import is_function

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
