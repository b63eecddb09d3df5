"""The bodies and places that prepositions tie to a position or a document."""

from itertools import pairwise

from briefing.speakers.clauses import STOPS
from briefing.speakers.lexicons import countries, is_body, is_place, singular, word_list, word_set
from briefing.speakers.names import Name, NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.words import Word, is_function

OWNING = frozenset({"of", "for"})
OBJECTS = word_set("positions objects")
# Bodies that a noun alone can name: `the police`, no `head of trust`.
PUBLIC = word_set("objects public")
FIELDS = frozenset({"health", "housing", "police", "public", "state", "city"})
SETTLEMENTS = word_set("names settlements")
SITES = word_set("objects sites")
SENT = word_set("objects sent")  # who comes from a body: `a researcher from Clearwatch`
PARTISAN = frozenset({"campaign", "movement", "party"})  # of which there are several
MINISTERS = word_set("objects ministers")
APPOSED = word_set("objects apposed")
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
        lives = words[number].low == "in" or (
            words[number].low == "from" and singular(words[begin - 1].low) not in SENT
        )
        nouns = set(found.lower().split()) - SETTLEMENTS
        if lives and not any(map(is_body, nouns)):
            continue  # where somebody lives: `a retired quarryman from Skarmoor`
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
        if is_field(scene, name, last) or _is_site(scene, name, last):
            break
        if _introduces(scene, name, last):
            continue  # `the Lima think tank Clear Weir`
        return scene.reading.between(name.start, _past_nouns(scene, name.end, last))
    return _body_phrase(scene, begin, last)


def is_field(scene: Scene, name: Name, last: int) -> bool:
    """Whether a place only tells a field of work: `head of Africa rates strategy at Weirco`."""
    words = scene.reading.words
    if name.kind is not NameKind.PLACE or words[name.end - 1].possessive:
        return False
    number = name.end
    while number < min(name.end + 4, last) and words[number].text.isalpha():
        word = words[number]
        if word.low in ("at", "for", "with"):
            return number > name.end
        if word.capital or word.low in OBJECTS | WHEN or is_function(word) or is_body(word.low):
            return False
        number += 1
    return False


def _is_site(scene: Scene, name: Name, last: int) -> bool:
    """Whether a name only tells which place it is: `a trader at Makola market`."""
    words = scene.reading.words
    if name.kind in (NameKind.BODY, NameKind.PERSON) or name.end >= last:
        return False
    word = words[name.end]
    site = word.text in SITES and not words[name.end - 1].possessive
    return site and not (name.end + 1 < last and words[name.end + 1].capital)


def is_portfolio(scene: Scene, head: int, begin: int, stop: int) -> bool:
    """Whether words behind an office say what it is for: `minister for Locks and Tides`."""
    words = scene.reading.words
    inside = words[begin:stop]
    if all(word.low in word_list("portfolios") for word in inside):
        return True
    if words[head].low not in MINISTERS or inside[0].low not in OWNING or len(inside) < 2:
        return False
    text = scene.reading.between(begin + 1, stop)
    place = is_place(text) or text.split()[0] in countries() or words[begin + 1].low == "the"
    return not place and not any(is_body(word.low) or word.possessive for word in inside)


def apposed_body(scene: Scene, head: int, last: int) -> str:
    """The name that follows the noun of a body: `foreman for the contractor, Clear Weir`; or ''."""
    words = scene.reading.words
    if last + 1 >= len(words) or words[last].text != "," or last - head > REACH:
        return ""
    ties = [n for n in range(head + 1, last - 1) if words[n].low in ("at", "for", "with", "of")]
    noun = words[last - 1].low
    if not ties or words[ties[0] + 1].low != "the" or not (is_body(noun) or noun in APPOSED):
        return ""
    name = next((one for _, one in scene.names_between(last + 1, last + REACH)), None)
    if name is None or name.first != last + 1 or name.kind is NameKind.PERSON:
        return ""
    return scene.reading.between(name.start, name.end)


def _past_nouns(scene: Scene, begin: int, last: int) -> int:
    """Past the nouns or number of a body behind a name: `the Weir harbour office`, `Lodge 12`."""
    words = scene.reading.words
    if begin < last and words[begin].text.isdigit() and is_body(words[begin - 1].low):
        after = words[begin + 1 : begin + 3]
        of = [word.low for word in after] == ["of", "the"]
        names = scene.names_between(begin + 3, min(begin + 9, len(words))) if of else ()
        return next((name.end for _, name in names if name.first == begin + 3), begin + 1)
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
