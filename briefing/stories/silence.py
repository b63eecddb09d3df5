"""Finds who has not spoken: declined, was not reached, or had a spokesperson speak instead."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing import lexicon
from briefing.domain import Briefing, Kind, Silence, Silent, Span, Speaker
from briefing.stories.statements import are_one
from briefing.stories.wording import normalise
from briefing.terms import split_words

TABLE = "stories/silence.tsv"
# Subjects that point elsewhere: to guess whom they mean would be worse than to leave them out.
POINTERS = "stories/pointers.txt"
BODIES = "stories/bodies.txt"
SPOKESPEOPLE = "stories/spokespeople.txt"
ANY = r"(?:[\w’'-]+\s+){0,2}"  # what `*` stands for, with the space behind it
LONGEST = 9  # words of a subject; a longer stretch is no noun phrase
REACH = 160  # characters before the words in which their subject stands

# Where the clause of the subject begins: a mark, or a word that opens a clause.
_CLAUSE = re.compile(
    r"[,;:—–()“”\"\n]|[.!?]\s|\b(?:but|and|while|though|although|because|that|when|after|as|who)\s",
    re.I,
)
_DETERMINER = re.compile(r"^(?:the|a|an|both)\s+", re.I)
# Adverbs between subject and verb are no part of the name.
_ADVERB = re.compile(r"\s+(?:also|still|again|both|repeatedly|however|reportedly)$", re.I)
_VERBS = re.compile(r"\b(?:said|was|were|is|are|has|have|had|did|would|to)\b", re.I)


def find_silent(briefings: Sequence[Briefing]) -> tuple[Silent, ...]:
    """Who is named in a story and has not spoken in it, each once, with the words that say so.

    Somebody who is quoted in any of the articles is not silent. Where the subject is a pronoun
    or cannot be told, nothing is said.
    """
    speakers = _heard(briefings)
    found: list[Silent] = []
    for silent in (*_refusals(briefings), *_absent(briefings)):
        same = (_means(silent.name, other.name) for other in found)
        if not any(same) and not any(_means(silent.name, name) for name in speakers):
            found.append(silent)
    return tuple(found)


def _heard(briefings: Sequence[Briefing]) -> set[str]:
    return {
        name
        for briefing in briefings
        for statement in briefing.statements
        if statement.attribution.kind is Kind.STATEMENT and statement.speaker.name
        for name in (statement.speaker.name, *statement.speaker.members)
    }


def _means(one: str, other: str) -> bool:
    return are_one(Speaker(one), Speaker(other)) or normalise(one)[-2:] == normalise(other)[-2:]


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], Silence], ...]:
    rows = lexicon.table(TABLE)
    return tuple(
        (
            re.compile(
                "|".join(_compile(phrase) for kind, phrase in rows if kind == reason.value), re.I
            ),
            reason,
        )
        for reason in (Silence.DECLINED, Silence.UNREACHABLE)
    )


def _compile(phrase: str) -> str:
    """The pattern of a phrase of the table; apostrophes match in both shapes."""
    pattern = ""
    for at, word in enumerate(phrase.split()):
        space = r"\s+" if at and not pattern.endswith(ANY) else ""
        pattern += space + (ANY if word == "*" else re.escape(word).replace("'", "['’]"))
    return rf"\b{pattern}\b"


def tells_refusal(text: str) -> bool:
    """Whether a text says that somebody did not speak or was not reached.

    >>> tells_refusal("The mayor declined to comment."), tells_refusal("The mayor spoke.")
    (True, False)
    """
    return any(phrase.search(text) for phrase, _ in _phrases())


def _refusals(briefings: Sequence[Briefing]) -> Iterator[Silent]:
    for briefing in briefings:
        text = briefing.article.text
        found = [(m.span(), reason) for phrase, reason in _phrases() for m in phrase.finditer(text)]
        for (start, end), reason in sorted(found):
            subject = _subject(text, start)
            if subject is not None and not _is_quoted(briefing, start):
                name = _DETERMINER.sub("", subject.of(text))
                span = Span(subject.start, end)
                yield Silent(" ".join(name.split()), reason, briefing.article.source, span)


def _is_quoted(briefing: Briefing, at: int) -> bool:
    """Whether a position stands in what somebody said: then it is their claim, not a fact."""
    return any(
        span.start <= at < span.end
        for statement in briefing.statements
        for span in statement.attribution.content
    )


def _subject(text: str, end: int) -> Span | None:
    """The noun phrase before a position, where it names somebody; None where it may not."""
    start = max(0, end - REACH)
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    if start and not cuts:
        return None
    begin = cuts[-1] if cuts else 0
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    words = _ADVERB.sub("", text[begin:end].rstrip())
    listed = words.lower().split()
    name = _DETERMINER.sub("", words)
    if not name or len(listed) > LONGEST or _VERBS.search(words):
        return None
    if not lexicon.words(POINTERS).isdisjoint(listed):
        return None
    capital = any(word[0].isupper() for word in name.split())
    return Span(begin, begin + len(words)) if capital or name != words else None


def _absent(briefings: Sequence[Briefing]) -> Iterator[Silent]:
    """People for whom somebody else spoke."""
    for briefing in briefings:
        text = briefing.article.text
        for statement in briefing.statements:
            name = statement.speaker.principal
            if not name or not _is_person(name) or not _speaks_for(statement.speaker):
                continue
            at = text.find(name)
            if at >= 0:
                span = Span(at, at + len(name))
                yield Silent(name, Silence.ABSENT, briefing.article.source, span)


def _speaks_for(speaker: Speaker) -> bool:
    """Whether a source is a spokesperson; a lawyer or a widow stands for nobody's silence."""
    told = {word.lower() for word in split_words(f"{speaker.name or ''} {speaker.position or ''}")}
    return not told.isdisjoint(lexicon.words(SPOKESPEOPLE))


def _is_person(name: str) -> bool:
    words = name.split()
    capital = all(word[0].isupper() for word in words)
    return (
        2 <= len(words) <= 4
        and capital
        and not lexicon.words(BODIES) & {word.lower() for word in words}
    )
