"""Unnamed persons who are told by a nickname: `a buyer calling himself “Mr Lock”`."""

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase, noun_class

# What ties a nickname to the noun before it; `who` and an auxiliary may stand in front.
TIES = (
    ("calling", "himself"),
    ("calling", "herself"),
    ("calls", "himself"),
    ("calls", "herself"),
    ("called", "himself"),
    ("called", "herself"),
    ("known", "as"),
    ("goes", "by"),
    ("going", "by"),
    ("nicknamed",),
)
MARKS = frozenset("“”\"‘'«»„’")


def find_nicknamed(scene: Scene, phrase: Phrase) -> Entity | None:
    """The unnamed person whom a phrase describes and ties to a nickname; None for any other.

    The entity of the nickname is that person from then on, under the description.
    """
    words = scene.reading.words
    if noun_class(words[phrase.head].low) != "position":
        return None
    at = phrase.head + 1
    at += at < len(words) and words[at].low == "who"
    lows = [word.low for word in words[at : at + 2]]
    tie = next((tie for tie in TIES if lows[: len(tie)] == list(tie)), ())
    at += len(tie)
    marked = at < len(words) and words[at].text in MARKS
    first = at + marked
    near = scene.names_between(first, first + 6)
    number = next((n for n, name in near if name.first == first), None)
    if not tie or number is None:
        return None
    entity = scene.owner[number]
    if entity.named and marked and not _told_otherwise(entity):
        _describe(scene, phrase, entity, scene.names[number].end)
    span = Span(words[phrase.first].start, words[scene.names[number].end - 1].end)
    scene.mention(entity, span)
    return entity


def _told_otherwise(entity: Entity) -> bool:
    """Whether an entity has a full name besides its nickname."""
    return len(entity.forms) > 1


def _describe(scene: Scene, phrase: Phrase, entity: Entity, end: int) -> None:
    """Makes a person without a name of the entity of a nickname."""
    words = scene.reading.words
    end += end < len(words) and words[end].text in MARKS
    entity.name = scene.reading.between(phrase.first, end)
    entity.named, entity.kind = False, NameKind.PERSON
    entity.phrase = phrase.first, phrase.head + 1
    entity.posts = []
    entity.facts.append(Span(words[phrase.first].start, words[phrase.head].end))
    scene.add(entity, words[phrase.head].low)
