"""Quotation marks paired by what stands open, unbalanced ones repaired."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.domain import Span
from briefing.quotation.marks import SINGLE, SPEECH_END, STRAIGHT, Mark

# The gap before a sentence; what stands before it is no `Mr.` or `J.`.
SENTENCE_START = re.compile(r"(?:[a-z]{2}|[\d)%”’\"'])[.!?…][”’\"')\]]*\s+(?=\S)")
REACH = 3  # characters in which the comma before a quotation is looked for


class Pair(NamedTuple):
    """A quotation by its marks; the one that is missing is None and its side a guess."""

    opener: Mark | None
    closer: Mark | None
    start: int
    end: int


def pair_marks(text: str, paragraph: Span, marks: Sequence[Mark]) -> list[Pair]:
    """Pairs marks by what their neighbours allow and by what stands open."""
    ahead = _closers_ahead(text, marks)
    stack: list[Mark] = []
    open_now: Counter[str] = Counter()
    pairs: list[Pair] = []
    for mark, sure_ahead in zip(marks, ahead, strict=True):
        if mark.closes and open_now[mark.family] and _closes_now(text, mark, stack, sure_ahead):
            while (opener := stack.pop()).family != mark.family:
                open_now[opener.family] -= 1
                if opener.text != "'":
                    pairs.append(Pair(opener, None, opener.start, mark.start))
            open_now[opener.family] -= 1
            pairs.append(Pair(opener, mark, opener.start, mark.end))
        elif mark.opens and (mark.text != "'" or sure_ahead or _leads(text, paragraph, mark)):
            stack.append(mark)
            open_now[mark.family] += 1
        elif mark.closes and _ends_speech(text, paragraph, mark):
            pairs.append(Pair(None, mark, mark.start, mark.end))
    pairs.extend(Pair(opener, None, opener.start, paragraph.end) for opener in stack)
    return _repair(text, paragraph, marks, pairs)


def _ends_speech(text: str, paragraph: Span, mark: Mark) -> bool:
    """Whether a closer without opener ends speech: `We will act,” he said`. At the end of a
    paragraph, `... Research."` as often is a slip."""
    if mark.family == SINGLE or mark.start == paragraph.start:
        return False
    before = text[mark.start - 1]
    last = not text[mark.end : min(mark.end + REACH, paragraph.end)].strip()
    return before in SPEECH_END and not (before == "." and last)


def _closes_now(text: str, mark: Mark, stack: Sequence[Mark], sure_ahead: bool) -> bool:
    """Whether a mark that may close does: the ministers’ plan only where nothing else will."""
    after = text[mark.end : mark.end + 1] or " "
    if mark.opens and not after.isspace() and not text[mark.start - 1].isalnum():
        return False
    if mark.family != SINGLE:
        return True
    return stack[-1].family == SINGLE and (_is_sure(text, mark) or not sure_ahead)


def _is_sure(text: str, mark: Mark) -> bool:
    """Whether a single mark closes for certain, and is not the ministers’ plan or goin’ on."""
    if not text[mark.start - 1].isalpha():
        return True
    after = text[mark.end : mark.end + 2]
    drops = text[max(0, mark.start - 2) : mark.start].lower()
    return not (drops.endswith(("s", "in")) and after[:1].isspace() and after[1:].islower())


def _closers_ahead(text: str, marks: Sequence[Mark]) -> list[bool]:
    """For each mark, whether a sure single closer follows before another single opens."""
    ahead = [False] * len(marks)
    sure = False
    for index in range(len(marks) - 1, -1, -1):
        ahead[index] = sure
        mark = marks[index]
        if mark.family == SINGLE:
            sure = (mark.closes and _is_sure(text, mark)) or (sure and not mark.opens)
    return ahead


def _leads(text: str, paragraph: Span, mark: Mark) -> bool:
    """Whether a straight single mark without closer stands where speech begins."""
    lead = text[max(paragraph.start, mark.start - REACH) : mark.start].rstrip()[-1:]
    return (not lead or lead in ",:") and text[mark.end : mark.end + 1].isupper()


def _repair(text: str, paragraph: Span, marks: Sequence[Mark], pairs: Iterable[Pair]) -> list[Pair]:
    """Ends unclosed quotations before the next of their family; starts unopened ones."""
    following: dict[int, int] = {}
    last: dict[str, int] = {}
    for mark in reversed(marks):
        following[mark.start] = last.get(mark.family, paragraph.end)
        if mark.opens:
            last[mark.family] = mark.start
    repaired = []
    floor = paragraph.start
    for pair in sorted(pairs, key=lambda pair: (pair.end, -pair.start)):
        if pair.opener is None:
            begins = floor
            for match in SENTENCE_START.finditer(text, floor, pair.start - 1):
                begins = match.end()
            pair = pair._replace(start=begins)
        elif pair.closer is None:
            pair = pair._replace(end=min(pair.end, following[pair.opener.start]))
        floor = max(floor, pair.end)
        repaired.append(pair)
    return repaired


def alternate(text: str, paragraph: Span, marks: Sequence[Mark]) -> list[Pair]:
    """Straight marks with misplaced spaces, paired in turn; empty where that does not come out."""
    if len(marks) % 2 or any(mark.text not in STRAIGHT for mark in marks):
        return []
    turned = [
        mark._replace(opens=index % 2 == 0, closes=index % 2 == 1)
        for index, mark in enumerate(marks)
    ]
    return pair_marks(text, paragraph, turned)
