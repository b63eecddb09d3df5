"""Windows: what the network reads of an article."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.attribution.learned.windows import (
    CLS,
    MAX_PIECES,
    SEP,
    make_windows,
    shape_of,
)
from briefing.domain import BlockKind, Sentence, Span


def encode(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Every letter is a piece: the worst case of a tokenizer."""
    offsets = [(i, i + 1) for i, letter in enumerate(text) if not letter.isspace()]
    return [1000 + i for i, _ in offsets], offsets


def sentences_of(*lengths: int, paragraph_length: int = 1) -> tuple[str, list[Sentence]]:
    text, found = "", []
    for index, length in enumerate(lengths):
        found.append(Sentence(Span(len(text), len(text) + length), 1 + index // paragraph_length))
        text += "a" * length + "\n\n"
    return text, found


def test_a_window_begins_with_cls_and_closes_paragraphs_with_sep() -> None:
    text, sentences = sentences_of(3, 4)
    (window,) = make_windows(text, sentences, encode)
    assert [p.id for p in window.pieces if p.id in (CLS, SEP)] == [CLS, SEP, SEP]
    assert not any(p.own for p in window.pieces if p.start == p.end)


def test_paragraphs_that_do_not_fit_open_a_new_window() -> None:
    text, sentences = sentences_of(100, 100, 20)
    first, second = make_windows(text, sentences, encode)
    assert len(first.pieces) == 102
    assert len(second.pieces) == 1 + 101 + 21


def test_a_cut_paragraph_repeats_the_sentence_before_as_context_only() -> None:
    text, sentences = sentences_of(100, 60, 80, paragraph_length=3)
    _, second = make_windows(text, sentences, encode)
    context = [p for p in second.pieces if not p.own and p.start < p.end]
    assert {p.start for p in context} <= set(range(102, 162))
    assert next(p.start for p in second.pieces if p.own) == sentences[2].span.start


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    text, sentences = sentences_of(1000)
    windows = make_windows(text, sentences, encode)
    owned = [p.start for w in windows for p in w.pieces if p.own]
    assert owned == list(range(1000))


@given(st.lists(st.integers(1, 400), max_size=12), st.integers(1, 4))
def test_every_piece_is_owned_once_and_no_window_is_too_long(lengths: list[int], per: int) -> None:
    text, sentences = sentences_of(*lengths, paragraph_length=per)
    windows = make_windows(text, sentences, encode)
    owned = [p.start for w in windows for p in w.pieces if p.own]
    assert owned == [i for i, letter in enumerate(text) if not letter.isspace()]
    assert all(len(w.pieces) <= MAX_PIECES for w in windows)


def test_quotation_states_tell_marks_inside_and_nested() -> None:
    text = "He said: “It is ‘safe’ now.”"
    (window,) = make_windows(text, [Sentence(Span(0, len(text)), 1)], encode)
    states = {text[p.start] + str(p.start): p.quote for p in window.pieces if p.start < p.end}
    assert states["“9"] == 4
    assert states["I10"] == 1
    assert states["s17"] == 2
    assert states["”27"] == 5
    assert states["H0"] == 0


def test_headings_and_bullets_are_told_apart_from_prose() -> None:
    text = "Head\n\nitem\n\nprose"
    sentences = [
        Sentence(Span(0, 4), 1, BlockKind.HEADING),
        Sentence(Span(6, 10), 2, BlockKind.BULLET),
        Sentence(Span(12, 17), 3),
    ]
    (window,) = make_windows(text, sentences, encode)
    assert [p.kind for p in window.pieces if p.start in (0, 6, 12) and p.end > p.start] == [2, 1, 0]


def test_no_text_has_no_window() -> None:
    assert make_windows("", [], encode) == ()


def test_shapes_of_other_scripts_are_mixed() -> None:
    assert shape_of("日本") == 5
