"""The one body of an article that an office or a short form stands for."""

import re

from briefing.speakers.countries import UNIONS
from briefing.speakers.entities import Entity, Post
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_place,
    is_plural_position,
    mapping,
    word_set,
)
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

MANY = word_set("memberships many")  # short forms of bodies that there are many of
BARE = word_set("memberships bare")
SERVANTS = word_set("memberships servants")


def body_of_office(scene: Scene, entity: Entity, post: Post) -> str:
    """The body that the bearer of an office sits in, where the article names but one; else ''.

    `Commissioner Ana Ruiz` in an article about the Lowland Tide Commission.
    """
    nouns = {post.position.lower()} if entity.kind is NameKind.PERSON else entity.heads
    seats = {seat for noun in nouns for seat in mapping("memberships").get(noun, "").split(",")}
    return _only_body(scene, seats - {""})


def full_body(scene: Scene, short: str) -> str:
    """The full name of a body that `Board` or `Commission` shortens, else the short form."""
    if " " in short or not short.istitle() or not is_body(short.lower()):
        return short
    full = "" if short.lower() in MANY else _only_body(scene, {short.lower()})
    return full if full.endswith(f" {short}") else short


def parent_body(scene: Scene, entity: Entity) -> str:
    """The body that a council or committee is part of, as the article prints it; else ''.

    The Security Council is the `U.N.`'s, a monetary policy committee the `central bank`'s.
    """
    name = entity.name.lower()
    forms = mapping("parents").get(name, "") if entity.kind is not NameKind.PERSON else ""
    found = (form for form in forms.split(",") if form)
    return next((form for form in found if _prints(scene, form)), "")


def _prints(scene: Scene, form: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", scene.reading.text) is not None


def _only_body(scene: Scene, nouns: set[str]) -> str:
    """The only named body of an article with one of the nouns in a name of several words."""
    found = {
        entity.name
        for entity in scene.entities
        if entity.named and entity.kind is NameKind.BODY and " " in entity.name
        if any(f" {noun} " in f" {' '.join(form)} " for form in entity.forms for noun in nouns)
    }
    return found.pop() if len(found) == 1 else ""


def sound_employer(affiliation: str, position: str) -> str:
    """An affiliation, or nothing where it is the seat of a body, a country's adjective beside
    no office of state, or a noun that says nothing by itself.

    >>> sound_employer("Argentine", "company"), sound_employer("Uzbek", "deputy minister")
    ('', 'Uzbek')
    >>> sound_employer("London", "ratings firm"), sound_employer("team", "leader")
    ('', '')
    """
    serves = not position or bool(SERVANTS & set(position.lower().split()))
    noun = position.rpartition(" ")[2]
    seat = is_place(affiliation) and is_body(noun) and not is_plural_position(noun)
    if affiliation in BARE or (seat and not serves):
        return ""
    country = countries().get(affiliation)
    if country is None or affiliation not in country.adjectives:
        return affiliation
    return affiliation if serves and country.name not in UNIONS else ""
