"""Quotation marks of a paragraph and what their shape and neighbours allow them to do."""

import re
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
CLOSERS = frozenset(["”", "〞", "’", "»", "›", "」", "』"])
STRAIGHT = frozenset(['"', "''", "＂"])  # of the double family, the ones without a direction
# Of three straight single marks that close, the first is the inner one: `'Go home.'''`.
MARK = re.compile(r"``|(?<=[^\s'])'(?=''(?!'))|''|[“”„‟〝〞＂\"‘’‚‛'`«»‹›「」『』]")
# An apostrophe that begins a word: ’90s, 'em, rock ’n’ roll.
ELISION = re.compile(
    r"\d0s\b|\d\d\b(?!\s*[%.,]?\d)|(?:n|em|til|till|tis|twas|twill|cause|cos|coz|bout|round|neath"
    r"|ere|kay|nuff|keeper)\b",
    re.IGNORECASE,
)
FEET = re.compile(r"\d['’′]\s?\d{1,2}$")  # the 6'2 of 6'2"
MAX_RUN = 4  # marks that may touch: `'”`; more are no text
UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"  # marks of direction and their like
BEFORE_OPENER = frozenset(f"([{{<-–—―/…:;,=|*_~>¿¡{UNSEEN}")
AFTER_CLOSER = frozenset(f".,;:!?)]}}>-–—―/…|*_~{UNSEEN}")
# What stands before a mark that closes speech whose opener was lost: `... we will act,” he said`.
SPEECH_END = frozenset(".,!?…")


class Mark(NamedTuple):
    """A mark that may open or close a quotation, apostrophes left out."""

    start: int
    end: int
    text: str
    family: str
    opens: bool  # what the neighbours allow
    closes: bool


def find_marks(text: str, paragraph: Span) -> list[Mark]:
    """The quotation marks of a paragraph, in text order."""
    marks = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        mark = _weigh(text, paragraph, match)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _weigh(text: str, paragraph: Span, match: re.Match[str]) -> Mark:
    """What a mark can do in its place, by shape and neighbours alone."""
    start, end, mark = match.start(), match.end(), match.group()
    before, after = _neighbours(text, paragraph, match)
    family = FAMILIES[mark]
    opens = before.isspace() or before in BEFORE_OPENER
    closes = after.isspace() or after in AFTER_CLOSER
    if after.isspace() and not before.isspace() and before not in "([{:":
        opens = False
    if before.isalnum() and after.isalnum():
        # don't, 5"x7": never a mark; another here has lost a space: word“Word
        lost = family != SINGLE and not (mark in STRAIGHT and before.isdigit())
        opens, closes = lost and mark not in CLOSERS, lost and mark not in OPENERS
    elif _is_elision(text, paragraph, match, opens) or _is_inch(text, paragraph, match):
        opens = closes = False
    elif mark in OPENERS:
        opens, closes = not (closes and not opens), closes and not opens
    elif mark in CLOSERS:
        opens, closes = opens and not closes, not opens or closes
    elif not opens and not closes:
        opens, closes = not before.isalnum(), before.isalnum()
    return Mark(start, end, mark, family, opens, closes)


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
