"""Tells names of people from names of bodies and descriptions."""

from functools import lru_cache

from briefing.domain import Grade
from briefing.lexicon import words
from briefing.roles.groups import groups
from briefing.roles.wordlist import find_hits, split_words

PARTICLES = frozenset({"de", "van", "von", "der", "al", "bin", "da", "del", "la", "ibn"})
BODIES = frozenset({"state body", "body", "office", "paper"})
# What stands before the name of a school: "Universidad del Sur", "Hospital Moor".
SCHOOLS = frozenset({"university", "hospital", "expert-org-word"})
LONGEST = 5  # words of a person's name


@lru_cache(maxsize=512)
def is_person(name: str, grade: Grade) -> bool:
    """Whether a name is a person's: a few words with capitals, and none that a body would bear.

    >>> [is_person(n, Grade.NAMED) for n in ("Ana B. Luz", "Trade Ministry", "senior aide")]
    [True, False, False]
    """
    parts = name.split()
    if grade is not Grade.NAMED or not 2 <= len(parts) <= LONGEST:
        return False
    if not all(part[0].isupper() or part in PARTICLES for part in parts):
        return False
    spelled = [word for word in split_words(name) if not word.is_mark]
    surnames = words("roles/surnames.txt")
    for hit in find_hits(spelled):
        body = groups()[hit.entry.group].kind in BODIES
        if hit.entry.group == "police" and hit.start and spelled[-1].text == "Police":
            return False
        if body and (hit.end - hit.start > 1 or (not hit.start and hit.entry.group in SCHOOLS)):
            return False
        if body and hit.end == len(spelled) and spelled[-1].key not in surnames:
            return False
    return True
