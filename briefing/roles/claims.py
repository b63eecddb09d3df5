"""Reads from a passage in which capacities it presents a speaker, now or formerly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.domain import Role, Speaker, Status
from briefing.roles.groups import groups
from briefing.roles.names import is_person
from briefing.roles.portrait import Field, Passage, first_member
from briefing.roles.tense import RESETS, When, date_words
from briefing.roles.wordlist import Hit, Word, find_hits, split_words

FIELD_WEIGHT = {
    Field.POSITION: 1.0,
    Field.AFFILIATION: 0.8,
    Field.DESCRIPTION: 0.9,
    Field.PRINCIPAL: 1.0,
    Field.NAME: 1.0,
    Field.BEFORE: 0.9,
    Field.BEHIND: 0.8,
    Field.LABEL: 1.0,
    Field.PRINCIPAL_TITLE: 0.8,
    Field.BODY: 0.9,
}
TITLES = frozenset({Field.BEFORE, Field.PRINCIPAL_TITLE})  # stand right before a name
GENERIC_STATE = 1.8  # "the Malian delegation": a general title of a state, in logits
LATER = 0.8  # what a hit counts behind another one of the same passage: "dean at Yale, Md."
EARLY = 14  # words of an apposition within which it says what somebody is
EMPLOYED = frozenset({"analyst", "doctor", "executive", "engineer"})  # professions within bodies
ISSUED = frozenset({"by", "from"})  # before the issuer of a document, not its subject
PAID = frozenset({"commissioned", "requested", "funded", "financed", "sponsored"})
ADVISING = frozenset({"advise", "advised", "advising", "advises"})
REACH = 6  # words read before a hit
ADVISED = 0.4  # what the body counts that somebody advises
NEARBY = frozenset({"near", "outside", "opposite", "beside", "behind", "against"})
COUNTED = frozenset({"the", "both", "two", "three", "four", "all"})
JOINTS = frozenset({"of", "to", "for", "at", "in", "with", "from", "on", "by", "against", "whose"})


# "his lawyer", "the collector's attorney": who speaks for a private person, as a relative does.
OWN_LAWYER = re.compile(r"((?:\b(?:his|her|their)|[\w-]+['’]s?) (?:\w+ )?(?:lawyer|attorney)s?)\b")


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
    if passage.field is Field.LABEL:
        weight = groups()["legislator"].weight
        held = When.PRESENT
        return (Claim(Role.OFFICIAL, "legislator", passage.words, Field.LABEL, held, weight),)
    words = split_words(passage.words)
    hits = _relevant(passage, words, find_hits(words), speaker)
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
            continue
        advised = ADVISED if _is_advised(hit, words) else 1.0
        claims.append(_claim(passage.field, words, hit, when, factor * advised))
        if claims[-1].role is not None:
            factor *= LATER
    return tuple(claims)


def _claim(field: Field, words: Sequence[Word], hit: Hit, when: When, factor: float) -> Claim:
    group = groups()[hit.entry.group]
    told = " ".join(word.text for word in words[hit.start : hit.end] if not word.is_mark)
    role, weight = hit.entry.role, group.weight
    if when is When.FORMER:
        role, weight = group.former_role, group.former_weight
    return Claim(role, hit.entry.group, told, field, when, weight * factor)


def _is_of_state(hits: Sequence[Hit], number: int, words: Sequence[Word]) -> bool:
    """Whether a general title belongs to a state: "Peru's president", "the Malian delegation"."""
    hit = hits[number]
    if hit.entry.group != "title":
        return False
    before = hits[number - 1] if number else None
    if before is not None and groups()[before.entry.group].kind == "place":
        return before.end == hit.start
    following = next((h for h in hits[number + 1 :] if h.entry.group != "generic"), None)
    if following is not None and groups()[following.entry.group].kind == "place":
        gap = [w.key for w in words[hit.end : following.start] if w.key not in COUNTED]
        ends = following.end == len(words) or not words[following.end].text[0].isupper()
        return gap in (["of"], ["for"], ["from"]) and ends
    return False


def _state_claim(field: Field, words: Sequence[Word], hit: Hit, factor: float) -> Claim:
    told = " ".join(word.text for word in words[hit.start : hit.end])
    weight = GENERIC_STATE * factor
    return Claim(Role.OFFICIAL, "title of state", told, field, When.PRESENT, weight)


def _relevant(
    passage: Passage, words: Sequence[Word], hits: Sequence[Hit], speaker: Speaker
) -> tuple[Hit, ...]:
    """The hits that say what the speaker is."""
    name = first_member(speaker)
    person = is_person(name, speaker.grade)
    if passage.field is Field.NAME:
        kept = [hit for hit in hits if not person or _is_title(hit, words)]
        kept = [hit for hit in kept if not _is_place(hit, words)]
    else:
        own = {word.key for word in split_words(name)} if person else set()
        kept = [hit for hit in hits if _describes(hit, words, person, own)]
    if passage.field in TITLES and not (kept and _ends_at(kept[-1], words)):
        return ()
    if passage.field is Field.BEHIND and not (kept and kept[0].start < EARLY):
        return ()
    return _heads(kept, words)


def _ends_at(hit: Hit, words: Sequence[Word]) -> bool:
    return all(word.is_mark for word in words[hit.end :])


def _is_title(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a hit in a person's name is no mere surname: "Pope Leo" has one, "Ann King" none."""
    if groups()[hit.entry.group].kind == "person":
        return hit.start == 0 and hit.end < len(words)
    return hit.end - hit.start > 1


def _describes(hit: Hit, words: Sequence[Word], person: bool, own: set[str]) -> bool:
    """Whether a hit outside the name can say what the speaker is.

    Numbers and the like are heads of unnamed sources only; a person is no document; and
    words of the name and others that are capitalised like a name ("Bill") are none.
    """
    kind = groups()[hit.entry.group].kind
    if kind == "unnamed" or (person and kind == "paper") or _is_place(hit, words):
        return False
    if hit.end - hit.start > 1 or hit.entry.exact:
        return True
    word = words[hit.start]
    capital = word.text[0].isupper() and hit.start > 0
    return not (word.key in own and capital) and not (capital and kind in ("paper", "common"))


def _is_place(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a hit only says where something is, or who paid: "near the ministry"."""
    before = [word for word in words[max(0, hit.start - REACH) : hit.start] if word.key != "the"]
    while len(before) > 1 and before[-1].text[0].isupper():
        before.pop()  # the other words of the name
    last = [word.key for word in before[-2:]]
    return bool(last) and (last[-1] in NEARBY or bool(PAID.intersection(last)))


def _is_advised(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a hit names whom somebody advises: "who advises the regulator"."""
    before = [word.key for word in words[max(0, hit.start - 3) : hit.start]]
    return bool(ADVISING.intersection(before))


def _advises(speaker: Speaker) -> bool:
    first = (speaker.position or "").split(" ")[0]
    return first.lower() in ADVISING


def _heads(hits: Sequence[Hit], words: Sequence[Word]) -> tuple[Hit, ...]:
    """The hits without those that only qualify another one.

    In "police reporter", the first word qualifies the second; in "widow of a senator",
    the second belongs to the first. General titles ("spokesman") take what qualifies them.
    """
    kept: list[Hit] = []
    for number, hit in enumerate(hits):
        following = hits[number + 1] if number + 1 < len(hits) else None
        if following is not None and _qualifies(hit, following, words):
            continue
        if kept and _belongs(kept, hit, words):
            continue
        kept.append(hit)
    return tuple(kept)


def _qualifies(hit: Hit, following: Hit, words: Sequence[Word]) -> bool:
    gap = words[hit.end : following.start]
    if len(gap) > 2 or any(
        word.is_mark or word.key in JOINTS or word.text in RESETS for word in gap
    ):
        return False
    if words[hit.end - 1].key in JOINTS or words[following.start].key in JOINTS:
        return False
    kind, head = groups()[hit.entry.group].kind, groups()[following.entry.group].kind
    if head == "office" and kind in ("person", "common", "body"):
        return False
    if kind in ("state body", "body") and following.entry.group in EMPLOYED:
        return False
    if kind == "place" or head in ("general", "place"):
        return False
    if hit.entry.group in ("generic", "title"):
        return False
    return not gap or head == "person" or all(word.text[0].isupper() for word in gap)


def _belongs(kept: Sequence[Hit], hit: Hit, words: Sequence[Word]) -> bool:
    last = kept[-1]
    gap = words[last.end - 1 : hit.start]
    if any(word.text in RESETS for word in gap) or not any(word.key in JOINTS for word in gap):
        return False
    kind, other = groups()[last.entry.group].kind, groups()[hit.entry.group].kind
    if kind in ("general", "place"):
        return False
    if kind == "paper":
        return not any(word.key in ISSUED for word in gap)
    return other in ("person", "common") or (kind in ("state body", "body") and other != "place")
