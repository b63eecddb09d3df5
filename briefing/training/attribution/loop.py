"""The training loop: loss, schedule, checkpoints, and the figures after each epoch."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from briefing.training.attribution.examples import (
    Batch,
    Example,
    make_batch,
    move,
    shuffled_batches,
)
from briefing.training.attribution.network import Network, save_network

CUE_SCALE, TAG_SCALE, KIND_SCALE, ROLE_SCALE = 0.1, 0.05, 0.3, 0.2  # parts of the loss


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: rates per part, pieces a batch, share of steps to warm up in."""

    epochs: int = 8
    rate: float = 1e-4
    head_rate: float = 8e-4
    pieces: int = 3000
    warm_up: float = 0.08
    average: float = 0.998
    seed: int = 1
    temperature: float = 2.0


def loss_of(network: Network, batch: Batch, teacher: Network | None, plan: Plan) -> Tensor:
    """The sum of the losses of cues, tags, kinds and roles, a window each on average.

    With a teacher (Hinton, Vinyals and Dean 2015) half of the cue and tag loss is the distance
    to its softened scores.
    """
    encoded = network.encoder(batch.ids, batch.features)
    windows = len(batch.ids)
    cue = F.binary_cross_entropy_with_logits(
        encoded[0].float(), batch.cue_gold, weight=batch.learn, reduction="sum"
    )
    total = CUE_SCALE * cue / windows
    if not len(batch.rows):
        return total
    tags, kinds, roles = network.link(encoded, batch.ids, batch.rows, batch.at)
    each = F.cross_entropy(
        tags.float().transpose(1, 2), batch.tags, ignore_index=-1, reduction="none"
    )
    tag_loss = (each.sum(1) * batch.weights).sum()
    if teacher is not None:
        cue_far, tag_far = _distances(teacher, batch, encoded[0], tags, plan.temperature)
        total = 0.5 * total + 0.5 * CUE_SCALE * cue_far / windows
        tag_loss = 0.5 * tag_loss + 0.5 * tag_far
    total = total + TAG_SCALE * tag_loss / windows
    total = total + KIND_SCALE * _kind_loss(kinds.float(), batch) / windows
    return total + ROLE_SCALE * _role_loss(roles.float(), batch) / windows


def _distances(
    teacher: Network, batch: Batch, cues: Tensor, tags: Tensor, temperature: float
) -> tuple[Tensor, Tensor]:
    with torch.no_grad():
        known = teacher.encoder(batch.ids, batch.features)
        known_tags, _, _ = teacher.link(known, batch.ids, batch.rows, batch.at)
    cue = F.binary_cross_entropy_with_logits(
        cues.float(), known[0].float().sigmoid(), weight=batch.learn, reduction="sum"
    )
    soft = (known_tags.float() / temperature).softmax(2)
    log = (tags.float() / temperature).log_softmax(2)
    mask = (batch.tags >= 0).float()
    far = -(soft * log).sum(2) * mask * temperature**2
    return cue, (far.sum(1) * batch.weights).sum()


def _kind_loss(kinds: Tensor, batch: Batch) -> Tensor:
    known = batch.kinds >= 0
    if not known.any():
        return kinds.sum() * 0
    return F.binary_cross_entropy_with_logits(
        kinds[known], batch.kinds[known].float(), reduction="sum"
    )


def _role_loss(roles: Tensor, batch: Batch) -> Tensor:
    known = batch.roles >= 0
    if not known.any():
        return roles.sum() * 0
    return F.cross_entropy(roles[known], batch.roles[known], reduction="sum")


def parameter_groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """The encoder's blocks and word tables at one rate, everything new at a higher one."""
    slow: list[torch.nn.Parameter] = []
    fast: list[torch.nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        old = name.startswith(("encoder.words", "encoder.positions", "encoder.blocks"))
        (slow if old or name.startswith("encoder.norm") else fast).append(parameter)
    return [
        {"params": slow, "lr": plan.rate, "weight_decay": 0.01},
        {"params": fast, "lr": plan.head_rate, "weight_decay": 0.01},
    ]


def train(
    network: Network,
    examples: Sequence[Example],
    plan: Plan,
    *,
    out: Path,
    device: str,
    teacher: Network | None = None,
    report: Callable[[str], None],
    measure: Callable[[Network], str] | None = None,
) -> Network:
    """Trains and gives the network with averaged weights (Polyak and Juditsky 1992).

    After each epoch a checkpoint `out`.resume holds everything needed to go on; an existing one
    is gone on from. `out` itself then holds the averaged weights.
    """
    torch.manual_seed(plan.seed)
    run = start_run(network, examples, plan, device)
    for epoch in range(resume(out, run), plan.epochs):
        total = train_epoch(run, examples, plan, epoch, device, teacher, report)
        save_network(run.averaged, out)
        save_state(out, epoch + 1, run)
        told = measure(run.averaged) if measure else ""
        report(f"epoch {epoch + 1} done: loss {total:.4f} {told}")
    return run.averaged


@dataclass(frozen=True, slots=True)
class Run:
    """What changes while a network is trained."""

    network: Network
    averaged: Network
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR


def start_run(network: Network, examples: Sequence[Example], plan: Plan, device: str) -> Run:
    """A run at its first step."""
    network.encoder.words.weight.requires_grad_(False)  # few of its rows are ever seen here
    averaged = Network(network.shape)
    averaged.load_state_dict(network.state_dict())
    network.to(device)
    averaged.to(device).eval()
    optimizer = torch.optim.AdamW(parameter_groups(network, plan), betas=(0.9, 0.98))
    steps = sum(1 for _ in shuffled_batches(examples, pieces=plan.pieces, seed=0)) * plan.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: _rate_at(step, steps, plan.warm_up)
    )
    return Run(network, averaged, optimizer, schedule)


def train_epoch(
    run: Run,
    examples: Sequence[Example],
    plan: Plan,
    epoch: int,
    device: str,
    teacher: Network | None,
    report: Callable[[str], None],
) -> float:
    """One pass over the windows; gives the mean loss."""
    started, total, count = time.monotonic(), 0.0, 0
    run.network.train()
    seed = plan.seed * 1000 + epoch
    for rows in shuffled_batches(examples, pieces=plan.pieces, seed=seed):
        batch = move(make_batch(rows), device)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = loss_of(run.network, batch, teacher, plan)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
        run.optimizer.step()
        run.schedule.step()
        run.optimizer.zero_grad()
        _average(run, min(plan.average, (1 + count + epoch * 50) / 100))
        total, count = total + loss.item(), count + 1
        if count % 50 == 0:
            spent = time.monotonic() - started
            report(f"epoch {epoch + 1} step {count}: loss {total / count:.4f}, {spent:.0f} s")
    return total / max(1, count)


def _rate_at(step: int, steps: int, warm_up: float) -> float:
    rising = max(1, int(steps * warm_up))
    if step < rising:
        return step / rising
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rising) / max(1, steps - rising))))


def _average(run: Run, keep: float) -> None:
    with torch.no_grad():
        pairs = zip(run.averaged.parameters(), run.network.parameters(), strict=True)
        for mean, now in pairs:
            mean.lerp_(now, 1 - keep)


def save_state(out: Path, epoch: int, run: Run) -> None:
    """Writes what `resume` reads, in one step."""
    state = {
        "epoch": epoch,
        "network": run.network.state_dict(),
        "averaged": run.averaged.state_dict(),
        "optimizer": run.optimizer.state_dict(),
        "schedule": run.schedule.last_epoch,
    }
    partial = out.with_suffix(".partial")
    torch.save(state, partial)
    partial.rename(out.with_suffix(".resume"))


def resume(out: Path, run: Run) -> int:
    """Puts a run back to its last checkpoint and gives the epochs done; 0 without one."""
    path = out.with_suffix(".resume")
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    run.network.load_state_dict(state["network"])
    run.averaged.load_state_dict(state["averaged"])
    run.optimizer.load_state_dict(state["optimizer"])
    run.schedule.last_epoch = int(state["schedule"])
    return int(state["epoch"])
