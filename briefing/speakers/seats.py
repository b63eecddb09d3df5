"""The body or community that a bare office is of, by what the article has named before it."""

from briefing.speakers.countries import dateline_town
from briefing.speakers.entities import Entity, Post
from briefing.speakers.lexicons import is_body, is_document, is_place, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.objects import settlement
from briefing.speakers.scene import Scene

GOVERNORS = frozenset({"governor", "deputy governor", "vice governor", "acting governor"})
BANKS = ("bank of", "central bank", "national bank", "reserve bank", "state bank")
REGIONS = frozenset({"prefecture", "province", "region", "county", "oblast"})
TOWNS = frozenset({"city", "town", "village", "borough", "municipal"})
# Offices that any body may have; without one behind them they are of the body at hand.
MANAGERS = word_list("managers")
STATE_CHIEFS = frozenset({"secretary", "constable", "justice", "minister", "prosecutor", "chief"})
BEFORE = 1  # paragraphs before an office in which its body may be named
OWNED = 4  # words that may stand between an owner and an office
FINITE = word_set("soundness finite")
ADVOCATES = word_set("seats advocates")


def find_seat(scene: Scene, entity: Entity, post: Post) -> str:
    """The seat of an office that does not say whose it is; '' where none or several can be.

    `General Manager Ana Ruiz` behind a sentence on the Lock Authority; `Governor Bo Lind` of the
    bank that cut its rate; `City Clerk Ana Ruiz` of the town in the dateline.
    """
    if not (post.position and entity.named and entity.mentions):
        return ""
    if entity.kind is not NameKind.PERSON:
        return ""
    office = post.position.lower()
    offset = _named_at(scene, entity)
    inside = office.replace("-", " ").split()
    if inside[0] in TOWNS:
        return _community(scene, inside[0])
    if office in GOVERNORS:
        return _bank(scene, offset) or _region(scene)
    if inside[-1] == "mep":
        return _parliament(scene)
    if inside[-1] in ADVOCATES:
        return _owner_before(scene, inside[-1], offset)
    chief = inside[0] == "chief" and inside[-1] not in STATE_CHIEFS
    return _body_at_hand(scene, entity, offset) if office in MANAGERS or chief else ""


def _named_at(scene: Scene, entity: Entity) -> int:
    """Where an entity is named first, its title included."""
    found = (name.first for at, name in enumerate(scene.names) if scene.owner.get(at) is entity)
    first = next(found, None)
    return entity.mentions[0].start if first is None else scene.reading.words[first].start


def _community(scene: Scene, noun: str) -> str:
    """The city or town an article is set in: `the city of Skarvik`, or that of its dateline."""
    return settlement(scene, noun) or dateline_town(scene)


def _bank(scene: Scene, offset: int) -> str:
    """The central bank named or described last before an offset, in the paragraph or the last."""
    near = _near(scene, offset)
    banks = [entity for entity in near if _is_bank(entity)]
    if banks:
        return banks[-1].name if len(set(banks)) == 1 else ""
    begin = _paragraph_start(scene, offset)
    return "central bank" if "central bank" in scene.reading.text[begin:offset] else ""


def _is_bank(entity: Entity) -> bool:
    name = f"{entity.name.lower()} "
    return entity.kind is NameKind.BODY and any(f"{bank} " in name for bank in BANKS)


def _region(scene: Scene) -> str:
    """The one province, prefecture or state that an article names with its noun."""
    found = {
        entity.name
        for entity in scene.entities
        if entity.named and entity.kind in (NameKind.BODY, NameKind.PLACE)
        if " " in entity.name and entity.name.rpartition(" ")[2].lower() in REGIONS
    }
    return found.pop() if len(found) == 1 else ""


def _parliament(scene: Scene) -> str:
    names = {entity.name for entity in scene.entities if entity.named}
    return next((name for name in ("European Parliament", "Parliament") if name in names), "")


def _owner_before(scene: Scene, noun: str, offset: int) -> str:
    """The named owner of an advocate who was spoken of shortly before: `the council's counsel`."""
    words = scene.reading.words
    first, last = scene.reading.at(_paragraph_start(scene, offset)), scene.reading.before(offset)
    for number in range(last - 1, first, -1):
        if words[number].low != noun or number in scene.told:
            continue
        owner = next((n for n in range(number - 1, number - OWNED, -1) if words[n].possessive), -1)
        if owner < first:
            continue
        if words[owner].capital:
            name = next(
                (one for _, one in scene.names_between(first, last) if one.end == owner + 1), None
            )
            return scene.reading.between(name.start, name.end) if name else ""
        return _named_as(scene, words[owner].low, offset)
    return ""


def _named_as(scene: Scene, noun: str, offset: int) -> str:
    """The body named last before an offset whose name has a noun: `the board's counsel`."""
    found = [
        (entity.seen_at(offset), entity.name)
        for entity in scene.entities
        if entity.named and entity.kind is NameKind.BODY and is_body(noun)
        if any(noun in form for form in entity.forms) and entity.seen_at(offset) >= 0
    ]
    return max(found)[1] if found else ""


def _body_at_hand(scene: Scene, entity: Entity, offset: int) -> str:
    """The only body that the paragraph of an office, or else the one before it, has named."""
    near = [other for other in _near(scene, offset) if other is not entity and _acts(scene, other)]
    return near[0].name if len(near) == 1 else ""


def _acts(scene: Scene, entity: Entity) -> bool:
    """Whether an entity is a body, or a name that a sentence begins with and nothing tells of."""
    last = entity.name.rpartition(" ")[2].lower()
    if is_place(entity.name) or is_document(last) or last in ("agreement", "treaty"):
        return False
    if entity.kind is NameKind.BODY:
        return " " in entity.name or not is_body(entity.name.lower())  # no `Museum` in a headline
    if entity.kind is not NameKind.UNKNOWN or entity.attested():
        return False
    words = scene.reading.words
    first = scene.reading.at(entity.mentions[0].start)
    sentences = scene.reading.sentences
    if not words[first].sentence and len({s.paragraph for s in sentences[:2]}) == 2:
        return False  # a headline tells of much
    behind = scene.reading.before(entity.mentions[0].end)
    if behind >= len(words):
        return False
    after = words[behind]
    opens = not first or words[first - 1].sentence != words[first].sentence
    acts = after.low in FINITE or after.low.endswith(("ed", "s"))
    return opens and acts and after.sentence == words[first].sentence and after.text.islower()


def _near(scene: Scene, offset: int) -> list[Entity]:
    """The named entities mentioned in the paragraph of an offset or the last, before it."""
    found = scene.trail.between(_paragraph_start(scene, offset), offset)
    at = {entity: scene.reading.at(entity.mentions[0].start) for entity in found if entity.mentions}
    return [entity for entity in at if entity.named and at[entity] not in scene.told]


def _paragraph_start(scene: Scene, offset: int) -> int:
    """Where the paragraph before that of an offset begins."""
    place = scene.paragraph(offset) - BEFORE
    sentences = scene.reading.sentences
    return next((s.span.start for s in sentences if s.paragraph >= place), 0)
