"""Decides the role of a speaker from what the article says of it."""

import math
from collections.abc import Sequence

from briefing.domain import Role, RoleDecision, Speaker
from briefing.roles.claims import Claim, find_claims
from briefing.roles.portrait import portray
from briefing.roles.rules import Scores, score_roles

NOTHING_KNOWN = RoleDecision(Role.UNKNOWN, ("no words tell who speaks",), 0.5)
EVIDENCE_COUNT = 3


def classify_role(text: str, speaker: Speaker, *, cues: Sequence[str] = ()) -> RoleDecision:
    """The capacity in which the article presents a speaker, why, and how sure.

    `cues` are the words that introduce its statements ("ruled", "tweeted").

    >>> from briefing.domain import Speaker
    >>> classify_role("", Speaker("Ada Moor", position="transport minister")).role
    <Role.OFFICIAL: 'official'>
    """
    if speaker.name is None:
        return NOTHING_KNOWN
    claims = [
        claim for passage in portray(text, speaker) for claim in find_claims(passage, speaker)
    ]
    scores = score_roles(speaker, claims)
    if not scores:
        return NOTHING_KNOWN
    chances = softmax(scores)
    role = max(chances, key=lambda r: chances[r])
    return RoleDecision(role, _evidence(role, claims), round(chances[role], 3))


def softmax(scores: Scores) -> dict[Role, float]:
    """Probabilities of all eight roles from their scores; 0 for a role without one."""
    powers = {role: math.exp(scores.get(role, 0.0)) for role in Role}
    total = sum(powers.values())
    return {role: power / total for role, power in powers.items()}


def _evidence(role: Role, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The words that spoke for the role, strongest first."""
    speaking = [claim for claim in claims if claim.role is role]
    speaking.sort(key=lambda claim: -claim.weight)
    told = dict.fromkeys(f"{claim.field.value}: {claim.words}" for claim in speaking)
    return tuple(told)[:EVIDENCE_COUNT]
