"""Runs a network over documents and gives its attributions, as the run-time engine would."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch

from briefing.attribution.learned.decode import best_paths, spans_of
from briefing.domain import Span
from briefing.training.attribution.examples import Example, make_batch, move
from briefing.training.attribution.network import ROLE_NAMES, Network

Found = dict[str, object]


def predict(
    network: Network, examples: Sequence[Example], *, threshold: float = 0.4
) -> dict[str, list[Found]]:
    """The attributions by document: spans by part, `cue_score`, `kind_score` and `role`."""
    network.eval()
    device = next(network.parameters()).device
    found: dict[str, list[Found]] = {e.document: [] for e in examples}
    with torch.no_grad():
        for example in examples:
            batch = move(make_batch([example]), str(device))
            encoded = network.encoder(batch.ids, batch.features)  # one window, as at run time
            scores = (encoded[0][0].sigmoid() * batch.learn[0].gt(0)).cpu()
            at = torch.nonzero(scores > threshold)[:, 0]
            if not len(at):
                continue
            rows = torch.zeros_like(at)
            tags, kinds, roles = network.link(encoded, batch.ids, rows.to(device), at.to(device))
            for index, place in enumerate(at.tolist()):
                scores_of_cue = tags[[index], : len(example.window.pieces)].cpu().numpy()
                spans = spans_of(best_paths(scores_of_cue)[0].tolist(), example.window.pieces)
                if spans["content"]:
                    piece = example.window.pieces[place]
                    spans["cue"] = spans["cue"] or (Span(piece.start, piece.end),)
                    found[example.document].append(
                        {
                            **spans,
                            "cue_score": round(float(scores[place]), 4),
                            "kind_score": round(float(kinds[index]), 4),
                            "role": ROLE_NAMES[int(roles[index].argmax())],
                        }
                    )
    return found


def write_predictions(found: dict[str, list[Found]], path: Path) -> None:
    """JSON lines of `doc` and `attributions` with spans as pairs of numbers."""
    with path.open("w", encoding="utf-8") as lines:
        for name, attributions in sorted(found.items()):
            rows = [{key: _plain(value) for key, value in a.items()} for a in attributions]
            lines.write(json.dumps({"doc": name, "attributions": rows}) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [[span.start, span.end] for span in value]
    return value


def exact_figures(examples: Iterable[Example], found: dict[str, list[Found]]) -> str:
    """Quick figures for the log: F1 of cue starts, share of those whose content is right."""
    gold: dict[tuple[str, int], tuple[Span, ...]] = {}
    for example in examples:
        for cue in example.cues:
            spans = spans_of(cue.tags, example.window.pieces)
            gold[example.document, example.window.pieces[cue.at].start] = spans["content"]
    pairs = {
        (name, a["cue"][0].start): a["content"]  # type: ignore[index]
        for name, rows in found.items()
        for a in rows
    }
    hits = [key for key in pairs if key in gold]
    right = sum(pairs[key] == gold[key] for key in hits)
    f1 = 2 * len(hits) / max(1, len(pairs) + len(gold))
    return f"cue F1 {100 * f1:.2f} content right given cue {100 * right / max(1, len(hits)):.2f}"
