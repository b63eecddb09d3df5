"""Fits how the network and the rules are combined, and reports it cross-validated.

python -m briefing.training.attribution.combine --data DIR --out FILE: reads the exported network
that is in the package, the dev part of PolNeAR (never learned from by the network) and articles
of our own, and fits two logistic models: is a statement right end to end, and of which kind is it.
The figures printed are of five folds by document.
"""

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from briefing.attribution.learned.engine import read_pairings
from briefing.attribution.learned.kinds import kind_features
from briefing.attribution.learned.leanings import cue_leaning, with_kin
from briefing.attribution.learned.model import Model, load_model
from briefing.attribution.learned.pairing import (
    Pairing,
    chance_of,
    chance_of_pairing,
    features_of,
    is_format,
    jaccard,
    keep_likeliest,
    shared,
)
from briefing.attribution.rules import find_by_rules
from briefing.domain import Span
from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.training.attribution.corpus import Document, Gold, read_marked, read_polnear

Weights = dict[str, float]
Row = tuple[dict[str, float], bool]
CUE_THRESHOLD, THRESHOLD = 0.1, 0.4  # chosen on dev and elsewhere: F1 is flat from 0.35 to 0.45
# How often each statement of our own kept articles counts beside those of PolNeAR dev: 1 to 3 do
# alike there (76.1 to 75.8), and more serves other kinds of news better (90.7 to 91.3).
OWN_WEIGHT = 2
OWN = Path(__file__).parent / "articles" / "kept"
FOLDS, SEED, PENALTY = 5, 3, 1.0
HEADER = """# format: table/1
# version: 1
# provenance: counted in the labelled part of PolNeAR train (3,785 attributions): the logit of a
# provenance: cue that holds the word being a statement rather than an attitude
# licence: counts of our own; see MODEL_CARD.md for the corpus
"""


def fit(rows: Sequence[Row], penalty: float = PENALTY) -> Weights:
    """Logistic regression with an L2 penalty, by Newton's method."""
    names = sorted({name for features, _ in rows for name in features})
    place = {name: index for index, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for index, (features, _) in enumerate(rows):
        for name, value in features.items():
            x[index, place[name]] = value
    y = np.array([right for _, right in rows], dtype=float)
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + penalty * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(w))
        w -= np.linalg.solve(bend, slope)
    return {name: round(float(value), 4) for name, value in zip(names, w, strict=True)}


def sources_fit(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two sources share something, or are both empty."""
    return bool(shared(one, other)) or (not one and not other)


def source_of(pairing: Pairing) -> tuple[Span, ...]:
    """The source that the engine would give."""
    own = pairing.candidate.spans["source"] if pairing.candidate else ()
    return own or (pairing.ruled.source if pairing.ruled else ())


def label_pairings(pairings: Sequence[Pairing], gold: Sequence[Gold]) -> list[Gold | None]:
    """The gold attribution of each pairing, one to one, the most like contents first."""
    options = sorted(
        (
            (jaccard(p.content, g.content), i, j)
            for i, p in enumerate(pairings)
            for j, g in enumerate(gold)
            if sources_fit(source_of(p), g.source)
        ),
        reverse=True,
    )
    found: list[Gold | None] = [None] * len(pairings)
    used: set[int] = set()
    for likeness, i, j in options:
        if likeness >= 0.5 and found[i] is None and j not in used:
            found[i] = gold[j]
            used.add(j)
    return found


def count_leanings(documents: Sequence[Document]) -> Weights:
    """The leaning of the words of cues, from labelled attributions; rare words left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    for document in documents:
        for gold in document.gold:
            if gold.kind and gold.cue:
                total[gold.kind] += 1
                words = {word.lower() for word in gold.cue[0].of(document.text).split()}
                for word in words:
                    counts[word][gold.kind] += 1
    share = total["S"] / max(1, total.total())
    usual = math.log(share / (1 - share)) if 0 < share < 1 else 0.0
    leanings = {}
    for word, seen in counts.items():
        odds = math.log((seen["S"] + 2 * share) / (seen["M"] + 2 * (1 - share))) - usual
        if seen.total() >= 2 and word.isalpha() and abs(odds) > 0.3:
            leanings[word] = round(odds, 2)
    return leanings


def read_document(model: Model, document: Document) -> list[Pairing]:
    """The pairings of a document, read as at run time."""
    article = load_text(document.text, source=document.name)
    sentences = split_sentences(article.text, article.blocks)
    ruled = find_by_rules(article.text, sentences)
    return read_pairings(model, article.text, sentences, ruled)


class Sample:
    """Documents with their pairings and the gold of each."""

    def __init__(self, model: Model, documents: Sequence[Document], leanings: Weights) -> None:
        self.documents = list(documents)
        self.pairings = [read_document(model, d) for d in documents]
        pairs = zip(self.pairings, documents, strict=True)
        self.gold = [label_pairings(pairings, d.gold) for pairings, d in pairs]
        self.leanings = with_kin(leanings)

    def rows(self, chosen: Sequence[int]) -> list[Row]:
        """Features of the pairings of some documents, and whether each is right."""
        return [
            (features_of(pairing), gold is not None)
            for index in chosen
            for pairing, gold in zip(self.pairings[index], self.gold[index], strict=True)
            if pairing.candidate or (pairing.ruled and not is_format(pairing.ruled))
        ]

    def kind_rows(self, chosen: Sequence[int]) -> list[Row]:
        """Features of the kind of labelled pairings, and whether each is a statement."""
        return [
            (kind_features(pairing, self.leaning(index, pairing)), gold.kind == "S")
            for index in chosen
            for pairing, gold in zip(self.pairings[index], self.gold[index], strict=True)
            if gold is not None and gold.kind is not None and pairing.candidate is not None
        ]

    def leaning(self, index: int, pairing: Pairing) -> float:
        """The leaning of a pairing's cue."""
        text = self.documents[index].text
        return cue_leaning(" ".join(cue.of(text) for cue in pairing.cue), self.leanings)


def cross_validate(sample: Sample, extra: Sequence[Row], extra_kinds: Sequence[Row]) -> str:
    """F1 end to end, calibration error and accuracy of kinds, five folds by document."""
    order = list(range(len(sample.documents)))
    random.Random(SEED).shuffle(order)
    hits = found = 0
    chances: list[tuple[float, bool]] = []
    kinds: list[bool] = []
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        learn = [i for i in order if i not in held]
        weights = fit([*sample.rows(learn), *extra])
        for index in held:
            scored = [(chance_of_pairing(weights, p), p) for p in sample.pairings[index]]
            kept = keep_likeliest(scored, THRESHOLD)
            right = label_pairings([p for _, p in kept], sample.documents[index].gold)
            chances += [(c, g is not None) for (c, _), g in zip(kept, right, strict=True)]
            found += len(kept)
        kind_weights = fit([*sample.kind_rows(learn), *extra_kinds])
        rows = sample.kind_rows(held)
        kinds += [(chance_of(kind_weights, f) >= 0.5) == right for f, right in rows]
    hits = sum(right for _, right in chances)
    gold_count = sum(len(d.gold) for d in sample.documents)
    f1 = 2 * hits / max(1, found + gold_count)
    return (
        f"e2e P {hits / max(1, found):.4f} R {hits / max(1, gold_count):.4f} F1 {f1:.4f}, "
        f"calibration error {calibration_error(chances):.4f}, "
        f"kind right {sum(kinds) / max(1, len(kinds)):.4f}\n{reliability(chances)}"
    )


def _bins(chances: Sequence[tuple[float, bool]]) -> dict[int, list[tuple[float, bool]]]:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in chances:
        bins[min(9, int(chance * 10))].append((chance, right))
    return bins


def calibration_error(chances: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error in ten bins (Guo et al. 2017)."""
    gaps = (abs(sum(c - r for c, r in rows)) for rows in _bins(chances).values())
    return sum(gaps) / max(1, len(chances))


def reliability(chances: Sequence[tuple[float, bool]]) -> str:
    """A line for each tenth of confidence: how sure, how often right, how many."""
    lines = []
    for number, rows in sorted(_bins(chances).items()):
        mean = sum(c for c, _ in rows) / len(rows)
        right = sum(r for _, r in rows) / len(rows)
        lines.append(f"{number / 10:.1f}: confidence {mean:.3f} right {right:.3f} n {len(rows)}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits, reports and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=OWN, help="marked articles kept from training")
    parser.add_argument("--out", type=Path, required=True, help="JSON for export.py")
    parser.add_argument("--leanings", type=Path, required=True, help="table of cue words to write")
    chosen = parser.parse_args(arguments)
    polnear = chosen.data / "polnear"
    leanings = count_leanings(read_polnear(polnear / "train", polnear / "roles_train.jsonl"))
    table = "".join(f"{word}\t{value}\n" for word, value in sorted(leanings.items()))
    chosen.leanings.write_text(HEADER + table, "utf-8")
    model = replace(load_model(), cue_threshold=CUE_THRESHOLD)
    sample = Sample(model, read_polnear(polnear / "dev", polnear / "roles_dev.jsonl"), leanings)
    kept = [read_marked(path) for path in sorted(chosen.own.glob("*.txt"))]
    own = Sample(model, kept, leanings)
    every, all_of = range(len(kept)), range(len(sample.documents))
    extra, extra_kinds = own.rows(every) * OWN_WEIGHT, own.kind_rows(every)
    print(cross_validate(sample, extra, extra_kinds))
    result = {
        "cue_threshold": CUE_THRESHOLD,
        "threshold": THRESHOLD,
        "combination": fit([*sample.rows(all_of), *extra]),
        "kinds": fit([*sample.kind_rows(all_of), *extra_kinds]),
    }
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
