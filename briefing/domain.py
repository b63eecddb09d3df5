"""The vocabulary of the project: frozen values that the stages pass to each other.

All positions are half-open spans of Unicode code points into the article's text, which
is never altered after loading. Times are aware and UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points.

    >>> Span(0, 5).of("Tokyo said")
    'Tokyo'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the text at this span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of an article is; only PARAGRAPH and BULLET hold running prose."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"
    CAPTION = "caption"
    LINK = "link"
    CORRECTION = "correction"
    NOTE = "note"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article of one kind.

    `paragraph` counts printed paragraphs from 1 in reading order; a dateline and the
    text behind it, or the bullets of one list, share a number.
    """

    span: Span
    kind: BlockKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as loaded. `blocks` are in text order and do not overlap."""

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    published: datetime | None = None
    publisher: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, without surrounding white space; blocks that are not prose
    (headings, bylines, table rows) are one sentence each and keep their kind."""

    span: Span
    paragraph: int
    kind: BlockKind = BlockKind.PARAGRAPH


class Kind(StrEnum):
    """Whether something was communicated, or only thought, wanted or planned."""

    STATEMENT = "statement"
    ATTITUDE = "attitude"


class Form(StrEnum):
    """`direct`: all in quotation marks; `indirect`: none; `mixed`: a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) said (cue) what (content), as spans; source and cue may be empty.

    `antecedent` names the source outside the statement, where the statement itself has
    none: the mention that a continued paragraph or a heading quotation goes back to.
    `continues` is true where a paragraph carries on a speaker without naming one.
    `confidence` is 0-1; `evidence` names the rules or scores that made the finding.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind = Kind.STATEMENT
    form: Form = Form.INDIRECT
    continues: bool = False
    antecedent: tuple[Span, ...] = ()
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()


class Role(StrEnum):
    """The capacity in which an article presents a source."""

    OFFICIAL = "official"
    POLITICAL = "political"
    EXPERT = "expert"
    BUSINESS = "business"
    CIVIL = "civil"
    MEDIA = "media"
    PUBLIC = "public"
    UNKNOWN = "unknown"


class Section(StrEnum):
    """Where a briefing prints a statement."""

    OFFICIAL = "official"
    EXPERT = "expert"
    OTHER = "other"


def section_of(role: Role) -> Section:
    """The section that a role is printed in.

    >>> section_of(Role.BUSINESS)
    <Section.OTHER: 'other'>
    """
    if role is Role.OFFICIAL:
        return Section.OFFICIAL
    return Section.EXPERT if role is Role.EXPERT else Section.OTHER


class Grade(StrEnum):
    """How far a source is on record."""

    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    DOCUMENT = "document"


class Status(StrEnum):
    """Whether a position is held now."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    DESIGNATE = "designate"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source refers to, in the article's own words.

    `name` is the fullest name without honorific or position, for an unnamed source its
    description without article, joint sources joined by ` + `, None when it cannot be
    told. `descriptions` are the spans of everything the article says about who this is
    (titles, appositives, relative clauses); `mentions` all spans that refer to it.
    `members` are the names of a joint source; `principal` whom a spokesperson speaks for.
    """

    name: str | None
    position: str | None = None
    affiliation: str | None = None
    status: Status = Status.CURRENT
    grade: Grade = Grade.NAMED
    mentions: tuple[Span, ...] = ()
    descriptions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()
    principal: str | None = None
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleDecision:
    """The role of a speaker with the words that decided it and the probability (0-1)."""

    role: Role
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with its speaker and role; `paragraph` counts from 1."""

    attribution: Attribution
    speaker: Speaker
    decision: RoleDecision
    paragraph: int
    confidence: float

    @property
    def section(self) -> Section:
        """Where the briefing prints this statement."""
        return section_of(self.decision.role)

    def text_in(self, text: str) -> str:
        """The article's own words at the content, pieces joined by ` … `."""
        return " … ".join(span.of(text) for span in self.attribution.content)


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
    """Everything a briefing of one article prints, in the order of the article."""

    article: Article
    summary: tuple[SummarySentence, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    statements: tuple[Statement, ...] = ()
    words: int = 0
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be briefed, and why."""

    source: str
    reason: str
