"""Gathers the words with which an article says who a speaker is."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.domain import Grade, Span, Speaker
from briefing.lexicon import words as word_list
from briefing.roles.bodies import bodies_of_titles, name_in_full
from briefing.roles.glosses import find_glosses
from briefing.roles.owners import find_owner
from briefing.roles.passages import Field, Passage
from briefing.roles.wordlist import fold, phrases

MENTIONS = 6  # mentions looked at: who a source is, is said at the first ones
BESIDE = 15  # characters between a name and a description of it: ", then " or " has been "
BEFORE, BEHIND = 70, 110  # characters read on either side of a mention
# The end of a sentence, not of "Gov." or "J."; and quotation marks.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bProf)(?<!\bSens)(?<!\bReps)"
    r"(?<!\bConst)(?<!\bInsp)(?<!\bSupt)(?<!\bComm)(?<!\bCapt)(?<!\bBrig)(?<!\bCmdr)"
    r"[.!?][\"”’)]*\s+(?=[\"“A-Z])|\n|[“”\"]|''"
)
# ", a professor of law" or " (the group's founder" or ", who runs": words that explain a name.
APPOSITION = re.compile(
    r"\s?(?:,|\(|—|–| - )\s*(?=(?:an?|the|now|then|one of|his|her|its|their|former|formerly|once|"
    r"who (?:is|was|has|had|heads?|leads?|runs?|serve[sd]|teach(?:es)?|taught|works?|worked|became|"
    r"now|once|led|ran|headed|chairs?|chaired|advise[sd]|studie[sd]))\s"
    r"|(?!\d|\w+(?:ed|ing)\b|said|told|says|wrote|put|let)[\w’'-]+(?:\s[\w’'-]+){0,4}\s"
    r"(?:of|at|for|to|in|with)\s|[A-Z][\w’'-]+\s[\w’'-]+)"
)
RELATIVE = re.compile(r"\s(?=(?:of|from|at|with)\s(?:the\s)?[A-Z])")
STOP = re.compile(
    r"[;:()—]|,?\s+(?:who shares|no relation|not related|unrelated)\b"
    r"|,\s+(?:and|but|or|said|told|says|adding|wrote|as|when|while|to|in|on|after)\b"
    r"|,\s+(?!based|retired|called|named|known|located)\w+ed\b"
)
# "no relation to the minister" says nothing of who somebody is.
UNRELATED = re.compile(r"\s?(?:,|\(|—|–)\s*(?:no relation|not related|who shares|unrelated)\b")
KINSHIP = re.compile(
    r",?\s(?:and\s)?(?:is\s|was\s)?(?:no relation|not related|unrelated)\b.*", re.S
)
# "when the minister had gone" tells of somebody else.
CLAUSE = re.compile(
    r"(?:when|while|as|after|before|because|if|although|though|since)\b"
    r"|is that\b|(?:has|had|have)\s\w+ed\b",
    re.I,
)
# A party and a state behind the name of a lawmaker: "(D-N.Y.)", ", R-Ohio".
PARTY_TAG = re.compile(r"\s?[,(]\s?([RDI]\s?[-–]\s?[A-Z][\w.]+)")
# ", 59, of Quay" or ", from Lima, Ohio": what is told of those who hold no office.
HOME = re.compile(
    r",\s(\d\d,(?:\s(?:of|from)\s[A-Z][\w.’'-]+)?|(?:of|from)\s[A-Z][\w’'-]+(?:\s[A-Z]\w+)?,\s[A-Z])"
)
# The titles right before a name: "the African Union's mediator, " or "Defence Minister ".
LEADING = re.compile(r"(?:[\w’'.&-]+(?:,(?=\s*$))?\s+){1,8}$")
NOT_TITLE = re.compile(
    r"^.*\b(?:said|says|told|by|to|that|with|and|but|from|as|when|after|while|because|is|was|if|"
    r"arrested|charged|accused|killed|named|called|sued|met|saw|shot|fired|hired|signed|traded|"
    r"asked|about|on|like|than|against|him|her(?=\s*$)|who|wrote|including)\b|^\s*for\b",
    re.IGNORECASE | re.DOTALL,
)
# "as she left the service, " before a name tells what somebody did.
DOING = re.compile(r"\b(?:he|she|they|it|i|we|you)\s", re.IGNORECASE)
# "the think tank that he chairs, " before a name.
OWN_BODY = re.compile(
    r"((?:[\w’'.&-]+,?\s){1,8})(?:that|which) (?:he|she) "
    r"(?:chairs|heads|leads|runs|founded|directs),?\s*$"
)
# The first word of a title whose second one the mention begins with: "Transport Secretary Moor".
CUT_TITLE = re.compile(r"(?<![.\w])[A-Z][\w-]+\s$")
# What a president presides over: "college President Moor".
PRESIDED = re.compile(r"(?<![.\w])[a-z]+\s$")
# "a study commissioned by the council", "a study for the bank": who pays does not speak.
PAYER = re.compile(
    r"\b(?:commissioned|requested|funded|financed|sponsored|paid for) by (?:the )?$"
    r"|\b(?:study|report|review|analysis|survey|assessment|paper)\b.* for (?:the )?$"
)
OWNER_MENTIONS = 5
HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "M", "Mme"})
# What stands before a title that somebody no longer holds: "retired Gen. Moor", "ex-mayor".
PAST = re.compile(
    r"\b(?:former|retired|onetime|one-time|erstwhile)\s$|\b(?:ex|then)-$", re.IGNORECASE
)
LONGEST_PAST = 10  # characters of such a word with what joins it to the title
PRONOUN = re.compile(
    r"(?:he|she|they|it|who|we|i|you|him|her|them|which|that|his|their|its)$", re.IGNORECASE
)


def portray(text: str, speaker: Speaker) -> tuple[Passage, ...]:
    """Everything an article says about who a speaker is, the most telling first."""
    found: list[Passage] = []
    for field, words in (
        (Field.POSITION, speaker.position),
        (Field.AFFILIATION, speaker.affiliation),
        (Field.PRINCIPAL, speaker.principal),
    ):
        if words and not _is_payer(words, speaker):
            found.append(Passage(field, words))
    if speaker.affiliation:
        found += [Passage(Field.BODY, told) for told in find_glosses(text, speaker.affiliation)]
    for span in speaker.descriptions:
        words = KINSHIP.sub("", _past(text, span) + span.of(text))
        if words and not CLAUSE.match(words):
            linked = _is_linked(text, speaker, span)
            found.append(Passage(Field.LINKED if linked else Field.DESCRIPTION, words))
    if speaker.name:
        found.append(Passage(Field.NAME, _shown(text, speaker) + first_member(speaker)))
    found += _beside(text, speaker)
    found += bodies_of_titles(text, speaker)
    owner = speaker.principal or find_owner(passage.words for passage in found)
    if owner:
        found += _titles_of(text, owner)
    return tuple(dict.fromkeys(name_in_full(text, passage) for passage in found))


def _shown(text: str, speaker: Speaker) -> str:
    """The article before a name that could be a person's but for it: "the Land Court", or ''."""
    if first_member(speaker).split(" ")[-1].lower() not in word_list("roles/surnames.txt"):
        return ""
    definite = (text[max(0, m.start - 4) : m.start].lower() == "the " for m in speaker.mentions)
    return "the " if any(definite) else ""


def _is_linked(text: str, speaker: Speaker, span: Span) -> bool:
    """Whether a description of a named source stands by itself: "the mayor", far from the name."""
    last = first_member(speaker).split(" ")[-1]
    named = [mention for mention in speaker.mentions if last in mention.of(text)]
    if speaker.grade is not Grade.NAMED or not named or last in span.of(text):
        return False
    gaps = (max(span.start - name.end, name.start - span.end) for name in named)
    return min(gaps) > BESIDE


def _past(text: str, span: Span) -> str:
    """The word right before a title that makes it a former one, or nothing."""
    found = PAST.search(text[max(0, span.start - LONGEST_PAST) : span.start])
    return found.group() if found else ""


def _is_payer(words: str, speaker: Speaker) -> bool:
    """Whether words only name who paid for a document."""
    before, found, _ = (speaker.name or "").partition(words)
    return bool(found) and PAYER.search(before) is not None


def _titles_of(text: str, owner: str) -> Iterator[Passage]:
    """The titles with which an article names somebody's principal, and nobody of that surname."""
    *given, last = (part.strip(".") for part in owner.split())
    if not last[:1].isupper():
        return
    named = re.finditer(rf"\b(?:([A-Z][\w’'-]+)\s)?({re.escape(last)})\b", text)
    for match in islice(named, OWNER_MENTIONS):
        if match[1] and given and match[1] not in given and HONORIFICS.isdisjoint(given):
            continue
        whole = match[1] is None or not phrases(fold(match[1]))  # "Ada Moor", not "President Moor"
        starts = dict.fromkeys((match.start() if whole else match.start(2), match.start(2)))
        spans = [Span(start, match.end()) for start in starts]
        for passage in (told for span in spans for told in _around(text, span)):
            if passage.field is Field.BEFORE:
                yield Passage(Field.PRINCIPAL_TITLE, passage.words)
                title = passage.words.rpartition(" ")[0]  # "Gov. Tomas" without the first name
                if title:
                    yield Passage(Field.PRINCIPAL_TITLE, title)


def first_member(speaker: Speaker) -> str:
    """The name of a speaker; of a joint source, the first one's."""
    name = speaker.name or ""
    return name.split(" + ")[0]


def _beside(text: str, speaker: Speaker) -> Iterator[Passage]:
    looked_at = 0
    for span in speaker.mentions:
        if PRONOUN.match(span.of(text)):
            continue
        yield from _around(text, span)
        looked_at += 1
        if looked_at == MENTIONS:
            return


def _around(text: str, span: Span) -> Iterator[Passage]:
    """The title before a mention, the mention's own words and the apposition behind it."""
    # The first letter of the mention tells whether a full stop before it ends a sentence.
    before = SENTENCE_END.split(text[max(0, span.start - BEFORE) : span.start + 1])[-1][:-1]
    own = OWN_BODY.search(before)
    title = LEADING.search(before)
    if own is not None:
        yield Passage(Field.DESCRIPTION, own.group(1))
    elif title is not None and not DOING.search(title.group()):
        words = NOT_TITLE.sub("", title.group()).strip()
        if words.strip(" ,"):
            yield Passage(Field.BEFORE, words)
    if " " in span.of(text).strip():
        cut = CUT_TITLE.search(before)
        if cut is None and span.of(text).startswith("President "):
            cut = PRESIDED.search(before)
        first = cut.group() if cut else _past(text, span)
        yield Passage(Field.DESCRIPTION, first + span.of(text))
    behind = text[span.end : span.end + BEHIND]
    tag = PARTY_TAG.match(behind) or PARTY_TAG.search(span.of(text))
    if tag is not None:
        yield Passage(Field.LABEL, tag.group(1))
    elif not UNRELATED.match(behind):
        yield from _told_behind(behind)


def _told_behind(behind: str) -> Iterator[Passage]:
    """The age and home, and the apposition, that stand behind a mention."""
    home = HOME.match(behind)
    if home is not None:
        yield Passage(Field.HOME, home.group(1).strip(" ,"))
    opening = APPOSITION.match(behind) or RELATIVE.match(behind)
    if opening is not None:
        told = SENTENCE_END.split(behind[opening.end() :], maxsplit=1)[0]
        told = STOP.split(told, maxsplit=1)[0].strip(" ,")
        if told:
            yield Passage(Field.BEHIND, told)
