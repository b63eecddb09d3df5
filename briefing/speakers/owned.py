"""Whom a description means that says whose somebody is: `Ruiz's lawyer`, `her spokesman`."""

import re

from briefing.speakers.entities import Entity
from briefing.speakers.epithets import follows
from briefing.speakers.givers import WORDS_OF
from briefing.speakers.lexicons import mapping, singular, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase, noun_class

# Nouns for words that somebody gave out: `the statement` is its giver's.
KIN = word_set("described kin")
TEAMS = frozenset({"team", "camp"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "whose"})


def find_owned(scene: Scene, phrase: Phrase, head: str, owner: Entity) -> Entity | None:
    """What somebody owns: words of theirs are themselves, others the one already met or named."""
    if singular(head) in WORDS_OF or head in WORDS_OF:
        return owner
    if head in KIN:
        kin = [entity for entity in scene.by_head.get(head, ()) if entity.named]
        if len(kin) == 1 and kin[0] is not owner:
            return kin[0]
    for entity in scene.by_head.get(head, ()):
        if entity.principal is owner and phrase.last == phrase.head + 1:
            return entity
    return _find_bearer(scene, phrase, head, owner) if noun_class(head) == "position" else None


def find_campaign(scene: Scene, phrase: Phrase, head: str, owner: Entity | None) -> Entity | None:
    """The campaign that a candidate's team is: `the Ruiz team` where there is a `Ruiz campaign`."""
    words = scene.reading.words
    before = words[phrase.head - 1] if phrase.head else None
    if head not in TEAMS or before is None or not before.capital or phrase.head < phrase.last - 1:
        return None
    if owner is None and phrase.head != phrase.first + 1:
        return None
    name = before.text
    if not re.search(rf"\b{re.escape(name)}(?:['’]s)? campaign\b", scene.reading.text):
        return None
    for entity in scene.by_head.get("campaign", ()):
        if name.lower() in entity.name.lower().replace("’", "'").replace("'s", "").split():
            return entity
    campaign = Entity(f"{name} campaign", NameKind.BODY)
    campaign.named = False
    scene.add(campaign, "campaign")
    return campaign


def find_own(scene: Scene, phrase: Phrase, head: str) -> Entity | None:
    """The writer's relative whom an article names: `my father`; None where there are several."""
    if phrase.determiner not in ("my", "our") or head not in KIN:
        return None
    kin = [entity for entity in scene.by_head.get(head, ()) if entity.named]
    return kin[0] if len(kin) == 1 else None


def _find_bearer(scene: Scene, phrase: Phrase, head: str, owner: Entity) -> Entity | None:
    """The one person of whom the article says that they are this to the owner."""
    offset = scene.reading.words[phrase.first].start
    heads = {head} if head in KIN else _close(head)
    names = {form[-1] for form in owner.forms}
    found = [
        entity
        for near in sorted(heads)
        for entity in scene.by_head.get(near, ())
        if entity.named
        and entity is not owner
        and entity.kind is NameKind.PERSON
        and (entity.seen_at(offset) >= 0 or follows(scene, entity, offset))
        and _is_tied(scene, entity, near, names)
    ]
    return found[0] if len(set(found)) == 1 else None


def _close(head: str) -> frozenset[str]:
    """Other words for one work, a woman's or a man's: `lawyer` and `attorney`."""
    return frozenset({head, *mapping("synonyms").get(head, head).split(",")})


def _is_tied(scene: Scene, entity: Entity, head: str, names: set[str]) -> bool:
    """Whether what is said of somebody with a noun names the owner, or says `his`, `her`."""
    for span in entity.facts:
        words = span.of(scene.reading.text).lower().replace("’", "'").split()
        bare = {word.strip(".,()'").removesuffix("'s") for word in words}
        if head in bare and bare & (names | POSSESSIVES):
            return True
    return False
