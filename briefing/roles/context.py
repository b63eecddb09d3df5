"""Tells from what an article is about who speaks behind "the two sides" or "the chair"."""

from collections import Counter
from collections.abc import Sequence

from briefing.domain import Grade, Role, Speaker
from briefing.lexicon import words
from briefing.roles.claims import COUNTED, Claim
from briefing.roles.groups import groups
from briefing.roles.passages import Field
from briefing.roles.portrait import first_member
from briefing.roles.tense import When
from briefing.roles.wordlist import Hit, find_hits, split_words

BEFORE, BEHIND = 1200, 600  # characters read around the first mention
LEAST = 3  # sources of the leading role among them
SHARE = 0.75  # of all sources among them
COLLECTIVE, TITLE = 1.6, 0.8  # logits
TOLD = frozenset({Role.OFFICIAL, Role.EXPERT})
SILENT = frozenset({"title", "generic", "home"})
SHOWN = 2  # words named as evidence


def claim_by_context(text: str, speaker: Speaker, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claim that a source without words of its own has the role of most around it.

    Sources like that are collectives ("both sides") and holders of a title of no named body.

    >>> story = "The foreign ministers of Peru and Chile met. The two sides will meet again."
    >>> [claim.role.value for claim in claim_by_context(story, Speaker("two sides"), ())]
    ['official']
    """
    weight = _weight(speaker, claims)
    if not weight:
        return ()
    start = speaker.mentions[0].start if speaker.mentions else len(text)
    around = split_words(text[max(0, start - BEFORE) : start + BEHIND])
    sources = [hit for hit in find_hits(around) if _is_source(hit)]
    for role in TOLD:
        same = [hit for hit in sources if (hit.entry.role or Role.OFFICIAL) is role]
        if len(same) >= LEAST and len(same) >= SHARE * len(sources):
            spelled = (" ".join(word.text for word in around[h.start : h.end]) for h in same)
            told = ", ".join(name for name, _ in Counter(spelled).most_common(SHOWN))
            return (Claim(role, "context", told, Field.CONTEXT, When.PRESENT, weight),)
    return ()


def _weight(speaker: Speaker, claims: Sequence[Claim]) -> float:
    """How much the context may say of a speaker; 0 where other words say more."""
    if speaker.grade is Grade.DOCUMENT:
        return 0.0
    heads = [w.key for w in split_words(first_member(speaker)) if w.key not in COUNTED]
    if len(heads) == 1 and heads[0] in words("roles/collectives.txt"):
        return COLLECTIVE
    told = {claim.group for claim in claims}
    if speaker.affiliation and speaker.affiliation[:1].isupper():
        return 0.0  # a body that the lexicons do not know
    return TITLE if "title" in told and told <= SILENT else 0.0


def _is_source(hit: Hit) -> bool:
    """Whether a hit names somebody who could be a source."""
    group = groups()[hit.entry.group]
    if hit.entry.role is None:
        return hit.entry.group in ("country", "capital")
    return group.kind in ("person", "state body", "body")
