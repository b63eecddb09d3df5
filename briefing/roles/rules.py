"""Weighs the capacities an article gives a speaker, by rules alone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.domain import Role, Speaker
from briefing.roles.claims import Claim
from briefing.roles.groups import groups
from briefing.roles.passages import Field
from briefing.roles.portrait import first_member
from briefing.roles.standing import bargains, heads_state_body, is_private
from briefing.roles.tense import When
from briefing.roles.wordlist import fold

ECHO = 0.3  # what each further hit for a role adds, as a share of its weight
ECHO_LIMIT = 1.5
METONYM = 2.4  # "Tokyo said": a state or capital that speaks is its government
PEOPLE_OF = 1.5  # "Germans believe": the people of a state
TITLE_AND_STATE = 1.6  # a general title, and a state as affiliation
DEPUTY = 1.2  # a deputy of nobody in particular, or of a party, sits in a parliament
LAWYER = 1.2  # a lawyer of nobody in particular explains the law
MANAGER = 1.0  # a manager or founder of something that the lexicons do not know
FIRM = 0.6  # weight from which an office is the speaker's own, not one whose panel it sits on
OWN = 1.0  # weight from which a state body is the speaker's own, not one advised
ADVISED = 0.5  # what the state bodies in the description of a scholar count
OVERTAKEN = 0.4  # what a capacity counts once the article says what somebody does now
OFFICES = frozenset({"legislator", "governor", "mayor", "state-head", "minister", "president"})
PROFESSIONS = frozenset({"analyst", "doctor", "executive"})
THINK_TANKS = frozenset({"thinktank", "expert-org-word"})
COMPANIES = frozenset({"company-word", "company", "team"})
# A lawyer for a body speaks for it, one for anybody else for a private person.
COUNSEL = frozenset({"lawyer for", "lawyers for", "attorney for", "attorneys for"})
PAPERS = frozenset({"study", "suit"})  # a ministry's study or suit is the ministry's
FORCES = frozenset({"military", "official"})
RUNNING = frozenset({"candidate", "campaign"})
KNOWLEDGE = frozenset({"analyst", "doctor", "academic"})
# Ranks that people keep after their service: "a retired general ... Gen. Roe said".
RANKS = frozenset({"military", "diplomat"})
# What somebody who stands for a party does for a living: "a vet standing for the Liberals".
CALLINGS = frozenset({"celebrity", "citizen", "engineer", "journalist", "owner", "activist"})
MANAGERS = frozenset({"manager", "founder", "cofounder", "partner"})
# Words of the names of states: "the Republic of Mali".
OF_STATES = frozenset(
    {"the", "republic", "kingdom", "islamic", "federal", "democratic", "people", "union", "state"}
)
STATES = frozenset({"country", "capital", "state", "nation", "area"})
GENERAL = STATES | {"generic", "title", "demonym", "home"}
HAILING = re.compile(r"\bfrom\b")  # "a friend from Ohio" is not Ohio
LAWYERS = frozenset({"lawyer", "attorney", "barrister", "solicitor"})

Scores = dict[Role, float]


def score_roles(speaker: Speaker, claims: Sequence[Claim]) -> Scores:
    """A score in logits for each role that some claim speaks for."""
    kept = _settle(_told_in_full(claims))
    scores: Scores = {}
    for role in Role:
        weights = sorted((c.weight for c in kept if c.role is role), reverse=True)
        if weights:
            scores[role] = weights[0] + min(ECHO_LIMIT, ECHO * sum(weights[1:]))
    for role, weight in _faint(speaker, kept).items():
        scores[role] = max(scores.get(role, 0.0), weight)
    return scores


def _told_in_full(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without the short form of a body whose full name is the affiliation.

    "The trust" of "the Quay NHS Trust" is no charity.
    """
    full = [c for c in claims if c.field is Field.AFFILIATION and " " in c.words and c.role]
    last = {c.words.split()[-1].lower(): c.role for c in full}
    return [c for c in claims if last.get(c.words.lower(), c.role) is c.role]


def trust_links(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those of descriptions far from the name that nothing beside it bears out.

    "The examiner said" may have been taken for somebody else than the one whom it means.
    """
    own = {c.role for c in claims if c.field not in (Field.LINKED, Field.PRINCIPAL_TITLE)}
    return [
        claim
        for claim in claims
        if claim.field is not Field.LINKED or claim.role in own or claim.role is Role.PUBLIC
    ]


def _settle(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that another one overrules."""
    claims = _retired(claims)
    now = [claim for claim in claims if not claim.former]
    names = {claim.group for claim in now}
    if _is_managed(now, names):
        claims, now = [_managed(c) for c in claims], [_managed(c) for c in now]
    if any(claim.role not in (None, Role.UNKNOWN) for claim in now):
        claims = [claim for claim in claims if not claim.former or claim.role is Role.EXPERT]
    dropped = _overruled(now, names)
    kept = _overtaken([claim for claim in claims if claim.group not in dropped])
    if "academic" in names and not names & OFFICES and not heads_state_body(now):
        kept = [_lent(claim) for claim in kept]
    return kept


def _overruled(now: Sequence[Claim], names: set[str]) -> set[str]:
    """The groups that say nothing beside others: a senator's party, an economist's ministry."""
    firm = [claim for claim in now if claim.field is not Field.BEHIND and claim.weight >= OWN]
    own = {groups()[claim.group].kind for claim in firm}
    bodies_told = {c.group for c in now if c.field is Field.BODY and c.role is not None}
    affiliations = {c.group for c in now if c.field is Field.AFFILIATION and c.role is not None}
    bodies = {c.role for c in now if groups()[c.group].kind in ("body", "state body")}
    offices = any(c.group == "office" and c.weight >= FIRM for c in now)
    issuers = [c for c in now if c.group not in PAPERS and groups()[c.group].kind != "general"]
    writes = any(c.group == "celebrity" and c.words.lower() == "writer" for c in now)
    rules = (
        ("state body" in own, PROFESSIONS | {"engineer"}),
        (heads_state_body(now), KNOWLEDGE),
        (offices and not bodies - {Role.OFFICIAL}, {"analyst", "engineer"}),
        ("state body" not in own and bool(names & KNOWLEDGE), COMPANIES),
        (bool(names & OFFICES) and not names & RUNNING, {"party"}),
        ("candidate" in names, {"legislator", "governor"}),
        (bargains(now), {"diplomat"}),
        ("contender" in names, KNOWLEDGE | PROFESSIONS | CALLINGS),
        ("health-body" in names, {"clinical-director", "hospital"}),
        ("academic" in names, {"celebrity", "citizen"}),
        (any(claim.role is Role.OFFICIAL for claim in issuers), PAPERS),
        ("thinktank" in names, {"journalist"}),
        (any(c.group == "official" and c.field is Field.NAME for c in now), {"party-word"}),
        (bool(bodies), {c.group for c in now if c.words.lower() in COUNSEL}),
        (writes and "journalist" in names, {"celebrity"}),
        (bool(bodies) or "executive" in names, {"functionary"}),
        ("title" in names and is_private(now), RANKS),
        (bool(names & THINK_TANKS), {"company-word"}),  # "the energy desk of the think tank"
        (any(claim.role is Role.MEDIA for claim in issuers), {"study"}),
        ("armed-group" in names and "state body" not in own, FORCES),
        (_presides(now) or "body-president" in names, {"president"}),
        ("team" in names and not bodies - {Role.BUSINESS}, {"president"}),
        (bool(bodies - {Role.BUSINESS}), {"executive"}),
        (bool(names & {"title", "functionary"}), {"relative"}),
        (bool(bodies_told), affiliations - bodies_told),
    )
    return {group for holds, dropped in rules if holds for group in dropped}


def _presides(now: Sequence[Claim]) -> bool:
    """Whether a president is one of a club, firm or the like, by the affiliation alone."""
    own = [claim for claim in now if claim.field is Field.AFFILIATION]
    bodies = {claim.role for claim in own if claim.role} - {Role.POLITICAL}
    return bool(bodies) and Role.OFFICIAL not in bodies and not STATES & {c.group for c in own}


def _is_managed(claims: Sequence[Claim], names: set[str]) -> bool:
    """Whether a hospital itself speaks, not somebody who works there as a doctor."""
    if "hospital" not in names or names & KNOWLEDGE:
        return False
    speaking = any(c.group == "title" and "spokes" in c.words.lower() for c in claims)
    speaking = speaking or "executive" in names
    own = any(c.group == "hospital" and c.field is Field.NAME for c in claims)
    return speaking or own


def _managed(claim: Claim) -> Claim:
    return replace(claim, role=Role.BUSINESS) if claim.group == "hospital" else claim


def _lent(claim: Claim) -> Claim:
    """A claim of a scholar, weakened where it names a state body that the scholar may advise."""
    advised = groups()[claim.group].kind == "state body"
    return replace(claim, weight=claim.weight * ADVISED) if advised else claim


def _retired(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with titles made past that are said to be past elsewhere."""
    past = {fold(claim.words) for claim in claims if claim.former}
    ranks = {claim.group for claim in claims if claim.former} & RANKS
    return [
        _made_past(claim)
        if not claim.former and (claim.group in ranks or fold(claim.words) in past)
        else claim
        for claim in claims
    ]


def _made_past(claim: Claim) -> Claim:
    group = groups()[claim.group]
    if not group.weight:
        return claim
    weight = claim.weight / group.weight * group.former_weight
    return replace(claim, role=group.former_role, when=When.FORMER, weight=weight)


def _overtaken(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, weakened where another one is said to hold "now"."""
    current = {claim.role for claim in claims if claim.when is When.NOW and claim.role}
    return [
        replace(claim, weight=claim.weight * OVERTAKEN)
        if current and claim.role not in current and claim.field is not Field.BODY
        else claim
        for claim in claims
    ]


def _faint(speaker: Speaker, claims: Sequence[Claim]) -> Scores:
    """What states, nationalities and general titles tell where nothing else does."""
    told = {claim.group for claim in claims}
    of_name = [c for c in claims if c.field is Field.NAME and c.group != "generic"]
    if of_name and {claim.group for claim in of_name} <= STATES:
        length = sum(len(claim.words) for claim in of_name)
        if 2 * length >= len(first_member(speaker)) and not HAILING.search(first_member(speaker)):
            return {Role.OFFICIAL: METONYM}
    if of_name and {claim.group for claim in of_name} == {"demonym"}:
        return {Role.PUBLIC: PEOPLE_OF}
    titles = {fold(c.words.split()[-1]) for c in claims if c.group == "generic" and not c.former}
    if told - GENERAL:
        return {}
    if titles & LAWYERS:
        return {Role.EXPERT: LAWYER}
    if (speaker.position or "").lower() == "deputy":
        return {Role.OFFICIAL: DEPUTY}
    if titles & MANAGERS and (speaker.affiliation or titles - {"partner"}):
        return {Role.BUSINESS: MANAGER}
    places = {c.group for c in claims if c.field is Field.AFFILIATION and _is_all(speaker, c)}
    if "title" in told and places & {"country", "demonym", "capital", "area"}:
        return {Role.OFFICIAL: TITLE_AND_STATE}
    return {}


def _is_all(speaker: Speaker, claim: Claim) -> bool:
    """Whether a state is the whole affiliation: no "Welsh Radicals"."""
    told = {fold(word) for word in claim.words.split()} | OF_STATES
    return all(fold(w) in told for w in (speaker.affiliation or "").split() if w[0].isupper())
