"""What an article says about the bearer of a name, right before and behind the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.domain import Span
from briefing.speakers.lexicons import (
    is_body,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.names import Name, NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.words import Word

OPENERS = word_set("facts openers")
# A party and a seat as American papers print them: `R-Ky`, `D-Pine`, `R`.
PARTY = re.compile(r"^(?:[RDI]|Lab|Con|Ind)(?:-[A-Z][\w.]*)?$")
STOPS = frozenset(',;:–—()"“”«»!?.')
SHORT = 14  # words that a description may have at most


class FactKind(StrEnum):
    """Where a fact stands."""

    TITLE = "title"
    APPOSITIVE = "appositive"
    BEFORE = "apposition before the name"
    RELATIVE = "relative clause"
    OF = "of, at, for"
    COPULA = "is, was"
    AGENCY = "agency style"
    PARTY = "party and seat"


@dataclass(frozen=True, slots=True)
class Fact:
    """What words `[first, last)` say about a name."""

    kind: FactKind
    first: int
    last: int

    def span(self, scene: Scene) -> Span:
        """Where the words stand."""
        words = scene.reading.words
        return Span(words[self.first].start, words[self.last - 1].end)


def find_facts(scene: Scene, name: Name, *, source: int = -1) -> Iterator[Fact]:
    """All facts around one mention; `source` is the first word of the source it stands in."""
    if name.title[1]:
        yield Fact(FactKind.TITLE, _owner_start(scene, name.title[0]), name.title[1])
    yield from _behind(scene, name)
    before = _before(scene, name, source)
    if before is not None:
        yield before


def _owner_start(scene: Scene, first: int) -> int:
    """Where the owner of a title begins: `Ethiopia’s transport minister Ana Ruiz`."""
    words = scene.reading.words
    begin = first
    while (
        begin > 0
        and words[begin - 1].sentence == words[first].sentence
        and (
            words[begin - 1].possessive
            or (
                begin < first
                and words[begin - 1].capital
                and not words[begin - 1].possessive
                and words[begin].capital
                and words[begin - 1].low not in word_list("function_words")
            )
        )
    ):
        begin -= 1
    return begin


def _behind(scene: Scene, name: Name) -> Iterator[Fact]:
    words = scene.reading.words
    at = _past_brackets(words, name.end)
    if (
        name.end + 1 < len(words)
        and words[name.end].text in ",("
        and (PARTY.match(words[name.end + 1].text))
    ):
        stop = name.end + 2
        while (
            stop < len(words)
            and words[stop].capital
            and words[stop].start < words[stop - 1].end + 3
        ):
            stop += 1
        yield Fact(FactKind.PARTY, name.end + 1, stop)
        at = stop if words[name.end].text == "," else at
    sentence = words[name.start].sentence
    if (
        at < len(words)
        and words[at].sentence == sentence
        and (words[at].low in ("of", "at", "from", "with") and words[at - 1].text != ")")
    ):
        last = _object_end(scene, at)
        if last > at + 1:
            yield Fact(FactKind.OF, at, last)
            at = last
    while at < len(words) and words[at].sentence == sentence:
        begin = at + 1 if words[at].text in (",", "–", "—", "-", "--") else at
        if begin < len(words) and words[begin].text.isdigit():
            at = begin + 1
            continue
        if begin >= len(words) or words[begin].sentence != sentence:
            return
        if words[begin].low in ("is", "was", "became") and begin == at == name.end:
            end = _fact_end(words, begin + 1)
            if (
                end > begin + 2
                and words[begin + 1].low in ("a", "an", "the")
                and (_has_position(words, begin, end))
            ):
                yield Fact(FactKind.COPULA, begin, end)
            return
        relative = words[begin].low in ("who", "whose", "which")
        if begin == at and not relative:
            return
        named = any(other.first == begin for _, other in scene.names_between(begin, begin + 8))
        if not relative and (named or not _describes(words, begin)):
            return
        end = _fact_end(words, begin)
        if end <= begin:
            return
        yield Fact(FactKind.RELATIVE if relative else FactKind.APPOSITIVE, begin, end)
        at = end


def _past_brackets(words: tuple[Word, ...], at: int) -> int:
    """Past a bracket such as `(R-Va.)` or an academic degree."""
    if at < len(words) and words[at].text == "(":
        close = next((n for n in range(at, min(at + 6, len(words))) if words[n].text == ")"), at)
        return close + 1 if close > at else at
    if (
        at + 1 < len(words)
        and words[at].text == ","
        and words[at + 1].text in ("Ph.D", "M.D", "M.D.", "Ed.D", "Jr", "Sr", "MD", "PhD", "Esq")
    ):
        return at + 2
    return at


def _describes(words: tuple[Word, ...], begin: int) -> bool:
    """Whether an apposition begins at a word: a noun of standing before any other break."""
    end = _fact_end(words, begin)
    near = words[begin : min(end, begin + 8)]
    if words[begin].low in ("formerly", "until", "also", "now"):
        return True
    if words[begin].low in ("and", "but", "said", "says", "told"):
        return False
    for number, word in enumerate(near):
        if is_position(word.low) or word.low in mapping("titles") or is_plural_position(word.low):
            return True
        if words[begin].low in ("a", "an", "the", "its", "one") and is_body(word.low):
            return True
        if number and word.low in ("said", "says", "told", "was", "is", "were", "had", "has"):
            return False
    return False


def _has_position(words: tuple[Word, ...], begin: int, end: int) -> bool:
    return any(is_position(word.low) for word in words[begin : min(end, begin + 8)])


def _fact_end(words: tuple[Word, ...], begin: int) -> int:
    """The end of an apposition or clause: the next comma, dash, bracket, quotation mark or end."""
    end = begin
    while end < len(words) and words[end].sentence == words[begin].sentence:
        if words[end].text in STOPS:
            break
        if end > begin + 40:
            break
        end += 1
    return end


def _object_end(scene: Scene, at: int) -> int:
    """The end of the name behind `of`, `at`, `for`, with what names its owner or place."""
    words = scene.reading.words
    end = at + 1
    while end < len(words) and words[end].low in ("the", "a", "an") and end < at + 2:
        end += 1
    begin = end
    inside = list(scene.names_between(begin, min(begin + SHORT, len(words))))
    last = at
    for _, name in inside:
        if words[name.start].sentence != words[at].sentence:
            break
        gap = words[end : name.first]
        if any(w.text in STOPS or w.low in ("who", "said", "and", "says") for w in gap):
            break
        if len(gap) > 3:
            break
        end = last = name.end
        if end < len(words) and words[end].low not in ("in", "at", "of"):
            break
    if last == at:
        last = begin
        while (
            last < len(words)
            and last < begin + 4
            and words[last].text[0].isalpha()
            and (words[last].low not in word_list("function_words"))
        ):
            last += 1
            if is_body(words[last - 1].low) and words[at].low == "of":
                noun = (
                    last < len(words)
                    and words[last].text[0].isalpha()
                    and (words[last].low not in word_list("function_words"))
                )
                return at if noun and not _verb_like(words[last]) else last
        return at
    return last


def _verb_like(word: Word) -> bool:
    return word.low.endswith(("ed", "s")) or word.low in ("said", "told", "wrote")


def _before(scene: Scene, name: Name, source: int) -> Fact | None:
    """The apposition before a name: `the tuner, Ana Ruiz`, `its leader, Bo Lind`."""
    words = scene.reading.words
    comma = name.first - 1
    if comma < 1:
        return None
    if words[comma].text == "=":
        begin = comma
        while (
            begin > 0 and words[begin - 1].sentence == words[comma].sentence and begin > comma - 12
        ):
            begin -= 1
        return Fact(FactKind.AGENCY, begin, comma) if begin < comma else None
    if words[comma].text != "," or words[comma].sentence != words[name.start].sentence:
        return None
    begin = comma
    while (
        begin > 0
        and words[begin - 1].sentence == words[comma].sentence
        and (words[begin - 1].text not in STOPS)
    ):
        begin -= 1
    opened = max(begin, source)
    while opened < comma and not (words[opened].low in OPENERS or words[opened].possessive):
        opened += 1
    if opened == comma or comma - opened > SHORT:
        return None
    if opened > begin and not -1 < source <= opened:
        return None
    head = _first_noun(words, opened, comma)
    return (
        Fact(FactKind.BEFORE, opened, comma) if head and name.kind is not NameKind.PLACE else None
    )


def _first_noun(words: tuple[Word, ...], begin: int, end: int) -> bool:
    for word in words[begin:end]:
        if word.low in ("of", "for", "at", "in", "to", "with", "from", "by", "on"):
            return False
        if is_position(word.low) or (is_body(word.low) and not word.possessive):
            return True
    return False
