"""Checks that our LexRank and TextRank choose the sentences that sumy's own choose.

    python tests/benchmarks/bench_summary_equivalence.py DATA-FOLDER [--count 3]

Every `*.txt` below the folder is split into sentences; both summarisers get the same sumy
document. Prints the articles on which the choices differ, and the time of each side. Without
shared words, sumy's LexRank divides by zero: those articles are counted apart.
"""

import argparse
import time
import warnings
from pathlib import Path
from typing import Any

from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.summary.eligible import find_eligible
from briefing.summary.graph import FastLexRank, FastTextRank
from briefing.summary.peers import build_document
from briefing.terms import stem, stop_words

PAIRS = {
    "lex-rank": (LexRankSummarizer, FastLexRank),
    "text-rank": (TextRankSummarizer, FastTextRank),
}


def read_document(path: Path) -> Any:
    """The eligible sentences of an article as a sumy document."""
    article = load_text(path.read_text("utf-8"), source=str(path))
    sentences = split_sentences(article.text, article.blocks)
    wordings = [sentences[i].span.of(article.text) for i in find_eligible(article.text, sentences)]
    return build_document([wordings])


def choose(kind: Any, document: Any, count: int) -> tuple[list[int] | None, float]:
    """The positions chosen (None where sumy divides by zero) and the seconds taken."""
    summarizer = kind(stem)
    summarizer.stop_words = stop_words()
    position = {id(sentence): i for i, sentence in enumerate(document.sentences)}
    began = time.perf_counter()
    try:
        chosen = summarizer(document, count)
    except RuntimeWarning:
        return None, time.perf_counter() - began
    return [position[id(sentence)] for sentence in chosen], time.perf_counter() - began


def main() -> None:
    """Compare on every article and print the outcome."""
    warnings.simplefilter("error")
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--count", type=int, default=3)
    chosen = options.parse_args()
    paths = sorted(chosen.folder.rglob("*.txt"))
    for name, (theirs, ours) in PAIRS.items():
        times = [0.0, 0.0]
        same = crashed = 0
        for path in paths:
            document = read_document(path)
            if not document.sentences:
                continue
            want, one = choose(theirs, document, chosen.count)
            got, other = choose(ours, document, chosen.count)
            times = [times[0] + one, times[1] + other]
            crashed += want is None
            same += want == got
            if want is not None and want != got:
                print(f"{name} differs on {path.name}: {want} and {got}")
        print(
            f"{name}: {len(paths)} articles, {same} same, {crashed} where sumy divides by zero; "
            f"{times[1]:.2f} s against sumy's {times[0]:.2f} s ({times[1] / times[0]:.3f})"
        )


if __name__ == "__main__":
    main()
