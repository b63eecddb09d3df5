"""Cuts text into words and content terms: lower case, light stems, no function words.

A bottom-level room: every stage may import it. It needs no data but a stop list, and no library.
"""

import math
import re
from functools import cache

from briefing import lexicon

# A word with the apostrophes, hyphens and full stops inside it: O’Neill, twenty-one, U.S, 3.5
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


def split_words(text: str) -> list[str]:
    """The words of a text in order, as written, without marks around them.

    >>> split_words("“It’s over,” the U.S. envoy said.")
    ['It’s', 'over', 'the', 'U.S', 'envoy', 'said']
    """
    return WORD.findall(text)


@cache
def stop_words() -> frozenset[str]:
    """English function words in lower case."""
    return lexicon.words("terms/stopwords.txt")


@cache
def stem(word: str) -> str:
    """The light stem of a word: lower case, without possessive, plural, -ed or -ing.

    Conservative on purpose (after Harman's S-stemmer, JASIS 42, 1991): it joins the forms that
    one article uses of one word, not word families.

    >>> [stem(word) for word in ("Countries", "minister’s", "planned", "planning", "glass", "U.S")]
    ['country', 'minister', 'plan', 'plan', 'glass', 'us']
    """
    plain = _POSSESSIVE.sub("", word.lower().replace("’", "'")).replace(".", "").replace("'", "")
    if len(plain) < 4 or not plain.isalpha():
        return plain
    return _strip_verb(_strip_plural(plain))


def _strip_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _strip_verb(word: str) -> str:
    for suffix in ("ing", "ed"):
        base = word[: -len(suffix)]
        if word.endswith(suffix) and len(base) >= 3 and any(c in "aeiouy" for c in base):
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                return base[:-1]
            return base[:-1] if base.endswith("e") else base
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def content_terms(text: str) -> list[str]:
    """The stems of a text's words in order, without function words and single letters.

    >>> content_terms("The ministers said that the plans had been dropped.")
    ['minister', 'plan', 'drop']
    """
    stops = stop_words()
    return [
        stem(word)
        for word in WORD.findall(text)
        if len(word) > 1 and word.lower().replace("’", "'") not in stops
    ]


@cache
def _frequencies() -> tuple[int, dict[str, int]]:
    (total, _), *rows = lexicon.table("terms/frequencies.txt")
    counts = {term: int(number) for number, terms in rows for term in terms.split()}
    return int(total), counts


@cache
def rarity(term: str) -> float:
    """How rare a stem is in news: 0 for one that every article holds, 1 for one never seen.

    The inverse document frequency over a background of news articles, on a scale of 0 to 1.

    >>> rarity("time") < rarity("minister") < rarity("zyxwv") <= 1
    True
    """
    total, counts = _frequencies()
    return math.log((total + 1) / (counts.get(term, 0) + 1)) / math.log(total + 1)
