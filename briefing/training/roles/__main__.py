"""Learns the weights of roles in articles of an election campaign.

    python -m briefing.training.roles --eval EVAL_DIR --polnear DIR --roles FILE [--folds 5] [OUT]

Multinomial logistic regression over the features of `briefing.roles.features`, with the scores
of the rules as fixed offset, fitted by gradient descent with numpy alone. Each labelled speaker
counts twice: as the speaker stage resolves it (where that is right) and with all mentions of
the labelled name; the speakers of other articles in `labels.tsv` count once each, and so do
those whose roles the weights fitted on these are certain of without their names. With
`--folds`, prints accuracy on held-out articles and the factor that makes the chances come true;
with OUT, fits on everything and writes the weights.
"""

import argparse
import sys
from pathlib import Path

from briefing.training.roles.examples import read_examples, read_more, read_unlabelled
from briefing.training.roles.fitting import Floats, fit, teach
from briefing.training.roles.validation import cross_validate

HEADER = """# format: table/1
# version: 1
# provenance: briefing/training/roles, from PolNeAR 1.0 train (Newell et al., LREC 2018)
# labels: roles of 3,785 attributions in 167 articles, and of 1,822 speakers in others that the
# weights had been unsure of, given for this project; roles of others that they are sure of
# licence: MIT
# fields: feature, weights of official, political, expert, business, civil, media, public, unknown
# use: articles on American politics of 2015-16 and ones like it; elsewhere the rules decide
# limits: "known" names were learned in that campaign; they count in articles on it (race.tsv),
# and elsewhere only where an article says nothing of who somebody is
"""
SMALL = 0.1  # weights below are left out


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
    more = list(read_more(args.polnear))
    others = list(read_unlabelled(args.polnear, args.roles))
    if args.folds:
        cross_validate(examples, more, others, args.folds)
    if args.out:
        write(args.out, *fit(teach(examples + more, others)))


if __name__ == "__main__":
    main()
