"""Finds the phrases of an article that could be key phrases: runs of content words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.domain import BlockKind, Sentence
from briefing.terms import WORD, stem, stop_words

MAX_WORDS = 4
USED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET})
_GAP = re.compile(r"[ \u00a0-]*")


@dataclass(slots=True)
class Candidate:
    """A phrase by its stems: the wording first seen, how often, and in which sentence first."""

    key: tuple[str, ...]
    wording: str
    first: int
    count: int = 1


def find_candidates(text: str, sentences: Sequence[Sentence]) -> list[Candidate]:
    """All runs of one to four content words within a sentence, in order of first occurrence."""
    found: dict[tuple[str, ...], Candidate] = {}
    used = [sentence for sentence in sentences if sentence.kind in USED]
    for number, sentence in enumerate(used):
        for run in _runs(text, sentence):
            for size in range(1, MAX_WORDS + 1):
                for at in range(len(run) - size + 1):
                    _add(found, run[at : at + size], text, number)
    return list(found.values())


def _add(
    found: dict[tuple[str, ...], Candidate], part: list[re.Match[str]], text: str, number: int
) -> None:
    key = tuple(stem(match.group()) for match in part)
    if key in found:
        found[key].count += 1
    else:
        found[key] = Candidate(key, text[part[0].start() : part[-1].end()], number)


def _runs(text: str, sentence: Sentence) -> list[list[re.Match[str]]]:
    """Content words of a sentence that follow each other with nothing but space between."""
    runs: list[list[re.Match[str]]] = [[]]
    stops = stop_words()
    for match in WORD.finditer(text, sentence.span.start, sentence.span.end):
        word = match.group()
        if word.lower().replace("’", "'") in stops or len(word) < 2 or word.isdigit():
            runs.append([])
            continue
        if runs[-1] and not _GAP.fullmatch(text, runs[-1][-1].end(), match.start()):
            runs.append([])
        runs[-1].append(match)
    return [run for run in runs if run]
