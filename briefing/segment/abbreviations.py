"""What the shipped table says about the word before a full stop."""

from functools import cache

from briefing.lexicon import table
from briefing.segment.candidates import Candidate
from briefing.segment.punkt import PLAIN_MARKS


@cache
def load_classes() -> dict[str, str]:
    """Abbreviations without their last full stop, in lower case, with their class."""
    return {row[0]: row[1] for row in table("segment/abbreviations.tsv")}


def spell(word: str) -> str:
    """A word as the table spells it: lower case, plain apostrophes, no mark before it."""
    return word.translate(PLAIN_MARKS).lower().lstrip("'\"*_")


def find_class(text: str, candidate: Candidate) -> str | None:
    """The class of the word before the stop; None where it is no listed abbreviation or is
    spelt like a word: `Mass.` is the state, `mass.` is not; `LA.` is the city, but `ST. LOUIS`.
    """
    word = spell(candidate.word)
    bare = candidate.word
    if word not in load_classes() and "-" in word:  # then-Sen.  Japan-U.S.
        word, bare = word.rpartition("-")[2], bare.rpartition("-")[2]
        if load_classes().get(word) != "title" and "." not in word:
            return None
    kind = load_classes().get(word)
    if kind == "unit":
        at = candidate.at - len(candidate.word)
        return kind if text[max(0, at - 2) : at].strip()[-1:].isdigit() else None
    if kind in {"title", "common", "never"} and "." not in word:
        shouted = len(bare) > 1 and bare.isupper() and not candidate.after.isupper()
        fits = bare[:1].isupper() or kind == "never"
        return kind if fits and not shouted else None
    return kind


def is_plain_word(text: str, candidate: Candidate) -> bool:
    """Whether the word looks like a listed abbreviation but stands as a word: `he was ill.`"""
    return spell(candidate.word) in load_classes() and find_class(text, candidate) is None
