"""Quotations of a paragraph: marks paired, apostrophes left out, unbalanced ones repaired.

One pass over the marks with a stack. A mark belongs to a family (double, single, ...); what it
does (opens, closes, nothing) follows from its shape, its neighbours and what stands open. Every
step is linear in the length of the paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.domain import Span

DOUBLE, SINGLE = "double", "single"
FAMILIES = {
    **dict.fromkeys(["“", "”", "„", "‟", "〝", "〞", "＂", '"', "``", "''"], DOUBLE),
    **dict.fromkeys(["‘", "’", "‚", "‛", "'", "`"], SINGLE),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
OPENERS = frozenset(["“", "„", "‟", "〝", "``", "‘", "‚", "‛", "`", "«", "‹", "「", "『"])
CLOSERS = frozenset(["”", "〞", "''", "’", "»", "›", "」", "』"])
MARK = re.compile("``|''|[“”„‟〝〞＂\"‘’‚‛'`«»‹›「」『』]")
# An apostrophe that begins a word: ’90s, 'em, rock ’n’ roll.
ELISION = re.compile(
    r"\d0s\b|\d\d\b(?!\s*[%.,]?\d)|(?:n|em|til|till|tis|twas|twill|cause|cos|coz|bout|round|neath"
    r"|ere|kay|nuff)\b",
    re.IGNORECASE,
)
FEET = re.compile(r"\d['’′]\s?\d{1,2}$")  # the 6'2 of 6'2"
MAX_RUN = 4  # marks that may touch: `'”`; more are no text
BEFORE_OPENER = frozenset("([{<-–—―/…:;,=|*_~>¿¡")
AFTER_CLOSER = frozenset(".,;:!?)]}>-–—―/…|*_~")
# What stands before a mark that closes speech whose opener was lost: `... we will act,” he said`.
SPEECH_END = frozenset(".,!?…")
SENTENCE_START = re.compile(r"[.!?…][”’\"')\]]*\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `span` with its marks, `inner` without them and without outer white space.

    `opener` is the mark that opens it, empty where it was lost and the start is a guess.
    `closed` is false where one of the marks is missing; a quotation that goes on in the next
    paragraph then runs to the end of this one. `depth` counts the quotations around it.
    """

    span: Span
    inner: Span
    opener: str
    closed: bool
    depth: int


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    family: str
    opens: bool  # what the neighbours allow
    closes: bool


class _Pair(NamedTuple):
    opener: _Mark | None
    closer: _Mark | None
    start: int
    end: int


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The quotations of a paragraph, in text order, outer ones before those inside them.

    >>> said = '“It is ‘safe’,” she said. “We don’t know'
    >>> [(q.inner.of(said), q.closed, q.depth) for q in find_quotations(said, Span(0, len(said)))]
    [('It is ‘safe’,', True, 0), ('safe', True, 1), ('We don’t know', False, 0)]
    """
    marks = _find_marks(text, paragraph)
    if not marks:
        return ()
    pairs = _pair(text, paragraph, marks)
    if any(pair.opener is None or pair.closer is None for pair in pairs):
        pairs = _alternate(text, paragraph, marks) or pairs
    return _nest(text, pairs)


def _find_marks(text: str, paragraph: Span) -> list[_Mark]:
    marks = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        mark = _weigh(text, paragraph, match)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _weigh(text: str, paragraph: Span, match: re.Match[str]) -> _Mark:
    """What a mark can do in its place, by shape and neighbours alone."""
    start, end, mark = match.start(), match.end(), match.group()
    before, after = _neighbours(text, paragraph, match)
    family = FAMILIES[mark]
    opens = before.isspace() or before in BEFORE_OPENER
    closes = after.isspace() or after in AFTER_CLOSER
    if after.isspace() and before in SPEECH_END:
        opens = False
    if before.isalnum() and after.isalnum():
        # don't, 6'2: never a mark; a double mark here has lost a space: word“Word
        opens, closes = (mark in OPENERS, mark in CLOSERS) if family != SINGLE else (False, False)
    elif _is_elision(text, paragraph, match, opens) or _is_inch(text, paragraph, match):
        opens = closes = False
    elif mark in OPENERS:
        opens, closes = not (closes and not opens), closes and not opens
    elif mark in CLOSERS:
        opens, closes = opens and not closes and mark != "''", not opens or closes
    elif not opens and not closes:
        opens, closes = not before.isalnum(), before.isalnum()
    return _Mark(start, end, mark, family, opens, closes)


def _neighbours(text: str, paragraph: Span, match: re.Match[str]) -> tuple[str, str]:
    """The characters around a mark and the marks that touch it; blanks at the edges."""
    start, end = match.span()
    first, last = max(paragraph.start, start - MAX_RUN), min(paragraph.end, end + MAX_RUN)
    while start > first and text[start - 1] in FAMILIES:
        start -= 1
    while end < last and text[end] in FAMILIES:
        end += 1
    before = text[start - 1] if start > paragraph.start else " "
    return before, text[end] if end < paragraph.end else " "


def _is_elision(text: str, paragraph: Span, match: re.Match[str], opens: bool) -> bool:
    """Whether a single mark stands for letters left out: '90s, 'em, rock 'n' roll."""
    start, end = match.span()
    if FAMILIES[match.group()] != SINGLE:
        return False
    if start - 2 >= paragraph.start and text[start - 1] in "nN" and text[start - 2] in "'’‘":
        return True
    return opens and ELISION.match(text, end, paragraph.end) is not None


def _is_inch(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    """Whether a double mark stands behind feet and a number: 6'2"."""
    start = match.start()
    return (
        FAMILIES[match.group()] == DOUBLE
        and FEET.search(text[max(paragraph.start, start - 6) : start]) is not None
    )


def _pair(text: str, paragraph: Span, marks: Sequence[_Mark]) -> list[_Pair]:
    """Pairs marks by what their neighbours allow and by what stands open."""
    ahead = _closers_ahead(text, marks)
    stack: list[_Mark] = []
    open_now: Counter[str] = Counter()
    pairs: list[_Pair] = []
    for mark, sure_ahead in zip(marks, ahead, strict=True):
        if mark.closes and open_now[mark.family] and _closes_now(text, mark, stack, sure_ahead):
            while stack:
                opener = stack.pop()
                open_now[opener.family] -= 1
                if opener.family == mark.family:
                    pairs.append(_Pair(opener, mark, opener.start, mark.end))
                    break
                pairs.append(_Pair(opener, None, opener.start, mark.start))
        elif mark.opens and (mark.text != "'" or sure_ahead or _leads(text, paragraph, mark)):
            stack.append(mark)
            open_now[mark.family] += 1
        elif mark.closes and mark.family != SINGLE and text[mark.start - 1] in SPEECH_END:
            pairs.append(_Pair(None, mark, mark.start, mark.end))
    pairs.extend(_Pair(opener, None, opener.start, paragraph.end) for opener in stack)
    return _repair(text, paragraph, marks, pairs)


def _closes_now(text: str, mark: _Mark, stack: Sequence[_Mark], sure_ahead: bool) -> bool:
    """Whether a mark that may close does: the ministers’ plan only where nothing else will."""
    if mark.opens and not text[mark.end : mark.end + 1].isspace():
        return False
    if mark.family != SINGLE:
        return True
    return stack[-1].family == SINGLE and (_is_sure(text, mark) or not sure_ahead)


def _is_sure(text: str, mark: _Mark) -> bool:
    """Whether a single mark closes for certain, and is not the ministers’ plan or goin’ on."""
    if not text[mark.start - 1].isalpha():
        return True
    after = text[mark.end : mark.end + 2]
    drops = text[max(0, mark.start - 2) : mark.start].lower()
    return not (drops.endswith(("s", "in")) and after[:1].isspace() and after[1:].islower())


def _closers_ahead(text: str, marks: Sequence[_Mark]) -> list[bool]:
    """For each mark, whether a sure single closer follows before another single opens."""
    ahead = [False] * len(marks)
    sure = False
    for index in range(len(marks) - 1, -1, -1):
        ahead[index] = sure
        mark = marks[index]
        if mark.family == SINGLE:
            sure = (mark.closes and _is_sure(text, mark)) or (sure and not mark.opens)
    return ahead


def _leads(text: str, paragraph: Span, mark: _Mark) -> bool:
    """Whether a straight single mark without closer stands where speech begins."""
    lead = text[paragraph.start : mark.start].rstrip()[-1:]
    return (not lead or lead in ",:") and text[mark.end : mark.end + 1].isupper()


def _repair(
    text: str, paragraph: Span, marks: Sequence[_Mark], pairs: Iterable[_Pair]
) -> list[_Pair]:
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


def _alternate(text: str, paragraph: Span, marks: Sequence[_Mark]) -> list[_Pair]:
    """Straight marks with misplaced spaces, paired in turn; empty where that does not come out."""
    if len(marks) % 2 or any(mark.text != '"' for mark in marks):
        return []
    turned = [
        mark._replace(opens=index % 2 == 0, closes=index % 2 == 1)
        for index, mark in enumerate(marks)
    ]
    return _pair(text, paragraph, turned)


def _nest(text: str, pairs: Iterable[_Pair]) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while around and around[-1] <= pair.start:
            around.pop()
        start = pair.opener.end if pair.opener else pair.start
        end = pair.closer.start if pair.closer else pair.end
        inner = _strip(text, start, end)
        if inner.start >= inner.end:
            continue
        span = Span(pair.start, pair.end if pair.closer else inner.end)
        opener = pair.opener.text if pair.opener else ""
        closed = pair.opener is not None and pair.closer is not None
        found.append(Quotation(span, inner, opener, closed, len(around)))
        around.append(span.end)
    return tuple(found)


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
