"""The bodies and places that prepositions tie to a position or a document."""

from itertools import pairwise

from briefing.speakers.clauses import STOPS, fact_end
from briefing.speakers.lexicons import countries, is_body, is_place, word_list, word_set
from briefing.speakers.names import Name, NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.words import Word

OWNING = frozenset({"of", "for"})
PAYING = frozenset({"commissioned", "financed", "funded", "ordered", "paid", "requested"})
OBJECTS = word_set("positions objects")
# Bodies that a noun alone can name: `the police`, no `head of trust`.
PUBLIC = word_set("objects public")
ISSUED = word_set("objects issued")
FIELDS = frozenset({"health", "housing", "police", "public", "state", "city"})
PARTISAN = frozenset({"campaign", "movement", "party"})  # of which there are several
REACH = 7  # words that `by` may stand behind what a body has published
WHEN = frozenset({"last", "this", "next", "earlier", "later"})  # `the institute last year`


def object_after(scene: Scene, begin: int, last: int, *, places: bool = True) -> str:
    """The body, or else the place, that a phrase is tied to by `at`, `of`, `for`, `with`."""
    words = scene.reading.words
    for number in range(begin, last - 1):
        if words[number].low not in ("at", "of", "for", "with", "from", "in", "on", "to"):
            continue
        found = object_at(scene, number + 1, last)
        if (
            words[number].low == "of"
            and found == words[number + 1].text
            and is_bare(words[number + 1])
        ):
            continue
        if all(part.lower() in word_list("portfolios") for part in found.split()):
            continue
        if words[number].low == "in" and not any(is_body(part) for part in found.lower().split()):
            continue  # where somebody lives
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
        apposed = _heads_body(gap)  # `the patients’ group Clear Air`
        if any(w.low in OBJECTS or w.text in STOPS or (w.possessive and not apposed) for w in gap):
            break
        if any(is_body(one.low) and two.low.endswith("ing") for one, two in pairwise(gap)):
            break  # `the committee investigating the Weir attack`
        if _introduces(scene, name, last):
            continue  # `the Lima think tank Clear Weir`
        return scene.reading.between(name.start, _past_nouns(words, name.end, last))
    return _body_phrase(scene, begin, last)


def _past_nouns(words: tuple[Word, ...], begin: int, last: int) -> int:
    """Past the nouns of a body behind a name: `the Weir harbour office`."""
    end = begin
    for number in range(begin, min(begin + 3, last)):
        if words[number].low in OBJECTS or words[number].text in STOPS:
            break
        if is_body(words[number].low) and not words[number].capital:
            end = number + 1
    return end


def _heads_body(gap: tuple[Word, ...]) -> bool:
    """Whether words end with the noun of a body: `the patients’ group`, `a think tank`."""
    return bool(gap) and (is_body(gap[-1].low) or is_body(" ".join(word.low for word in gap[-2:])))


def _introduces(scene: Scene, name: Name, last: int) -> bool:
    """Whether a noun of a body and the body's name follow a place: `Lima think tank Clear Weir`."""
    words = scene.reading.words
    after = next((other for _, other in scene.names_between(name.end, last)), None)
    if after is None or name.kind is not NameKind.PLACE or after.kind is NameKind.PERSON:
        return False
    gap = words[name.end : after.first]
    plain = all(word.text.isalpha() and word.low not in OBJECTS for word in gap)
    return plain and _heads_body(gap)


def is_bare(word: Word) -> bool:
    """Whether a noun of a body behind `of` is a field of work: `head of trust`."""
    return word.text.islower() and not word.possessive and word.low not in PUBLIC


def _body_phrase(scene: Scene, begin: int, last: int) -> str:
    """The noun phrase of a body that begins at a word: `the select committee`; else nothing."""
    words = scene.reading.words
    stop = begin
    while (
        stop < last
        and words[stop].low not in OBJECTS
        and words[stop].text not in STOPS
        and (words[stop].low not in ("who", "and", "until"))
        and (stop == begin or words[stop].low not in WHEN)
    ):
        stop += 1
    acting = (n for n in range(begin + 1, stop) if words[n].low.endswith("ing"))
    stop = next((n for n in acting if is_body(words[n - 1].low)), stop)
    kept = stop > begin + 1 and words[stop - 1].low == "body"  # `the regional body`
    if stop > begin and (kept or is_body(words[stop - 1].low)):
        while stop + 1 < last and words[stop].low == "of" and words[stop + 1].capital:
            stop = next((n for n in range(stop + 1, last) if not words[n].capital), last)
        return scene.reading.between(begin, stop)
    return ""


def issuer(scene: Scene, first: int, last: int) -> str:
    """The body that issued the document or heads the group that words `[first, last)` name."""
    words = scene.reading.words
    ties = [n for n in range(first, last - 1) if words[n].low in ("by", "from", "of", "at")]
    paid = {n for n in ties if PAYING & {word.low for word in words[max(first, n - 2) : n]}}
    for number in sorted(ties, key=lambda n: n in paid):
        found = object_at(scene, number + 1, last) or _office_at(scene, number + 1, last)
        if found and not is_place(found):
            return (_by_whom(scene, number + 1, last + REACH) if number in paid else "") or found
    for _, name in scene.names_between(first, last):
        if name.kind is NameKind.BODY:
            return scene.reading.between(name.start, name.end)
    return _maker(scene, first, last) or _publisher(scene, last)


def _publisher(scene: Scene, at: int) -> str:
    """The body that published what words end at: `a rule published on Friday by the council`."""
    words = scene.reading.words
    if at >= len(words) or words[at].low not in ISSUED:
        return ""
    found = _by_whom(scene, at, at + REACH)
    return (_by_whom(scene, at + 2, at + 2 * REACH) if words[at].low in PAYING else "") or found


def _by_whom(scene: Scene, at: int, stop: int) -> str:
    """The body behind the next `by` of a clause before a word; else ''."""
    words = scene.reading.words
    end = fact_end(words, at)
    by = next((n for n in range(at, min(stop, end)) if words[n].low == "by"), end)
    return object_at(scene, by + 1, end) if by < end else ""


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
    end = begin
    while end < min(begin + 3, last - 1) and words[end].text.islower():
        if is_body(words[end].low) and not (words[end].possessive or is_body(words[end + 1].low)):
            return scene.reading.between(begin, end + 1)
        end += 1
    return ""


def body_named(scene: Scene, noun: str, offset: int) -> str:
    """The body with a name before or behind its noun that a text has told before; or ''.

    `the mission of the Lock Union`: the union; `the East Weir hospital trust`: all of it.
    """
    words = scene.reading.words
    found: list[str] = []
    for _, name in scene.names_between(0, scene.reading.before(offset)):
        lows = [word.low for word in words[max(0, name.start - 3) : name.start]]
        before = [low for low in lows if low != "the"]
        if name.kind is NameKind.BODY and before[-2:] == [noun, "of"]:
            found.append(scene.reading.between(name.start, name.end))
        after = [word.text for word in words[name.end : name.end + 3]]
        gap = after[: after.index(noun)] if noun in after and noun not in PARTISAN else [""]
        fits = all(is_body(part) or part in FIELDS for part in gap)
        if fits and name.kind is not NameKind.PERSON and not words[name.end - 1].possessive:
            found.append(scene.reading.between(name.start, name.end + len(gap) + 1))
    return found[0] if len(set(found)) == 1 else ""


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
