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
