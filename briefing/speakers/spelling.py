"""Names that an article spells in two ways by mistake: `Halvorsn` for `Nils Halvorsen`."""

from collections.abc import Iterable
from itertools import groupby

from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import countries
from briefing.speakers.names import NameKind

SHORTEST = 5  # letters from which one wrong letter leaves a name recognisable
RARE = 3  # mentions up to which a spelling can be a mistake


def find_misspelled(entities: Iterable[Entity]) -> dict[Entity, Entity]:
    """The entities whose only names are misspellings, each with the person who is meant."""
    people = [entity for entity in entities if entity.kind in (NameKind.PERSON, NameKind.UNKNOWN)]
    full: dict[str, list[Entity]] = {}
    for entity in people:
        if " " in entity.name or any(len(form) > 1 for form in entity.forms):
            full.setdefault(entity.surname[:1], []).append(entity)
    found: dict[Entity, Entity] = {}
    for entity in people:
        if len(entity.mentions) > RARE or entity.name in countries() or entity in found.values():
            continue
        meant = [
            other
            for other in full.get(entity.surname[:1], ())
            if other is not entity and other not in found and _means(entity, other)
        ]
        if len(meant) == 1:
            found[entity] = meant[0]
    return found


def _means(entity: Entity, other: Entity) -> bool:
    """Whether all names of an entity are misspellings of a full name of another one."""
    surer = entity.kind is NameKind.UNKNOWN and other.kind is NameKind.PERSON
    if not surer and (len(other.mentions) < len(entity.mentions) or entity.kind is not other.kind):
        return False
    if entity.sex() and other.sex() and entity.sex() != other.sex():
        return False
    if entity.heads - other.heads:  # `Minister Jansen` is not the fisherman Nils Jensen
        return False
    return all(
        any(_miswritten(form, known) for known in other.forms if len(known) > 1)
        for form in entity.forms
    )


def _miswritten(form: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a form is a surname, or a full name, with one part wrong."""
    if len(form) == 1:
        return is_slip(form[0], known[-1])
    if len(form) != len(known):
        return False
    pairs = [(one, other) for one, other in zip(form, known, strict=True) if one != other]
    if len(pairs) != 1:
        return False
    one, other = pairs[0]
    return is_slip(one, other) if other == known[-1] else _doubled(one) == _doubled(other)


def _doubled(word: str) -> str:
    """A word with every double letter written once."""
    return "".join(letter for letter, _ in groupby(word))


def is_slip(one: str, other: str) -> bool:
    """Whether two words of one first letter differ by a single letter or by two swapped ones.

    >>> is_slip("halvorsn", "halvorsen"), is_slip("haner", "hamer"), is_slip("lind", "lund")
    (True, True, False)
    """
    few, many = sorted((one, other), key=len)
    if one == other or len(few) < SHORTEST or few[0] != many[0] or len(many) - len(few) > 1:
        return False
    at = next((n for n, letter in enumerate(few) if letter != many[n]), len(few))
    if len(few) < len(many):
        return few[at:] == many[at + 1 :] and many != f"{few}s"
    swapped = few[at : at + 2] == many[at : at + 2][::-1] and few[at + 2 :] == many[at + 2 :]
    return swapped or few[at + 1 :] == many[at + 1 :]
