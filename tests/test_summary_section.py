"""Which statements of one speaker a section shows."""

from briefing.domain import Attribution, Role, RoleDecision, Span, Speaker, Statement
from briefing.summary import choose_section

SAID = [
    "The harbour must close for repairs.",
    "Yes.",
    "The repairs of the harbour will take two years.",
    "The harbour must close for its repairs.",
    "Ferries will leave from Lorn.",
]
TEXT = " ".join(SAID)


def build(wording: str) -> Statement:
    at = TEXT.index(wording)
    attribution = Attribution((), (), (Span(at, at + len(wording)),))
    return Statement(attribution, Speaker("Ona Reed"), RoleDecision(Role.OFFICIAL), 1, 1.0)


STATEMENTS = [build(wording) for wording in SAID]


def test_few_statements_are_all_shown() -> None:
    assert choose_section(TEXT, STATEMENTS, most=5) == (tuple(STATEMENTS), 0)


def test_the_rest_is_counted_and_the_order_kept() -> None:
    shown, left_out = choose_section(TEXT, STATEMENTS, most=3)
    assert left_out == 2
    assert list(shown) == [s for s in STATEMENTS if s in shown]


def test_a_statement_is_not_shown_twice_in_other_words() -> None:
    shown, _ = choose_section(TEXT, STATEMENTS, most=3)
    wordings = [s.text_in(TEXT) for s in shown]
    assert (SAID[0] in wordings) != (SAID[3] in wordings)


def test_a_bare_phrase_gives_way_to_substance() -> None:
    shown, _ = choose_section(TEXT, STATEMENTS, most=3)
    assert SAID[1] not in [s.text_in(TEXT) for s in shown]
