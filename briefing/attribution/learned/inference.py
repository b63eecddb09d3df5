"""Runs the network over the windows of an article: which cues, and which spans for each."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.learned.decode import best_paths, spans_of
from briefing.attribution.learned.model import Model
from briefing.attribution.learned.windows import SEP, Piece, Window
from briefing.domain import Span

Floats = NDArray[np.float32]
MARGIN = 40  # pieces around a paragraph; without them F1 end to end falls by 0.9
THREADS = min(2, os.cpu_count() or 1)  # more gain little: an article has few windows
NEAR = 32  # distances up to here have an embedding each, farther ones share by logarithm


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the network says of one cue: its spans, and its scores as probabilities.

    `tag_score` is the mean probability of the chosen tags over the tagged pieces.
    """

    spans: dict[str, tuple[Span, ...]]
    cue_score: float
    tag_score: float
    statement_score: float


def find_candidates(
    model: Model, windows: Sequence[Window], *, threads: int = THREADS
) -> list[Candidate]:
    """The candidates of all windows in text order of their cues.

    Each window is run by itself: quantised layers scale by what they see, so that in a batch
    one window would change the result of another. So the number of threads changes nothing.
    """
    read = partial(_read_window, model)
    if threads < 2 or len(windows) < 2:
        found = list(map(read, windows))
    else:
        with ThreadPoolExecutor(threads) as pool:
            found = list(pool.map(read, windows))
    return [candidate for candidates in found for candidate in candidates]


def _read_window(model: Model, window: Window) -> list[Candidate]:
    pieces = window.pieces
    ids = np.array([[piece.id for piece in pieces]], dtype=np.int64)
    features = np.array([[(p.shape, p.quote, p.place, p.kind) for p in pieces]], dtype=np.int64)
    cue_logits, link, anchors = model.encoder.run(None, {"ids": ids, "features": features})
    own = np.array([piece.own for piece in pieces])
    scores = _sigmoid(cue_logits[0]) * own
    found: list[Candidate] = []
    for first, end in paragraphs_of(pieces):
        places = first + np.flatnonzero(scores[first:end] > model.cue_threshold)
        if len(places):
            low, high = max(0, first - MARGIN), min(len(pieces), end + MARGIN)
            part = _link(model, link[:, low:high], anchors[0][places], places - low)
            found += _read_tags(pieces[low:high], scores[places], places - low, *part)
    return found


def paragraphs_of(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Where the paragraphs of a window begin and end, their closing marks included.

    Source and content of a cue stand in its paragraph (99 of 100 in PolNeAR): reading that and
    some pieces around it, not the window, for each cue costs half.
    """
    ends = [index + 1 for index, piece in enumerate(pieces) if piece.id == SEP and index]
    return list(pairwise([0, *ends]))


def _link(
    model: Model, link: Floats, anchors: Floats, places: NDArray[np.int64]
) -> tuple[Floats, Floats]:
    """The tag scores (cues, pieces, labels) and kind scores (cues,) of the cues at some places."""
    length = link.shape[1]
    tags, kinds, _ = model.linker.run(
        None,
        {
            "pieces": np.repeat(link, len(places), axis=0),
            "anchors": anchors,
            "steps": distance_buckets(np.arange(length)[None, :] - places[:, None]),
            "bias": np.zeros((len(places), 1, 1, length), dtype=np.float32),
        },
    )
    return tags, kinds


def _read_tags(
    pieces: Sequence[Piece],
    scores: Floats,
    places: NDArray[np.int64],
    tags: Floats,
    kinds: Floats,
) -> Iterator[Candidate]:
    """The candidates of a paragraph that have a content."""
    paths = best_paths(tags)
    chances = np.take_along_axis(_softmax(tags), paths[:, :, None], axis=2)[:, :, 0]
    for index, place in enumerate(places):
        spans = spans_of(paths[index].tolist(), pieces)
        if spans["content"]:
            piece = pieces[place]
            spans["cue"] = spans["cue"] or (Span(piece.start, piece.end),)
            sure = float(chances[index][paths[index] > 0].mean())
            yield Candidate(spans, float(scores[index]), sure, float(_sigmoid(kinds[index])))


def distance_buckets(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Distances in pieces as rows of the distance table (see training: `bucket`).

    >>> distance_buckets(np.array([-40, -1, 0, 1, 40])).tolist()
    [5, 37, 38, 39, 71]
    """
    size = np.abs(distance)
    far = NEAR + np.floor(np.log(np.maximum(size, NEAR) / NEAR) / np.log(1.5)).astype(np.int64)
    index = np.where(size <= NEAR, size, np.minimum(far + 1, NEAR + 6))
    return np.asarray(index * np.sign(distance) + NEAR + 6, dtype=np.int64)


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)), dtype=np.float32)


def _softmax(x: Floats) -> Floats:
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
