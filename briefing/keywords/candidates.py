"""Finds the phrases of an article that could be key phrases: runs of content words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from briefing import lexicon
from briefing.domain import BlockKind, Sentence
from briefing.keywords.shapes import noun_share, verb_share
from briefing.terms import WORD, stem, stop_words

Key = tuple[str, ...]  # a phrase as the stems of its words

MAX_WORDS = 4
MOST_VERB = 0.5  # verb share from which a word opens no phrase (close Port Avel)
LEAST_NOUN = 0.35  # noun share that the last word of a phrase needs; names always have 1
USED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET})
# What may stand between two words of a phrase: one space, or the hyphen of a split compound.
_GAP = re.compile(r"[ \u00a0-]")
_POSSESSIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A content word where it stands: its wording without possessive, stem, shape and class."""

    start: int
    end: int
    text: str
    stem: str
    is_name: bool  # capitalised where a common word would not be
    noun: float


@dataclass(slots=True)
class Candidate:
    """A phrase by its stems, with all places where it stands."""

    key: Key
    words: tuple[Word, ...]
    first: int  # number of the sentence of its first place
    sentences: set[int] = field(default_factory=set)
    count: int = 0
    in_title: bool = False
    named: int = 0  # places where all its words are names
    forms: dict[str, int] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """Its most frequent wording, of equal ones the first."""
        return max(self.forms, key=lambda wording: self.forms[wording])


@cache
def barred_words() -> frozenset[str]:
    """Words that no key phrase may hold."""
    return lexicon.words("keywords/barred.txt")


def find_candidates(text: str, sentences: Sequence[Sentence]) -> dict[Key, Candidate]:
    """All phrases of one to four content words by their stems, in order of first occurrence.

    Phrases end in a noun or a name; a sentence's kind must be title, heading or prose.
    """
    found: dict[Key, Candidate] = {}
    used = [sentence for sentence in sentences if sentence.kind in USED]
    for number, sentence in enumerate(used):
        for run in _find_runs(text, sentence):
            for begin in range(len(run)):
                for end in range(begin + 1, min(begin + MAX_WORDS, len(run)) + 1):
                    if _may_stand(run[begin:end]):
                        _add(found, run[begin:end], number, sentence, text)
    return found


def _may_stand(words: Sequence[Word]) -> bool:
    if len(words) == 1:
        return len(words[0].text) > 2 or words[0].text.isupper()
    return (
        words[-1].noun >= LEAST_NOUN
        and not words[0].text[0].isdigit()
        and all(word.is_name or _may_qualify(word.text.lower()) for word in words[:-1])
    )


def _may_qualify(word: str) -> bool:
    """Whether a word may stand before the noun of a phrase: no verb, no adverb."""
    return verb_share(word) < MOST_VERB and not word.endswith("ly")


def _add(
    found: dict[Key, Candidate],
    words: Sequence[Word],
    number: int,
    sentence: Sentence,
    text: str,
) -> None:
    key = tuple(word.stem for word in words)
    candidate = found.get(key)
    if candidate is None:
        candidate = found[key] = Candidate(key, tuple(words), number)
    candidate.count += 1
    candidate.sentences.add(number)
    candidate.in_title |= sentence.kind is BlockKind.TITLE
    candidate.named += all(word.is_name for word in words)
    form = text[words[0].start : words[-1].end]
    candidate.forms[form] = candidate.forms.get(form, 0) + 1


def _find_runs(text: str, sentence: Sentence) -> Iterator[list[Word]]:
    """The content words of a sentence that follow each other with one gap between."""
    shouted = sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
    run: list[Word] = []
    opens = True
    for match in WORD.finditer(text, sentence.span.start, sentence.span.end):
        word = _read_word(match, opens=opens or shouted)
        opens = False
        if run and (word is None or not _GAP.fullmatch(text, run[-1].end, match.start())):
            yield run
            run = []
        if word is not None:
            run.append(word)
            if word.end < match.end():  # a possessive ends a phrase
                yield run
                run = []
    if run:
        yield run


def _read_word(match: re.Match[str], *, opens: bool) -> Word | None:
    """The content word of a match; None for function words, barred words and figures."""
    wording = match.group()
    bare = _POSSESSIVE.sub("", wording)
    lowered = bare.lower()
    if (
        len(bare) < 2
        or lowered in stop_words()
        or wording.lower().replace("’", "'") in stop_words()
        or lowered in barred_words()
        or not any(map(str.isalpha, bare))
    ):
        return None
    name = bare[0].isupper() and (not opens or bare.isupper())
    return Word(
        match.start(),
        match.start() + len(bare),
        bare,
        stem(bare),
        name,
        1.0 if name else noun_share(lowered),
    )
