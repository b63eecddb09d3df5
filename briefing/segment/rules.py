"""Decides which places of a text end a sentence: rules on top of Punkt.

The rules stand in `RULES`, tried in order; the first that has an opinion decides, and Punkt
decides where none has.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from briefing.lexicon import table, words
from briefing.segment.candidates import MARKS, Candidate
from briefing.segment.punkt import PLAIN_MARKS, load_punkt

MINUTES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow january february"
    " march april may june july august september october november december eastern central"
    " mountain pacific local universal edt est et cdt cst ct mdt mst pdt pst pt gmt utc bst cet"
    " cest jst kst ist msk jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu"
    " thurs fri sat sun".split()
)
# A name with a small particle, or a brand: it begins a sentence although it looks lower case.
SMALL_NAME = re.compile(
    r"(?:al|el|ul|as|ash|bin|ibn|van|von|de|di|da|du|del|della|der|den|ter|le|la)[- ]"
    r"(?:(?:der|den|la|las|los) )?[A-Z]|[a-z]{1,2}[A-Z]|d[’'][A-Z]"
)
LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)?")
INITIAL = re.compile(r"[^\W\d_](?:[-.][^\W\d_])*")  # J  J.K  J.-P
# What a single capital letter numbers: Plan B, Hepatitis C, Exhibit A.
NUMBERED = frozenset(
    "plan vitamin hepatitis type group section grade class schedule appendix exhibit zone unit"
    " phase part option category level team pool terminal building gate hall platform annex model"
    " series point article war round tier form line division company block wing influenza".split()
)
NAME_BEFORE = re.compile(r"(?P<name>[^\W\d_][\w’'-]*\.?)[ \u00a0]$")
NAME = r"[A-Z][\w’'-]*\.?"
TAG = re.compile(
    rf"(?:(?:He|She|They|I|We|{NAME}(?:,? (?:{NAME}|of|the|de|van|von|bin|al|el|for|and))*)"
    rf"(?:, [^.,?!“”\"]{{1,80}},)?) (?:also |then |later |once |even |has |had )?"
    r"(?P<verb>[a-z]+)\b(?P<tail>[^.?!]{0,120})"
)
# What may follow the verb of a tag; `He said nothing` or `He said that ...` is no tag.
TAIL = re.compile(
    r"[ \u00a0]?$|[,;:—–-]| (?:on|in|at|during|after|before|when|while|as|with|to|of|by|from|last"
    r"|this|later|earlier|yesterday|via|aloud|angrily|back|again|and|repeatedly|rhetorically"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|a |the |his |her |their |me|us"
    r"|him|them|reporters|journalists|lawmakers|[A-Z])"
)


class Place(NamedTuple):
    """A candidate with what the rules look at around it."""

    text: str
    start: int  # where the sentence that may end here begins
    candidate: Candidate
    in_brackets: bool  # inside brackets that were opened within the sentence
    in_quotation: bool  # a quotation closes here

    @property
    def lower(self) -> str:
        """The word before the stop as the tables spell it."""
        return self.candidate.word.translate(PLAIN_MARKS).lower()


Rule = Callable[[Place], bool | None]


def keep_brackets_whole(place: Place) -> bool | None:
    """`(He left. She stayed.)` within a sentence belongs to it."""
    return False if place.in_brackets else None


def read_small_letter(place: Place) -> bool | None:
    """A small letter goes on with the sentence: `“Why?” she asked`, but not `al-Masri`."""
    candidate = place.candidate
    if not candidate.after[:1].islower():
        return None
    if candidate.closers.strip(")]}") or place.in_quotation:
        return False
    at = candidate.next + len(candidate.openers)
    if SMALL_NAME.match(place.text, at):
        return None
    return None if any(mark in MARKS for mark in candidate.openers) else False


def skip_dash(place: Place) -> bool | None:
    """`PORTSMOUTH, N.H. — He` and `ready? — and` go on."""
    at = place.candidate.next
    return False if place.text[at] in "—–-/&+=,;:)" else None


def skip_list_number(place: Place) -> bool | None:
    """`1. First` begins with its number."""
    candidate = place.candidate
    head = place.text[place.start : candidate.at]
    return False if candidate.stop == "." and LIST_NUMBER.fullmatch(head) else None


def join_tag(place: Place) -> bool | None:
    """`“Is it safe?” Tanaka asked.` is one sentence; with a full stop inside the marks, only
    where nothing but the tag follows."""
    candidate = place.candidate
    if not candidate.closers.strip(")]}") or candidate.openers:
        return None
    found = TAG.match(place.text, candidate.next, candidate.next + 260)
    if not found or found["verb"] not in words("segment/tags.txt"):
        return None
    tail = found["tail"]
    if not TAIL.match(tail) and tail:
        return None
    return False if candidate.stop[-1] in "?!…" or len(tail) < 40 else None


def read_ellipsis(place: Place) -> bool | None:
    """`Well … I think` goes on; `it was … The` ends where the next word often begins one."""
    stop = place.candidate.stop.replace(" ", "")
    if set(stop) - {".", "…"} or len(stop) != 3 and stop != "…":
        return None
    if place.candidate.closers or place.candidate.openers:
        return True
    return load_punkt()(f"etc. {place.candidate.after}")


def read_exclamation(place: Place) -> bool | None:
    """`?` and `!` end a sentence, but in names such as `Yahoo! Japan`."""
    stop = place.candidate.stop
    if set(stop) <= {"."}:
        return None
    if _classes().get(place.lower + stop) == "name" and not place.candidate.closers:
        return load_punkt()(f"inc. {place.candidate.after}")
    return True


def read_initials(place: Place) -> bool | None:
    """`George W. Bush`, `J. K. Rowling`; but `Plan B. Then` ends."""
    candidate = place.candidate
    word = candidate.word
    if candidate.closers or not INITIAL.fullmatch(word) or not word[0].isupper():
        return None
    if place.lower in _classes() or not candidate.after[:1].isupper():
        return None
    head = candidate.at - len(word)
    before = NAME_BEFORE.search(place.text[max(place.start, head - 30) : head])
    if before and before["name"].lower() in NUMBERED:
        return True
    if word == "I" and before and before["name"][0].islower():
        return True
    return load_punkt()(f"inc. {candidate.after}")


def read_abbreviation(place: Place) -> bool | None:
    """What the class of a listed abbreviation says."""
    candidate = place.candidate
    kind = _class_of(place)
    after = candidate.after
    if candidate.closers.strip(MARKS) or kind is None:
        return None
    if kind == "never" or kind == "title":
        return _ends_street(place) if kind == "title" else False
    if kind == "number":
        return not (after[:1].isdigit() or bool(re.fullmatch(r"[IVXLC]+|[A-Z]", after)))
    if kind == "time":
        if not after[:1].isupper():
            return None
        following = place.text[candidate.next : candidate.next + REACH_TIME].lower()
        return not (after.lower() in MINUTES or " time" in following)
    if kind == "final":
        return after[:1].isupper() or bool(candidate.openers)
    return None


REACH_TIME = 25  # characters in which `Tokyo time` may follow `3 p.m.`


def _ends_street(place: Place) -> bool:
    """Whether St. or Ft. ends the sentence: `on Main St. The mayor`."""
    if place.lower not in {"st", "mt", "ft", "pt"}:
        return False
    return load_punkt()(f"inc. {place.candidate.after}") and place.candidate.after[:1].isupper()


def _class_of(place: Place) -> str | None:
    word = place.lower
    kind = _classes().get(word)
    if kind is None and "-" in word:
        kind = _classes().get(word.rpartition("-")[2])
        word = word.rpartition("-")[2]
    if kind is None:
        return None
    bare = place.candidate.word.rpartition("-")[2] if kind else ""
    if kind == "unit":
        at = place.candidate.at - len(place.candidate.word)
        return kind if place.text[max(0, at - 2) : at].strip().isdigit() else None
    if kind in {"title", "common"} and "." not in word and not bare[:1].isupper():
        return None
    return kind


def ask_punkt(place: Place) -> bool:
    """What Punkt says, a common word that is spelt like an abbreviation taken as a word."""
    candidate = place.candidate
    listed = _classes().get(place.lower)
    if listed and _class_of(place) is None:
        return True
    if "".join(candidate.closers).strip(MARKS):
        return True
    word = candidate.word.translate(PLAIN_MARKS).lstrip("'")
    return load_punkt()(f"{word}. {candidate.after}")


RULES: tuple[Rule, ...] = (
    keep_brackets_whole,
    skip_dash,
    skip_list_number,
    read_small_letter,
    join_tag,
    read_ellipsis,
    read_exclamation,
    read_initials,
    read_abbreviation,
)


def ends_sentence(place: Place) -> bool:
    """Whether a sentence ends at the place."""
    if place.candidate.wide:
        return True
    for rule in RULES:
        opinion = rule(place)
        if opinion is not None:
            return opinion
    return ask_punkt(place)


@cache
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in table("segment/abbreviations.tsv")}
