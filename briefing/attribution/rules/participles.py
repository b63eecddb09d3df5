"""Reads cues in the -ing form and in the passive."""

from collections.abc import Sequence

from .complements import find_complement
from .cues import Cue
from .ends import clause_end
from .items import ADVERB, AUXILIARY, DETERMINER, NAME, NOUN, QUOTE, SPEECH, Item
from .phrases import phrase_after, phrase_before
from .reader import Reader, main_subject
from .subjects import subject_before
from .verbs import is_finite
from .words import class_words, forms, noun_words

MAX_MODIFIERS = 3
MAX_QUOTED = 14


def read_ing(reader: Reader, cue: Cue) -> None:
    """`…, saying that …`; `a statement calling it …`."""
    items = reader.items
    if cue.frame.lemma in ("read", "run", "begin", "see", "hold", "show"):
        return
    if not cue.group:
        _read_leading_ing(reader, cue)
        return
    before = items[cue.group - 1]
    if (
        before.text != ","
        and before.low not in class_words("before-ing")
        and not before.flags & (NOUN | QUOTE | NAME)
    ):
        return
    if items[cue.at].low in class_words("ing-noun") and _has_determiner(items, cue.at):
        return
    complement = find_complement(items, cue.end, cue.frame)
    if complement is None or cue.end >= len(items):
        return
    adjoins = before.flags & (NOUN | NAME) and before.low not in noun_words("document")
    source = phrase_before(items, cue.group) if adjoins else None
    if before.low == "as":
        source = _quoted(items, cue.group - 1)
    source = source or main_subject(reader, cue.group) or subject_before(items, cue.group)
    end = complement.end
    if source is None and before.text == ",":
        source = phrase_before(items, cue.group - 1)
        end = min(end, clause_end(items, complement.start, relative=True))
    if source is None:
        return
    content = [(complement.start, end)]
    reader.add((cue.at, cue.end), source, content, rule=complement.frame, cue=cue)


def _quoted(items: Sequence[Item], place: int) -> tuple[int, int] | None:
    """Who is quoted: `the agency quoted X as saying`, `X was quoted as saying`."""
    for index in range(place - 1, max(-1, place - MAX_QUOTED), -1):
        if any(reading.lemma in ("quote", "cite") for reading in forms().get(items[index].low, ())):
            if index + 1 < place and items[index + 1].low != "by":
                return index + 1, place
            while index and items[index - 1].flags & (AUXILIARY | ADVERB):
                index -= 1
            return subject_before(items, index)
    return None


def _has_determiner(items: Sequence[Item], at: int) -> bool:
    """Whether a word is the noun of `a new warning`."""
    start = at
    while start and items[start - 1].flags & (NOUN | NAME) and at - start < MAX_MODIFIERS:
        start -= 1
    return start > 0 and bool(items[start - 1].flags & DETERMINER)


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


def read_passive(reader: Reader, cue: Cue) -> None:
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
    pieces = [content]
    if content == subject and close < len(items) and items[close].low == "as":
        pieces.append((close, clause_end(items, close)))
    reader.add((cue.at, cue.end), source, pieces, rule="np", cue=cue)
