"""The gender that an article tells of its persons by the pronouns it uses for them."""

from bisect import bisect_left
from collections import Counter

from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import PRONOUNS

ENOUGH = 2  # pronouns from which they tell the gender of somebody
SHARE = 0.8  # part of them that must agree


def note_genders(scene: Scene) -> None:
    """Adds votes for the gender of persons of whom the narration says `he` or `she`.

    Only pronouns count that stand in a sentence, or behind one of the same paragraph, in which
    nobody else is named.
    """
    votes: dict[Entity, Counter[str]] = {}
    words = scene.reading.words
    for number, word in enumerate(words):
        sort = PRONOUNS.get(word.low, "")
        if sort in ("m", "f") and not scene.is_quoted(word.start):
            entity = _only_person(scene, number)
            if entity is not None:
                votes.setdefault(entity, Counter())[sort] += 1
    for entity, counted in votes.items():
        (sex, count), total = counted.most_common(1)[0], counted.total()
        if total >= ENOUGH and count >= SHARE * total:
            entity.gender[sex] += min(total, 3)


def _only_person(scene: Scene, number: int) -> Entity | None:
    """The one person named before a word, in its sentence or the one before; None for several."""
    words, sentences = scene.reading.words, scene.reading.sentences
    here = words[number].sentence
    first = here
    if here and sentences[here - 1].paragraph == sentences[here].paragraph:
        first = here - 1
    at = bisect_left(scene.starts, number) - 1
    found: Entity | None = None
    while at >= 0 and words[scene.names[at].start].sentence >= first:
        entity = scene.owner[at]
        if entity.kind is NameKind.PERSON and not scene.is_quoted(
            words[scene.names[at].start].start
        ):
            if found is not None and found is not entity:
                return None
            found = entity
        at -= 1
    return found
