"""Reads what a clause tells of somebody's work: `chairs the tide board for the coalition`."""

from briefing.domain import Status
from briefing.speakers.entities import Post
from briefing.speakers.lexicons import is_body, is_place, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.objects import object_after, object_at
from briefing.speakers.scene import Scene

CLAUSE = 3  # the rank of what a clause tells, wherever it stands
WHERE = frozenset({"in", "near", "outside", "around"})
PRIVATE = word_set("works private")  # what is done for nobody: `farms two acres at Skarmoor`
OFFICE_VERBS = word_set("soundness office verbs")  # that say enough alone: `teaches`
TIES = frozenset({"at", "for", "with", "in"})


def read_work(scene: Scene, begin: int, last: int, status: Status) -> Post:
    """`chairs the committee for the governing coalition`: a verb and what it is done for."""
    words = scene.reading.words
    affiliation = object_after(scene, begin + 1, last, places=False)
    cut = _work_end(scene, begin, last, affiliation)
    if words[begin].low == "joined" or (
        words[begin].low == "works" and words[min(begin + 1, last - 1)].low in TIES
    ):
        at = begin + 1 + (words[begin].low == "works")
        return Post("", object_at(scene, at, last), status, CLAUSE)
    direct = object_at(scene, begin + 1, last)
    tied = any(word.low in ("at", "for", "with", "of") for word in words[begin + 1 : last])
    if affiliation and (tied or not is_body(direct.lower().rpartition(" ")[2])):
        direct = ""
    affiliation = "" if direct else affiliation
    private = words[begin].low in PRIVATE
    if direct and direct != direct.lower() and not is_place(direct) and not private:
        return Post(words[begin].text, direct, status, CLAUSE)
    if direct.islower() and words[min(begin + 1, last - 1)].low in ("a", "an"):
        direct = ""  # `runs a clinic in Skarvik`
    affiliation = affiliation or direct
    if words[begin].low in PRIVATE and not any(map(is_body, affiliation.lower().split())):
        cut = _place_begins(scene, begin, last)
        return Post(scene.reading.between(begin, cut), "", status, CLAUSE)
    if not affiliation:
        named = [
            name
            for _, name in scene.names_between(begin, last)
            if name.kind is not NameKind.PLACE and name.kind is not NameKind.PERSON
            if words[name.start - 1].low not in WHERE
        ]
        affiliation = scene.reading.between(named[0].start, named[0].end) if named else ""
    return Post(scene.reading.between(begin, max(cut, begin + 1)), affiliation, status, CLAUSE)


def _work_end(scene: Scene, begin: int, last: int, affiliation: str) -> int:
    """Where a verb and its object end before the body it is done for: `heads the tide desk`."""
    words = scene.reading.words
    for number in range(begin + 2 - (words[begin].low in OFFICE_VERBS), last):
        of = words[number].low == "of" and number > begin + 2
        of = of and words[number - 1].low not in WHERE
        if affiliation and (
            words[number].low in ("at", "for", "with")
            or (of and object_at(scene, number + 1, last) == affiliation)
        ):
            return number
    return last


def _place_begins(scene: Scene, begin: int, last: int) -> int:
    """Where a verb and its object end before where it is done: `mends nets near the quay`."""
    words = scene.reading.words
    where = WHERE | {"at", "on", "by", "from", "along"}
    return next((n for n in range(begin + 2, last) if words[n].low in where), last)
