"""Whom a pronoun refers to: candidates ranked by a few features of their mentions."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import log

from briefing.domain import Span
from briefing.lexicon import table
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import countries, is_position, mapping
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.subjects import PLAIN, is_led_by_nobody, is_subject, only_before

MODEL = "speakers/antecedents.tsv"
NEAR = 12  # sentences back in which a described, unnamed antecedent may stand
REACH = 8000  # characters back within which an antecedent is sought
TIES = frozenset({"of", "for", "to", "with", "by", "about", "against", "from", "on", "like"})
SUBORDINATORS = frozenset({"after", "before", "once", "until", "when"})
SURE = 3  # votes from which a gender is told by the article itself, not by a first name
QUOTE_ENDS = frozenset("”\"'’»")
PERSONAL = frozenset({"m", "f"})


def candidates(scene: Scene, offset: int, sort: str) -> list[Entity]:
    """The entities mentioned before an offset that a pronoun of a sort can refer to.

    `sort`: m, f (one person), n (a body, place or document), p (several, or a body).
    """
    return [
        entity for entity in scene.trail.between(offset - REACH, offset) if _can_be(entity, sort)
    ]


def _can_be(entity: Entity, sort: str) -> bool:
    """Whether number and kind of an entity fit a sort of pronoun."""
    person = entity.kind is NameKind.PERSON
    if sort == "any":
        known = entity.attested() or len(entity.mentions) > 1
        return person and entity.named and not entity.plural and known
    if sort in PERSONAL:
        person = person or (entity.kind is NameKind.UNKNOWN and _personal(entity))
        against = -entity.lean() if sort == "m" else entity.lean()
        return person and not entity.plural and against < SURE
    if sort == "n":
        return not person and not entity.plural
    return entity.plural or not person


def _personal(entity: Entity) -> bool:
    """Whether a name of unknown kind may be a person's: its gender is known, or it recurs alone."""
    if entity.sex():
        return True
    word = entity.name.lower()
    common = " " in word or len(word) < 3 or word in mapping("parties") or is_position(word)
    common = common or entity.name.removesuffix("s") in countries()  # `Germans`
    return (
        entity.named and not common and entity.name not in countries() and len(entity.mentions) > 2
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity with its last mention before a pronoun, outside quotations where there is one."""

    entity: Entity
    last: Span
    count: int
    quoted: bool


def sight(scene: Scene, entity: Entity, offset: int) -> Seen:
    """How an entity was last mentioned before an offset."""
    seen = bisect_left(entity.mentions, Span(offset, 0))
    for mention in reversed(entity.mentions[:seen]):
        if not scene.is_quoted(mention.start) and not _is_subordinate(scene, mention):
            return Seen(entity, mention, seen, quoted=False)
    last = entity.mentions[seen - 1]
    return Seen(entity, last, seen, quoted=scene.is_quoted(last.start))


def _is_subordinate(scene: Scene, mention: Span) -> bool:
    """Whether a mention opens a clause of time behind the main one: `…, when she had left`."""
    words, at = scene.reading.words, scene.reading.at(mention.start)
    at -= at > 0 and words[at - 1].low == "the"
    before = words[at - 1] if at > 1 else None
    return (
        before is not None
        and before.low in SUBORDINATORS
        and words[at - 2].sentence == before.sentence
        and words[at].sentence == before.sentence
    )


def features(scene: Scene, seen: Seen, offset: int, sort: str, rank: int) -> dict[str, float]:
    """What speaks for an entity as the antecedent of a pronoun at an offset.

    `rank` counts the other candidates mentioned after it, outside quotations.
    """
    reading = scene.reading
    here = reading.words[min(reading.at(offset), len(reading.words) - 1)].sentence
    there = reading.words[reading.at(seen.last.start)].sentence
    gap = here - there
    apart = reading.sentences[here].paragraph - reading.sentences[there].paragraph
    opens = _opens(scene, there, seen.last)
    return {
        **_distance(gap, apart, rank),
        **_turns(scene, seen.entity, offset, gap=gap, apart=apart, opens=opens),
        **_nature(scene, seen, sort),
        "named in content": float(_speaks_of(scene, seen.entity, offset)),
        "subject": float(sort in PERSONAL and is_subject(scene, seen.last)),
    }


def _speaks_of(scene: Scene, entity: Entity, offset: int) -> bool:
    """Whether a source at an offset would name itself in what it says.

    In `“Ruiz was late,” she said` and `Ruiz was late, she said` somebody else speaks.
    """
    text = scene.reading.text
    return any(
        part.start <= mention.start < part.end and mention.of(text).lower() not in PLAIN
        for part in scene.spoken.get(offset, ())
        for mention in entity.mentions
    )


def _distance(gap: int, apart: int, rank: int) -> dict[str, float]:
    """How far back a mention stands, in sentences, paragraphs and other candidates."""
    return {
        "same sentence": float(gap == 0),
        "sentence before": float(gap == 1),
        "sentences": float(min(gap, 10)),
        "same paragraph": float(apart == 0),
        "paragraphs": float(min(apart, 6)),
        "latest": float(rank == 0),
        "second": float(rank == 1),
    }


def _turns(
    scene: Scene, entity: Entity, offset: int, *, gap: int, apart: int, opens: bool
) -> dict[str, float]:
    """Whether an entity was the one who spoke last, or the one whom its sentence opens with."""
    turned = scene.turns.last(offset)[1] is entity
    quoting = scene.reading.text[max(0, offset - 2) : offset].strip()[-1:] in QUOTE_ENDS
    return {
        "last turn": float(turned),
        "turn before": float(scene.turns.last(offset, 2)[1] is entity),
        "turn and paragraph": float(turned and apart == 0),
        "turn behind quote": float(turned and quoting),
        "opens behind quote": float(gap < 3 and opens and quoting),
        "turns": log(scene.turns.count(entity, offset) + 1),
        "opens sentence": float(opens),
        "opens and near": float(gap < 2 and opens),
    }


def _nature(scene: Scene, seen: Seen, sort: str) -> dict[str, float]:
    """What an entity is, and as what its last mention names it."""
    entity, last, text = seen.entity, seen.last, scene.reading.text
    lean = entity.lean() if sort == "m" else -entity.lean()
    return {
        "count": log(seen.count),
        "named": float(entity.named),
        "sure sex": float(lean >= SURE),
        "likely sex": float(0 < lean < SURE),
        "doubtful sex": float(lean < 0),
        "attested": float(entity.attested()),
        "quoted": float(seen.quoted),
        "pronoun": float(last.end - last.start <= 3),
        "possessive": float(text[last.end : last.end + 1] in ("'", "’")),
        "plural": float(entity.plural),
        "body": float(entity.kind is NameKind.BODY),
        "unknown": float(entity.kind is NameKind.UNKNOWN),
        "behind preposition": float(_behind_preposition(scene, last)),
        "place": float(entity.kind is NameKind.PLACE),
    }


def _behind_preposition(scene: Scene, mention: Span) -> bool:
    """Whether a mention hangs on a preposition: `a letter to Ana Ruiz`."""
    at = scene.reading.at(mention.start)
    return at > 0 and scene.reading.words[at - 1].low in TIES


def ranked(
    scene: Scene, offset: int, sort: str, fits: Callable[[Entity], bool] | None = None
) -> list[tuple[Entity, dict[str, float]]]:
    """The candidates for a pronoun that fit with their features, the last mentioned first."""
    seen = [sight(scene, entity, offset) for entity in candidates(scene, offset, sort)]
    seen.sort(key=lambda one: (one.quoted, -one.last.start))
    if sort == "n" and not scene.is_quoted(offset):  # `a small country` said by somebody in general
        seen = [one for one in seen if one.entity.named or not one.quoted] or seen
    if sort in PERSONAL and any(one.entity.sex() == sort for one in seen):
        seen = [one for one in seen if one.entity.sex() in ("", sort)]
    return [
        (one.entity, features(scene, one, offset, sort, rank))
        for rank, one in enumerate(seen)
        if fits is None or fits(one.entity)
    ]


def _opens(scene: Scene, sentence: int, mention: Span) -> bool:
    """Whether a mention is the first name of its sentence."""
    start = scene.reading.sentences[sentence].span.start
    first = bisect_left(scene.starts, scene.reading.at(start))
    return first < len(scene.names) and (
        scene.reading.words[scene.names[first].first].start >= mention.start
    )


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight of each feature, for persons, things and groups."""
    found: dict[str, dict[str, float]] = {}
    for sort, feature, weight in table(MODEL):
        found.setdefault(sort, {})[feature] = float(weight)
    return found


def choose_antecedent(
    scene: Scene, offset: int, sort: str, fits: Callable[[Entity], bool] | None = None
) -> Entity | None:
    """The best antecedent of a pronoun at an offset, or None.

    Sort `any` stands for an epithet; `fits` tells which persons it can mean.
    """
    if sort in PERSONAL and is_led_by_nobody(scene, scene.reading.at(offset)):
        return None
    alone = only_before(scene, offset, sort) if sort in PERSONAL else None
    if alone is not None and (fits is None or fits(alone)):
        return alone
    weight = weights()[
        "person" if sort in PERSONAL or sort == "any" else "thing" if sort == "n" else "group"
    ]
    best, score = None, float("-inf")
    for entity, values in ranked(scene, offset, sort, fits):
        total = sum([weight.get(key, 0.0) * value for key, value in values.items() if value])
        if total > score:
            best, score = entity, total
    return best
