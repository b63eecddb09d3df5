"""What an article says about the bearer of a name, right before and behind the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.domain import Span
from briefing.speakers.clauses import (
    before_denial,
    describes,
    fact_end,
    has_position,
    object_end,
    past_brackets,
)
from briefing.speakers.lexicons import (
    is_body,
    is_position,
    word_list,
)
from briefing.speakers.names import Name, NameKind
from briefing.speakers.prefaces import agency_before, apposition_before, kind_before, spoken_for
from briefing.speakers.runs import LETTERS
from briefing.speakers.scene import Scene
from briefing.speakers.words import Word, is_function

OWN = frozenset({"his", "her", "their"})
OWNER = 8  # words that the name of a body may have before a title
TIES = frozenset({"of", "at", "from", "with"})
# A party and a seat as American papers print them: `R-Ky`, `D-Pine`, `R`.
PARTY = re.compile(r"^(?:[RDI]|Lab|Con|Ind)(?:-[A-Z][\w.]*)?$")


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
    agency = agency_before(scene, name)
    if agency is not None:
        yield Fact(FactKind.AGENCY, *agency)
    before = apposition_before(scene, name, source) or kind_before(scene, name)
    if before is not None:
        yield Fact(FactKind.BEFORE, *before)
    spoken = spoken_for(scene, name)
    if spoken is not None:
        yield Fact(FactKind.OF, *spoken)


def _owner_start(scene: Scene, first: int) -> int:
    """Where the owner of a title begins: `Ethiopia’s transport minister Ana Ruiz`."""
    words = scene.reading.words
    begin = first
    for _, name in scene.names_between(max(0, first - OWNER), first):
        if name.end == first and name.kind is NameKind.BODY:
            return name.start  # `Lowland Department of Justice information officer Ana Ruiz`
    if first > 1 and words[first - 1].text == "police" and words[first - 2].capital:
        begin = first - 2  # `Lowland police Det. Ruiz`
        begin = begin if words[begin].sentence == words[first].sentence else first
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
    """Party and seat, `of` phrases, then the copula or all appositions and relative clauses."""
    words = scene.reading.words
    at = past_brackets(words, name.end)
    while at < len(words) and words[at].text in LETTERS and at == name.end:
        yield Fact(FactKind.APPOSITIVE, at, at + 1)  # `Ana Ruiz MP`
        at += 1
    party = _party(words, name.end)
    if party is not None:
        yield party
        at = party.last if words[name.end].text == "," else at
    apart = _of_body(scene, at)
    if apart is not None:
        yield apart
        at = apart.last
    if at < len(words) and words[at].low in TIES and words[at - 1].text != ")":
        last = object_end(scene, at) if words[at].sentence == words[name.start].sentence else at
        if last > at + 1:
            yield Fact(FactKind.OF, at, last)
            at = last
            if _tells_body(words, at):
                return
    if at < len(words) and at == name.end and words[at].low in ("is", "was", "became"):
        yield from _copula(words, at)
        return
    yield from _appositions(scene, at, words[name.start].sentence)


def _of_body(scene: Scene, at: int) -> Fact | None:
    """Whose somebody is between commas: `Ana Ruiz, of the Weir Laboratory, said`."""
    words = scene.reading.words
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].low not in ("of", "at"):
        return None
    last = object_end(scene, at + 1)
    named = any(name.kind is NameKind.BODY for _, name in scene.names_between(at + 1, last))
    closed = last < len(words) and words[last].text in (",", ".")
    return Fact(FactKind.OF, at + 1, last) if named and closed else None


def _tells_body(words: tuple[Word, ...], at: int) -> bool:
    """Whether an apposition is about the body before it: `of the Weir Institute, a think tank`."""
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].low not in ("a", "an"):
        return False
    end = fact_end(words, at + 1)
    stop = next((n for n in range(at + 2, end) if words[n].low in TIES | {"in", "that"}), end)
    return is_body(words[stop - 1].low) and not is_position(words[stop - 1].low)


def _party(words: tuple[Word, ...], at: int) -> Fact | None:
    """The party and seat behind a name: `(R-Ky.)`, `, D-Lake`."""
    if at + 1 >= len(words) or words[at].text not in ",(" or not PARTY.match(words[at + 1].text):
        return None
    stop = at + 2
    while stop < len(words) and words[stop].capital and words[stop].start < words[stop - 1].end + 3:
        stop += 1
    return Fact(FactKind.PARTY, at + 1, stop)


def _copula(words: tuple[Word, ...], at: int) -> Iterator[Fact]:
    """What a name is said to be: `is a fisherman`."""
    end = fact_end(words, at + 1)
    if end > at + 2 and words[at + 1].low in ("a", "an", "the") and has_position(words, at, end):
        yield Fact(FactKind.COPULA, at, end)


def _appositions(scene: Scene, at: int, sentence: int) -> Iterator[Fact]:
    """The appositions and relative clauses that follow each other from a word on."""
    words = scene.reading.words
    while at < len(words) and words[at].sentence == sentence:
        begin = at + 1 if words[at].text in (",", "–", "—", "-", "--") else at
        if begin >= len(words) or words[begin].sentence != sentence:
            return
        if words[begin].text.isdigit():
            at = begin + 1
            continue
        whole = fact_end(words, begin)
        end = before_denial(words, begin, whole)
        scene.told.update(range(end, whole))
        if end == begin < whole:
            if any(name.end == whole for _, name in scene.names_between(begin, whole)):
                return  # what follows is about the one who is no relation
            at = whole
            continue
        relative = words[begin].low in ("who", "whose", "which")
        named = any(
            other.first == begin and not _modifies(scene, other, end)
            for _, other in scene.names_between(begin, begin + 8)
        )
        if not relative and (begin == at or named or not describes(words, begin)):
            return
        if end <= begin:
            return
        yield Fact(FactKind.RELATIVE if relative else FactKind.APPOSITIVE, begin, end)
        if end < whole:
            return
        at = end


def _modifies(scene: Scene, name: Name, end: int) -> bool:
    """Whether a name opens an apposition about another one: `, Chilean trade minister,`."""
    if name.kind is NameKind.PERSON or name.end >= end:
        return False
    word = scene.reading.words[name.end]
    if word.capital or not word.text[0].isalpha() or is_function(word):
        return False
    others = (other.kind for _, other in scene.names_between(name.end, end))
    return NameKind.PERSON not in others
