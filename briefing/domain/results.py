"""What is printed of one article, and what could not be."""

from dataclasses import dataclass, field

from briefing.domain.article import Article, Span
from briefing.domain.findings import Refusal, Statement


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence chosen for a summary: verbatim at its span; why, and with what score."""

    text: str
    span: Span
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyword:
    """A key phrase with its score (0-1, higher is better)."""

    phrase: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a briefing of one article prints, in the order of the article.

    `declined` tells who is not on record, `notes` what else a reader must know.
    """

    article: Article
    summary: tuple[SummarySentence, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    statements: tuple[Statement, ...] = ()
    words: int = 0
    notes: tuple[str, ...] = field(default=())
    declined: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be briefed, and why."""

    source: str
    reason: str
