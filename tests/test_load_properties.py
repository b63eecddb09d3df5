"""Whatever comes in, an article or a clean error comes out, and its blocks lie in its text."""

import codecs

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.domain import PROSE, Article
from briefing.errors import LoadError
from briefing.load import load_bytes, load_text

SOURCES = st.sampled_from(["a.txt", "a.md", "a.html", "-"])
PIECES = st.sampled_from(
    [
        "By Ada Roe",
        "OSLO (AP) — ",
        "Rain Ends Drought",
        "“We will go,” said Vik.",
        "- ropes",
        "# Wind",
        "> loud",
        "| a | b |",
        "a    b",
        "```",
        "---",
        "title: x",
        "<p>He said</p>",
        "<div>",
        "Read more: x",
        "Ada Roe contributed to this report.",
        "5 March 2024",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\0",
        "\u2028",
        "x" * 80,
        "It rained. ",
    ]
)
NEWS = st.lists(PIECES, max_size=30).map("".join)


def try_text(text: str, source: str) -> Article | None:
    try:
        return load_text(text, source=source)
    except LoadError as error:
        assert error.source == source and error.problem and error.remedy
        return None


def check(article: Article) -> None:
    end = 0
    number = 1
    for block in article.blocks:
        words = block.span.of(article.text)
        assert words == words.strip() and words
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert number <= block.paragraph
        end, number = block.span.end, block.paragraph
    article.text.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(NEWS, SOURCES)
def test_blocks_are_in_order_and_disjoint(text: str, source: str) -> None:
    article = try_text(text, source)
    if article:
        check(article)
        assert article == try_text(text, source)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), SOURCES)
@example("\ud800", "a.txt")
@example("\x1f a", "a.txt")
@example("\x85a", "a.txt")
def test_any_text_gives_an_article_or_a_clean_error(text: str, source: str) -> None:
    article = try_text(text, source)
    if article:
        check(article)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(
            lambda text, encoding: text.encode(encoding, "replace"),
            NEWS,
            st.sampled_from(["utf-8", "utf-16", "utf-16-be", "cp1252", "koi8-r", "shift_jis"]),
        ),
    ),
    SOURCES,
)
@example(codecs.BOM_UTF16_LE + b"\x00\xd8", "a.txt")
def test_any_bytes_give_an_article_or_a_clean_error(data: bytes, source: str) -> None:
    try:
        article = load_bytes(data, source=source)
    except LoadError as error:
        assert error.source == source and error.problem
        return
    check(article)
    assert article == load_bytes(data, source=source)


@settings(max_examples=200, deadline=None)
@given(NEWS)
def test_plain_text_is_never_altered(text: str) -> None:
    article = try_text(text, "a.txt")
    if article:
        assert article.text == text
        assert load_bytes(text.encode(), source="a.txt").text == text


@settings(max_examples=200, deadline=None)
@given(NEWS)
def test_every_word_of_a_plain_text_lies_in_a_block(text: str) -> None:
    article = try_text(text, "a.txt")
    if article:
        covered = [range(block.span.start, block.span.end) for block in article.blocks]
        inside = {position for stretch in covered for position in stretch}
        words = {at for at, character in enumerate(text) if character.isalpha()}
        assert words <= inside
        assert PROSE or not article.blocks
