"""Builds one entity per person or body from the names that mention it."""

from collections import Counter
from collections.abc import Sequence

from briefing.domain import Span
from briefing.speakers.acronyms import find_short
from briefing.speakers.bynames import byname_in
from briefing.speakers.coreference import Directory, find_entity
from briefing.speakers.entities import Entity, gender_weight, name_form, plain
from briefing.speakers.kinsfolk import KIN, find_relatives
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_document,
    is_plural_position,
    is_position,
    mapping,
    word_list,
)
from briefing.speakers.names import Name, NameKind
from briefing.speakers.spelling import find_misspelled
from briefing.speakers.words import Reading, Word, is_function

PROFESSORS = frozenset({"prof", "professor"})
ASIDES = frozenset({"of", "with", "against", "like", "about", "than", "for", "from"})


def gather_entities(
    reading: Reading, names: Sequence[Name]
) -> tuple[list[Entity], dict[int, Entity]]:
    """The entities of an article and, for each name by its number, its entity."""
    entities: list[Entity] = []
    owner: dict[int, Entity] = {}
    directory = Directory()
    long = [(n, name) for n, name in enumerate(names) if name.end - name.start > 1]
    short = [(n, name) for n, name in enumerate(names) if name.end - name.start == 1]
    # Forms of address and hyphens tell namesakes apart.
    short.sort(key=lambda one: (not one[1].honorific, "-" not in reading.words[one[1].start].text))
    for number, name in long + short:
        owner[number] = _place(reading, name, entities, directory)
    for entity in entities:
        entity.mentions.sort()
        _choose_name(entity)
    _settle_unknown(reading, entities)
    _note_given(entities)
    meant = find_misspelled(entities) | find_relatives(entities)
    for entity, other in meant.items():
        _absorb(other, entity)
    owner = {number: meant.get(entity, entity) for number, entity in owner.items()}
    return [entity for entity in entities if entity not in meant], owner


def _absorb(entity: Entity, other: Entity) -> None:
    """Takes the names and mentions of another entity for those of this one."""
    entity.forms += [form for form in other.forms if form not in entity.forms]
    entity.mentions = sorted({*entity.mentions, *other.mentions})
    entity.facts += other.facts
    entity.heads |= other.heads
    entity.honorifics |= other.honorifics
    entity.gender += other.gender
    entity.spellings += other.spellings
    _choose_name(entity)


def _place(reading: Reading, name: Name, entities: list[Entity], directory: Directory) -> Entity:
    text = reading.between(name.start, name.end)
    form = name_form(text)
    if name.honorific in word_list("kept_honorifics") and name.end - name.start == 1:
        text = reading.between(name.start - 1, name.end)
    heads = frozenset(word.low for word in reading.words[name.title[0] : name.title[1]])
    heads = frozenset(mapping("titles").get(low, low) for low in heads)
    entity = find_entity(form, name, directory.near(form), reading.words[name.start].start, heads)
    if entity is None:
        entity = Entity(text, name.kind)
        last = reading.words[name.end - 1].low
        entity.plural = name.kind is NameKind.UNKNOWN and is_plural_position(last)
        entities.append(entity)
    fresh = text not in entity.spellings
    entity.spellings[text] += 1
    if form not in entity.forms:
        entity.forms.append(form)
        directory.add(entity, form)
    if fresh:
        _choose_name(entity)
    if name.kind is NameKind.PERSON and entity.kind is NameKind.UNKNOWN:
        entity.kind = NameKind.PERSON
    words = reading.words
    entity.mentions.append(Span(words[name.first].start, words[name.end - 1].end))
    kin = name.end == name.start + 1 and bool(heads & KIN)  # `whose sister Ida left`
    if kin or _is_aside(words, name.first):
        entity.asides.add(words[name.first].start)
    byname = byname_in(text)
    if byname and name_form(byname) not in entity.forms:
        entity.forms.append(name_form(byname))
        directory.add(entity, name_form(byname))
    acronym = plain(find_short(reading, name.start, name.end))
    if acronym:
        entity.forms.append((acronym,))
        directory.add(entity, (acronym,))
    _note_address(reading, name, entity)
    _note_apposition(reading, name, entity)
    return entity


def _is_aside(words: tuple[Word, ...], first: int) -> bool:
    """Whether a mention hangs on a preposition: `mother of the victim Bo Lind`.

    Not one that opens its sentence: `For Ana Ruiz, the news came late.`
    """
    if first > 1 and words[first - 1].low == "for" and words[first - 1].capital:
        return False
    if first and words[first - 1].low in ASIDES:
        return True
    before = [word.low for word in words[max(0, first - 4) : first]]
    return "of" in before and all(low[0].isalpha() for low in before[before.index("of") :])


def _choose_name(entity: Entity) -> None:
    """Names an entity by its fullest spelling, the one with the most frequent surname first."""
    spellings = entity.spellings
    if len(spellings) == 1:
        entity.name = next(iter(spellings))
        return
    last = Counter(word for text in spellings.elements() for word in name_form(text)[-1:])

    def weight(text: str) -> tuple[int, int, int, int, int, int]:
        form = name_form(text)
        given = int(" " in text and form[0] in mapping("given_names"))
        surname = last[form[-1]] if len(last) > 1 else 0
        return given, len(form), surname, spellings[text], text.count("-"), len(text)

    entity.name = max(spellings, key=weight)


def _note_address(reading: Reading, name: Name, entity: Entity) -> None:
    """Keeps what title, form of address and given name tell."""
    if name.honorific:
        entity.honorifics.add(name.honorific)
        sex = mapping("honorifics")[name.honorific]
        entity.gender[sex] += 4
        if name.honorific in PROFESSORS:
            entity.heads.add("professor")
    first, last = name.title
    for word in reading.words[first:last]:
        full = mapping("titles").get(word.low, word.low)
        if word.low not in mapping("honorifics") and (is_position(full) or not is_document(full)):
            entity.heads.add(full)
        sex = mapping("gendered_nouns").get(word.low, "")
        if sex:
            entity.gender[sex] += gender_weight(word.low)
    if last:
        entity.facts.append(Span(reading.words[first].start, reading.words[last - 1].end))
    if name.end - name.start > 1 and entity.kind is NameKind.PERSON:
        given = mapping("given_names").get(reading.words[name.start].low.partition("-")[0], "u")
        entity.gender[given] += 1


def _note_apposition(reading: Reading, name: Name, entity: Entity) -> None:
    """Keeps the offices of an apposition behind a full name: `Ana Ruiz, mayor of Lund`.

    They tell namesakes apart before all else that is said of them is read.
    """
    words = reading.words
    at = name.end + 1
    if name.end - name.start < 2 or at >= len(words) or words[name.end].text != ",":
        return
    found = set()
    at += words[at].low in ("a", "an", "the")
    while at < len(words) and words[at].sentence == words[name.end].sentence:
        word = words[at]
        if is_function(word) or word.possessive or not word.text[0].isalpha():
            break
        found |= {word.low} if is_position(word.low) else set()
        at += 1
    if found and not words[at - 1].capital:
        entity.heads |= found


def _note_given(entities: list[Entity]) -> None:
    """Keeps what a given name tells of somebody who is never named in full: `Melanie`."""
    for entity in entities:
        if all(len(form) == 1 for form in entity.forms) and not entity.sex():
            given = mapping("given_names").get(entity.forms[0][0], "u")
            entity.gender[given] += 1


def _is_thing(name: str) -> bool:
    """Whether a name without a given name has a word that no person's name has: `North Weir`."""
    first, *rest = parts = name.lower().replace("’", "'").split()
    if not rest:
        return True
    if first in mapping("given_names"):
        return False
    return any(
        part in word_list("things") or part in word_list("places") or is_body(part)
        for part in parts
    ) or any(part in countries() for part in name.split())


def _is_titled(reading: Reading, entity: Entity) -> bool:
    """Whether a name stands behind `the` wherever it is, as titles do: `“The Clear Weir”`."""
    if entity.forms[0][0] in mapping("given_names"):
        return False
    before = (reading.at(mention.start) - 1 for mention in entity.mentions)
    return all(number >= 0 and reading.words[number].low == "the" for number in before)


def _settle_unknown(reading: Reading, entities: list[Entity]) -> None:
    """Takes names of two to four words for persons where nothing speaks against it."""
    for entity in entities:
        longest = max((len(form) for form in entity.forms), default=1)
        if entity.kind is not NameKind.UNKNOWN or not 2 <= longest <= 4 or is_body(entity.surname):
            continue
        shorts = {form[0] for form in entity.forms if len(form) == 1}
        full = max(entity.forms, key=len)
        alone = full[-1] not in shorts and not any(
            form != full and form == full[-len(form) :] for form in entity.forms
        )
        if (full[0] in shorts and alone) or (alone and len(entity.mentions) > 2):
            entity.kind = NameKind.BODY
        elif not (_is_thing(entity.name) or _is_titled(reading, entity)):
            entity.kind = NameKind.PERSON
