"""Writes what the archive tells, one thing a line, in every format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from briefing.archive import Capacity, Entry, Hit, Person, Said
from briefing.cli.options import Format, Settings
from briefing.cli.parts import Row as Cells
from briefing.cli.parts import paint, plain_lines, safe
from briefing.cli.results import LINES, Results
from briefing.cli.terminal import choose_format, choose_layout
from briefing.domain import Span, section_of
from briefing.render import Layout
from briefing.render.escape import escape_markdown
from briefing.render.records import DIGITS, Record, write_json
from briefing.render.wrap import wrap

SCHEMA = "briefing-archive/1"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: its cells in tab-separated lines; for readers a lead, its words
    with marked spans, and where it stands; its record in JSON."""

    cells: tuple[str, ...]
    lead: str
    words: str
    place: str
    record: Record
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What is told: its name in JSON, its lines, and what else stands in the record."""

    name: str
    lines: list[Line]
    about: Record = field(default_factory=dict)


def write_listing(settings: Settings, listing: Listing) -> None:
    """Write a listing to where the options say, in the format that they choose."""
    layout = choose_layout(settings)
    results = Results(settings.output, LINES)
    results.add(RENDERERS[choose_format(settings)](listing, layout))
    results.finish()


def render_plain(listing: Listing, layout: Layout) -> str:
    """One line a thing, its cells separated by tabs."""
    return plain_lines([Cells(line.cells, "") for line in listing.lines], layout)


def render_terminal(listing: Listing, layout: Layout) -> str:
    """The things as a list for reading, wrapped; marked words are bold."""
    lines = []
    for line in listing.lines:
        runs = [("• " if layout.unicode else "* ", "")]
        runs += [(safe(line.lead, layout), "bold"), (": " if line.words else "", "")]
        runs += [(words, style) for words, style in marked_runs(line)]
        shown = wrap([(spaced(w, layout), s) for w, s in runs], layout.width, hang=[("  ", "")])
        place = [("  ", ""), (safe(line.place, layout), "")] if line.place else []
        shown += wrap(place, layout.width, hang=[("    ", "")]) if place else []
        lines += ["".join(paint(words, style, layout) for words, style in one) for one in shown]
    return "".join(f"{line}\n" for line in lines)


def spaced(words: str, layout: Layout) -> str:
    """Words made safe, with the spaces at their ends kept."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{safe(words, layout)}{after}"


def marked_runs(line: Line) -> Iterator[tuple[str, str]]:
    """The words in pieces, those that are marked bold."""
    position = 0
    for span in line.marks:
        yield line.words[position : span.start], ""
        yield span.of(line.words), "bold"
        position = span.end
    yield line.words[position:], ""


def render_markdown(listing: Listing, layout: Layout) -> str:
    """The things as a Markdown list."""
    lines = []
    for line in listing.lines:
        pieces = (
            (escape_markdown(spaced(words, layout)), style) for words, style in marked_runs(line)
        )
        words = "".join(f"**{piece}**" if style else piece for piece, style in pieces)
        lead = f"**{escape_markdown(safe(line.lead, layout))}**" + (": " if line.words else "")
        place = f" ({escape_markdown(safe(line.place, layout))})" if line.place else ""
        lines.append(f"- {lead}{words}{place}\n")
    return "".join(lines)


def render_json(listing: Listing, layout: Layout) -> str:
    """All things in one object."""
    records = [line.record for line in listing.lines]
    record: Record = {"schema": SCHEMA, **listing.about, listing.name: records}
    return write_json(record, layout=layout, indent=2) + "\n"


def render_ndjson(listing: Listing, layout: Layout) -> str:
    """One object a line."""
    return "".join(f"{write_json(line.record, layout=layout)}\n" for line in listing.lines)


RENDERERS: Mapping[Format, Callable[[Listing, Layout], str]] = {
    Format.PLAIN: render_plain,
    Format.TERMINAL: render_terminal,
    Format.MARKDOWN: render_markdown,
    Format.JSON: render_json,
    Format.NDJSON: render_ndjson,
}


def minute(time: datetime) -> str:
    """A time in UTC to the minute.

    >>> from datetime import UTC
    >>> minute(datetime(2026, 11, 22, 6, 30, 5, tzinfo=UTC))
    '2026-11-22T06:30Z'
    """
    return f"{time:%Y-%m-%dT%H:%MZ}"


def entry_line(entry: Entry) -> Line:
    """An article of the archive."""
    time, number = entry.published or entry.added, str(entry.statements)
    cells = (entry.id, minute(time), number, entry.source, entry.title or "")
    record: Record = {
        "id": entry.id,
        "source": entry.source,
        "title": entry.title,
        "publisher": entry.publisher,
        "published": entry.published.isoformat() if entry.published else None,
        "added": entry.added.isoformat(),
        "state": entry.state.value,
        "statements": entry.statements,
    }
    place = f"{entry.source}, {minute(time)}, {entry.statements} statements"
    return Line(cells, entry.id, entry.title or "", place, record)


def hit_line(hit: Hit) -> Line:
    """A statement that a search found."""
    said = hit.said
    score = round(hit.score, DIGITS)
    cells = (*said_cells(said), hit.snippet, f"{score:.2f}")
    record: Record = said_record(said) | {
        "snippet": hit.snippet,
        "marks": [[span.start, span.end] for span in hit.marks],
        "score": score,
    }
    return Line(cells, lead_of(said), hit.snippet, place_of(said), record, hit.marks)


def said_line(said: Said) -> Line:
    """A statement of the archive."""
    cells = ("said", *said_cells(said), said.text)
    return Line(cells, lead_of(said), said.text, place_of(said), said_record(said))


def said_cells(said: Said) -> tuple[str, ...]:
    """Where a statement stands, when it was published, and whose it is."""
    place = (said.source, str(said.paragraph), minute(said.time))
    return (*place, said.speaker or "", said.role.value)


def lead_of(said: Said) -> str:
    """Who said something, and as what."""
    names = dict.fromkeys(filter(None, (said.speaker or "Not identified", said.position)))
    return f"{', '.join(names)} ({said.role.value}, {said.time:%Y-%m-%d})"


def place_of(said: Said) -> str:
    """Where a statement stands."""
    return f"{said.source} ¶{said.paragraph}"


def said_record(said: Said) -> Record:
    """A statement, named as in the contract of briefings."""
    return {
        "article": said.article,
        "source": said.source,
        "title": said.title,
        "publisher": said.publisher,
        "time": said.time.isoformat(),
        "paragraph": said.paragraph,
        "speaker": said.speaker,
        "position": said.position,
        "affiliation": said.affiliation,
        "role": said.role.value,
        "section": section_of(said.role).value,
        "kind": said.kind.value,
        "form": said.form.value,
        "text": said.text,
        "confidence": round(said.confidence, DIGITS),
    }


def person_line(person: Person) -> Line:
    """A speaker of the archive."""
    counts = str(person.statements), str(person.articles)
    times = minute(person.first), minute(person.last)
    record: Record = {
        "speaker": person.name,
        "statements": person.statements,
        "articles": person.articles,
        "first": person.first.isoformat(),
        "last": person.last.isoformat(),
    }
    words = f"{counts[0]} statements in {counts[1]} articles, {times[0]} to {times[1]}"
    return Line((person.name, *counts, *times), person.name, words, "", record)


def capacity_line(person: Person, capacity: Capacity) -> Line:
    """What a speaker was at a time."""
    times = minute(capacity.first), minute(capacity.last)
    what = (capacity.role.value, capacity.position or "", capacity.affiliation or "")
    record: Record = {
        "speaker": person.name,
        "role": capacity.role.value,
        "position": capacity.position,
        "affiliation": capacity.affiliation,
        "first": capacity.first.isoformat(),
        "last": capacity.last.isoformat(),
        "statements": capacity.statements,
    }
    when = f"{capacity.statements} statements, {times[0]} to {times[1]}"
    words = f"{', '.join(filter(None, what))}; {when}"
    cells = ("was", *times, person.name, *what, str(capacity.statements))
    return Line(cells, person.name, words, "", record)
