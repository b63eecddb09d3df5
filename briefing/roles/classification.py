"""Decides the role of a speaker from what the article says of it."""

import math
from collections.abc import Sequence
from datetime import datetime
from functools import cache, lru_cache

from briefing.domain import Role, RoleDecision, Speaker, section_of
from briefing.lexicon import table
from briefing.roles.claims import Claim, find_claims
from briefing.roles.context import claim_by_context
from briefing.roles.features import describe, is_campaign
from briefing.roles.introductions import introduce_document
from briefing.roles.learned import learned_evidence, score_learned
from briefing.roles.portrait import portray
from briefing.roles.race import is_learned_race
from briefing.roles.rules import STATES, Scores, score_roles, trust_links
from briefing.roles.topics import read_by_topic
from briefing.roles.wordlist import split_words

EVIDENCE_COUNT = 3
NO_WORDS = "no words tell who speaks"
# Sources that nobody else answers for: the writer of the article, and who asks in an interview.
WRITER = frozenset({"i", "we", "me", "us", "q"})


@cache
def steepness() -> dict[str, float]:
    """What scores are multiplied by so that chances come true: by the way they were made."""
    return {way: float(factor) for way, factor in table("roles/calibration.tsv")}


def classify_role(
    text: str,
    speaker: Speaker,
    *,
    cues: Sequence[str] = (),
    source: str = "",
    published: datetime | None = None,
) -> RoleDecision:
    """The capacity in which the article presents a speaker, why, and how sure.

    `cues` are the words that introduce its statements; they decide where nothing else does
    ("ruled"). `source` is what a statement calls its source: an "I" or "we" of nobody quoted is
    the writer of the article. The confidence is the chance that the section of the role
    (official, expert, other) is right. In articles on American campaigns learned weights take
    part, and learned names in ones on the campaign that they are of, which `published` may
    exclude; elsewhere the lexicons and rules alone.

    >>> classify_role("", Speaker("Ada Moor", position="transport minister")).role
    <Role.OFFICIAL: 'official'>
    """
    if speaker.name is None and source.lower() in WRITER:
        return RoleDecision(Role.MEDIA, (f"the writer: {source}",), _nothing_known())
    if speaker.name is None:
        return RoleDecision(Role.UNKNOWN, ("the speaker cannot be told",), _nothing_known())
    return _weigh(text, speaker, published) or _by_cue(cues)


@lru_cache(maxsize=128)
def _weigh(text: str, speaker: Speaker, published: datetime | None) -> RoleDecision | None:
    """The decision from what the article says of a speaker; None where it says nothing."""
    passages = (*portray(text, speaker), *introduce_document(text, speaker))
    claims = [claim for passage in passages for claim in find_claims(passage, speaker)]
    campaign = is_campaign(text)
    if not campaign:
        claims = read_by_topic(text, trust_links(claims))
        claims += claim_by_context(text, speaker, claims)
    scores = score_roles(speaker, claims)
    if campaign:
        names = is_learned_race(text, published)
        features = describe(text, speaker, passages, claims, scores, names=names)
        scores = score_learned(features, scores)
        role, chance = _choose(scores, steepness()["learned"])
        evidence = _evidence(role, claims) or learned_evidence(features, role)
        return RoleDecision(role, evidence or (NO_WORDS,), chance)
    if not scores:
        return None
    role, chance = _choose(scores, steepness()["rules"])
    return RoleDecision(role, _evidence(role, claims) or (NO_WORDS,), chance)


def _by_cue(cues: Sequence[str]) -> RoleDecision:
    """The decision where nothing is said of a speaker but what it did: "ruled", "decreed"."""
    told = {word.key for cue in cues for word in split_words(cue)}
    for cue, role in table("roles/cues.tsv"):
        if cue in told:
            return RoleDecision(Role(role), (f"cue: {cue}",), _nothing_known())
    return RoleDecision(Role.UNKNOWN, (NO_WORDS,), _nothing_known())


def _nothing_known() -> float:
    return steepness()["nothing known"]


def _choose(scores: Scores, factor: float) -> tuple[Role, float]:
    """The role with the best score, and the chance of its section."""
    best = max(scores.values())
    powers = {role: math.exp(factor * (scores.get(role, 0.0) - best)) for role in Role}
    role = max(scores, key=lambda r: scores[r])
    same = sum(power for other, power in powers.items() if section_of(other) is section_of(role))
    return role, round(same / sum(powers.values()), 3)


def _evidence(role: Role, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The words that spoke for the role, strongest first."""
    speaking = [claim for claim in claims if claim.role is role]
    if role is Role.OFFICIAL and not speaking:
        speaking = [claim for claim in claims if claim.group in STATES]
    speaking.sort(key=lambda claim: -claim.weight)
    told = dict.fromkeys(f"{claim.field.value}: {claim.words}" for claim in speaking)
    return tuple(told)[:EVIDENCE_COUNT]
