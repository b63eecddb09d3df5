"""Joint sources: their parts, and what is joined of several that an article names."""

from collections.abc import Sequence
from itertools import pairwise

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import (
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    head_name,
    noun_class,
    parse_phrase,
)
from briefing.speakers.words import Word

SINGLED = frozenset({"both", "even", "neither", "either", "some", ","})
KIN = word_set("described kin")
LOOSE = word_set("sources loose")
REACH = 8  # words behind `and` within which the second of two persons is named
TIES = frozenset({"of", "by", "from", "for", "in", "at"})


def joint_parts(scene: Scene, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a joint source, one part for a single one."""
    words = scene.reading.words
    examples = _examples(scene, first, last)
    if examples:
        return examples
    for cut in range(first + 1, last - 1):
        if words[cut].low not in ("and", "&", "or", "nor") or scene.is_inside_name(cut):
            continue
        if any(
            words[n].low in ("who", "which", "whose", "that", "including")
            and n + 1 < cut
            and not _bracketed(words, n, cut)
            for n in range(first, cut)
        ):
            break
        if _names_again(words, cut, last):
            break
        if _shares_object(scene, first, cut, last):
            continue
        left = _left_parts(scene, first, cut)
        right = (cut + 1, last)
        if left and _stands_alone(scene, *right):
            return [*left, right]
    return [(first, last)]


def _examples(scene: Scene, first: int, last: int) -> list[tuple[int, int]]:
    """The two or more that stand for a group: `critics like Ana Ruiz and Bo Lind`; else none."""
    words = scene.reading.words
    opened = next((n for n in range(first + 1, last) if _opens_examples(words, n)), last)
    names = list(scene.names_between(opened, last))
    if len(names) < 2 or not noun_class(words[parse_phrase(scene, first, opened).head].low):
        return []
    people = [name for number, name in names if scene.owner[number].kind is NameKind.PERSON]
    return [(name.first, name.end) for name in people] if len(people) > 1 else []


def _opens_examples(words: tuple[Word, ...], number: int) -> bool:
    """Whether examples begin behind a word: `like`, `such as`."""
    low = words[number].low
    return low == "like" or (low == "as" and words[number - 1].low == "such")


def _shares_object(scene: Scene, first: int, cut: int, last: int) -> bool:
    """Whether `and` joins the objects of one preposition: `residents of Skarvik and Lowland`."""
    words = scene.reading.words
    tie = next((n for n in range(cut - 1, first, -1) if words[n].low in TIES), -1)
    if tie < 0 or scene.is_inside_name(tie) or not noun_class(words[tie - 1].low):
        return False
    if noun_class(words[tie - 1].low) == "body" and words[cut + 1].low == "the":
        return False  # `the union of clerks ABC and the Chamber of Ships`
    left = list(scene.names_between(tie + 1, cut))
    right = list(scene.names_between(cut + 1, last))
    if not left or not right or right[0][1].first > cut + 2:
        return False
    if right[0][1].end < last and words[right[0][1].end].text not in (",", "("):
        return False
    if left[-1][1].end < cut - 1:
        return False
    kinds = {scene.owner[left[-1][0]].kind, scene.owner[right[0][0]].kind}
    return NameKind.PERSON not in kinds


def _names_again(words: tuple[Word, ...], cut: int, last: int) -> bool:
    """Whether `or` gives a short form: `the Growers’ League, or GL`."""
    return words[cut].low == "or" and words[cut - 1].text == "," and last - cut == 2


def _bracketed(words: tuple[Word, ...], at: int, cut: int) -> bool:
    """Whether a clause that begins at a word is closed by a comma right before the cut."""
    return words[cut - 1].text == "," and words[at - 1].text == ","


def _left_parts(scene: Scene, first: int, cut: int) -> list[tuple[int, int]]:
    """The parts before `and`: one, or those of a list; empty where they cannot stand alone."""
    words = scene.reading.words
    last = cut - 1 if words[cut - 1].text == "," else cut
    commas = [n for n in range(first, last) if words[n].text == ","]
    edges = [first - 1, *commas, last]
    parts = [(before + 1, after) for before, after in pairwise(edges) if after > before + 1]
    if len(parts) == 2 and _apposed(scene, parts[1], cut):
        return []
    told = _counted(words[first]) or _tells_two(scene, first, cut)
    if len(parts) == 2 and told and _stands_alone(scene, *parts[1]):
        return parts[1:]
    if all(_stands_alone(scene, *part) for part in parts):
        return parts
    if commas and words[cut - 1].text != ",":
        return []
    return [(first, last)] if _stands_alone(scene, first, last) else []


def _apposed(scene: Scene, part: tuple[int, int], cut: int) -> bool:
    """Whether what follows a comma explains the name before it: `Ana Ruiz, a poet and …`.

    Also `Ana Ruiz, the mayor’s cousin and her rival`, but not `Ana Ruiz, the mayor and her aunt`.
    """
    words = scene.reading.words
    if words[cut - 1].text == ",":
        return False
    if words[part[0]].low in ("a", "an"):
        return True
    if words[cut + 1].low not in OWNERS or head_name(scene, parse_phrase(scene, *part)) is not None:
        return False
    other = next((n for n in range(cut + 2, cut + 5) if noun_class(words[n].low)), cut)
    return noun_class(words[other].low) == "position" and words[other].low not in KIN


def _counted(word: Word) -> bool:
    """Whether a phrase announces how many names follow: `Two witnesses, A and B`."""
    return word.low in ("two", "three", "four", "both", "brothers", "sisters")


def _tells_two(scene: Scene, first: int, cut: int) -> bool:
    """Whether an office tells what two persons are: `the ministers of roads and tides, A and B`."""
    words = scene.reading.words
    people = [
        name
        for number, name in scene.names_between(first, cut + REACH)
        if scene.owner[number].kind is NameKind.PERSON
    ]
    phrase = parse_phrase(scene, first, cut)
    beside = any(name.end == cut for name in people) and any(n.first == cut + 1 for n in people)
    group = noun_class(words[phrase.head].low) == "group"
    return group and phrase.determiner not in ("", "a", "an") and beside


def _stands_alone(scene: Scene, first: int, last: int) -> bool:
    """Whether a part of a coordination can be a source by itself."""
    words = scene.reading.words
    if last <= first:
        return False
    if words[first].low in PRONOUNS and last - first == 1:
        return True
    while first < last - 1 and words[first].low in SINGLED:
        first += 1
    if words[first].low in PRONOUNS and last - first == 1:
        return True
    phrase = parse_phrase(scene, first, last)
    number = head_name(scene, phrase)
    if number is not None:
        return True
    if (
        words[first].low in ("an", "a")
        and words[first - 1].low == "and"
        and (words[first - 2].text != ",")
    ):
        return False
    if any(words[n].low in PREPOSITIONS for n in range(phrase.first, phrase.head)):
        return False
    if (
        phrase.determiner == "the"
        and words[phrase.first].capital
        and any(scene.names_between(phrase.first, phrase.head))
    ):
        return True  # `the Ruiz newspaper chain`
    determined = bool(phrase.determiner) or words[phrase.first - 1].low in ("two", "three")
    kind = noun_class(words[phrase.head].low)
    low = words[phrase.head].low
    if words[phrase.first - (phrase.first > 0)].low in LOOSE or words[phrase.first].low in LOOSE:
        kind = kind or ("group" if low.endswith("s") else "")
    return kind == "group" or (bool(kind) and determined) or words[first].possessive


def join(scene: Scene, members: Sequence[Entity], spans: Sequence[Span]) -> Entity | None:
    """The joint entity of several, made anew where they were not joined before."""
    members = list(dict.fromkeys(members))
    if len(members) < 2:
        return members[0] if members else None
    span = Span(spans[0].start, spans[-1].end)
    for known in scene.by_head.get("joint", ()):
        if known.members == tuple(members):
            scene.mention(known, span)
            return known
    joint = Entity(" + ".join(member.name for member in members), NameKind.PERSON)
    joint.plural, joint.members, joint.named = True, tuple(members), False
    scene.add(joint, "joint")
    scene.mention(joint, span)
    return joint


def join_neighbours(scene: Scene) -> None:
    """Joins the persons or bodies that are named side by side: `Ana Ruiz and Bo Lind`."""
    words = scene.reading.words
    for number, (one, other) in enumerate(pairwise(scene.names)):
        members = scene.owner[number], scene.owner[number + 1]
        if [word.low for word in words[one.end : other.first]] != ["and"] or members[0] is members[
            1
        ]:
            continue
        if all(member.kind in (NameKind.PERSON, NameKind.BODY) for member in members):
            span = Span(words[one.first].start, words[other.end - 1].end)
            join(scene, members, (span,))
