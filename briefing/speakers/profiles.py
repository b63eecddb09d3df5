"""Gathers what an article says about each entity and chooses its position and affiliation."""

import re
from dataclasses import replace

from briefing.domain import Status
from briefing.speakers.anaphors import RULINGS, latest_body
from briefing.speakers.countries import ARMS, country_at, country_of
from briefing.speakers.entities import Entity, Post, gender_weight
from briefing.speakers.facts import Fact, FactKind, find_facts
from briefing.speakers.genders import note_genders
from briefing.speakers.issuers import issuer
from briefing.speakers.lexicons import (
    is_body,
    is_document,
    is_position,
    mapping,
    word_set,
)
from briefing.speakers.memberships import body_of_office, full_body, parent_body
from briefing.speakers.names import NameKind
from briefing.speakers.objects import OBJECTS, body_named, settlement
from briefing.speakers.positions import read_posts
from briefing.speakers.posts import choose_post, finish_post, is_author, sound_posts, team_body
from briefing.speakers.pronouns import choose_antecedent
from briefing.speakers.scene import Scene
from briefing.speakers.seats import find_seat
from briefing.speakers.sources import PRONOUNS, noun_class

NOBLES = frozenset({"lord", "lady", "baron", "baroness", "viscount", "duke", "duchess"})
PROFESSORS = frozenset({"prof", "professor"})
SIZES = frozenset({"largest", "biggest", "second-largest", "second-biggest"})
COURTS = word_set("profiles courts")
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


def note_fact(scene: Scene, entity: Entity, fact: Fact) -> None:
    """Keeps the words of a fact, its nouns of standing, the gender and the posts it tells."""
    if fact.kind is FactKind.RELATIVE and fact.first in scene.relatives:
        return  # the clause of the name whose apposition this name stands in
    span = fact.span(scene)
    if span not in entity.facts:
        entity.facts.append(span)
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


def _note_relatives(scene: Scene, entity: Entity, fact: Fact) -> None:
    """Keeps which relative pronouns go back to an entity, and which words are about it."""
    if fact.kind is FactKind.RELATIVE:
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
    person, body, bodies = fact.kind is FactKind.RELATIVE, False, []
    for word in scene.reading.words[fact.first : fact.last]:
        if word.low in OBJECTS:
            break
        low = mapping("titles").get(word.low, word.low)
        position, of_body = is_position(low), is_body(low)
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


def _is_of_size(scene: Scene, fact: Fact) -> bool:
    """Whether a fact says how big something is: `the country's largest operator`."""
    words = scene.reading.words[fact.first : fact.last]
    return fact.kind is FactKind.APPOSITIVE and any(word.low in SIZES for word in words[:5])


def _note_body(scene: Scene, name: str) -> None:
    """Takes what somebody works at or for to be a body, where nothing shows a person."""
    for entity in scene.entities:
        if entity.name == name and not entity.attested() and entity.kind is not NameKind.PLACE:
            entity.kind = NameKind.BODY


def settle_post(scene: Scene, entity: Entity, home: str, depth: int = 0) -> Post:
    """The post of an entity with its affiliation followed to a name or a country."""
    if entity.members:
        posts = [settle_post(scene, member, home, 1) for member in entity.members]
        return Post(
            _listed([post.position for post in posts]),
            _listed([post.affiliation for post in posts]),
            Status.CURRENT,
        )
    if entity.phrase[1] and not entity.posts:
        kind = noun_class_of(entity)
        if kind in ("position", "group"):
            entity.posts.extend(read_posts(scene, Fact(FactKind.APPOSITIVE, *entity.phrase)))
        else:
            owner = entity.principal
            state = owner is not None and owner.kind is NameKind.PLACE and kind == "body"
            body = owner.name if owner and state else _issuer(scene, entity)
            entity.posts.append(Post("", body, Status.CURRENT))
    post = choose_post(entity)
    affiliation = post.affiliation
    if affiliation.islower():
        affiliation = _taken_up(scene, entity, affiliation)
    if not affiliation and COURTS & set(post.position.lower().split()):
        court = latest_body(scene, "court", entity.mentions[0].start)
        affiliation = court.name if court else ""
    if not affiliation and depth == 0:
        affiliation = _owned(scene, entity, post, home)
        affiliation = (
            _taken_up(scene, entity, affiliation) if affiliation.islower() else affiliation
        )
    if not affiliation and is_author(post):
        affiliation = next((p.affiliation for p in sound_posts(entity) if p.affiliation), "")
    affiliation = full_body(scene, affiliation) or body_of_office(scene, entity, post)
    affiliation = affiliation or find_seat(scene, entity, post)
    affiliation = affiliation or country_of(scene, entity, post, home)
    affiliation = affiliation or parent_body(scene, entity)
    if affiliation in ARMS:  # `a government official`
        affiliation = country_at(scene, entity, home) or affiliation
    return finish_post(scene, replace(post, affiliation=affiliation))


def _listed(values: list[str]) -> str:
    return " and ".join(dict.fromkeys(value for value in values if value))


def noun_class_of(entity: Entity) -> str:
    """The class of the noun that heads an entity's description."""
    return next((noun_class(head) for head in sorted(entity.heads) if noun_class(head)), "")


def _taken_up(scene: Scene, entity: Entity, words: str) -> str:
    """The name of the body that `the centre`, `the firm` and their like take up again."""
    offset = entity.mentions[0].start if entity.mentions else 0
    alone = " " not in words
    for word in (re.sub(r"['’]s$", "", part) for part in words.split()):
        body = latest_body(scene, "ministry" if word == "minister" else word, offset)
        if body is not None and body is not entity:
            return body.name
        for work in scene.by_head.get(word, ()):
            if is_document(word) and work is not entity:
                return settle_post(scene, work, "", 1).affiliation or words
        place = settlement(scene, word) or (body_named(scene, word, offset) if alone else "")
        if place:
            return place
        if word == "team":
            return team_body(scene, entity) or words
    return words


def _owned(scene: Scene, entity: Entity, post: Post, home: str) -> str:
    """The affiliation behind a possessive: the owner's name, or a person's own affiliation."""
    owner = entity.principal
    if owner is None and post.owner >= 0:
        word = scene.reading.words[post.owner]
        fits = _is_work if is_author(post) and PRONOUNS[word.low] == "n" else None
        owner = choose_antecedent(scene, word.start, PRONOUNS[word.low], fits)
    if owner is None or owner is entity:
        return ""
    if owner.kind is not NameKind.PERSON and not _is_work(owner):
        return owner.name
    return settle_post(scene, owner, home, 1).affiliation


def _is_work(entity: Entity) -> bool:
    """Whether a description is of a document, study or other work."""
    return not entity.named and noun_class_of(entity) == "document"


def _issuer(scene: Scene, entity: Entity) -> str:
    """The body behind a document: named in its description, or the court of a ruling."""
    named = issuer(scene, *entity.phrase)
    if named or not RULINGS & entity.heads:
        return named
    court = latest_body(scene, "court", entity.mentions[0].start)
    return court.name if court else ""
