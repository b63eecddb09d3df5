"""Makes examples of the labelled speakers of campaign articles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.domain import Attribution, Grade, Span, Speaker
from briefing.lexicon import parse_rows
from briefing.load import load_text
from briefing.roles.claims import find_claims
from briefing.roles.features import Features, describe, is_campaign
from briefing.roles.portrait import portray
from briefing.roles.race import is_learned_race
from briefing.roles.rules import Scores, score_roles
from briefing.segment import split_sentences
from briefing.speakers import resolve_speakers

MORE = Path(__file__).with_name("labels.tsv")


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled speaker of an article; `count` is how many attributions it has.

    `nameless` are the features that it would have in an article on another race.
    """

    article: str
    key: tuple[str, ...]
    features: Features
    nameless: Features
    scores: Scores
    roles: tuple[str, ...]
    count: float


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
    import score_roles as scorer  # type: ignore[import-not-found]

    for name, wanted in sorted(scorer.read_labels(labels).items()):
        text, events = _read_article(folder, name)
        if is_campaign(text):
            rows = [(raw, wanted[key]) for key, raw in events.items() if key in wanted]
            yield from _examples_of(name, text, rows)


def read_more(folder: Path) -> Iterator[Example]:
    """The speakers of other campaign articles whose roles stand in `labels.tsv`.

    A row names the attributions of a speaker; who that is, is what the first one resolves to.
    """
    wanted: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for name, role, ids in parse_rows(MORE.name, MORE.read_text("utf-8")):
        wanted[name].append((role, ids.split()))
    for name, rows in wanted.items():
        text, events = _read_article(folder, name)
        given = [key for key, raw in events.items() if raw["content"]]
        spoken = dict(zip(given, _resolve(name, text, [events[k] for k in given]), strict=True))
        for role, keys in rows:
            speaker = spoken[keys[0]]
            if speaker.name and is_campaign(text):
                yield _example(name, (speaker.name, role), text, speaker, (role,), len(keys))


def read_unlabelled(folder: Path, labels: Path) -> Iterator[Example]:
    """The speakers of campaign articles whose roles nobody has given; `roles` are empty."""
    import score_polnear as polnear  # type: ignore[import-not-found]
    import score_roles as scorer

    given: dict[str, set[str]] = defaultdict(set)
    for name, _, ids in parse_rows(MORE.name, MORE.read_text("utf-8")):
        given[name].update(ids.split())
    labelled = set(scorer.read_labels(labels))
    for name in sorted(polnear.ann_files(folder / "attributions")):
        text, events = _read_article(folder, name)
        if name in labelled or not is_campaign(text):
            continue
        keys = [key for key, raw in events.items() if raw["content"]]
        said: dict[Speaker, list[str]] = defaultdict(list)
        spoken = _resolve(name, text, [events[key] for key in keys])
        for key, speaker in zip(keys, spoken, strict=True):
            said[speaker].append(key)
        for speaker, own in said.items():
            if speaker.name and not given[name].intersection(own):
                yield _example(name, (speaker.name,), text, speaker, (), len(own))


def _read_article(folder: Path, name: str) -> tuple[str, dict[str, Any]]:
    """The text of an article and the attributions of its first annotation, in text order."""
    import score_polnear as polnear
    import score_roles as scorer

    files = polnear.ann_files(folder / "attributions")
    events, _ = scorer.read_events(Path(sorted(files[name].items())[0][1]))
    order = sorted(events, key=lambda key: min(_places(events[key])))
    return polnear.read_text(folder / "text", name), {key: events[key] for key in order}


def _places(raw: Mapping[str, Sequence[tuple[int, int]]]) -> Sequence[tuple[int, int]]:
    return raw["source"] or raw["content"] or [(0, 0)]


def _resolve(name: str, text: str, rows: Sequence[Any]) -> tuple[Speaker, ...]:
    sentences = split_sentences(text, load_text(text, source=name).blocks)
    return resolve_speakers(text, sentences, [_attribution(raw) for raw in rows])


def _examples_of(article: str, text: str, rows: Sequence[tuple[Any, Any]]) -> Iterator[Example]:
    import score_roles as scorer

    sources: dict[str, list[Span]] = defaultdict(list)
    for raw, label in rows:
        sources[label.speakers[0]] += _attribution(raw).source
    found: dict[tuple[str, ...], list[tuple[Speaker, tuple[str, ...]]]] = {}
    resolved = _resolve(article, text, [raw for raw, _ in rows])
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
    known = describe(text, speaker, passages, claims, scores, names=is_learned_race(text))
    nameless = describe(text, speaker, passages, claims, scores)
    return Example(article, key, known, nameless, scores, roles, count)
