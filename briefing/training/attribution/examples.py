"""Turns documents with gold attributions into windows with tags, and windows into tensors."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor

from briefing.attribution.learned.decode import LABELS
from briefing.attribution.learned.windows import Encode, Piece, Window, make_windows
from briefing.domain import Span
from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.training.attribution.corpus import Document, Gold
from briefing.training.attribution.network import ROLE_NAMES

TAG = {label: number for number, label in enumerate(LABELS)}
UNKNOWN = -1
LENGTH_STEP, CUE_STEP = 64, 16  # tensors are padded to multiples: few shapes are fast on a CPU


@dataclass(frozen=True, slots=True)
class Cue:
    """A gold cue: the piece that it begins at, the tags of all pieces; kind and role or -1."""

    at: int
    tags: tuple[int, ...]
    kind: int
    role: int


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its gold; `learn` is false where nothing may be learned of cues."""

    document: str
    window: Window
    cues: tuple[Cue, ...]
    learn: tuple[bool, ...]
    weight: float


def make_examples(document: Document, encode: Encode) -> list[Example]:
    """The windows of a document, segmented as at run time, with the gold in them."""
    article = load_text(document.text, source=document.name)
    sentences = split_sentences(article.text, article.blocks)
    return [_example(document, w) for w in make_windows(article.text, sentences, encode)]


def _example(document: Document, window: Window) -> Example:
    pieces = window.pieces
    cues = [cue for gold in document.gold if (cue := _cue_of(gold, pieces, document.text))]
    learn = tuple(
        p.own and not any(d.start <= p.start < d.end for d in document.discarded) for p in pieces
    )
    return Example(document.name, window, tuple(cues), learn, document.weight)


def _cue_of(gold: Gold, pieces: Sequence[Piece], text: str) -> Cue | None:
    anchor = gold.cue or gold.content
    if not anchor or not gold.content:
        return None
    at = _first_piece(anchor[0], pieces)
    if at is None:
        return None
    tags = [TAG["O"]] * len(pieces)
    for part in ("content", "source", "cue"):
        for span in join_spans(getattr(gold, part), text):
            _paint(tags, pieces, span, part)
    kind = UNKNOWN if gold.kind is None else int(gold.kind == "S")
    role = UNKNOWN if gold.role is None else ROLE_NAMES.index(gold.role)
    return Cue(at, tuple(tags), kind, role)


def _first_piece(span: Span, pieces: Sequence[Piece]) -> int | None:
    for index, piece in enumerate(pieces):
        if piece.own and piece.start < span.end and piece.end > span.start:
            return index
    return None


def join_spans(spans: Iterable[Span], text: str) -> list[Span]:
    """Spans in order, those joined that only white space keeps apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _paint(tags: list[int], pieces: Sequence[Piece], span: Span, part: str) -> None:
    label = f"B-{part}"
    for index, piece in enumerate(pieces):
        if piece.start < span.end and piece.end > span.start:
            tags[index] = TAG[label]
            label = f"I-{part}"


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors: see Network; `cue_gold`, `learn` are (batch, length) floats."""

    ids: Tensor
    features: Tensor
    cue_gold: Tensor
    learn: Tensor
    rows: Tensor
    at: Tensor
    tags: Tensor
    kinds: Tensor
    roles: Tensor
    weights: Tensor


def make_batch(examples: Sequence[Example]) -> Batch:
    """Pads windows to the longest of them, rounded up; padding has tag -1 and weight 0."""
    length = _round_up(max(len(e.window.pieces) for e in examples), LENGTH_STEP)
    ids = torch.zeros(len(examples), length, dtype=torch.long)
    features = torch.zeros(len(examples), length, 4, dtype=torch.long)
    cue_gold, learn = torch.zeros(len(examples), length), torch.zeros(len(examples), length)
    found = [(row, cue, e.weight) for row, e in enumerate(examples) for cue in e.cues]
    spare = _round_up(len(found), CUE_STEP) - len(found)
    found += [(0, Cue(0, (), UNKNOWN, UNKNOWN), 0.0)] * spare
    tags = torch.full((len(found), length), UNKNOWN, dtype=torch.long)
    for row, example in enumerate(examples):
        pieces = example.window.pieces
        ids[row, : len(pieces)] = torch.tensor([p.id for p in pieces])
        features[row, : len(pieces)] = torch.tensor(
            [(p.shape, p.quote, p.place, p.kind) for p in pieces]
        )
        learn[row, : len(pieces)] = torch.tensor(example.learn).float() * example.weight
    for index, (row, cue, _) in enumerate(found):
        cue_gold[row, cue.at] = max(cue_gold[row, cue.at], float(bool(cue.tags)))
        tags[index, : len(cue.tags)] = torch.tensor(cue.tags)
    return Batch(
        ids, features, cue_gold, learn,
        torch.tensor([row for row, _, _ in found], dtype=torch.long),
        torch.tensor([cue.at for _, cue, _ in found], dtype=torch.long),
        tags,
        torch.tensor([cue.kind for _, cue, _ in found], dtype=torch.long),
        torch.tensor([cue.role for _, cue, _ in found], dtype=torch.long),
        torch.tensor([weight for _, _, weight in found]),
    )  # fmt: skip


def move(batch: Batch, device: str) -> Batch:
    """The batch on a device."""
    return Batch(*(getattr(batch, part.name).to(device) for part in fields(batch)))


def _round_up(number: int, step: int) -> int:
    return -(-number // step) * step


def shuffled_batches(
    examples: Sequence[Example], *, pieces: int, seed: int
) -> Iterator[list[Example]]:
    """Batches of windows of like length with at most so many pieces, in a seeded order."""
    rng = random.Random(seed)
    by_length: dict[int, list[Example]] = {}
    for example in examples:
        by_length.setdefault(_round_up(len(example.window.pieces), LENGTH_STEP), []).append(example)
    batches = []
    for length, group in sorted(by_length.items()):
        rng.shuffle(group)
        size = max(1, pieces // length)
        batches += [group[start : start + size] for start in range(0, len(group), size)]
    rng.shuffle(batches)
    yield from batches
