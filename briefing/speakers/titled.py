"""The person of whom a phrase is said: `vice president of sales Ana Ruiz`, `Ana Ruiz, a clerk`."""

from briefing.speakers.entities import Entity
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.lexicons import is_position, word_list
from briefing.speakers.names import NameKind
from briefing.speakers.profiles import note_fact
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase, noun_class

# What may stand in front of what somebody is: `now a clerk`.
LEADING = frozenset(
    {"a", "also", "an", "currently", "now", "once", "still", "the", "then", "today"}
)
TRADES = frozenset({"marketing", "engineering", "sales", "communications", "design", "product"})


def find_told(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose name a phrase with an office ends in or stands behind, or None."""
    return _find_titled_name(scene, phrase) or _find_apposed(scene, phrase)


def _find_titled_name(scene: Scene, phrase: Phrase) -> Entity | None:
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


def _find_apposed(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person of whom a phrase is said in an apposition: `Ana Ruiz, now a clerk`; or None."""
    words, text = scene.reading.words, scene.reading.text
    if phrase.head not in scene.told or noun_class(words[phrase.head].low) != "position":
        return None
    start = words[phrase.first].start
    for entity in scene.entities:
        person = entity.named and entity.kind is NameKind.PERSON and " " in entity.name
        for fact in entity.facts if person else ():
            before = text[fact.start : start].lower().split()
            if fact.start <= start < fact.end and LEADING.issuperset(before):
                return entity
    return None
