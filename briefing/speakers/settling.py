"""Settles what position and affiliation are printed of somebody, followed to names."""

import re
from dataclasses import replace

from briefing.domain import Status
from briefing.speakers.anaphors import RULINGS, latest_body
from briefing.speakers.countries import ARMS, country_at, country_of, dateline_state
from briefing.speakers.entities import Entity, Post
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.issuers import issuer
from briefing.speakers.lexicons import is_document, word_set
from briefing.speakers.memberships import body_of_office, full_body, parent_body
from briefing.speakers.names import NameKind
from briefing.speakers.objects import body_named, settlement
from briefing.speakers.positions import read_posts
from briefing.speakers.posts import choose_post, finish_post, is_author, sound_posts, team_body
from briefing.speakers.pronouns import choose_antecedent
from briefing.speakers.scene import Scene
from briefing.speakers.seats import find_seat
from briefing.speakers.shares import shared_posts
from briefing.speakers.sources import PRONOUNS, noun_class

COURTS = word_set("profiles courts")


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
    if not any(post.affiliation for post in entity.posts):
        entity.posts.extend(shared_posts(scene, entity))
    post = choose_post(entity)
    affiliation = _told(scene, entity, post, home, depth) or _seated(scene, entity, post, home)
    if affiliation in ("state", "State"):
        affiliation = dateline_state(scene) or affiliation
    if affiliation in ARMS and (affiliation == "government" or affiliation in post.position):
        affiliation = country_at(scene, entity, home) or affiliation
    return finish_post(scene, replace(post, affiliation=affiliation))


def _told(scene: Scene, entity: Entity, post: Post, home: str, depth: int) -> str:
    """The affiliation that the words about somebody tell, followed to a name; else ''."""
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
    return full_body(scene, affiliation)


def _seated(scene: Scene, entity: Entity, post: Post, home: str) -> str:
    """The body, seat or country that an office is of though its words do not tell; else ''."""
    seat = body_of_office(scene, entity, post) or find_seat(scene, entity, post)
    return seat or country_of(scene, entity, post, home) or parent_body(scene, entity)


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
