"""Weighs the capacities an article gives a speaker, by rules alone."""

from collections.abc import Sequence

from briefing.domain import Role, Speaker
from briefing.roles.claims import Claim
from briefing.roles.portrait import Field

ECHO = 0.3  # what each further hit for a role adds, as a share of its weight
ECHO_LIMIT = 1.5
METONYM = 2.4  # "Tokyo said": a state or capital that speaks is its government
GENERIC_STATE = 1.6  # "the Malian delegation", "Peru's president": a general title of a state
STATES = frozenset({"country", "demonym", "capital"})
# Bodies outrank general professions: an economist of a ministry speaks for the ministry.
STATE_BODIES = frozenset(
    ["ministry-word", "agency-word", "military-word", "court-word", "international", "national", "us-body"]
)
PROFESSIONS = frozenset({"analyst", "doctor", "executive", "citizen"})
KNOWLEDGE = frozenset({"analyst", "doctor", "academic"})
ENTERPRISES = frozenset({"company-word", "company", "executive", "media", "media-word"})

Scores = dict[Role, float]


def score_roles(speaker: Speaker, claims: Sequence[Claim]) -> Scores:
    """A score in logits for each role that some claim speaks for."""
    kept = tuple(_settle(claims))
    scores: Scores = {}
    for role in Role:
        weights = sorted((c.weight for c in kept if c.role is role), reverse=True)
        if weights:
            scores[role] = weights[0] + min(ECHO_LIMIT, ECHO * sum(weights[1:]))
    state = _state_score(speaker, kept)
    if state:
        scores[Role.OFFICIAL] = max(scores.get(Role.OFFICIAL, 0.0), state)
    return scores


def _settle(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that another one overrules."""
    now = [claim for claim in claims if not claim.former]
    groups = {claim.group for claim in now}
    own = {claim.group for claim in now if claim.field is not Field.NEAR}
    dropped: set[str] = set()
    if own & STATE_BODIES:
        dropped |= PROFESSIONS - {"citizen"}
    if groups & KNOWLEDGE and not own & STATE_BODIES:
        dropped |= {"company-word", "company"}
    if "candidate" in groups:
        dropped |= {"legislator", "governor"}
    if "academic" in groups:
        dropped |= {"celebrity", "citizen"}
    if any(claim.role not in (None, Role.UNKNOWN) for claim in now):
        claims = [claim for claim in claims if not claim.former or claim.role is Role.EXPERT]
    return [claim for claim in claims if claim.group not in dropped]


def _state_score(speaker: Speaker, claims: Sequence[Claim]) -> float:
    """What the name of a state adds, which alone says nothing of a person."""
    of_name = [claim for claim in claims if claim.field is Field.NAME]
    if of_name and all(claim.group in STATES for claim in of_name):
        told = sum(len(claim.words) for claim in of_name)
        if told >= 0.5 * len((speaker.name or "").split(" + ")[0]):
            return METONYM
    generic = any(claim.group == "generic" and not claim.former for claim in claims)
    if generic and any(claim.group in STATES for claim in claims):
        return GENERIC_STATE
    return 0.0
