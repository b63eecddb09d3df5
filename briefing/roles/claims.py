"""Reads from a passage in which capacities it presents a speaker, now or formerly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.domain import Role, Speaker, Status
from briefing.lexicon import table
from briefing.roles.portrait import Field, Passage, is_person
from briefing.roles.wordlist import Hit, Word, find_hits, markers, split_words

RESETS = frozenset(",;:()—") | {"and", "who", "but"}
FIELD_WEIGHT = {
    Field.POSITION: 1.0,
    Field.AFFILIATION: 0.8,
    Field.DESCRIPTION: 0.9,
    Field.PRINCIPAL: 1.0,
    Field.NAME: 1.0,
    Field.NEAR: 0.6,
}
# Groups whose words are titles before a name: "General Electric" is none, "Gen. Roe" is one.
PEOPLE = frozenset(
    ["state-head", "minister", "legislator", "governor", "mayor", "military", "diplomat", "judge", "prosecutor", "police", "official", "candidate", "campaign", "party", "academic", "analyst", "doctor", "executive", "activist", "journalist", "celebrity", "relative", "citizen", "generic"]
)


@dataclass(frozen=True, slots=True)
class Claim:
    """That a passage gives a speaker a capacity: the group of the words, where, and when."""

    role: Role | None
    group: str
    words: str
    field: Field
    former: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Group:
    """How strongly a group of words speaks for its role, and for which one once it is past."""

    weight: float
    former_role: Role | None
    former_weight: float


@cache
def groups() -> dict[str, Group]:
    """The groups of the lexicons with their weights."""
    rows = table("roles/groups.tsv")
    return {
        name: Group(float(weight), Role(past) if past != "-" else None, float(past_weight))
        for name, weight, past, past_weight in rows
    }


def find_claims(passage: Passage, speaker: Speaker) -> tuple[Claim, ...]:
    """The capacities that a passage gives, in its order.

    A word such as "former" speaks of everything up to the next comma, "and" or "who".
    """
    words = split_words(passage.words)
    hits = find_hits(words)
    if passage.field is Field.NAME:
        hits = tuple(_of_name(passage.words, words, hits, speaker))
    past = _past_words(words)
    held = speaker.status is not Status.FORMER or passage.field is not Field.POSITION
    return tuple(_claim(passage.field, words, hit, not held or past[hit.start]) for hit in hits)


def _claim(field: Field, words: Sequence[Word], hit: Hit, former: bool) -> Claim:
    group = groups()[hit.entry.group]
    told = " ".join(word.text for word in words[hit.start : hit.end] if not word.is_mark)
    role, weight = hit.entry.role, group.weight
    if former:
        role, weight = group.former_role, group.former_weight
    return Claim(role, hit.entry.group, told, field, former, weight * FIELD_WEIGHT[field])


def _of_name(
    name: str, words: Sequence[Word], hits: Sequence[Hit], speaker: Speaker
) -> Iterator[Hit]:
    """The hits in a name that are no mere surnames: "Pope Leo" has one, "Stephen King" none."""
    person = is_person(name.split(" + ")[0], speaker.grade)
    for hit in hits:
        if not person:
            yield hit
        elif hit.entry.group in PEOPLE:
            if hit.start == 0 and hit.end < len(words):
                yield hit
        elif hit.end - hit.start > 1 or hit.end == len(words):
            yield hit


def _past_words(words: Sequence[Word]) -> list[bool]:
    """For each word, whether it is said of former times."""
    past: list[bool] = []
    former = False
    at = 0
    while at < len(words):
        meaning, length = _marker_at(words, at)
        if meaning in ("former", "now"):
            former = meaning == "former"
        elif words[at].text in RESETS:
            former = False
        past += [former] * length
        at += length
    return past


def _marker_at(words: Sequence[Word], at: int) -> tuple[str | None, int]:
    for keys, meaning in markers().get(words[at].key, ()):
        if tuple(word.key for word in words[at : at + len(keys)]) == keys:
            return meaning, len(keys)
    return None, 1
