"""How long a cold start takes beside its peers: one command that prints ratios.

`python tests/benchmarks/bench_start.py [--runs N]` compares, as whole processes with warm
bytecode, in interleaved pairs:

- `briefing --help` with `python -c "import typer"`;
- a briefing of an article of about 700 words with sumy's LexRank on the same file, with each
  engine that is installed. sumy gets a stub tokenizer, as its own needs downloaded data, but
  imports all that its command line imports.

The ratio is the median of the ratios of the pairs; the times are medians. On a machine that does
other work besides, look at the processor time, which waiting does not count in.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "samples" / "09-glacier-lake.txt"
WORDS = 700
TYPER = [sys.executable, "-c", "import typer"]
BRIEFING = [sys.executable, "-m", "briefing"]
# What `sumy lex-rank --length=3 --file=…` does (sumy/__main__.py), with words split by us.
SUMY = """
import re, sys
import sumy.__main__
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

class Splitter:
    def to_sentences(self, text):
        return tuple(re.split(r"(?<=[.!?])\\s+", text.strip()))
    def to_words(self, sentence):
        return tuple(re.findall(r"[^\\W\\d_]+", sentence))

parser = PlaintextParser.from_file(sys.argv[1], Splitter())
summarizer = LexRankSummarizer(Stemmer("english"))
summarizer.stop_words = get_stop_words("english")
for sentence in summarizer(parser.document, 3):
    print(sentence)
"""


def article_of(words):
    """The beginning of the long sample, up to the paragraph that reaches so many words."""
    paragraphs = SOURCE.read_text("utf-8").split("\n\n")
    kept = []
    while paragraphs and len(" ".join(kept).split()) < words:
        kept.append(paragraphs.pop(0))
    return "\n\n".join(kept) + "\n"


def seconds(command):
    """How long a command takes by the clock and of the processor; it must succeed."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    before, started = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    clock, after = time.perf_counter() - started, os.times()
    children = after.children_user - before.children_user
    return clock, children + after.children_system - before.children_system


def compare(name, ours, theirs, *, runs, limit):
    """Print how one command's times relate to another's, measured in pairs."""
    for command in (ours, theirs):
        seconds(command)  # writes bytecode, fills the disk cache
    pairs = []
    for number in range(runs):  # each goes first in half of the pairs
        if number % 2:
            pairs.append((seconds(ours), seconds(theirs)))
        else:
            pairs.append((seconds(theirs), seconds(ours))[::-1])
    print(f"{name} (<= {limit})")
    for place, kind in enumerate(("clock", "processor")):
        timed = [(mine[place], other[place]) for mine, other in pairs]
        mine, other = (statistics.median(side) for side in zip(*timed, strict=True))
        ratio = statistics.median(a / b for a, b in timed)
        print(f"    {kind:30} {mine * 1000:6.0f} ms {other * 1000:6.0f} ms   {ratio:5.2f}")


def engines():
    """The engines that can brief an article here; the rules always can."""
    probe = [*BRIEFING, "quotes", "--engine", "model", str(SOURCE)]
    code = subprocess.run(probe, capture_output=True, cwd=ROOT, check=False).returncode
    return ("rules",) if code else ("rules", "model")


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Ratios of cold starts.")
    parser.add_argument("--runs", type=int, default=11, metavar="N", help="pairs of runs [11]")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        article, driver = Path(folder, "article.txt"), Path(folder, "sumy_lex_rank.py")
        article.write_text(article_of(WORDS), "utf-8")
        driver.write_text(SUMY, "utf-8")
        print(f"{'medians of ' + str(runs):34} {'ours':>9} {'theirs':>9}   ratio")
        compare("--help / import typer", [*BRIEFING, "--help"], TYPER, runs=runs, limit=2.0)
        for name in engines():
            ours = [*BRIEFING, "--engine", name, str(article)]
            theirs = [sys.executable, str(driver), str(article)]
            limit = 1.0 if name == "rules" else 1.5
            compare(f"briefing ({name}) / sumy lex-rank", ours, theirs, runs=runs, limit=limit)


if __name__ == "__main__":
    main()
