"""Rebuilds `data/terms/frequencies.txt`: in how many news articles each content stem occurs.

    python -m briefing.training.terms OUT TEXT-FOLDER [TEXT-FOLDER ...]

Folders hold one article a file (`*.txt`). Only counts leave this script, no wording; stems of
fewer than MIN_ARTICLES articles are left out, so that
names of single stories stay out, and figures as well.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from briefing.terms import content_terms

MIN_ARTICLES = 4
HEADER = """# format: table/1
# version: 1
# provenance: counted in {count} English news articles of the development halves of CNN/DailyMail,
#   500N-KPCrowd, ECB+ and PolNeAR by briefing.training.terms; stems of {least} or more articles
# licence: MIT (counts only)
# Fields: number of articles; the stems that occur in so many. The first row gives all articles.
"""


def count_articles(folders: Sequence[Path]) -> tuple[int, Counter[str]]:
    """The number of articles, and of those that hold each stem."""
    counts: Counter[str] = Counter()
    total = 0
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            counts.update(set(content_terms(path.read_text("utf-8"))))
            total += 1
    return total, counts


def main(argv: Sequence[str]) -> None:
    """Count the folders' articles and write the table."""
    out, *folders = map(Path, argv)
    total, counts = count_articles(folders)
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for term, number in counts.items():
        if number >= MIN_ARTICLES and not term[0].isdigit():
            rows[number].append(term)
    lines = [f"{total}\t*"]
    lines += [f"{number}\t{' '.join(sorted(rows[number]))}" for number in sorted(rows)]
    header = HEADER.format(count=total, least=MIN_ARTICLES)
    out.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
