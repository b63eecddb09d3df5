"""Writes the owner of a described source out: whose lawyer, whose report."""

import re

from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import countries, is_document, is_plural_position
from briefing.speakers.names import NameKind

PLURAL = re.compile(r"[^s]s$")


def can_own(owner: Entity, *, pronoun: bool) -> bool:
    """Whether an owner can be written out; for a pronoun only a single named person or body."""
    if owner.members:
        return False
    country = countries().get(owner.name)
    if country and owner.name in country.adjectives and not owner.name.isupper():
        return False  # `Chilean`, which the article has for Chile
    if not pronoun:
        return True
    name = owner.name
    people = is_plural_position(name.lower()) or name.removesuffix("s") in countries()
    return owner.named and not owner.plural and not (name.endswith("s") and people)


def genitive(owner: Entity) -> str:
    """The name of an owner with its ending: `Ana Ruiz's`, `the riders'`, `United Nations'`."""
    body = owner.kind is NameKind.BODY or not owner.named
    return owner.name + ("'" if body and PLURAL.search(owner.name) else "'s")


def owned(owner: Entity, text: str) -> str:
    """What somebody owns: `Ana Ruiz's lawyer`; of a long description `authors of the study`."""
    if not owner.named and " " in owner.name and len(owner.heads) == 1:
        head = next(iter(owner.heads))
        if is_document(head):
            return f"{text} of the {head}"
    return f"{genitive(owner)} {text}"
