"""The body that issued a document, or that heads a group: named in its words or behind them."""

from briefing.speakers.clauses import fact_end
from briefing.speakers.lexicons import is_body, is_place, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.objects import object_at
from briefing.speakers.scene import Scene

SEEN = word_set("objects seen")  # `a draft seen by the Tide Post`
ISSUED = word_set("objects issued")
PAYING = frozenset({"commissioned", "financed", "funded", "ordered", "paid", "requested"})
REACH = 7  # words that `by` may stand behind what a body has published


def issuer(scene: Scene, first: int, last: int) -> str:
    """The body that issued the document or heads the group that words `[first, last)` name."""
    words = scene.reading.words
    ties = [n for n in range(first, last - 1) if words[n].low in ("by", "from", "of", "at")]
    seen = next((n for n in ties if words[n - 1].low in SEEN), last)
    ties = [n for n in ties if n < seen]
    paid = {n for n in ties if PAYING & {word.low for word in words[max(first, n - 2) : n]}}
    for number in sorted(ties, key=lambda n: n in paid):
        found = object_at(scene, number + 1, last) or _office_at(scene, number + 1, last)
        if found and not is_place(found):
            return (_by_whom(scene, number + 1, last + REACH) if number in paid else "") or found
    for _, name in scene.names_between(first, seen):
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
