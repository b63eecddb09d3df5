"""Tells from the words of a cue whether it leans to a statement or to an attitude."""

import re
from collections import defaultdict
from functools import cache

from briefing import lexicon
from briefing.attribution.rules.words import forms, frames
from briefing.domain import Kind

TABLE = "attribution/cue_kinds.tsv"
USUAL = 0.8  # leaning of a cue verb that no labelled cue held, by its kind in the list of verbs
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def cue_leaning(words: str, table: dict[str, float]) -> float:
    """The strongest leaning (logit of being a statement) of a cue's words; 0 for unknown ones.

    >>> cue_leaning("has hoped", {"hoped": -2.5, "said": 4.0})
    -2.5
    """
    leanings = [table.get(word.lower(), 0.0) for word in WORD.findall(words)]
    return max(leanings, key=abs, default=0.0)


@cache
def leaning_table() -> dict[str, float]:
    """The shipped leanings by word, in lower case, and those of their kin."""
    return with_kin({row[0]: float(row[1]) for row in lexicon.table(TABLE)})


def with_kin(table: dict[str, float]) -> dict[str, float]:
    """The leanings, with those of verb forms that were not counted.

    A form has the mean of the other forms of its verb, in both spellings (`learnt` as `learned`,
    `recognised` as `recognized`), or else what the kind of the cue verb tells.

    >>> found = with_kin({"accused": 2.0, "recognized": -1.5})
    >>> found["accuse"], found["recognises"], found["urge"], found["hope"], found.get("walk")
    (2.0, -1.5, 0.8, -0.8, None)
    """
    verbs: dict[str, list[str]] = defaultdict(list)
    for form, readings in forms().items():
        for lemma in {reading.lemma for reading in readings}:
            verbs[_american(lemma)].append(form)
    found = dict(table)
    for lemma, each in verbs.items():
        counted = [table[form] for form in each if form in table]
        leaning = sum(counted) / len(counted) if counted else _usual(lemma)
        if leaning:
            found.update({form: leaning for form in each if form not in found})
    return found


def _american(lemma: str) -> str:
    return lemma[:-3] + "ize" if lemma.endswith("ise") and len(lemma) > 6 else lemma


def _usual(lemma: str) -> float:
    kinds = {frame.kind for frame in frames().get(lemma, ()) if not frame.rest}
    if len(kinds) != 1:
        return 0.0
    return USUAL if kinds == {Kind.STATEMENT} else -USUAL
