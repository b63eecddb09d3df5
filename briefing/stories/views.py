"""Counts the terms of an article in several views: all words, names, numbers, lead, pairs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from briefing.stories.documents import StoryDocument
from briefing.terms import WORD, split_words, stem, stop_words

VIEWS = ("words", "names", "plain", "lead", "numbers", "pairs")
LEAD = 70  # words from the start of the text that count as its lead
_SENTENCE_ENDS = frozenset(".!?:\n")
_BEFORE_WORD = " \t\"'“‘«(["

Views = Mapping[str, Counter[str]]


def describe(document: StoryDocument) -> Views:
    """The terms of a document in each view with how often they stand there.

    `names` are capitalised words that do so within a sentence, too, or stand in one of the
    names given; `plain` is everything else without digits; `pairs` are terms side by side.

    >>> seen = describe(StoryDocument("a", "Fire crews left Port Avel on Monday at 10:30."))
    >>> sorted(seen["names"]), sorted(seen["numbers"])
    (['avel', 'monday', 'port'], ['10', '30'])
    >>> sorted(seen["pairs"])
    ['10 30', 'crew left', 'fire crew', 'left port', 'port avel']
    """
    words = _place_words(document.text)
    names = find_capitalised(document.text)
    names.update(word for name in document.names for word in split_words(name))
    terms = [(stem(word), at, word) for at, (word, _) in enumerate(words) if _tells(word)]
    views = {view: Counter[str]() for view in VIEWS}
    for term, at, word in terms:
        views["words"][term] += 1
        if at < LEAD:
            views["lead"][term] += 1
        views[_kind_of(word, names)][term] += 1
    views["pairs"].update(_join_pairs((term, at) for term, at, _ in terms))
    return views


def _place_words(text: str) -> list[tuple[str, int]]:
    return [(match.group(), match.start()) for match in WORD.finditer(text)]


def find_capitalised(text: str) -> set[str]:
    """The words, as written, that are capitalised somewhere within a sentence."""
    return {
        word for word, at in _place_words(text) if word[0].isupper() and _inside_sentence(text, at)
    }


def _inside_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in _BEFORE_WORD:
        at -= 1
    return at >= 0 and text[at] not in _SENTENCE_ENDS


def _tells(word: str) -> bool:
    if word[0].isdigit():
        return True
    return len(word) > 1 and word.lower().replace("’", "'") not in stop_words()


def _kind_of(word: str, names: set[str]) -> str:
    if any(character.isdigit() for character in word):
        return "numbers"
    return "names" if word in names and word[0].isupper() else "plain"


def _join_pairs(terms: Iterable[tuple[str, int]]) -> list[str]:
    return [
        f"{first} {second}" for (first, at), (second, then) in pairwise(terms) if then - at == 1
    ]
