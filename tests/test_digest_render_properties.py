"""No digest of any texts makes a rendering or a message fail; the same one, the same bytes."""

import json
from datetime import UTC
from email import message_from_bytes, policy
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from test_render_properties import BRIEFINGS, SPANS, WORDS

from briefing.domain import (
    Digest,
    Failure,
    InputCount,
    Occurrence,
    Silence,
    Silent,
    Story,
    StorySentence,
    StoryStatement,
)
from briefing.mail import make_message
from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS, render_letter

TIMES = st.datetimes(timezones=st.just(UTC)).filter(lambda time: 1 < time.year < 9999)
DAYS = st.dates()
LAYOUTS = st.builds(
    Layout,
    width=st.none() | st.integers(1, 200),
    colour=st.booleans(),
    unicode=st.booleans(),
    explain=st.booleans(),
)


@st.composite
def stories(draw):
    briefings = draw(st.lists(BRIEFINGS, min_size=1, max_size=2))
    sources = st.sampled_from([briefing.article.source for briefing in briefings])
    content = SPANS.map(tuple)
    also = st.builds(Occurrence, sources, content, WORDS, WORDS)
    said = [
        StoryStatement(
            statement,
            briefing.article.source,
            statement.text_in(briefing.article.text),
            tuple(draw(st.lists(also, max_size=1))),
            draw(st.none() | DAYS),
        )
        for briefing in briefings
        for statement in briefing.statements
    ]
    silent = st.builds(Silent, WORDS, st.sampled_from(Silence), sources, SPANS.map(lambda s: s[0]))
    return Story(
        draw(WORDS),
        draw(WORDS),
        tuple(briefings),
        tuple(StorySentence(s, b.article.source) for b in briefings for s in b.summary),
        briefings[0].keywords,
        tuple(said),
        tuple(draw(st.lists(st.tuples(sources, sources), max_size=1))),
        update_of=draw(st.none() | WORDS),
        new=tuple(draw(st.lists(sources, max_size=1))),
        silent=tuple(draw(st.lists(silent, max_size=1))),
        watched=tuple(draw(st.lists(WORDS, max_size=2))),
    )


DIGESTS = st.builds(
    Digest,
    DAYS,
    TIMES,
    st.tuples(TIMES, TIMES),
    st.lists(stories(), max_size=2).map(tuple),
    st.lists(st.builds(Failure, WORDS, WORDS), max_size=1).map(tuple),
    st.just(InputCount(1, 2, 3, 4)),
    WORDS,
    st.lists(WORDS, max_size=1).map(tuple),
    st.integers(0, 2),
    st.lists(st.tuples(WORDS, WORDS), max_size=1).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(DIGESTS, LAYOUTS)
def test_any_digest_is_rendered_in_every_format(digest, layout):
    for render in (*DIGEST_FORMATS.values(), render_letter):
        text = render(digest, layout)
        assert text == render(digest, layout)
        assert text.encode("utf-8")
        assert layout.unicode or text.isascii()
    json.loads(DIGEST_FORMATS["json"](digest, layout))
    ElementTree.fromstring(DIGEST_FORMATS["atom"](digest, layout))


@settings(max_examples=30, deadline=None)
@given(DIGESTS)
def test_any_digest_makes_a_message(digest):
    data = make_message(
        digest, sender="a@b.org", recipients=["c@d.org"], message_id="x@y.org", list_id="l.d.org"
    )
    assert max(map(len, data.split(b"\r\n"))) <= 998
    found = message_from_bytes(data, policy=policy.default)
    assert found.keys()[-1] == "Content-Type"
    assert len(found.keys()) == 9
    assert len(list(found.iter_parts())) == 2
