"""Check a briefing or a digest in JSON against its sources: every word, at every position."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import BriefingError

GAP = " … "  # between the pieces of a statement
ARTICLE, DIGEST = "briefing/1", "briefing-digest/1"
KINDS: Mapping[type[Any], str] = {
    str: "a text",
    int: "a whole number",
    list: "a list",
    Mapping: "an object",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: the source, where in the JSON (`stories[0].summary[1]`), and what."""

    source: str
    where: str
    what: str

    def __str__(self) -> str:
        """The problem on one line."""
        return f"{self.source}: {self.where} {self.what}"


class MalformedError(Exception):
    """A value that is not what the contract says: where, and what it should be."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that are said to stand in a source at some spans; None claims the spans alone."""

    source: str
    where: str
    spans: tuple[tuple[int, int], ...]
    words: str | None = None


def verify(document: Mapping[str, Any], read_text: Callable[[str], str]) -> tuple[Problem, ...]:
    """Every summary sentence and statement whose words are not those of its source, byte for
    byte; empty if all is well. Each source is read once, by `read_text`; one that it cannot
    read (a BriefingError) is a problem too.

    >>> record = {
    ...     "schema": "briefing/1", "article": {"source": "a.txt", "characters": 14},
    ...     "summary": [{"text": "Rain", "span": [0, 4]}], "keywords": [], "statements": [],
    ... }
    >>> verify(record, {"a.txt": "Rain is coming"}.__getitem__)
    ()
    >>> print(*verify(record, {"a.txt": "Snow is coming"}.__getitem__))
    a.txt: summary[0] is not what stands there: 'Rain', but the source has 'Snow'
    """
    try:
        lengths, claims = _read(document)
    except MalformedError as error:
        return (Problem("the document", str(error.args[0]), f"is not {error.args[1]}"),)
    by_source: dict[str, list[Claim]] = {source: [] for source in lengths}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    problems: list[Problem] = []
    for source, claimed in by_source.items():
        try:
            text = read_text(source)
        except BriefingError as error:
            problems.append(Problem(source, "the source", f"cannot be read: {error.problem}"))
            continue
        problems += _compare_length(source, lengths.get(source), text)
        for claim in claimed:
            problems += _compare(claim, text)
    return tuple(problems)


def _compare_length(source: str, length: int | None, text: str) -> Iterator[Problem]:
    if length is not None and length != len(text):
        what = f"has {len(text)} characters, not the {length} that were briefed"
        yield Problem(source, "the source", what)


def _compare(claim: Claim, text: str) -> Iterator[Problem]:
    for start, end in claim.spans:
        if not start < end <= len(text):
            what = f"has the span [{start}, {end}], but the source has {len(text)} characters"
            yield Problem(claim.source, claim.where, what)
            return
    found = GAP.join(text[start:end] for start, end in claim.spans)
    if claim.words is not None and claim.words != found:
        what = f"is not what stands there: {claim.words!r}, but the source has {found!r}"
        yield Problem(claim.source, claim.where, what)


def _read(document: Any) -> tuple[dict[str, int | None], list[Claim]]:
    """The sources with their lengths, where told, and all that is claimed of them."""
    kind = _get(document, "schema", str, "")
    if kind == ARTICLE:
        article = _get(document, "article", Mapping, "")
        source = _get(article, "source", str, "article")
        lengths: dict[str, int | None] = {source: _length(article, "article")}
        claims = [*_sentences(document, source, ""), *_statements(document, source, "")]
        return lengths, [*claims, *_silences(document, "declined", source, "")]
    if kind == DIGEST:
        return _read_digest(document)
    raise MalformedError("schema", f"{ARTICLE} or {DIGEST}")


def _read_digest(document: Any) -> tuple[dict[str, int | None], list[Claim]]:
    lengths: dict[str, int | None] = {}
    claims: list[Claim] = []
    for number, story in enumerate(_items(document, "stories", "")):
        at = f"stories[{number}]"
        for article in _items(story, "articles", at):
            if not isinstance(article, str):
                raise MalformedError(f"{at}.articles", "a list of texts")
            lengths.setdefault(article, None)
        for report in _optional(story, "reports", at):
            lengths[_get(report, "source", str, f"{at}.reports")] = _length(report, f"{at}.reports")
        claims += _sentences(story, None, at)
        claims += _statements(story, None, at)
        claims += _silences(story, "silent", None, at)
    return lengths, claims


def _sentences(record: Any, source: str | None, at: str) -> Iterator[Claim]:
    for number, sentence in enumerate(_items(record, "summary", at)):
        where = f"{_path(at, 'summary')}[{number}]"
        words = _get(sentence, "text", str, where)
        stands = source if source is not None else _get(sentence, "article", str, where)
        yield Claim(stands, where, (_span(sentence, "span", where),), words)


def _statements(record: Any, source: str | None, at: str) -> Iterator[Claim]:
    for number, said in enumerate(_items(record, "statements", at)):
        where = f"{_path(at, 'statements')}[{number}]"
        stands = source if source is not None else _get(said, "article", str, where)
        content = _spans(said, "content", where)
        if not content:
            raise MalformedError(f"{where}.content", "a list of at least one span")
        yield Claim(stands, where, content, _get(said, "text", str, where))
        for name in ("source", "cue"):
            yield Claim(stands, f"{where}.{name}", _spans(said, name, where))
        for place, other in enumerate(_optional(said, "also_in", where)):
            inner = f"{where}.also_in[{place}]"
            words = _get(other, "text", str, inner) if "text" in other else None
            article = _get(other, "article", str, inner)
            yield Claim(article, inner, _spans(other, "content", inner), words)


def _silences(record: Any, name: str, source: str | None, at: str) -> Iterator[Claim]:
    for number, who in enumerate(_optional(record, name, at)):
        where = f"{_path(at, name)}[{number}]"
        stands = source if source is not None else _get(who, "article", str, where)
        yield Claim(stands, where, (_span(who, "span", where),), _get(who, "text", str, where))


def _get(record: Any, name: str, kind: type[Any], where: str) -> Any:
    """A value of a record.

    Raises: MalformedError when it is missing or of another kind.
    """
    if not isinstance(record, Mapping):
        raise MalformedError(where or "the document", "an object")
    value = record.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise MalformedError(_path(where, name), KINDS[kind])
    return value


def _items(record: Any, name: str, where: str) -> list[Any]:
    items: list[Any] = _get(record, name, list, where)
    return items


def _optional(record: Any, name: str, where: str) -> list[Any]:
    return _items(record, name, where) if name in record else []


def _path(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _length(record: Any, where: str) -> int:
    length: int = _get(record, "characters", int, where)
    return length


def _span(record: Any, name: str, where: str) -> tuple[int, int]:
    return _pair(_get(record, name, list, where), f"{where}.{name}")


def _spans(record: Any, name: str, where: str) -> tuple[tuple[int, int], ...]:
    return tuple(_pair(span, f"{where}.{name}") for span in _items(record, name, where))


def _pair(span: Any, where: str) -> tuple[int, int]:
    whole = isinstance(span, list) and len(span) == 2 and {*map(type, span)} == {int}
    if not whole or span[0] < 0:
        raise MalformedError(where, "a span of two whole numbers")
    return span[0], span[1]
