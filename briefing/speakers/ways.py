"""How a source refers to its entity: by name, pronoun, description."""

from enum import StrEnum

from briefing.domain import Attribution
from briefing.speakers.entities import Entity
from briefing.speakers.pieces import source_spans, word_range
from briefing.speakers.pronouns import PERSONAL
from briefing.speakers.scene import Scene
from briefing.speakers.sources import PRONOUNS


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


def way_of(scene: Scene, attribution: Attribution, entity: Entity | None) -> Way:
    """By what kind of reference a source was followed to its entity."""
    spans = source_spans(scene, attribution) or attribution.antecedent
    first, last = word_range(scene, spans) if spans else (0, 0)
    if first >= last or entity is None:
        return Way.CONTINUED
    words = scene.reading.words
    if last - first == 1 and words[first].low in PRONOUNS:
        sort = PRONOUNS[words[first].low]
        return Way.PERSONAL if sort in PERSONAL else Way.RELATIVE if sort == "r" else Way.OTHER
    if entity.members:
        return Way.JOINT
    if any(scene.owner[n] is entity for n, _ in scene.names_between(first, last)):
        return Way.NAME
    return Way.TAKEN_UP if entity.named else Way.DESCRIBED
