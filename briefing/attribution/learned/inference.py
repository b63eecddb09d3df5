"""Runs the network over the windows of an article: which cues, and which spans for each."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.attribution.learned.decode import LABELS, best_path, spans_of
from briefing.attribution.learned.model import Model
from briefing.attribution.learned.windows import Window
from briefing.domain import Span

Floats = NDArray[np.float32]
NEAR = 32  # as in training: distances up to here are told apart
ROLES = (
    "official", "political", "expert", "business", "civil", "media", "public", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the network says of one cue: its spans, and its scores as probabilities.

    `tag_score` is the mean probability of the chosen tags over the tagged pieces.
    """

    spans: dict[str, tuple[Span, ...]]
    cue_score: float
    tag_score: float
    statement_score: float
    roles: tuple[float, ...]


def find_candidates(model: Model, windows: Iterable[Window]) -> list[Candidate]:
    """The candidates of all windows in text order of their cues.

    Windows are run one by one: quantised layers scale by what they see, so that a batch
    would let one article change another's result.
    """
    return [candidate for window in windows for candidate in _read_window(model, window)]


def _read_window(model: Model, window: Window) -> list[Candidate]:
    pieces = window.pieces
    ids = np.array([[piece.id for piece in pieces]], dtype=np.int64)
    features = np.array([[(p.shape, p.quote, p.place, p.kind) for p in pieces]], dtype=np.int64)
    cue_logits, link, anchors = model.encoder.run(None, {"ids": ids, "features": features})
    own = np.array([piece.own for piece in pieces])
    scores = _sigmoid(cue_logits[0]) * own
    places = np.flatnonzero(scores > model.cue_threshold)
    if not len(places):
        return []
    steps = distance_buckets(np.arange(len(pieces))[None, :] - places[:, None])
    tags, kinds, roles = model.linker.run(
        None,
        {
            "pieces": np.repeat(link, len(places), axis=0),
            "anchors": anchors[0][places],
            "steps": steps,
            "bias": np.zeros((len(places), 1, 1, len(pieces)), dtype=np.float32),
        },
    )
    found = []
    for index, place in enumerate(places):
        candidate = _read_tags(window, tags[index], int(place))
        if candidate is not None:
            spans, tag_score = candidate
            role = tuple(float(p) for p in _softmax(roles[index]))
            statement = float(_sigmoid(kinds[index]))
            found.append(Candidate(spans, float(scores[place]), tag_score, statement, role))
    return found


def _read_tags(
    window: Window, logits: Floats, place: int
) -> tuple[dict[str, tuple[Span, ...]], float] | None:
    path = best_path(logits)
    spans = spans_of(path, window.pieces)
    if not spans["content"]:
        return None
    piece = window.pieces[place]
    spans["cue"] = spans["cue"] or (Span(piece.start, piece.end),)
    chances = _softmax(logits)[np.arange(len(path)), path]
    tagged = np.array([LABELS[tag] != "O" for tag in path])
    return spans, float(chances[tagged].mean())


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
