"""The vocabulary of the project: frozen values that the stages pass to each other.

All positions are half-open spans of Unicode code points into the article's text, which
is never altered after loading. Times are aware and UTC.
"""

from briefing.domain.article import (
    PROSE,
    Article,
    Block,
    BlockKind,
    Sentence,
    Span,
)
from briefing.domain.findings import (
    Attribution,
    Form,
    Grade,
    Kind,
    Refusal,
    Role,
    RoleDecision,
    Section,
    Silence,
    Speaker,
    Statement,
    Status,
    section_of,
)
from briefing.domain.results import (
    Briefing,
    Failure,
    Keyword,
    SummarySentence,
)
from briefing.domain.stories import (
    Digest,
    InputCount,
    Occurrence,
    Silent,
    Story,
    StorySentence,
    StoryStatement,
)

__all__ = [
    "PROSE",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Briefing",
    "Digest",
    "Failure",
    "Form",
    "Grade",
    "InputCount",
    "Keyword",
    "Kind",
    "Occurrence",
    "Refusal",
    "Role",
    "RoleDecision",
    "Section",
    "Sentence",
    "Silence",
    "Silent",
    "Span",
    "Speaker",
    "Statement",
    "Status",
    "Story",
    "StorySentence",
    "StoryStatement",
    "SummarySentence",
    "section_of",
]
