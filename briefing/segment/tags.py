"""Tells whether a tag such as `Tanaka asked.` goes on with the sentence of a quotation."""

import re
from functools import cache

from briefing.lexicon import words

NAME = r"[A-Z][\w’'-]*\.?"
# Tanaka asked | Prime Minister Ito, 61, asked | He later asked | Lt. Gen. Mori of Japan asked
TAG = (
    rf"(?:(?:He|She|They|I|We|{NAME}(?:,? (?:{NAME}|of|the|de|van|von|bin|al|el|for|and)){{0,8}})"
    rf"(?P<aside>, [^.,?!“”\"]{{1,80}},)?) (?:also |then |later |once |even |has |had )?"
    r"(?:VERBS)\b(?P<tail>[^.?!“”\"]{0,120})(?P<stop>.?)"
)
WHEN = (
    r"on|in|at|during|before|yesterday|later|earlier|last|aloud|again|recently"
    r"|this (?:week|month|year|morning|afternoon|evening|summer|spring|autumn|fall|winter)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
# What may follow the verb where nothing but the tag does: `Tanaka said on Monday.`
SHORT_TAIL = re.compile(rf"(?: (?:{WHEN})\b[^,;:]*)?")
# What may follow it behind ? and !; `He said nothing` and `He said that` are no tags.
LONG_TAIL = re.compile(
    rf"$|[,;—–-]| (?:{WHEN}|after|when|while|as|with|to|of|by|from|via|angrily|back|and"
    r"|repeatedly|rhetorically|a|the|his|her|their|me|us|him|them|reporters|journalists|lawmakers"
    r"|viewers|supporters|[A-Z]\w*)\b| — "
)
REACH = 260  # characters of a tag looked at
MAX_SHORT_TAIL = 40  # characters behind the verb of a tag after a full stop


@cache
def _compile_tag() -> re.Pattern[str]:
    return re.compile(TAG.replace("VERBS", "|".join(sorted(words("segment/tags.txt")))))


def is_tag(text: str, at: int, *, stop: str) -> bool:
    """Whether the words at a position are the tag of the quotation that ended in `stop`.

    >>> is_tag("Tanaka asked in Osaka.", 0, stop="?")
    True
    >>> is_tag("Tanaka said nothing.", 0, stop="?"), is_tag("He wrote books.", 0, stop=".")
    (False, False)
    """
    found = _compile_tag().match(text, at, at + REACH)
    if not found:
        return False
    tail = found["tail"]
    if tail.rstrip().endswith(":"):  # introduces the next quotation: `Roe added: “Never.”`
        return False
    if stop[-1] in "?!…":
        return LONG_TAIL.match(tail) is not None
    if found["aside"] or found["stop"] not in {".", ""} or len(tail) > MAX_SHORT_TAIL:
        return False
    return SHORT_TAIL.fullmatch(tail) is not None
