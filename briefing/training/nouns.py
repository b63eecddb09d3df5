"""Rebuilds `data/keywords/nouns.txt`: how far each word behaves as a noun in raw news text.

    python -m briefing.training.nouns OUT TEXT-FOLDER [TEXT-FOLDER ...]

No tagged text is needed: a word that ends what an article or possessive opens (`the plan,`) is
a noun there; after a pronoun or modal it is a verb (`will plan`); between an article and another
content word, or after a form of be, it qualifies (`the former mayor`).
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from briefing.terms import stop_words


def stops_in(wording: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(wording.split())


LEAST_SEEN = 10  # occurrences
LEAST_TOLD = 4.0  # occurrences whose neighbours tell the kind
OPENERS = stops_in(
    "the a an his her their its my our your this that these those no any some each every another"
)
BEFORE_VERB = stops_in(
    "will would can could may might must should shall did do does didn't don't doesn't won't"
    " wouldn't can't couldn't not he she they we i you who to"
)
BEFORE_QUALITY = stops_in("is was are were be been being very more so too as most less")
LINKS = stops_in("of in for with by on from")
PIECE = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
HEADER = """# format: table/1
# version: 1
# provenance: counted in the English news articles of the development halves of CNN/DailyMail,
#   500N-KPCrowd, ECB+ and PolNeAR by briefing.training.nouns
# licence: MIT (counts only)
# Fields: tenths of a word's telling occurrences that are nouns, and verbs (0-10); the words.
"""


def count_uses(text: str, uses: dict[str, Counter[str]]) -> None:
    """Add the uses of every word of a text: `seen`, `noun`, `verb`, `quality`."""
    words = [piece.lower().replace("’", "'") for piece in PIECE.findall(text)]
    stops = stop_words()
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if not word[0].isalpha() or word in stops:
            continue
        uses[word]["seen"] += 1
        goes_on = after[0].isalnum() and after not in stops
        if before in OPENERS:
            uses[word]["quality" if goes_on else "noun"] += 1
        elif before in BEFORE_VERB:
            uses[word]["verb"] += 1
        elif before in BEFORE_QUALITY:
            uses[word]["quality"] += 1
        elif before in LINKS and not goes_on:
            uses[word]["noun"] += 1


def main(argv: Sequence[str]) -> None:
    """Count the folders' articles and write the table."""
    out, *folders = map(Path, argv)
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            count_uses(path.read_text("utf-8"), uses)
    rows: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for word, counted in uses.items():
        told = counted["noun"] + counted["verb"] + 0.6 * counted["quality"]
        if counted["seen"] >= LEAST_SEEN and told >= LEAST_TOLD:
            shares = round(10 * counted["noun"] / told), round(10 * counted["verb"] / told)
            rows[shares].append(word)
    lines = [f"{noun}\t{verb}\t{' '.join(sorted(rows[noun, verb]))}" for noun, verb in sorted(rows)]
    out.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
