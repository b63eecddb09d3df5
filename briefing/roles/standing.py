"""Tells how somebody stands to the body that the claims about them name: at its head, for it."""

from collections.abc import Sequence

from briefing.domain import Role
from briefing.roles.claims import Claim
from briefing.roles.passages import Field
from briefing.roles.wordlist import fold

# Ranks of those who run a body; the chair of a panel may be a scholar who advises it.
HEADS = frozenset({"director", "director general", "directors general", "head", "chief"})
PRIVATE = frozenset({Role.BUSINESS, Role.CIVIL, Role.EXPERT, Role.MEDIA, Role.PUBLIC})


def heads_state_body(now: Sequence[Claim]) -> bool:
    """Whether a scholar runs a state body: "the agency's director general, Professor Moor"."""
    ranks = {fold(c.words) for c in now if c.group == "title" and c.field is Field.POSITION}
    own = [c for c in now if c.field is Field.AFFILIATION and c.role is not None]
    return bool(ranks & HEADS) and bool(own) and all(c.role is Role.OFFICIAL for c in own)


def is_private(now: Sequence[Claim]) -> bool:
    """Whether somebody holds a title of a body of no state: "its chairman, Col. Roe"."""
    roles = {c.role for c in now if c.field is Field.AFFILIATION and c.role is not None}
    return bool(roles) and roles <= PRIVATE


def bargains(now: Sequence[Claim]) -> bool:
    """Whether a negotiator is one of a union or firm by what their body is."""
    told = {claim.role for claim in now if claim.group != "diplomat" and claim.role}
    bargain = any(c.group == "diplomat" and c.words.lower() == "negotiator" for c in now)
    return bargain and bool(told & {Role.CIVIL, Role.BUSINESS}) and Role.OFFICIAL not in told
