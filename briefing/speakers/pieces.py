"""Which words are a source: its pieces, without what leads up to it and what breaks off."""

from collections.abc import Sequence

from briefing.domain import Attribution, Span
from briefing.speakers.givers import WORDS_OF
from briefing.speakers.lexicons import mapping, word_set
from briefing.speakers.scene import Scene
from briefing.speakers.sources import DETERMINERS, PREPOSITIONS, is_wordy, noun_class
from briefing.speakers.words import Word, is_function

LEADING = word_set("sources leading")
RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})
OBJECTS = frozenset({"him", "me", "them", "us"})  # what no verb follows
BROKEN = frozenset({"a", "an", "the"})
JOINED = frozenset({"and", "or", "nor", "&", "of", ",", *RELATIVES})
SUBORDINATING = frozenset({"as", "because", "since", "so", "that", "though", "when", "while"})
FINITE = word_set("soundness finite") - {"says", "said"}
REST = 4  # words within which the noun of an article stands


def source_spans(scene: Scene, attribution: Attribution) -> tuple[Span, ...]:
    """The pieces of a source that are one phrase, where words of another clause part them.

    `Ruiz met [riders] said …`: the piece beside the cue; else the first one.
    """
    spans, text = attribution.source, scene.reading.text
    whom = next((n for n, span in enumerate(spans[:-1], 1) if span.of(text).lower() == "whom"), 0)
    spans = spans[whom:]  # `the clerk, [whom] [the Weir Board] says it had watched`
    parts: list[list[Span]] = []
    for span in spans:
        if parts and _is_joined(scene, parts[-1][-1], span, alone=len(spans) == 2):
            parts[-1].append(span)
        else:
            parts.append([span])
    if len(parts) < 2:
        return spans
    for part in reversed(parts[1:]):
        beside = any(_stands_beside(text, part, cue) for cue in attribution.cue)
        told = part[-1].of(text).lower() in OBJECTS or _is_clause(scene, part)
        if beside and not told:
            return tuple(part)
    return tuple(parts[0])


def _is_clause(scene: Scene, part: Sequence[Span]) -> bool:
    """Whether a piece is a clause that tells why or when: `because [an audit is under way]`."""
    words = scene.reading.words
    first, last = scene.reading.at(part[0].start), scene.reading.before(part[-1].end)
    before = words[first - 1] if first else words[first]
    if before.low not in SUBORDINATING and words[first].low not in SUBORDINATING:
        return False
    return any(word.low in FINITE for word in words[first + 1 : last])


def _stands_beside(text: str, part: Sequence[Span], cue: Span) -> bool:
    """Whether nothing stands between a part of a source and a cue."""
    first, last = part[0].start, part[-1].end
    between = text[last : cue.start] if last <= cue.start else text[cue.end : first]
    return not between.strip() and (last <= cue.start or cue.end <= first)


def _is_joined(scene: Scene, one: Span, other: Span, *, alone: bool) -> bool:
    """Whether no clause parts two pieces; nor a comma two names that stand `alone`."""
    if alone and _are_names(scene, one, other):
        return False
    first, last = scene.reading.before(one.end), scene.reading.at(other.start)
    between = scene.reading.words[first:last]
    if between and between[-1].low in PREPOSITIONS - {"as"}:
        return True  # `Ruiz, no relation to the mayor`
    return all(word.low in JOINED or not is_wordy(word) for word in between)


def _are_names(scene: Scene, one: Span, other: Span) -> bool:
    """Whether two pieces are names with a comma between: `Ruiz, Lind wrote, is late`."""
    reading = scene.reading
    bounds = [(reading.at(span.start), reading.before(span.end)) for span in (one, other)]
    names = {(name.first, name.end) for _, name in scene.names_between(bounds[0][0], bounds[1][1])}
    comma = reading.words[bounds[0][1] : bounds[1][0]]
    return set(bounds) <= names and [word.text for word in comma] == [","]


def word_range(scene: Scene, spans: Sequence[Span]) -> tuple[int, int]:
    """The words that spans cover, without outer marks and leading conjunctions."""
    words = scene.reading.words
    first, last = scene.reading.at(spans[0].start), scene.reading.before(spans[-1].end)
    while first < last and (
        not is_wordy(words[first]) or (words[first].low in LEADING and last - first > 1)
    ):
        first += 1
    first = _past_time(words, first, last) if first < last else first
    while last > first and not is_wordy(words[last - 1]):
        last -= 1
    if first and last - first > 2 and words[first].low in ("that", "which"):
        first -= words[first - 1].low in WORDS_OF  # `the statement [that the mayor sent out]`
    if last - first > 4 and words[last - 1].low == "part" and words[last - 3].low == "for":
        last -= 4 if words[last - 4].text == "," else 3  # `the minister, for his part`
    if first < last and words[last - 1].low in BROKEN:
        last = _past_noun(words, last)
    return first, _past_address(scene, first, last)


def _past_noun(words: Sequence[Word], last: int) -> int:
    """Past the noun where a source breaks off behind its article: `the` of `the commission`."""
    end, noun = last, False
    while end < min(last + REST, len(words)) and words[end].sentence == words[last - 1].sentence:
        word = words[end]
        if is_function(word) or not is_wordy(word) or (noun and not noun_class(word.low)):
            break
        noun = noun or bool(noun_class(word.low))
        end += 1
    return end if noun else min(end, last + 1)


def _past_address(scene: Scene, first: int, last: int) -> int:
    """Past the name where a source breaks off behind a form of address: `Mr.` of `Mr. Ruiz`."""
    words = scene.reading.words
    if first == last or words[last - 1].low not in mapping("honorifics"):
        return last
    behind = (name.end for _, name in scene.names_between(last, last + 4) if name.start == last)
    return next(behind, last)


def _past_time(words: Sequence[Word], first: int, last: int) -> int:
    """Past a time in front of a source: `two years ago a paper`, `last week the board`."""
    ago = next((n for n in range(first + 1, min(first + 5, last)) if words[n].low == "ago"), None)
    if ago is None and words[first].low in ("last", "this") and last - first > 3:
        ago = first + 1
    after = last if ago is None else ago + 1 + (ago + 1 < last and words[ago + 1].text == ",")
    return after if after < last and words[after].low in DETERMINERS else first
