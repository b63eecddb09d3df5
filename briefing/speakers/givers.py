"""Who gave words out, where a source is what they gave: `an account she gave to the Times`."""

from briefing.speakers.lexicons import is_document, singular, word_set
from briefing.speakers.scene import Scene
from briefing.speakers.sources import PRONOUNS, Phrase

WORDS_OF = word_set("described words of")
GIVING = word_set("givers giving")
BETWEEN = frozenset({"also", "has", "had", "have", "later", "then", "who"})
LONGEST = 8  # words that the subject of a relative clause may have
REACH = 3  # sentences back in which somebody gives out what the source takes up


def giver_range(scene: Scene, phrase: Phrase) -> tuple[int, int] | None:
    """The words for whoever gave out what a phrase names, in it or in a sentence before it."""
    words = scene.reading.words
    noun = next((n for n in range(phrase.first, phrase.last) if _is_words(words[n].low)), -1)
    if noun < 0:
        return None
    behind = _giver_behind(scene, noun, phrase.last)
    if behind is not None or phrase.determiner != "the" or phrase.last > phrase.first + 1:
        return behind
    said = singular(words[noun].low) in WORDS_OF
    return _giver_before(scene, phrase, words[noun].low) if said else None


def _is_words(low: str) -> bool:
    """Whether a noun names words that somebody gives out."""
    return singular(low) in WORDS_OF or is_document(low)


def _giver_behind(scene: Scene, noun: int, end: int) -> tuple[int, int] | None:
    """The subject of the relative clause: `the letter (that) the trust’s owner sent`."""
    words = scene.reading.words
    first = noun + 1
    first += first < end and words[first].low in ("that", "which")
    stop = min(end, first + LONGEST)
    verb = next((n for n in range(first + 1, stop) if words[n].low in GIVING), -1)
    if verb < 0 or any(not word.text[0].isalnum() for word in words[first:verb]):
        return None
    last = verb - (words[verb - 1].low in BETWEEN)
    if PRONOUNS.get(words[first].low) in ("m", "f", "n", "p"):
        return (first, last) if last == first + 1 else None
    named = any(name.first == first for _, name in scene.names_between(first, last))
    titled = any(True for _ in scene.names_between(first, last)) and words[first].capital
    return (first, last) if (named or titled) and first < last else None


def _giver_before(scene: Scene, phrase: Phrase, head: str) -> tuple[int, int] | None:
    """The name before the verb: `Ruiz issued a statement`, taken up by `the statement`."""
    words = scene.reading.words
    here = words[phrase.first].sentence
    for noun in range(phrase.first - 2, 0, -1):
        if here - words[noun].sentence > REACH:
            return None
        if words[noun].low != head or scene.is_quoted(words[noun].start):
            continue
        verb = next((n for n in range(noun - 1, noun - 5, -1) if words[n].low in GIVING), -1)
        between = words[verb + 1 : noun]
        if verb < 1 or not any(word.low in ("a", "an") for word in between):
            return None
        at = verb
        while at > 1 and words[at - 1].low in BETWEEN:
            at -= 1
        for _, name in scene.names_between(max(0, at - 6), at):
            if name.end == at and not words[at - 1].possessive:
                return (name.first, name.end)
        return None
    return None
