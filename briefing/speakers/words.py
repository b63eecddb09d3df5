"""The words of an article as this stage reads them: abbreviations whole, possessives marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining

from briefing.domain import Sentence
from briefing.speakers.lexicons import mapping, word_list, word_set
from briefing.tokens import find_tokens

POSSESSIVE = ("'s", "’s", "‘s", "'S", "’S")
NEVER_OWNING = frozenset({"it", "he", "she", "that", "who", "there", "what", "let", "here"})
# A pronoun with its verb: `I’d`, `they're`, `who's`.
CONTRACTION = re.compile(
    r"^(i|you|he|she|it|we|they|who|that|there|what|let|here)'(?:d|ll|m|ve|re|s)$"
)
ACRONYMS = frozenset({"US", "WHO"})
GARBLED = frozenset("ÃÂÅ")  # what the first byte of an accented letter turns into
PREFIXES = word_set("words prefixes")  # before a hyphen inside names
SUFFIXES = word_set("words suffixes")


class Word(NamedTuple):
    """A word or mark; `possessive` where a genitive ending follows `[start, end)`."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    possessive: bool
    sentence: int


class Reading(NamedTuple):
    """All words of a text, their starts, and the sentences they stand in."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]

    def at(self, offset: int) -> int:
        """The number of the first word that ends after an offset."""
        number = max(0, bisect_right(self.starts, offset) - 1)
        while number < len(self.words) and self.words[number].end <= offset:
            number += 1
        return number

    def before(self, offset: int) -> int:
        """The number after the last word that starts before an offset."""
        return bisect_left(self.starts, offset)

    def between(self, first: int, last: int) -> str:
        """The text from word `first` up to, not including, word `last`."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def read_words(text: str, sentences: Sequence[Sentence]) -> Reading:
    """The words of a text; full stops of initials and abbreviations belong to their word."""
    found: list[Word] = []
    for number, sentence in enumerate(sentences):
        tokens = find_tokens(text, sentence.span)
        for index, token in enumerate(tokens):
            if (
                token.text == "s"
                and index > 1
                and tokens[index - 1].text in "'’"
                and (found and found[-1].possessive)
            ):
                continue
            if found and _garbled(text, found[-1], token.start):
                whole = text[found[-1].start : token.start] + token.text
                found[-1] = _word(found[-1].start, whole, number)
                continue
            if token.text == "." and found and _abbreviates(found[-1], token.start):
                if index + 1 < len(tokens):
                    continue
            elif (
                token.text in "'’"
                and found
                and (
                    _plural_genitive(text, found[-1], token.end)
                    or _dotted_genitive(text, found[-1], token.end)
                )
            ):
                found[-1] = found[-1]._replace(possessive=True)
                continue
            found.append(_word(token.start, token.text, number))
    return Reading(text, tuple(found), tuple(word.start for word in found), tuple(sentences))


def _garbled(text: str, word: Word, start: int) -> bool:
    """Whether a token goes on with a word that was decoded wrongly: `FranÃ§ois`.

    The wrong letters may be wrong twice over, and written as a letter and its accent.
    """
    if word.end != start or word.possessive:
        return False
    before, here = text[start - 1], text[start]
    if before in GARBLED or combining(here):
        return True
    tail = text[max(0, start - 3) : start]
    wrong = "\x80" <= before <= "¿" or bool(combining(before))
    return wrong and any(ch in GARBLED or combining(ch) for ch in tail)


def _word(start: int, text: str, sentence: int) -> Word:
    possessive = (text[-1] in "sS" and len(text) > 2 and text.endswith(POSSESSIVE)) and text[
        :-2
    ].lower() not in NEVER_OWNING
    if possessive:
        text = text[:-2]
    low = text.lower()
    if "’" in low:
        low = low.replace("’", "'")
    if "'" in low:
        low = CONTRACTION.sub(r"\1", low)
    capital = text[0].isupper()
    if not capital and "-" in text:
        prefix, _, rest = text.partition("-")
        capital = prefix in PREFIXES and rest[:1].isupper()
    return Word(start, start + len(text), text, low, capital, possessive, sentence)


def _abbreviates(word: Word, stop: int) -> bool:
    """Whether a full stop directly behind a word marks an abbreviation before a name."""
    if word.end != stop or not word.capital:
        return False
    if len(word.text) == 1:
        return True
    return (
        word.low in mapping("honorifics") or word.low in mapping("titles") or (word.low in SUFFIXES)
    )


def _plural_genitive(text: str, word: Word, after: int) -> bool:
    """Whether an apostrophe behind a final s is a genitive: `the Growers’ League`."""
    return (
        word.end == after - 1
        and word.low.endswith("s")
        and word.text[0].isalpha()
        and text[after : after + 1] == " "
        and text[after + 1 : after + 2].isalpha()
    )


def _dotted_genitive(text: str, word: Word, after: int) -> bool:
    """Whether an apostrophe and s follow an abbreviation with dots: `the U.N.’s envoy`."""
    return word.end == after - 1 and word.text.endswith(".") and text[after : after + 2] == "s "


def is_function(word: Word) -> bool:
    """Whether a word is an article, preposition, pronoun or other word outside names."""
    return word.low in word_list("function_words") and word.text not in ACRONYMS
