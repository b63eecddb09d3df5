"""Whose office letters alone name: `the PM` where an article has a Prime Minister."""

from briefing.speakers.anaphors import latest
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import is_position
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

LONGEST = 4  # letters that an office may have


def find_office(scene: Scene, number: int) -> Entity | None:
    """The person mentioned last before a name whose office its letters shorten, or None."""
    name, entity = scene.names[number], scene.owner[number]
    words = scene.reading.words
    letters = words[name.start].text
    alone = name.end == name.start + 1 and letters.isupper() and 1 < len(letters) <= LONGEST
    if not alone or len(entity.forms) > 1 or not name.start or words[name.start - 1].low != "the":
        return None
    bearers = [
        other
        for other in scene.entities
        if other.named and other.kind is NameKind.PERSON and _holds(scene, other, letters)
    ]
    return latest(bearers, words[name.start].start)


def _holds(scene: Scene, entity: Entity, letters: str) -> bool:
    """Whether words of what somebody is begin with letters and end with an office."""
    for fact in entity.facts:
        words = fact.of(scene.reading.text).replace("-", " ").split()
        initials = "".join(word[:1].upper() for word in words)
        at = initials.find(letters)
        last = at + len(letters) - 1
        if at >= 0 and is_position(words[last].lower().strip(".,")):
            return True
    return False
