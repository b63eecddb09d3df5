"""What holds for every input: a briefing or a clean error, true spans, verbatim words."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.brief import Options, brief
from briefing.domain import Article, Briefing, Span, Statement
from briefing.errors import BriefingError
from briefing.load import load_bytes, load_text
from briefing.render import FORMATS, Layout
from briefing.summary import Length

PEOPLE = (
    "Haruka Ito|Foreign Minister Ito|Ms. Ito|Ito|she|He|Dr. A. B. Roe, a fellow at Lund,"
    "|Roe|the ministry|A senior official who asked not to be named|Police|Roe and Ito"
    "|the former minister Ann Lee, now a professor at Jena,|Lt. Gen. P. Mori|They|Who|a U.N. envoy"
    "|President 伊藤|the spokesman of the mayor|Acme Inc.|O’Neill|al-Masri|Ōno-Østergård"
)
VERBS = (
    "said|says|told reporters|added|according to|asked|declined to comment|wrote on X:|said that"
    "|did not say|called it|warned of|has said|is said to|wants|announced,|, in the view of|said,"
)
WORDS = (
    "the dam is old|4,060 people left|it will rain in 3.5 hours|“a farce”|No. 10|at 5 p.m."
    "|on Nov. 3|we won't go|‘no’|in the U.S.|the plan (which he backs)"
    "|and that the port is shut|because"
    "|: |— |; |, |. |? |! |… |.” |,” |?” |“|”|‘|’|\"|'|« | »|「|」|„|``|''"
)
LINES = (
    '\n\n|\n|\r\n\r\n|\n- |\n• |\n\nBackground\n\n|\n\nExpert: "It rains"\n\n|TOKYO, Nov. 7 — '
    "|By Ann Roe\n|Read more: Floods\n|Correction: It did not rain.\n|# Title\n|> |<p>|</p>|<b>"
    "|A  12\nB  13\n|Photo: Ann Roe\n|1. |(AP) — |[1]|http://a.org/?b=c |*x* |\t|\u2028|\0|\ufeff"
)
PIECES = [piece for part in (PEOPLE, VERBS, WORDS, LINES) for piece in part.split("|")]
# Sentences that hold a statement: {p} a person, {v} a verb, {w} words.
STATEMENTS = (
    "“{w},” {v} {p}.|“{w},” {p} {v}. “{w}.”|{p} {v} that {w}.|{p} {v} {w} “{w}”."
    "|{w}, {p} {v}.|According to {p}, {w}.|{p} {v}: “{w}. {w}|“{w}.”|«{w}», {v} {p}."
    '|"{w}," {v} {p}|‘{w},’ {p} {v}.|{p}, who {v} {w}, {v} “{w}.”|{p} {v} {w} and {v} {w}.'
    "|{p}: “{w}?”|Expert: “{w}”\n\n{p} {v} {w}."
)


@st.composite
def write_news(draw: st.DrawFn) -> str:
    """A text of statements and stray pieces, as broken as the draw will have it."""
    people, verbs, words = (st.sampled_from(part.split("|")) for part in (PEOPLE, VERBS, WORDS))
    stray = st.sampled_from(PIECES) | st.text(max_size=6)
    parts = []
    for pattern in draw(st.lists(st.sampled_from(STATEMENTS.split("|")), min_size=1, max_size=8)):
        parts += draw(st.lists(stray, max_size=2))
        parts.append(pattern.format(p=draw(people), v=draw(verbs), w=draw(words)))
        parts.append(draw(st.sampled_from([" ", " ", "\n\n", "\n\n", "\n"])))
    return "".join(parts)


NEWS = write_news()
ANY_TEXT = NEWS | st.text(st.characters(exclude_categories=()), max_size=300)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "shift_jis"]
)
SOURCES = st.sampled_from(["-", "a.txt", "a.md", "a.html", "a", "a.TXT"])
ARTICLES = [
    path.read_text("utf-8").split("\n\n")
    for path in sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
]
LAYOUTS = st.builds(
    Layout,
    width=st.sampled_from([None, 20, 80, 200]),
    colour=st.booleans(),
    unicode=st.booleans(),
    explain=st.booleans(),
)


def checked(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def brief_text(text: str, *, source: str = "a.txt") -> Briefing | None:
    """The briefing of a text; None where it is refused with a clean error."""
    try:
        return brief(load_text(text, source=source))
    except BriefingError as error:
        assert error.source and error.problem
        assert "\n" not in str(error)
        return None


def spans_of(statement: Statement) -> Iterator[Span]:
    attribution, speaker = statement.attribution, statement.speaker
    yield from (*attribution.source, *attribution.cue, *attribution.content)
    yield from (*attribution.antecedent, *speaker.mentions, *speaker.descriptions)


def check_spans(article: Article, statement: Statement) -> None:
    for span in spans_of(statement):
        assert 0 <= span.start < span.end <= len(article.text)
    content = statement.attribution.content
    assert content
    assert all(before.end <= after.start for before, after in pairwise(content))
    assert all(span.of(article.text).strip() for span in content)
    assert statement.paragraph >= 1
    for share in (
        statement.confidence,
        statement.speaker.confidence,
        statement.decision.confidence,
    ):
        assert 0 <= share <= 1


def check_briefing(briefing: Briefing) -> None:
    article = briefing.article
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        end = block.span.end
    for sentence in briefing.summary:
        assert 0 <= sentence.span.start < sentence.span.end <= len(article.text)
        assert sentence.text == sentence.span.of(article.text)
    assert all(0 <= keyword.score <= 1 and keyword.phrase.strip() for keyword in briefing.keywords)
    for statement in briefing.statements:
        check_spans(article, statement)


def check_record(briefing: Briefing) -> None:
    """What scripts read is verbatim: text equals the article at its spans."""
    text = briefing.article.text
    (line,) = FORMATS["ndjson"](briefing, Layout()).splitlines()
    record = json.loads(line)
    for sentence in record["summary"]:
        assert sentence["text"] == text[slice(*sentence["span"])]
    for statement in record["statements"]:
        pieces = [text[start:end] for start, end in statement["content"]]
        assert statement["text"] == " … ".join(pieces)


@given(st.binary(max_size=400), SOURCES)
@checked(200)
def test_any_bytes_give_a_briefing_or_a_clean_error(data: bytes, source: str) -> None:
    try:
        briefing = brief(load_bytes(data, source=source))
    except BriefingError as error:
        assert error.source == source and error.problem
    else:
        check_briefing(briefing)


@given(ANY_TEXT, ENCODINGS, SOURCES)
@checked(200)
def test_any_text_in_any_encoding_gives_a_briefing_or_a_clean_error(
    text: str, encoding: str, source: str
) -> None:
    data = text.encode(encoding, "replace" if encoding[:3] != "utf" else "surrogatepass")
    try:
        briefing = brief(load_bytes(data, source=source))
    except BriefingError as error:
        assert error.source == source and error.problem
    else:
        check_briefing(briefing)


@given(NEWS)
@checked(300)
def test_spans_lie_in_the_text_and_wording_is_verbatim(text: str) -> None:
    briefing = brief_text(text)
    if briefing:
        assert briefing.article.text == text
        check_briefing(briefing)
        check_record(briefing)


@given(st.data())
@checked(60)
def test_an_article_may_break_off_anywhere(data: st.DataObject) -> None:
    paragraphs = data.draw(st.sampled_from(ARTICLES))
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    end = data.draw(st.integers(0, len(paragraphs[number])))
    text = "\n\n".join([*paragraphs[:number], paragraphs[number][:end]])
    briefing = brief_text(text)
    if briefing:
        check_briefing(briefing)


@given(ANY_TEXT, st.sampled_from(sorted(FORMATS)), LAYOUTS)
@checked(200)
def test_rendering_never_fails_and_can_be_written(text: str, form: str, layout: Layout) -> None:
    briefing = brief_text(text)
    if briefing:
        FORMATS[form](briefing, layout).encode("utf-8")


@given(NEWS, st.sampled_from(sorted(FORMATS)))
@checked(80)
def test_same_input_gives_the_same_bytes(text: str, form: str) -> None:
    first, second = brief_text(text), brief_text(text)
    assert first == second
    if first and second:
        assert FORMATS[form](first, Layout()) == FORMATS[form](second, Layout())


LENGTHS = st.one_of(
    st.builds(Length, sentences=st.integers(1, 9)),
    st.builds(Length, words=st.integers(1, 200)),
    st.builds(Length, percent=st.integers(1, 100)),
)


@given(NEWS, LENGTHS, st.integers(0, 30), st.floats(0, 1))
@checked(80)
def test_no_option_breaks_a_briefing(text: str, length: Length, count: int, least: float) -> None:
    options = Options(length=length, keywords=count, min_confidence=least)
    try:
        briefing = brief(load_text(text, source="a.txt"), options)
    except BriefingError:
        return
    check_briefing(briefing)
    assert len(briefing.keywords) <= count
    assert all(statement.confidence >= least for statement in briefing.statements)


def test_bytes_do_not_depend_on_the_order_of_sets() -> None:
    text = (
        "Port reopens\n\nForeign Minister Haruka Ito and Dr. Ann Roe, a fellow at the Lund"
        " Institute, met in Osaka on Monday. “The port is open,” Ito said. Roe warned"
        " that the dam was old and"
        " that nobody had looked inside. The mayor, Tom Orr, declined to comment.\n\nAccording to"
        " police, 4,060 people had left. “We are tired,” said Eva Lind, 44. She added that the"
        " ferries of Acme Inc. were full.\n"
    )
    program = (
        "import sys\nfrom briefing.brief import brief\nfrom briefing.load import load_text\n"
        "from briefing.render import FORMATS, Layout\n"
        "text = sys.stdin.buffer.read().decode('utf-8')\n"
        "made = brief(load_text(text, source='a.txt'))\n"
        "for form in ('json', 'plain'):\n"
        "    sys.stdout.buffer.write(FORMATS[form](made, Layout()).encode('utf-8'))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=text.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            timeout=60,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
