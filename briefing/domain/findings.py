"""What the stages find in an article: attributions, speakers, roles, statements."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.domain.article import Span


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
    """One attribution with its speaker and role; `paragraph` counts from 1.

    `aside` is true where a short view leaves it out, because it shows as many statements of the
    speaker as it may, and more central ones.
    """

    attribution: Attribution
    speaker: Speaker
    decision: RoleDecision
    paragraph: int
    confidence: float
    aside: bool = False

    @property
    def section(self) -> Section:
        """Where the briefing prints this statement."""
        return section_of(self.decision.role)

    def text_in(self, text: str) -> str:
        """The article's own words at the content, pieces joined by ` … `."""
        return " … ".join(span.of(text) for span in self.attribution.content)


class Silence(StrEnum):
    """Why somebody named in an article or a story has not spoken in it."""

    DECLINED = "declined"
    UNREACHABLE = "unreachable"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Refusal:
    """That somebody is not on record, in the article's words at `span`.

    `source` are the words for who that is, empty where there are none; `speaker` the name they
    are resolved to, None where it cannot be told. `paragraph` counts from 1.
    """

    source: tuple[Span, ...]
    span: Span
    reason: Silence
    paragraph: int
    speaker: str | None = None
