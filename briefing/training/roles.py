"""Learns the weights of roles in articles of an election campaign.

    python -m briefing.training.roles --eval EVAL_DIR --polnear DIR --roles FILE [--folds 5] [OUT]

Multinomial logistic regression over the features of `briefing.roles.features`, with the scores
of the rules as fixed offset, fitted by gradient descent with numpy alone. Each labelled speaker
counts twice: as the speaker stage resolves it (where that is right) and with all mentions of
the labelled name. With `--folds`, prints accuracy on held-out articles and the factor that
makes the chances come true; with OUT, fits on everything and writes the weights.
"""

import argparse
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.domain import Attribution, Grade, Role, Span, Speaker, section_of
from briefing.load import load_text
from briefing.roles.claims import find_claims
from briefing.roles.features import Features, describe, is_campaign
from briefing.roles.learned import RULES
from briefing.roles.portrait import portray
from briefing.roles.rules import Scores, score_roles
from briefing.segment import split_sentences
from briefing.speakers import resolve_speakers

HEADER = """# format: table/1
# version: 1
# provenance: briefing/training/roles.py, from PolNeAR 1.0 train (Newell et al., LREC 2018)
# labels: roles of 3,785 attributions in 167 articles, given by hand for this project
# licence: MIT
# fields: feature, weights of official, political, expert, business, civil, media, public, unknown
# use: articles on American politics of 2015-16 and ones like it; elsewhere the rules decide
# limits: the names were learned in that campaign; later offices of the same people are told
# by their titles alone
"""
ROLES = tuple(Role)
Floats = NDArray[np.float32]
PULL = 2.0  # L2 penalty; 1 to 5 do alike on held-out folds
ROUNDS, RATE = 150, 0.05
LEAST = 2  # articles a feature must occur in
SMALL = 0.06  # weights below are left out


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled speaker of an article; `count` is how many attributions it has."""

    article: str
    key: tuple[str, ...]
    features: Features
    scores: Scores
    roles: tuple[str, ...]
    count: int


def grade_of(name: str) -> Grade:
    """The grade that the form of a labelled name tells."""
    if name[:1].islower():
        return Grade.COLLECTIVE if name.endswith("s") else Grade.UNNAMED
    return Grade.NAMED


def labelled_speaker(text: str, name: str, sources: Sequence[Span]) -> Speaker:
    """A speaker made of all places where the labelled name or its last word stands."""
    first = name.split(" + ")[0]
    spans = list(sources)
    for part in dict.fromkeys((first, first.split()[-1])) if first[0].isupper() else (first,):
        for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
            span = Span(*match.span())
            if len(part) > 2 and not any(span.overlaps(other) for other in spans):
                spans.append(span)
    return Speaker(name, grade=grade_of(name), mentions=tuple(sorted(spans)))


def read_examples(folder: Path, labels: Path) -> Iterator[Example]:
    """The labelled speakers of the campaign articles."""
    import score_polnear as polnear  # type: ignore[import-not-found]
    import score_roles as scorer  # type: ignore[import-not-found]

    files = polnear.ann_files(folder / "attributions")
    for name, wanted in sorted(scorer.read_labels(labels).items()):
        text = polnear.read_text(folder / "text", name)
        if not is_campaign(text):
            continue
        events, _ = scorer.read_events(Path(sorted(files[name].items())[0][1]))
        rows = [(raw, wanted[key]) for key, raw in events.items() if key in wanted]
        rows.sort(key=lambda row: min(row[0]["source"] or row[0]["content"] or [(0, 0)]))
        yield from _examples_of(name, text, rows)


def _examples_of(article: str, text: str, rows: Sequence[tuple[Any, Any]]) -> Iterator[Example]:
    import score_roles as scorer

    given = [_attribution(raw) for raw, _ in rows]
    sentences = split_sentences(text, load_text(text, source=article).blocks)
    sources: dict[str, list[Span]] = defaultdict(list)
    for attribution, (_, label) in zip(given, rows, strict=True):
        sources[label.speakers[0]] += attribution.source
    found: dict[tuple[str, ...], list[tuple[Speaker, tuple[str, ...]]]] = {}
    resolved = resolve_speakers(text, sentences, given)
    for speaker, (_, label) in zip(resolved, rows, strict=True):
        name, roles = label.speakers[0], label.roles
        if name == "-":
            continue
        whole = labelled_speaker(text, name, sources[name])
        found.setdefault((name, roles[0]), []).append((whole, roles))
        if speaker.name and scorer.speaker_right(speaker.name, label.speakers):
            found.setdefault((name, roles[0], speaker.name), []).append((speaker, roles))
    for key, same in found.items():
        yield _example(article, key, text, *same[0], len(same))


def _attribution(raw: Mapping[str, Sequence[tuple[int, int]]]) -> Attribution:
    source, cue, content = (
        tuple(Span(*pair) for pair in sorted(raw[part])) for part in ("source", "cue", "content")
    )
    return Attribution(source, cue, content)


def _example(
    article: str,
    key: tuple[str, ...],
    text: str,
    speaker: Speaker,
    roles: tuple[str, ...],
    count: int,
) -> Example:
    passages = portray(text, speaker)
    claims = [claim for passage in passages for claim in find_claims(passage, speaker)]
    scores = score_roles(speaker, claims)
    features = describe(text, speaker, passages, claims, scores)
    return Example(article, key, features, scores, roles, count)


def matrix(examples: Sequence[Example], columns: dict[str, int]) -> tuple[Floats, Floats]:
    """The features of the examples as rows, and the offsets by the rules."""
    table = np.zeros((len(examples), len(columns)), np.float32)
    offsets = np.zeros((len(examples), len(ROLES)), np.float32)
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in columns:
                table[row, columns[name]] = value
        for number, role in enumerate(ROLES):
            offsets[row, number] = RULES * example.scores.get(role, 0.0)
    return table, offsets


def softmax(scores: Floats) -> Floats:
    """The chances of the roles, row by row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def fit(examples: Sequence[Example]) -> tuple[dict[str, int], Floats]:
    """The columns of the features and their weights (Adam on the whole set)."""
    places: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.features:
            places[name].add(example.article)
    kept = sorted(name for name, articles in places.items() if len(articles) >= LEAST)
    columns = {name: number for number, name in enumerate(kept)}
    table, offsets = matrix(examples, columns)
    wanted = np.eye(len(ROLES), dtype=np.float32)[
        [ROLES.index(Role(example.roles[0])) for example in examples]
    ]
    share = np.array([[math.sqrt(example.count)] for example in examples], np.float32)
    weights = np.zeros((len(columns), len(ROLES)), np.float32)
    first: Any = np.zeros_like(weights)
    second: Any = np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        error = share * (softmax(table @ weights + offsets) - wanted)
        slope = table.T @ error + PULL * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = RATE * (1 - step / ROUNDS) + 0.002
        move = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights -= rate * move
    return columns, weights


def cross_validate(examples: Sequence[Example], folds: int) -> None:
    """Prints accuracy on held-out articles and the error of calibration by factor."""
    articles = sorted({example.article for example in examples})
    np.random.default_rng(1).shuffle(articles)
    outcomes: list[tuple[Example, Floats]] = []
    for fold in range(folds):
        held = set(articles[fold::folds])
        columns, weights = fit([e for e in examples if e.article not in held])
        rest = [e for e in examples if e.article in held]
        table, offsets = matrix(rest, columns)
        outcomes += zip(rest, table @ weights + offsets, strict=True)
    total = sum(example.count for example, _ in outcomes)
    for factor in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2):
        bins: dict[int, float] = defaultdict(float)
        roles_right = sections_right = 0
        for example, scores in outcomes:
            chances = softmax(factor * scores[None])[0]
            role = ROLES[int(chances.argmax())]
            section = section_of(role)
            chance = sum(c for c, r in zip(chances, ROLES, strict=True) if section_of(r) is section)
            right = section in {section_of(Role(r)) for r in example.roles}
            roles_right += example.count * (role.value in example.roles)
            sections_right += example.count * right
            bins[min(9, int(chance * 10))] += example.count * (float(chance) - right)
        error = sum(abs(gap) for gap in bins.values()) / total
        print(
            f"factor {factor}: role {roles_right / total:.3f}, "
            f"section {sections_right / total:.3f}, calibration error {error:.3f}"
        )


def write(path: Path, columns: dict[str, int], weights: Floats) -> None:
    """Writes the weights that are not small."""
    rows = [
        "\t".join([name, *(f"{weight:.2f}" for weight in weights[number])])
        for name, number in columns.items()
        if abs(weights[number]).max() >= SMALL
    ]
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{path}: {len(rows)} features")


def main() -> None:
    """Reads the arguments, and measures or writes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", required=True, help="folder of the scorers")
    parser.add_argument("--polnear", type=Path, required=True, help="folder of texts and labels")
    parser.add_argument("--roles", type=Path, required=True, help="labels of that folder")
    parser.add_argument("--folds", type=int, default=0, help="measure on so many folds")
    parser.add_argument("out", type=Path, nargs="?", help="where to write the weights")
    args = parser.parse_args()
    sys.path.insert(0, args.eval)
    examples = list(read_examples(args.polnear, args.roles))
    if args.folds:
        cross_validate(examples, args.folds)
    if args.out:
        write(args.out, *fit(examples))


if __name__ == "__main__":
    main()
