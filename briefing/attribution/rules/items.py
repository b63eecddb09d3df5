"""Words, marks and whole quotations as items with their word classes."""

from functools import cache

from briefing.quotation import Quotation

from .words import class_words, forms

# What a word can be; a word may be several things at once.
(
    NAME,
    NOUN,
    NUMBER,
    DETERMINER,
    PRONOUN,
    PREPOSITION,
    COORDINATOR,
    SUBORDINATOR,
    RELATIVE,
    WH,
    AUXILIARY,
    ADVERB,
    TIME,
    NEGATION,
    FINITE,
    PARTICIPLE,
    ING,
    QUOTE,
    MARK,
    ATTACH,
    BE,
    OBJECT,
    BASE,
    SPEECH,
    CONTRACTED,
) = (1 << bit for bit in range(25))


CLASSES = {
    "determiner": DETERMINER,
    "person": PRONOUN,
    "pronoun": PRONOUN,
    "object": OBJECT,
    "relative": RELATIVE,
    "wh": WH,
    "preposition": PREPOSITION,
    "attach": ATTACH,
    "coordinator": COORDINATOR,
    "subordinator": SUBORDINATOR,
    "modal": AUXILIARY,
    "be": AUXILIARY | BE,
    "have": AUXILIARY,
    "do": AUXILIARY,
    "negation": NEGATION,
    "adverb": ADVERB,
    "time": TIME,
}


TENSES = {"third": FINITE, "past": FINITE, "participle": PARTICIPLE, "ing": ING, "base": BASE}


DASHES = frozenset(["—", "–", "--", "―"])


SPEECH_END = frozenset(",?!.…—–-")


SPEECH_WORDS = 6
CLOSING = "”’\"'»」 "  # marks and blanks behind the last word of a quotation


CONTRACTIONS = frozenset(["ll", "ve", "re", "d", "m", "s"])


class Item:
    """A word, a mark, or a whole quotation of a line."""

    __slots__ = ("end", "flags", "low", "quote", "start", "text")

    def __init__(
        self, start: int, end: int, text: str, flags: int, quote: Quotation | None = None
    ) -> None:
        """Starts with nothing but what is given."""
        self.start, self.end, self.text = start, end, text
        self.flags, self.quote = flags, quote
        self.low = text.lower().replace("’", "'") if quote is None else "“"

    def __repr__(self) -> str:
        """The words, for the reader of a failed test."""
        return f"Item({self.text!r})"


@cache
def _word_flags() -> dict[str, int]:
    flags: dict[str, int] = {}
    for name, bits in CLASSES.items():
        for word in class_words(name):
            flags[word] = flags.get(word, 0) | bits
    for form, readings in forms().items():
        for reading in readings:
            flags[form] = flags.get(form, 0) | TENSES[reading.tense]
    return flags


def classify(word: str, *, first: bool) -> int:
    """The classes of a word; `first` where it opens a sentence, so that its capital says little.

    >>> bool(classify("Warsaw", first=False) & NAME), bool(classify("the", first=False) & NAME)
    (True, False)
    """
    low = word.lower().replace("’", "'")
    flags = _word_flags().get(low, 0)
    if "'" in low and not flags:
        return _classify_apostrophe(word, low)
    head = word[0]
    if len(word) > 1 and word[:2].isupper() and word.isalpha():
        return NAME
    if head.isdigit():
        return flags | NUMBER
    if not head.isalpha() and head not in "@#":
        return flags | MARK
    capital = head.isupper() or head == "@" or not head.islower()
    if capital and not (first and flags) and not (flags & (PRONOUN | DETERMINER) and len(low) < 5):
        return (flags & (TIME | PREPOSITION | COORDINATOR)) | NAME
    return flags or (NAME if capital else _classify_ending(low))


def _classify_ending(low: str) -> int:
    """The classes of a word of no list."""
    if low.endswith("ly") and len(low) > 4:
        return ADVERB
    if low.endswith("ed") and len(low) > 4:
        return FINITE | PARTICIPLE
    if low.endswith("ing") and len(low) > 5:
        return ING | NOUN
    return NOUN


def _classify_apostrophe(word: str, low: str) -> int:
    """The classes of a contraction (she'll), a possessive (the port's) or a name (O'Dea)."""
    stem, _, ending = low.rpartition("'")
    known = _word_flags().get(stem, 0) if ending in CONTRACTIONS else 0
    capital = word[0].isupper()
    if known & (PRONOUN | WH | DETERMINER | RELATIVE) and not (capital and word[:2].isupper()):
        return known | AUXILIARY | CONTRACTED
    return NAME if capital else NOUN


def is_speech(words: str) -> bool:
    """Whether quoted words read as speech: they end as a sentence or clause does, or are many.

    >>> is_speech("We will act,"), is_speech("red line")
    (True, False)
    """
    if words.count(" ") >= SPEECH_WORDS:
        return True
    last = words.rstrip(CLOSING)[-1:]
    return last in SPEECH_END and not (last == "," and words.istitle() and " " in words)
