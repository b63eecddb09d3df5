"""Which marks quote and which are apostrophes; pairs, nesting and repairs."""

import time

import pytest

from briefing.domain import Span
from briefing.quotation import Quotation, find_quotations


def find(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, Span(0, len(text)))


def inners(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in find(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We sail,” he said.", "We sail,"),
        ('"We sail," he said.', "We sail,"),
        ("‘We sail,’ he said.", "We sail,"),
        ("'We sail,' he said.", "We sail,"),
        ("``We sail,'' he said.", "We sail,"),
        ("''We sail,'' he said.", "We sail,"),
        ("`We sail,' he said.", "We sail,"),
        ("„Wir segeln“, sagte er.", "Wir segeln"),
        ("„Wir segeln”, sagte er.", "Wir segeln"),
        ("”Vi seglar”, sa han.", "Vi seglar"),
        ("« Nous partons », dit-il.", "Nous partons"),
        ("«Nous partons», dit-il.", "Nous partons"),
        ("»Wir segeln«, sagte er.", "Wir segeln"),
        ("‹Nous partons›, dit-il.", "Nous partons"),
        ("The site read 「出港する」 on Monday.", "出港する"),
        ("The site read 『出港する』 on Monday.", "出港する"),
        ('“We sail," he said.', "We sail,"),
        ('"We sail,” he said.', "We sail,"),
        ("“We sail,“ he said.", "We sail,"),
        ('" We sail, " he said.', "We sail,"),
        ('" We sail, "he said.', "We sail,"),
        ('He said:"We sail."', "We sail."),
        ("He said“We sail”, twice.", "We sail"),
        ("(“We sail.”)", "We sail."),
        ("the “big”-name guest", "big"),
        ("a port—“the port”—closed", "the port"),
        ("\u202a“We sail”\u202c", "We sail"),
    ],
)
def test_every_style_of_marks_quotes(text: str, inner: str) -> None:
    (quotation,) = find(text)
    assert (quotation.inner.of(text), quotation.closed, quotation.depth) == (inner, True, 0)


@pytest.mark.parametrize(
    "text",
    [
        "They don't and won't; it isn’t, she’d said.",
        "The ministers' plan and the workers’ answer differ.",
        "The '90s, the ’80s and the winter of ’68.",
        "Rock 'n' roll, rock ’n’ roll and fish 'n' chips.",
        "It's six o'clock; c'est l'heure, d’accord.",
        "'Twas cold, and ’tis colder; give 'em time.",
        "He is 6'2\" and she is 5’6”.",
        'A 12" screen, a 5\'x7\' rug and 3"x5" cards.',
        "James' boat and Mr. Harris’ dock.",
        "O'Brien, D’Angelo and Xi'an.",
        "goin' on and nothin’ else",
        '""',
        "“ ”",
        "",
    ],
)
def test_apostrophes_and_measures_quote_nothing(text: str) -> None:
    assert find(text) == ()


def test_possessive_inside_single_marks_does_not_close_them() -> None:
    text = "‘The ministers’ plan won’t float,’ he said. ‘It can’t.’"
    assert inners(text) == ["The ministers’ plan won’t float,", "It can’t."]


def test_straight_single_marks_survive_apostrophes() -> None:
    text = "'The owners' boat isn't ours,' he said. 'It's theirs.'"
    assert inners(text) == ["The owners' boat isn't ours,", "It's theirs."]


def test_elision_inside_single_marks_does_not_close_them() -> None:
    assert inners("'I play rock 'n' roll,' he said.") == ["I play rock 'n' roll,"]


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("“He told me, ‘No.’ Then he left,” she said.", "No."),
        ("‘He told me, “No.” Then he left,’ she said.", "No."),
        ("\"He told me, 'No.' Then he left,\" she said.", "No."),
        ("\"He told me, 'No.'\"", "No."),
        ("''He told me, 'No.'''", "No."),
        ("“He told me, “No.” Then he left,” she said.", "No."),
        ('"He told me "No" and left," she said.', "No"),
        ("“‘No’ is all he told me,” she said.", "No"),
        ("「彼は『No.』と言った」", "No."),
    ],
)
def test_nested_quotation_is_deeper_and_comes_after_its_outer(text: str, nested: str) -> None:
    outer, inner = find(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.inner.of(text) == nested
    assert outer.span.covers(inner.span) and outer.closed and inner.closed


def test_opener_without_closer_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We sail,” she said. “The sea is calm.\n\n“And the wind is fair.”"
    end = text.index("\n")
    last = find_quotations(text, Span(0, end))[-1]
    assert (last.span.of(text), last.closed) == ("“The sea is calm.", False)
    (following,) = find_quotations(text, Span(end + 2, len(text)))
    assert following.closed


@pytest.mark.parametrize("text", ["'We sail at dawn and", "He said, 'We sail at dawn and"])
def test_straight_single_opener_runs_on_where_speech_begins(text: str) -> None:
    assert [(q.inner.of(text), q.closed) for q in find(text)] == [("We sail at dawn and", False)]


def test_opener_without_closer_ends_before_the_next_quotation() -> None:
    text = "“We sail, he said. “The sea is calm.”"
    first, second = find(text)
    assert (first.span.of(text), first.closed) == ("“We sail, he said.", False)
    assert (second.inner.of(text), second.depth) == ("The sea is calm.", 0)


def test_closer_without_opener_begins_at_its_sentence() -> None:
    text = "The mayor of St. Ives agreed. We sail at dawn,” he said. “Or at noon.”"
    first, second = find(text)
    assert first.span.of(text) == "We sail at dawn,”"
    assert (first.opener, first.closed) == ("", False)
    assert second.closed


def test_closer_at_the_end_of_a_paragraph_is_a_slip() -> None:
    assert find('Ann Roe, Harbour Board."') == ()


def test_closer_without_speech_before_it_is_ignored() -> None:
    assert find("The harbour” was full.") == ()


def test_outer_closer_ends_an_open_inner_quotation() -> None:
    text = "“He said ‘no and left,” she said."
    outer, inner = find(text)
    assert outer.closed and not inner.closed
    assert inner.inner.of(text) == "no and left,"


def test_apostrophe_taken_for_an_opener_is_dropped_with_its_quotation() -> None:
    text = "\"The 'orrid boat,\" he said. It was the owners'."
    assert inners(text) == ["The 'orrid boat,"]


def test_marks_outside_the_paragraph_do_not_count() -> None:
    text = "“One. “Two.” Three.”"
    start = text.index("“Two")
    assert [q.span.of(text) for q in find_quotations(text, Span(start, start + 6))] == ["“Two.”"]


@pytest.mark.parametrize(
    "unit", ['"', "'", "“", "”", "‘a ", "'a ", '" ', "''", "“a ”b ", "s' a ", "we,” ", "a.” ", '("']
)
def test_time_grows_with_length_alone(unit: str) -> None:
    text = unit * 4_000
    start = time.perf_counter()
    find(text)
    assert time.perf_counter() - start < 2
