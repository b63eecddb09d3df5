"""Measures the speaker stage alone: gold sources, cues and contents in, speakers out.

    python tests/benchmarks/gold_spans.py --eval EVAL_DIR --challenge CHALLENGE_DIR
    python tests/benchmarks/gold_spans.py --eval EVAL_DIR --polnear DIR --roles roles_dev.jsonl

EVAL_DIR holds the scorers score_challenge.py, score_roles.py and score_polnear.py; DIR the
folders `text` and `attributions`. `--verbose` lists the errors, `--only` limits articles.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.domain import Attribution, BlockKind, Sentence, Span, Speaker
from briefing.speakers import resolve_speakers


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text by the project's own loader and segmenter."""
    from briefing.load import load_text
    from briefing.segment import split_sentences

    return split_sentences(text, load_text(text, source="gold").blocks)


def stub_sentences(text: str) -> tuple[Sentence, ...]:
    """A rough split at line breaks and full stops, where no segmenter is to take part."""
    import re

    found: list[Sentence] = []
    number = 0
    for line in re.finditer(r"[^\n]+", text):
        number += 1
        start = line.start()
        for stop in re.finditer(r"[.?!][”’\"')»]*\s+(?=[“‘\"'«(]?[A-Z])", line.group()):
            end = line.start() + stop.end()
            head = text[start : line.start() + stop.start()].rsplit(" ", 1)[-1]
            if head in (
                "Mr",
                "Mrs",
                "Ms",
                "Dr",
                "Prof",
                "Gen",
                "Col",
                "Sen",
                "Rep",
                "Gov",
                "St",
            ) or (len(head) == 1 and head.isupper()):
                continue
            found.append(Sentence(Span(start, len(text[:end].rstrip())), number))
            start = end
        if text[start : line.end()].strip():
            kind = BlockKind.TITLE if number == 1 else BlockKind.PARAGRAPH
            found.append(Sentence(Span(start, line.end()), number, kind))
    return tuple(found)


def spans(parts: Any) -> tuple[Span, ...]:
    """Pairs of offsets as spans, in text order."""
    return tuple(Span(int(start), int(end)) for start, end in sorted(map(tuple, parts or ())))


def attribution(
    source: Any, cue: Any, content: Any, antecedent: Any = (), **more: Any
) -> Attribution:
    """An attribution from pairs of offsets."""
    return Attribution(
        spans(source), spans(cue), spans(content), antecedent=spans(antecedent), **more
    )


def measure_challenge(args: argparse.Namespace) -> None:
    """Speaker, position and affiliation on articles with gold strings."""
    import score_challenge as scorer

    count: Counter[str] = Counter()
    for path in sorted(Path(args.challenge).glob("*.json")):
        if args.only and not any(path.stem.startswith(one) for one in args.only.split(",")):
            continue
        article = scorer.read_article(path)
        text = article.doc.text
        golds = article.statements
        given = []
        last: Any = ()
        for gold in golds:
            part = gold.attr.span
            source = part["source"]
            own = not source and last
            given.append(
                attribution(
                    source,
                    part["cue"],
                    part["content"],
                    last if own else (),
                    continues=gold.implicit,
                )
            )
            last = source or last
        order = sorted(range(len(given)), key=lambda n: given[n].content[0].start)
        spoken = run(args, text, [given[n] for n in order], count)
        for number, speaker in zip(order, spoken, strict=True):
            note_challenge(args, count, article, golds[number], speaker, scorer)
    for name in ("speaker", "position", "affiliation", "together"):
        hit, want = count[f"{name} right"], count[f"{name} gold"]
        print(
            f"{name:12} right {hit} of {want} = {hit / max(1, want):.1%}"
            + (f"; given {count[f'{name} given']}" if name != "speaker" else "")
        )
    print_speed(count)


def note_challenge(
    args: argparse.Namespace,
    count: Counter[str],
    article: Any,
    gold: Any,
    speaker: Speaker,
    scorer: Any,
) -> None:
    """Counts one statement, and prints what is wrong."""
    right = scorer.speaker_right(speaker.name, gold, article)
    source = [article.doc.text[s:e] for s, e in gold.attr.span["source"]]
    count["speaker gold"] += 1
    count["speaker right"] += right
    if args.verbose and not right:
        print(f"{article.doc.name[:12]} SPEAKER {gold.speaker} <- {speaker.name}  source {source}")
    for field in ("position", "affiliation", "together"):
        if field == "together":
            want = " ".join(x for x in (gold.position, gold.affiliation) if x)
            have = " ".join(x for x in (speaker.position, speaker.affiliation) if x)
        else:
            want, have = getattr(gold, field), getattr(speaker, field)
        count[f"{field} given"] += bool(have)
        count[f"{field} gold"] += bool(want)
        good = bool(want and have and scorer.field_right(have, want))
        count[f"{field} right"] += good
        if (
            args.verbose
            and field != "together"
            and not good
            and (want or (args.verbose > 1 and have))
        ):
            print(f"{article.doc.name[:12]} {field.upper()} {gold.speaker}: {want} <- {have}")


def measure_polnear(args: argparse.Namespace) -> None:
    """Speakers on labelled PolNeAR articles, by kind of source."""
    import score_polnear as polnear
    import score_roles as scorer

    folder = Path(args.polnear)
    labels = scorer.read_labels(Path(args.roles))
    files = polnear.ann_files(folder / "attributions")
    count: Counter[str] = Counter()
    for name, wanted in sorted(labels.items()):
        if args.only and not any(one in name for one in args.only.split(",")):
            continue
        text = polnear.read_text(folder / "text", name)
        events, _ = scorer.read_events(Path(sorted(files[name].items())[0][1]))
        rows = [(key, raw) for key, raw in events.items() if raw["content"]]
        rows.sort(key=lambda row: min(row[1]["source"] or row[1]["content"]))
        given = [attribution(raw["source"], raw["cue"], raw["content"]) for _, raw in rows]
        spoken = run(args, text, given, count)
        for (key, raw), speaker in zip(rows, spoken, strict=True):
            label = wanted.get(key)
            if label is None or not label.has_speaker:
                continue
            source = " ".join(text[s:e] for s, e in sorted(raw["source"]))
            right = scorer.speaker_right(speaker.name, label.speakers)
            low = source.strip().lower()
            sort = (
                "none"
                if not low
                else "pronoun"
                if low in scorer.PRONOUNS
                else ("plain" if scorer.speaker_right(source, label.speakers) else "other")
            )
            for group in ("all", sort):
                count[f"{group} gold"] += 1
                count[f"{group} right"] += right
            count["exact"] += scorer.speaker_right(speaker.name, label.speakers, exact=True)
            if args.verbose and not right:
                print(
                    f"{name[:28]} {sort:8} {list(label.speakers)} <- {speaker.name}  [{source}]"
                    f" @{(raw['source'] or raw['content'])[0][0]}"
                )
    for sort in ("all", "plain", "pronoun", "other", "none"):
        hit, want = count[f"{sort} right"], count[f"{sort} gold"]
        print(f"{sort:8} {hit} of {want} = {hit / max(1, want):.1%}")
    print(f"exact    {count['exact'] / max(1, count['all gold']):.1%}")
    print_speed(count)


def run(
    args: argparse.Namespace, text: str, given: list[Attribution], count: Counter[str]
) -> tuple[Speaker, ...]:
    """Resolves, and counts the time and the words."""
    sentences = stub_sentences(text) if args.stub else read_sentences(text)
    start = time.process_time()
    spoken = resolve_speakers(text, sentences, given)
    count["microseconds"] += round((time.process_time() - start) * 1e6)
    count["words"] += len(text.split())
    return spoken


def print_speed(count: Counter[str]) -> None:
    """The time per 1,000 words."""
    print(f"{count['microseconds'] / max(1, count['words']):.1f} ms per 1,000 words")


def main() -> None:
    """Reads the arguments and measures what they name."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", required=True, help="folder of the scorers")
    parser.add_argument("--challenge", help="folder of challenge articles")
    parser.add_argument("--polnear", help="folder with text and attributions")
    parser.add_argument("--roles", help="labels of that folder")
    parser.add_argument("--only", default="", help="comma-separated beginnings of article names")
    parser.add_argument("--stub", action="store_true", help="split sentences roughly")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    args = parser.parse_args()
    sys.path.insert(0, args.eval)
    if args.challenge:
        measure_challenge(args)
    if args.polnear:
        measure_polnear(args)


if __name__ == "__main__":
    main()
