"""Reads the attributions of one line: each cue with its source and its content."""

from collections.abc import Sequence

from briefing.domain import Kind

from .beside import read_beside_speech, read_colon, read_phrase
from .clauses import skip_adjuncts
from .complements import Complement, find_complement
from .cues import Cue, find_cues, find_phrases
from .ends import clause_end
from .findings import Finding
from .fronts import after_cue, front, left_part, prefers_front, stands_alone, with_right
from .items import (
    AUXILIARY,
    BASE,
    COORDINATOR,
    DETERMINER,
    FINITE,
    MARK,
    NAME,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SUBORDINATOR,
    WH,
    Item,
)
from .lines import Line
from .nouns import noun_cue, read_origins
from .participles import read_ing, read_passive
from .phrases import phrase_after
from .reader import Range, Reader, has_cue, shared
from .relatives import is_relative, read_object_relative, read_relative
from .subjects import is_plural, subject_before
from .words import class_words

MAX_AS = 3  # `As X noted` and `But as X noted`, but not a later as


def read_line(line: Line) -> list[Finding]:
    """The attributions of a line, in the order of their cues."""
    reader = Reader(line)
    taken: set[int] = set()
    for start, end in find_phrases(line.items):
        taken.update(range(start, read_phrase(reader, start, end)))
    for cue in find_cues(line.items):
        if cue.at not in taken:
            _read_cue(reader, cue)
    read_origins(reader)
    read_colon(reader)
    read_beside_speech(reader)
    return [finding for _, _, finding in reader.found]


def _read_cue(reader: Reader, cue: Cue) -> None:
    items = reader.items
    if cue.negated and cue.frame.kind is Kind.STATEMENT and cue.frame.lemma != "deny":
        return
    if cue.modal and cue.frame.kind is Kind.STATEMENT and cue.tense == "base":
        return
    if cue.governed or (cue.frame.lemma in class_words("naming") and _names(reader.items, cue)):
        return
    if cue.passive:
        read_passive(reader, cue)
    elif cue.tense == "ing" and not cue.progressive:
        read_ing(reader, cue)
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
    if cue.tense == "base" and cue.group and is_relative(items, cue.group - 1):
        return not any(item.text[1:3] in ("a ", "an") for item in items if item.flags & QUOTE)
    subject = subject_before(items, cue.group)
    if subject and subject[0] and items[subject[0] - 1].flags & (RELATIVE | WH):
        return True
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
    if cue.group and is_relative(items, cue.group - 1):
        read_relative(reader, cue)
        return
    source = subject_before(items, cue.group)
    if cue.tense == "base" and cue.group == cue.at and not _goes_with_base(items, cue, source):
        return
    if cue.end < len(items) and items[cue.end].low == "by":
        return
    begin = source[0] if source else cue.group
    if source is None:
        inverted = _inverted(items, cue)
        if inverted:
            _read_inverted(reader, cue, inverted)
            return
        source = shared(reader, cue)
        if source is None:
            return
    elif (
        begin > 1
        and items[begin - 1].flags & RELATIVE
        and (
            items[begin - 1].low != "that"
            or (
                items[begin - 2].flags & (NOUN | BASE)
                and items[begin - 3].flags & DETERMINER
                and find_complement(items, cue.end, cue.frame) is None
            )
        )
    ):
        read_object_relative(reader, cue, source)
        return
    _read_ordered(reader, cue, source, begin)


def _goes_with_base(items: Sequence[Item], cue: Cue, source: Range | None) -> bool:
    """Whether a base form is a verb: `critics say`, but not `the call centers`.

    Behind a singular noun (`critics of the plan say`) only a sure complement tells a verb.
    """
    if not is_plural(items, source):
        return False
    before = items[cue.at - 1]
    if before.low.endswith("s") or not before.flags & (NOUN | BASE | PARTICIPLE):
        return True
    complement = find_complement(items, cue.end, cue.frame)
    return cue.frame.lemma == "say" or (
        complement is not None and complement.frame in ("that", "quote", "wh", "to")
    )


def _read_ordered(reader: Reader, cue: Cue, source: Range, begin: int) -> None:
    """Subject, then cue; the content behind, in front, or on both sides."""
    items = reader.items
    noun = noun_cue(items, cue)
    if noun:
        reader.add((cue.at, noun[0]), source, [noun[1]], rule="that", cue=cue)
        return
    complement = find_complement(items, cue.end, cue.frame)
    if "self" in cue.frame.complements:
        if complement:
            content = [source, (complement.start, complement.end)]
            reader.add((cue.at, cue.end), None, content, rule=complement.frame, cue=cue)
        return
    if items[source[0]].low in class_words("nobody") and cue.frame.kind is Kind.STATEMENT:
        return
    if _is_as_said(items, cue, begin):
        content = [(cue.end + 1, clause_end(items, cue.end + 1))]
        left = left_part(items, begin - 2) if begin >= MAX_AS else None
        content = [left, *content] if left else content
        reader.add((cue.at, cue.end), source, content, rule="fronted", cue=cue)
        return
    fronted = front(items, cue, begin)
    if fronted and has_cue(reader, fronted):
        fronted = None
    if fronted and (complement is None or prefers_front(items, fronted, complement)):
        close = after_cue(items, cue)
        content = with_right(items, fronted, close)
        if len(content) == 1 and not stands_alone(items, fronted):
            return
        reader.add((cue.at, cue.end), source, content, rule="fronted", cue=cue)
    elif complement:
        content = [(complement.start, _shorten(items, begin, complement))]
        reader.add((cue.at, cue.end), source, content, rule=complement.frame, cue=cue)


def _is_as_said(items: Sequence[Item], cue: Cue, begin: int) -> bool:
    """`As the paper noted, …`."""
    if not begin or items[begin - 1].low != "as" or cue.end + 1 >= len(items):
        return False
    apart = begin < MAX_AS or items[begin - 2].text == ","
    speaks = bool(cue.frame.complements & {"that", "quote"})
    return apart and speaks and items[cue.end].text == "," and not items[cue.end + 1].flags & QUOTE


def _shorten(items: Sequence[Item], begin: int, complement: Complement) -> int:
    """Where a content ends whose cue stands in a subordinate clause: at the comma behind it."""
    if (
        begin
        and items[begin - 1].flags & (SUBORDINATOR | RELATIVE | WH)
        and not (items[begin - 1].flags & (NAME | COORDINATOR))
    ):
        return min(complement.end, clause_end(items, complement.start, relative=True))
    return complement.end


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
    content = with_right(items, left, close)
    reader.add((cue.at, cue.end), source, content, rule="fronted", cue=cue)
