"""Reads position, affiliation and status out of what is said about a person or body."""

import itertools

from briefing.domain import Status
from briefing.speakers.clauses import STOPS
from briefing.speakers.entities import Post
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.lexicons import (
    is_body,
    is_place,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.names import NameKind
from briefing.speakers.objects import OBJECTS, is_bare, object_after, object_at
from briefing.speakers.owners import find_owner
from briefing.speakers.scene import Scene

RANKS = {
    FactKind.TITLE: 5,
    FactKind.APPOSITIVE: 5,
    FactKind.BEFORE: 5,
    FactKind.RELATIVE: 3,
    FactKind.OF: 6,
    FactKind.COPULA: 2,
    FactKind.AGENCY: 1,
    FactKind.PARTY: 1,
}
REACH = 8  # words that a name may go on behind the phrase it begins in
CLAUSE = 3  # the rank of what a clause tells, wherever it stands
FORMER = word_set("positions former")
ACTING = word_set("positions acting")
DESIGNATE = word_set("positions designate")
CANDIDATE = word_set("positions candidate")
WHERE = frozenset({"in", "near", "outside", "around"})
TIES = frozenset({"at", "for", "with", "in"})
OWN = frozenset({"its", "his", "her", "their"})
SKIPPED = word_set("positions skipped")
PAST = word_set("positions past")
INSTALLED = word_set("positions installed")


def read_posts(scene: Scene, fact: Fact) -> list[Post]:
    """The posts that a fact tells, in text order."""
    if fact.kind is FactKind.AGENCY:
        return [
            Post("", scene.reading.between(fact.first, fact.last), Status.CURRENT, RANKS[fact.kind])
        ]
    if fact.kind is FactKind.PARTY:
        text = scene.reading.between(fact.first, fact.last)
        return [Post("", text, Status.CURRENT, RANKS[fact.kind])] if "-" in text else []
    if fact.kind is FactKind.OF:
        return [
            Post("", object_at(scene, fact.first + 1, fact.last), Status.CURRENT, RANKS[fact.kind])
        ]
    if fact.last == fact.first + 1 and is_body(scene.reading.words[fact.first].text):
        return []  # what a body is, right before its name
    posts = []
    for first, last in _clauses(scene, fact):
        post = _read_clause(scene, first, last, fact)
        if post is not None:
            posts.append(post)
    return posts


def _clauses(scene: Scene, fact: Fact) -> list[tuple[int, int]]:
    """The coordinated parts of a fact, cut at `and` before a verb or another noun of standing."""
    words = scene.reading.words
    cuts = [
        n
        for n in range(fact.first + 1, fact.last - 1)
        if words[n].low in ("and", "but") and _clause_begins(scene, n + 1, fact.last)
    ]
    edges = [fact.first, *cuts, fact.last]
    parts = [(a + (n > 0), b) for n, (a, b) in enumerate(itertools.pairwise(edges))]
    found = []
    for first, last in parts:
        who = next((n for n in range(first + 1, last) if words[n].low == "who"), None)
        found += [(first, last)] if who is None else [(first, who), (who, last)]
    return found


def _clause_begins(scene: Scene, at: int, last: int) -> bool:
    words = scene.reading.words
    if any(name.first < at < name.end for _, name in scene.names_between(max(0, at - 8), last)):
        return False
    near = words[at : min(at + 5, last)]
    return (
        words[at].low in SKIPPED - {"the"}
        or words[at].low in word_list("work_verbs")
        or any(is_position(word.low) for word in near)
    )


def _read_clause(scene: Scene, first: int, last: int, fact: Fact) -> Post | None:
    words = scene.reading.words
    status = _status(scene, first, last)
    begin = first
    pronoun = next((n for n in range(first, min(first + 3, last)) if words[n].low in OWN), -1)
    while begin < last and (
        words[begin].low in SKIPPED or words[begin].low in FORMER or words[begin].low in ACTING
    ):
        begin += 1
    if words[begin - 1].low == "one" and begin < last and words[begin].low == "of":
        begin += 1 + (words[min(begin + 1, last - 1)].low in SKIPPED)
        pronoun = begin - 1 if words[begin - 1].low in OWN else pronoun
    if begin >= last:
        return None
    if words[begin].low in word_list("work_verbs") and not is_position(words[begin].low):
        return _read_work(scene, begin, last, status)
    if words[begin].low == "started" and last > begin + 3 and is_body(words[begin + 2].low):
        return Post("", object_at(scene, begin + 1, last), status, RANKS[fact.kind])
    if words[begin].low in ("of", "at", "with", "from"):
        return Post("", object_at(scene, begin + 1, last), status, RANKS[fact.kind])
    head = _head(scene, _past_body(scene, begin, last), last)
    if head is None:
        return None
    start, owner = find_owner(scene, begin, head, whole=fact.kind is FactKind.TITLE)
    end = _position_end(scene, head, last)
    affiliation = object_after(scene, head + 1, last)
    if owner and (not affiliation or words[head + 1].low == "in"):
        affiliation = owner
    position = scene.reading.between(start, end) if start < end else ""
    return Post(position, affiliation, status, RANKS[fact.kind], pronoun)


def _status(scene: Scene, first: int, last: int) -> Status:
    words = scene.reading.words
    lows = [word.low for word in words[max(0, first - 1) : last]]
    if FORMER & set(lows) or any(low.startswith("ex-") for low in lows):
        return Status.FORMER
    installed = any(low in INSTALLED for low in lows[:4])  # `who was elected mayor`
    if installed:
        lows = [low for low in lows if low not in PAST]
    elif (lows and words[first].low in PAST) or (len(lows) > 2 and lows[1] in PAST):
        return Status.FORMER
    if any(low in PAST for low in lows[:3]):
        return Status.FORMER
    if DESIGNATE & set(lows) or any(low.endswith(("-elect", "-designate")) for low in lows):
        return Status.DESIGNATE
    if ACTING & set(lows):
        return Status.ACTING
    if CANDIDATE & set(lows):
        return Status.CANDIDATE
    return Status.CURRENT


def _read_work(scene: Scene, begin: int, last: int, status: Status) -> Post:
    """`chairs the committee for the governing coalition`: a verb and what it is done for."""
    words = scene.reading.words
    affiliation = object_after(scene, begin + 1, last, places=False)
    cut = _work_end(scene, begin, last, affiliation)
    if words[begin].low == "joined" or (
        words[begin].low == "works" and words[begin + 1].low in TIES
    ):
        at = begin + 1 + (words[begin].low == "works")
        return Post("", object_at(scene, at, last), status, CLAUSE)
    direct = object_at(scene, begin + 1, last)
    tied = any(word.low in ("at", "for", "with", "of") for word in words[begin + 1 : last])
    if affiliation and (tied or not is_body(direct.lower().rpartition(" ")[2])):
        direct = ""
    affiliation = "" if direct else affiliation
    if direct and direct != direct.lower() and not is_place(direct):
        return Post(words[begin].text, direct, status, CLAUSE)
    affiliation = affiliation or direct
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
    for number in range(begin + 2, last):
        of = words[number].low == "of" and number > begin + 2
        of = of and words[number - 1].low not in WHERE
        if affiliation and (
            words[number].low in ("at", "for", "with")
            or (of and object_at(scene, number + 1, last) == affiliation)
        ):
            return number
    return last


def _past_body(scene: Scene, begin: int, last: int) -> int:
    """Past a body that a phrase begins with and an office of it follows, else its beginning."""
    for _, name in scene.names_between(begin, last):
        if name.start == begin and name.kind is NameKind.BODY and name.end < last:
            follows = scene.reading.words[name.end]
            return begin if follows.low in OBJECTS or follows.text in STOPS else name.end
    return begin


def _head(scene: Scene, begin: int, last: int) -> int | None:
    """The noun of standing that heads a phrase: the last before a preposition or mark."""
    words = scene.reading.words
    head = None
    for number in range(begin, last):
        word = words[number]
        if word.text in STOPS or (word.low in OBJECTS and head is not None) or word.low == "who":
            break
        if word.low in OBJECTS and head is None:
            break
        if (
            is_position(word.low) or word.low in mapping("titles") or is_plural_position(word.low)
        ) and not word.possessive:
            head = number
    if head is None:
        body = [n for n in range(begin, last) if is_body(words[n].low) and not words[n].possessive]
        return body[0] if body else None
    return head


def _position_end(scene: Scene, head: int, last: int) -> int:
    """The end of the position: past `of signal processing`, before `of the Farmers’ Bloc`."""
    words = scene.reading.words
    end = head + 1
    while end < last and words[end].low in ("of", "in", "to", "for", "on"):
        stop = end + 1
        while (
            stop < last
            and words[stop].low not in OBJECTS
            and words[stop].text not in STOPS
            and (words[stop].low not in ("who", "until", "and", "since", "when"))
        ):
            stop += 1
        named = any(end <= name.start < stop for _, name in scene.names_between(end, stop + REACH))
        portfolio = all(word.low in word_list("portfolios") for word in words[end:stop])
        body = any(is_body(word.low) for word in words[end:stop])
        body = body and not (stop == end + 2 and words[end].low == "of" and is_bare(words[end + 1]))
        if (named or body) and not portfolio:
            break
        end = stop
    return min(end, last)
