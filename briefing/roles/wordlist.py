"""Finds the phrases of the role lexicons in a short text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.domain import Role
from briefing.lexicon import table

# A word, with inner dots, ampersands and apostrophes ("U.S", "AT&T", "O'Hara"), or one mark.
WORD = re.compile(r"[^\W_]+(?:[.&'][^\W_]+)*|[^\w\s']")
SKIPPED = ("-", "–", ".")  # marks that may stand inside a phrase: "vice-president", "Lt. Gen."
PLAIN_MARKS = str.maketrans("‘’ʼ`", "''''")
LONGEST_ACRONYM = 6
SINGULAR = frozenset({"news", "corps"})  # no plurals
LEAST_FORMED = 8  # letters of a word that is told by its ending
PHRASE_FILES = (
    "documents.tsv",
    "organisations.tsv",
    "institutions.tsv",
    "nations.tsv",
    "positions.tsv",
    "posts.tsv",
    "countries.tsv",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, with the key it is looked up by."""

    text: str
    key: str

    @property
    def is_mark(self) -> bool:
        """Whether this is a punctuation mark."""
        return not self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a lexicon: its group, and the role that the group speaks for (None: none)."""

    keys: tuple[str, ...]
    exact: tuple[str, ...]
    group: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at words `[start, end)`."""

    entry: Entry
    start: int
    end: int


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The key of a word: without case, accents and the ending of plurals and genitives.

    Words that are spelled in two ways have one key.

    >>> [fold(w) for w in ("Ministers'", "Élysée", "agencies", "Congress", "U.S.")]
    ['minister', 'elysee', 'agency', 'congress', 'u.s']
    """
    plain = word.translate(PLAIN_MARKS)
    if not plain.isascii():
        spread = unicodedata.normalize("NFKD", plain)
        plain = "".join(ch for ch in spread if not unicodedata.combining(ch))
    plain = _singular(plain.lower().removesuffix("'s").rstrip(".'"))
    return _spellings().get(plain, plain)


@cache
def _spellings() -> dict[str, str]:
    return {row[0]: row[1] for row in table("roles/spellings.tsv")}


def _singular(plain: str) -> str:
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 5 and plain.endswith(("sses", "ches", "shes", "xes")):
        return plain[:-2]
    if len(plain) > 3 and plain[-1] == "s" and plain[-2] not in "sui" and plain not in SINGULAR:
        return plain[:-1]
    return plain


@lru_cache(maxsize=1024)
def split_words(text: str) -> tuple[Word, ...]:
    """The words and marks of a text in order, without apostrophes and genitive endings.

    >>> [word.text for word in split_words("France’s ex-premier, 61")]
    ['France', 'ex', '-', 'premier', ',', '61']
    """
    return tuple(_word(part) for part in WORD.findall(text.translate(PLAIN_MARKS)))


@lru_cache(maxsize=8192)
def _word(part: str) -> Word:
    bare = part.removesuffix("'s")
    return Word(bare, fold(bare))


def _words_of(phrase: str) -> tuple[Word, ...]:
    return tuple(word for word in split_words(phrase) if not word.is_mark or word.text == "&")


def _entry(phrase: str, role: str, group: str) -> Entry:
    words = _words_of(phrase)
    exact = tuple(word.text for word in words) if phrase != phrase.lower() else ()
    return Entry(
        tuple(word.key for word in words), exact, group, Role(role) if role != "-" else None
    )


@cache
def _rows() -> dict[str, list[tuple[str, ...]]]:
    """The rows of all phrase files by the key of their first word, which alone is read."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in PHRASE_FILES:
        for row in table(f"roles/{name}"):
            index.setdefault(_first_key(row[0]), []).append(row)
    return index


def _first_key(phrase: str) -> str:
    """The key of the first word of a phrase, by a short way for words of letters alone."""
    head = phrase.partition(" ")[0]
    if head.isalnum():
        return fold(head)
    parts = (match[0] for match in WORD.finditer(phrase.translate(PLAIN_MARKS)))
    return _word(next(part for part in parts if part[0].isalnum() or part == "&")).key


@lru_cache(maxsize=8192)
def phrases(first: str) -> tuple[Entry, ...]:
    """The entries that begin with a key; longer ones first, ones with capitals before others.

    A word that none begins with may be told by its ending: "acarologist".
    """
    rows = _rows().get(first, ()) or _formed(first)
    return tuple(sorted((_entry(*row[:3]) for row in rows), key=_precedence))


def _formed(word: str) -> Sequence[tuple[str, ...]]:
    """The row that the ending of a word makes for it, if it has such an ending."""
    if len(word) < LEAST_FORMED or not word.isalpha():
        return ()
    found = (row for row in table("roles/endings.tsv") if word.endswith(row[0]))
    return [(word, row[1], row[2]) for row in found][:1]


def _precedence(entry: Entry) -> tuple[int, bool]:
    return (-len(entry.keys), not entry.exact)


@cache
def markers() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that tell when a position is or was held, by their first key."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in table("roles/markers.tsv"):
        keys = tuple(word.key for word in _words_of(phrase))
        index.setdefault(keys[0], []).append((keys, meaning))
    return {key: tuple(sorted(found, key=lambda m: -len(m[0]))) for key, found in index.items()}


def find_hits(words: Sequence[Word]) -> tuple[Hit, ...]:
    """The longest entries in the words, left to right, without overlap.

    >>> [(h.entry.group, h.start, h.end) for h in find_hits(split_words("vice-president of Peru"))]
    [('executive', 0, 3), ('country', 4, 5)]
    """
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        hit = _longest_at(words, at)
        if hit is not None:
            hits.append(hit)
        at = hit.end if hit is not None else at + 1
    return tuple(hits)


def _longest_at(words: Sequence[Word], at: int) -> Hit | None:
    for entry in phrases(words[at].key):
        end = _match(words, at, entry)
        if end is not None:
            return Hit(entry, at, end)
    return None


def _match(words: Sequence[Word], at: int, entry: Entry) -> int | None:
    for number, key in enumerate(entry.keys):
        if number and at < len(words) and words[at].text in SKIPPED:
            at += 1
        if at >= len(words) or words[at].key != key:
            return None
        if entry.exact and not _same_case(words[at].text, entry.exact[number]):
            return None
        at += 1
    return at


def _same_case(word: str, exact: str) -> bool:
    """Whether a word is capitalised like the word of an entry; acronyms must be the same."""
    if exact.isupper() and len(exact) <= LONGEST_ACRONYM:
        return word == exact
    return word[0].isupper() or not exact[0].isupper()
