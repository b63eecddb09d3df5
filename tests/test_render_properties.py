"""No briefing of any text makes a rendering fail, and the same one gives the same bytes."""

import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import (
    Article,
    Attribution,
    Briefing,
    Form,
    Grade,
    Keyword,
    Kind,
    Refusal,
    Role,
    RoleDecision,
    Silence,
    Span,
    Speaker,
    Statement,
    Status,
    SummarySentence,
)
from briefing.render import FORMATS, Layout

WORDS = st.text(st.characters(exclude_categories=()), max_size=40)
MAYBE = st.none() | WORDS
SHARE = st.floats(0, 1)
TUPLE = st.lists(WORDS, max_size=2).map(tuple)
SPANS = st.lists(st.builds(Span, st.integers(0, 30), st.integers(0, 60)), min_size=1, max_size=3)
SPEAKERS = st.builds(
    Speaker,
    MAYBE,
    MAYBE,
    MAYBE,
    st.sampled_from(Status),
    st.sampled_from(Grade),
    members=TUPLE,
    principal=MAYBE,
    confidence=SHARE,
    evidence=TUPLE,
)
ATTRIBUTIONS = st.builds(
    Attribution,
    source=SPANS.map(tuple),
    cue=SPANS.map(tuple),
    content=SPANS.map(tuple),
    kind=st.sampled_from(Kind),
    form=st.sampled_from(Form),
    confidence=SHARE,
    evidence=TUPLE,
)
DECISIONS = st.builds(RoleDecision, st.sampled_from(Role), TUPLE, SHARE)
STATEMENTS = st.builds(Statement, ATTRIBUTIONS, SPEAKERS, DECISIONS, st.integers(1, 9999), SHARE)
REFUSALS = st.builds(
    Refusal,
    SPANS.map(tuple),
    SPANS.map(lambda spans: spans[0]),
    st.sampled_from(Silence),
    st.integers(1, 9999),
    MAYBE,
)
TIMES = st.none() | st.datetimes(timezones=st.just(UTC))
ARTICLES = st.builds(
    Article, WORDS, WORDS, WORDS, title=MAYBE, published=TIMES, publisher=MAYBE, language=WORDS
)
BRIEFINGS = st.builds(
    Briefing,
    ARTICLES,
    st.lists(st.builds(SummarySentence, WORDS, SPANS.map(lambda s: s[0]), SHARE, TUPLE)).map(tuple),
    st.lists(st.builds(Keyword, WORDS, SHARE, TUPLE), max_size=3).map(tuple),
    st.lists(STATEMENTS, max_size=4).map(tuple),
    words=st.integers(0, 10**6),
    notes=TUPLE,
    declined=st.lists(REFUSALS, max_size=2).map(tuple),
)
LAYOUTS = st.builds(
    Layout,
    width=st.none() | st.integers(1, 250),
    colour=st.booleans(),
    unicode=st.booleans(),
    explain=st.booleans(),
    only=st.frozensets(st.sampled_from(Role).map(str), max_size=2),
    show_all=st.booleans(),
)


@settings(deadline=None)
@given(BRIEFINGS, LAYOUTS)
def test_any_briefing_is_rendered_and_can_be_written(briefing, layout):
    for form, render in FORMATS.items():
        text = render(briefing, layout)
        assert text.endswith("\n")
        assert text.encode("utf-8") == render(briefing, layout).encode("utf-8")
        assert text.isascii() or layout.unicode
        if form in ("json", "ndjson"):
            assert json.loads(text)["article"]["title"] == briefing.article.title


def test_dates_of_any_year_are_printed():
    for year in (1, 999, 9999):
        article = Article("1", "a", "", published=datetime(year, 1, 2, tzinfo=UTC))
        assert f"2 January {year}" in FORMATS["plain"](Briefing(article), Layout())
