"""Recognise the lines that name an article's authors."""

import re
from functools import cache
from itertools import pairwise

from briefing.lexicon import table, words

# The longest line of credits, in characters.
LONGEST = 600
# `By Ada Roe`, `Story by Ada Roe`
BY = re.compile(
    r"(?:by|text by|words by|story by|written by|report by|posted by|author:|byline:)\s+(?=\S)",
    re.I,
)
# `Reporting by …; editing by …`, `(Additional reporting by …)`, `Contributing: …`
CREDITS = re.compile(
    r"[-–—(\[*_\s]*(?:(?:additional |extra |further )?"
    r"(?:reporting|research|writing|editing|translation|production|photography) by:? (?-i:[A-Z])"
    r"|(?:additional|extra|further) reporting (?:from|in) (?-i:[A-Z])"
    r"|(?:compiled|edited|translated|produced|reported|written|photographed) by:? (?-i:[A-Z])"
    r"|contribut(?:ing|ors?|ed)(?: (?:writers?|reporters?))?\s?:"
    r"|with (?:reporting|files) (?:by|from)\b)",
    re.I,
)
# `J. Doe and K. Roe contributed to this report.`
CONTRIBUTED = re.compile(
    r"[-–—(\[*_\s]*(?=[A-Z])[^!?\"“”]{3,400}?\b(?:contributed (?:\w+ ){0,2}?(?:to|for) this "
    r"(?:report|story|article|post|piece)\b[^\"“”]{0,200}$|contributed reporting\b[^\"“”]{0,120}$"
    r"|contributed(?: from [A-Z][\w ,.]+)?\.?\)?$)",
    re.S,
)
# `Roe reported from Oslo, and Doe from Rome.`, `CNN's Ada Roe wrote from Oslo.`
REPORTED = re.compile(
    r"(?:Journalists? )?(?:[A-Z][\w.'’-]+,? (?:and |writers? |[a-z]{2,3} )?){1,8}"
    r"(?:(?:reported|wrote)(?: and (?:reported|wrote))?)(?: (?:this|the) (?:story|article))? "
    r"from [A-Z][^\"“”!?]{2,300}$"
)
# Where a sentence ends and another begins; not behind an initial or a short abbreviation.
BOUNDARY = re.compile(
    r"(?<![\s.][A-Z])(?<!\b(?:Mr|Dr|Ms|St|Jr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))[.!?]['\"”’)\]]*\s+(?=[A-Z(©@\[])"
)
# Verbs that a sentence about a report has and a credit has not.
SENTENCE = re.compile(r"\b(?:said|says|that|who|which|will|would|was|were|has|had|is|are)\b")
NAME_WORD = re.compile(r"[^\W\d_][\w.’'-]*[,;|.:]?|[&|,]|[-–—/]")
ROLE = re.compile(
    r"\b(?:staff|correspondents?|reporters?|columnist|editor|bureau chief|contributor"
    r"|news service|writers?)\b",
    re.I,
)


def is_byline(piece: str) -> bool:
    """Whether a piece names authors or agencies and nothing else.

    >>> is_byline("By our political staff"), is_byline("By Monday the snow had gone.")
    (True, False)
    """
    if len(piece) > LONGEST:
        return False
    if is_credit(piece):
        ends = [0, *(found.end() for found in BOUNDARY.finditer(piece)), len(piece)]
        return all(is_credit(piece[one:two]) for one, two in pairwise(ends))
    start = BY.match(piece)
    if start:
        return _holds_names(piece[start.end() :])
    if piece.rstrip(".") in _agencies():
        return True
    return len(piece) <= 80 and bool(ROLE.search(piece)) and _is_signed(piece)


def is_credit(sentence: str) -> bool:
    """Whether a sentence begins like one that says who worked on the article.

    >>> is_credit("Ada Roe contributed to this report."), is_credit("Ada Roe reported it.")
    (True, False)
    """
    if CREDITS.match(sentence) or CONTRIBUTED.match(sentence):
        return True
    return bool(REPORTED.match(sentence)) and not SENTENCE.search(sentence)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name for row in table("load/agencies.txt") for name in row[:2])


def _count_names(phrase: str) -> int | None:
    """How many words of a phrase may be names; None where one is no word of a byline."""
    known = words("load/byline_words.txt")
    names = 0
    for token in phrase.split():
        word = token.strip(",;|.:")
        if not NAME_WORD.fullmatch(token):
            return None
        if not word[:1].isalpha() or word.lower() in known:
            continue
        if not word[0].isupper():
            return None
        names += 1
    return names


def _holds_names(phrase: str) -> bool:
    """Whether what stands behind `By` is made of names and of words that bylines use."""
    count = len(phrase.split())
    names = _count_names(phrase) if count <= 20 else None
    return names is not None and (names != 1 or phrase.isupper() or count > 1)


def is_name(line: str) -> bool:
    """Whether a line may be a person's name: two to four words, each with a capital.

    >>> is_name("Ada van der Roe"), is_name("Ferries sail again")
    (True, False)
    """
    return _count_names(line) in {2, 3, 4} and len(line.split()) <= 6


def _is_signed(piece: str) -> bool:
    """Whether a line is a name and, behind a comma or bar, a role: `Ada Roe, Staff Writer`."""
    name, mark, _ = piece.partition("|") if "|" in piece else piece.partition(",")
    return bool(mark) and _count_names(name) in {2, 3, 4} and _count_names(piece) is not None
