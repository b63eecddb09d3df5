"""Parts an office from whose it is: `Australian Foreign Minister`, `Indiana Gov.`."""

from briefing.speakers.lexicons import countries, is_body, is_position, mapping, word_list, word_set
from briefing.speakers.soundness import sound_affiliation

WHOLE = word_set("offices whole")


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
    for count in (2, 1):
        owner, rest = " ".join(words[:count]), words[count:]
        if not rest or _is_whole(rest) or not _is_owner(owner):
            continue
        country = countries().get(owner)
        adjective = country and owner in country.adjectives
        named = country.name if country and adjective and country.name in text else owner
        free = not affiliation or affiliation in countries() or _is_place(affiliation)
        return with_stop(text, " ".join(rest)), named if free else affiliation
    return with_stop(text, position), affiliation


def with_stop(text: str, position: str) -> str:
    """A position that ends with an abbreviation, with the full stop that the article prints."""
    last = position.rpartition(" ")[2].lower()
    stops = last in mapping("titles") and mapping("titles")[last] != last
    return f"{position}." if stops and f"{position}." in text else position


def _is_whole(rest: list[str]) -> bool:
    """Whether what follows a country belongs to it: `U.S. Attorney`, `New York Times editor`."""
    lows = [word.lower() for word in rest]
    if lows[0] in WHOLE and lows[1:2] != ["general"]:
        return True
    return any(is_body(low) and not is_position(low) for low in lows)


def _is_place(words: str) -> bool:
    return words in countries() or words.lower() in word_list("places")


def _is_owner(words: str) -> bool:
    """Whether words before an office are a country, a place or the police of one."""
    if words.endswith(" police"):
        return words[:1].isupper() and bool(sound_affiliation(words))
    return _is_place(words) and not is_body(words.lower())
