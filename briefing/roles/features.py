"""Describes a speaker of a campaign article to the learned model."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.domain import Grade, Speaker
from briefing.roles.claims import Claim
from briefing.roles.names import is_person
from briefing.roles.portrait import Field, Passage, first_member
from briefing.roles.rules import Scores
from briefing.roles.wordlist import Word, split_words

Features = dict[str, float]
# Words of American national politics; what was learned of names and context holds there only.
CAMPAIGN = re.compile(
    r"\b(?:(?i:campaign|nominee|nomination|republicans?|democrats?|democratic|caucus(?:es)?|"
    r"presidential|delegates|gop|front-runner|primary|primaries|voters)|"
    r"Trump|Clinton|Obama|Sanders|White House)\b"
)
RACE = re.compile(r"\b(?:re-?election|challenger|opponent|rivals?|race|running|bid|seat)\b", re.I)
NEARBY = 150  # characters on either side of a mention that may tell of an election
CAMPAIGN_WORDS = 3  # how many of them, two different ones at least, make such an article
CONTEXT = 45  # characters on either side of a mention
CONTEXTS = 8  # mentions whose context is read
NEAR = frozenset({Field.BEFORE, Field.BEHIND})
JOINTS = frozenset(["of", "for", "to", "with", "at", "who", "in", "from", "on", "whose", "that"])


def describe(
    text: str,
    speaker: Speaker,
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    scores: Scores,
) -> Features:
    """The features of a speaker by name: scores of the rules, else 1.0 where present.

    Passages and claims are those of `portray` and `find_claims`.
    """
    features: Features = {"bias": 1.0}
    features.update({f"rule={role.value}": score for role, score in scores.items()})
    features.update((name, 1.0) for name in _plain(speaker, passages, claims, scores))
    features.update((name, 1.0) for name in _campaign(text, speaker, scores))
    return features


@lru_cache(maxsize=8)
def is_campaign(text: str) -> bool:
    """Whether an article tells of an American election campaign."""
    found = CAMPAIGN.findall(text)
    return len(found) >= CAMPAIGN_WORDS and len({word.lower() for word in found}) >= 2


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
    for passage in passages:
        words = [word for word in split_words(passage.words) if not word.is_mark]
        if passage.field is not Field.NAME:
            kind = "near" if passage.field in NEAR else "own"
            yield from (f"{kind} word={word.key}" for word in words)
        elif not is_person(passage.words, speaker.grade):
            yield from _of_description(words)


def _of_description(words: Sequence[Word]) -> Iterator[str]:
    """The words of a name that is not a person's; the head is the one before "of" and its like."""
    yield from (f"name word={word.key}" for word in words)
    cut = next((n for n, word in enumerate(words) if n and word.key in JOINTS), len(words))
    if words:
        yield f"head={words[cut - 1].key}"
        yield f"first={words[0].key}"
        yield f"plural={words[cut - 1].text.endswith('s')}"


def _campaign(text: str, speaker: Speaker, scores: Scores) -> Iterator[str]:
    """The name, how often it occurs, and the words around it."""
    name = first_member(speaker)
    kind = "person" if is_person(name, speaker.grade) else "other"
    best = max(scores, key=lambda role: scores[role]).value if scores else "none"
    yield f"campaign {kind}"
    yield f"campaign best={best} density={_density(text)}"
    yield f"campaign best={best} race={_races(text, speaker)}"
    yield f"campaign mentions={min(5, len(speaker.mentions) // 4)} {kind}"
    if not scores:
        yield f"campaign no rule {kind}"
    keys = [word.key for word in split_words(name) if not word.is_mark]
    if speaker.principal:
        yield f"principal={split_words(speaker.principal)[-1].key}"
    if keys and speaker.grade is Grade.NAMED:
        yield f"surname={keys[-1]}"
        yield f"full name={' '.join(keys)}"
    for span in speaker.mentions[:CONTEXTS]:
        before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + CONTEXT].partition("\n")[0]
        yield from (f"before={w.key}" for w in split_words(before)[1:][-5:] if not w.is_mark)
        yield from (f"after={w.key}" for w in split_words(after)[:-1][:5] if not w.is_mark)
