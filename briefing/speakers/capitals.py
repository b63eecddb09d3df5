"""Named entities that a headline in capitals spells out, where capitals tell no name."""

from briefing.speakers.entities import Entity, name_form
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase


def find_spelled(scene: Scene, phrase: Phrase) -> Entity | None:
    """The named entity that a phrase in capitals is a name of; None for any other phrase."""
    words = scene.reading.words[phrase.first : phrase.stop]
    if not all(word.capital for word in words):
        return None
    form = name_form(" ".join(word.text for word in words))
    for entity in scene.entities:
        if entity.named and any(form == known or form == known[-1:] for known in entity.forms):
            return entity
    return None
