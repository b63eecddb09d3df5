"""Measures how a sentence is written: figures, quotations, verbs of saying, pronouns."""

import re
from collections.abc import Sequence

from briefing.summary.openings import points_back

_NUMBER = re.compile(r"\d")
_LARGE = re.compile(r"[$£€¥%]|\b(?:percent|per cent|[mb]illions?|thousands?|hundreds?)\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_SAID = re.compile(
    r"\b(?:said|says|saying|told|tells|added|announced|according|reported|confirmed|warned"
    r"|claimed|argued|insisted|wrote|tweeted|explained|denied|admitted|noted)\b"
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July"
    r"|August|September|October|November|December|today|yesterday|tomorrow)\b"
)
_FIRST = re.compile(r"\b(?:I|I'm|I’m|me|my|we|We|our|us|My|Our)\b")
_SECOND = re.compile(r"\b(?:you|your|You|Your)\b")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|their|its)\b", re.I)
_DASH = re.compile(r" -+ |[–—]|--")


def measure_style(wording: str, words: Sequence[str]) -> tuple[float, ...]:
    """The features from `figures` to `points_back`, in the order of features.FEATURES."""
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(wording))
    return (
        float(sum(bool(_NUMBER.search(word)) for word in words)),
        float(len(_LARGE.findall(wording))),
        quoted / max(1, len(wording)),
        float(wording[:1] in '"“'),
        float(bool(_SAID.search(wording))),
        float(bool(_DAY.search(wording))),
        float("?" in wording),
        float(len(_FIRST.findall(wording))),
        float(bool(_SECOND.search(wording))),
        float(points_back(wording)),
    )


def measure_texture(wording: str, words: Sequence[str]) -> tuple[float, ...]:
    """The features from `pronouns` to `colon`, in the order of features.FEATURES."""
    return (
        float(len(_PRONOUN.findall(wording))),
        float(wording.count(",")),
        float(len(_DASH.findall(wording))),
        sum(map(len, words)) / max(1, len(words)),
        float(":" in wording),
    )
