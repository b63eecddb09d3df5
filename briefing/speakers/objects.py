"""The bodies and places that prepositions tie to a position or a document."""

from itertools import pairwise

from briefing.speakers.clauses import STOPS
from briefing.speakers.lexicons import countries, is_body, is_place, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

OWNING = frozenset({"of", "for"})
PAYING = frozenset({"commissioned", "financed", "funded", "ordered", "paid", "requested"})
OBJECTS = word_set("positions objects")


def object_after(scene: Scene, begin: int, last: int, *, places: bool = True) -> str:
    """The body, or else the place, that a phrase is tied to by `at`, `of`, `for`, `with`."""
    words = scene.reading.words
    for number in range(begin, last - 1):
        if words[number].low not in ("at", "of", "for", "with", "from", "in", "on", "to"):
            continue
        found = object_at(scene, number + 1, last)
        if all(part.lower() in word_list("portfolios") for part in found.split()):
            continue
        adjective = found in countries() and found in countries()[found].adjectives
        if not found or (is_place(found) and not adjective and words[number].low not in OWNING):
            continue
        if places or not is_place(found):
            return found
    return ""


def object_at(scene: Scene, begin: int, last: int) -> str:
    """The name right behind a preposition, or the noun phrase of a body."""
    words = scene.reading.words
    if scene.is_inside_name(begin - 1):
        return ""
    while begin < last and words[begin].low in ("the", "a", "an", "its", "his", "her", "their"):
        begin += 1
    for _, name in scene.names_between(begin, last):
        if name.kind is NameKind.PERSON and name.start == begin:
            return ""
        gap = words[begin : name.start]
        apposed = bool(gap) and is_body(gap[-1].low)  # `the patients’ group Clear Air`
        if any(w.low in OBJECTS or w.text in STOPS or (w.possessive and not apposed) for w in gap):
            break
        if any(is_body(one.low) and two.low.endswith("ing") for one, two in pairwise(gap)):
            break  # `the committee investigating the Weir attack`
        end = name.end
        for number in range(name.end, min(name.end + 3, last)):
            if words[number].low in OBJECTS or words[number].text in STOPS:
                break
            if is_body(words[number].low) and not words[number].capital:
                end = number + 1
        return scene.reading.between(name.start, end)
    return _body_phrase(scene, begin, last)


def _body_phrase(scene: Scene, begin: int, last: int) -> str:
    """The noun phrase of a body that begins at a word: `the select committee`; else nothing."""
    words = scene.reading.words
    stop = begin
    while (
        stop < last
        and words[stop].low not in OBJECTS
        and words[stop].text not in STOPS
        and (words[stop].low not in ("who", "and", "until"))
    ):
        stop += 1
    acting = (n for n in range(begin + 1, stop) if words[n].low.endswith("ing"))
    stop = next((n for n in acting if is_body(words[n - 1].low)), stop)
    if stop > begin and is_body(words[stop - 1].low):
        while stop + 1 < last and words[stop].low == "of" and words[stop + 1].capital:
            stop = next((n for n in range(stop + 1, last) if not words[n].capital), last)
        return scene.reading.between(begin, stop)
    return ""


def issuer(scene: Scene, first: int, last: int) -> str:
    """The body that issued the document or heads the group that words `[first, last)` name."""
    words = scene.reading.words
    ties = [n for n in range(first, last - 1) if words[n].low in ("by", "from", "of", "at")]
    ties.sort(key=lambda n: bool(PAYING & {word.low for word in words[max(first, n - 2) : n]}))
    for number in ties:
        found = object_at(scene, number + 1, last) or _office_at(scene, number + 1, last)
        if found and not is_place(found):
            return found
    for _, name in scene.names_between(first, last):
        if name.kind is NameKind.BODY:
            return scene.reading.between(name.start, name.end)
    return _maker(scene, first, last)


def _office_at(scene: Scene, begin: int, last: int) -> str:
    """The office in capitals that stands for a body: `a report by the Auditor General`; or ''."""
    words = scene.reading.words
    begin += begin < last and words[begin].low == "the"
    stop = begin
    while stop < last and words[stop].capital:
        stop += 1
    office = stop > begin + 1 and words[begin - 1].low == "the"
    return scene.reading.between(begin, stop) if office and words[begin - 2].low == "by" else ""


def _maker(scene: Scene, first: int, last: int) -> str:
    """The body that made a document by a clause: `an inventory that the institute made`."""
    words = scene.reading.words
    that = next((n for n in range(first, last - 1) if words[n].low in ("that", "which")), None)
    if that is None:
        return ""
    begin = that + 1 + (words[that + 1].low in ("the", "a", "its", "his", "her", "their"))
    body = begin + 1 < last and is_body(words[begin].low) and not words[begin].possessive
    return words[begin].text if body and words[begin].text.islower() else ""


def settlement(scene: Scene, noun: str) -> str:
    """The name of the village or town that a noun takes up: `the village of San Telmo`; or ''."""
    if noun not in word_set("names settlements"):
        return ""
    words = scene.reading.words
    for name in scene.names:
        before = [word.low for word in words[max(0, name.start - 2) : name.start]]
        if before == [noun, "of"]:
            return scene.reading.between(name.start, name.end)
    return ""
