"""Turns the tag scores of one cue into the spans of its source, cue and content."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.learned.windows import Piece
from briefing.domain import Span

LABELS = ("O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue")
Scores = NDArray[np.float32]
_FORBIDDEN = np.float32(-1e4)


def _transitions() -> Scores:
    """0 where a tag may follow another, else a large negative score (I- only inside its span)."""
    table = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for after, label in enumerate(LABELS):
        if label.startswith("I-"):
            for before, previous in enumerate(LABELS):
                if previous[2:] != label[2:]:
                    table[before, after] = _FORBIDDEN
    return table


TRANSITIONS = _transitions()
FIRST = np.array([_FORBIDDEN if label.startswith("I-") else 0 for label in LABELS], np.float32)


def best_paths(scores: Scores) -> NDArray[np.int64]:
    """The best allowed sequence of tags of each of several cues.

    `scores` are of shape (cues, length, labels), the result of (cues, length). Where the best
    tag of each piece is allowed, that is it; elsewhere the sequence has to be searched.
    """
    paths = np.asarray(scores.argmax(axis=2), dtype=np.int64)
    steps = TRANSITIONS[paths[:, :-1], paths[:, 1:]].sum(axis=1)
    broken = (steps + FIRST[paths[:, 0]]) < 0
    if broken.any():
        paths[broken] = _search_paths(scores[broken])
    return paths


def _search_paths(scores: Scores) -> NDArray[np.int64]:
    """The same by dynamic programming (Viterbi 1967)."""
    cues, length, labels = scores.shape
    current = scores[:, 0] + FIRST
    back = np.zeros((length, cues, labels), dtype=np.int64)
    for index in range(1, length):
        options = current[:, :, None] + TRANSITIONS
        back[index] = options.argmax(axis=1)
        current = options.max(axis=1) + scores[:, index]
    paths = np.zeros((cues, length), dtype=np.int64)
    paths[:, -1] = current.argmax(axis=1)
    every = np.arange(cues)
    for index in range(length - 1, 0, -1):
        paths[:, index - 1] = back[index, every, paths[:, index]]
    return paths


def spans_of(path: Sequence[int], pieces: Sequence[Piece]) -> dict[str, tuple[Span, ...]]:
    """The spans by part (`content`, `source`, `cue`) of a sequence of tags.

    Marks of window start and paragraph end have no characters and never begin a span.
    """
    found: dict[str, list[Span]] = {"content": [], "source": [], "cue": []}
    open_part = ""
    for tag, piece in zip(path, pieces, strict=True):
        label = LABELS[tag]
        part = label[2:]
        if piece.start == piece.end:
            continue
        if part and label.startswith("I-") and part == open_part:
            found[part][-1] = Span(found[part][-1].start, piece.end)
        elif part:
            found[part].append(Span(piece.start, piece.end))
        open_part = part
    return {part: tuple(spans) for part, spans in found.items()}
