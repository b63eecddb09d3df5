"""Tells which phrases of a passage say what the speaker is, and not something else."""

from collections.abc import Sequence

from briefing.domain import Role, Speaker
from briefing.lexicon import words as word_list
from briefing.roles.groups import groups
from briefing.roles.names import is_person
from briefing.roles.passages import Field, Passage
from briefing.roles.portrait import first_member
from briefing.roles.tense import RESETS
from briefing.roles.wordlist import Hit, Word, split_words

TITLES = frozenset({Field.BEFORE, Field.PRINCIPAL_TITLE})  # stand right before a name
EARLY = 14  # words of an apposition within which it says what somebody is
EMPLOYED = frozenset({"analyst", "doctor", "executive", "engineer"})  # professions within bodies
ISSUED = frozenset({"by", "from"})  # before the issuer of a document, not its subject
PAID = frozenset({"commissioned", "requested", "funded", "financed", "sponsored"})
# Documents "of" those who write them, where a study or survey is "of" what it is about.
REPORTS = frozenset(
    {"report", "document", "statement", "paper", "finding", "data", "statistics", "assessment"}
)
NEARBY = frozenset({"near", "outside", "opposite", "beside", "behind", "against"})
# What reporters do to those they tell of, and what others do to reporters.
COVERING = frozenset({"covered", "cover", "covering", "addressing", "telling", "told"})
JOINTS = frozenset({"of", "to", "for", "at", "in", "with", "from", "on", "by", "against", "whose"})
# Bodies that are no title right before a name: "did not trust Ada Moor", "at the time, Ada".
NO_TITLES = frozenset({"company-word", "expert-org-word", "civil-word", "media-word"})
VERBS = frozenset({"trust", "court", "fund", "board", "state"})
REACH = 6  # words read before a hit
SOURCE = ("source",)  # "police source" is of the police
QUANTITIES = frozenset({"many", "some", "most", "several"})  # "many countries" are countries


def relevant_hits(
    passage: Passage, words: Sequence[Word], hits: Sequence[Hit], speaker: Speaker
) -> tuple[Hit, ...]:
    """The hits that say what the speaker is."""
    name = first_member(speaker)
    person = is_person(name, speaker.grade) and not (
        passage.field is Field.NAME and passage.words.startswith("the ")
    )
    hits = [hit for hit in hits if not _is_adjective(hit, words)]
    if speaker.position is None:
        hits = [hit for hit in hits if not _is_home(hit, words, passage.field)]
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


def tells_a_deed(words: Sequence[Word], field: Field) -> bool:
    """Whether a clause tells what somebody did once: "who signed the ministry's guest book"."""
    deeds = word_list("roles/deeds.txt")
    if len(words) > 1 and words[0].key == "who":
        return words[1].text in deeds
    return field is Field.DESCRIPTION and len(words) > 1 and words[0].text in deeds


def _is_adjective(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether "fellow" only tells that others are alike: "her fellow cast members"."""
    following = words[hit.end].text if hit.end < len(words) else ""
    if hit.entry.keys != ("fellow",) or not following.isalpha() or not following.islower():
        return False
    return following not in JOINTS | RESETS | {"emeritus", "now", "since", "that", "is", "was"}


def _is_home(hit: Hit, words: Sequence[Word], field: Field) -> bool:
    """Whether a county is where somebody without a title lives: "of Quay County"."""
    if hit.entry.keys != ("county",) or not words[hit.start].text[0].isupper():
        return False
    hailing = field is Field.BEHIND and words[0].key in ("of", "from")
    return hailing or field is Field.AFFILIATION


def _is_no_title(hit: Hit, words: Sequence[Word], person: bool) -> bool:
    """Whether one small word right before a name is none of a title."""
    word = words[hit.start]
    if hit.end - hit.start > 1 or not word.text[0].islower():
        return False
    return (person and hit.entry.group in NO_TITLES) or word.key in VERBS


def _ends_at(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a title ends in a hit, or in what it is of: "the minister of ports, " """
    rest = words[hit.end :]
    tied = words[hit.end - 1].key in ("of", "for") or (rest and rest[0].key in ("of", "for"))
    apart = bool(rest) and rest[-1].text == "," and tied
    whole = apart and len(rest) <= REACH + 1 and not any(word.is_mark for word in rest[:-1])
    return whole or all(word.is_mark for word in rest)


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
    """Whether a hit only says where something is, or who paid: "ministry-funded study"."""
    before = [word for word in words[max(0, hit.start - REACH) : hit.start] if word.key != "the"]
    while len(before) > 1 and before[-1].text[0].isupper():
        before.pop()  # the other words of the name
    last = [word.key for word in before[-2:]]
    near = NEARBY | COVERING
    if last and last[-1] in near:
        return True
    behind = [word.key for word in words[hit.end : hit.end + 2] if not word.is_mark]
    paid = bool(PAID.intersection(last + behind[:1]))
    return paid and groups()[hit.entry.group].kind != "paper"


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
        if kept and (_belongs(kept, hit, words) or _is_source_of(kept[-1], hit)):
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
    if _stands_beside(hit, following):
        return False
    kind, head = groups()[hit.entry.group].kind, groups()[following.entry.group].kind
    if kind == "unnamed" and words[hit.start].key in QUANTITIES and head == "place":
        return True
    if head == "office" and kind in ("person", "common", "body"):
        return False
    if kind in ("state body", "body") and following.entry.group in EMPLOYED:
        return False
    if kind == "place" or head in ("general", "place"):
        return False
    if hit.entry.group in ("generic", "title"):
        return False
    return not gap or head == "person" or all(word.text[0].isupper() for word in gap)


def _stands_beside(hit: Hit, following: Hit) -> bool:
    """Whether a word tells whose the next one is: the ministry's report is the ministry's."""
    if following.entry.group == "study":
        kind = groups()[hit.entry.group].kind
        return hit.entry.role is Role.OFFICIAL and kind in ("state body", "office", "person")
    if following.entry.group == "journalist":
        return hit.entry.group == "thinktank"
    return _is_source_of(hit, following)


def _is_source_of(hit: Hit, following: Hit) -> bool:
    """Whether a source is said to be of a body or profession: "police source"."""
    if following.entry.keys != SOURCE or following.start != hit.end:
        return False
    return hit.entry.role is not None and groups()[hit.entry.group].kind != "unnamed"


def _reports(paper: Hit, hit: Hit, words: Sequence[Word]) -> bool:
    """Whether "of" stands before an issuer, not a subject: "report of the audit office"."""
    if words[paper.end - 1].key not in REPORTS or hit.entry.role is not Role.OFFICIAL:
        return False
    between = words[paper.end : hit.start]
    own = [w for w in between if w.key != "the" and not w.text[0].isupper()]
    behind = words[hit.end].text if hit.end < len(words) else ","
    ends = behind.lower() in JOINTS | RESETS or not behind[0].islower()
    return [w.key for w in own] == ["of"] and ends


def _belongs(kept: Sequence[Hit], hit: Hit, words: Sequence[Word]) -> bool:
    last = kept[-1]
    gap = words[last.end - 1 : hit.start]
    if any(word.text in RESETS for word in gap) or not any(word.key in JOINTS for word in gap):
        return False
    kind, other = groups()[last.entry.group].kind, groups()[hit.entry.group].kind
    if kind in ("general", "place"):
        return False
    if kind == "paper":
        return not (any(word.key in ISSUED for word in gap) or _reports(last, hit, words))
    return other in ("person", "common") or (kind in ("state body", "body") and other != "place")
