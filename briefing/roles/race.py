"""Tells whether an article is on the very race in which the names of the model were learned."""

import re
from bisect import bisect_left
from datetime import UTC, datetime
from functools import cache, lru_cache

from briefing.lexicon import table
from briefing.roles.features import CLOSE, find_elections, is_campaign

BEGAN, ENDED = datetime(2015, 3, 1, tzinfo=UTC), datetime(2017, 1, 20, tzinfo=UTC)
# "2019", not "$2019", "2,019" or "20190": a year that was still to come.
YEAR = re.compile(r"(?<![\d,.$€£])20(?:1[7-9]|[2-9]\d)(?![\d,]|\.\d)")
# "a President Moor" and "any Moor administration" are of what may come.
SUPPOSED = r"(?<!\ba )(?<!\ban )(?<!\bany )(?<!\bvice )(?<!-)"


def is_learned_race(text: str, published: datetime | None = None) -> bool:
    """Whether an article is on the race whose names were learned, and written during it.

    Somebody of the field must stand beside words of an election, and either somebody else of it
    be named, or who was president then, or the article be of those months. Years to come, and
    titles that nobody held before, tell an article of other times.
    """
    during = published is not None and BEGAN <= published < ENDED
    return (published is None or during) and _tells_of_race(text, during)


@lru_cache(maxsize=8)
def _tells_of_race(text: str, during: bool) -> bool:
    if not is_campaign(text) or YEAR.search(text) or _pattern("later").search(text):
        return False
    named = list(_pattern("field").finditer(text))
    if not any(_is_in_election(text, match.span()) for match in named):
        return False
    several = len({match[0].lower().replace("’", "'") for match in named}) > 1
    return during or several or _pattern("sitting").search(text) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """How phrases of a kind are found in a text; titles in any case."""
    phrases = [re.escape(phrase) for each, phrase in table("roles/race.tsv") if each == kind]
    longest_first = "|".join(sorted(phrases, key=len, reverse=True)).replace("'", "['’]")
    if kind == "field":
        return re.compile(rf"\b(?:{longest_first})\b")
    before = r"(?<!\bformer )(?<!\bex-)" if kind == "sitting" else SUPPOSED
    return re.compile(rf"{before}\b(?:{longest_first})\b", re.IGNORECASE)


def _is_in_election(text: str, place: tuple[int, int]) -> bool:
    """Whether a place in a text is close to a word of an election."""
    found = find_elections(text)
    at = bisect_left(found, (place[0] - CLOSE, 0))
    return at < len(found) and found[at][1] <= place[1] + CLOSE
