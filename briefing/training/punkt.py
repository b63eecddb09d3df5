"""Trains the parameters of the Punkt sentence splitter and writes `data/segment/punkt.tsv`.

Usage: python -m briefing.training.punkt --data DIR [--data DIR ...] [--out FILE]

Every `.txt` file below the folders is read. NLTK's `PunktTrainer` (Kiss and Strunk 2006) learns
abbreviations, collocations over a full stop and words that often begin a sentence. Its
orthographic context keeps a flag for a single odd use of a word (`the` counts as a name once
`The Hague` was seen), so the flags are counted here anew and kept by share.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefing.segment.punkt import PLAIN_MARKS

HEADER = """# format: table/1
# version: 1
# provenance: {provenance}
# licence: MIT
# fields: abbreviation WORD | collocation WORD WORD | starter WORD | context WORD FLAGS
"""
MIN_ABBREVIATION = 4  # times seen with its full stop
MIN_STARTS = 2  # times a word began a sentence, to keep its context
MAX_SHARE = 0.08  # of a word's uses inside sentences that may be capitalised (`The Hague`)
BEG_UC, MID_UC, MID_LC = 1 << 1, 1 << 2, 1 << 5  # the flags of nltk.tokenize.punkt
NO_LETTERS = "\"'()[]{}«»‹›„“”‘’,;:-–—.?!…`*_"


def read_texts(folders: Iterable[Path]) -> Iterator[str]:
    """The texts of all `.txt` files below the folders, typographic marks made plain."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            yield path.read_text("utf-8").translate(PLAIN_MARKS)


def train(texts: Iterable[str]) -> tuple[Any, Counter[str]]:
    """Punkt's parameters from the texts, and how often each word was seen."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer = PunktTrainer()
    trainer.INCLUDE_ALL_COLLOCS = False
    trainer.INCLUDE_ABBREV_COLLOCS = True
    seen: Counter[str] = Counter()
    for text in texts:
        trainer.train(text, finalize=False)
        seen.update(word.lower() for word in text.split())
    trainer.finalize_training()
    return trainer.get_params(), seen


def count_contexts(texts: Iterable[str]) -> dict[str, Counter[int]]:
    """How often each word stands capitalised at a likely sentence start, capitalised within
    a sentence, and in lower case."""
    counts: dict[str, Counter[int]] = {}
    for text in texts:
        for line in text.splitlines():
            if len(line.split()) < 12 and not line.rstrip().endswith("."):
                continue  # a heading, where capitals tell nothing
            initial = True
            for raw in line.split():
                word = raw.strip(NO_LETTERS)
                if word and word.isalpha():
                    flag = MID_LC if word[0].islower() else BEG_UC if initial else MID_UC
                    if raw[0].isalnum() or flag == MID_LC:
                        counts.setdefault(word.lower(), Counter())[flag] += 1
                initial = raw[-1] in ".?!:\"'…-–—" or not raw[0].isalnum()
    return counts


def prune_contexts(counts: dict[str, Counter[int]]) -> dict[str, int]:
    """Words that begin sentences and are in lower case elsewhere, with their flags: the words
    whose capital behind an abbreviation speaks for a new sentence."""
    pruned = {}
    for word, flags in sorted(counts.items()):
        inside = flags[MID_UC] + flags[MID_LC]
        if flags[BEG_UC] >= MIN_STARTS and flags[MID_LC] and flags[MID_UC] < MAX_SHARE * inside:
            pruned[word] = BEG_UC | MID_LC
    return pruned


def rows(parameters: Any, seen: Counter[str], contexts: dict[str, int]) -> Iterator[str]:
    """The lines of the data file; initials and collocations with names are left out, for the
    rules on titles and initials cover them without knowing anybody."""
    for word in sorted(parameters.abbrev_types):
        if len(word) > 1 and word.isascii() and seen[word + "."] >= MIN_ABBREVIATION:
            yield f"abbreviation\t{word}"
    for first, second in sorted(parameters.collocations):
        if "." in first[1:] and second.isalpha():
            yield f"collocation\t{first}\t{second}"
    for word in sorted(parameters.sent_starters):
        if word in contexts:
            yield f"starter\t{word}"
    for word, flags in contexts.items():
        yield f"context\t{word}\t{flags}"


def main() -> None:
    """Trains on the folders named on the command line and writes the data file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--provenance", default="counts over English news texts")
    default = Path(__file__).parents[1] / "data" / "segment" / "punkt.tsv"
    parser.add_argument("--out", type=Path, default=default)
    options = parser.parse_args()
    parameters, seen = train(read_texts(options.data))
    contexts = prune_contexts(count_contexts(read_texts(options.data)))
    lines = "\n".join(rows(parameters, seen, contexts))
    header = HEADER.format(provenance=options.provenance)
    options.out.write_text(f"{header}{lines}\n", "utf-8")


if __name__ == "__main__":
    main()
