"""Nicknames in quotation marks or brackets inside a name: `Bo “Sluice” Lind`."""

import re

from briefing.speakers.lexicons import countries, is_body, is_position, mapping
from briefing.speakers.words import Word, is_function

CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "(": ")"}
LONGEST = 3  # words that a nickname may have
BYNAME = re.compile(r"\s\(?\s?[“\"‘'«(][^“”\"‘’'«»()]+[”\"’'»)]\s?\)?(?=\s)")


def past_byname(words: tuple[Word, ...], start: int, end: int) -> int:
    """Past the surname behind a nickname that follows the given names `[start, end)`, or 0."""
    if not _is_given(words[end - 1]):
        return 0
    surname = _past_marks(words, end)
    if not surname or surname >= len(words) or words[surname].sentence != words[start].sentence:
        return 0
    word = words[surname]
    named = word.capital and not is_function(word) and word.start <= words[surname - 1].end + 2
    near = words[max(start, end - 2) : end]
    known = any(one.low in mapping("given_names") for one in near) or any(
        other.text == word.text for number, other in enumerate(words) if number != surname
    )
    if not (named and known) or is_position(word.low) or is_body(word.low):
        return 0
    return surname + 1


def _is_given(word: Word) -> bool:
    """Whether a word before a nickname can be a given name: no office, body or country."""
    return not (
        word.possessive
        or is_position(word.low)
        or is_body(word.low)
        or word.low in mapping("titles")
        or word.text in countries()
        or (word.text.isupper() and len(word.text) > 1 and "." not in word.text)
    )


def _past_marks(words: tuple[Word, ...], mark: int) -> int:
    """Past the closing mark of a nickname whose opening mark is a word, or 0."""
    closing = CLOSING.get(words[mark].text)
    if closing == ")" and words[mark + 1 : mark + 2] and words[mark + 1].text in CLOSING:
        end = _past_marks(words, mark + 1)  # `Bo (“Sluice”) Lind`
        return end + 1 if end and words[end : end + 1] and words[end].text == ")" else 0
    if closing is None:
        return 0
    for number in range(mark + 1, min(mark + LONGEST + 2, len(words))):
        word = words[number]
        if word.text == closing:
            inside = words[mark + 1 : number]
            return number + 1 if any(one.capital for one in inside) else 0
        if not word.text[0].isalnum():
            return 0
        if word.possessive and closing in "’'" and number > mark:
            return number + 1 if word.capital else 0  # `‘Locks’` reads like a genitive
    return 0


def without_byname(text: str) -> str:
    """A name without the nickname inside it.

    >>> without_byname("Bo “Sluice” Lind")
    'Bo Lind'
    """
    return BYNAME.sub("", text)


def byname_in(text: str) -> str:
    """The nickname inside a name, or nothing.

    >>> byname_in("Bo “Big Sluice” Lind"), byname_in("Bo Lind")
    ('Big Sluice', '')
    """
    found = BYNAME.search(text)
    return found.group().strip("()“”\"‘’'«» ") if found else ""
