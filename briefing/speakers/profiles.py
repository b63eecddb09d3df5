"""Gathers what an article says about each entity."""

from dataclasses import replace

from briefing.speakers.entities import Entity, gender_weight
from briefing.speakers.facts import Fact, FactKind, find_facts
from briefing.speakers.genders import note_genders
from briefing.speakers.kinsfolk import KIN
from briefing.speakers.lexicons import (
    is_body,
    is_document,
    is_position,
    mapping,
    word_set,
)
from briefing.speakers.names import NameKind
from briefing.speakers.objects import OBJECTS
from briefing.speakers.positions import read_posts
from briefing.speakers.scene import Scene
from briefing.speakers.subjects import hangs_on_people
from briefing.speakers.workplaces import note_workplaces

NOBLES = frozenset({"lord", "lady", "baron", "baroness", "viscount", "duke", "duchess"})
PROFESSORS = frozenset({"prof", "professor"})
SIZES = frozenset({"largest", "biggest", "second-largest", "second-biggest"})
OFFICES = word_set("described offices")


def gather_facts(scene: Scene, sources: dict[int, int]) -> None:
    """Adds to every named entity what stands around its mentions.

    `sources` are the numbers of names inside a source, with the first word of that source.
    """
    for entity in scene.entities:
        works = {word for form in entity.forms for word in form if is_document(word)}
        heads = [head for head in entity.heads if is_position(head) or not is_body(head)]
        scene.add(entity, *heads, *(works if entity.kind is NameKind.BODY else ()))
    for number, name in enumerate(scene.names):
        if name.kind is NameKind.PLACE:
            continue
        entity = scene.owner[number]
        for fact in find_facts(scene, name, source=sources.get(number, -1)):
            note_fact(scene, entity, fact)
    _note_counterparts(scene)
    note_genders(scene)
    note_workplaces(scene)


def _note_counterparts(scene: Scene) -> None:
    """Gives a counterpart the office of whom was named before: `his Uzbek counterpart, Bo Li`."""
    for entity in scene.entities:
        if "counterpart" not in entity.heads or not entity.mentions:
            continue
        offset = entity.mentions[0].start
        before = [e for e in scene.entities if e.heads & OFFICES and e.seen_at(offset) >= 0]
        other = max(before, key=lambda e: e.seen_at(offset), default=None)
        if other is not None and other is not entity:
            scene.add(entity, *(other.heads & OFFICES))


# What ties somebody else to whom a relative clause is about: `who spoke alongside the envoy`.
BESIDE = frozenset({"about", "after", "against", "alongside", "before", "beside", "than"})


def note_fact(scene: Scene, entity: Entity, fact: Fact) -> None:
    """Keeps the words of a fact, its nouns of standing, the gender and the posts it tells."""
    if fact.kind is FactKind.RELATIVE and fact.first in scene.relatives:
        return  # the clause of the name whose apposition this name stands in
    if fact.kind is FactKind.RELATIVE and scene.reading.words[fact.first].low == "whose":
        scene.relatives[fact.first] = entity
        if scene.reading.words[fact.first + 1].low in KIN:  # `whose son was on the ward`
            _keep_words(scene, entity, fact)
        entity.posts.extend(read_posts(scene, fact))  # `whose firm Clear Weir makes lamps`
        return  # `Ana Ruiz, whose father is a judge`
    _keep_words(scene, entity, fact)
    noble = fact.kind is FactKind.OF and entity.honorifics & NOBLES  # `Lord Ruiz of Otley`
    posts = [] if noble else read_posts(scene, fact)
    if fact.kind is FactKind.OF and entity.honorifics & PROFESSORS:
        posts = [replace(post, position="Professor") for post in posts]
    entity.posts.extend(posts)
    for post in posts:
        _note_body(scene, post.affiliation)
    if fact.kind in (FactKind.OF, FactKind.AGENCY, FactKind.PARTY):
        return
    _note_relatives(scene, entity, fact)
    if _is_of_size(scene, fact) and not entity.attested():
        entity.kind = NameKind.BODY
    else:
        _note_nouns(scene, entity, fact)


def _keep_words(scene: Scene, entity: Entity, fact: Fact) -> None:
    span = fact.span(scene)
    if span not in entity.facts:
        entity.facts.append(span)


def _note_relatives(scene: Scene, entity: Entity, fact: Fact) -> None:
    """Keeps which relative pronouns go back to an entity, and which words are about it."""
    if fact.kind is FactKind.RELATIVE:
        if entity.kind is NameKind.BODY and hangs_on_people(scene, entity, fact.first):
            return
        scene.relatives[fact.first] = entity
        bare = not any(is_body(word) for form in entity.forms for word in form)
        if bare and scene.reading.words[fact.first].low == "who":
            entity.kind = NameKind.PERSON
        return
    inside = range(fact.first, fact.last)
    scene.told.update(inside)
    words = scene.reading.words
    scene.relatives.update((n, entity) for n in inside if words[n].low in ("who", "whom"))


def _note_nouns(scene: Scene, entity: Entity, fact: Fact) -> None:
    """Keeps the nouns before the first preposition of a fact: they tell kind and gender."""
    relative = fact.kind is FactKind.RELATIVE
    person, body, bodies = relative, False, []
    for word in scene.reading.words[fact.first : fact.last]:
        if word.low in OBJECTS or (relative and (word.possessive or word.low in BESIDE)):
            break
        low = mapping("titles").get(word.low, word.low)
        of_body = is_body(low)
        position = is_position(low) and not (of_body and _is_strange(entity))
        if word.possessive or not (position or of_body):
            continue
        if position:
            scene.add(entity, low)
        elif not entity.attested():
            bodies.append(low)
        body = body or (of_body and not position)
        person = person or position
        sex = mapping("gendered_nouns").get(low, "")
        if sex:
            entity.gender[sex] += gender_weight(low)
    if not person:
        scene.add(entity, *bodies)
    if person and entity.kind is NameKind.UNKNOWN and entity.heads:
        entity.kind = NameKind.PERSON
    elif body and not person and entity.kind is not NameKind.BODY and not entity.lean():
        entity.kind = NameKind.BODY


def _is_strange(entity: Entity) -> bool:
    """Whether a name of one word is nobody's so far: a firm, in `the state miner, Cobrenor`."""
    return entity.kind is NameKind.UNKNOWN and not entity.attested() and " " not in entity.name


def _is_of_size(scene: Scene, fact: Fact) -> bool:
    """Whether a fact says how big something is: `the country's largest operator`."""
    words = scene.reading.words[fact.first : fact.last]
    return fact.kind is FactKind.APPOSITIVE and any(word.low in SIZES for word in words[:5])


def _note_body(scene: Scene, name: str) -> None:
    """Takes what somebody works at or for to be a body, where nothing shows a person."""
    for entity in scene.entities:
        if entity.name == name and not entity.attested() and entity.kind is not NameKind.PLACE:
            entity.kind = NameKind.BODY
