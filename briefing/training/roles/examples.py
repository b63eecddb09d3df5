"""Makes examples of the labelled speakers of campaign articles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.domain import Attribution, Grade, Span, Speaker
from briefing.load import load_text
from briefing.roles.claims import find_claims
from briefing.roles.features import Features, describe, is_campaign
from briefing.roles.portrait import portray
from briefing.roles.rules import Scores, score_roles
from briefing.segment import split_sentences
from briefing.speakers import resolve_speakers


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled speaker of an article; `count` is how many attributions it has."""

    article: str
    key: tuple[str, ...]
    features: Features
    scores: Scores
    roles: tuple[str, ...]
    count: int


def grade_of(name: str) -> Grade:
    """The grade that the form of a labelled name tells."""
    if name[:1].islower():
        return Grade.COLLECTIVE if name.endswith("s") else Grade.UNNAMED
    return Grade.NAMED


def labelled_speaker(text: str, name: str, sources: Sequence[Span]) -> Speaker:
    """A speaker made of all places where the labelled name or its last word stands."""
    first = name.split(" + ")[0]
    spans = list(sources)
    for part in dict.fromkeys((first, first.split()[-1])) if first[0].isupper() else (first,):
        for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
            span = Span(*match.span())
            if len(part) > 2 and not any(span.overlaps(other) for other in spans):
                spans.append(span)
    return Speaker(name, grade=grade_of(name), mentions=tuple(sorted(spans)))


def read_examples(folder: Path, labels: Path) -> Iterator[Example]:
    """The labelled speakers of the campaign articles."""
    import score_polnear as polnear  # type: ignore[import-not-found]
    import score_roles as scorer  # type: ignore[import-not-found]

    files = polnear.ann_files(folder / "attributions")
    for name, wanted in sorted(scorer.read_labels(labels).items()):
        text = polnear.read_text(folder / "text", name)
        if not is_campaign(text):
            continue
        events, _ = scorer.read_events(Path(sorted(files[name].items())[0][1]))
        rows = [(raw, wanted[key]) for key, raw in events.items() if key in wanted]
        rows.sort(key=lambda row: min(row[0]["source"] or row[0]["content"] or [(0, 0)]))
        yield from _examples_of(name, text, rows)


def _examples_of(article: str, text: str, rows: Sequence[tuple[Any, Any]]) -> Iterator[Example]:
    import score_roles as scorer

    given = [_attribution(raw) for raw, _ in rows]
    sentences = split_sentences(text, load_text(text, source=article).blocks)
    sources: dict[str, list[Span]] = defaultdict(list)
    for attribution, (_, label) in zip(given, rows, strict=True):
        sources[label.speakers[0]] += attribution.source
    found: dict[tuple[str, ...], list[tuple[Speaker, tuple[str, ...]]]] = {}
    resolved = resolve_speakers(text, sentences, given)
    for speaker, (_, label) in zip(resolved, rows, strict=True):
        name, roles = label.speakers[0], label.roles
        if name == "-":
            continue
        whole = labelled_speaker(text, name, sources[name])
        found.setdefault((name, roles[0]), []).append((whole, roles))
        if speaker.name and scorer.speaker_right(speaker.name, label.speakers):
            found.setdefault((name, roles[0], speaker.name), []).append((speaker, roles))
    for key, same in found.items():
        yield _example(article, key, text, *same[0], len(same))


def _attribution(raw: Mapping[str, Sequence[tuple[int, int]]]) -> Attribution:
    source, cue, content = (
        tuple(Span(*pair) for pair in sorted(raw[part])) for part in ("source", "cue", "content")
    )
    return Attribution(source, cue, content)


def _example(
    article: str,
    key: tuple[str, ...],
    text: str,
    speaker: Speaker,
    roles: tuple[str, ...],
    count: int,
) -> Example:
    passages = portray(text, speaker)
    claims = [claim for passage in passages for claim in find_claims(passage, speaker)]
    scores = score_roles(speaker, claims)
    features = describe(text, speaker, passages, claims, scores)
    return Example(article, key, features, scores, roles, count)
