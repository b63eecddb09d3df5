"""Reads the attributions of one line: each cue with its source and its content."""

from collections.abc import Iterator, Sequence

from briefing.domain import Form, Kind, Span

from .clauses import (
    Complement,
    _is_capital,
    clause_end,
    is_clause,
    find_complement,
    line_end,
    quote_run,
    skip_addressee,
    skip_adjuncts,
)
from .cues import Cue, find_cues, find_phrases
from .findings import Finding, item_span, read_pieces
from .lines import (
    DASHES,
    ADVERB,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DETERMINER,
    FINITE,
    ING,
    MARK,
    NAME,
    NOUN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SPEECH,
    SUBORDINATOR,
    TIME,
    WH,
    Item,
    Line,
)
from .nouns import is_finite, phrase_after, phrase_before, subject_before, trim_source
from .words import noun_words

Range = tuple[int, int]
# Prepositions and conjunctions behind which an -ing form still has the subject as its source.
BEFORE_ING = frozenset("while after before by when than in and but without then by".split())
MAX_BESIDE = 16
NAMING = frozenset("call dub label brand nickname title name".split())
CONFIDENCE = {
    "quote": 0.95,
    "that": 0.92,
    "clause": 0.85,
    "fronted": 0.92,
    "phrase": 0.92,
    "colon": 0.85,
    "beside": 0.75,
    "to": 0.85,
    "wh": 0.85,
    "np": 0.7,
    "of": 0.7,
}


class Reader:
    """One line while it is read: what was found in it so far."""

    def __init__(self, line: Line) -> None:
        self.items = line.items
        self.paragraph = line.paragraph
        self.found: list[tuple[Cue | None, Range | None, Finding]] = []

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
        if not pieces:
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
            confidence=CONFIDENCE.get(rule, 0.8) if source else 0.5,
            paragraph=self.paragraph,
            quoted=forms == {Form.DIRECT} or bool(self.items[last[1] - 1].flags & QUOTE),
        )
        self.found.append((cue, source, finding))


def read_line(line: Line) -> list[Finding]:
    """The attributions of a line, in the order of their cues."""
    reader = Reader(line)
    taken: set[int] = set()
    for start, end in find_phrases(line.items):
        taken.update(range(start, _read_phrase(reader, start, end)))
    for cue in find_cues(line.items):
        if cue.at not in taken:
            _read_cue(reader, cue)
    _read_colon(reader)
    _read_beside_speech(reader)
    return [finding for _, _, finding in reader.found]


def _read_phrase(reader: Reader, start: int, end: int) -> int:
    """`according to X, …`; `…, in the view of X, …`; where the source ends."""
    items = reader.items
    stop = phrase_after(items, end, appositive=start > 1)
    if stop == end:
        return end
    close = stop
    if close < len(items) and (
        items[close].flags & (ADVERB | RELATIVE | TIME | PREPOSITION | FINITE | ING) or start < 2
    ):
        while close < len(items) and items[close].text not in (",", ";", "."):
            close += 1
    content = _around(items, start, close)
    if content:
        source = (end, trim_source(items, end, stop))
        reader.add((start, end), source, content, rule="phrase")
    return stop


def _around(items: Sequence[Item], start: int, close: int) -> list[Range]:
    """The content before and behind an inserted `according to X` or `he said`."""
    left = left_part(items, start)
    size = line_end(items)
    right = None
    if close < size and items[close].text in (",", ":"):
        right = (close + 1, clause_end(items, close + 1)) if close + 1 < size else None
    if left is None or items[left[1] - 1].flags & (SUBORDINATOR | COORDINATOR | RELATIVE):
        return [right] if right else []
    if right and right_goes_on(items, left, right[0]):
        return [left, right]
    return [left]


def left_part(items: Sequence[Item], end: int) -> Range | None:
    """What stands in a line before an insertion, its lead such as `But` left out."""
    start = 0
    for index in range(end - 1, -1, -1):
        if items[index].text == ";":
            start = index + 1
            break
    while start < end and (
        items[start].low in ("but", "and", "yet", "so", "still", "however", "meanwhile", "or")
        or items[start].text == ","
    ):
        start += 1
    while end > start and items[end - 1].flags & MARK and items[end - 1].text in ",—–-":
        end -= 1
    if start < end and items[end - 1].flags & QUOTE and items[end - 1].flags & SPEECH:
        quote = end - 1
        if quote > start and (items[quote - 1].text == ":" or items[quote - 1].text in DASHES):
            start = quote
    return (start, end) if start < end else None


def right_goes_on(items: Sequence[Item], left: Range, start: int) -> bool:
    """Whether the words behind `, he said,` still are his."""
    head = items[start]
    if head.flags & QUOTE:
        return True
    if head.low in ("and", "but") and start + 1 < len(items) and items[start + 1].flags & QUOTE:
        return True
    if items[left[1] - 1].flags & QUOTE and not any(item.flags & QUOTE for item in items[start:]):
        return False
    if head.flags & (RELATIVE | WH) and not head.flags & DETERMINER:
        return False
    if head.flags & ING and not head.flags & NAME and head.low not in ("during", "including"):
        return False
    has_verb = any(
        is_finite(items, index, left[1]) or items[index].flags & FINITE
        for index in range(left[0], left[1])
    )
    if not has_verb:
        return True
    return (
        not head.flags & (COORDINATOR | DETERMINER | PRONOUN | NAME)
        or items[left[1] - 1].flags & FINITE == FINITE
    )


def _read_beside_speech(reader: Reader) -> None:
    """Speech beside a verb that is no cue elsewhere: `“Fantastic!” beamed the owner.`"""
    items = reader.items
    if len(items) < 3 or not items[0].flags & SPEECH or reader.found:
        return
    begin = 2 if items[1].text == "," else 1
    tail = items[0].text.rstrip("”’\"'»」 ")
    if begin == 1 and tail[-1:] not in ",!?…—–-":
        return
    for index in range(begin, min(len(items), begin + MAX_BESIDE)):
        past = items[index].flags & FINITE and not items[index].flags & (NAME | AUXILIARY)
        if past and index == begin:
            close = phrase_after(items, index + 1, appositive=True)
            if close > index + 1:
                reader.add((index, index + 1), (index + 1, close), [(0, 1)], rule="beside")
            return
        if past:
            source = subject_before(items, index)
            if source and source[0] == begin:
                reader.add((index, index + 1), source, [(0, 1)], rule="beside")
            return


def _read_colon(reader: Reader) -> None:
    """A quotation behind a colon that no cue took: `The reply came from X: “…”`."""
    items = reader.items
    place = next((i for i, item in enumerate(items) if item.text == ":"), 0)
    if place < 2 or place + 1 >= len(items) or not items[place + 1].flags & SPEECH:
        return
    if quote_run(items, place + 1) < line_end(items):
        return
    speech = item_span(items, place + 1, place + 2)
    if any(p.overlaps(speech) for _, _, found in reader.found for p in found.pieces):
        return
    content = (place + 1, quote_run(items, place + 1))
    lead = next((i for i in range(place) if items[i].low in noun_words("lead")), None)
    origin = next((i for i in range(place - 1, 0, -1) if items[i].low == "from"), None)
    if lead is not None and origin is not None and lead < origin:
        reader.add(None, (origin + 1, place), [content], rule="colon")
        return
    source = _main_subject(reader, place)
    if source and source[1] < place:
        reader.add((source[1], source[1] + 1), source, [content], rule="colon")


def _read_cue(reader: Reader, cue: Cue) -> None:
    items = reader.items
    if cue.negated and cue.frame.kind is Kind.STATEMENT and cue.frame.lemma != "deny":
        return
    if cue.modal and cue.frame.kind is Kind.STATEMENT and cue.tense == "base":
        return
    if cue.governed or (cue.frame.lemma in NAMING and _names(reader.items, cue)):
        return
    if cue.passive:
        _read_passive(reader, cue)
    elif cue.tense == "ing" and not cue.progressive:
        _read_ing(reader, cue)
    elif cue.tense == "participle" and cue.group == cue.at and not _past_too(items, cue):
        return
    else:
        _read_finite(reader, cue)


def _names(items: Sequence[Item], cue: Cue) -> bool:
    """Whether a word is given to a thing: `called “dzud”`, `calling the freeze “the blanket”`."""
    if cue.end >= len(items):
        return True
    direct = bool(items[cue.end].flags & QUOTE)
    if direct and cue.tense in ("participle", "past") and cue.group == cue.at:
        return True
    subject = subject_before(items, cue.group)
    return (
        subject is not None
        and items[subject[0]].low in ("a", "an")
        and bool(items[cue.end].flags & (NAME | DETERMINER))
        and cue.tense == "past"
    )


def _past_too(items: Sequence[Item], cue: Cue) -> bool:
    return bool(items[cue.at].flags & FINITE)


def _read_finite(reader: Reader, cue: Cue) -> None:
    items = reader.items
    if cue.group and _is_relative(items, cue.group - 1):
        _read_relative(reader, cue)
        return
    source = subject_before(items, cue.group)
    begin = source[0] if source else cue.group
    if source is None:
        inverted = _inverted(items, cue)
        if inverted:
            _read_inverted(reader, cue, inverted)
            return
        source = _shared(reader, cue)
        if source is None:
            return
    elif begin > 1 and items[begin - 1].flags & RELATIVE and (
        items[begin - 1].low != "that"
        or (
            items[begin - 2].flags & (NOUN | BASE)
            and items[begin - 3].flags & DETERMINER
            and find_complement(items, cue.end, cue.frame) is None
        )
    ):
        _read_object_relative(reader, cue, source)
        return
    _read_ordered(reader, cue, source, begin)


def _is_relative(items: Sequence[Item], index: int) -> bool:
    """Whether who, which, or a `that` behind a noun stands there."""
    if not items[index].flags & RELATIVE:
        return False
    if items[index].low != "that":
        return True
    return index > 0 and bool(items[index - 1].flags & NOUN) and not (
        items[index - 1].flags & (FINITE | ADVERB)
    )


def _read_ordered(reader: Reader, cue: Cue, source: Range, begin: int) -> None:
    """Subject, then cue; the content behind, in front, or on both sides."""
    items = reader.items
    noun = _noun_cue(items, cue)
    if noun:
        reader.add((cue.at, noun[0]), source, [noun[1]], rule="that", cue=cue)
        return
    complement = find_complement(items, cue.end, cue.frame)
    if begin and items[begin - 1].low == "as" and begin < 3 and cue.end < len(items):
        if items[cue.end].text == "," and complement is None:
            end = line_end(items)
            reader.add((cue.at, cue.end), source, [(cue.end + 1, end)], rule="fronted", cue=cue)
            return
    fronted = _front(items, cue, begin)
    if fronted and _has_cue(reader, fronted):
        fronted = None
    if fronted and (complement is None or _prefers_front(items, fronted, complement)):
        close = _after_cue(items, cue)
        content = _with_right(items, fronted, close)
        if len(content) == 1 and not _stands_alone(items, fronted):
            return
        reader.add((cue.at, cue.end), source, content, rule="fronted", cue=cue)
    elif complement:
        content = [(complement.start, _shorten(items, begin, complement))]
        reader.add((cue.at, cue.end), source, content, rule=complement.frame, cue=cue)


def _stands_alone(items: Sequence[Item], part: Range) -> bool:
    """Whether a part in front of `he said` can be all of what he said: a quotation or clause."""
    if any(item.flags & QUOTE for item in items[part[0] : part[1]]):
        return True
    return is_clause(items, part[0], part[1])


def _shorten(items: Sequence[Item], begin: int, complement: Complement) -> int:
    """Where a content ends whose cue stands in a subordinate clause: at the comma behind it."""
    if begin and items[begin - 1].flags & (SUBORDINATOR | RELATIVE) and not (
        items[begin - 1].flags & (NAME | COORDINATOR)
    ):
        return min(complement.end, clause_end(items, complement.start, relative=True))
    return complement.end


def _has_cue(reader: Reader, part: Range) -> bool:
    """Whether a statement was found in a part already, so that it is not one content."""
    whole = item_span(reader.items, *part)
    return any(
        whole.covers(span) and finding.kind is Kind.STATEMENT
        for _, _, finding in reader.found
        for span in finding.cue
    )


def _front(items: Sequence[Item], cue: Cue, begin: int) -> Range | None:
    """The content in front of `, he said`, if the cue can have one."""
    if begin == 0 or not cue.frame.complements & {"that", "quote"}:
        return None
    before = items[begin - 1]
    if "that" not in cue.frame.complements and not before.flags & QUOTE and not (
        begin > 1 and items[begin - 2].flags & QUOTE
    ):
        return None
    if before.flags & QUOTE:
        return left_part(items, begin) if before.flags & SPEECH else None
    if before.text == "," and begin > 1:
        left = left_part(items, begin - 1)
        if (
            left is None
            or items[left[1] - 1].flags & QUOTE
            and left[1] - left[0] == 1
            and not items[left[1] - 1].flags & SPEECH
        ):
            return None
        return left
    return None


def _prefers_front(items: Sequence[Item], front: Range, complement: Complement) -> bool:
    """Whether the content is what stands in front although something fits behind as well."""
    quoted = items[front[1] - 1].flags & QUOTE and front[1] - front[0] == 1
    if quoted and items[front[1] - 1].flags & SPEECH:
        return complement.frame not in ("that",)
    return (
        not items[front[0]].flags & (PREPOSITION | ADVERB | TIME)
        and complement.frame == "quote"
        and items[complement.start - 1].text == ","
        and not _is_capital(items[complement.start])
    )


def _after_cue(items: Sequence[Item], cue: Cue) -> int:
    place = cue.end
    if "obj" in cue.frame.complements:
        place = skip_addressee(items, place)
    return skip_adjuncts(items, place, frozenset())


def _with_right(items: Sequence[Item], left: Range, close: int) -> list[Range]:
    """The content in front, and what goes on behind the inserted cue."""
    size = line_end(items)
    if close < size and items[close].flags & QUOTE:
        return [left, (close, quote_run(items, close))]
    if close >= size or items[close].text not in (",", ":", ";", "—", "–", "."):
        return [left]
    start = close + 1
    if start >= size or not right_goes_on(items, left, start):
        return [left]
    if items[start].low in ("and", "but") and items[start + 1].flags & QUOTE:
        start += 1
    if items[start].flags & QUOTE and items[left[1] - 1].flags & QUOTE:
        return [left, (start, quote_run(items, start))]
    return [left, (start, clause_end(items, start))]


def _inverted(items: Sequence[Item], cue: Cue) -> Range | None:
    """The subject behind its verb: `“…,” said Minister X`; `…, warned X`."""
    if cue.tense not in ("past", "third") or not cue.group or cue.end >= len(items):
        return None
    before = items[cue.group - 1]
    if not (before.flags & QUOTE or before.text in (",", "—", "–", "-")):
        return None
    if "that" not in cue.frame.complements and not before.flags & QUOTE:
        return None
    if items[cue.end].flags & (MARK | QUOTE) or items[cue.end].low in ("that", "to"):
        return None
    close = phrase_after(items, cue.end, appositive=True)
    if close == cue.end or items[cue.end].flags & PREPOSITION:
        return None
    behind = items[close] if close < len(items) else None
    if behind is not None and behind.flags & (AUXILIARY | FINITE) and not before.flags & QUOTE:
        return None
    return cue.end, close


def _read_inverted(reader: Reader, cue: Cue, source: Range) -> None:
    items = reader.items
    if not cue.frame.complements & {"that", "quote"}:
        return
    left = left_part(items, cue.group)
    if left is None:
        return
    close = skip_adjuncts(items, source[1], frozenset())
    content = _with_right(items, left, close)
    reader.add((cue.at, cue.end), source, content, rule="fronted", cue=cue)


def _read_relative(reader: Reader, cue: Cue) -> None:
    """`the ministry, which says it …`; `people who say that …`."""
    items = reader.items
    relative = cue.group - 1
    end = relative
    if end and items[end - 1].text == ",":
        end -= 1
    source = antecedent(items, end)
    complement = find_complement(items, cue.end, cue.frame)
    if source is None or complement is None:
        return
    close = complement.end
    if items[relative - 1].text == ",":
        close = min(close, clause_end(items, complement.start, relative=True))
    reader.add(
        (cue.at, cue.end), source, [(complement.start, close)], rule=complement.frame, cue=cue
    )


def antecedent(items: Sequence[Item], end: int) -> Range | None:
    """The noun phrase that a relative clause belongs to."""
    return phrase_before(items, end)


def _read_object_relative(reader: Reader, cue: Cue, source: Range) -> None:
    """`the pills, which the ministry says will be …`: the content is the rest of the clause."""
    items = reader.items
    place = skip_adjuncts(items, cue.end, frozenset(["as"]))
    end = line_end(items)
    if place + 1 < end and items[place].low == "as" and items[place + 1].flags & QUOTE:
        place += 1
    if place >= end or items[place].text == ",":
        return
    close = clause_end(items, place, relative=True)
    reader.add((cue.at, cue.end), source, [(place, close)], rule="clause", cue=cue)


def _shared(reader: Reader, cue: Cue) -> Range | None:
    """The subject of an earlier verb, behind `and`, `but` or a comma."""
    items = reader.items
    if not cue.group:
        return None
    before = items[cue.group - 1]
    if not (before.flags & COORDINATOR or before.text == ","):
        return None
    return _main_subject(reader, cue.group)


def _main_subject(reader: Reader, limit: int) -> Range | None:
    """The source of the cue before, or else the first subject of the line."""
    items = reader.items
    for _, source, _ in reversed(reader.found):
        if source and source[0] < limit:
            return source
    for index in range(1, limit):
        item = items[index]
        if item.flags & (AUXILIARY | FINITE) and not item.flags & (NAME | QUOTE):
            group = index
            while group and items[group - 1].flags & (ADVERB | AUXILIARY):
                group -= 1
            source = subject_before(items, group)
            if source:
                return source
    return None


def _read_ing(reader: Reader, cue: Cue) -> None:
    """`…, saying that …`; `a statement calling it …`."""
    items = reader.items
    if cue.frame.lemma in ("read", "run", "begin", "see", "hold", "show"):
        return
    if not cue.group:
        _read_leading_ing(reader, cue)
        return
    before = items[cue.group - 1]
    if before.text != "," and before.low not in BEFORE_ING and not before.flags & (
        NOUN | QUOTE | NAME
    ):
        return
    complement = find_complement(items, cue.end, cue.frame)
    if complement is None or cue.end >= len(items):
        return
    adjoins = before.flags & (NOUN | NAME) and before.low not in noun_words("document")
    source = phrase_before(items, cue.group) if adjoins else None
    source = source or _main_subject(reader, cue.group) or subject_before(items, cue.group)
    if source is None:
        return
    content = [(complement.start, complement.end)]
    reader.add((cue.at, cue.end), source, content, rule=complement.frame, cue=cue)


def _read_leading_ing(reader: Reader, cue: Cue) -> None:
    """`Citing a lack of funds, the minister said …`."""
    items = reader.items
    complement = find_complement(items, cue.end, cue.frame)
    if complement is None:
        return
    for place in range(complement.start + 1, len(items) - 1):
        closing = items[place].flags & SPEECH and place + 1 < complement.end
        if items[place].text == "," or closing:
            begin = place + 1
            verb = next((i for i in range(begin, len(items)) if is_finite(items, i, len(items))), 0)
            source = subject_before(items, verb) if verb else None
            if source and source[0] == begin:
                end = place + 1 if closing else place
                content = [(complement.start, end)]
                reader.add((cue.at, cue.end), source, content, rule=complement.frame, cue=cue)
            return


def _read_passive(reader: Reader, cue: Cue) -> None:
    """`was criticised by X`; `it was announced by X that …`."""
    items = reader.items
    if cue.end >= len(items) or items[cue.end].low != "by":
        return
    close = phrase_after(items, cue.end + 1, appositive=True)
    if close == cue.end + 1:
        return
    source = (cue.end + 1, close)
    complement = find_complement(items, close, cue.frame)
    subject = subject_before(items, cue.group)
    if complement and complement.frame == "that":
        content = (complement.start, complement.end)
    elif subject and any(each.startswith("np") for each in cue.frame.complements):
        content = subject
    else:
        return
    reader.add((cue.at, cue.end), source, [content], rule="np", cue=cue)


def _noun_cue(items: Sequence[Item], cue: Cue) -> tuple[int, Range] | None:
    """`voiced concern that …`, `expressed the view that …`, `issued a statement: “…”`."""
    if cue.frame.lemma not in noun_words("verb"):
        return None
    for index in range(cue.end, min(len(items) - 1, cue.end + 6)):
        item = items[index]
        if item.flags & (QUOTE | MARK):
            return None
        if item.low in noun_words("noun"):
            behind = items[index + 1]
            if behind.low == "that":
                return index + 1, (index + 2, clause_end(items, index + 2))
            if behind.low in ("about", "over", "to", "at", "of", "for", "in"):
                return index + 1, (index + 1, clause_end(items, index + 1))
    return None


def content_span(finding: Finding) -> Span:
    """From the first to the last word of a content."""
    return Span(min(p.start for p in finding.pieces), max(p.end for p in finding.pieces))


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
