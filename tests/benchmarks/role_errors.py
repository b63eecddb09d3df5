"""Prints the confusion of roles and sections, and the costliest errors by kind.

    briefing DIR/text/*.txt --format ndjson > OUT.ndjson
    python tests/benchmarks/role_errors.py --eval EVAL_DIR --polnear DIR --roles FILE \\
        --pred OUT.ndjson

EVAL_DIR holds the scorers score_roles.py and score_polnear.py; DIR the folders `text` and
`attributions`; FILE the labels. An error is a pair of a gold attribution and a statement whose
role is not accepted; what it costs is 2 where the section is wrong, and 1 where the role alone is.
`--names` lists the speakers behind each kind as well.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECTIONS = ("official", "expert", "other")
ROLES = ("official", "political", "expert", "business", "civil", "media", "public", "unknown")
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i", "you", "that", "which"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold attribution and the statement paired with it."""

    roles: tuple[str, ...]
    speaker_right: bool
    source: str
    found: dict[str, Any]

    @property
    def role(self) -> str:
        """The accepted role that was given, else the first one."""
        return self.found["role"] if self.found["role"] in self.roles else self.roles[0]

    @property
    def cost(self) -> int:
        """2 where the section is wrong, 1 where the role alone is."""
        if self.found["role"] in self.roles:
            return 0
        return 1 + (self.found["section"] not in {section_of(role) for role in self.roles})


def section_of(role: str) -> str:
    """The section a role is printed in."""
    return role if role in SECTIONS else "other"


def read_pairs(args: argparse.Namespace) -> Iterator[Pair]:
    """The labelled attributions that the tool has found."""
    import score_polnear as polnear
    import score_roles as scorer

    labels = scorer.read_labels(args.roles)
    files = polnear.ann_files(args.polnear / "attributions")
    articles = scorer.read_predictions(args.pred, labels)
    for name, wanted in labels.items():
        doc = polnear.Doc(name, polnear.read_text(args.polnear / "text", name))
        golds, _ = scorer.load_golds(doc, Path(files[name][min(files[name])]), wanted)
        entries = articles.get(name, {}).get("statements", [])
        preds = [scorer.prediction(doc, raw) for raw in entries]
        for i, j in polnear.pair_up([g.attr for g in golds], [p.attr for p in preds]):
            label, found = golds[i].label, entries[j]
            if label is not None:
                right = scorer.speaker_right(found["speaker"], label.speakers)
                yield Pair(label.roles, right, golds[i].source, found)


def kind_of(pair: Pair) -> str:
    """Why an error was made, as far as the tool's own words tell."""
    evidence = " ".join(pair.found["evidence"])
    source = pair.source.strip().lower()
    if not pair.speaker_right:
        who = "nobody" if not pair.found["speaker"] else "somebody else"
        of = "a pronoun" if source in PRONOUNS else "no source" if not source else "the source"
        return f"{of} resolved to {who}"
    if "party and state" in evidence or any(w in evidence for w in ("Sen", "Rep", "Gov")):
        return "lawmaker or governor, candidate or ally of one"
    if "learned: known" in evidence:
        return "name without any description, told by the name"
    if "learned:" in evidence:
        return "description told by learned words alone"
    if "no words" in evidence or not evidence:
        return "nothing told of the source"
    if (pair.found["speaker"] or "")[:1].islower():
        return "unnamed source or document, told by its words"
    return "description of another capacity"


def print_matrix(pairs: list[Pair], names: tuple[str, ...], given: str) -> None:
    """Gold by row, given by column."""
    cells: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        gold, found = pair.role, pair.found[given]
        if given == "section":
            accepted = {section_of(role) for role in pair.roles}
            gold = found if found in accepted else section_of(pair.roles[0])
        cells[gold, found] += 1
    right = sum(cells[name, name] for name in names)
    print(f"{given}: {right} of {len(pairs)} right = {right / max(1, len(pairs)):.1%}")
    print(f"  {'gold, given':12}" + "".join(f"{name:>10}" for name in names))
    for gold in names:
        print(f"  {gold:12}" + "".join(f"{cells[gold, found]:>10}" for found in names))


def print_errors(pairs: list[Pair], count: int, names: bool) -> None:
    """The kinds of errors that cost most, with the roles taken for each other."""
    costs: Counter[tuple[str, str, str]] = Counter()
    numbers: Counter[tuple[str, str, str]] = Counter()
    speakers: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        if pair.cost:
            key = (pair.role, pair.found["role"], kind_of(pair))
            costs[key] += pair.cost
            numbers[key] += 1
            speakers[key][pair.found["speaker"] or "-"] += 1
    print(f"errors: {sum(numbers.values())}, cost {sum(costs.values())}")
    for key, cost in costs.most_common(count):
        print(f"  {cost:4}  {numbers[key]:3} of {key[0]} taken for {key[1]}: {key[2]}")
        if names:
            print("        " + json.dumps(dict(speakers[key].most_common(8)), ensure_ascii=False))


def main() -> None:
    """Reads the arguments and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", required=True, help="folder of the scorers")
    parser.add_argument("--polnear", type=Path, required=True, help="folder of texts and labels")
    parser.add_argument("--roles", type=Path, required=True, help="labels of that folder")
    parser.add_argument("--pred", type=Path, required=True, help="the tool's output, NDJSON")
    parser.add_argument("--count", type=int, default=20, help="kinds of errors listed")
    parser.add_argument("--names", action="store_true", help="list the speakers as well")
    args = parser.parse_args()
    sys.path.insert(0, args.eval)
    pairs = list(read_pairs(args))
    print_matrix(pairs, SECTIONS, "section")
    print_matrix(pairs, ROLES, "role")
    print_errors(pairs, args.count, args.names)


if __name__ == "__main__":
    main()
