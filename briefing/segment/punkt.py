"""NLTK's Punkt with the parameters that ship in `data/segment/punkt.tsv`.

Kiss and Strunk, "Unsupervised multilingual sentence boundary detection", Computational
Linguistics 32 (2006). `briefing/training/punkt.py` makes the parameters.
"""

from collections.abc import Callable
from functools import cache

from briefing.lexicon import table
from briefing.segment.nltk_punkt import import_punkt

# Typographic marks as Punkt knows them, one character for one.
PLAIN_MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»「」『』", '"'), **dict.fromkeys("‘’‚‛‹›", "'"), "\u00a0": " "}
)

# Rows of the parameters that may keep a sentence from ending behind their first word.
DOUBTFUL = frozenset({"abbreviation", "collocation"})
NUMERAL = "##number##"  # what Punkt calls every number


@cache
def _doubtful() -> frozenset[str]:
    learned = (row[1] for row in table("segment/punkt.tsv") if row[0] in DOUBTFUL)
    return frozenset(learned).union(row[0] for row in table("segment/abbreviations.tsv"))


def always_ends(word: str, after: str) -> bool:
    """Whether Punkt ends a sentence between two words without having learned anything of them.

    So it does behind ordinary words, which are neither abbreviations nor begin a collocation,
    and behind numbers before a capital. Most articles hold nothing else: they need no NLTK.

    >>> always_ends("harbour", "It"), always_ends("self-made", "It"), always_ends("2016", "It")
    (True, True, True)
    >>> always_ends("Gen", "Tanaka"), always_ends("2016", "a")
    (False, False)
    """
    if word.isdecimal():
        return after[:1].isupper() and NUMERAL not in _doubtful()
    parts = word.lower().split("-")
    letters = len(word) > 1 and all(part.isalpha() for part in parts)
    return letters and bool(after) and not {word.lower(), parts[-1]} & _doubtful()


@cache
def load_punkt() -> Callable[[str], bool]:
    """A function that tells whether a sentence ends at the full stop between two words.

    >>> ends = load_punkt()
    >>> ends("Inc. The"), ends("Gen. Tanaka"), ends("rose. Tanaka")
    (True, False, True)
    """
    punkt = import_punkt()
    parameters = punkt.PunktParameters()
    for kind, word, *more in table("segment/punkt.tsv"):
        if kind == "abbreviation":
            parameters.abbrev_types.add(word)
        elif kind == "collocation":
            parameters.collocations.add((word, more[0]))
        elif kind == "starter":
            parameters.sent_starters.add(word)
        else:
            parameters.ortho_context[word] = int(more[0])
    for word, kind in table("segment/abbreviations.tsv"):
        if kind not in {"number", "name"}:
            parameters.abbrev_types.add(word)
    ends: Callable[[str], bool] = punkt.PunktSentenceTokenizer(parameters).text_contains_sentbreak
    return ends
