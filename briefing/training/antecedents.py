"""Learns the weights by which the antecedents of pronouns are ranked.

    python -m briefing.training.antecedents --eval EVAL_DIR --polnear DIR --roles FILE OUT

A softmax over the candidates of each pronoun, fitted by gradient descent; the labels are
the speakers that hand-labelled attributions give for pronoun sources.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from briefing.domain import Attribution, Sentence, Span
from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.speakers.entities import Entity
from briefing.speakers.profiles import gather_facts
from briefing.speakers.pronouns import PERSONAL, choose_antecedent, ranked
from briefing.speakers.references import Resolver
from briefing.speakers.scene import Scene, set_scene

HEADER = """# format: table/1
# version: 1
# provenance: learned by briefing/training/antecedents.py from PolNeAR 1.0, speakers labelled
# licence: MIT
# about: feature weights of antecedents of pronouns, for persons, things and groups
"""
OTHERS = {"place": -2.0, "body": 0.5, "plural": 0.5, "attested": 0.0}  # for things and groups
Example = tuple[list[dict[str, float]], int]


def read_articles(
    folder: Path, roles: Path
) -> Iterator[tuple[str, list[Attribution], list[tuple[str, ...]]]]:
    """The texts with their attributions and the accepted speakers of each."""
    import score_polnear as polnear  # type: ignore[import-not-found]
    import score_roles as scorer  # type: ignore[import-not-found]

    files = polnear.ann_files(folder / "attributions")
    for name, labels in sorted(scorer.read_labels(roles).items()):
        text = polnear.read_text(folder / "text", name)
        events, _ = scorer.read_events(Path(sorted(files[name].items())[0][1]))
        rows = sorted(
            (min(raw["source"] or raw["content"]), key, raw)
            for key, raw in events.items()
            if raw["content"]
        )
        given, wanted = [], []
        for _, key, raw in rows:
            parts = [
                tuple(Span(*pair) for pair in sorted(raw[role]))
                for role in ("source", "cue", "content")
            ]
            given.append(Attribution(parts[0], parts[1], parts[2]))
            wanted.append(labels[key].speakers if key in labels else ())
        yield text, given, wanted


def gather_examples(folder: Path, roles: Path) -> dict[str, list[Example]]:
    """For each sort of pronoun the candidates' features and which candidate is right."""
    import score_roles as scorer

    found: dict[str, list[Example]] = {"person": [], "thing": [], "group": []}
    for text, given, wanted in read_articles(folder, roles):
        right = {
            attribution.source[0].start: names
            for attribution, names in zip(given, wanted, strict=True)
            if attribution.source
        }

        def choose(
            scene: Scene, offset: int, sort: str, right: dict[int, tuple[str, ...]] = right
        ) -> Entity | None:
            names = right.get(offset)
            if names is None:
                return choose_antecedent(scene, offset, sort)
            pairs = ranked(scene, offset, sort)
            pool, rows = [entity for entity, _ in pairs], [row for _, row in pairs]
            hits = [n for n, entity in enumerate(pool) if scorer.speaker_right(entity.name, names)]
            if not hits:
                return None
            best = max(hits, key=lambda n: len(pool[n].mentions))
            kind = "person" if sort in PERSONAL else "thing" if sort == "n" else "group"
            found[kind].append((rows, best))
            return pool[best]

        sentences: tuple[Sentence, ...] = split_sentences(
            text, load_text(text, source="train").blocks
        )
        scene = set_scene(text, sentences, given)
        gather_facts(scene, {})
        resolver = Resolver(scene, given, choose)
        for number in range(len(given)):
            resolver.speaker_of(number)
    return found


def fit(
    examples: list[Example],
    prior: dict[str, float],
    *,
    rounds: int = 600,
    rate: float = 0.3,
    pull: float = 1.0,
) -> dict[str, float]:
    """The weights that make the right candidates most probable, drawn towards the prior ones."""
    keys = sorted({key for rows, _ in examples for row in rows for key in row})
    groups = [
        (np.array([[row[key] for key in keys] for row in rows]), best) for rows, best in examples
    ]
    start = np.array([prior.get(key, 0.0) for key in keys])
    weight = start.copy()
    for _ in range(rounds):
        slope = pull * (weight - start)
        for matrix, best in groups:
            odds = matrix @ weight
            odds = np.exp(odds - odds.max())
            odds /= odds.sum()
            slope += odds @ matrix - matrix[best]
        weight -= rate * slope / len(groups)
    return {key: round(float(value), 3) for key, value in zip(keys, weight, strict=True)}


def main() -> None:
    """Reads the arguments, learns, writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", required=True)
    parser.add_argument("--polnear", required=True)
    parser.add_argument("--roles", required=True)
    parser.add_argument("out")
    args = parser.parse_args()
    sys.path.insert(0, args.eval)
    lines: list[str] = []
    prior: dict[str, float] = {}
    for kind, examples in gather_examples(Path(args.polnear), Path(args.roles)).items():
        weights = fit(examples, prior, pull=1.0 if kind == "person" else 10.0)
        if kind == "person":
            prior = {key: value for key, value in weights.items() if "sex" not in key} | OTHERS
        lines += [f"{kind}\t{key}\t{value}" for key, value in weights.items() if value]
        print(kind, len(examples), weights)
    Path(args.out).write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
