"""Places in a text where a sentence may end."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.domain import Span

MARKS = "“”„‟\"‘’‚‛'«»‹›「」『』`"
# One place: the full stop or its like, what closes behind it, the gap, what opens before the
# next word. `said.” (The` gives stop `.`, closers `”`, gap ` `, openers `(`.
# Possessive throughout and started at the first mark of a run only, so the scan is linear.
CANDIDATE = re.compile(
    rf"(?<![.?!…])(?P<stop>[.?!…]++(?:[ ]\.){{0,3}}+)"
    rf"(?P<closers>(?:[{MARKS})\]}}]|\[\d{{1,3}}\])*+)"
    rf"(?P<gap>\s++)"
    rf"(?P<openers>[{MARKS}(\[{{*_]*+)"
    r"\s*+(?=\S)"
    # no gap: a lost space, `talking about.When he`; not `Booking.Com`
    r"|(?<=[a-z]{2})(?P<lost>[.?!])(?P<mark>[”»]?+)(?=[“«]?(?!(?:Com|Org|Net|Gov|Edu|Co|Info)\b)"
    r"[A-Z][a-z]*[ ,’'])"
    rf"|(?<![。！？])(?P<wide>[。！？]++[{MARKS}）)]*+)\s*+(?=\S)"
)
WORD_BEFORE = re.compile(r"[^\s(\[{“”„\"«»「『]+$")
WORD_AFTER = re.compile(r"[^\s.,;:?!)\]}”\"»」』]+(?:\.(?=\w)[^\s.,;:?!)\]}”\"»]+)*")
REACH = 40  # characters looked at on either side; longer words are cut


class Candidate(NamedTuple):
    """A place where a sentence may end at `end` and the next begin at `next`.

    `word` stands before the stop, `after` is the first word behind it; `stop`, `closers`,
    `openers` are the marks between them.
    """

    at: int
    end: int
    next: int
    stop: str
    closers: str
    openers: str
    word: str
    after: str
    wide: bool = False


def find_candidates(text: str, span: Span) -> Iterator[Candidate]:
    """The places in a span where a sentence may end, in text order, its end left out."""
    for match in CANDIDATE.finditer(text, span.start, span.end):
        wide = match["wide"] is not None
        lost = match["lost"] is not None
        at = match.start()
        before = WORD_BEFORE.search(text[max(span.start, at - REACH) : at])
        after = WORD_AFTER.match(text[match.end() : min(span.end, match.end() + REACH)])
        yield Candidate(
            at=at,
            end=match.end() if lost else match.end("wide") if wide else match.end("closers"),
            next=match.end() if lost or wide else match.start("openers"),
            stop=match["wide"] or match["lost"] or match["stop"],
            closers=match["closers"] or match["mark"] or "",
            openers=match["openers"] or "",
            word=before.group() if before else "",
            after=after.group() if after else "",
            wide=wide,
        )
