"""Reads content without a listed verb: cue phrases, colons, other verbs beside speech."""

from .clauses import line_end, quote_run
from .findings import item_span
from .fronts import around
from .items import (
    ADVERB,
    AUXILIARY,
    BE,
    FINITE,
    ING,
    NAME,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SPEECH,
    TIME,
)
from .phrases import phrase_after
from .reader import Reader, main_subject
from .subjects import subject_before, trim_source
from .words import noun_words

MAX_BESIDE = 16


def read_phrase(reader: Reader, start: int, end: int) -> int:
    """`according to X, …`; `…, in the view of X, …`; where the source ends."""
    items = reader.items
    inner = start > 1 or bool(items[0].flags & QUOTE)
    stop = phrase_after(items, end, appositive=inner)
    if stop == end:
        return end
    close = stop
    if close < len(items) and (
        items[close].flags & (ADVERB | RELATIVE | TIME | PREPOSITION | FINITE | ING) or not inner
    ):
        while close < len(items) and items[close].text not in (",", ";", "."):
            close += 1
    content = around(items, start, close)
    if content:
        source = (end, trim_source(items, end, stop))
        reader.add((start, end), source, content, rule="phrase")
    return stop


def read_colon(reader: Reader) -> None:
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
    source = main_subject(reader, place)
    if source and source[1] < place:
        words = None if items[source[1]].flags & BE else (source[1], source[1] + 1)
        reader.add(words, source, [content], rule="colon")


def read_beside_speech(reader: Reader) -> None:
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
