"""Whom a pronoun refers to: candidates ranked by a few features of their mentions."""

from bisect import bisect_left
from functools import cache
from math import log

from briefing.domain import Span
from briefing.lexicon import table
from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

MODEL = "speakers/antecedents.tsv"
NEAR = 12  # sentences back in which a described, unnamed antecedent may stand
SURE = 3  # votes from which a gender is told by the article itself, not by a first name
PERSONAL = frozenset({"m", "f"})


def candidates(scene: Scene, offset: int, sort: str) -> list[Entity]:
    """The entities mentioned before an offset that a pronoun of a sort can refer to.

    `sort`: m, f (one person), n (a body, place or document), p (several, or a body).
    """
    return [entity for entity in scene.entities if entity.mentions
            and entity.mentions[0].start < offset and _can_be(entity, sort)]


def _can_be(entity: Entity, sort: str) -> bool:
    """Whether number and kind of an entity fit a sort of pronoun."""
    person = entity.kind is NameKind.PERSON
    if sort in PERSONAL:
        person = person or entity.kind is NameKind.UNKNOWN and bool(entity.sex())
        against = -entity.lean() if sort == "m" else entity.lean()
        return person and not entity.plural and against < SURE
    if sort == "n":
        return not person and not entity.plural
    return entity.plural or not person


def features(scene: Scene, entity: Entity, offset: int, sort: str) -> dict[str, float]:
    """What speaks for an entity as the antecedent of a pronoun at an offset."""
    reading = scene.reading
    seen = bisect_left(entity.mentions, Span(offset, 0))
    last = entity.mentions[seen - 1]
    here = reading.words[min(reading.at(offset), len(reading.words) - 1)].sentence
    word = reading.words[reading.at(last.start)]
    gap = here - word.sentence
    apart = reading.sentences[here].paragraph - reading.sentences[word.sentence].paragraph
    turns = [who for where, who in scene.turns if where < offset]
    spoken = sum(who is entity for who in turns)
    lean = entity.lean() if sort == "m" else -entity.lean()
    return {
        "same sentence": float(gap == 0),
        "sentence before": float(gap == 1),
        "sentences": float(min(gap, 10)),
        "same paragraph": float(apart == 0),
        "paragraphs": float(min(apart, 6)),
        "last turn": float(bool(turns) and turns[-1] is entity),
        "turn before": float(len(turns) > 1 and turns[-2] is entity),
        "turns": log(spoken + 1),
        "opens sentence": float(_opens(scene, word.sentence, last)),
        "opens and near": float(gap < 2 and _opens(scene, word.sentence, last)),
        "count": log(seen),
        "named": float(entity.named),
        "sure sex": float(lean >= SURE),
        "likely sex": float(0 < lean < SURE),
        "doubtful sex": float(lean < 0),
        "quoted": float(_in_content(scene, last)),
        "pronoun": float(last.end - last.start <= 3),
        "possessive": float(reading.text[last.end : last.end + 1] in ("'", "’")),
        "plural": float(entity.plural),
        "body": float(entity.kind is NameKind.BODY),
        "place": float(entity.kind is NameKind.PLACE),
    }


def _opens(scene: Scene, sentence: int, mention: Span) -> bool:
    """Whether a mention is the first name of its sentence."""
    start = scene.reading.sentences[sentence].span.start
    first = bisect_left(scene.starts, scene.reading.at(start))
    return first < len(scene.names) and (
        scene.reading.words[scene.names[first].first].start >= mention.start)


def _in_content(scene: Scene, mention: Span) -> bool:
    return any(span.covers(mention) for content in scene.contents for span in content)


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight of each feature, for persons, things and groups."""
    found: dict[str, dict[str, float]] = {}
    for sort, feature, weight in table(MODEL):
        found.setdefault(sort, {})[feature] = float(weight)
    return found


def choose_antecedent(scene: Scene, offset: int, sort: str) -> Entity | None:
    """The best antecedent of a pronoun at an offset, or None."""
    weight = weights()["person" if sort in PERSONAL else "thing" if sort == "n" else "group"]
    best, score = None, float("-inf")
    for entity in candidates(scene, offset, sort):
        values = features(scene, entity, offset, sort)
        total = sum(weight.get(key, 0.0) * value for key, value in values.items())
        if total > score:
            best, score = entity, total
    return best
