"""Resolves the source of each attribution to one entity of the article."""

from collections.abc import Sequence

from briefing.domain import Attribution, Sentence, Span, Speaker
from briefing.speakers.described import is_owned, resolve_description
from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.profiles import choose_post, gather_facts, home_country, is_national
from briefing.speakers.pronouns import choose_antecedent
from briefing.speakers.scene import Scene, set_scene
from briefing.speakers.sources import (
    PRONOUNS,
    head_name,
    joint_parts,
    parse_phrase,
    word_range,
)

NOBODY = Speaker(name=None, confidence=0.0, evidence=("no source",))


def resolve_speakers(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Speaker, ...]:
    """One speaker per attribution, in their order; `name` is None where it cannot be told."""
    scene = set_scene(text, sentences, attributions)
    gather_facts(scene, _source_names(scene, attributions))
    found: list[Entity | None] = []
    for attribution in attributions:
        entity = _resolve(scene, attribution, found, attributions)
        found.append(entity)
        where = attribution.source or attribution.content or attribution.cue
        if where:
            scene.turns.append((where[0].start, entity))
    home = home_country(scene)
    return tuple(_speaker(entity, home) for entity in found)


def _source_names(scene: Scene, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The numbers of the names inside sources."""
    found: set[int] = set()
    for attribution in attributions:
        for span in attribution.source:
            first, last = scene.reading.at(span.start), scene.reading.before(span.end)
            found.update(number for number, _ in scene.names_between(first, last))
    return frozenset(found)


def _resolve(scene: Scene, attribution: Attribution, found: list[Entity | None],
             attributions: Sequence[Attribution]) -> Entity | None:
    spans = attribution.source or attribution.antecedent
    if not spans:
        if attribution.continues and found:
            return found[-1]
        return None
    first, last = word_range(scene, spans)
    if first >= last:
        return None
    parts = joint_parts(scene, first, last)
    members = [resolve_part(scene, *part) for part in parts]
    if len(members) == 1:
        return members[0]
    known = [member for member in members if member is not None]
    if not known:
        return None
    joint = Entity(" + ".join(member.name for member in known), NameKind.PERSON)
    joint.plural, joint.members = True, tuple(known)
    joint.mentions.append(Span(spans[0].start, spans[-1].end))
    joint.forms.append(("joint",))
    scene.entities.append(joint)
    return joint


def resolve_part(scene: Scene, first: int, last: int) -> Entity | None:
    """The entity that the words `[first, last)` refer to."""
    words = scene.reading.words
    offset = words[first].start
    if last - first == 1 and words[first].low in PRONOUNS:
        return _resolve_pronoun(scene, first)
    phrase = parse_phrase(scene, first, last)
    number = head_name(scene, phrase)
    if number is not None:
        entity = scene.owner[number]
        return entity
    owner = None
    if is_owned(phrase):
        owner = _antecedent(scene, offset, PRONOUNS[phrase.determiner])
    return resolve_description(scene, phrase, owner)


def _resolve_pronoun(scene: Scene, number: int) -> Entity | None:
    word = scene.reading.words[number]
    return _antecedent(scene, word.start, PRONOUNS[word.low])


def _antecedent(scene: Scene, offset: int, sort: str) -> Entity | None:
    if sort in ("m", "f", "n", "p"):
        entity = choose_antecedent(scene, offset, sort)
    elif sort == "r":
        entity = _relative(scene, offset)
    elif sort in ("1", "1p"):
        turns = [who for where, who in scene.turns if where < offset]
        entity = turns[-1] if turns else None
    else:
        entity = None
    if entity is not None:
        entity.mentions.append(Span(offset, offset + 1))
        entity.mentions.sort()
    return entity


def _relative(scene: Scene, offset: int) -> Entity | None:
    """What a relative pronoun goes back to: the name right before it."""
    number = scene.reading.at(offset)
    near = [n for n, name in scene.names_between(max(0, number - 25), number)
            if scene.reading.words[name.end - 1].sentence
            == scene.reading.words[number].sentence]
    return scene.owner[near[-1]] if near else None


def _speaker(entity: Entity | None, home: str) -> Speaker:
    if entity is None:
        return NOBODY
    post = choose_post(entity)
    affiliation = post.affiliation or (home if is_national(entity, post) else "")
    return Speaker(
        name=entity.name,
        position=post.position or None,
        affiliation=affiliation or None,
        status=post.status,
        mentions=tuple(sorted(set(entity.mentions))),
        descriptions=tuple(dict.fromkeys(entity.facts)),
        members=tuple(member.name for member in entity.members),
        principal=entity.principal.name if entity.principal else None,
    )
