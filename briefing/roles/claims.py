"""Reads from a passage in which capacities it presents a speaker, now or formerly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.domain import Role, Speaker, Status
from briefing.roles.groups import groups
from briefing.roles.meanings import (
    CHAMBERS,
    is_executive,
    is_of_body,
    is_of_town,
    is_party,
    is_poll,
    presided,
)
from briefing.roles.passages import Field, Passage
from briefing.roles.relevance import relevant_hits, tells_a_deed
from briefing.roles.tense import RESETS, When, date_words
from briefing.roles.wordlist import Hit, Word, find_hits, markers, split_words

FIELD_WEIGHT = {
    Field.POSITION: 1.0,
    Field.AFFILIATION: 0.8,
    Field.DESCRIPTION: 0.9,
    Field.LINKED: 0.9,
    Field.PRINCIPAL: 1.0,
    Field.NAME: 1.0,
    Field.BEFORE: 0.9,
    Field.BEHIND: 0.8,
    Field.LABEL: 1.0,
    Field.PRINCIPAL_TITLE: 0.8,
    Field.BODY: 0.9,
    Field.HOME: 1.0,
}
GENERIC_STATE = 1.8  # "the Malian delegation": a general title of a state, in logits
LATER = 0.8  # what a hit counts behind another one of the same passage: "dean at Yale, Md."
ADVISING = frozenset({"advise", "advised", "advising", "advises"})
# "sits on the ministry's panel": members of panels keep their professions.
SEATED = frozenset({"sit", "sat", "serve", "served", "serving", "sitting"})
ADVISED_WITHIN = 8  # words between such a verb and the body
ADVISED = 0.4  # what the body counts that somebody advises
NEW = frozenset({"new", "acting", "interim", "caretaker", "then", "outgoing", "incoming"})
COUNTED = frozenset({"the", "both", "two", "three", "four", "all"})


# "his lawyer", "the collector's attorney": who speaks for a private person, as a relative does.
OWN_LAWYER = re.compile(r"((?:\b(?:his|her|their)|[\w-]+['’]s?) (?:\w+ )?(?:lawyer|attorney)s?)\b")

# "Democrats on the budget committee", "Republican members of the panel": lawmakers.
PARTISANS_OF = re.compile(
    r"\b(?:republicans?|democrats?|(?:gop|republican|democratic) (?:members?|sources?|"
    r"leaders?|aides?|staff(?:ers)?))\s(?:on|in|from|of)\s(?:the\s|both\s)?(?:[\w.’'-]+\s){0,4}?"
    r"(?:(?:sub)?committees?|panel|congress|house|senate|chambers?|legislature)\b",
    re.IGNORECASE,
)
# "teaches the second grade", "who teaches maths to primary pupils": no scholar.
SCHOOLING = re.compile(
    r"\bteaches\b[^,;]{0,40}?\b(?:grade|kindergarten|nursery|primary|elementary|secondary school|"
    r"high school|pupils|infants|schoolchildren)\b",
    re.IGNORECASE,
)
OF_PARTISANS = frozenset({Field.NAME, Field.POSITION, Field.DESCRIPTION})


@dataclass(frozen=True, slots=True)
class Claim:
    """That a passage gives a speaker a capacity: the group of the words, where, and when."""

    role: Role | None
    group: str
    words: str
    field: Field
    when: When
    weight: float

    @property
    def former(self) -> bool:
        """Whether the capacity is past."""
        return self.when is When.FORMER


def find_claims(passage: Passage, speaker: Speaker) -> tuple[Claim, ...]:
    """The capacities that a passage gives, in its order."""
    whole = _claim_of_whole(passage)
    if whole is not None:
        return (whole,)
    words = split_words(passage.words)
    if tells_a_deed(words, passage.field):
        return ()
    hits = relevant_hits(passage, words, find_hits(words), speaker)
    lawyer = OWN_LAWYER.search(passage.words)
    if lawyer is not None and all(hit.entry.role is None for hit in hits):
        weight = groups()["relative"].weight * FIELD_WEIGHT[passage.field]
        held = When.PRESENT
        return (Claim(Role.PUBLIC, "relative", lawyer.group(1), passage.field, held, weight),)
    if not hits:
        return ()
    dated = date_words(words)
    past = speaker.status is Status.FORMER and passage.field is Field.POSITION
    claims: list[Claim] = []
    factor = FIELD_WEIGHT[passage.field]
    if passage.field is Field.AFFILIATION and _advises(speaker):
        factor *= ADVISED
    for number, hit in enumerate(hits):
        when = When.FORMER if past else dated[hit.start]
        if _is_of_state(hits, number, words) and when is not When.FORMER:
            claims.append(_state_claim(passage.field, words, hit, factor))
            factor *= LATER
            continue
        advised = ADVISED if _is_advised(hit, words) else 1.0
        claims.append(_claim(passage.field, words, hit, when, factor * advised))
        if claims[-1].role is not None:
            factor *= LATER
    return tuple(claims)


def _claim_of_whole(passage: Passage) -> Claim | None:
    """The claim of a passage that says one thing: of a lawmaker, a teacher, or an age."""
    if passage.field is Field.HOME:
        weight = groups()["home"].weight
        return Claim(Role.PUBLIC, "home", passage.words, Field.HOME, When.PRESENT, weight)
    taught = SCHOOLING.search(passage.words)
    if taught is not None:
        weight = groups()["citizen"].weight * FIELD_WEIGHT[passage.field]
        return Claim(Role.PUBLIC, "citizen", taught.group(), passage.field, When.PRESENT, weight)
    told = PARTISANS_OF.search(passage.words) if passage.field in OF_PARTISANS else None
    if passage.field is not Field.LABEL and told is None:
        return None
    words = told.group() if told else passage.words
    weight = groups()["legislator"].weight * FIELD_WEIGHT[passage.field]
    return Claim(Role.OFFICIAL, "legislator", words, passage.field, When.PRESENT, weight)


def _claim(field: Field, words: Sequence[Word], hit: Hit, when: When, factor: float) -> Claim:
    name, role = hit.entry.group, hit.entry.role
    if is_poll(hit, words):
        name, role = "survey-poll", Role.PUBLIC
    if name == "president" and is_of_body(hit, words):
        name, role = "title", None
    elif name == "president" and hit.start and presided(words[hit.start - 1]):
        name, role = "body-president", presided(words[hit.start - 1])
    elif name == "functionary" and is_executive(hit, words):
        name, role = "executive", Role.BUSINESS
    elif name in CHAMBERS and is_party(hit, words):
        name, role = "party-word", Role.POLITICAL
    group = groups()[name]
    told = " ".join(word.text for word in words[hit.start : hit.end] if not word.is_mark)
    weight = group.weight
    if when is When.FORMER:
        role, weight = group.former_role, group.former_weight
    return Claim(role, name, told, field, when, weight * factor)


def _is_of_state(hits: Sequence[Hit], number: int, words: Sequence[Word]) -> bool:
    """Whether a general title belongs to a state: "Peru's president", "the Malian delegation"."""
    hit = hits[number]
    deputy = hit.entry.keys[:2] == ("vice", "president")
    if is_of_town(hit, words):
        return True
    if hit.entry.group != "title" and not deputy:
        return False
    before = hits[number - 1] if number else None
    if before is not None and groups()[before.entry.group].kind == "place":
        if deputy and before.entry.group != "country":
            return False
        if _is_in_name(hits, number - 1, words):
            return False
        apart = hit.start - before.end
        return apart == 0 or (apart == 1 and before.entry.group == "area")
    if deputy:
        return False
    following = next((h for h in hits[number + 1 :] if h.entry.group != "generic"), None)
    if following is not None and groups()[following.entry.group].kind == "place":
        gap = [w.key for w in words[hit.end : following.start] if w.key not in COUNTED]
        ends = following.end == len(words) or not words[following.end].text[0].isupper()
        return gap in (["of"], ["for"], ["from"]) and ends
    return False


def _is_in_name(hits: Sequence[Hit], number: int, words: Sequence[Word]) -> bool:
    """Whether a place is the end of a name: "Tidewatch Lima director", no "Former Peru leader"."""
    at = hits[number].start
    if not at or (number and hits[number - 1].end == at):
        return False
    before = words[at - 1]
    dated = before.key in markers() or before.key in NEW
    return before.text[0].isupper() and before.key != "the" and not dated


def _state_claim(field: Field, words: Sequence[Word], hit: Hit, factor: float) -> Claim:
    told = " ".join(word.text for word in words[hit.start : hit.end])
    deputy = hit.entry.group == "executive"
    weight = (groups()["state-head"].weight if deputy else GENERIC_STATE) * factor
    return Claim(Role.OFFICIAL, "title of state", told, field, When.PRESENT, weight)


def _is_advised(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a hit names whom somebody advises: "advises the regulator", "sits on its panel"."""
    before = [word.key for word in words[max(0, hit.start - ADVISED_WITHIN) : hit.start]]
    reset = max((n for n, key in enumerate(before) if key in RESETS), default=-1)
    before = before[reset + 1 :]
    seated = next((n for n, key in enumerate(before) if key in SEATED), len(before))
    return bool(ADVISING.intersection(before)) or "on" in before[seated:]


def _advises(speaker: Speaker) -> bool:
    first = (speaker.position or "").split(" ")[0]
    return first.lower() in ADVISING
