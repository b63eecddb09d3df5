"""Where appositions, relative clauses and `of` phrases behind a name begin and end."""

from itertools import pairwise

from briefing.speakers.lexicons import (
    is_body,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.scene import Scene
from briefing.speakers.words import Word, is_function

STOPS = frozenset(',;:–—()"“”«»!?.')


SPEECH = frozenset({"said", "says", "told", "added", "wrote", "warned", "argued", "noted"})
KINSHIP = word_set("clauses kinship")
DENIALS = frozenset({"no", "not", "unrelated", "namesake"})
CIRCUMSTANCES = frozenset({"after", "at", "before", "by", "during", "in", "on", "to"})
SERVING = frozenset({"acting", "appearing", "speaking", "writing"})
CLAUSAL = frozenset({"that", "no"})  # `points out that no engineer …` describes nobody
ADVERBS = frozenset(
    {"also", "both", "formerly", "now", "once", "perhaps", "still", "then", "until"}
)
DETERMINERS = frozenset({"a", "an", "her", "his", "its", "my", "that", "the", "their"})
EXAMPLES = frozenset({"among", "including", "like", "such"})
FINITE = word_set("soundness finite")
VERBS = word_set("names verbs") - {"by", "including"}
LEADING_IN = frozenset({"who", "is", "was", "and", "but", "a", "though"})
SHORT = 14  # words that a description may have at most


def past_brackets(words: tuple[Word, ...], at: int) -> int:
    """Past a bracket such as `(R-Va.)` or an academic degree."""
    if at < len(words) and words[at].text == "(":
        close = next((n for n in range(at, min(at + 6, len(words))) if words[n].text == ")"), at)
        return close + 1 if close > at else at
    if (
        at + 1 < len(words)
        and words[at].text == ","
        and words[at + 1].text in ("Ph.D", "M.D", "M.D.", "Ed.D", "Jr", "Sr", "MD", "PhD", "Esq")
    ):
        return at + 2
    return at


def describes(words: tuple[Word, ...], begin: int) -> bool:
    """Whether an apposition begins at a word: a noun of standing before any other break."""
    end = fact_end(words, begin)
    near = words[begin : min(end, begin + 8)]
    if _tells_speech(words[begin + 1 : end]):
        return False
    if words[begin].low in ("formerly", "until", "also", "now"):
        return True
    if words[begin].low in SERVING and end > begin + 1 and words[begin + 1].low in ("in", "for"):
        return words[begin].low == "writing" or words[begin + 1].low == "for"
    if _goes_on(words, begin, near):
        return False
    for number, word in enumerate(near):
        if number and word.low in CLAUSAL and _verb_like(words[begin]):
            return False
        if is_position(word.low) or word.low in mapping("titles") or is_plural_position(word.low):
            return True
        if words[begin].low in ("a", "an", "the", "its", "one") and is_body(word.low):
            return True
        if number and word.low in ("said", "says", "told", "was", "is", "were", "had", "has"):
            return False
    return False


def _goes_on(words: tuple[Word, ...], begin: int, near: tuple[Word, ...]) -> bool:
    """Whether words carry the sentence on behind a name, and describe nobody."""
    first = words[begin].low
    if first in EXAMPLES or first in ("and", "but", "said", "says", "told"):
        return True
    return _has_object(words, begin) or _is_clause(near) or _tells_where(words, begin)


def _tells_where(words: tuple[Word, ...], begin: int) -> bool:
    """Whether words tell where something is said, or a deed: `at a press conference in Lima`,
    `heading a bench with the dean`."""
    near = words[begin + 1].low if begin + 1 < len(words) else ""
    deed = words[begin].low.endswith("ing") and near in ("a", "an", "the", "his", "her")
    return deed or (words[begin].low in CIRCUMSTANCES and near != "present")


def _is_clause(near: tuple[Word, ...]) -> bool:
    """Whether the first noun of standing is the subject of a verb: `voters were tired`."""
    for word, after in pairwise(near):
        if word.low in FINITE:
            return False
        if is_position(word.low) or is_plural_position(word.low):
            return after.low in FINITE | VERBS
    return False


def _has_object(words: tuple[Word, ...], begin: int) -> bool:
    """Whether a word is the verb that goes on behind an apposition: `sent the clerk a note`."""
    word, after = words[begin], words[begin + 1] if begin + 1 < len(words) else None
    if word.capital or after is None or after.low not in DETERMINERS or not word.text[0].isalpha():
        return False
    other = is_function(word) or word.low in ADVERBS or word.low.endswith("ly")
    return not (other or is_position(word.low))


def _tells_speech(words: tuple[Word, ...]) -> bool:
    """Whether words are a clause of their own: `the mayor said`, `the minister also wrote`."""
    lows = [word.low for word in words]
    said = next((n for n, low in enumerate(lows) if low in SPEECH), -1)
    return said >= 0 and not any(low in ("who", "that", "which", "once") for low in lows[:said])


def has_position(words: tuple[Word, ...], begin: int, end: int) -> bool:
    """Whether one of the first words of a stretch names somebody by office or work."""
    return any(is_position(word.low) for word in words[begin : min(end, begin + 8)])


def fact_end(words: tuple[Word, ...], begin: int) -> int:
    """The end of an apposition or clause: the next comma, dash, bracket, quotation mark or end."""
    end = begin
    while end < len(words) and words[end].sentence == words[begin].sentence:
        if words[end].text in STOPS:
            break
        if end > begin + 40:
            break
        end += 1
    return end


def object_end(scene: Scene, at: int) -> int:
    """The end of the name behind `of`, `at`, `for`, with what names its owner or place."""
    words = scene.reading.words
    end = at + 1
    while end < len(words) and words[end].low in ("the", "a", "an") and end < at + 2:
        end += 1
    begin = end
    inside = list(scene.names_between(begin, min(begin + SHORT, len(words))))
    last = at
    for _, name in inside:
        if words[name.start].sentence != words[at].sentence:
            break
        gap = words[end : name.first]
        if any(w.text in STOPS or w.low in ("who", "said", "and", "says") for w in gap):
            break
        if len(gap) > 3:
            break
        end = last = name.end
        if end < len(words) and words[end].low not in ("in", "at", "of"):
            break
    if last == at:
        last = begin
        while (
            last < len(words)
            and last < begin + 4
            and words[last].text[0].isalpha()
            and (words[last].low not in word_list("function_words"))
        ):
            last += 1
            if is_body(words[last - 1].low) and words[at].low == "of":
                noun = (
                    last < len(words)
                    and words[last].text[0].isalpha()
                    and (words[last].low not in word_list("function_words"))
                )
                return at if noun and not _verb_like(words[last]) else last
        return at
    return last


def _verb_like(word: Word) -> bool:
    return word.low.endswith(("ed", "s")) or word.low in ("said", "told", "wrote")


def opens_with_noun(words: tuple[Word, ...], begin: int, end: int) -> bool:
    """Whether a noun for a person or body comes before any preposition."""
    for word in words[begin:end]:
        if word.low in ("of", "for", "at", "in", "to", "with", "from", "by", "on"):
            return False
        if is_position(word.low) or (is_body(word.low) and not word.possessive):
            return True
    return False


def before_denial(words: tuple[Word, ...], begin: int, end: int) -> int:
    """Where a stretch ends that denies a kinship: before `not related to …`, `no relation of …`.

    The end of the stretch where it denies none; its beginning where it does nothing else.
    """
    for number in range(begin, end):
        if words[number].low not in DENIALS:
            continue
        near = [word.low for word in words[number : min(number + 4, end)]]
        if near[0] in ("unrelated", "namesake") or (
            near[0] in ("no", "not") and any(low in KINSHIP for low in near[1:])
        ):
            start = number
            while start > begin and words[start - 1].low in LEADING_IN:
                start -= 1
            return start
    return end
