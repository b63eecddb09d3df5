"""Finds the full names of the bodies that words about a speaker call "the board" or "its"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from briefing.domain import Speaker, Status
from briefing.roles.groups import groups
from briefing.roles.passages import Field, Passage
from briefing.roles.wordlist import find_hits, phrases, split_words

LOOKED = 500  # characters before a title in which its body is named
NAMED = r"(?:[A-Z][\w’'&-]*\s(?:(?:of|and|of the|&)\s)?){1,7}"
NAMED_END = r"[A-Z][\w’'&-]*(?:\s(?:(?:of|and|for|the|&)\s){0,2}[A-Z][\w’'&-]*){1,7}"
INITIALS = re.compile(r"\b[A-Z]{3,7}\b")
# "the Congress" or "the board", and no "the Board of Trade" or "the board room".
SHORT = re.compile(r"\b[Tt]he\s([A-Za-z]+)\b(?!\s(?:of|for|on)\s|\s[A-Z])")
# "its chairman, Commander " before a name: somebody of the body named last.
ITS = re.compile(r"\b[Ii]ts\s(?:[a-z-]+\s){0,4}[a-z-]+,?\s(?:[A-Z][\w.]+\s){0,2}$")
CAPITALS = re.compile(NAMED_END)
# "Her chief of staff, " before a name: somebody of the person named last.
HERS = re.compile(
    r"\b(?:[Hh]er|[Hh]is)\s(?:[a-z-]+\s){0,2}(?:chief of staff|spokes\w+|press secretary|aide|"
    r"advis[eo]r|deputy|cabinet chief|private secretary),?\s(?:[A-Z][\w.]+\s){0,1}$"
)
LEADING = frozenset({"manager", "executive", "director"})  # ranks at the head of any body
SENTENCE = re.compile(r"[.!?][\"”’»)]*\s+|\n+|\s[-–—]\s")
# "The Quay League" at the beginning of a sentence.
SUBJECT = re.compile(
    r"(?:The\s|In [A-Z]\w+,\s(?:the\s)?)?"
    r"([A-Z][\w’'&-]+(?:\s(?:(?:of|for|and|the|de|du|del)\s)*[A-Z][\w’'&-]+)+)"
)
SUBJECT_WORDS = 8  # words of a sentence within which its subject is told
BODIES = frozenset({"body", "state body", "office"})
WHOLE = frozenset({Field.AFFILIATION, Field.NAME})  # what may be the short form alone
AHEAD = 60  # characters read before a name for "its chairman"


def name_in_full(text: str, passage: Passage) -> Passage:
    """A passage with the full name of a body for its short form, where the text has only one.

    >>> story = "The Quay Nurses Congress met. The secretary of the Congress spoke."
    >>> name_in_full(story, Passage(Field.BEFORE, "The secretary of the Congress")).words
    'The secretary of the Quay Nurses Congress'
    """
    initials = INITIALS.search(passage.words)
    if initials is not None:
        spelled = _spelled_out(text, initials.group())
        if spelled:
            return replace(passage, words=passage.words.replace(initials.group(), spelled))
    if passage.field in WHOLE and passage.words.isalpha():
        return replace(passage, words=_full_name(text, passage.words) or passage.words)
    match = SHORT.search(passage.words)
    full = _full_name(text, match.group(1)) if match is not None else ""
    if match is None or not full:
        return passage
    before, behind = passage.words[: match.start(1)], passage.words[match.end(1) :]
    return replace(passage, words=f"{before}{full}{behind}")


@lru_cache(maxsize=256)
def _full_name(text: str, head: str) -> str:
    """The one name of more words in a text that ends in a word for a body; else ''."""
    kinds = {groups()[entry.group].kind for entry in phrases(head.lower()) if len(entry.keys) == 1}
    if not kinds & BODIES:
        return ""
    last = head.capitalize()
    found = [
        f"{m}{last}" for m in re.findall(rf"\b({NAMED})(?<!of\s)(?<!the\s)(?<!and\s){last}\b", text)
    ]
    found += [m.strip() for m in re.findall(rf"\b({last}\s(?:of|for|on)\s(?:the\s)?{NAMED})", text)]
    bare = {name.removeprefix("The ") for name in found} - {last}
    longest = [name for name in bare if not any(other.endswith(f" {name}") for other in bare)]
    return longest[0] if len(longest) == 1 else ""


@lru_cache(maxsize=256)
def _spelled_out(text: str, initials: str) -> str:
    """The name in a text that initials stand for, where the lexicons do not know them; else ''."""
    if any(entry.role is not None for entry in phrases(initials.lower()) if len(entry.keys) == 1):
        return ""
    defined = re.search(rf"({NAMED_END})\s\({re.escape(initials)}\)", text)
    if defined is not None:
        return defined.group(1).removeprefix("The ")
    for match in CAPITALS.finditer(text):
        capitals = [word for word in re.split(r"[\s-]", match.group()) if word[:1].isupper()]
        for start in range(len(capitals)):
            if "".join(word[0] for word in capitals[start:]) == initials:
                return match.group()[match.group().index(capitals[start]) :]
    return ""


def bodies_of_titles(text: str, speaker: Speaker) -> Iterator[Passage]:
    """The body, or the person, of a title that is told without: the one that spoke before.

    "The Quay League met. Its chairman, Ada Moor", "Deputy chairman Ada Moor"; and "Minister Ann
    Poe left. Her chief of staff, Ada Moor".
    """
    if speaker.principal or speaker.status is Status.FORMER or not speaker.mentions:
        return
    span = next((m for m in speaker.mentions if " " in m.of(text)), speaker.mentions[0])
    start = max(0, span.start - AHEAD)
    before = text[start : span.start]
    its, hers = ITS.search(before), HERS.search(before)
    if hers is not None:
        title = _title_of_subject(text[max(0, start - LOOKED) : start + hers.start()])
        if title:
            yield Passage(Field.PRINCIPAL_TITLE, title)
    elif not speaker.affiliation and (its is not None or _is_bare(speaker)):
        at = start + its.start() if its is not None else span.start
        body = _last_subject(text[max(0, at - LOOKED) : at], near=its is not None)
        if body:
            yield Passage(Field.AFFILIATION, body)


def _is_bare(speaker: Speaker) -> bool:
    """Whether a position only tells a rank within a body: "deputy chairman"."""
    words = split_words(speaker.position or "")
    hits = find_hits(words)
    whole = len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(words))
    return whole and (hits[0].entry.group == "title" or hits[0].entry.keys[-1] in LEADING)


def _last_subject(before: str, *, near: bool) -> str:
    """The body that a sentence begins with: the last sentence, or else the last such one; or ''."""
    for sentence in reversed(SENTENCE.split(before)):
        named = SUBJECT.match(sentence)
        if named is None:
            continue
        kinds = {groups()[h.entry.group].kind for h in find_hits(split_words(named.group(1)))}
        if kinds & BODIES and "person" not in kinds:
            return named.group(1)
        if near:
            return ""
    return ""


def _title_of_subject(before: str) -> str:
    """The title of the person whom a sentence begins with, in the last one that does; or ''."""
    for sentence in reversed(SENTENCE.split(before)):
        words = split_words(sentence)[:SUBJECT_WORDS]
        hit = next((h for h in find_hits(words) if groups()[h.entry.group].kind == "person"), None)
        if hit is not None:
            return " ".join(word.text for word in words[hit.start : hit.end])
    return ""
