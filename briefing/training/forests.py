"""Writes fitted trees as a data file that `briefing.forest` reads."""

from collections.abc import Sequence
from pathlib import Path

from briefing.forest import Forest

DIGITS = 5  # significant digits kept of limits and leaves


def _numbers(values: Sequence[float]) -> str:
    return " ".join(f"{value:.{DIGITS}g}" for value in values)


def write_forest(
    path: Path, forest: Forest, *, features: Sequence[str], provenance: str, licence: str
) -> None:
    """Write the header, the features and one row a tree; loaded again it gives the same scores."""
    lines = [
        "# format: table/1",
        "# version: 1",
        f"# provenance: {provenance}",
        f"# licence: {licence}",
        f"base\t{forest.base:.{DIGITS}g}",
        f"features\t{' '.join(features)}",
    ]
    for tree in forest.trees:
        columns = " ".join(map(str, tree.columns))
        lines.append(f"tree\t{columns}\t{_numbers(tree.limits)}\t{_numbers(tree.leaves)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
