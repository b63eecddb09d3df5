"""Sentences of blocks: which are split, exact spans, what ends in speech tags, how fast."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import PROSE, Block, BlockKind, Span
from briefing.segment import split_sentences
from briefing.segment.punkt import load_punkt
from briefing.segment.tags import is_tag


def split(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    sentences = split_sentences(text, [Block(Span(0, len(text)), kind, 1)])
    return [sentence.span.of(text) for sentence in sentences]


@pytest.mark.parametrize("kind", sorted(set(BlockKind) - PROSE))
def test_block_that_is_no_prose_is_one_sentence_of_its_kind(kind: BlockKind) -> None:
    text = " By Ann Roe. Staff Writer. "
    (sentence,) = split_sentences(text, [Block(Span(0, len(text)), kind, 3)])
    assert sentence.span.of(text) == "By Ann Roe. Staff Writer."
    assert (sentence.kind, sentence.paragraph) == (kind, 3)


def test_bullets_are_split_like_paragraphs() -> None:
    assert split("One came. Two left.", BlockKind.BULLET) == ["One came.", "Two left."]


def test_sentences_keep_paragraph_number_and_kind_of_their_block() -> None:
    text = "Harbour opens\n\nIt opened. It shut."
    blocks = [
        Block(Span(0, 13), BlockKind.TITLE, 1),
        Block(Span(15, len(text)), BlockKind.PARAGRAPH, 2),
    ]
    found = [(s.span.of(text), s.paragraph, s.kind) for s in split_sentences(text, blocks)]
    assert found == [
        ("Harbour opens", 1, BlockKind.TITLE),
        ("It opened.", 2, BlockKind.PARAGRAPH),
        ("It shut.", 2, BlockKind.PARAGRAPH),
    ]


def test_no_blocks_or_blank_ones_have_no_sentences() -> None:
    assert split_sentences("It opened.", []) == ()
    assert split(" \n\n ") == []
    assert split("", BlockKind.TITLE) == []


def test_quotation_over_a_whole_paragraph_is_split_into_its_sentences() -> None:
    text = "“The dam is old. Nobody has looked inside. That must change"
    assert split(text) == ["“The dam is old.", "Nobody has looked inside.", "That must change"]


def test_stray_bracket_does_not_hold_the_sentences_together() -> None:
    assert split("The (old dam broke. It was night.") == ["The (old dam broke.", "It was night."]
    assert len(split("The (old dam broke. " + "It was night. " * 30 + "All left).")) > 20


def test_crlf_line_breaks_within_a_sentence_stay_inside_it() -> None:
    assert split("It opened\r\nat noon. It shut.") == ["It opened\r\nat noon.", "It shut."]


def test_crlf_blank_line_ends_a_sentence() -> None:
    assert split("It opened\r\n\r\nat noon.") == ["It opened", "at noon."]


@pytest.mark.parametrize(
    ("word", "after", "ends"),
    [
        ("Inc", "The", True),
        ("Inc", "Tanaka", False),
        ("U.S", "Senate", False),
        ("U.S", "But", True),
        ("rose", "Tanaka", True),
        ("Gen", "Tanaka", False),
    ],
)
def test_shipped_parameters_decide_as_trained(word: str, after: str, ends: bool) -> None:
    assert load_punkt()(f"{word}. {after}") is ends


@pytest.mark.parametrize(
    ("words", "stop"),
    [
        ("Roe asked.", "?"),
        ("He asked.", "?"),
        ("Lt. Gen. Mori of Japan said on Monday.", "!"),
        ("Prime Minister Ito, 61, asked in Osaka.", "?"),
        ("Roe told reporters.", "?"),
        ("Roe later wrote in a letter, before she left.", "!"),
        ("Roe said.", "."),
        ("Roe said on Monday.", "."),
    ],
)
def test_speaker_and_verb_behind_a_quotation_are_its_tag(words: str, stop: str) -> None:
    assert is_tag(words, 0, stop=stop)


@pytest.mark.parametrize(
    ("words", "stop"),
    [
        ("Roe said nothing.", "?"),
        ("He said that it was late.", "!"),
        ("Roe left.", "?"),
        ("Roe said the talks had failed.", "."),
        ("Roe, asked last night, said no.", "."),
        ("The minister left.", "?"),
        ("Roe said Lt. Mori was there.", "."),
        ("roe asked.", "?"),
    ],
)
def test_sentence_of_its_own_behind_a_quotation_is_no_tag(words: str, stop: str) -> None:
    assert not is_tag(words, 0, stop=stop)


PIECES = (
    'He said. |“|” |‘|’|"|(|) |U.S. |Mr. |? |! |… |...|\n|\n\n|A. |3.5 |No. 4 |asked |Tanaka '
    "| — |。|[1]|1. |p.m. |St. "
)


@given(
    st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join) | st.text(max_size=200)
)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_sentences_cover_all_words_in_order_without_overlap(text: str) -> None:
    end = 0
    for sentence in split_sentences(text, [Block(Span(0, len(text)), BlockKind.PARAGRAPH, 1)]):
        span = sentence.span
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        ". . ",
        ".) ",
        "(a. ",
        "A. ",
        "a.” ",
        "“A.” ",
        "?” B said ",
        "。",
        "Mr. ",
        "aa.A",
        "\n",
    ],
)
def test_time_grows_with_length_alone(unit: str) -> None:
    text = unit * 4_000
    start = time.perf_counter()
    split(text)
    assert time.perf_counter() - start < 3


def test_title_longer_than_titles_are_is_split() -> None:
    title = "Why Now? " + "Notes From Many Floods Along The Lower River And Its Estuaries " * 2
    assert len(split(f"Her book “{title}” sold well.")) == 2


def test_thousand_words_take_less_than_twenty_milliseconds_of_processor_time() -> None:
    text = (
        "The dam of Acme Inc. upriver is more than sixty years old, said Dr. A. B. Roe of the board"
        " that owns it. “Why should anybody wait for another flood?” Lund asked after the meeting. "
    ) * 30
    split(text)
    times = []
    for _ in range(5):
        start = time.process_time()
        split(text)
        times.append(time.process_time() - start)
    assert min(times) < 0.020 * len(text.split()) / 1000
