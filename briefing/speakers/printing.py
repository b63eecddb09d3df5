"""Turns an entity into the speaker that is printed: name, position, grade, confidence, why."""

from unicodedata import normalize

from briefing.domain import Grade, Span, Speaker
from briefing.speakers.entities import Entity
from briefing.speakers.scene import Scene
from briefing.speakers.settling import noun_class_of, settle_post
from briefing.speakers.soundness import sound_name
from briefing.speakers.ways import Way
from briefing.speakers.words import GARBLED

NOBODY = Speaker(name=None, confidence=0.0, evidence=("the text does not tell who",))
# Share of right speakers by way of reference, on 167 labelled articles of PolNeAR (train).
CONFIDENCE = {
    Way.NAME: 0.97,
    Way.PERSONAL: 0.91,
    Way.RELATIVE: 0.75,
    Way.OTHER: 0.6,
    Way.JOINT: 0.75,
    Way.DESCRIBED: 0.75,
    Way.TAKEN_UP: 0.78,
    Way.CONTINUED: 0.8,
}


def print_speaker(
    scene: Scene, entity: Entity | None, home: str, way: Way, source: tuple[Span, ...]
) -> Speaker:
    """The speaker for an entity; `home` is the article's country, `source` the words that refer."""
    name = "" if entity is None else print_name(entity)
    if entity is None or not name:
        return NOBODY
    post = settle_post(scene, entity, home)
    text = scene.reading.text
    evidence = [f"{way}: {' '.join(span.of(text) for span in source)}" if source else str(way)]
    evidence += [f"described as: {fact.of(text)}" for fact in entity.facts[:2]]
    return Speaker(
        name=mend(name),
        position=None if post.position.lower() in {"", name.lower()} else post.position,
        affiliation=post.affiliation or None,
        status=post.status,
        grade=grade_of(entity),
        mentions=tuple(entity.mentions),
        descriptions=tuple(dict.fromkeys(entity.facts)),
        members=tuple(filter(None, map(print_name, entity.members))),
        principal=entity.principal.name if entity.principal else None,
        confidence=CONFIDENCE[way],
        evidence=tuple(evidence),
    )


def mend(name: str) -> str:
    """A name whose accented letters were decoded wrongly, as it should read; others unchanged.

    >>> mend("FranÃ§ois Bé"), mend("FranÃ§ois Roy")
    ('FranÃ§ois Bé', 'François Roy')
    """
    whole = normalize("NFC", name)
    if not GARBLED & set(whole):
        return name
    try:
        right = whole.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name
    return mend(right)


def print_name(entity: Entity) -> str:
    """The name of an entity, of joint ones those that can be printed; empty for none."""
    if entity.members:
        names = [print_name(member) for member in entity.members]
        return " + ".join(dict.fromkeys(filter(None, names)))
    return sound_name(entity.name, named=entity.named)


def grade_of(entity: Entity) -> Grade:
    """How far a source is on record: a name, a document, one unnamed person, a group."""
    if entity.members:
        named = all(member.named for member in entity.members)
        return Grade.NAMED if named else Grade.COLLECTIVE
    kind = noun_class_of(entity)
    if not entity.named and kind == "document":
        return Grade.DOCUMENT
    if entity.named:
        return Grade.NAMED
    return Grade.UNNAMED if kind == "position" and not entity.plural else Grade.COLLECTIVE
