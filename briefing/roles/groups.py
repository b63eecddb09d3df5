"""The groups of phrases in the role lexicons, and what each speaks for."""

from dataclasses import dataclass
from functools import cache

from briefing.domain import Role
from briefing.lexicon import table


@dataclass(frozen=True, slots=True)
class Group:
    """A group of phrases: what they are, and how strongly they speak for their role, or, once
    the position is past, for which other one."""

    kind: str
    weight: float
    former_role: Role | None
    former_weight: float


@cache
def groups() -> dict[str, Group]:
    """The groups of the lexicons."""
    return {
        name: Group(kind, float(weight), Role(past) if past != "-" else None, float(past_weight))
        for name, kind, weight, past, past_weight in table("roles/groups.tsv")
    }
