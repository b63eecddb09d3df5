"""The two that a source means without naming them: `both`, `the two`, `the two women`."""

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.joints import join
from briefing.speakers.lexicons import countries, is_body, is_position, singular
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase
from briefing.speakers.words import Word

TWO = frozenset({"two", "pair", "couple", "duo"})
LANDS = frozenset({"countries", "nations"})


def find_pair(scene: Scene, first: int, phrase: Phrase) -> Entity | None:
    """The two persons named last that `the two`, `both ministers`, `the couple` mean, or None."""
    words = scene.reading.words
    head = words[phrase.head].low
    office = singular(head)
    if (is_body(office) or office == "body") and head not in {office} | LANDS:
        return _find_bodies(scene, first, phrase)
    if (
        phrase.determiner in ("a", "an")
        or not _means_two(words, first, phrase)
        or not (is_position(office) or head in TWO | LANDS)
    ):
        return None
    offset = words[first].start
    last = []
    for number, entity in enumerate(scene.entities):
        country = countries().get(entity.name) if head in LANDS else None
        if head in LANDS and country is not None and entity.name == country.name:
            last.append((entity.seen_at(offset), number))
        if entity.kind is not NameKind.PERSON or not entity.named or entity.plural:
            continue
        before = entity.seen_at(offset)
        sex = {"man": "m", "woman": "f"}.get(office, "")
        if before >= 0 and (head in TWO or office in entity.heads or (sex and entity.sex() == sex)):
            last.append((before, number))
    last = [(before, number) for before, number in last if before >= 0]
    if len(last) < 2 or (head in LANDS and len(last) > 2):
        return None
    span = Span(words[first].start, words[phrase.last - 1].end)
    return join(scene, [scene.entities[number] for _, number in sorted(last)[-2:]], (span,))


def _find_bodies(scene: Scene, first: int, phrase: Phrase) -> Entity | None:
    """The bodies that have spoken together, as `the two bodies`, `the groups` take them up."""
    words = scene.reading.words
    offset = words[first].start
    two = _means_two(words, first, phrase)
    alone = phrase.determiner == "the" and phrase.last == phrase.head + 1 == phrase.first + 1
    known = [
        (joint.seen_at(offset), number)
        for number, joint in enumerate(scene.by_head.get("joint", ()))
        if all(member.kind is NameKind.BODY for member in joint.members)
        and (len(joint.members) == 2 or not two)
    ]
    where, number = max(known, default=(-1, 0))
    far = where < 0 or scene.paragraph(offset) - scene.paragraph(where) > 1
    if far or not (two or alone) or not scene.turns.count(scene.by_head["joint"][number], offset):
        return None
    return scene.by_head["joint"][number]


def _means_two(words: tuple[Word, ...], first: int, phrase: Phrase) -> bool:
    """Whether a phrase means two: `the two`, `the two women`, `both ministers`, `the couple`."""
    lows = [word.low for word in words[max(0, first - 1) : phrase.last]]
    head = words[phrase.head].low
    counted = lows[:2] == ["both", head] or ("the" in lows[:2] and "two" in lows[:3])
    return (counted or head in TWO - {"two"}) and phrase.last == phrase.head + 1


def find_both(scene: Scene, number: int) -> Entity | None:
    """The two named side by side right before `both` or `neither`; None where they are not."""
    words = scene.reading.words
    offset, here = words[number].start, words[number].sentence
    known = [(joint.seen_at(offset), n) for n, joint in enumerate(scene.by_head.get("joint", ()))]
    where, latest = max(known, default=(-1, 0))
    if words[number].low not in ("both", "neither") or where < 0:
        return None
    joint = scene.by_head["joint"][latest]
    place = words[scene.reading.at(where)].sentence
    between = scene.names_between(scene.reading.at(where), number)
    others = {scene.owner[n] for n, _ in between} - set(joint.members)
    rivals = any(other.kind is NameKind.PERSON for other in others)
    if len(joint.members) != 2 or here - place > 1 or rivals:
        return None
    scene.mention(joint, Span(offset, words[number].end))
    return joint
