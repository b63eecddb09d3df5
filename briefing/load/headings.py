"""Tell titles and headings from paragraphs."""

import re

# The end of a sentence: `.`, `?”`, `.)`, also where a list or quotation follows: `:`
TERMINAL = re.compile(r"[.!?…:;,—–-]['\"”’»)\]]*$")
FULL_STOP = re.compile(r"[.…]['\"”’»)\]]*$")
# A second sentence inside a line: `. The`
INNER_STOP = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?]['\"”’»)]* ['\"“‘«(]?[A-Z]"
)
# `Expert: "The width of the rail decides"`: a label and nothing but a quotation behind it.
HEADING_QUOTATION = re.compile(
    r"(?P<label>[^\W\d_][^:\"“”‘«„「\n]{0,60}): ?(?P<quote>[\"“‘'«„「].{3,200}[\"”’'»“」])\.?$"
)
# A line all in quotation marks is somebody's words.
QUOTED = re.compile(r"[\"“‘'«„「]")
# `SMITH: We will not.`, `Q: Why?`, `A: No!`
TRANSCRIPT = re.compile(
    r"(?:[QA]|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z .]+)?)(?: \([^)]*\))?: ?\S"
)
# Words of sentences that headlines do without.
SENTENCE_WORDS = re.compile(
    r"\b(?:said|was|were|had|has been|have been|told|added|according to|which|who"
    r"|(?:on|last|this|next|late|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)\b"
)
# What sentences begin with and headlines seldom.
SENTENCE_START = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|There|This|These|That|Those|As|If|When|While|After)\b"
)
# Short words that title case leaves small.
SMALL = frozenset(
    "a an and as at but by for from if in into is it its nor of off on or out over per so than that the"
    " to up via vs vs. with are be was were will not has have".split()
)
WORD = re.compile(r"[^\W_][\w.'’-]*")
MOST_TITLE_WORDS = 30
MOST_HEADING_WORDS = 14


def is_heading_quotation(line: str) -> bool:
    """Whether a line is a label and a quotation that is no sentence, set as a heading.

    >>> is_heading_quotation('Expert: "The gauge decides"'), is_heading_quotation('ROE: "We won."')
    (True, False)
    """
    found = HEADING_QUOTATION.match(line)
    if not found or len(found["label"].split()) > 6:
        return False
    inner = found["quote"][1:-1].rstrip()
    return not inner.endswith((".", "!", ",")) and not found["label"].isupper()


def in_title_case(line: str) -> bool:
    """Whether nearly every word but the small ones begins with a capital."""
    found = [word for word in WORD.findall(line) if word.lower() not in SMALL]
    capitals = sum(not word[0].islower() for word in found)
    return len(found) >= 2 and capitals >= 0.85 * len(found)


def is_title(line: str, *, below: str, parted: bool) -> bool:
    """Whether the first line of an article is its title; `below` is the prose after it.

    Without a full stop, a line is one unless it is long. With one, it must look like a
    headline: in title case, or short, without the words of a sentence, and `parted` from the
    text by an empty line. Wrong on ledes that read like headlines.

    >>> is_title("Rain ends drought in Arnhem", below="It rained on Monday.", parted=True)
    True
    >>> is_title("The rain ended the drought, officials said.", below="It fell.", parted=True)
    False
    """
    count = len(line.split())
    if not below or count > MOST_TITLE_WORDS or TRANSCRIPT.match(line):
        return False
    if line.endswith((":", ",")):
        return False
    if is_heading_quotation(line):
        return True
    if not FULL_STOP.search(line):
        return not (QUOTED.match(line) and TERMINAL.search(line)) and not INNER_STOP.search(line)
    if INNER_STOP.search(line.rstrip(".")) and not in_title_case(line):
        return False
    if in_title_case(line) and count <= 25:
        return True
    sentence = bool(SENTENCE_WORDS.search(line)) + bool(SENTENCE_START.match(line))
    return parted and count <= 16 and not sentence and len(below) > 1.5 * len(line)


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
