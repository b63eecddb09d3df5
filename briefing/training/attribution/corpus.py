"""Reads PolNeAR (BRAT standoff) and our own marked-up articles as texts with gold attributions."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.domain import Span

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold attribution: spans by part; `kind` S or M and `role` where they were labelled."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its gold; `weight` scales its part in the loss."""

    name: str
    text: str
    gold: tuple[Gold, ...]
    weight: float = 1.0
    discarded: tuple[Span, ...] = field(default=())


def read_polnear(folder: Path, labels: Path | None = None) -> list[Document]:
    """The articles of `folder`/text with the first annotator's attributions, by name.

    `labels` is a JSON-lines file of doc, id, roles and kind.
    """
    known = _read_labels(labels) if labels else {}
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    documents = []
    for name, path in sorted(first.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        gold, discarded = _read_brat(path, {i: r for (d, i), r in known.items() if d == name})
        documents.append(Document(name, text, tuple(gold), discarded=tuple(discarded)))
    return documents


def _read_labels(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {(row["doc"], row["id"]): (row["kind"], row["roles"][0]) for row in rows}


def _read_brat(path: Path, labels: dict[str, tuple[str, str]]) -> tuple[list[Gold], list[Span]]:
    spans: dict[str, tuple[str, list[Span]]] = {}
    events: list[tuple[str, list[str]]] = []
    for line in path.read_text("utf-8").split("\n"):
        key, _, rest = line.rstrip("\r").partition("\t")
        body = rest.partition("\t")[0]
        if re.fullmatch(r"T\d+", key):
            name, _, offsets = body.partition(" ")
            if re.fullmatch(r"\d+ \d+(;\d+ \d+)*", offsets):
                pairs = (part.split() for part in offsets.split(";"))
                spans[key] = (name, [Span(int(a), int(b)) for a, b in pairs])
        elif re.fullmatch(r"E\d+", key):
            events.append((key, body.split()[1:]))
    discarded = [span for name, parts in spans.values() if name == "Discard" for span in parts]
    return [_gold_of(args, spans, labels.get(key)) for key, args in events], discarded


def _gold_of(
    args: list[str],
    spans: dict[str, tuple[str, list[Span]]],
    label: tuple[str, str] | None,
) -> Gold:
    parts: dict[str, list[Span]] = {role: [] for role in ROLES}
    for arg in args:
        role, _, key = arg.partition(":")
        role = role.rstrip("0123456789").lower()
        if role in parts and key in spans:
            parts[role] += spans[key][1]
    source, cue, content = (tuple(sorted(parts[role])) for role in ROLES)
    return Gold(source, cue, content, *(label or (None, None)))


# An inline mark of our own articles: {s3|the minister}, {q3|said}, {c3|that …}; parts nest.
_OPEN = re.compile(r"\{([sqc])(\d+)\|")


def read_marked(path: Path, weight: float = 1.0) -> Document:
    """An article of ours, whose sources, cues and contents are marked inline and numbered.

    The last line may name those that are attitudes: `#attitudes 3 5`.

    Raises: ValueError when the marks do not nest.
    """
    raw = path.read_text("utf-8")
    body, _, trailer = raw.partition("\n#attitudes")
    attitudes = set(trailer.split())
    text, found = strip_marks(body.rstrip("\n"))
    gold = []
    for number in sorted(found, key=int):
        parts = found[number]
        gold.append(
            Gold(
                tuple(sorted(parts.get("s", ()))),
                tuple(sorted(parts.get("q", ()))),
                tuple(sorted(parts.get("c", ()))),
                kind="M" if number in attitudes else "S",
            )
        )
    return Document(path.stem, text, tuple(gold), weight)


def strip_marks(raw: str) -> tuple[str, dict[str, dict[str, list[Span]]]]:
    """The text without its marks, and the spans by number and part.

    >>> strip_marks("{s1|Tokyo} {q1|said} {c1|no}.")[0]
    'Tokyo said no.'
    """
    out: list[str] = []
    length = 0
    stack: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[Span]]] = {}
    for token in _tokens(raw):
        opened = _OPEN.fullmatch(token)
        if opened:
            stack.append((opened[1], opened[2], length))
        elif token == "}" and stack:
            part, number, start = stack.pop()
            found.setdefault(number, {}).setdefault(part, []).append(Span(start, length))
        else:
            out.append(token)
            length += len(token)
    if stack:
        raise ValueError(f"mark {stack[-1][0]}{stack[-1][1]} is not closed")
    return "".join(out), found


def _tokens(raw: str) -> Iterator[str]:
    position = 0
    for match in re.finditer(r"\{[sqc]\d+\||\}", raw):
        if match.start() > position:
            yield raw[position : match.start()]
        yield match.group()
        position = match.end()
    if position < len(raw):
        yield raw[position:]
