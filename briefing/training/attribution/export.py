"""Writes trained weights as the ONNX files that the run-time engine loads, int8 by default."""

import argparse
import copy
import hashlib
import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from briefing.attribution.learned.model import FORMAT
from briefing.training.attribution.network import Encoder, Network, load_network

OPSET = 17
# Before a combination is fitted: the cue score alone decides.
BARE: dict[str, object] = {
    "cue_threshold": 0.1,
    "threshold": 0.4,
    "combination": {"cue": 4.0, "rule": 1.0},
    "kinds": {"network": 1.0},
}
FILES = ("encoder.onnx", "encoder.bin", "linker.onnx", "tokenizer.json")
LARGE = 4096  # bytes from which a tensor is kept outside of its graph
ALIGNMENT = 64  # bytes: what vector instructions load at once


class RowTable(nn.Module):
    """An embedding table in int8 with a scale for each row; one scale for all costs accuracy."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of the rows."""
        rows: Tensor = self.get_buffer("rows")[ids].float() * self.get_buffer("scale")[ids]
        return rows


class _Exported(nn.Module):
    """The encoder without the vectors, which nothing reads at run time."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = copy.deepcopy(encoder)
        self.encoder.words = RowTable(encoder.words.weight.detach())  # type: ignore[assignment]

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        cue, pieces, anchors, _ = self.encoder(ids, features)
        return cue, pieces, anchors


def export_encoder(network: Network, path: Path) -> None:
    """The encoder as an ONNX graph over (windows, pieces)."""
    ids = torch.randint(1000, 2000, (1, 24))
    features = torch.zeros(1, 24, 4, dtype=torch.long)
    names = ["cue", "pieces", "anchors"]
    axes = {name: {0: "windows", 1: "length"} for name in ["ids", "features", *names]}
    _export(_Exported(network.encoder), (ids, features), path, ["ids", "features"], names, axes)


def export_linker(network: Network, path: Path) -> None:
    """The linker as an ONNX graph over (cues, pieces)."""
    width = network.shape.link
    inputs = (
        torch.randn(3, 24, width),
        torch.randn(3, width),
        torch.zeros(3, 24, dtype=torch.long),
        torch.zeros(3, 1, 1, 24),
    )
    axes = {name: {0: "cues", 1: "length"} for name in ("pieces", "steps", "tags")}
    axes |= {name: {0: "cues"} for name in ("anchors", "kind", "role")}
    axes["bias"] = {0: "cues", 3: "length"}
    names = ["pieces", "anchors", "steps", "bias"]
    _export(network.linker, inputs, path, names, ["tags", "kind", "role"], axes)


def _export(
    part: nn.Module,
    inputs: tuple[Tensor, ...],
    path: Path,
    names: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own successor
        torch.onnx.export(
            part.eval(),
            inputs,
            str(path),
            input_names=names,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def quantise(path: Path, out: Path) -> None:
    """Weights to int8 with a scale per output channel; activations are scaled as they come."""
    quantize_dynamic(
        path, out, weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def optimise(path: Path, out: Path) -> None:
    """Fuses the graph once, so that loading need not; the results stay the same."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(out)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def split_weights(whole: Path, graph: Path, weights: Path) -> None:
    """Puts the large tensors of a graph into a file of their own, which loading maps.

    So they need not be read and copied at every start, and words that no article holds never
    come into memory. Both files must stay in one folder.
    """
    model = onnx.load(whole)
    with weights.open("wb") as file:
        for tensor in model.graph.initializer:
            if len(tensor.raw_data) >= LARGE:
                file.write(bytes(-file.tell() % ALIGNMENT))
                place = {"location": weights.name, "offset": file.tell()}
                file.write(tensor.raw_data)
                for key, value in (place | {"length": len(tensor.raw_data)}).items():
                    tensor.external_data.add(key=key, value=str(value))
                tensor.data_location = onnx.TensorProto.EXTERNAL
                tensor.ClearField("raw_data")
    graph.write_bytes(model.SerializeToString())


def write_header(folder: Path, version: str, combination: dict[str, object]) -> None:
    """model.json: what the files are, checked when they are loaded, and the combination."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    header = {
        "format": FORMAT,
        "version": version,
        "provenance": "see MODEL_CARD.md",
        "licence": "see MODEL_CARD.md",
        **combination,
        "sha256": digests,
    }
    (folder / "model.json").write_text(json.dumps(header, indent=1) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Weights in, the model folder out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--version", required=True)
    parser.add_argument("--combination", type=Path, help="JSON that combine.py has written")
    parser.add_argument("--float", action="store_true", help="do not quantise")
    chosen = parser.parse_args(arguments)
    network = load_network(chosen.weights).eval()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        plain, small = Path(temporary) / "encoder.onnx", Path(temporary) / "small.onnx"
        export_encoder(network, plain)
        if not chosen.float:
            quantise(plain, small)
        whole = Path(temporary) / "whole.onnx"
        optimise(plain if chosen.float else small, whole)
        split_weights(whole, chosen.out / "encoder.onnx", chosen.out / "encoder.bin")
        linker = Path(temporary) / "linker.onnx"
        export_linker(network, linker)
        optimise(linker, chosen.out / "linker.onnx")
    (chosen.out / "tokenizer.json").write_bytes(chosen.tokenizer.read_bytes())
    combination = json.loads(chosen.combination.read_text("utf-8")) if chosen.combination else BARE
    write_header(chosen.out, chosen.version, combination)


if __name__ == "__main__":
    main()
