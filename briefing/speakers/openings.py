"""Whether a capitalised word begins a name or only opens a sentence."""

from itertools import pairwise

from briefing.speakers.ages import has_age
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_document,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.words import Reading, Word, is_function
from briefing.terms import rarity

OFFICES = word_set("coreference offices")
OPENERS = word_set("runs openers")
BASED = word_set("runs based")
SAYING = frozenset({"said", "says", "told", "added", ",", "and"})
QUALIFIERS = word_set("offices qualifiers")
TENS = word_set("runs tens")


def begins_name(reading: Reading, number: int) -> bool:
    """Whether a name can begin with a word."""
    word = reading.words[number]
    if word.low.partition("-")[0] in TENS or is_based(word):
        return False
    if is_first(reading.words, number):
        return not opens_sentence(reading, number) or is_position(reading.words[number + 1].low)
    if is_function(word) or word.text == "I" or _is_party(reading, number):
        return False
    return word.capital


def _is_party(reading: Reading, number: int) -> bool:
    """Whether a letter is that of a party behind a name: `Ruiz, R -Pine`, `Ruiz (D)`."""
    words = reading.words
    after = words[number + 1] if number + 1 < len(words) else None
    letter = number > 1 and words[number].text in ("R", "D", "I") and words[number - 1].text in ",("
    return letter and after is not None and (after.text in ("-", ")") or after.text[:1] == "-")


def opens_sentence(reading: Reading, number: int) -> bool:
    """Whether a word stands first in its sentence or in a quotation."""
    before = reading.words[number - 1] if number else None
    return (
        before is None
        or before.sentence != reading.words[number].sentence
        or (before.text in "“‘\"'«:")
    )


def leads(words: tuple[Word, ...], number: int, people: frozenset[str]) -> bool:
    """Whether a capital only opens a sentence: `Overall, …`, `Imagine Ana Ruiz …`."""
    given = mapping("given_names")
    word, near = words[number], words[number + 1 : number + 3]
    if word.low in OPENERS and not word.possessive:
        return not near or near[0].low not in SAYING
    if word.text in people or word.low in given or len(near) < 2 or word.text.isupper():
        return False
    if has_age(words, number + 1) and rarity(word.low) == 1 and not is_function(word):
        return word.low.endswith("ly")
    if word.low in mapping("honorifics") or word.low in mapping("titles") or is_body(word.low):
        return False
    if is_position(word.low) or word.text in countries() or "-" in word.text:
        return False
    return (near[0].text == "," and not near[1].capital) or (
        near[0].capital and near[0].low in given and near[1].capital and near[1].text in people
    )


def common_words(reading: Reading) -> frozenset[str]:
    """The words that also stand in lower case: at a sentence's head they begin no name."""
    return frozenset(word.text for word in reading.words if word.text[0].islower())


def office_surnames(words: tuple[Word, ...]) -> frozenset[str]:
    """The nouns of standing that are somebody's surname in an article: `Dean` of `Ana Dean`."""
    given = mapping("given_names")
    return frozenset(
        word.text
        for before, word in pairwise(words)
        if word.capital
        and is_position(word.low)
        and not word.text.isupper()
        and before.capital
        and before.low in given
        and before.sentence == word.sentence
        and not (before.possessive or is_function(before) or is_position(before.low))
    )


def paper_names(reading: Reading) -> frozenset[str]:
    """The nouns of standing that name a paper with its article: `Pilot` of `editors of The Pilot`.

    The article has a capital inside a sentence, and no name follows the noun anywhere.
    """
    words = reading.words
    found = {
        word.text
        for number, word in enumerate(words)
        if number > 1
        and words[number - 1].text == "The"
        and word.capital
        and is_position(word.low)
        and not (word.text.isupper() or word.low in OFFICES)
        and not opens_sentence(reading, number - 1)
        and words[number - 2].text[0].islower()
    }
    titles = {word.text for word, after in pairwise(words) if after.capital}
    return frozenset(found - titles)


def is_common(
    reading: Reading, number: int, common: frozenset[str], surnames: frozenset[str]
) -> bool:
    """Whether a capital only marks the head of a sentence: `Interestingly Ruiz left`.

    Not where the word is a surname: `Dean` in an article about Ana Dean.
    """
    word = reading.words[number]
    if word.text in surnames:
        return False
    if word.low in mapping("given_names") or word.low in mapping("honorifics"):
        return False
    near = reading.words[number + 1 : number + 3]
    tied = len(near) == 2 and near[0].low in ("of", "for") and near[1].capital
    alone = not near or not (near[0].capital or tied)
    if alone and (is_plural_position(word.low) or is_position(word.low) or is_document(word.low)):
        return True
    if is_position(word.low) or is_body(word.low) or word.low in mapping("titles"):
        return False
    field = word.low in word_list("portfolios") or word.low in QUALIFIERS
    office = bool(near) and near[0].capital and is_position(near[0].low)  # `Housing Secretary Ruiz`
    if field and (office or _heads_body(reading.words, number)):
        return False
    return word.low in common or (word.low.endswith("ly") and len(word.low) > 5)


def _heads_body(words: tuple[Word, ...], number: int) -> bool:
    """Whether the capitals behind a word end with a body: `Human Rights Watch`."""
    last = number
    while last + 1 < len(words) and words[last + 1].capital:
        last += 1
    return last > number and is_body(words[last].low)


def is_first(words: tuple[Word, ...], number: int) -> bool:
    """Whether `First` is part of a name or office: `First Minister`, `the bank First Weir`."""
    near = words[number : number + 2]
    return len(near) == 2 and near[0].low == "first" and near[0].capital and near[1].capital


def is_based(word: Word) -> bool:
    """Whether a word only tells where a body sits or what made it: `Lima-based`, `Labour-led`."""
    return "-" in word.text and word.low.rpartition("-")[2] in BASED
