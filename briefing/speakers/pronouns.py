"""Whom a pronoun refers to: candidates ranked by a few features of their mentions."""

from bisect import bisect_left
from math import log

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

WEIGHTS = {"sentences": -0.6, "paragraphs": -0.2, "last turn": 1.2, "turn here": 0.5, "first": 0.8, "count": 0.5,
           "known sex": 0.8, "same sentence": 0.2, "quoted": -1.0}
FLOOR = -6.0


def candidates(scene: Scene, offset: int, sort: str) -> list[Entity]:
    """The entities mentioned before an offset that a pronoun of a sort can refer to.

    `sort`: m, f (one person), n (a body, place or document), p (several, or a body).
    """
    found = []
    for entity in scene.entities:
        if not entity.mentions or entity.mentions[0].start >= offset:
            continue
        person = entity.kind is NameKind.PERSON or (
            entity.kind is NameKind.UNKNOWN and sort in "mf" and bool(entity.sex()))
        if sort in ("m", "f"):
            if not person or entity.plural or entity.sex() not in ("", sort):
                continue
        elif sort == "n":
            if person or entity.plural:
                continue
        elif person and not entity.plural:
            continue
        found.append(entity)
    return found


def features(scene: Scene, entity: Entity, offset: int) -> dict[str, float]:
    """What speaks for an entity as the antecedent of a pronoun at an offset."""
    reading = scene.reading
    starts = [mention.start for mention in entity.mentions]
    seen = bisect_left(starts, offset)
    last = entity.mentions[seen - 1]
    here = reading.words[min(reading.at(offset), len(reading.words) - 1)].sentence
    there = reading.words[reading.at(last.start)].sentence
    turns = [who for where, who in scene.turns if where < offset and who is not None]
    gap = reading.sentences[here].paragraph - reading.sentences[there].paragraph
    return {
        "sentences": min(here - there, 8.0),
        "paragraphs": min(gap, 6.0),
        "last turn": float(bool(turns) and turns[-1] is entity),
        "turn here": float(entity in turns[-3:]),
        "first": float(_opens(scene, there, last)),
        "count": log(seen + 1),
        "known sex": float(bool(entity.sex())),
        "same sentence": float(here == there),
        "quoted": float(_in_content(scene, last)),
    }


def _opens(scene: Scene, sentence: int, mention: Span) -> bool:
    """Whether a mention is the first name of its sentence."""
    start = scene.reading.sentences[sentence].span.start
    first = bisect_left(scene.starts, scene.reading.at(start))
    return first < len(scene.names) and (
        scene.reading.words[scene.names[first].first].start >= mention.start)


def _in_content(scene: Scene, mention: Span) -> bool:
    return any(span.covers(mention) for content in scene.contents for span in content)


def choose_antecedent(scene: Scene, offset: int, sort: str) -> Entity | None:
    """The best antecedent of a pronoun at an offset, or None."""
    best, score = None, FLOOR
    for entity in candidates(scene, offset, sort):
        values = features(scene, entity, offset)
        total = sum(WEIGHTS[key] * value for key, value in values.items())
        if total > score:
            best, score = entity, total
    return best
