"""Invented articles and statements that the tests of stories and digests share."""

from datetime import UTC, datetime

from briefing.domain import (
    Article,
    Attribution,
    Briefing,
    Form,
    Grade,
    Keyword,
    Kind,
    Role,
    RoleDecision,
    Span,
    Speaker,
    Statement,
    SummarySentence,
)
from briefing.stories import StoryDocument

BLAZE = (
    "A fire destroyed the Corlin paper mill in Port Avel on Monday night, and forty workers were "
    "led out unhurt. Fire chief Dana Ruiz said that the roof of the mill fell in at 11:40 p.m. "
    "The Corlin mill is the largest employer of Port Avel. Mayor Ilse Brandt promised help.",
    "Mill workers in Port Avel watched on Monday night as fire took the roof of the Corlin paper "
    "mill, the largest employer of the town. All forty workers left unhurt, said fire chief Dana "
    "Ruiz. Mayor Ilse Brandt spoke of a black day for Port Avel.",
    "Investigators searched the ruins of the Corlin paper mill in Port Avel on Tuesday. Fire chief "
    "Dana Ruiz said that the fire of Monday night may have begun in the drying hall. The mill's "
    "forty workers were sent home; Mayor Ilse Brandt promised them help.",
)
RATES = (
    "The central bank of Norland left its main interest rate at 2.5 percent on Tuesday. Governor "
    "Pavel Holub said that inflation would fall in spring. Most analysts had expected a cut.",
    "Norland's central bank kept interest rates at 2.5 percent on Tuesday, against what most "
    "analysts had expected. Inflation will fall in spring, Governor Pavel Holub said.",
)
DAY = datetime(2026, 3, 4, 9, tzinfo=UTC)  # a Wednesday


def document(
    key: str,
    text: str,
    *,
    title: str | None = None,
    names: tuple[str, ...] = (),
    published: datetime | None = None,
) -> StoryDocument:
    return StoryDocument(key, text, title, names, published)


def find(text: str, words: str) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def statement(
    text: str,
    content: str,
    *,
    speaker: str | None = "Dana Ruiz",
    cue: str = "said",
    role: Role = Role.OFFICIAL,
    form: Form = Form.DIRECT,
    kind: Kind = Kind.STATEMENT,
    grade: Grade = Grade.NAMED,
    principal: str | None = None,
) -> Statement:
    attribution = Attribution((), (find(text, cue),), (find(text, content),), kind, form)
    decided = RoleDecision(role, ("test",), 1.0)
    return Statement(
        attribution, Speaker(speaker, grade=grade, principal=principal), decided, 1, 1.0
    )


def briefing(
    source: str,
    text: str,
    *statements: Statement,
    title: str | None = None,
    published: datetime | None = DAY,
    summary: tuple[str, ...] = (),
    keywords: tuple[str, ...] = (),
) -> Briefing:
    sentences = tuple(SummarySentence(words, find(text, words)) for words in summary)
    phrases = tuple(Keyword(phrase, 0.5) for phrase in keywords)
    article = Article(source, source, text, title=title, published=published)
    return Briefing(article, sentences, phrases, statements, words=len(text.split()))
