"""Sentence boundaries of invented texts: in the wild, one difficulty each, none, known failures."""

from pathlib import Path

import pytest

from briefing.domain import Block, BlockKind, Span
from briefing.segment import split_sentences

CASES = Path(__file__).parent / "cases" / "segment.txt"


def read_cases(kind: str) -> list[str]:
    found, section = [], ""
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].isalpha():
            section = line[1:-1]
        elif line and not line.startswith("#") and section == kind:
            found.append(line.replace("⏎", "\n"))
    return found


def plain(case: str) -> str:
    return case.replace("\n\n¦", "\n\n").replace("¦", " ")


def split(text: str) -> list[str]:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH, 1)
    return [sentence.span.of(text) for sentence in split_sentences(text, [block])]


def expected(case: str) -> list[str]:
    return [piece.strip() for piece in case.split("¦")]


@pytest.mark.parametrize("case", read_cases("wild"))
def test_news_prose_is_split_at_its_sentences(case: str) -> None:
    assert split(plain(case)) == expected(case)


@pytest.mark.parametrize("case", read_cases("synthetic"))
def test_single_difficulty_is_decided_right(case: str) -> None:
    assert split(plain(case)) == expected(case)


@pytest.mark.parametrize("case", read_cases("negative"))
def test_one_sentence_stays_whole(case: str) -> None:
    assert split(case) == [case]


@pytest.mark.parametrize("case", read_cases("failing"))
@pytest.mark.xfail(strict=True, reason="known failure: a name behind an abbreviation")
def test_known_failure_moves_when_it_is_mended(case: str) -> None:
    assert split(plain(case)) == expected(case)


def boundaries(sentences: list[str]) -> set[int]:
    """The ends of all sentences but the last, counted in characters that are not blank."""
    ends, length = set(), 0
    for sentence in sentences[:-1]:
        length += len("".join(sentence.split()))
        ends.add(length)
    return ends


def score(splitter) -> float:
    right = found = wanted = 0
    for kind in ("wild", "synthetic", "negative", "failing"):
        for case in read_cases(kind):
            gold, mine = boundaries(expected(case)), boundaries(splitter(plain(case)))
            right, found, wanted = right + len(gold & mine), found + len(mine), wanted + len(gold)
    return 2 * right / (found + wanted)


def test_boundaries_are_better_than_those_of_untrained_punkt() -> None:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    assert score(split) > 0.97 > score(PunktSentenceTokenizer().tokenize) + 0.1
