"""One entity per person or body of an article, built from the names that mention it."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from briefing.domain import Span, Status
from briefing.speakers.lexicons import full_forms, is_body, is_plural_position, mapping, word_list
from briefing.speakers.names import Name, NameKind
from briefing.speakers.words import SUFFIXES, Reading

NEAR = 250  # characters within which a full name is still at hand for its surname


@dataclass(frozen=True, slots=True)
class Post:
    """A position with its affiliation and status, in the article's words; `rank` is the
    weight of where it was read (higher is surer), `owner` the number of a possessive pronoun
    that stands for the affiliation, -1 for none."""

    position: str
    affiliation: str
    status: Status
    rank: int = 0
    owner: int = -1


@dataclass(slots=True, eq=False)
class Entity:
    """A person, body, place or described source while it is being gathered.

    `spellings` counts its names as printed, `forms` are the token forms of its names, `heads` the nouns that name it by its
    office, `phrase` the words of a description, `facts` the spans of what is said about it, `gender` votes for m and f, `posts`
    what the facts tell of positions.
    """

    name: str
    kind: NameKind
    forms: list[tuple[str, ...]] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    facts: list[Span] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    gender: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    posts: list[Post] = field(default_factory=list)
    plural: bool = False
    named: bool = True
    principal: "Entity | None" = None
    members: tuple["Entity", ...] = ()
    phrase: tuple[int, int] = (0, 0)

    @property
    def surname(self) -> str:
        """The last part of the longest form."""
        longest = max(self.forms, key=len, default=("",))
        return longest[-1] if longest else ""

    def sex(self) -> str:
        """`m` or `f` where the votes decide, else empty."""
        return "" if self.lean() == 0 else "m" if self.lean() > 0 else "f"

    def attested(self) -> bool:
        """Whether the article or a given name shows that this is a person."""
        return bool(self.gender["m"] or self.gender["f"] or self.honorifics or self.heads)

    def lean(self) -> int:
        """How far the votes go for m (above 0) or f (below 0)."""
        return self.gender["m"] - self.gender["f"]


def plain(text: str) -> str:
    """A word without accents, case and full stops."""
    bare = unicodedata.normalize("NFKD", text)
    return "".join(ch for ch in bare if not unicodedata.combining(ch)).casefold().replace(".", "")


def name_form(text: str) -> tuple[str, ...]:
    """The comparable parts of a name: hyphens part words, suffixes are dropped.

    >>> name_form("Philip Shetler-Jones Jr.")
    ('philip', 'shetler', 'jones')
    """
    parts = plain(text.replace("-", " ").replace("‑", " ")).split()
    bare = tuple(part.strip(",’'") for part in parts if part.strip(",’'") not in SUFFIXES)
    return tuple(part for part in bare if part) or (plain(text),)


def gather_entities(
    reading: Reading, names: Sequence[Name]
) -> tuple[list[Entity], dict[int, Entity]]:
    """The entities of an article and, for each name by its number, its entity."""
    entities: list[Entity] = []
    owner: dict[int, Entity] = {}
    long = [(n, name) for n, name in enumerate(names) if name.end - name.start > 1]
    short = [(n, name) for n, name in enumerate(names) if name.end - name.start == 1]
    for number, name in long + short:
        owner[number] = _place(reading, name, entities)
    for entity in entities:
        entity.mentions.sort()
    _settle_unknown(entities)
    return entities, owner


def _place(reading: Reading, name: Name, entities: list[Entity]) -> Entity:
    text = reading.between(name.start, name.end)
    form = name_form(text)
    if name.honorific in word_list("kept_honorifics") and name.end - name.start == 1:
        text = reading.between(name.start - 1, name.end)
    heads = frozenset(word.low for word in reading.words[name.title[0] : name.title[1]])
    heads = frozenset(mapping("titles").get(low, low) for low in heads)
    entity = find_entity(form, name, entities, reading.words[name.start].start, heads)
    if entity is None:
        entity = Entity(text, name.kind)
        last = reading.words[name.end - 1].low
        entity.plural = name.kind is NameKind.UNKNOWN and is_plural_position(last)
        entities.append(entity)
    entity.spellings[text] += 1
    if form not in entity.forms:
        entity.forms.append(form)
    entity.name = max(
        entity.spellings,
        key=lambda t: (len(t.split()), len(name_form(t)), entity.spellings[t], len(t)),
    )
    if name.kind is NameKind.PERSON and entity.kind is NameKind.UNKNOWN:
        entity.kind = NameKind.PERSON
    words = reading.words
    entity.mentions.append(Span(words[name.first].start, words[name.end - 1].end))
    acronym = _acronym(reading, name)
    if acronym:
        entity.forms.append((acronym,))
    _note_address(reading, name, entity)
    return entity


def _acronym(reading: Reading, name: Name) -> str:
    """The short form that an article gives behind a name: `(ABC)`, `, or ABC`; empty for none."""
    near = reading.words[name.end : name.end + 3]
    if len(near) < 3 or name.end - name.start < 2:
        return ""
    bracket = near[0].text == "(" and near[2].text == ")"
    short = near[1] if bracket else near[2] if near[0].text == "," and near[1].low == "or" else None
    if short is None or not short.text.isupper() or not 2 <= len(short.text) <= 8:
        return ""
    return plain(short.text) if bracket or near[1].low == "or" else ""


def _note_address(reading: Reading, name: Name, entity: Entity) -> None:
    """Keeps what title, form of address and given name tell."""
    if name.honorific:
        entity.honorifics.add(name.honorific)
        sex = mapping("honorifics")[name.honorific]
        entity.gender[sex] += 4
    first, last = name.title
    for word in reading.words[first:last]:
        full = mapping("titles").get(word.low, word.low)
        if word.low not in mapping("honorifics"):
            entity.heads.add(full)
        sex = mapping("gendered_nouns").get(word.low, "")
        if sex:
            entity.gender[sex] += gender_weight(word.low)
    if last:
        entity.facts.append(Span(reading.words[first].start, reading.words[last - 1].end))
    if name.end - name.start > 1 and entity.kind is NameKind.PERSON:
        given = mapping("given_names").get(reading.words[name.start].low.partition("-")[0], "u")
        entity.gender[given] += 1


def gender_weight(low: str) -> int:
    """How much a noun tells of gender: `spokesman` is said of women too, `mother` of no man."""
    return (
        1
        if low.endswith("man") and low not in ("woman", "man") and not low.endswith("woman")
        else 3
    )


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
        if _same(form, name, e)
        and _agrees(name, e)
        and (
            len(form) > 1
            or e.kind is not NameKind.BODY
            or e.mentions[0].start < offset
            or form in e.forms
        )
    ]
    if not fitting:
        return None
    exact = [e for e in fitting if form in e.forms and len(form) > 1]
    if len(fitting) > 1 and heads:
        titled = [e for e in fitting if e.heads & heads]
        fitting = titled or fitting
    people = [e for e in fitting if e.kind is not NameKind.BODY]

    def weight(entity: Entity) -> tuple[bool, float]:
        before = [m.start for m in entity.mentions if m.start <= offset]
        near = bool(before) and offset - max(before) < NEAR
        first = min(m.start for m in entity.mentions)
        rivals = [e for e in fitting if e is not entity and e.mentions[0].start < first]
        surname = any(other[-1] == form[-1] and len(other) > 1 for other in entity.forms)
        compound = "-" in entity.name.rpartition(" ")[2]
        return bool(before), log(len(before) + 1) + (0 if rivals else 1.5) + (
            0.7 if near else 0
        ) + (2 if surname and not compound else 0)

    return max(exact or people or fitting, key=weight)


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
            entity.kind is NameKind.PERSON
            and len(form) == 1
            and any(form[0] == other[-1] for other in entity.forms if len(other) > 1)
        )
    bodies = (name.kind is NameKind.BODY) + (entity.kind is NameKind.BODY)
    if bodies:
        return any(_same_body(form, other) for other in entity.forms) and (
            bodies == 2 or (len(form) == 1 and not name.honorific)
        )
    if len(form) == 1 and " " not in entity.name:
        return False
    return any(_same_person(form, other) for other in entity.forms)


def _same_body(form: tuple[str, ...], other: tuple[str, ...]) -> bool:
    few, many = sorted((form, other), key=len)
    if len(few) == 1:
        letters = "".join(word[0] for word in many if word not in ("of", "and", "the", "for"))
        return few[0] in (many[0], letters) and few[0] not in word_list("bodies")
    if not is_body(few[-1]):
        return few == many[: len(few)]
    return (few[-1] == many[-1] and few[0] == many[0]) or few == many[: len(few)]


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
            or (few[0] in many[-2:])
        )
    if few[-1] != many[-1]:
        return (len(few) < len(many) and few == many[-len(few) :]) or few == many[: len(few)]
    first, second = few[0], many[0]
    if set(few) <= set(many):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return second in full_forms().get(first, ()) or first in full_forms().get(second, ())


def _settle_unknown(entities: list[Entity]) -> None:
    """Takes names of two to four words for persons where nothing speaks against it."""
    for entity in entities:
        longest = max((len(form) for form in entity.forms), default=1)
        if entity.kind is not NameKind.UNKNOWN or not 2 <= longest <= 4 or is_body(entity.surname):
            continue
        shorts = {form[0] for form in entity.forms if len(form) == 1}
        full = max(entity.forms, key=len)
        alone = full[-1] not in shorts
        if (full[0] in shorts and alone) or (alone and len(entity.mentions) > 2):
            entity.kind = NameKind.BODY
        else:
            entity.kind = NameKind.PERSON
