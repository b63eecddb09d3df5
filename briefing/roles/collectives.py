"""Tells from the article who stands behind "the two sides" or "both leaders"."""

from collections import Counter

from briefing.domain import Grade, Role, Speaker
from briefing.lexicon import words
from briefing.roles.claims import COUNTED, Claim
from briefing.roles.groups import groups
from briefing.roles.portrait import Field, first_member
from briefing.roles.tense import When
from briefing.roles.wordlist import Hit, find_hits, split_words

BEFORE, BEHIND = 1200, 600  # characters read around the first mention
LEAST = 3  # state bodies, office-holders and states among them
SHARE = 0.75  # of all sources among them
WEIGHT = 1.6  # logits
SHOWN = 2  # words named as evidence


def claim_behind(text: str, speaker: Speaker) -> tuple[Claim, ...]:
    """The claim that a collective of an article about states is official; none elsewhere.

    >>> story = "The foreign ministers of Peru and Chile met. The two sides will meet again."
    >>> [claim.role.value for claim in claim_behind(story, Speaker("two sides"))]
    ['official']
    """
    name = split_words(first_member(speaker))
    heads = [word.key for word in name if word.key not in COUNTED]
    if len(heads) != 1 or heads[0] not in words("roles/collectives.txt"):
        return ()
    if speaker.grade is Grade.DOCUMENT:
        return ()
    start = speaker.mentions[0].start if speaker.mentions else len(text)
    around = split_words(text[max(0, start - BEFORE) : start + BEHIND])
    sources = [hit for hit in find_hits(around) if _is_source(hit)]
    states = [hit for hit in sources if hit.entry.role in (None, Role.OFFICIAL)]
    if len(states) < LEAST or len(states) < SHARE * len(sources):
        return ()
    spelled = (" ".join(word.text for word in around[hit.start : hit.end]) for hit in states)
    told = ", ".join(name for name, _ in Counter(spelled).most_common(SHOWN))
    return (Claim(Role.OFFICIAL, "title of state", told, Field.CONTEXT, When.PRESENT, WEIGHT),)


def _is_source(hit: Hit) -> bool:
    group = groups()[hit.entry.group]
    if hit.entry.role is None:
        return hit.entry.group in ("country", "capital")
    return group.kind in ("person", "state body", "body")
