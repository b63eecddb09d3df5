"""The network: a BERT encoder with shape and quotation features, a cue head and a link head.

The encoder is MiniLM-L6 (Wang et al. 2020), or some of its layers. Every piece gets a score for
beginning a cue. For a cue, a small transformer reads the window again, knowing where that cue
stands, and tags its source, cue and content (predicate-wise labelling as in semantic role
labelling: Shi and Lin 2019), so that content is linked to its source by construction.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from briefing.attribution.learned.decode import LABELS
from briefing.attribution.learned.inference import NEAR
from briefing.attribution.learned.windows import KINDS, PLACES, QUOTES, SHAPES

ROLE_NAMES = (
    "official", "political", "expert", "business", "civil", "media", "public", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network."""

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)  # layers of the base that are kept
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    link: int = 128
    link_heads: int = 4
    link_layers: int = 2


class Block(nn.Module):
    """A post-norm transformer layer, as in BERT."""

    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: (batch, length, hidden); bias: (batch, 1, 1, length), added to the attention."""
        n, length, hidden = x.shape
        size = hidden // self.heads
        q, k, v = self.qkv(x).split(hidden, dim=2)
        q = q.view(n, length, self.heads, size).transpose(1, 2)
        k = k.view(n, length, self.heads, size).transpose(1, 2)
        v = v.view(n, length, self.heads, size).transpose(1, 2)
        if self.training:  # one fused kernel is faster here, plain products export to ONNX
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        else:
            seen = ((q @ k.transpose(2, 3)) * (1 / math.sqrt(size)) + bias).softmax(3) @ v
        mixed = seen.transpose(1, 2).reshape(n, length, hidden)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces with their features to vectors, and the scores of beginning a cue."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList(
            nn.Embedding(n, shape.hidden) for n in (SHAPES, QUOTES, PLACES, KINDS)
        )
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(
            Block(shape.hidden, shape.heads, shape.inner, 0.0) for _ in shape.layers
        )
        self.cue = nn.Linear(shape.hidden, 1)
        self.to_link = nn.Linear(shape.hidden, shape.link)
        self.to_anchor = nn.Linear(shape.hidden, shape.link)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """ids: (batch, length), 0 for padding; features: (batch, length, 4).

        Gives the cue scores (batch, length), what the link head reads of every piece and of
        every piece as a cue (batch, length, link), and the vectors (batch, length, hidden).
        """
        bias = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)
        for number, table in enumerate(self.features):
            x = x + table(features[:, :, number])
        x = self.drop(self.norm(x))
        for block in self.blocks:
            x = block(x, bias)
        return self.cue(x)[:, :, 0], self.to_link(x), self.to_anchor(x), x


class Linker(nn.Module):
    """For one cue each: tags of all pieces, and what kind of statement and source it is."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * NEAR + 13, shape.link)
        self.norm = nn.LayerNorm(shape.link)
        self.blocks = nn.ModuleList(
            Block(shape.link, shape.link_heads, 2 * shape.link, dropout)
            for _ in range(shape.link_layers)
        )
        self.tags = nn.Linear(shape.link, len(LABELS))
        self.kind = nn.Linear(shape.link, 1)
        self.role = nn.Linear(shape.link, len(ROLE_NAMES))

    def forward(
        self, pieces: Tensor, anchors: Tensor, steps: Tensor, bias: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """pieces: (cues, length, link); anchors: (cues, link); steps: (cues, length), the
        distance buckets from the cue; bias: (cues, 1, 1, length).

        Gives tag scores (cues, length, labels), kind scores (cues,; above 0: a statement)
        and role scores (cues, roles).
        """
        x = self.norm(pieces + anchors[:, None, :] + self.distance(steps))
        for block in self.blocks:
            x = block(x, bias)
        tags = self.tags(x)
        chosen = tags.softmax(2)
        weight = chosen[:, :, 3:].sum(2, keepdim=True)
        pooled = (x * weight).sum(1) / (weight.sum(1) + 1e-3)
        return tags, self.kind(pooled)[:, 0], self.role(pooled)


def bucket(distance: Tensor) -> Tensor:
    """Distances in pieces as indices of the distance table; beyond NEAR by powers of 1.5."""
    size = distance.abs()
    far = NEAR + (torch.log(size.clamp(min=NEAR) / NEAR) / math.log(1.5)).floor().long()
    index = torch.where(size <= NEAR, size, (far + 1).clamp(max=NEAR + 6))
    return (index * distance.sign() + NEAR + 6).long()


class Network(nn.Module):
    """Both parts; in training they are run on the windows and their gold cues."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape, dropout)
        self.linker = Linker(shape, dropout)

    def link(
        self, encoded: tuple[Tensor, Tensor, Tensor, Tensor], ids: Tensor, rows: Tensor, at: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores for the cues at pieces `at` of windows `rows` (both of one length)."""
        _, pieces, anchors, _ = encoded
        places = torch.arange(ids.shape[1], device=ids.device)
        steps = bucket(places[None, :] - at[:, None])
        bias = torch.where(ids[rows] == 0, -1e4, 0.0)[:, None, None, :]
        found: tuple[Tensor, Tensor, Tensor] = self.linker(
            pieces[rows], anchors[rows, at], steps, bias
        )
        return found


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float32 tensors of a .safetensors file (header length, JSON header, raw data)."""
    raw = path.read_bytes()
    length = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        low, high = (8 + length + offset for offset in entry["data_offsets"])
        data = torch.frombuffer(bytearray(raw[low:high]), dtype=torch.float32)
        tensors[name] = data.view(entry["shape"])
    return tensors


def load_base(network: Network, path: Path, layers: Sequence[int]) -> None:
    """Copies the weights of a BERT in .safetensors form into the encoder."""
    base = read_safetensors(path)
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(base["embeddings.word_embeddings.weight"])
        types = base["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(base["embeddings.position_embeddings.weight"] + types)
        encoder.norm.weight.copy_(base["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(base["embeddings.LayerNorm.bias"])
        for block, number in zip(encoder.blocks, layers, strict=True):
            _copy_layer(block, base, f"encoder.layer.{number}.")


def _copy_layer(block: nn.Module, base: dict[str, Tensor], prefix: str) -> None:
    assert isinstance(block, Block)
    own = prefix + "attention.self."
    for kind in ("weight", "bias"):
        joined = torch.cat([base[f"{own}{part}.{kind}"] for part in ("query", "key", "value")])
        getattr(block.qkv, kind).copy_(joined)
        getattr(block.out, kind).copy_(base[f"{prefix}attention.output.dense.{kind}"])
        getattr(block.norm1, kind).copy_(base[f"{prefix}attention.output.LayerNorm.{kind}"])
        getattr(block.up, kind).copy_(base[f"{prefix}intermediate.dense.{kind}"])
        getattr(block.down, kind).copy_(base[f"{prefix}output.dense.{kind}"])
        getattr(block.norm2, kind).copy_(base[f"{prefix}output.LayerNorm.{kind}"])


def save_network(network: Network, path: Path) -> None:
    """Writes shape and weights, without pickled code (read with weights_only)."""
    torch.save({"shape": asdict(network.shape), "weights": network.state_dict()}, path)


def load_network(path: Path, dropout: float = 0.1) -> Network:
    """A network as saved."""
    stored = torch.load(path, weights_only=True)
    shape = Shape(**{**stored["shape"], "layers": tuple(stored["shape"]["layers"])})
    network = Network(shape, dropout)
    network.load_state_dict(stored["weights"])
    return network
