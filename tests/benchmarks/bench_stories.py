"""Measures the grouping of articles: joined day by day against at once, and how long a day takes.

    python tests/benchmarks/bench_stories.py [--folder FOLDER] [--out PRED.json] [--day TEXTS ...]

FOLDER holds `stories.jsonl` ({"doc", "story"} a line) and `text/DOC.txt`: prints B-cubed and
pair F1 of all articles at once (and writes them to PRED.json) and of the same articles in two,
four and eight parts at random, each joined to the stories before it. What the shipped weights were
fitted on scores too high here; held-out figures come from `python -m briefing.training.stories`.
`--day` takes folders of texts: prints seconds and memory for all of them as one day. Without
arguments, a day of invented articles is timed.
"""

import argparse
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from briefing.load import load
from briefing.stories import KnownStory, StoryDocument, cluster_stories, join_stories

LATER = datetime(2100, 1, 1, tzinfo=UTC)  # so that no story is too old to be carried on


def figures(gold: Mapping[str, str], told: Mapping[str, str]) -> str:
    """B-cubed F1 and pair F1 of a grouping, in percent."""
    cells = Counter((gold[doc], told[doc]) for doc in gold)
    true, made = Counter(gold.values()), Counter(told[doc] for doc in gold)
    p = sum(n * n / made[t] for (_, t), n in cells.items()) / len(gold)
    r = sum(n * n / true[g] for (g, _), n in cells.items()) / len(gold)
    hits, predicted, wanted = (
        sum(n * (n - 1) for n in counts.values()) for counts in (cells, made, true)
    )
    return f"B3 F1 {200 * p * r / (p + r):.2f}, pair F1 {200 * hits / (predicted + wanted):.2f}"


def join_in_parts(documents: Sequence[StoryDocument], *, parts: int, seed: int) -> dict[str, str]:
    """The story of each document, as told last, when they come in parts in a random order.

    Known stories are kept as the archive keeps them: with all documents of those carried on.
    """
    order = list(documents)
    random.Random(seed).shuffle(order)
    by_id = {document.id: document for document in order}
    known: dict[str, KnownStory] = {}
    told: dict[str, str] = {}
    for part in range(parts):
        groups = join_stories(order[part::parts], list(known.values()))
        before = known
        carried = {story for group in groups for story in group.carried}
        known = {name: story for name, story in before.items() if name not in carried}
        for group in groups:
            name = f"{part} {group.documents[0]}"
            held = {d.id for story in group.carried for d in before[story].documents}
            members = sorted(held.union(group.documents, group.earlier))
            known[name] = KnownStory(name, tuple(by_id[each] for each in members), LATER)
            told.update((each, name) for each in (*group.documents, *group.earlier))
    return told


def read_gold(folder: Path) -> tuple[list[StoryDocument], dict[str, str]]:
    """The articles of a folder as the digest reads them, and their stories."""
    rows = [json.loads(line) for line in (folder / "stories.jsonl").open(encoding="utf-8")]
    articles = [(row["doc"], load(str(folder / "text" / f"{row['doc']}.txt"))) for row in rows]
    documents = [StoryDocument(doc, a.text, a.title, (), a.published) for doc, a in articles]
    return documents, {row["doc"]: row["story"] for row in rows}


def invent(count: int) -> list[StoryDocument]:
    """Articles of 400 words, three to an event, whose words fall off as a language's do."""
    rng = random.Random(0)
    words = [f"w{i:x}ord" for i in range(20000)]
    weights = [1 / (rank + 5) for rank in range(20000)]
    events = [" ".join(rng.choices(words, k=60)).title() for _ in range(count // 3)]
    return [
        StoryDocument(
            str(at), f"{rng.choice(events)} {' '.join(rng.choices(words, weights, k=340))}"
        )
        for at in range(count)
    ]


def time_day(documents: Sequence[StoryDocument]) -> None:
    """Print how long the grouping of these documents takes, and the memory of the process."""
    began = time.perf_counter()
    groups = cluster_stories(documents)
    seconds = time.perf_counter() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = Counter(map(len, groups))
    print(f"{len(documents)} articles, {len(groups)} stories, {seconds:.1f} s, {megabytes:.0f} MB")
    print("stories by size:", ", ".join(f"{size}: {n}" for size, n in sorted(sizes.items())))


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--day", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    if args.folder:
        documents, gold = read_gold(args.folder)
        groups = cluster_stories(documents)
        told = {doc: group[0] for group in groups for doc in group}
        print("at once:", figures(gold, told))
        for parts in (2, 4, 8):
            for seed in range(args.seeds):
                joined = join_in_parts(documents, parts=parts, seed=seed)
                print(f"in {parts} parts, seed {seed}:", figures(gold, joined))
        if args.out:
            stories = [{"articles": list(group)} for group in groups]
            args.out.write_text(json.dumps({"stories": stories}), encoding="utf-8")
    paths = [path for folder in args.day for path in sorted(folder.glob("*.txt"))]
    if paths:
        time_day([StoryDocument(str(at), path.read_text("utf-8")) for at, path in enumerate(paths)])
    elif not args.folder:
        time_day(invent(2000))


if __name__ == "__main__":
    main()
