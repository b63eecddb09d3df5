"""Invented articles, briefings, stories and digests for the tests of the archive."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from briefing.domain import (
    Article,
    Attribution,
    Briefing,
    Digest,
    Form,
    Keyword,
    Kind,
    Role,
    RoleDecision,
    Span,
    Speaker,
    Statement,
    Story,
    SummarySentence,
)

NOW = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
DAY = timedelta(days=1)
VERSION = "rules 1"


def make_article(text, source="news/a.txt", *, title=None, published=None):
    """An article with the id that loading would give it."""
    key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Article(key, source, text, title=title, published=published, publisher="Elm Post")


def make_statement(
    text, words, name="Ada Moreau", *, role=Role.OFFICIAL, position=None, place=None, **more
):
    """A statement of these words, which stand in the text; `more` goes to its attribution."""
    start = text.index(words)
    return Statement(
        Attribution((), (), (Span(start, start + len(words)),), form=Form.INDIRECT, **more),
        Speaker(name, position, place, mentions=(Span(0, 1),)),
        RoleDecision(role, ("listed",), 0.9),
        paragraph=1 + text[:start].count("\n\n"),
        confidence=0.8,
    )


def make_briefing(text, *said, source="news/a.txt", title=None, published=None):
    """A briefing of a text; `said` are the arguments of `make_statement`, as dicts."""
    article = make_article(text, source, title=title, published=published)
    statements = tuple(make_statement(text, **one) for one in said)
    summary = (SummarySentence(text[:4], Span(0, 4), 0.5, ("first",)),)
    return Briefing(article, summary, (Keyword("bridge", 0.5),), statements, words=3)


BRIDGE_TEXT = (
    "The town will close the old bridge on Monday.\n\n"
    "Ada Moreau said fighter jets had shaken it.\n\n"
    "Karl Venn said the steel was neglected; a jet is no fighter of steel."
)
BRIDGE = make_briefing(
    BRIDGE_TEXT,
    {"words": "fighter jets had shaken it", "position": "Mayor", "place": "Elmford"},
    {
        "words": "the steel was neglected; a jet is no fighter of steel",
        "name": "Karl Venn",
        "role": Role.EXPERT,
        "position": "professor",
    },
    title="Bridge to close",
    published=NOW - DAY,
)
TRAM_TEXT = "Trams return in spring, Ole Brand said. Mia Holt wants more of them."
TRAM = make_briefing(
    TRAM_TEXT,
    {"words": "Trams return in spring", "name": "Ole Brand", "position": "Minister"},
    {"words": "more of them", "name": "Mia Holt", "role": Role.PUBLIC, "kind": Kind.ATTITUDE},
    source="news/tram.txt",
)


def make_story(id_, *briefings, update_of=None):
    """A story of some briefings."""
    return Story(id_, f"Headline of {id_}", briefings, update_of=update_of, score=0.5)


def make_digest(*stories, prepared=NOW, day=date(2026, 11, 22)):
    """A digest of some stories."""
    return Digest(day, prepared, (prepared - DAY, prepared), stories, versions=(("rules", "1"),))
