"""Decoding: tag scores to spans, scores to confidence, both engines to one list."""

from itertools import pairwise

import numpy as np
import pytest

from briefing.attribution.learned.decode import LABELS, best_paths, spans_of
from briefing.attribution.learned.windows import Piece
from briefing.domain import Span

TAG = {label: index for index, label in enumerate(LABELS)}


def scores_for(*labels: str) -> np.ndarray:
    scores = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, label in enumerate(labels):
        scores[row, TAG[label]] = 5.0
    return scores


def best_path(scores: np.ndarray) -> list[int]:
    return best_paths(scores[None])[0].tolist()


def pieces_at(*spans: tuple[int, int]) -> list[Piece]:
    return [Piece(1, start, end, 0, 0, 0, 0) for start, end in spans]


def test_the_best_path_follows_clear_scores() -> None:
    labels = ["O", "B-source", "I-source", "B-cue", "O", "B-content", "I-content"]
    assert [LABELS[tag] for tag in best_path(scores_for(*labels))] == labels


def test_a_span_never_begins_with_an_inner_tag() -> None:
    path = [LABELS[tag] for tag in best_path(scores_for("I-content", "I-content"))]
    assert path[0] != "I-content"


def test_an_inner_tag_never_follows_another_part() -> None:
    path = [LABELS[tag] for tag in best_path(scores_for("B-source", "I-content", "I-content"))]
    assert path in (
        ["B-source", "B-content", "I-content"],
        ["B-content", "I-content", "I-content"],
    )


def test_two_begins_make_two_spans_and_inner_tags_reach_over_gaps() -> None:
    path = [TAG[t] for t in ("B-content", "I-content", "B-content", "O")]
    spans = spans_of(path, pieces_at((0, 3), (4, 6), (7, 9), (9, 10)))
    assert spans["content"] == (Span(0, 6), Span(7, 9))


def test_marks_without_characters_neither_begin_nor_break_a_span() -> None:
    path = [TAG[t] for t in ("B-content", "I-content", "I-content")]
    spans = spans_of(path, pieces_at((0, 3), (3, 3), (5, 8)))
    assert spans["content"] == (Span(0, 8),)


@pytest.mark.parametrize("length", [1, 2, 50])
def test_the_path_is_as_long_as_the_scores(length: int) -> None:
    rng = np.random.default_rng(length)
    scores = rng.normal(size=(length, len(LABELS))).astype(np.float32)
    path = best_path(scores)
    assert len(path) == length
    for before, after in pairwise(path):
        if LABELS[after].startswith("I-"):
            assert LABELS[before][2:] == LABELS[after][2:]
