"""Training the attribution network on a tiny set; needs the `train` extra."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
onnxruntime = pytest.importorskip("onnxruntime")

from briefing.attribution.learned.windows import Encode  # noqa: E402
from briefing.domain import Span  # noqa: E402
from briefing.training.attribution.average import average  # noqa: E402
from briefing.training.attribution.average import main as average_files  # noqa: E402
from briefing.training.attribution.corpus import Document, Gold  # noqa: E402
from briefing.training.attribution.examples import (  # noqa: E402
    make_batch,
    make_examples,
    shuffled_batches,
)
from briefing.training.attribution.loop import Plan, train  # noqa: E402
from briefing.training.attribution.network import (  # noqa: E402
    Network,
    Shape,
    load_network,
    save_network,
)
from briefing.training.attribution.predict import predict, write_predictions  # noqa: E402

TINY = Shape(layers=(0,), hidden=32, heads=2, inner=32, vocabulary=600, link=16, link_heads=2,
             link_layers=1)  # fmt: skip
WORDS = {}


def encode(text: str):
    ids, offsets = [], []
    start = 0
    for word in text.split(" "):
        ids.append(WORDS.setdefault(word.strip(".,"), 200 + len(WORDS)))
        offsets.append((start, start + len(word)))
        start += len(word) + 1
    return ids, offsets


ENCODE: Encode = encode


def document(name: str, who: str, verb: str, what: str) -> Document:
    text = f"{who} {verb} {what} today."
    source = Span(0, len(who))
    cue = Span(source.end + 1, source.end + 1 + len(verb))
    content = Span(cue.end + 1, cue.end + 1 + len(what))
    return Document(name, text, (Gold((source,), (cue,), (content,), "S", "official"),))


def documents() -> list[Document]:
    people = ["Ada", "Bo", "Cy", "Di"]
    return [
        document(f"{who}-{verb}", who, verb, what)
        for who in people
        for verb, what in (("said", "rain falls"), ("denied", "the charge"), ("wrote", "no"))
    ]


def test_a_tiny_network_learns_who_said_what_and_can_be_resumed(tmp_path: Path) -> None:
    examples = [e for d in documents() for e in make_examples(d, ENCODE)]
    lines: list[str] = []
    torch.manual_seed(0)
    out = tmp_path / "weights.pt"
    plan = Plan(epochs=30, rate=5e-3, head_rate=5e-3, pieces=400, average=0.9)
    network = train(
        Network(TINY, dropout=0.0), examples, plan, out=out, device="cpu", report=lines.append
    )
    found = predict(network, examples, threshold=0.5)
    right = sum(len(rows) == 1 for rows in found.values())
    assert right >= 9
    assert lines[-1].startswith("epoch 30 done")
    again = train(
        Network(TINY, dropout=0.0), examples, plan, out=out, device="cpu", report=lines.append
    )
    assert torch.equal(again.encoder.cue.weight, network.encoder.cue.weight)
    write_predictions(found, tmp_path / "found.jsonl")
    row = json.loads((tmp_path / "found.jsonl").read_text("utf-8").splitlines()[0])
    assert set(row) == {"doc", "attributions"}


def test_a_saved_network_is_the_same(tmp_path: Path) -> None:
    network = Network(TINY)
    save_network(network, tmp_path / "w.pt")
    loaded = load_network(tmp_path / "w.pt")
    assert loaded.shape == TINY
    assert all(
        torch.equal(a, b) for a, b in zip(network.parameters(), loaded.parameters(), strict=True)
    )


def test_batches_are_the_same_for_a_seed_and_hold_every_window_once() -> None:
    examples = [e for d in documents() for e in make_examples(d, ENCODE)]
    one = list(shuffled_batches(examples, pieces=200, seed=4))
    assert one == list(shuffled_batches(examples, pieces=200, seed=4))
    assert sorted(e.document for batch in one for e in batch) == sorted(
        e.document for e in examples
    )


def test_padding_has_no_gold() -> None:
    examples = [e for d in documents()[:3] for e in make_examples(d, ENCODE)]
    batch = make_batch(examples)
    assert batch.cue_gold.sum() == 3
    assert (batch.tags[3:] == -1).all()
    assert batch.weights[3:].sum() == 0


def test_the_mean_of_two_runs_lies_between_them(tmp_path: Path) -> None:
    one, other = Network(TINY), Network(TINY)
    for network, path in ((one, tmp_path / "1.pt"), (other, tmp_path / "2.pt")):
        save_network(network, path)
    average_files([str(tmp_path / "1.pt"), str(tmp_path / "2.pt"), "--out", str(tmp_path / "m.pt")])
    mean = load_network(tmp_path / "m.pt").encoder.cue.weight
    expected = (one.encoder.cue.weight + other.encoder.cue.weight) / 2
    assert torch.allclose(mean, expected)
    assert not torch.equal(mean, one.encoder.cue.weight)


def test_networks_of_different_shapes_have_no_mean() -> None:
    with pytest.raises(ValueError, match="2 networks of 2 shapes"):
        average([Network(TINY), Network(replace(TINY, link=32))])
    with pytest.raises(ValueError, match="0 networks"):
        average([])
