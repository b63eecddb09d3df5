"""Whether two names of an article name the same person or body."""

from collections.abc import Iterable
from math import log

from briefing.domain import Span
from briefing.speakers.entities import Entity, name_form, opens_surname
from briefing.speakers.lexicons import (
    countries,
    full_forms,
    is_body,
    is_document,
    is_plural_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.names import Name, NameKind

SMALL = frozenset({"of", "and", "the", "for", "to", "on", "in", "a"})
AT_HAND = 2.5  # what a full name right before counts
NEAR = 250  # characters within which a full name is still at hand for its surname
LEARNED = word_set("coreference learned")
OFFICES = word_set("coreference offices")


def find_entity(
    form: tuple[str, ...],
    name: Name,
    entities: Iterable[Entity],
    offset: int,
    heads: frozenset[str],
) -> Entity | None:
    """The entity that a name refers to: the same name, or the one that it shortens.

    Among several the one with one of the title's nouns `heads` is taken, else one already
    mentioned before the offset, the most often mentioned first.
    """
    fitting = [
        e
        for e in entities
        if _fits(form, name, e, offset) and not _clashes(form, name, heads, e, offset)
    ]
    if len(form) == 1:
        fitting = [e for e in fitting if not _is_part(form[0], e)] or [
            e for e in fitting if (*_compound(e),) not in e.forms
        ]
    if not fitting:
        return None
    exact = [e for e in fitting if form in e.forms and len(form) > 1]
    if len(fitting) > 1 and name.honorific in LEARNED:
        fitting = [e for e in fitting if e.honorifics & LEARNED] or fitting
    if len(fitting) > 1 and heads:
        titled = [e for e in fitting if e.heads & heads] or [
            e for e in fitting if " " not in e.name
        ]
        fitting = titled or fitting
    people = [e for e in fitting if e.kind is not NameKind.BODY]
    return max(exact or people or fitting, key=lambda e: _weight(e, form, fitting, offset))


def _fits(form: tuple[str, ...], name: Name, entity: Entity, offset: int) -> bool:
    """Whether a name at an offset can refer to an entity; a body is not shortened beforehand."""
    return (
        _same(form, name, entity)
        and _agrees(name, entity)
        and (
            len(form) > 1
            or entity.kind is not NameKind.BODY
            or entity.mentions[0].start < offset
            or form in entity.forms
            or any(_is_clipped(form[0], other) for other in entity.forms)
        )
    )


def _compound(entity: Entity) -> tuple[str, ...]:
    """The parts of a surname with hyphens: `prys` and `hughes` of Ana Prys-Hughes; else none."""
    last = entity.name.rpartition(" ")[2]
    return name_form(last) if "-" in last else ()


def _is_part(word: str, entity: Entity) -> bool:
    """Whether a word is only a part of somebody's surname with hyphens."""
    return word in _compound(entity) and (word,) not in entity.forms


def _clashes(
    form: tuple[str, ...], name: Name, heads: frozenset[str], entity: Entity, offset: int
) -> bool:
    """Whether a surname with an office comes before a full name that has another standing.

    `Minister Ruiz` is not `Professor Ana Ruiz` who is first named after it.
    """
    office = heads & OFFICES
    if len(form) > 1 or form in entity.forms or not (office or name.honorific in LEARNED):
        return False
    if entity.mentions[0].start < offset:
        return False
    other = entity.heads & OFFICES
    if not office:
        return bool(other) and not entity.honorifics & LEARNED
    return not office & other if other else bool(entity.honorifics & LEARNED)


def _weight(
    entity: Entity, form: tuple[str, ...], fitting: Iterable[Entity], offset: int
) -> tuple[bool, float]:
    """Whether an entity was mentioned before an offset, and how much it is at hand there."""
    before = [m.start for m in entity.mentions if m.start <= offset]
    near = bool(before) and offset - max(before) < NEAR
    first = min(m.start for m in entity.mentions)
    rivals = [e for e in fitting if e is not entity and e.mentions[0].start < first]
    surname = any(other[-1] == form[-1] and len(other) > 1 for other in entity.forms)
    last = max((m for m in entity.mentions if m.start < offset), default=None)
    latest = last is not None and not any(
        last < m < Span(offset, 0)
        for e in fitting
        if e is not entity
        for m in e.mentions
        if m.start not in e.asides
    )
    told = last is not None and last.start not in entity.asides
    full = bool(near and latest and last and told and last.end - last.start > len(form[0]) + 1)
    compound = bool(_compound(entity))
    return bool(before), log(len(before) + 1) + (0 if rivals else 1.5) + (0.7 if near else 0) + (
        AT_HAND if full else 0
    ) + (2 if surname and not compound else 0)


def _agrees(name: Name, entity: Entity) -> bool:
    """Whether the form of address does not contradict the entity's gender."""
    if not name.honorific:
        return True
    sex = mapping("honorifics")[name.honorific]
    if (
        name.honorific in word_list("kept_honorifics")
        and entity.honorifics
        and (name.honorific not in entity.honorifics)
    ):
        return False
    return sex == "u" or entity.sex() in ("", sex)


def _same(form: tuple[str, ...], name: Name, entity: Entity) -> bool:
    """Whether a name can be one of the entity's names."""
    if form in entity.forms:
        return True
    if NameKind.PLACE in (name.kind, entity.kind):
        return (
            entity.kind in (NameKind.PERSON, NameKind.UNKNOWN)
            and len(form) == 1
            and any(form[0] == other[-1] for other in entity.forms if len(other) > 1)
        )
    bodies = (name.kind is NameKind.BODY) + (entity.kind is NameKind.BODY)
    if bodies:
        return any(_same_body(form, other, entity) for other in entity.forms) and (
            bodies == 2 or (name.end - name.start == 1 and not name.honorific)
        )
    if len(form) == 1 and (" " not in entity.name or _is_crowd(form[0], entity)):
        return False
    fullest = max(entity.forms, key=len)
    return any(_same_person(form, other) for other in entity.forms) and (
        len(form) == 1 or _same_person(form, fullest)
    )


def _is_crowd(word: str, entity: Entity) -> bool:
    """Whether a word is a plural that is nobody's surname: `Armenians` of `Weir Armenians`."""
    people = is_plural_position(word) or word.removesuffix("s").title() in countries()
    return people and word.endswith("s") and entity.kind is not NameKind.PERSON


def _same_body(form: tuple[str, ...], other: tuple[str, ...], entity: Entity) -> bool:
    few, many = sorted((form, other), key=len)
    if few == many[: len(few)] and " ".join(many[len(few) :]).title() in countries():
        return few == many  # `Clear Weir Canada` is a branch of Clear Weir
    if is_document(many[-1]) and not is_document(few[-1]) and not is_body(many[-1]):
        told = any(is_body(head) for head in entity.heads - set(many))
        return few == many[: len(few)] and told  # a poll of Weir News is not Weir News
    if len(few) == 1:
        letters = initials(many)
        short = few[0] == letters or (few[0] == many[0] and few[0] not in word_list("bodies"))
        return short or _is_clipped(few[0], many)
    if not is_body(few[-1]):
        return few == many[: len(few)]
    return (few[-1] == many[-1] and few[0] == many[0]) or few == many[: len(few)]


def _is_clipped(word: str, form: tuple[str, ...]) -> bool:
    """Whether a word is known as the short form of a body: `Fed` of the Federal Reserve."""
    return mapping("short_bodies").get(word, "") in (" ".join(form), " ".join(form[:-1])) and (
        len(form) > 1
    )


def initials(form: tuple[str, ...]) -> str:
    """The letters by which a name of several words is shortened.

    >>> initials(("bank", "of", "the", "north"))
    'bn'
    """
    return "".join(word[0] for word in form if word not in SMALL)


class Directory:
    """Finds the entities whose names can have to do with a name, without reading all."""

    def __init__(self) -> None:
        """Begins empty."""
        self._numbers: dict[Entity, int] = {}
        self._by_word: dict[str, dict[Entity, None]] = {}

    def add(self, entity: Entity, form: tuple[str, ...]) -> None:
        """Takes in one form of an entity's name."""
        self._numbers.setdefault(entity, len(self._numbers))
        for word in (*form, *((initials(form),) if len(form) > 1 else ())):
            self._by_word.setdefault(word, {})[entity] = None

    def near(self, form: tuple[str, ...]) -> list[Entity]:
        """The entities that share a word or the initials with a name, the first ones first."""
        found: set[Entity] = set()
        long = mapping("short_bodies").get(form[0], "").split() if len(form) == 1 else []
        for word in (*form, *long, initials(form)):
            found.update(self._by_word.get(word, ()))
        return sorted(found, key=self._numbers.__getitem__)


def _same_person(form: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two forms can name one person.

    A surname or a given name alone fits; else the surnames must be the same and the given
    names equal, initials of each other, or a short form and its full form.
    """
    few, many = sorted((form, other), key=len)
    if len(few) == 1:
        return (
            (few[0] in many[1:] and few[0] == many[-1])
            or few[0] == many[0]
            or (few[0] in many[-2:] or opens_surname(few[0], many))
        )
    if few[-1] != many[-1]:
        return (len(few) < len(many) and few == many[-len(few) :]) or few == many[: len(few)]
    first, second = few[0], many[0]
    if set(few) <= set(many):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return second in full_forms().get(first, ()) or first in full_forms().get(second, ())
