"""The person behind a title with an object: `vice president of marketing Ana Ruiz`."""

from briefing.speakers.entities import Entity
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.lexicons import is_position, word_list
from briefing.speakers.names import NameKind
from briefing.speakers.profiles import note_fact
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase

TRADES = frozenset({"marketing", "engineering", "sales", "communications", "design", "product"})


def find_titled_name(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose name closes a phrase that begins with an office, or None."""
    last = [number for number, _ in scene.names_between(phrase.first, phrase.stop)]
    if not last:
        return None
    name, entity = scene.names[last[-1]], scene.owner[last[-1]]
    words = scene.reading.words
    if name.end != phrase.stop or name.end - name.start < 2 or name.first == phrase.first:
        return None
    if entity.kind is not NameKind.PERSON or words[name.end - 1].possessive:
        return None
    before = words[name.first - 1].low
    field = before in TRADES or before in word_list("portfolios")
    office = is_position(words[phrase.head].low) and words[phrase.head + 1].low in ("of", "for")
    if not (field and office):
        return None
    fact = Fact(FactKind.TITLE, phrase.first, name.first)
    if fact.span(scene) not in entity.facts:
        note_fact(scene, entity, fact)
    return entity
