"""Holds what has been found in a line, and tells its main subject and its outermost statements."""

from collections.abc import Sequence
from functools import cache

from briefing.domain import Form, Kind, Span
from briefing.lexicon import table

from .cues import Cue
from .findings import Finding, item_span, read_pieces
from .items import ADVERB, AUXILIARY, COORDINATOR, FINITE, NAME, QUOTE, Item
from .lines import Line
from .subjects import subject_before
from .words import ROOM

Range = tuple[int, int]


WEAK = frozenset(["np", "of", "wh", "to"])  # frames that a clause of content may hold
UNKNOWN = 0.6  # confidence of rules too rare to be measured
NO_SOURCE = 0.5


@cache
def _confidences() -> dict[tuple[str, str, str], float]:
    """How often findings of a kind, rule and form are right."""
    rows = table(f"{ROOM}/rule_confidence.tsv")
    return {(kind, rule, form): float(share) for kind, rule, form, share in rows}


class Reader:
    """One line while it is read: what was found in it so far."""

    def __init__(self, line: Line) -> None:
        """Starts with nothing but what is given."""
        self.items = line.items
        self.paragraph = line.paragraph
        self.found: list[tuple[Cue | None, Range | None, Finding]] = []
        self.first: dict[int, tuple[int, Range | None]] = {}

    def add(
        self,
        words: Range | None,
        source: Range | None,
        content: Sequence[Range],
        *,
        rule: str,
        cue: Cue | None = None,
    ) -> None:
        """Enters a finding unless it has no content."""
        pieces, forms = read_pieces(self.items, content)
        if not pieces or (forms == {Form.DIRECT} and self._is_taken(pieces)):
            return
        kind = cue.frame.kind if cue else Kind.STATEMENT
        last = content[-1]
        finding = Finding(
            source=(item_span(self.items, *source),) if source else (),
            cue=(item_span(self.items, *words),) if words else (),
            pieces=pieces,
            forms=forms,
            kind=kind,
            rule=rule,
            confidence=NO_SOURCE,
            paragraph=self.paragraph,
            quoted=forms == {Form.DIRECT} or bool(self.items[last[1] - 1].flags & QUOTE),
        )
        if source:
            key = (kind.value[0], rule, finding.form.value[0])
            finding.confidence = _confidences().get(key, UNKNOWN)
        self.found.append((cue, source, finding))

    def _is_taken(self, pieces: Sequence[Span]) -> bool:
        """Whether quotations belong to an earlier cue of the line already."""
        others = [piece for _, _, found in self.found for piece in found.pieces]
        return all(any(other.covers(piece) for other in others) for piece in pieces)


def main_subject(reader: Reader, limit: int) -> Range | None:
    """The source of the cue before an item, or else the first subject of the line."""
    floor = next((i for i in range(limit - 1, 0, -1) if reader.items[i].text == ";"), 0)
    for _, source, _ in reversed(reader.found):
        if source and floor <= source[0] < limit:
            return source
    if floor not in reader.first:
        reader.first[floor] = _first_subject(reader.items, floor)
    verb, subject = reader.first[floor]
    return subject if verb < limit else None


def _first_subject(items: Sequence[Item], floor: int) -> tuple[int, Range | None]:
    """The first verb behind a place of a line that has a subject, and this subject."""
    for index in range(floor + 1, len(items)):
        item = items[index]
        if item.flags & (AUXILIARY | FINITE) and not item.flags & (NAME | QUOTE):
            group = index
            while group and items[group - 1].flags & (ADVERB | AUXILIARY):
                group -= 1
            source = subject_before(items, group)
            if source:
                return index, source
    return len(items), None


def shared(reader: Reader, cue: Cue) -> Range | None:
    """The subject of an earlier verb, behind `and`, `but` or a comma."""
    items = reader.items
    if not cue.group:
        return None
    before = items[cue.group - 1]
    if not (before.flags & COORDINATOR or before.text == ","):
        return None
    return main_subject(reader, cue.group)


def has_cue(reader: Reader, part: Range) -> bool:
    """Whether a statement was found in a part already, so that it is not one content."""
    whole = item_span(reader.items, *part)
    return any(
        whole.covers(span) and finding.kind is Kind.STATEMENT and finding.rule not in WEAK
        for _, _, finding in reader.found
        for span in finding.cue
    )


def outermost(findings: Sequence[Finding]) -> list[Finding]:
    """Leaves out what stands inside the content of another: relayed words.

    Statements win over attitudes, and of two that hold each other the longer one.
    """
    ranked = sorted(
        findings,
        key=lambda each: (each.kind is Kind.ATTITUDE, _is_agency(each), -_length(each)),
    )
    kept: list[Finding] = []
    for finding in ranked:
        if not any(
            piece.covers(cue) for other in kept for piece in other.pieces for cue in finding.cue
        ):
            kept.append(finding)
    return [finding for finding in findings if any(finding is each for each in kept)]


def _is_agency(finding: Finding) -> bool:
    """Whether it trails what another says: `X said that …, according to Y`."""
    return finding.rule == "phrase" and max(finding.pieces) < finding.cue[0]


def _length(finding: Finding) -> int:
    return sum(piece.end - piece.start for piece in finding.pieces)
