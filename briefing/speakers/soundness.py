"""Whether words can be printed as a position, an affiliation or a name, by their classes."""

import re
from functools import lru_cache

from briefing.speakers.lexicons import (
    MEMORY,
    countries,
    is_body,
    is_plural_position,
    is_position,
    mapping,
    word_list,
    word_set,
)

AGE = re.compile(r"\d+-year-old,?")
BASED = re.compile(r"^.*-based\b ?")
LENGTH = 12  # words that a position may have at most
WORK = 8  # words that a verb and what is done may have at most
FINITE = word_set("soundness finite")
SUBJECTS = word_set("soundness subjects")
OPENING = word_set("soundness opening")
ARTICLES = word_set("soundness articles")
ENDING = word_set("soundness ending")
COUNTED = word_set("soundness counted")
OWN = word_set("soundness own")
NOBODY = word_set("soundness nobody")
VAGUE = word_set("soundness vague")
RELATIVES = word_set("soundness relatives")
OFFICE_VERBS = word_set("soundness office verbs")
EVENTS = word_set("soundness events")
BARE = word_set("soundness bare")
LINKED = ("-aligned", "-backed", "-born", "-linked", "-led", "-trained")
QUARTERS = frozenset({"eastern", "northern", "southern", "western"})  # `a Western diplomat`
VERBS = word_set("soundness verbs")
NAMESAKES = word_set("soundness namesakes")
TIMES = word_set("soundness times")
TIES = word_set("positions objects")
MARKS = "\"“”‘’'()[],;:–—-"


@lru_cache(MEMORY)
def sound_position(text: str, *, named: bool, single: bool) -> str:
    """A position without loose words at its ends, or nothing where it is no noun of standing.

    `named` tells that it is said of a name and not part of a description, `single` that it is
    said of one person. A verb with what is done stands for a position where it tells work that
    goes on or an office.

    >>> sound_position("another parliamentarian", named=True, single=True)
    'parliamentarian'
    >>> sound_position("where she accused the mayor", named=True, single=True)
    ''
    >>> sound_position("heads the harbour office", named=True, single=True)
    'heads the harbour office'
    """
    words = _trim(text.split(), ARTICLES, ENDING)
    words = words[1:] if words and AGE.fullmatch(words[0]) else words
    lows = _lows(words)
    if not words or text.count('"') % 2 or lows[0] in OPENING:
        return ""
    if lows[0] in word_list("work_verbs") and not is_position(lows[0]):
        stop = lows.index("and") if len(lows) > WORK and "and" in lows else len(lows)
        return " ".join(words[:stop]) if _tells_work(lows[:stop]) else ""
    if (FINITE | SUBJECTS | RELATIVES) & set(lows):
        return ""
    stop = next((n for n, low in enumerate(lows) if n and low in TIES), len(lows))
    if stop > LENGTH:
        return ""
    head = next((n for n in range(stop - 1, -1, -1) if _stands(lows[n])), -1)
    if head < 0:
        body = not single and is_body(lows[stop - 1]) and not _loose(lows[: stop - 1])
        return " ".join(words) if body else ""
    if VERBS & set(lows[1:head]) or lows[head] in VAGUE or _loose(lows[:head], counted=not named):
        return ""
    one = is_position(lows[head]) or lows[head] in mapping("titles")
    return "" if single and not one else " ".join(words)


def _stands(low: str) -> bool:
    """Whether a word is a noun of standing, singular or plural, or its abbreviation."""
    return is_position(low) or is_plural_position(low) or low in mapping("titles")


def _loose(lows: list[str], *, counted: bool = False) -> bool:
    """Whether a small word stands before a noun where only adjectives and names can."""
    small = set(lows) & (word_list("function_words") | OWN)
    return bool(small - COUNTED if counted else small - {"first", "second", "own", "and", "of"})


def _tells_work(lows: list[str]) -> bool:
    """Whether a verb and its objects tell what somebody does, and no story."""
    if len(lows) > WORK or (FINITE | SUBJECTS | RELATIVES | OWN) & set(lows[1:]):
        return False
    return lows[0] in OFFICE_VERBS or (lows[0] not in EVENTS and len(lows) > 1)


@lru_cache(MEMORY)
def sound_affiliation(text: str) -> str:
    """An affiliation without loose words at its ends, or nothing where it is no body or place.

    >>> sound_affiliation("if you could stop"), sound_affiliation("the Weir Trust of")
    ('', 'Weir Trust')
    """
    words = BASED.sub("", text.removeprefix("one of ")).split()  # `Lima-based` is where it sits
    words = _trim(words, ARTICLES | OWN, ENDING)
    lows = _lows(words)
    if not words or lows[0] in OPENING or (FINITE | SUBJECTS | RELATIVES | OWN) & set(lows):
        return ""
    people = words[-1] not in countries() and words[-1].removesuffix("s") in countries()
    crowd = is_plural_position(lows[0]) and not is_body(lows[0])  # `lawyers for the families`
    if len(lows) == 1 and (
        lows[0] in QUARTERS or crowd or people or lows[0] in BARE or _is_office(words[0], lows[0])
    ):
        return ""
    if any(low.endswith(LINKED) for low in lows):
        return ""  # `Qaeda-linked cleric`
    named = any(word != word.lower() or word[:1].isdigit() for word in words)  # also `eHarbour`
    if _is_counted(words, lows):
        return ""
    known = (
        named
        or is_body(lows[-1])
        or (lows[-1] == "body" and len(lows) > 1)
        or lows[-1] in word_list("places")
    )
    return " ".join(words) if known else ""


def _is_counted(words: list[str], lows: list[str]) -> bool:
    """Whether words in small letters count things: `both capitals`, `a town of 9,000 people`."""
    small = all(word == word.lower() for word in words)
    first = lows[0] in COUNTED - {"a", "first", "own"} or lows[0] == "both"
    return small and len(words) > 1 and (first or any(low[:1].isdigit() for low in lows))


def _is_office(word: str, low: str) -> bool:
    """Whether a single word is an office and no body: `General`, `Attorney`."""
    known = word in countries() or is_body(low) or is_plural_position(low)
    return not known and (is_position(low) or low in mapping("titles"))


@lru_cache(MEMORY)
def sound_name(text: str, *, named: bool) -> str:
    """A name or description as it can be printed, or nothing where it names nobody.

    A description ends before its verb.

    >>> sound_name("many of whom", named=False), sound_name("the", named=False)
    ('many', '')
    >>> sound_name("ferry riders told local reporters", named=False)
    'ferry riders'
    """
    words = text.strip(" ,;:–—-").split()
    if named:
        return "" if len(words) == 1 and words[0].lower() in NOBODY else _closed(" ".join(words))
    lows = _lows(words)
    related = next((n for n, low in enumerate(lows) if low in RELATIVES), len(lows))
    verb = next((n for n in range(related) if lows[n] in FINITE or _tells(words, n)), related)
    if lows[:1] and lows[0] in SUBJECTS and len(lows) > 1:
        return ""
    if verb < related:
        words = words[:verb]
    times = frozenset() if _is_passive(words) else TIMES
    words = words if _ends_title(words) else _trim(words, frozenset(), ENDING | RELATIVES | times)
    lows = _lows(words)
    if not words or (len(words) == 1 and lows[0] in NOBODY | ARTICLES):
        return ""
    opens = lows[0] in OPENING and not (len(lows) > 1 and _counts(lows[1]))
    return "" if opens else _closed(" ".join(words))


def _is_passive(words: list[str]) -> bool:
    """Whether a participle goes before: `cannot be named`, `one of those elected Sunday`."""
    if len(words) < 2:
        return False
    before, last = words[-2].lower(), words[-1].lower()
    day = "of" in words[:-2] and last.endswith("day") and last in TIMES
    return before in ("be", "been") or (day and before.endswith(("ed", "ing")))


def _ends_title(words: list[str]) -> bool:
    """Whether a word of time ends the name of a newspaper or show: `Weir Today`."""
    return len(words) > 1 and words[-2][:1].isupper() and words[-1] in ("Today", "Now", "Tonight")


def _tells(words: list[str], number: int) -> bool:
    """Whether a past verb with its object follows a group: `police released the video`."""
    word = words[number]
    if not number or number + 1 == len(words) or not word.islower() or not word.endswith("ed"):
        return False
    group, after = _bare(words[number - 1]), _bare(words[number + 1])
    if word in COUNTED or group in COUNTED or words[number + 1][:1].isupper():
        return False
    if not (is_plural_position(group) or group == "police"):
        return False
    small = after in word_list("function_words") and after not in {"the", "a", "an", "his", "her"}
    return after[:1].isalpha() and not (small or after.endswith("ly"))


def _counts(low: str) -> bool:
    return low[:1].isdigit() or low in COUNTED


def _closed(text: str) -> str:
    """A text with a partner for a quotation mark that opens, without one that only closes."""
    if text.count('"') == 1:
        at = text.index('"')
        return f'{text}"' if not at or text[at - 1] == " " else text.replace('"', "")
    if text.count("“") > text.count("”"):
        return f"{text}”"
    return text if text.count("“") == text.count("”") else text.replace("”", "")


def _trim(words: list[str], left: frozenset[str], right: frozenset[str]) -> list[str]:
    """Words without those of the sets `left` and `right` at their ends."""
    first, last = 0, len(words)
    while first < last and _bare(words[first]) in left:
        first += 1
    while last > first and _bare(words[last - 1]) in right:
        last -= 1
    return words[first:last]


def _lows(words: list[str]) -> list[str]:
    """Words in lower case without marks; capitals of names stay: `US`, `Theresa May`."""
    lows = [_bare(word) for word in words]
    for number, (word, low) in enumerate(zip(words, lows, strict=True)):
        named = word.isupper() or (number and word[:1].isupper())
        if (named and low in FINITE | SUBJECTS | RELATIVES) or (low in NAMESAKES and word != low):
            lows[number] = word
    return lows


def _bare(word: str) -> str:
    """A word in lower case without marks and genitive ending."""
    return word.lower().replace("’", "'").strip(MARKS).removesuffix("'s")
