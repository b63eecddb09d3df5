"""Given names that are also months, seasons or auxiliaries: `May Lind`, `Will Harrow`."""

from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.words import Reading, Word, is_function

AUXILIARIES = frozenset({"may", "will"})
TIMES = word_set("calendar times")
Pair = tuple[str, str]


def find_given(reading: Reading) -> frozenset[int]:
    """The numbers of the words of time or will that are the given name before a surname.

    A month behind `in`, `last`, `the` and an auxiliary before a surname known otherwise count
    only where the same two words are a name elsewhere.
    """
    words = reading.words
    doubtful: dict[int, Pair] = {}
    found: set[int] = set()
    for number, word in enumerate(words):
        if word.capital and is_function(word) and _before_surname(words, number):
            if _is_time(words, number) or _is_auxiliary(reading, number):
                doubtful[number] = (word.text, words[number + 1].text)
            else:
                found.add(number)
    sure = {(words[number].text, words[number + 1].text) for number in found}
    return frozenset(found | {number for number, pair in doubtful.items() if pair in sure})


def _before_surname(words: tuple[Word, ...], number: int) -> bool:
    """Whether a word that can be a given name stands before a word that can be a surname."""
    word = words[number]
    if word.low not in mapping("given_names") or word.possessive or number + 1 >= len(words):
        return False
    after = words[number + 1]
    return (
        after.sentence == word.sentence
        and after.capital
        and len(after.text) > 1
        and not after.text.isupper()
        and not is_function(after)
        and not (is_body(after.low) or is_position(after.low) or is_plural_position(after.low))
        and after.text not in countries()
        and after.low not in word_list("places")
    )


def _is_time(words: tuple[Word, ...], number: int) -> bool:
    """Whether the word before tells that a month or season is meant: `in May`, `the April`."""
    before = words[number - 1] if number else None
    same = before is not None and before.sentence == words[number].sentence
    return before is not None and same and before.low in TIMES


def _is_auxiliary(reading: Reading, number: int) -> bool:
    """Whether `may` or `will` opens a question or a wish about somebody known by another name."""
    words = reading.words
    word, surname = words[number], words[number + 1].text
    if word.low not in AUXILIARIES or (number and words[number - 1].sentence == word.sentence):
        return False
    if reading.sentences[word.sentence].span.of(reading.text).rstrip("”\"’' ").endswith("?"):
        return True
    return any(
        other.text == surname and words[at - 1].capital and not is_function(words[at - 1])
        for at, other in enumerate(words)
        if at
    )
