"""Our LexRank and TextRank against sumy's own, on invented texts."""

import random
import warnings
from typing import Any

import numpy as np
import pytest
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.summary import graph
from briefing.summary.adapter import BriefingSummarizer
from briefing.summary.graph import FastLexRank, FastTextRank
from briefing.summary.pairs import index_terms, iterate_pairs
from briefing.summary.peers import build_document
from briefing.terms import stem, stop_words

WORDS = [
    *["port", "quay", "ship", "crane", "storm", "tide", "rope", "cargo"],
    *["pilot", "ferry", "strike", "union", "pay", "rise", "fall"],
]
PAIRS = [(LexRankSummarizer, FastLexRank), (TextRankSummarizer, FastTextRank)]


def invent(seed: int, count: int) -> Any:
    rng = random.Random(seed)
    lines = [
        " ".join(rng.choices(WORDS, k=rng.randint(1, 9))).capitalize() + f" {i}."
        for i in range(count)
    ]
    return build_document([lines])


def run(kind: Any, document: Any, count: int = 4) -> list[str]:
    summarizer = kind(stem)
    summarizer.stop_words = stop_words()
    return [str(sentence) for sentence in summarizer(document, count)]


@pytest.mark.parametrize(("theirs", "ours"), PAIRS)
@pytest.mark.parametrize("seed", range(12))
def test_ours_choose_what_sumy_chooses(theirs: Any, ours: Any, seed: int) -> None:
    document = invent(seed, 3 + 4 * seed)
    assert run(ours, document) == run(theirs, document)


@pytest.mark.parametrize(("theirs", "ours"), PAIRS)
def test_the_sparse_way_rates_as_the_dense_one(
    theirs: Any, ours: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "DENSE", 0)
    document = invent(99, 40)
    assert run(ours, document, 1) == run(theirs, document, 1)


@pytest.mark.parametrize("ours", [FastLexRank, FastTextRank, BriefingSummarizer])
def test_no_sentences_give_no_summary(ours: Any) -> None:
    assert tuple(ours(stem)(build_document([]), 3)) == ()


def test_lexrank_without_shared_words_keeps_document_order() -> None:
    document = build_document([["Rain fell.", "Ships sank."]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert run(FastLexRank, document, 1) == ["Rain fell."]


@pytest.mark.parametrize("ours", [FastLexRank, FastTextRank])
def test_sentences_without_words_are_rated_too(ours: Any) -> None:
    assert len(run(ours, build_document([["The.", "It was.", "Storm and tide."]]), 3)) == 3


@pytest.mark.parametrize("cells", [1, 7, 1 << 20])
def test_pairs_are_the_same_in_blocks_of_any_size(
    cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.summary.pairs.CELLS", cells)
    terms = index_terms([["a", "b", "a"], [], ["b", "c"]])
    matrix = np.zeros((3, 3))
    for rows, columns, dots in iterate_pairs(terms, terms.count):
        matrix[rows, columns] = dots
    assert matrix.tolist() == [[5, 0, 1], [0, 0, 0], [1, 0, 2]]


def test_our_summariser_takes_a_share_as_sumy_does() -> None:
    document = build_document(
        [["Rain fell on Oslo.", "Ships sank in the bay.", "Fog came in late."]]
    )
    assert len(BriefingSummarizer(stem)(document, "67%")) == 2
    assert len(BriefingSummarizer()(document, 1)) == 1
