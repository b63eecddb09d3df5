"""Parts an office from whose it is: `Australian Foreign Minister`, `Indiana Gov.`."""

import re
from itertools import takewhile

from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_place,
    is_position,
    mapping,
    word_list,
    word_set,
)
from briefing.speakers.soundness import sound_affiliation

WHOLE = word_set("offices whole")
CHIEFS = word_set("offices chiefs")  # offices that a place or body in front of them has
HEADS = word_set("offices heads")  # such ones that others have too: `Art Director`
PARTIES = frozenset({"Conservative", "Green", "Labour", "Liberal", "Tory"})
PARTISAN = word_set("offices partisan")
DISTRICTS = frozenset({"county", "district", "province", "prefecture", "region", "parish"})
QUALIFIERS = word_set("offices qualifiers")  # what an office may be of: `Town Clerk`


def part_office(text: str, position: str, affiliation: str) -> tuple[str, str]:
    """An office without the country, state or force it begins with, and its affiliation.

    What stands inside the office tells whose it is; the country is printed by its own name
    where the article `text` prints that. An affiliation that is no country stays as it is.

    >>> part_office("She flew to Japan.", "Japanese foreign minister", "Chile")
    ('foreign minister', 'Japan')
    >>> part_office("Indiana Gov. Mia Prell spoke.", "Indiana Gov", "")
    ('Gov.', 'Indiana')
    """
    words = position.split()
    length = _employer(text, words)
    if length and not affiliation:
        return with_stop(text, " ".join(words[length:])), " ".join(words[:length])
    for count in (2, 1):
        owner, rest = " ".join(words[:count]), words[count:]
        if not rest or _is_whole(rest) or not _is_owner(owner):
            continue
        named = own_name(text, owner)
        free = not affiliation or is_place(affiliation)
        return with_stop(text, " ".join(rest)), named if free else affiliation
    return with_stop(text, position), affiliation


def own_name(text: str, owner: str) -> str:
    """A country's adjective as its name where an article `text` prints that; others unchanged.

    >>> own_name("Norway is wet.", "Norwegian"), own_name("Norwegians left.", "Norwegian")
    ('Norway', 'Norwegian')
    """
    country = countries().get(owner)
    if not country or owner not in country.adjectives:
        return owner
    return country.name if re.search(rf"\b{re.escape(country.name)}\b", text) else owner


def with_stop(text: str, position: str) -> str:
    """A position that ends with an abbreviation, with the full stop that the article prints."""
    last = position.rpartition(" ")[2].lower()
    stops = last in mapping("titles") and mapping("titles")[last] != last
    return f"{position}." if stops and f"{position}." in text else position


def _employer(text: str, words: list[str]) -> int:
    """How many words of an office name its body or town: `WMO Deputy Director`, `Weirco CEO`.

    `Hadley Town Clerk`, `Marlow County Sheriff`; before heads of any body only what the article
    names elsewhere: `Weirco Director`, but no `Art Director`.
    """
    if len(words) < 2:
        return 0
    if words[0].isupper() and 1 < len(words[0]) < 7 and not _is_office(words[0]):
        return 1 if words[0] not in countries() else 0
    if words[0] in PARTIES and words[-1].lower() in PARTISAN:
        return 1
    head = next((n for n, word in enumerate(words) if word.islower()), len(words)) - 1
    if head < 1 or words[head].lower().strip(".") not in CHIEFS | HEADS:
        return 0
    begin = head
    fields = QUALIFIERS | word_list("portfolios")
    while begin and (_is_office(words[begin - 1]) or words[begin - 1].lower() in fields):
        begin -= 1
    if begin and begin < head and words[begin].lower() in DISTRICTS:
        begin += 1
    owner = words[:begin]
    if not begin or any(not word[:1].isupper() or _is_office(word) for word in owner):
        return 0
    name, office = " ".join(owner), " ".join(words[begin : head + 1])
    known = text.count(name) > text.count(f"{name} {office}") or is_body(owner[-1].lower())
    return begin if known or words[head].lower().strip(".") in CHIEFS else 0


def _is_office(word: str) -> bool:
    """Whether a word is part of an office: `CEO`, `Deputy`, `Lord`, `Executive`."""
    low = word.lower()
    known = is_position(low) or low in mapping("titles") or low in mapping("honorifics")
    return known or low in word_list("function_words") or word in countries()


def _is_whole(rest: list[str]) -> bool:
    """Whether what follows a country belongs to it: `U.S. Attorney`, `New York Times editor`."""
    lows = list(takewhile(lambda low: low not in ("of", "for"), (word.lower() for word in rest)))
    if not lows or (lows[0] in WHOLE and lows[1:2] != ["general"]):
        return True
    return any(is_body(low) and not is_position(low) for low in lows)


def _is_owner(words: str) -> bool:
    """Whether words before an office are a country, a place or the police of one."""
    if words.endswith(" police"):
        return words[:1].isupper() and bool(sound_affiliation(words))
    return is_place(words) and not is_body(words.lower())
