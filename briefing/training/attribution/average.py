"""Averages the weights of several runs: python -m briefing.training.attribution.average.

Runs that begin at the same base and the same heads and differ in the order of their batches end
near enough to one another for the mean of their weights to be better than each of them, at the
cost of one (Wortsman et al. 2022, "Model soups").
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from briefing.training.attribution.network import Network, load_network, save_network


def average(networks: Sequence[Network]) -> Network:
    """A network with the mean of the weights of others of its shape.

    Raises: ValueError when there are none, or when their shapes differ.
    """
    shapes = {network.shape for network in networks}
    if len(shapes) != 1:
        raise ValueError(f"{len(networks)} networks of {len(shapes)} shapes have no mean")
    mean = Network(networks[0].shape)
    states = [network.state_dict() for network in networks]
    mean.load_state_dict({name: _mean([state[name] for state in states]) for name in states[0]})
    return mean


def _mean(tensors: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(tensors)).mean(0)


def main(arguments: Sequence[str] | None = None) -> None:
    """Several files of weights in, one out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    save_network(average([load_network(path) for path in chosen.weights]), chosen.out)


if __name__ == "__main__":
    main()
