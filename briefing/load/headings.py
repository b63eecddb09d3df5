"""Tell titles and headings from paragraphs."""

import re
from functools import cache

from briefing.lexicon import words

# The end of a sentence: `.`, `?”`, `.)`, also where a list or quotation follows: `:`
TERMINAL = re.compile(r"[.!?…:;,—–-]['\"”’»)\]]*$")
FULL_STOP = re.compile(r"[.…]['\"”’»)\]]*$")
# A second sentence inside a line, not behind an initial or abbreviation: `. The`
INNER_STOP = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?]['\"”’»)]* ['\"“‘«(]?[A-Z]"
)
# `Expert: "The width of the rail decides"`: a label and nothing but a quotation behind it.
HEADING_QUOTATION = re.compile(
    r"(?P<label>[^\W\d_][^:\"“”‘«„「\n]{0,60}): ?(?P<quote>[\"“‘'«„「].{3,150}[\"”’'»“」])\.?$"
)
# A label with a verb is no label but a sentence: `Trump said`, `he added`
SAYING = re.compile(r"\b(?:[a-z]+ed|said|says|wrote|writes|told|adds|asks|reads?|goes|went)$")
# A line that begins in quotation marks is somebody's words.
QUOTED = re.compile(r"[\"“‘'«„「]")
# `SMITH: We will not.`, `Q: Why?`, `A: No!`
TRANSCRIPT = re.compile(
    r"(?:[QA]|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z .]+)?)(?: \([^)]*\))?: ?\S"
)
# `The Latest:`, `Poll:`, `Opinion |`: what headlines put in front.
KICKER = re.compile(r"(?:[\w'’.-]+ ?){1,3}(?::| [|–—-]) \S")
# Words of sentences that headlines do without.
REPORTING = re.compile(
    r"\b(?:said|told|added|according to"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
PAST = re.compile(r"\b(?:was|were|had|has been|have been)\b")
ARTICLES = re.compile(r"\b(?:the|a|an)\b", re.I)
# What sentences begin with and headlines seldom.
PRONOUN_START = re.compile(r"(?:He|She|It|They|We|I|But|And|There|That|Those|Then|So|Still)\b")
ARTICLE_START = re.compile(r"(?:The|A|An|In|On|At|This)\b")
WORD = re.compile(r"[^\W_][\w.'’-]*")
# The longest title and heading of news, in words.
MOST_TITLE_WORDS = 30
MOST_HEADING_WORDS = 14
# `– Old hands –.`: agencies set headings so.
CROSSHEAD = re.compile(r"\S.{1,60} [–—-]\.?$")


def is_heading_quotation(line: str) -> bool:
    """Whether a line is a label and a quotation that is no sentence, set as a heading.

    >>> is_heading_quotation('Expert: "The gauge decides"'), is_heading_quotation('ROE: "We won."')
    (True, False)
    """
    found = HEADING_QUOTATION.match(line)
    if not found:
        return False
    label, inner = found["label"].rstrip(), found["quote"].strip("\"“”‘’'«»„「」")
    if len(label.split()) > 4 or label.isupper() or SAYING.search(label):
        return False
    return not inner.rstrip().endswith((".", "!", ",", ";"))


@cache
def _small_words() -> frozenset[str]:
    return words("load/small_words.txt")


def in_title_case(line: str) -> bool:
    """Whether nearly every word but the small ones begins with a capital.

    >>> in_title_case("Rain Ends the Drought in Arnhem"), in_title_case("Rain ends the drought")
    (True, False)
    """
    found = [word for word in WORD.findall(line) if word.lower() not in _small_words()]
    capitals = sum(not word[0].islower() for word in found)
    return len(found) >= 2 and capitals >= 0.85 * len(found)


def is_title(line: str, *, below: str, parted: bool, marked: bool = False) -> bool:
    """Whether the first line of an article is its title; `below` is the prose after it.

    `parted` says that an empty line follows, `marked` that a byline, a date or a dateline
    does. Without a full stop, a line is a title unless it is long; with one, it must look like
    a headline. Wrong on ledes that read like headlines.

    >>> is_title("Rain ends drought in Arnhem", below="It rained on Monday.", parted=True)
    True
    >>> is_title("The rain ended the drought, officials said.", below="It fell.", parted=True)
    False
    """
    count = len(line.split())
    if not below or count > MOST_TITLE_WORDS or line.endswith(","):
        return False
    if is_heading_quotation(line) or line.endswith(";"):
        return True
    if line.endswith(":"):
        return (
            parted and count <= 5 and not TRANSCRIPT.match(below) and not SAYING.search(line[:-1])
        )
    if TRANSCRIPT.match(line) and TRANSCRIPT.match(below):
        return False
    if not FULL_STOP.search(line):
        return _is_open_title(line, count, parted=parted)
    if in_title_case(line):
        return count <= 25
    if count > 18:
        return False
    if INNER_STOP.search(line.rstrip(".")):
        return parted and count <= 14 and not REPORTING.search(line)
    return _score_title(line, count, parted=parted, marked=marked) >= 3


def _is_open_title(line: str, count: int, *, parted: bool) -> bool:
    """Whether a first line without a full stop is a title."""
    if not TERMINAL.search(line):
        return parted or not INNER_STOP.search(line) or in_title_case(line)
    return not QUOTED.match(line) and count <= 16


def _score_title(line: str, count: int, *, parted: bool, marked: bool) -> int:
    """How much a sentence with a full stop looks like a headline; 3 or more is one.

    The weights are set by hand; on PolNeAR's training part, 97 % of the first lines pass.
    """
    score = parted + 2 * marked + (count <= 12) + (count <= 16) + bool(KICKER.match(line))
    score -= 2 * bool(REPORTING.search(line)) + bool(PAST.search(line))
    score -= 2 * bool(PRONOUN_START.match(line)) + bool(ARTICLE_START.match(line))
    return score - (len(ARTICLES.findall(line)) >= 2)


def is_heading(line: str, *, below: str) -> bool:
    """Whether a line inside an article heads the prose below it.

    >>> is_heading("Why the warning came late", below="The storm turned south at night.")
    True
    >>> is_heading("The crowd applauded.", below="Then it rained.")
    False
    """
    count = len(line.split())
    if is_heading_quotation(line):
        return True
    if not below or QUOTED.match(line) or TRANSCRIPT.match(line):
        return False
    if line.isupper() and count <= MOST_HEADING_WORDS:
        return not line.endswith(("!", "?")) or count <= 8
    if TERMINAL.search(line):
        return line.endswith("?") and count <= 8 and in_title_case(line)
    return count <= MOST_HEADING_WORDS and line[0] not in "(@#" and not line[0].islower()
