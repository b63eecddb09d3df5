"""Chooses the key phrases of an article from its candidates."""

from collections.abc import Sequence

from briefing.domain import Keyword, Sentence
from briefing.keywords.candidates import Candidate, find_candidates


def extract_keywords(
    text: str,
    sentences: Sequence[Sentence],
    *,
    count: int,
    title: str | None = None,
    names: Sequence[str] = (),
) -> tuple[Keyword, ...]:
    """The `count` best phrases, best first, none inside another one."""
    found = find_candidates(text, sentences)
    scores = {c.key: _score(c, len(sentences)) for c in found}
    top = max(scores.values(), default=1.0)
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-scores[c.key], c.first)):
        if len(chosen) == count:
            break
        if not any(_overlap(candidate.key, other.key) for other in chosen):
            chosen.append(candidate)
    return tuple(Keyword(c.wording, round(scores[c.key] / top, 4)) for c in chosen)


def _score(candidate: Candidate, total: int) -> float:
    early = 1.0 + 1.0 / (1.0 + candidate.first)
    return candidate.count * early * (len(candidate.key) ** 0.5) / (1 + 0.1 * total)


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
