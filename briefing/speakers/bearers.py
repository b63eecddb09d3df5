"""The named person whose office a short description tells in other words: `the union leader`."""

from briefing.speakers.anaphors import latest
from briefing.speakers.entities import Entity
from briefing.speakers.epithets import RANKS, kindred, known_words
from briefing.speakers.lexicons import mapping, singular, word_list
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase
from briefing.speakers.words import is_function

DEFINITE = frozenset({"the", "that", "this"})
LEARNED = frozenset({"academic", "expert", "researcher", "scholar", "scientist", "specialist"})
NEAR = 2  # paragraphs back in which somebody told by a kindred noun alone is mentioned


def find_kindred(scene: Scene, phrase: Phrase, head: str, offset: int) -> Entity | None:
    """The person mentioned last before an offset whose office is kindred to a noun, or None.

    All words before the noun must be said of them; without any they are mentioned near by.
    """
    words = scene.reading.words[phrase.first : phrase.head]
    if phrase.determiner not in DEFINITE or head not in mapping("kindred"):
        return None
    telling = {word.low for word in words if not is_function(word)}
    if head in mapping("parties") or (not telling and head in word_list("epithets")):
        return None  # an epithet, which has rules of its own
    near = kindred(head)
    fitting = [
        entity
        for entity in scene.entities
        if entity.named
        and entity.kind is NameKind.PERSON
        and (entity.heads & near or (head in LEARNED and any(map(_is_science, entity.heads))))
        and _is_told(scene, entity, telling)
        and (telling or _is_near(scene, entity, offset))
    ]
    found = latest(fitting, offset)
    sex = mapping("gendered_nouns").get(head, "")
    return found if found is not None and found.sex() in ("", sex or found.sex()) else None


def _is_science(noun: str) -> bool:
    """Whether a noun names somebody by a science: `hydrogeologist`."""
    return noun.endswith(("ologist", "ographer", "ysicist", "onomer", "tician"))


def _is_told(scene: Scene, entity: Entity, telling: set[str]) -> bool:
    """Whether an article says all the words of somebody, in singular or plural."""
    if not telling:
        return True
    known = known_words(scene, entity)
    return telling <= known | {singular(word) for word in known}


def _is_near(scene: Scene, entity: Entity, offset: int) -> bool:
    """Whether somebody was mentioned in the paragraph of an offset or shortly before."""
    seen = entity.seen_at(offset)
    return seen >= 0 and scene.paragraph(offset) - scene.paragraph(seen) < NEAR


def later_bearer(scene: Scene, phrase: Phrase, found: Entity) -> Entity:
    """Whom `the deputy` means: a member mentioned after a deputy minister, else who was found."""
    head = scene.reading.words[phrase.head].low
    if head not in RANKS or not found.heads - {head}:
        return found
    offset = scene.reading.words[phrase.first].start
    other = find_kindred(scene, phrase, head, offset)
    return other if other and other.seen_at(offset) > found.seen_at(offset) else found
