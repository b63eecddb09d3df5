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
from briefing.stories.wording import is_same, normalise, tell_difference

LONG = 6  # words from which a quotation is told by its wording alone


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement with where it stands; `order` counts through the story."""

    order: int
    briefing: Briefing
    statement: Statement
    text: str
    words: tuple[str, ...]


def merge_statements(briefings: Sequence[Briefing]) -> tuple[StoryStatement, ...]:
    """The statements of a story, each once, in the order of their first appearance.

    Quotations are the same where their words are, or where one is the other cut short, and the
    sources do not contradict each other: two names of two people are never merged. Reported
    speech must be of the same source and in the same words. What is kept is the fullest wording
    of a named source; `also_in` tells where else it stands and what differs there.
    """
    groups: list[list[_Found]] = []
    by_word: defaultdict[str, set[int]] = defaultdict(set)
    for found in _list(briefings):
        near = sorted({number for word in _rare(found.words) for number in by_word[word]})
        place = next((n for n in near if _belongs(found, groups[n])), None)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(found)
        for word in _rare(found.words):
            by_word[word].add(place)
    return tuple(_merge(group) for group in groups)


def _list(briefings: Sequence[Briefing]) -> Iterator[_Found]:
    order = 0
    for briefing in briefings:
        for statement in briefing.statements:
            text = statement.text_in(briefing.article.text)
            yield _Found(order, briefing, statement, text, normalise(text))
            order += 1


def _rare(words: Sequence[str]) -> set[str]:
    """The words that an index looks up: the longer half, enough to meet a shared one."""
    return set(sorted(set(words), key=lambda word: (-len(word), word))[: len(words) // 2 + 1])


def _belongs(found: _Found, group: Sequence[_Found]) -> bool:
    """Whether a statement says the same as a group; one article never says it twice here."""
    if any(other.briefing is found.briefing for other in group):
        return False
    return all(_agree(found, other) for other in group) and any(
        is_same(found.words, other.words) for other in group
    )


def _agree(one: _Found, other: _Found) -> bool:
    if one.statement.attribution.kind is not other.statement.attribution.kind:
        return False
    if are_one(one.statement.speaker, other.statement.speaker):
        return True
    quoted = all(f.statement.attribution.form is not Form.INDIRECT for f in (one, other))
    long = min(len(one.words), len(other.words)) >= LONG
    named = all(_is_named(f.statement.speaker) for f in (one, other))
    return quoted and long and not named


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
    best = max(group, key=_fullness)
    said = next((d for d in (_date(found) for found in (best, *group)) if d), None)
    others = tuple(_note(best, other) for other in group if other is not best)
    source = best.briefing.article.source
    return StoryStatement(best.statement, source, best.text, others, said)


def _fullness(found: _Found) -> tuple[bool, int, float, int]:
    named = _is_named(found.statement.speaker)
    return named, len(found.words), found.statement.confidence, -found.order


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
    )
