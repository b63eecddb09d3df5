"""Merges the statements of a story's articles: what several outlets carry stands once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.domain import (
    Briefing,
    Form,
    Grade,
    Occurrence,
    Speaker,
    Statement,
    StoryStatement,
)
from briefing.stories.timeline import date_statement
from briefing.stories.wording import (
    denies,
    is_same,
    is_told_in_other_words,
    normalise,
    tell_difference,
)
from briefing.terms import stem

LONG = 6  # words from which a quotation is told by its wording alone
QUOTED = 0.6  # share of the longest wording's words that a quotation needs to stand for it


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement with where it stands; `order` counts through the story.

    `terms` are the stems of its words that an index looks up; `denied`: what is not so.
    """

    order: int
    briefing: Briefing
    statement: Statement
    text: str
    words: tuple[str, ...]
    terms: frozenset[str]
    denied: bool


def merge_statements(briefings: Sequence[Briefing]) -> tuple[StoryStatement, ...]:
    """The statements of a story, each once, in the order of their first appearance.

    Quotations are the same where their words are, or where one is the other cut short, and the
    sources do not contradict each other: two names of two people are never merged. Reported
    speech must be of the same named source and tell the same, and what a source denied is never
    merged with what it said. What is kept is the quotation, if it is not much shorter, else the
    fullest wording of a named source; `also_in` tells where else it stands and what differs
    there. An article stands twice in it only where it quotes what it reports, too.
    """
    groups: list[list[_Found]] = []
    by_term: defaultdict[str, set[int]] = defaultdict(set)
    for found in _list(briefings):
        near = sorted({number for term in found.terms for number in by_term[term]})
        place = next((n for n in near if _belongs(found, groups[n])), None)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(found)
        for term in found.terms:
            by_term[term].add(place)
    return tuple(_merge(group) for group in groups)


def _list(briefings: Sequence[Briefing]) -> Iterator[_Found]:
    order = 0
    for briefing in briefings:
        whole = briefing.article.text
        for statement in briefing.statements:
            text = statement.text_in(whole)
            words = normalise(text)
            words = words[1:] if words[:1] == ("that",) else words
            denied = any(denies(whole, cue) for cue in statement.attribution.cue)
            yield _Found(order, briefing, statement, text, words, _rare(words), denied)
            order += 1


def _rare(words: Sequence[str]) -> frozenset[str]:
    """The stems that an index looks up: the longer half, enough to meet a shared one."""
    stems = sorted({stem(word) for word in words}, key=lambda term: (-len(term), term))
    return frozenset(stems[: len(words) // 2 + 1])


def _belongs(found: _Found, group: Sequence[_Found]) -> bool:
    """Whether a statement says the same as a group."""
    if any(other.briefing is found.briefing and not _reports(found, other) for other in group):
        return False
    return all(_agree(found, other) for other in group) and any(
        _says_same(found, other) for other in group
    )


def _reports(one: _Found, other: _Found) -> bool:
    """Whether one of two is quoted and the other reported."""
    return _is_quoted(one) != _is_quoted(other)


def _is_quoted(found: _Found) -> bool:
    return found.statement.attribution.form is not Form.INDIRECT


def _says_same(one: _Found, other: _Found) -> bool:
    if is_same(one.words, other.words):
        return True
    both_quoted = _is_quoted(one) and _is_quoted(other)
    known = all(f.statement.speaker.grade is not Grade.UNNAMED for f in (one, other))
    return known and not both_quoted and is_told_in_other_words(one.words, other.words)


def _agree(one: _Found, other: _Found) -> bool:
    kinds = {found.statement.attribution.kind for found in (one, other)}
    if len(kinds) > 1 or one.denied != other.denied:
        return False
    if are_one(one.statement.speaker, other.statement.speaker):
        return True
    long = min(len(one.words), len(other.words)) >= LONG
    named = all(_is_named(f.statement.speaker) for f in (one, other))
    return _is_quoted(one) and _is_quoted(other) and long and not named


def _is_named(speaker: Speaker) -> bool:
    return speaker.name is not None and speaker.grade is Grade.NAMED


def are_one(one: Speaker, other: Speaker) -> bool:
    """Whether two articles mean the same source: the same name, or one's surname alone.

    >>> are_one(Speaker("Lena Orve"), Speaker("Orve"))
    True
    >>> are_one(Speaker("Lena Orve"), Speaker("Bo Orve"))
    False
    """
    first, second = normalise(one.name or ""), normalise(other.name or "")
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) == 1 and short[0] == long[-1])


def _merge(group: Sequence[_Found]) -> StoryStatement:
    longest = max(len(found.words) for found in group)
    best = max(group, key=lambda found: _fullness(found, longest))
    said = next((d for d in (_date(found) for found in (best, *group)) if d), None)
    others = tuple(_note(best, other) for other in group if other is not best)
    source = best.briefing.article.source
    return StoryStatement(best.statement, source, best.text, others, said)


def _fullness(found: _Found, longest: int) -> tuple[bool, bool, int, float, int]:
    """What the wording that is kept has most of; `longest` is the number of words of any."""
    named = _is_named(found.statement.speaker)
    quoted = _is_quoted(found) and len(found.words) >= QUOTED * longest
    return named, quoted, len(found.words), found.statement.confidence, -found.order


def _date(found: _Found) -> date | None:
    article = found.briefing.article
    return date_statement(article.text, found.statement.attribution, article.published)


def _note(best: _Found, other: _Found) -> Occurrence:
    parts = [tell_difference(best.text, other.text)]
    theirs = other.statement.speaker.name
    if not are_one(best.statement.speaker, other.statement.speaker):
        parts.append(f"attributed to {theirs}" if theirs else "without a source")
    return Occurrence(
        other.briefing.article.source,
        other.statement.attribution.content,
        other.text,
        "; ".join(filter(None, parts)),
        other.statement.attribution.form,
    )
