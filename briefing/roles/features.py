"""Describes a speaker of a campaign article to the learned model."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.domain import Grade, Speaker
from briefing.roles.claims import Claim
from briefing.roles.names import is_person
from briefing.roles.passages import Field, Passage
from briefing.roles.portrait import first_member
from briefing.roles.rules import Scores
from briefing.roles.wordlist import Word, split_words

Features = dict[str, float]
# Words of American national politics; what was learned holds there only.
CAMPAIGN = re.compile(
    r"\b(?:(?i:campaign|nominee|nomination|republicans?|democrats?|democratic|caucus(?:es)?|"
    r"presidential|delegates|gop|front-runner|primary|primaries|voters)|"
    r"Trump|Clinton|Obama|Sanders|White House)\b"
)
# Words of an election, and of the United States: such an article has several of both.
CONTEST = re.compile(
    r"\b(?:(?i:campaign(?:s|ed|ing)?|nominee|nomination|caucus(?:es)?|delegates|front-?runner|"
    r"primary|primaries|voters|polls|elections?|presidential (?:candidate|race|election|bid|"
    r"hopeful|primary|campaign|nominee|contender|debate)s?)|Trump|Clinton|Sanders)\b"
)
AMERICAN = re.compile(
    r"\b(?:(?i:republicans?|democrats?|gop)|Trump|Clinton|Sanders|Obama|White House|Democratic "
    r"(?:Party|nominee|primary|primaries|candidate|convention|National|presidential|front))\b"
)
RACE = re.compile(r"\b(?:re-?election|challenger|opponent|rivals?|race|running|bid|seat)\b", re.I)
# A word of an election within reach of a mention, and what only a candidate has.
ELECTION = re.compile(
    r"\b(?:campaign\w*|candida\w+|nominee|nominat\w+|presidential|primar(?:y|ies)|caucus\w*|"
    r"delegates|rivals?|front-?runner|debates?|race|running|bid|supporters|rall(?:y|ies)|voters|"
    r"polls?|endors\w+|ticket|convention|stump|super PACs?)\b",
    re.IGNORECASE,
)
CLOSE = 80  # characters on either side of a mention read for these
SURNAME = r"([A-Z][\w-]*(?:['’][A-Z]\w+)?)"
OF_CANDIDATE = re.compile(
    rf"\b(?={SURNAME}(?:['’]s?)?\s(?:\w+\s)?(?:campaign|supporters?|rall(?:y|ies)|voters?|"
    r"delegates?|backers?|volunteers?|surrogates?|super PAC|candidacy|nomination|victory|win|"
    r"ticket|ads?)\b)"
)
FOR_CANDIDATE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|support(?:s|ed|ing)?|elect(?:s|ed|ing)?|nominat(?:e[ds]?|ing)|"
    r"endors(?:e[ds]?|ing)|back(?:s|ed|ing)?|campaign(?:s|ed|ing)?)\s(?:for\s)?"
    rf"(?:(?:Mrs?|Ms|Sen|Gov)\.\s)?{SURNAME}(?:\s{SURNAME})?"
)
NEARBY = 150  # characters on either side of a mention that may tell of an election
CAMPAIGN_WORDS = 3  # how many of them, two different ones at least, make such an article
AMERICAN_WORDS = 2  # and how many of the United States
CONTEXTS = 8  # mentions looked at
MENTIONS = 20  # mentions looked at for words of elections
NEAR = frozenset({Field.BEFORE, Field.BEHIND})
JOINTS = frozenset(["of", "for", "to", "with", "at", "who", "in", "from", "on", "whose", "that"])


def describe(
    text: str,
    speaker: Speaker,
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    scores: Scores,
    *,
    names: bool = False,
) -> Features:
    """The features of a speaker by name: scores of the rules, else 1.0 where present.

    Passages and claims are those of `portray` and `find_claims`; with `names`, the name counts
    also where the article says who somebody is.
    """
    features: Features = {"bias": 1.0}
    features.update({f"rule={role.value}": score for role, score in scores.items()})
    features.update((name, 1.0) for name in _plain(speaker, passages, claims, scores))
    features.update((name, 1.0) for name in _campaign(text, speaker, scores))
    if names or not any(claim.role for claim in claims if claim.field is not Field.NAME):
        features.update((name, 1.0) for name in _known_name(speaker))
    return features


@lru_cache(maxsize=8)
def is_campaign(text: str) -> bool:
    """Whether an article tells of an American election campaign."""
    found = CAMPAIGN.findall(text)
    if len(found) < CAMPAIGN_WORDS or len({word.lower() for word in found}) < 2:
        return False
    contest = len(CONTEST.findall(text)) >= CAMPAIGN_WORDS
    return contest and len(AMERICAN.findall(text)) >= AMERICAN_WORDS


@lru_cache(maxsize=8)
def _density(text: str) -> int:
    """How much an article tells of campaigns: 0 to 4."""
    share = 100 * len(CAMPAIGN.findall(text)) / (1 + text.count(" "))
    return min(4, int(share))


def _races(text: str, speaker: Speaker) -> bool:
    """Whether a mention stands beside words of an election of one's own."""
    return any(
        RACE.search(text[max(0, span.start - NEARBY) : span.end + NEARBY])
        for span in speaker.mentions[:CONTEXTS]
    )


def _candidacy(text: str, speaker: Speaker) -> tuple[int, int]:
    """How far the article treats somebody as a candidate: two measures of 0 to 4.

    The share of the mentions beside words of elections, and how often it speaks of somebody's
    campaign, supporters or votes.
    """
    spans = speaker.mentions[:MENTIONS]
    found = find_elections(text)
    near = 0
    for span in spans:
        at = bisect_left(found, (span.start - CLOSE, 0))
        near += at < len(found) and found[at][1] <= span.end + CLOSE
    name = first_member(speaker)
    last = name.split()[-1] if name and speaker.grade is Grade.NAMED else ""
    return 4 * near // max(1, len(spans)), min(4, _campaigns(text)[last])


@lru_cache(maxsize=8)
def find_elections(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of elections begin and end."""
    return tuple(match.span() for match in ELECTION.finditer(text))


@lru_cache(maxsize=8)
def _campaigns(text: str) -> Counter[str]:
    """How often an article speaks of the campaign, supporters or votes of each name."""
    found = Counter(match[1] for match in OF_CANDIDATE.finditer(text))
    found.update(name for match in FOR_CANDIDATE.finditer(text) for name in match.groups() if name)
    return found


def _plain(
    speaker: Speaker, passages: Sequence[Passage], claims: Sequence[Claim], scores: Scores
) -> Iterator[str]:
    """What the article says of the speaker."""
    yield f"grade={speaker.grade.value}"
    yield f"status={speaker.status.value}"
    if not scores:
        yield "no rule"
    for claim in claims:
        where = {Field.NAME: "name", Field.BEHIND: "near"}.get(claim.field, "own")
        yield f"{where} {claim.when.name.lower()} group={claim.group}"
    own = _own_words(speaker)
    told = {w.key for p in passages if p.field is Field.POSITION for w in split_words(p.words)}
    for passage in passages:
        words = [word for word in split_words(passage.words) if not word.is_mark]
        if passage.field is not Field.NAME:
            kind = "near" if passage.field in NEAR else "own"
            known = own | told if kind == "near" else own  # a title counts once
            yield from (f"{kind} word={word.key}" for word in words if word.key not in known)
        elif not is_person(passage.words, speaker.grade):
            yield from _of_description(words)


def _own_words(speaker: Speaker) -> frozenset[str]:
    """The words of a person's name: who somebody is, says nothing of the capacity."""
    name = first_member(speaker)
    person = is_person(name, speaker.grade)
    return frozenset(word.key for word in split_words(name)) if person else frozenset()


def _of_description(words: Sequence[Word]) -> Iterator[str]:
    """The words of a name that is not a person's; the head is the one before "of" and its like."""
    yield from (f"name word={word.key}" for word in words)
    cut = next((n for n, word in enumerate(words) if n and word.key in JOINTS), len(words))
    if words:
        yield f"head={words[cut - 1].key}"
        yield f"first={words[0].key}"
        yield f"plural={words[cut - 1].text.endswith('s')}"


def _campaign(text: str, speaker: Speaker, scores: Scores) -> Iterator[str]:
    """How often a name occurs, and how much of the article and its surroundings is campaign."""
    name = first_member(speaker)
    kind = "person" if is_person(name, speaker.grade) else "other"
    best = max(scores, key=lambda role: scores[role]).value if scores else "none"
    yield f"campaign {kind}"
    yield f"campaign best={best} density={_density(text)}"
    yield f"campaign best={best} race={_races(text, speaker)}"
    near, own = _candidacy(text, speaker)
    yield f"campaign best={best} near elections={near}"
    yield f"campaign best={best} own campaign={own}"
    yield f"campaign mentions={min(5, len(speaker.mentions) // 4)} {kind}"
    if not scores:
        yield f"campaign no rule {kind}"
    if speaker.principal:
        yield f"principal={split_words(speaker.principal)[-1].key}"


def _known_name(speaker: Speaker) -> Iterator[str]:
    """The name as a whole, and its last word, apart from one that stands alone for a name."""
    keys = [word.key for word in split_words(first_member(speaker)) if not word.is_mark]
    if keys and speaker.grade is Grade.NAMED:
        yield f"known {'surname' if len(keys) == 1 else 'family'}={keys[-1]}"
        if len(keys) > 1:
            yield f"known name={' '.join(keys)}"
