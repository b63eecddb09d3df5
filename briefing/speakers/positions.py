"""Reads position, affiliation and status out of what is said about a person or body."""

import itertools
from dataclasses import replace

from briefing.domain import Status
from briefing.speakers.entities import Post
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.lexicons import (
    is_body,
    is_place,
    is_position,
    word_list,
    word_set,
)
from briefing.speakers.nouns import find_head, past_body, portfolio_end, position_end
from briefing.speakers.objects import (
    apposed_body,
    object_after,
    object_at,
)
from briefing.speakers.owners import find_owner
from briefing.speakers.scene import Scene
from briefing.speakers.works import CLAUSE, read_work

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
FORMER = word_set("positions former")
ACTING = word_set("positions acting")
DESIGNATE = word_set("positions designate")
CANDIDATE = word_set("positions candidate")
STUDYING = frozenset({"directed", "headed", "led", "managed", "ran"})
LEFT = frozenset({"quit", "resigned", "retired", "served", "worked"})
STUDIES = word_set("positions studies")
CONTESTING = frozenset({"campaigning", "running", "standing"})
SERVING = CONTESTING | {"acting", "appearing", "speaking", "working", "writing"}
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
        kind = scene.reading.words[fact.first].text  # what a body is, right before its name
        return [Post(kind, "", Status.CURRENT, RANKS[fact.kind])]
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
        or (words[at].low in word_list("work_verbs") and not words[at].capital)
        or any(is_position(word.low) for word in near)
    )


def _read_clause(scene: Scene, first: int, last: int, fact: Fact) -> Post | None:
    words = scene.reading.words
    status = _status(scene, first, last)
    begin = first
    pronoun = next((n for n in range(first, min(first + 3, last)) if words[n].low in OWN), -1)
    if words[first].low == "whose":
        return _read_own(scene, first + 1, last)
    begin = _past_small(scene, begin, last)
    if begin + 1 < last and words[begin].low in LEFT and words[begin + 1].low == "as":
        begin = _past_small(scene, begin + 2, last)  # `who retired as the lock keeper`
        status = Status.FORMER
    if words[begin - 1].low == "one" and begin < last and words[begin].low == "of":
        begin += 1 + (words[min(begin + 1, last - 1)].low in SKIPPED)
        pronoun = begin - 1 if words[begin - 1].low in OWN else pronoun
    if begin >= last:
        return None
    tie = _read_tie(scene, begin, last, status)
    if tie is not None:
        return tie if tie.rank else replace(tie, rank=RANKS[fact.kind])
    head = find_head(scene, past_body(scene, begin, last), last)
    if head is None:
        return None
    start, owner = find_owner(scene, begin, head, whole=fact.kind is FactKind.TITLE)
    if pronoun >= 0 and is_place(owner):
        start, owner = begin, ""  # `its Africa coordinator`
    end = position_end(scene, head, last)
    affiliation = object_after(scene, max(head + 1, portfolio_end(scene, head, end)), last)
    apposed = "" if affiliation else apposed_body(scene, head, last)
    affiliation, end = affiliation or apposed, head + 1 if apposed else end
    near = words[head + 1].low if head + 1 < len(words) else ""
    placed = is_place(affiliation) or near == "in"  # `its director for Africa`
    if owner and (not affiliation or (placed and not owner.islower())):
        affiliation = owner
        if status is Status.FORMER and owner.islower() and not words[start - 1].possessive:
            start = begin  # `a former state utilities commissioner`
    position = scene.reading.between(start, end) if start < end else ""
    return Post(position, affiliation, status, RANKS[fact.kind], pronoun)


def _read_tie(scene: Scene, begin: int, last: int, status: Status) -> Post | None:
    """What a verb or preposition ties to a body: `heads`, `with`, `running for`; else None.

    The rank is 0 where it is that of the fact.
    """
    words = scene.reading.words
    low = words[begin].low
    if low in word_list("work_verbs") and not is_position(low):
        return read_work(scene, begin, last, status)
    if low == "started" and last > begin + 3 and is_body(words[begin + 2].low):
        return Post("", object_at(scene, begin + 1, last), status)
    if low in ("of", "at", "with", "from"):
        return Post("", object_at(scene, begin + 1, last), status)
    writes = low == "writing" and last > begin + 1 and words[begin + 1].low == "in"
    if low in SERVING and last > begin + 2 and (writes or words[begin + 1].low == "for"):
        party = object_at(scene, begin + 2, last)
        named = party != party.lower() or low not in CONTESTING  # no `running for parliament`
        return Post("", party if named else "", status, CLAUSE)
    return None


def _past_small(scene: Scene, begin: int, last: int) -> int:
    """Past articles, auxiliaries and words of time: `now a`, `at present an acting`."""
    words = scene.reading.words
    while begin < last:
        now = words[begin].low == "at" and begin + 1 < last and words[begin + 1].low == "present"
        if not now and words[begin].low not in SKIPPED | FORMER | ACTING:
            break
        begin += 1 + now
    return begin


def _read_own(scene: Scene, begin: int, last: int) -> Post | None:
    """The body that is somebody's own by its name: `whose firm Clear Weir makes locks`."""
    words = scene.reading.words
    for _, name in scene.names_between(begin, min(begin + 4, last)):
        gap = words[begin : name.first]
        if gap and is_body(gap[-1].low) and not gap[-1].possessive:
            own = scene.reading.between(name.start, name.end)
            return Post("", own, Status.CURRENT, CLAUSE)
    return None


def _tells_study(lows: list[str]) -> bool:
    """Whether somebody did what is told of now: `who led the trial`, `who directed the survey`."""
    verb = next((n for n, low in enumerate(lows[:3]) if low in STUDYING), -1)
    return verb >= 0 and bool(STUDIES & set(lows[verb + 1 : verb + 5]))


def _status(scene: Scene, first: int, last: int) -> Status:
    words = scene.reading.words
    lows = [word.low for word in words[max(0, first - 1) : last]]
    if FORMER & set(lows) or any(low.startswith("ex-") for low in lows):
        return Status.FORMER
    installed = any(low in INSTALLED for low in lows[:4])  # `who was elected mayor`
    if installed:
        lows = [low for low in lows if low not in PAST]
    past = words[first].low in PAST or (len(lows) > 2 and lows[1] in PAST)
    past = past or any(low in PAST for low in lows[:3])
    if past and not installed and not _tells_study(lows):
        return Status.FORMER
    if DESIGNATE & set(lows) or any(low.endswith(("-elect", "-designate")) for low in lows):
        return Status.DESIGNATE
    if ACTING & set(lows):
        return Status.ACTING
    if CANDIDATE & set(lows):
        return Status.CANDIDATE
    return Status.CURRENT
