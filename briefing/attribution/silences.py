"""The words by which articles tell that somebody has not spoken."""

import re
from functools import cache
from typing import NamedTuple

from briefing.domain import Silence
from briefing.lexicon import words

# Verbs of the refused ones that mean other things too: `refused to give ground`, `declined to
# release him`. They count where what is refused is information.
OFTEN_DEEDS = frozenset({"give", "provide", "release", "share"})
# … and these where somebody has refused, but not where somebody has declined.
DEEDS_IF_REFUSED = frozenset({"confirm", "identify", "name", "speak", "talk", "tell", "discuss"})
# Participles; behind `to` there are none.
PARTICIPLES = frozenset({"responded", "said"})
# Verbs that mean silence wherever they are negated.
SAYING = r"comment|say|elaborate|disclose|specify|reveal|confirm\s+or\s+deny"

LATER = r"(?:\s+(?:immediately|yet|on\s+\w+|again|\w+ly|to\s+reporters)){0,2}"  # on Monday
# Words behind `say` that make it no silence: `refused to say sorry`, `to say the word`.
# Behind other verbs it still is one: `declined to discuss it`.
NOT_SAID = (
    r"(?!(?<=\bsay)\s+(?:sorry|yes|no|goodbye|farewell|hello|thank\w*|that|it|the\s+words?)\b)"
)
INFORMATION = (  # give [any more] details, release [the] names
    r"\s+(?:\S+\s+){0,5}?(?:details?|information|comments?|reasons?|names?|identit(?:y|ies)"
    r"|numbers?|figures?|data|interviews?|answers?|explanations?|specifics|timelines?|dates?"
    r"|estimates?|statements?|evidence|proof|cop(?:y|ies))\b"
)
TO_THE_PRESS = (
    r"(?:\s+(?:about|to\s+(?:reporters|journalists|the\s+(?:press|media))|publicly)\b|\s*$)"
)
# did not respond [to several] requests, return calls
REQUESTS = (
    r"(?:\S+\s+){0,5}?(?:requests?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|questions?"
    r"|e-?mails?|messages?|calls?|texts?|voicemails?|letters?)\b"
)
FOR_COMMENT = r"\s+(?:for|to)\s+(?:\w+\s+)?(?:comment|an?\s+interview|interviews)\b"
NAMED = r"(?P<who>[^,.;:\"]+?)"  # up to the first of …
NAMED_END = r"(?=\s+(?:on|by|about|before|after|late|early|was|were|went|in\s+time)\b|[,.;:\"]|$)"


class Pattern(NamedTuple):
    """Words that tell of silence: who is silent stands before them or is their group `who`."""

    form: re.Pattern[str]
    reason: Silence


@cache
def quick_pattern() -> re.Pattern[str]:
    """Words without which no silence is told: for most sentences, all that is looked for."""
    return re.compile(
        r"declin|refus|comment|reached|respon|repl(?:y|ied)|return|answer|(?:would|will)\s+not"
        r"|wo(?:uld)?n['’]t|stop\w*\s+short",
        re.IGNORECASE,
    )


@cache
def patterns() -> tuple[Pattern, ...]:
    """All that tells of silence, the surest first."""
    return tuple(
        Pattern(re.compile(rf"\b(?:{form})", re.IGNORECASE), reason)
        for form, reason in (
            (_refused("declin"), Silence.DECLINED),
            (_refused("refus"), Silence.DECLINED),
            (_negated(), Silence.DECLINED),
            (r"(?:had|has|have)\s+no(?:\s+\w+)?\s+comments?\b", Silence.DECLINED),
            (_unanswered(), Silence.UNREACHABLE),
            (_absent(), Silence.UNREACHABLE),
            (_nothing_from(), Silence.UNREACHABLE),
            (_calls_to(), Silence.UNREACHABLE),
        )
    )


def _either(phrases: frozenset[str] | set[str]) -> str:
    """One of the phrases, the longest that fits."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)


def _phrases(*begins: str) -> str:
    """The listed words before a refusal that begin so: `declined`, `declines`, `declining`."""
    listed = words("attribution/refusals.txt")
    return _either({phrase for phrase in listed if phrase.startswith(begins)})


def _refused(stem: str) -> str:
    """Declined [on Monday] to comment, refused requests for an interview."""
    deeds = OFTEN_DEEDS | (DEEDS_IF_REFUSED if stem == "refus" else frozenset())
    spoken = words("attribution/refused_verbs.txt") - PARTICIPLES - deeds
    pressed = rf"|(?:speak|talk){TO_THE_PRESS}|confirm\s+or\s+deny" if stem == "refus" else ""
    return (
        rf"(?:{_phrases(stem)}){LATER}\s+(?:to\s+(?:\w+ly\s+)?(?:(?:{_either(spoken)})\b{NOT_SAID}"
        rf"|(?:{_either(deeds)}){INFORMATION}{pressed}"
        rf"|be\s+(?:interviewed|drawn)\b|make\s+(?:a|any)\s+(?:\w+\s+)?(?:comment|statement)\b)"
        rf"|comment\b|(?:\S+\s+){{0,3}}?(?:interviews?|requests?{FOR_COMMENT})\b)"
    )


def _negated() -> str:
    """Would not say, won't comment, stopped short of saying; did not immediately comment."""
    would = _phrases("would", "will", "wo")
    did = _phrases("did", "has", "have", "had")
    return (
        rf"(?:{would}){LATER}\s+(?:{SAYING})\b{NOT_SAID}"
        rf"|(?:{did}){LATER}\s+(?:comment(?:ed)?|elaborated?)\b"
    )


def _unanswered() -> str:
    """Did not immediately respond to a request, has not returned calls."""
    did = rf"(?:{_phrases('did', 'has', 'have', 'had')}){LATER}"
    verbs = r"(?:respond(?:ed)?|repl(?:y|ied))\s+to|answer(?:ed)?|return(?:ed)?"
    return rf"{did}\s+(?:{verbs})\s+{REQUESTS}|{did}\s+immediately\s+(?:respond|reply)\b"


def _absent() -> str:
    """Could not immediately be reached for comment, was not available to comment."""
    reached = (
        r"could\s*(?:not|n['’]t)(?:\s+immediately)?\s+be(?:\s+immediately)?\s+(?:reached|contacted)"
    )
    by = rf"(?:{FOR_COMMENT}|\s+by\s+(?:tele)?(?:phone|e-?mail)\b)"
    available = r"(?:was|were|is|are)\s+(?:not(?:\s+\w+)?\s+available|unavailable)"
    at_once = r"could\s+not\s+immediately\s+be\s+reached"
    return rf"{reached}{LATER}{by}|{at_once}|{available}{FOR_COMMENT}"


def _nothing_from() -> str:
    """There was no immediate comment from the ministry."""
    return (
        rf"there\s+(?:was|has\s+been)\s+no(?:\s+\w+)?\s+(?:comment|response|reply|reaction|word)"
        rf"\s+from\s+{NAMED}{NAMED_END}"
    )


def _calls_to() -> str:
    """Calls to the company were not returned; an email to its lawyer went unanswered."""
    return (
        rf"(?:an?\s+)?(?:calls?|messages?|e-?mails?|requests?|questions?|quer(?:y|ies)|inquiries)"
        rf"(?:{FOR_COMMENT}|\s+seeking\s+comment|\s+left|\s+sent|\s+made)*\s+(?:to|with|for)\s+"
        rf"{NAMED}(?:\s+seeking\s+comment|{FOR_COMMENT})?\s+(?:on\s+\w+\s+)?"
        rf"(?:(?:was|were)\s+not(?:\s+\w+)?\s+(?:returned|answered)|went\s+unanswered)"
    )
