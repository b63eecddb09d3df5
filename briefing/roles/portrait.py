"""Gathers the words with which an article says who a speaker is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.domain import Grade, Span, Speaker

MENTIONS = 6  # mentions looked at: who a source is is said at the first ones
BEFORE, AFTER = 70, 110  # characters read on either side of a mention
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“A-Z])|\n|[“”\"]")
# ", a professor of law," or ", who runs" or " (a think tank)": the words that explain a name.
APPOSITION = re.compile(
    r"[’']?s?\s?(?:,|\(|—|–| - )\s*(?=(?:an?|the|who|whose|which|now|then|one|his|her|its|their|former|"
    r"\d+,|of)\b|[a-z]+(?:\s[a-z]+){0,3}\s(?:of|at|for|to|in|with)\b|[A-Z(])"
)
RELATIVE = re.compile(r"\s(?=(?:who|of|from|at|with)\s)")
STOP = re.compile(r"[;:()—]|,\s+(?:and|but|said|told|says|adding|wrote|as)\b")
# The titles right before a name: "the African Union's mediator, " or "Defence Minister ".
LEADING = re.compile(r"(?:[\w’'.&-]+(?:,(?=\s*$))?\s+){1,7}$")
NOT_TITLE = re.compile(
    r"^.*\b(?:said|says|told|by|to|that|with|and|but|from|as|when|after|while|because|is|was|if|"
    r"asked|about|on|like|than|against|him|her|who|wrote)\b",
    re.IGNORECASE | re.DOTALL,
)
PRONOUN = re.compile(r"(?:he|she|they|it|who|we|i|you|him|her|them|which|that)$", re.IGNORECASE)


class Field(StrEnum):
    """Where a word about a speaker was found; the value is what evidence calls it."""

    POSITION = "title"
    AFFILIATION = "affiliation"
    DESCRIPTION = "description"
    PRINCIPAL = "speaks for"
    NAME = "name"
    NEAR = "beside the name"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words about a speaker, and where they stand."""

    field: Field
    words: str


def portray(text: str, speaker: Speaker) -> tuple[Passage, ...]:
    """Everything an article says about who a speaker is, the most telling first."""
    found: list[Passage] = []
    for field, words in (
        (Field.POSITION, speaker.position),
        (Field.AFFILIATION, speaker.affiliation),
        (Field.PRINCIPAL, speaker.principal),
    ):
        if words:
            found.append(Passage(field, words))
    found += [Passage(Field.DESCRIPTION, span.of(text)) for span in speaker.descriptions]
    if speaker.name:
        found.append(Passage(Field.NAME, first_member(speaker)))
    found += [Passage(Field.NEAR, words) for words in _beside(text, speaker)]
    return tuple(found)


def first_member(speaker: Speaker) -> str:
    """The name of a speaker; of a joint source, the first one's."""
    name = speaker.name or ""
    return name.split(" + ")[0]


def is_person(name: str, grade: Grade) -> bool:
    """Whether a name has the form of a person's: two to four words with capitals.

    >>> [is_person(n, Grade.NAMED) for n in ("Ana B. Luz", "Bank of Peru", "senior aide")]
    [True, False, False]
    """
    parts = name.split()
    return (
        grade is Grade.NAMED
        and 2 <= len(parts) <= 4
        and all(
            part[0].isupper() or part in ("de", "van", "von", "al", "bin", "da") for part in parts
        )
    )


def _beside(text: str, speaker: Speaker) -> Iterator[str]:
    looked_at = 0
    for span in speaker.mentions:
        if PRONOUN.match(span.of(text)):
            continue
        yield from _around(text, span)
        looked_at += 1
        if looked_at == MENTIONS:
            return


def _around(text: str, span: Span) -> Iterator[str]:
    """The title before a mention, the mention's own words and the apposition behind it."""
    before = _last_sentence(text[max(0, span.start - BEFORE) : span.start])
    title = LEADING.search(before)
    if title is not None:
        words = NOT_TITLE.sub("", title.group()).strip(" ,")
        if words:
            yield words
    if " " in span.of(text).strip():
        yield span.of(text)
    after = text[span.end : span.end + AFTER]
    opening = APPOSITION.match(after) or RELATIVE.match(after)
    if opening is not None:
        told = SENTENCE_END.split(after[opening.end() :], 1)[0]
        told = STOP.split(told, 1)[0].strip(" ,")
        if told:
            yield told


def _last_sentence(before: str) -> str:
    ends = [match.end() for match in SENTENCE_END.finditer(before)]
    return before[ends[-1] :] if ends else before
