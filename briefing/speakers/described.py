"""Sources that are described, not named: the entity a description goes back to, or a new one."""

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import is_body, mapping, singular
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import OWNERS, PRONOUNS, Phrase, noun_class

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
CUTS = (",", " – ", " — ", " - ", "(", "--")


def description_of(scene: Scene, phrase: Phrase) -> str:
    """The words of a description without article, up to the first comma, dash or bracket."""
    words = scene.reading.words
    text = scene.reading.text[words[phrase.first].start : words[phrase.last - 1].end]
    for cut in CUTS:
        text = text.partition(cut)[0]
    text = " ".join(text.split())
    first = words[phrase.first]
    named = any(name.first <= phrase.first < name.end for _, name in
                scene.names_between(max(0, phrase.first - 4), phrase.last))
    return text if named or first.text.isupper() else text[:1].lower() + text[1:]


def resolve_description(scene: Scene, phrase: Phrase, owner: Entity | None) -> Entity:
    """The entity that a description refers to, made anew where it is the first of its kind."""
    head = scene.reading.words[phrase.head].low
    offset = scene.reading.words[phrase.first].start
    if phrase.determiner in DEFINITE or not phrase.determiner:
        found = _earlier(scene, phrase, head, offset)
        if found is not None:
            return found
    return _introduce(scene, phrase, head, owner)


def _earlier(scene: Scene, phrase: Phrase, head: str, offset: int) -> Entity | None:
    """The entity mentioned last before an offset that the description's head noun fits."""
    words = scene.reading.words
    core = [words[n].low for n in range(phrase.first, phrase.head)]
    full = phrase.last > phrase.head + 1
    kind = noun_class(head)
    best, place = None, -1
    for entity in scene.entities:
        seen = [m.start for m in entity.mentions if m.start < offset]
        if not seen or not _fits(entity, head, core, kind, full):
            continue
        if max(seen) > place:
            best, place = entity, max(seen)
    return best if phrase.determiner or (best is not None and not best.named) else None


def _fits(entity: Entity, head: str, core: list[str], kind: str, full: bool) -> bool:
    """Whether a description with a head noun and the words before it can mean an entity."""
    if full:
        return False
    if head in entity.heads:
        words = {word for form in entity.forms for word in form} | entity.heads
        return entity.named or all(word in words for word in core)
    if kind == "body" and entity.kind is NameKind.BODY:
        return any(head in form or singular(head) in form for form in entity.forms)
    return False


def _introduce(scene: Scene, phrase: Phrase, head: str, owner: Entity | None) -> Entity:
    """A new entity for a description, or the one already described in the same words."""
    text = description_of(scene, phrase)
    if owner is not None and owner.name:
        text = f"{owner.name}'s {text}"
    words = scene.reading.words
    span = Span(words[phrase.first].start, words[phrase.last - 1].end)
    for entity in scene.entities:
        if not entity.named and entity.name.casefold() == text.casefold():
            entity.mentions.append(span)
            return entity
    kind = noun_class(head)
    entity = Entity(text, NameKind.PERSON if kind in ("position", "group") else NameKind.UNKNOWN)
    if kind == "body" or is_body(head):
        entity.kind = NameKind.BODY
    entity.named = False
    entity.plural = kind == "group"
    entity.principal = owner
    entity.forms.append(tuple(word.low for word in words[phrase.first : phrase.last]))
    entity.heads.add(head)
    sex = mapping("gendered_nouns").get(singular(head), "")
    if sex:
        entity.gender[sex] += 3
    entity.mentions.append(span)
    entity.facts.append(span)
    scene.entities.append(entity)
    return entity


def is_owned(phrase: Phrase) -> bool:
    """Whether a description begins with a possessive pronoun."""
    return phrase.determiner in OWNERS and phrase.determiner in PRONOUNS
