"""Times our summariser, LexRank and key phrases against sumy's LexRank and YAKE, in one process.

    OPENBLAS_NUM_THREADS=1 python tests/benchmarks/bench_summary_speed.py [--articles REFS.jsonl]

Without articles only LexRank is timed, on invented texts of 45 and of `--long` sentences. With a
file of JSON lines {"text"}, summary and key phrases of every article are timed as well, against
sumy's LexRank plus YAKE where YAKE is installed. Loading and sentences are common to both sides
and not timed. Prints seconds and ratios.
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sumy.summarizers.lex_rank import LexRankSummarizer

from briefing.keywords import extract_keywords
from briefing.load import load_text
from briefing.segment import split_sentences
from briefing.summary import Length, choose_summary
from briefing.summary.eligible import find_eligible
from briefing.summary.graph import FastLexRank
from briefing.summary.peers import build_document
from briefing.terms import stem, stop_words


def invent(count: int, seed: int) -> list[str]:
    """Sentences of 8 to 30 words whose frequencies fall as those of a language do (Zipf)."""
    rng = random.Random(seed)
    vocabulary = [f"w{i:x}ord" for i in range(6000)]
    weights = [1 / (rank + 2) for rank in range(6000)]
    return [
        " ".join(rng.choices(vocabulary, weights, k=rng.randint(8, 30))).capitalize() + "."
        for _ in range(count)
    ]


def seconds(work: Callable[[], Any], times: int) -> float:
    """The least of several timings."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def summarize(kind: Any, wordings: list[str]) -> None:
    """Three sentences by a sumy summariser, words and all."""
    summarizer = kind(stem)
    summarizer.stop_words = stop_words()
    summarizer(build_document([wordings]), 3)


def time_lexrank(count: int, times: int) -> None:
    """Print what both take for an invented article."""
    wordings = invent(count, count)
    ours = seconds(lambda: summarize(FastLexRank, wordings), times)
    theirs = seconds(lambda: summarize(LexRankSummarizer, wordings), 1 if count > 500 else times)
    print(
        f"LexRank, {count} sentences: {ours:.4f} s, sumy {theirs:.4f} s, ratio {ours / theirs:.4f}"
    )


def time_articles(path: Path) -> None:
    """Print what summary and key phrases take over all articles."""
    articles = []
    for line in path.read_text("utf-8").splitlines():
        article = load_text(json.loads(line)["text"], source="article.txt")
        articles.append((article.text, split_sentences(article.text, article.blocks)))

    def ours() -> None:
        for text, sentences in articles:
            choose_summary(text, sentences, length=Length(sentences=3))
            extract_keywords(text, sentences, count=10)

    def lexrank() -> None:
        for text, sentences in articles:
            found = [sentences[i].span.of(text) for i in find_eligible(text, sentences)]
            summarize(LexRankSummarizer, found)

    mine, peer = seconds(ours, 1), seconds(lexrank, 1)
    print(f"{len(articles)} articles: ours {mine:.2f} s, sumy's LexRank {peer:.2f} s")
    try:
        import yake
    except ImportError:
        print("YAKE is not installed: pip install yake")
        return
    extractor = yake.KeywordExtractor(top=10)
    yakes = seconds(lambda: [extractor.extract_keywords(text) for text, _ in articles], 1)
    print(f"YAKE {yakes:.2f} s; ours against both: ratio {mine / (peer + yakes):.3f}")


def main() -> None:
    """Run all timings."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--articles", type=Path)
    options.add_argument("--long", type=int, default=3000)
    chosen = options.parse_args()
    time_lexrank(45, 20)
    time_lexrank(chosen.long, 2)
    if chosen.articles:
        time_articles(chosen.articles)


if __name__ == "__main__":
    main()
