"""Decides which places of a text end a sentence: rules on top of Punkt.

The rules stand in `RULES`, tried in order; the first that has an opinion decides, and Punkt
decides where none has.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.domain import Span
from briefing.lexicon import words
from briefing.segment.abbreviations import find_class, is_plain_word, load_classes, spell
from briefing.segment.candidates import MARKS, Candidate
from briefing.segment.punkt import PLAIN_MARKS, always_ends, load_punkt
from briefing.segment.tags import is_tag

# A name with a small particle, or a brand: it begins a sentence although it looks lower case.
SMALL_NAME = re.compile(
    r"(?:al|el|ul|as|ash|bin|ibn|van|von|de|di|da|du|del|della|der|den|ter|le|la)[- ]"
    r"(?:(?:der|den|la|las|los) )?[A-Z]|[a-z]{1,2}[A-Z]|d[’'][A-Z]"
)
LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)?")  # 1  (a)  iv
INITIAL = re.compile(r"[^\W\d_](?:[-.][^\W\d_])*")  # J  J.K  J.-P
NAME_BEFORE = re.compile(r"(?P<name>[^\W\d_][\w’'-]*\.?)[ \u00a0]$")
ROMAN = re.compile(r"[IVXLC]+|[A-Z]")
COMPASS = frozenset("NESW")
STREET_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)")
PLACES = frozenset({"st", "mt", "ft", "pt"})
REACH_TIME = 25  # characters in which `Tokyo time` may follow `3 p.m.`
REACH_NAME = 30  # characters in which the name before an initial is looked for
MAX_TITLE = 90  # characters of a title in quotation marks
LONG_WORD = 4  # letters of a word that titles capitalise
LONG_ASIDE = 40  # characters of a bracket that is a sentence of its own behind another


class Place(NamedTuple):
    """A candidate with what the rules look at around it."""

    text: str
    start: int  # where the sentence that may end here begins
    candidate: Candidate
    bracket: int  # characters since the bracket around it was opened within the sentence, or 0
    quoted: Span | None  # what the innermost quotation around the stop holds
    in_quotation: bool  # a quotation closes here

    @property
    def closes_quotation(self) -> bool:
        """Whether a quotation mark stands right behind the stop."""
        return self.in_quotation or any(mark in MARKS for mark in self.candidate.closers)

    @property
    def opens_quotation(self) -> bool:
        """Whether a quotation mark stands before the next word."""
        return any(mark in MARKS for mark in self.candidate.openers)


Rule = Callable[[Place], bool | None]


def keep_brackets_whole(place: Place) -> bool | None:
    """`(He left. She stayed.)` within a sentence belongs to it; a long bracket that ends in a
    full stop ends the sentence with it."""
    if not place.bracket:
        return None
    candidate = place.candidate
    ends = candidate.stop == "." and ")" in candidate.closers and place.bracket > LONG_ASIDE
    return None if ends and find_class(place.text, candidate) is None else False


def keep_titles_whole(place: Place) -> bool | None:
    """`her book “What Now? Notes From a Flood,”` holds a title, not two sentences."""
    if place.in_quotation or place.quoted is None or place.candidate.stop not in {"?", "!"}:
        return None
    if place.quoted.end - place.quoted.start > MAX_TITLE:
        return None
    title = place.quoted.of(place.text)
    long = [word for word in title.split() if len(word) >= LONG_WORD and word[0].isalpha()]
    return False if len(long) >= 3 and all(word[0].isupper() for word in long) else None


def skip_dash(place: Place) -> bool | None:
    """`PORTSMOUTH, N.H. — He` and `ready? — and` go on."""
    return False if place.text[place.candidate.next] in "—–―-/&+=,;:)" else None


def skip_list_number(place: Place) -> bool | None:
    """`1. First` begins with its number."""
    candidate = place.candidate
    head = place.text[place.start : candidate.at]
    return False if candidate.stop == "." and LIST_NUMBER.fullmatch(head) else None


def read_small_letter(place: Place) -> bool | None:
    """A small letter goes on with the sentence: `“Why?” she asked`, but not `al-Masri`."""
    candidate = place.candidate
    if not candidate.after[:1].islower():
        return None
    if place.closes_quotation:
        return False
    if SMALL_NAME.match(place.text, candidate.next + len(candidate.openers)):
        return None
    return None if place.opens_quotation else False


def join_tag(place: Place) -> bool | None:
    """`“Is it safe?” Tanaka asked.` is one sentence."""
    candidate = place.candidate
    if not place.closes_quotation or candidate.openers:
        return None
    return False if is_tag(place.text, candidate.next, stop=candidate.stop) else None


def read_ellipsis(place: Place) -> bool | None:
    """`He came... Then` ends; set off by spaces, `well … I think` goes on unless the next word
    often begins a sentence."""
    stop = place.candidate.stop.replace(" ", "")
    if stop not in {"...", "…", ".."}:
        return None
    if place.closes_quotation or place.opens_quotation or place.candidate.word:
        return True
    return load_punkt()(f"inc. {place.candidate.after}")


def read_exclamation(place: Place) -> bool | None:
    """`?` and `!` end a sentence, but in names such as `Yahoo! Japan`."""
    candidate = place.candidate
    if set(candidate.stop) <= set(". …"):
        return None
    if load_classes().get(spell(candidate.word) + candidate.stop) == "name":
        return place.closes_quotation or load_punkt()(f"inc. {candidate.after}")
    return True


def end_quotation(place: Place) -> bool | None:
    """`… at “Acme Inc.” The` and `“Why.” “Because.”` end; `“St.” Mary` does not."""
    if not place.closes_quotation:
        return None
    return find_class(place.text, place.candidate) not in {"title", "never"}


def read_initials(place: Place) -> bool | None:
    """`George W. Bush`, `J. K. Rowling`, `E. 52nd St.` go on; `Plan B. Mori` ends."""
    candidate = place.candidate
    word = candidate.word
    if not INITIAL.fullmatch(word) or not word[0].isupper():
        return None
    if word in COMPASS and STREET_NUMBER.fullmatch(candidate.after):
        return False
    if not candidate.after[:1].isupper():
        return None
    if len(word) > 1 and spell(word) in load_classes():  # U.S., D.C.
        return None
    head = candidate.at - len(word)
    before = NAME_BEFORE.search(place.text[max(place.start, head - REACH_NAME) : head])
    if before and before["name"].lower() in words("segment/numbered.txt"):
        return True
    if before and word == "I" and before["name"][0].islower():  # so do I. Mori
        return True
    return candidate.after.lower() in words("segment/openers.txt")


def read_abbreviation(place: Place) -> bool | None:
    """What the class of a listed abbreviation says."""
    candidate = place.candidate
    kind = find_class(place.text, candidate)
    after = candidate.after
    if kind == "never":
        return False
    if kind == "title":  # St. may end a sentence: `on Main St. The mayor`
        return spell(candidate.word) in PLACES and after.lower() in words("segment/openers.txt")
    if kind == "number":
        roman = spell(candidate.word) not in {"no", "nos"} and ROMAN.fullmatch(after)
        return bool(candidate.openers) or not (after[:1].isdigit() or roman)
    if kind == "time" and after[:1].isupper():
        following = place.text[candidate.next : candidate.next + REACH_TIME].lower()
        return after.lower() not in words("segment/clock.txt") and " time" not in following
    if kind == "common" and "." not in candidate.word and place.opens_quotation:
        return True  # Acme Inc. “We
    return True if kind == "final" and after[:1].isupper() else None


def ask_punkt(place: Place) -> bool:
    """What Punkt says of the words on both sides of the stop."""
    candidate = place.candidate
    if is_plain_word(place.text, candidate):
        return True
    word = candidate.word.translate(PLAIN_MARKS).lstrip("'\"")
    if always_ends(word, candidate.after):
        return True
    return load_punkt()(f"{word}. {candidate.after}")


RULES: tuple[Rule, ...] = (
    keep_brackets_whole,
    keep_titles_whole,
    skip_dash,
    skip_list_number,
    read_small_letter,
    join_tag,
    read_ellipsis,
    read_exclamation,
    end_quotation,
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
