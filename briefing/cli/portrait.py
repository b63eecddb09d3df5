"""Gathers what an article says of a speaker and what was decided from it, as one record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from briefing.corrections.names import name_key
from briefing.domain import Article, Briefing, Refusal, Span, Speaker, Statement
from briefing.render import Layout
from briefing.render.records import Record, article_record, refusal_record, statement_record

SCHEMA = "briefing-explain/1"
CONTEXT = 40  # characters shown before and after a mention
NEAREST = 3  # names proposed for one that the article does not have
USERS_OWN = ("correction: ", "register: ")  # what evidence begins with that the user gave


def names_matching(briefing: Briefing, wanted: str) -> tuple[str, ...]:
    """The speakers that a user may mean, in the order of their first statement: those of
    exactly this name, else those whose name holds all its words, else those whom the article
    calls so; else the words themselves, if the article has them.

    Letter case, accents and hyphens do not count.
    """
    key = name_key(wanted)
    called = {s.speaker.name: s.speaker for s in briefing.statements if s.speaker.name}
    names = tuple(name for name in called if name is not None) + silent_names(briefing, called)
    text = briefing.article.text
    called_so = (
        name
        for name, speaker in called.items()
        if name and any(name_key(span.of(text)) == key for span in speaker.mentions)
    )
    return (
        tuple(name for name in names if name_key(name) == key)
        or tuple(name for name in names if key and set(key) <= set(name_key(name)))
        or tuple(called_so)
        or tuple(span.of(text) for span in occurrences(text, wanted)[:1])
    )


def occurrences(text: str, words: str) -> list[Span]:
    """Where words stand in a text, whole, however they are spaced.

    >>> occurrences("Ada  Moor met Adam Moor.", "ada moor")
    [Span(start=0, end=9)]
    """
    spaced = r"\s+".join(re.escape(part) for part in words.split())
    if not spaced:
        return []
    form = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    return [Span(*found.span()) for found in form.finditer(text)]


def silent_names(briefing: Briefing, known: Iterable[str | None]) -> tuple[str, ...]:
    """Those of whom the article tells only that they are not on record."""
    names = dict.fromkeys(one.speaker for one in briefing.declined if one.speaker)
    return tuple(name for name in names if name not in set(known))


def propose_names(briefing: Briefing, wanted: str) -> str:
    """The remedy for a name that no speaker has: the nearest names, or all of them."""
    names = [s.speaker.name for s in briefing.statements if s.speaker.name]
    names += silent_names(briefing, names)
    if not names:
        return "no speaker was found in it"
    parts = {part: name for name in reversed(names) for part in (*name_key(name), name.casefold())}
    close = get_close_matches(wanted.casefold(), list(parts), n=NEAREST, cutoff=0.6)
    for word in name_key(wanted):
        close += get_close_matches(word, list(parts), n=NEAREST, cutoff=0.75)
    nearest = list(dict.fromkeys(parts[part] for part in close))[:NEAREST]
    if nearest:
        return f"did you mean {' or '.join(nearest)}?"
    return f"its speakers are {', '.join(dict.fromkeys(names))}"


def portray(briefing: Briefing, name: str, layout: Layout) -> Record:
    """All about one speaker: what is known, why, where it is mentioned, what it said."""
    text = briefing.article.text
    own = [statement for statement in briefing.statements if statement.speaker.name == name]
    silent = [refusal for refusal in briefing.declined if refusal.speaker == name]
    mentions = list(mentions_of(own, silent)) or [tuple(occurrences(text, name))]
    return {
        "name": name,
        "facts": [dict(facts(speaker)) for speaker in known_speakers(own)],
        "roles": unique(role_record(statement) for statement in own),
        "references": unique(reference_record(statement) for statement in own),
        "corrections": users_own(own),
        "descriptions": places(briefing.article, (s.speaker.descriptions for s in own)),
        "mentions": places(briefing.article, mentions),
        "statements": [statement_record(statement, text, layout) for statement in own],
        "declined": [refusal_record(refusal, text) for refusal in silent],
    }


def portrait_record(briefing: Briefing, portraits: Sequence[Record]) -> Record:
    """The portraits of some speakers with their article."""
    article = article_record(briefing)
    return {"schema": SCHEMA, "article": article, "speakers": portraits}


def known_speakers(own: Iterable[Statement]) -> list[Speaker]:
    """The different states in which the statements know their speaker, in order."""
    return list({tuple(facts(s.speaker)): s.speaker for s in reversed(list(own))}.values())[::-1]


def facts(speaker: Speaker) -> Iterator[tuple[str, str]]:
    """What is known of the speaker, by name; what is not is left out."""
    for title, value in (
        ("position", speaker.position),
        ("affiliation", speaker.affiliation),
        ("speaks for", speaker.principal),
        ("members", ", ".join(speaker.members)),
        ("status", speaker.status.value),
        ("grade", speaker.grade.value),
    ):
        if value:
            yield title, value


def role_record(statement: Statement) -> Record:
    """The role with its reasons."""
    decision = statement.decision
    return {
        "role": decision.role.value,
        "section": statement.section.value,
        "confidence": round(decision.confidence, 4),
        "evidence": list(decision.evidence),
    }


def reference_record(statement: Statement) -> Record:
    """Why this is who is meant."""
    speaker = statement.speaker
    return {"confidence": round(speaker.confidence, 4), "evidence": list(speaker.evidence)}


def users_own(own: Iterable[Statement]) -> list[str]:
    """What the user's corrections and register have told, each once."""
    lines = (line for s in own for line in (*s.decision.evidence, *s.speaker.evidence))
    return list(dict.fromkeys(line for line in lines if line.startswith(USERS_OWN)))


def mentions_of(own: Iterable[Statement], silent: Iterable[Refusal]) -> Iterator[tuple[Span, ...]]:
    """All that refers to the speaker: mentions, and the sources of what it said or declined."""
    for statement in own:
        yield statement.speaker.mentions
        if not statement.speaker.members:
            yield statement.attribution.source
    for refusal in silent:
        yield refusal.source


def places(article: Article, groups: Iterable[Iterable[Span]]) -> list[Record]:
    """All spans of the groups, each once, in the order of the text, with what is around them."""
    return [place(article, span) for span in sorted({span for group in groups for span in group})]


def place(article: Article, span: Span) -> Record:
    """Where words stand: positions, paragraph, and the words before and behind."""
    text = article.text
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    number = [block.paragraph for block in article.blocks if block.span.start <= span.start][-1:]
    return {
        "span": [span.start, span.end],
        "paragraph": number[0] if number else 1,
        "text": span.of(text),
        "before": before.partition(" ")[2] if span.start > CONTEXT else before,
        "after": after.rpartition(" ")[0] if span.end + CONTEXT < len(text) else after,
    }


def unique(records: Iterable[Record]) -> list[Record]:
    """The records, each once."""
    found: list[Record] = []
    for record in records:
        if record not in found:
            found.append(record)
    return found
