"""Punkt's decision whether a sentence ends at a full stop, with the parameters that ship.

Kiss and Strunk, "Unsupervised multilingual sentence boundary detection", Computational
Linguistics 32 (2006); its sections stand in brackets below. The parameters in
`data/segment/punkt.tsv` are made with NLTK's Punkt (`briefing/training/punkt.py`). The decision
is the one of NLTK, and tested against it: importing NLTK's takes longer than reading an article,
and its patterns give up after some time by the clock.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from briefing.lexicon import table

# Typographic marks as Punkt knows them, one character for one.
PLAIN_MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»「」『』", '"'), **dict.fromkeys("‘’‚‛‹›", "'"), "\u00a0": " "}
)
# What Punkt takes for a token: several hyphens or stops; a word up to a space, to a mark that
# no word holds, or to its closing comma; any other mark.
SEVERAL = r"-{2,}|\.{2,}|(?:\.\s){2,}\."
NO_WORD = r"[)\";}\]*:@'({\[‘’“”«»?!]"
TOKEN = re.compile(
    rf"(?:{SEVERAL})|(?=[^(\"`{{\[:;&#*@)}}\]\-,])\S+?"
    rf"(?=\s|$|{NO_WORD}|{SEVERAL}|,(?=$|\s|{NO_WORD}|{SEVERAL}))|\S"
)
NUMBER = re.compile(r"^-?[.,]?\d[\d,.-]*\.?$")  # 1,200. or -.5
NUMERAL = "##number##"  # the type of every number in the parameters
INITIAL = re.compile(r"[^\W\d]\.$")  # J.
ELLIPSIS = re.compile(r"\.\.+$")
STOPS, MARKS = frozenset(".?!"), frozenset(";:,.!?")
UNLISTED = frozenset({"number", "name"})  # classes of abbreviations that rules of ours read
# Where and how training has seen a type: flags of its context in the parameters.
INSIDE_UPPER = 1 << 2
BEGINNING_LOWER = 1 << 4
ANY_UPPER = 1 << 1 | 1 << 2 | 1 << 3
ANY_LOWER = 1 << 4 | 1 << 5 | 1 << 6


@dataclass(frozen=True, slots=True)
class Parameters:
    """What training has found, by type: a word in small letters, without the stop that ends it."""

    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    starters: frozenset[str]
    contexts: dict[str, int]


class Look(Enum):
    """What a token looks like by itself [3]."""

    END = "end"
    ABBREVIATION = "abbreviation"  # or an ellipsis
    OTHER = "other"


@cache
def load_punkt() -> Callable[[str], bool]:
    """A function that tells whether a sentence ends at the full stop between two words.

    >>> ends = load_punkt()
    >>> ends("Inc. The"), ends("Gen. Tanaka"), ends("rose. Tanaka")
    (True, False, True)
    """
    parameters = read_parameters()

    def ends(text: str) -> bool:
        pairs = pairwise(TOKEN.findall(text))
        return any(ends_at(parameters, token, after) for token, after in pairs)

    return ends


def read_parameters() -> Parameters:
    """The parameters that ship, with the listed abbreviations."""
    listed: dict[str, list[list[str]]] = {}
    for kind, *fields in table("segment/punkt.tsv"):
        listed.setdefault(kind, []).append(fields)
    ours = (word for word, kind in table("segment/abbreviations.tsv") if kind not in UNLISTED)
    return Parameters(
        frozenset(fields[0] for fields in listed["abbreviation"]).union(ours),
        frozenset((first, second) for first, second in listed["collocation"]),
        frozenset(fields[0] for fields in listed["starter"]),
        {word: int(flags) for word, flags in listed["context"]},
    )


def ends_at(parameters: Parameters, token: str, after: str) -> bool:
    """Whether a sentence ends with a token, given the next one."""
    look = look_of(parameters, token)
    if not token.endswith("."):
        return look is Look.END
    kind, following = _without_stop(_type_of(token)), _type_of(after)
    if look_of(parameters, after) is Look.END:
        following = _without_stop(following)
    if (kind, following) in parameters.collocations:  # [4.1.2]
        return False
    context = parameters.contexts.get(following, 0)
    begins = begins_sentence(context, after)
    capital, initial = after[0].isupper(), bool(INITIAL.match(token))
    starter = capital and following in parameters.starters  # [4.1.3]
    if look is Look.ABBREVIATION and not initial and (begins or starter):  # [4.2]
        return True
    if initial or kind == NUMERAL:  # [4.3]
        is_name = begins is None and initial and capital and not context & ANY_LOWER
        if begins is False or is_name:
            return False
    return look is Look.END


def look_of(parameters: Parameters, token: str) -> Look:
    """What a token looks like by itself."""
    if token in STOPS:
        return Look.END
    if ELLIPSIS.match(token):
        return Look.ABBREVIATION
    if not token.endswith(".") or token.endswith(".."):
        return Look.OTHER
    word = token[:-1].lower()
    known = {word, word.rpartition("-")[2]} & parameters.abbreviations
    return Look.ABBREVIATION if known else Look.END


def begins_sentence(context: int, token: str) -> bool | None:
    """Whether a token begins a sentence by how its type is written elsewhere [4.1.1]."""
    if token in MARKS:
        return False
    if token[0].isupper() and context & ANY_LOWER and not context & INSIDE_UPPER:
        return True
    if token[0].islower() and (context & ANY_UPPER or not context & BEGINNING_LOWER):
        return False
    return None


def _type_of(token: str) -> str:
    return NUMBER.sub(NUMERAL, token.lower())


def _without_stop(kind: str) -> str:
    return kind[:-1] if len(kind) > 1 and kind.endswith(".") else kind
