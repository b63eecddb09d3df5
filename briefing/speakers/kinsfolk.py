"""Relatives told by a given name who share a surname: `her husband Barry`, then `Mr Lind`."""

from collections.abc import Sequence

from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import word_set
from briefing.speakers.names import NameKind

KIN = word_set("described kin")
PLAIN = frozenset({"mr", "mrs", "ms", "miss"})


def find_relatives(entities: Sequence[Entity]) -> dict[Entity, Entity]:
    """The surnames with `Mr` or `Mrs` that mean a relative told before, with that relative.

    The relative is named by both: `Barry Lind`, whose wife is Pauline Lind.
    """
    found: dict[Entity, Entity] = {}
    for entity in entities:
        if not (_is_bare(entity) and entity.honorifics and entity.honorifics <= PLAIN):
            continue
        surname = entity.forms[0]
        relatives = [
            other
            for other in entities
            if other is not entity
            and _is_relative(other, entity)
            and any(_shares(bearer, surname, other) for bearer in entities)
        ]
        if len(relatives) == 1:
            relatives[0].spellings[f"{relatives[0].name} {entity.name}"] += 1
            relatives[0].forms.append((*relatives[0].forms[0], *surname))
            found[entity] = relatives[0]
    return found


def _is_bare(entity: Entity) -> bool:
    """Whether an entity is only ever named by one word."""
    return all(len(form) == 1 for form in entity.forms)


def _is_relative(other: Entity, entity: Entity) -> bool:
    """Whether somebody is told as a relative by a given name before an entity is mentioned."""
    told = _is_bare(other) and bool(other.heads & KIN)
    before = other.mentions[0] < entity.mentions[0]
    return told and before and bool(other.sex()) and other.sex() == entity.sex()


def _shares(bearer: Entity, surname: tuple[str, ...], other: Entity) -> bool:
    """Whether somebody with a full name and a surname is mentioned before a relative."""
    person = bearer.kind is NameKind.PERSON and not _is_bare(bearer)
    return person and bearer.surname == surname[-1] and bearer.mentions[0] < other.mentions[0]
