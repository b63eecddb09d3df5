"""Tells which phrases of a passage say what the speaker is, and not something else."""

from collections.abc import Sequence

from briefing.domain import Speaker
from briefing.roles.groups import groups
from briefing.roles.names import is_person
from briefing.roles.portrait import Field, Passage, first_member
from briefing.roles.tense import RESETS
from briefing.roles.wordlist import Hit, Word, split_words

TITLES = frozenset({Field.BEFORE, Field.PRINCIPAL_TITLE})  # stand right before a name
EARLY = 14  # words of an apposition within which it says what somebody is
EMPLOYED = frozenset({"analyst", "doctor", "executive", "engineer"})  # professions within bodies
ISSUED = frozenset({"by", "from"})  # before the issuer of a document, not its subject
PAID = frozenset({"commissioned", "requested", "funded", "financed", "sponsored"})
NEARBY = frozenset({"near", "outside", "opposite", "beside", "behind", "against"})
# What reporters do to those they tell of, and what others do to reporters.
COVERING = frozenset({"covered", "cover", "covering", "addressing", "telling", "told"})
JOINTS = frozenset({"of", "to", "for", "at", "in", "with", "from", "on", "by", "against", "whose"})
# Bodies that are no title right before a name: "did not trust Ada Moor", "at the time, Ada".
NO_TITLES = frozenset({"company-word", "expert-org-word", "civil-word", "media-word"})
VERBS = frozenset({"trust", "court", "fund", "board", "state"})
REACH = 6  # words read before a hit


def relevant_hits(
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
        if words and words[0].key == "whose":  # "whose tables are the ministry's": of the tables
            kept = [hit for hit in kept if hit.start < 2]
    if passage.field in TITLES and not (kept and _ends_at(kept[-1], words)):
        return ()
    if passage.field in TITLES and _is_no_title(kept[-1], words, person):
        return ()
    if passage.field is Field.BEHIND and not (kept and kept[0].start < EARLY):
        return ()
    return _heads(kept, words)


def _is_no_title(hit: Hit, words: Sequence[Word], person: bool) -> bool:
    """Whether one small word right before a name is none of a title."""
    word = words[hit.start]
    if hit.end - hit.start > 1 or not word.text[0].islower():
        return False
    return (person and hit.entry.group in NO_TITLES) or word.key in VERBS


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
    if hit.end - hit.start > 1:
        return True
    word = words[hit.start]
    capital = word.text[0].isupper() and hit.start > 0
    if capital and word.key in own:
        return False
    return bool(hit.entry.exact) or not (capital and kind in ("paper", "common"))


def _is_place(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a hit only says where something is, or who paid: "near the ministry"."""
    before = [word for word in words[max(0, hit.start - REACH) : hit.start] if word.key != "the"]
    while len(before) > 1 and before[-1].text[0].isupper():
        before.pop()  # the other words of the name
    last = [word.key for word in before[-2:]]
    near = NEARBY | COVERING
    return bool(last) and (last[-1] in near or bool(PAID.intersection(last)))


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
