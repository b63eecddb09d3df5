"""Tells what a phrase of the lexicons means by the words before it: whose clerk."""

from collections.abc import Sequence

from briefing.domain import Role
from briefing.lexicon import words as word_list
from briefing.roles.groups import groups
from briefing.roles.relevance import JOINTS
from briefing.roles.wordlist import Hit, Word, phrases

# Who is asked in a survey that tells opinions, and who asks: other surveys are studies.
POLLED = frozenset({"voter", "adult", "american", "respondent", "registered", "consumer"})
POLLSTERS = frozenset({"gallup", "pew", "marist", "quinnipiac", "yougov", "ipsos", "eurobarometer"})
CHAMBERS = frozenset({"state-word", "us-body"})
CHIEF = 4  # words that "chief" may stand before "officer"
STATELY = frozenset({"electoral", "fire", "medical", "police", "scientific", "veterinary"})
UNIONS = frozenset({"labor", "labour", "people", "trade", "union"})
MANAGING = frozenset({"title", "generic", "executive", "engineer", "citizen"})


def is_poll(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a study is a survey of opinions: "a survey of 900 adults"."""
    if hit.entry.group != "study" or "survey" not in hit.entry.keys:
        return False
    return any(word.key in POLLED or word.key in POLLSTERS for word in words)


def is_of_body(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a president is one of a body named by its initials: "QRW President Ada Moor"."""
    before = words[hit.start - 1].text if hit.start else ""
    return len(before) > 2 and before.isalpha() and before.isupper()


def presided(word: Word) -> Role | None:
    """The role of a body whose kind stands before a president: "college President Ada Moor"."""
    found = (e for e in phrases(word.key) if len(e.keys) == 1 and not e.exact)
    roles = [e.role for e in found if groups()[e.group].kind == "body"]
    return next((role for role in roles if role not in (None, Role.POLITICAL)), None)


def is_party(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a congress is a party by its name: "the Quay Renewal Congress", no state's one."""
    before = words[max(0, hit.start - 2) : hit.start]
    named = len(before) == 2 and all(word.text[0].isupper() for word in before)
    if words[hit.start].text != "Congress" or hit.end - hit.start > 1 or not named:
        return False
    kinds = {groups()[entry.group].kind for word in before for entry in phrases(word.key)[-1:]}
    return "place" not in kinds and before[-1].key not in UNIONS


def is_executive(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether an officer is a firm's: "chief information security officer"."""
    before = [word.key for word in words[max(0, hit.start - CHIEF) : hit.start]]
    return words[hit.start].key == "officer" and "chief" in before and not STATELY & set(before)


def is_of_town(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a manager or clerk is a town's: "city finance director", no "Quay City captain"."""
    last = words[hit.end - 1].key
    if hit.entry.group not in MANAGING or last not in word_list("roles/servants.txt"):
        return False
    before = words[max(0, hit.start - 2) : hit.start]
    town = next(
        (n for n, word in enumerate(before) if word.key in word_list("roles/communities.txt")), None
    )
    if town is None or any(word.is_mark or word.key in JOINTS for word in before[town:]):
        return False
    at = hit.start - len(before) + town
    club = words[at].text[0].isupper() and words[hit.start].text[0].islower()
    return not (club and at and words[at - 1].text[0].isupper())
