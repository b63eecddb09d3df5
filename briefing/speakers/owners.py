"""Whose a position is: the owner, body or country that stands before it."""

from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_common_noun,
    is_plural_position,
    is_position,
    word_list,
    word_set,
)
from briefing.speakers.names import Name, NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.words import SUFFIXES, Word

TRADES = word_set("positions trades")
MODIFIERS = word_set("positions modifiers")
SETTLEMENTS = word_set("names settlements")
CROWDS = word_set("owners crowds")  # that are named elsewhere if at all
CALLINGS = word_set("owners callings")  # what is done of some kind: `snow scientist`
PARTIES = frozenset({"conservative", "green", "labour", "liberal", "tory"})
KINDS = word_set("owners kinds")  # bodies that tell what somebody works in, not for whom
MINISTERS = word_set("objects ministers")
SCHOLARS = ("ologist", "ographer", "icist", "chemist")
ADJECTIVAL = ("ed", "ing", "al", "ic", "ive", "ous", "ful", "less", "ary", "time")


def find_owner(scene: Scene, begin: int, head: int, *, whole: bool) -> tuple[int, str]:
    """Where the position begins behind an owner or a naming adjective, and the owner's words.

    A `whole` title in capitals is not parted: `Local Government Minister`.
    """
    start, owner = _find_owner(scene, begin, head, whole=whole)
    words = scene.reading.words
    opens = not begin or words[begin - 1].sentence != words[begin].sentence
    alone = opens and begin < head and owner == words[begin].text and not words[begin + 1].capital
    noun = alone and owner.istitle() and owner.lower() in CROWDS
    return start, owner.lower() if noun else owner  # `Party chair Ana Ruiz` is of the party


def _find_owner(scene: Scene, begin: int, head: int, *, whole: bool) -> tuple[int, str]:
    """The same, with a noun that opens a sentence in its capital."""
    words = scene.reading.words
    for number in range(head - 1, begin - 1, -1):
        if words[number].possessive:
            body = _body_of_many(scene, number, head)
            return number + 1 + body, scene.reading.between(begin, number + 1 + body)
    if whole and words[head].capital:
        return begin, "police" if words[begin].low == "police" and begin < head else ""
    names = [
        name
        for number, name in scene.names_between(begin, head + 1)
        if name.end <= head and name.kind is not NameKind.PERSON and not _opens(scene, number, name)
    ]
    if names:
        name = names[-1]
        after = name.end - (words[name.end - 1].low in SUFFIXES and name.end - name.start > 1)
        if after < head and _owns(words[after]) and not _ranks(words[after : head + 1]):
            after += 1
        return after, scene.reading.between(name.start, after)
    if words[head].text.startswith("spokes") and _is_strange(scene, begin, head):
        return head, scene.reading.between(begin, head)  # `Clear Weir spokeswoman`
    bodies = _bodies_before(scene, begin, head)
    if bodies and words[bodies[-1]].low == "police":
        return begin, "police"
    if bodies:
        after = bodies[-1] + 1
        while after < head and words[after - 1].capital and words[after].capital:
            after += 1  # `City Attorney spokeswoman`
        return after, scene.reading.between(begin, after)
    return begin, ""


def _is_strange(scene: Scene, begin: int, head: int) -> bool:
    """Whether two or more words in capitals before an office name nobody known by a first name."""
    inside = scene.reading.words[begin:head]
    people = (scene.owner[n] for n, name in scene.names_between(begin, head) if name.end == head)
    attested = any(person.kind is NameKind.PERSON and person.attested() for person in people)
    plain = (word.capital and not is_position(word.low) for word in inside)
    return len(inside) > 1 and all(plain) and not attested


def _owns(word: Word) -> bool:
    """Whether a noun in lower case is a body that an office belongs to: no `press` secretary."""
    return is_body(word.low) and not word.capital and word.low not in TRADES


def _tells_kind(low: str) -> bool:
    """Whether the noun of a body only tells what an office is of: `District magistrate Ana Ruiz`.

    No `Council leader Ana Ruiz`, whose council is the one.
    """
    return is_body(low) and (low in SETTLEMENTS or (low.endswith("s") and not low.endswith("ss")))


def _body_of_many(scene: Scene, number: int, head: int) -> int:
    """1 where a possessive of many and a noun name a body: `the growers' group chair`; else 0."""
    words = scene.reading.words
    many = is_plural_position(words[number].low) or words[number].low in word_list("groups")
    return int(many and number + 1 < head and is_body(words[number + 1].low))


def _bodies_before(scene: Scene, begin: int, head: int) -> list[int]:
    """The nouns of bodies before an office that can tell whose it is."""
    words = scene.reading.words
    bodies = [n for n in range(begin, head) if _owns(words[n]) or words[n].capital]
    if begin and words[begin - 1].low in ("a", "an"):
        if not is_position(words[head].low):
            return []  # `a research company`
        bodies = [n for n in bodies if words[n].text not in KINDS]  # `a primary school teacher`
    bodies = [n for n in bodies if is_body(words[n].low) and not _ranks(words[n : head + 1])]
    alone = bodies == [begin] and words[begin].text.istitle() and not words[begin + 1].capital
    return [] if alone and _tells_kind(words[begin].low) else bodies


def _ranks(inside: tuple[Word, ...]) -> bool:
    """Whether a body is part of an office: `cabinet secretary`, `state minister`."""
    return inside[0].low in ("cabinet", "state") and inside[1].low in MINISTERS


def _opens(scene: Scene, number: int, name: Name) -> bool:
    """Whether a word is only taken for a name as it opens a sentence: `Scared neighbours`."""
    words = scene.reading.words
    word = words[name.start]
    if name.end - name.start > 1 or word.low in PARTIES:
        return False
    calling = words[name.end].low in CALLINGS or words[name.end].low.endswith(SCHOLARS)
    trade = calling and word.text.istitle()  # `Alpine guide Ana Ruiz`
    noun = is_common_noun(word.low) and not is_body(word.low)
    noun = word.text.istitle() and (noun or _tells_kind(word.low))
    prefixed = "-" in word.text and word.text.partition("-")[2].islower()  # `Anti-fraud campaigner`
    trade = trade or noun or prefixed
    field = word.low in word_list("portfolios") | MODIFIERS  # `Finance director Ana Ruiz`
    adjective = word.low.endswith(ADJECTIVAL)
    if not (adjective or field or trade):
        return False
    if adjective and words[name.end].capital and word.text not in countries():
        return True  # `the Medical Superintendent of the clinic`
    places = [scene.reading.at(mention.start) for mention in scene.owner[number].mentions]
    first = all(not at or words[at - 1].sentence != words[at].sentence for at in places)
    return first and word.text not in countries()
