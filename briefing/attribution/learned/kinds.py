"""Tells statements from attitudes by the cue's words, the network and the rules together.

A refusal to speak and a question put to a speaker are no statements: they count as attitudes.
"""

import re
from functools import cache

from briefing import lexicon
from briefing.attribution.learned.leanings import WORD
from briefing.attribution.learned.pairing import Pairing, chance_of, log_odds
from briefing.attribution.rules.words import class_words, forms
from briefing.domain import Form, Kind, Span

SURE = 0.75  # chance from which the network alone is believed of naming verbs
# Chance from which the network alone is believed that words which no labelled cue held tell of a
# statement. Below it, on PolNeAR dev, as many are none as are one: `handed`, `requires`.
LIKELY = 0.65
LONGEST_TITLE = 9  # words
HYPHENS = ("-", "\u2010", "\u2011")
BEFORE = 40  # characters before a cue that are looked at
# The question that a speaker was asked: `was asked whether`, `Asked about the fee, she`.
ASKED = re.compile(
    r"(?:\b(?:was|were|[Ww]hen|been|[Ii]f|being)\s+asked|(?:^|[.!?…]?[”\"’')»]*\s+)Asked)\b"
)
# What is not given, behind a cue: `referred` questions to, `offered` no details.
WITHHELD = re.compile(
    r"\b(?:referred|referring|directed|forwarded|redirected)\|\s*(?:all\s|any\s|further\s)*"
    r"(?:questions|inquiries|enquiries|queries|calls|requests|reporters|journalists)\b"
    r"|\b(?:offer|offered|offering|offers|gave|gives|giving|provided|provides|made|set)\|\s*no\b"
    r"|\bleft\s+(?:\w+\s+)?(?:calls|messages|questions|e-?mails|requests)\|\s*unanswered\b"
    r"|\bneither\s+confirm\w*\s+nor\s+den(?:ied|ies|y|ying)\|"
    r"|\bnor\s+den(?:ied|ies|y|ying)\|"
)
# What a work is called, to the end: `a book titled "Dry Wells"`, `a column headed “Not Yet”`.
TITLED = re.compile(
    r"(?:an?|the|its|his|her|their)\s[^“”\"‘]*\b(?:titled|entitled|headed|headlined|called|named)"
    r"\s[“\"‘'][^“”\"‘]*[”\"’'][.,]?[”\"’']?"
)
# A duty to speak, not speech: `has to ask`, `must explain`.
OBLIGED = re.compile(r"\b(?:ha(?:s|ve|d) to|needs? to|must|should|ought to)\s+(?:\w+ly\s+)?\w+$")


def kind_features(pairing: Pairing, leaning: float) -> dict[str, float]:
    """What the decision weighs, by name."""
    ruled = 0.0
    if pairing.ruled is not None:
        ruled = 1.0 if pairing.ruled.kind is Kind.STATEMENT else -1.0
    score = 0.5 if pairing.candidate is None else pairing.candidate.statement_score
    return {
        "one": 1.0,
        "network": log_odds(min(max(score, 0.01), 0.99)),
        "cue": leaning,
        "rule": ruled,
        "quoted": float(pairing.form is not Form.INDIRECT),
    }


def kind_of(pairing: Pairing, leaning: float, weights: dict[str, float]) -> Kind:
    """The kind of a pairing; the rules' own where only they have found it."""
    if pairing.candidate is None and pairing.ruled is not None:
        return pairing.ruled.kind
    said = chance_of(weights, kind_features(pairing, leaning)) >= 0.5
    return Kind.STATEMENT if said else Kind.ATTITUDE


def is_doubtful(pairing: Pairing, chance: float, leaning: float) -> bool:
    """Whether only the network, and not surely, takes unknown words for a cue of a statement."""
    return pairing.ruled is None and leaning == 0.0 and chance < LIKELY


def is_obliged(text: str, pairing: Pairing, chance: float) -> bool:
    """Whether only the network sees a statement in what somebody has to say."""
    if pairing.ruled is not None or chance >= SURE:
        return False
    return any(OBLIGED.search(text[max(0, c.start - 12) : c.end]) for c in pairing.cue)


def is_refusal(text: str, cue: Span) -> bool:
    """Whether the words of a cue say that somebody does not speak.

    >>> is_refusal("The bank declined to comment.", Span(9, 28))
    True
    >>> is_refusal("The bank gave no date.", Span(9, 13))
    True
    >>> is_refusal("The bank said it would not pay.", Span(9, 13))
    False
    """
    near = " ".join(text[max(0, cue.start - BEFORE) : cue.end].lower().split())
    behind = text[cue.end : cue.end + BEFORE].lower()
    return bool(_refusal_pattern().search(near) or WITHHELD.search(f"{near}|{behind}"))


@cache
def _refusal_pattern() -> re.Pattern[str]:
    """A refusal that ends the words up to the end of a cue: `declined on Monday to say`."""
    refusals = "|".join(sorted(map(re.escape, lexicon.words("attribution/refusals.txt"))))
    verbs = "|".join(sorted(lexicon.words("attribution/refused_verbs.txt")))
    return re.compile(
        rf"\b(?:{refusals})(?:\s+(?:immediately|on \w+|\w+ly))?\s+(?:to\s+)?(?:{verbs})"
        r"(?:\s+(?:to|on|about|for|with))?$"
        r"|\b(?:declined|declines|declining|refused|refuses|refusing)$"
    )


def is_naming(pairing: Pairing, chance: float, words: str) -> bool:
    """Whether only the network sees a statement, and not surely, in what names something."""
    if chance >= SURE:
        return False
    names = lexicon.words("attribution/naming_verbs.txt")
    alone = pairing.ruled is None and pairing.form is not Form.INDIRECT
    return alone and any(word.lower() in names for word in WORD.findall(words))


def is_title(text: str, pairing: Pairing) -> bool:
    """Whether words are those of a title of a work, which only the network takes for speech.

    So are names of songs, signs and reports: `sang 'The River'`, `a note headed “No Rain, No Tea”`;
    a work published with its title is none either: `released a book titled “Dry Wells”`.
    """
    if _is_published_work(text, pairing):
        return True
    if pairing.ruled is not None or pairing.form is not Form.DIRECT:
        return False
    words = [word for span in pairing.content for word in WORD.findall(span.of(text))]
    small = class_words("title-small")
    telling = [word for word in words if word.lower() not in small]
    return 1 < len(words) <= LONGEST_TITLE and all(word[0].isupper() for word in telling)


def _is_published_work(text: str, pairing: Pairing) -> bool:
    cue = [word.lower() for span in pairing.cue for word in WORD.findall(span.of(text))]
    lemmas = {reading.lemma for word in cue for reading in forms().get(word, ())}
    hull = text[pairing.content[0].start : pairing.content[-1].end].strip()
    return bool(lemmas & class_words("publish") and TITLED.fullmatch(hull))


def is_inside_name(text: str, cue: Span) -> bool:
    """Whether a cue is a part of a hyphenated name.

    >>> is_inside_name("Minister Amal Ben-Said left.", Span(18, 22))
    True
    """
    before = text[max(0, cue.start - 2) : cue.start]
    return before[1:] in HYPHENS and before[0].isalpha()


def is_question(text: str, cue: Span) -> bool:
    """Whether a cue is the question that a speaker was asked, not asks.

    >>> is_question("She was asked whether it rained.", Span(8, 13))
    True
    """
    return bool(ASKED.search(text[max(0, cue.start - 8) : cue.end]))
