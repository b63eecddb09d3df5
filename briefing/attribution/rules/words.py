"""Word classes and cue frames of the rule engine, read once from the word lists."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from briefing.domain import Kind
from briefing.lexicon import table, words

ROOM = "attribution"
KINDS = {"S": Kind.STATEMENT, "A": Kind.ATTITUDE}
VOWELS = "aeiou"


class Frame(NamedTuple):
    """What may stand with a cue: the words of the cue behind its verb, and the complements."""

    lemma: str
    rest: tuple[str, ...]
    kind: Kind
    complements: frozenset[str]


class Form(NamedTuple):
    """A reading of a word as a form of a verb; tense is base, third, past, participle or ing."""

    lemma: str
    tense: str


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """The third person, past, participle and ing form by the regular rules.

    >>> inflect("deny"), inflect("urge")
    (('denies', 'denied', 'denied', 'denying'), ('urges', 'urged', 'urged', 'urging'))
    """
    if lemma.endswith("e"):
        ing = lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing"
        return lemma + "s", lemma + "d", lemma + "d", ing
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of each verb lemma; those with most words first."""
    found: dict[str, list[Frame]] = {}
    for lemma, kind, complements in table(f"{ROOM}/cue_verbs.tsv"):
        found.setdefault(lemma, []).append(
            Frame(lemma, (), KINDS[kind], frozenset(complements.split()))
        )
    for phrase, kind, complements in table(f"{ROOM}/cue_phrases.tsv"):
        lemma, *rest = phrase.split()
        found.setdefault(lemma, []).append(
            Frame(lemma, tuple(rest), KINDS[kind], frozenset(complements.split()))
        )
    return {
        lemma: tuple(sorted(each, key=lambda frame: -len(frame.rest)))
        for lemma, each in found.items()
    }


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """The readings of each word form as a verb, of the cues and of everyday verbs."""
    tenses = ("third", "past", "participle", "ing")
    found: dict[str, dict[Form, None]] = {}
    irregular: set[str] = set()
    for lemma, *rest in table(f"{ROOM}/irregular_verbs.tsv"):
        irregular.add(lemma)
        _enter(found, lemma, zip(tenses, rest, strict=True))
    for lemma in sorted(frames().keys() | words(f"{ROOM}/common_verbs.txt")):
        if lemma not in irregular:
            _enter(found, lemma, zip(tenses, inflect(lemma), strict=True))
    return {form: tuple(readings) for form, readings in found.items()}


def _enter(
    found: dict[str, dict[Form, None]], lemma: str, inflected: Iterable[tuple[str, str]]
) -> None:
    found.setdefault(lemma, {})[Form(lemma, "base")] = None
    for tense, form in inflected:
        found.setdefault(form, {})[Form(lemma, tense)] = None


@cache
def class_words(name: str) -> frozenset[str]:
    """The words of a class of `word_classes.tsv`."""
    return next(
        frozenset(entries.split())
        for label, entries in table(f"{ROOM}/word_classes.tsv")
        if label == name
    )


@cache
def noun_words(role: str) -> frozenset[str]:
    """The words of a role of `cue_nouns.tsv`: verb, noun, document, lead."""
    return frozenset(_noun_row(role).split())


@cache
def phrases() -> tuple[tuple[str, ...], ...]:
    """Cue phrases such as `according to`, each as its words, the longest first."""
    each = (tuple(phrase.split()) for phrase in _noun_row("phrase").split("|"))
    return tuple(sorted(each, key=lambda words: -len(words)))


def _noun_row(role: str) -> str:
    return next(entries for label, entries in table(f"{ROOM}/cue_nouns.tsv") if label == role)
