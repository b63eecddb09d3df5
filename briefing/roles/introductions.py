"""Finds who issued a document that is called by a general word: "the document", "the report"."""

import re
from collections.abc import Iterator, Sequence

from briefing.domain import Grade, Speaker
from briefing.roles.groups import groups
from briefing.roles.passages import Field, Passage
from briefing.roles.wordlist import Hit, Word, find_hits, fold, split_words

LOOKED = 2000  # characters read before the first mention of a document
AHEAD, BEHIND = 5, 9  # words of the phrase that introduces one
# Words that take up any document, and ones that take up only their like.
GENERAL = frozenset({"document", "text", "paper", "file", "dossier", "page"})
LIKE = frozenset({"report", "statement", "finding", "letter", "memo", "plan", "review", "bulletin"})
ISSUED = frozenset({"by", "from", "of"})
ARTICLES = frozenset({"a", "an"})
BOUNDS = ARTICLES | {
    "the",
    "this",
    "that",
    "its",
    "his",
    "her",
    "their",
    "in",
    "to",
    "with",
    "said",
}
SAYING = frozenset(
    {"which", "that", "who", "has", "have", "had", "is", "was", "dated", "published"}
)
# Who has found something, before "the report" tells what: "A board of inquiry ... has concluded".
FOUND = re.compile(
    r"(?:^|[.!?][\"”’)]*\s+|\n)(?:An?|The)\s([^.!?,\n]{4,200}?)\s(?:has\s|have\s|had\s)?"
    r"(?:concluded|found|blamed|recommended|determined|ruled|warned)\b"
)
# "the board said in its final report", "he pleads in a communiqué".
IN_PAPER = re.compile(
    r"([^\n]{3,300}?)\s(?:said|says|say|wrote|writes|warned|warns|found|finds|announced|announces|"
    r"stated|states|concluded|concludes|pleads|pleaded|argued|argues)\sin\s"
    r"(?:its|an?|the|his|her|their)\s(?:[\w-]+\s){0,3}?"
    r"(report|communiqué|statement|letter|memo|memorandum|note|bulletin|paper|review|circular)\b"
)
SENTENCE = re.compile(r"[.!?][\"”’»)]*\s+")
TELLERS = frozenset({"person", "state body", "body", "office"})
TOPIC = re.compile(r"\s(?:into|on|over|about|after|in|for|between)\s.*", re.DOTALL)


def introduce_document(text: str, speaker: Speaker) -> Iterator[Passage]:
    """The words with which an article introduces a document that it then calls by a general word.

    >>> story = "A report of the audit office came out. The document warns of leaks."
    >>> [p.words for p in introduce_document(story, Speaker("document", grade=Grade.DOCUMENT))]
    ['report of the audit office']
    """
    name = split_words(speaker.name or "")
    head = name[-1].key if name else ""
    taken_up = head in GENERAL | LIKE and not ISSUED & {word.key for word in name}
    if speaker.grade is not Grade.DOCUMENT or speaker.affiliation or not taken_up:
        return
    at = speaker.mentions[0].end if speaker.mentions else len(text)
    before = text[max(0, at - LOOKED) : at]
    words = split_words(before)
    for hit in reversed(find_hits(words)):
        key = words[hit.end - 1].key
        if groups()[hit.entry.group].kind != "paper" or (head in LIKE) is not (key == head):
            continue
        issuer = _teller(before, key)
        phrase = (
            f"report by the {issuer}" if issuer else _phrase_of(words, hit, new=head in GENERAL)
        )
        if phrase:
            yield Passage(Field.DESCRIPTION, phrase)
            return
    found = FOUND.findall(before) if head in LIKE else []
    if found:
        yield Passage(Field.DESCRIPTION, f"report by the {TOPIC.sub('', found[-1])}")


def _teller(before: str, head: str) -> str:
    """Who says something "in a communiqué" or "in its report", named in that sentence; or ''."""
    told = [match for match in IN_PAPER.finditer(before) if fold(match.group(2)) == head]
    if not told:
        return ""
    sentence = SENTENCE.split(told[-1].group(1))[-1]
    words = split_words(sentence)
    hits = [h for h in find_hits(words) if groups()[h.entry.group].kind in TELLERS]
    return " ".join(word.text for word in words[hits[-1].start : hits[-1].end]) if hits else ""


def _phrase_of(words: Sequence[Word], hit: Hit, *, new: bool) -> str:
    """The phrase that introduces a document: with an issuer or, if `new` will do, "a"; or ''."""
    start = hit.start
    while start > max(0, hit.start - AHEAD) and not _ends(words[start - 1], BOUNDS):
        start -= 1
    new = new and start > 0 and words[start - 1].key in ARTICLES
    owned = any(h.entry.role is not None for h in find_hits(words[start : hit.start]))
    end = hit.end
    if end < len(words) and words[end].key in ISSUED:
        end = _issuer_end(words, end + 1)
    told = " ".join(word.text for word in words[start:end])
    return told if new or owned or end > hit.end else ""


def _issuer_end(words: Sequence[Word], start: int) -> int:
    """Where the name of an issuer ends that begins at a word."""
    end = start
    while end < min(len(words), start + BEHIND) and not _ends(words[end], SAYING):
        end += 1
    bodies = [
        hit for hit in find_hits(words[start:end]) if groups()[hit.entry.group].kind != "paper"
    ]
    return start + bodies[0].end if bodies else end


def _ends(word: Word, bounds: frozenset[str]) -> bool:
    return word.is_mark or word.key in bounds
