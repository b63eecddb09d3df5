"""Which sentences a summary is made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import Attribution, BlockKind, Form, Sentence, Span
from briefing.errors import BriefingError
from briefing.summary import METHODS, Length, choose_summary
from briefing.summary.choice import find_needs

STORY = [
    "The harbour of Port Avel will close for two years, Minister Ona Reed said on Monday.",
    "Engineers found cracks in the main quay of Port Avel during an inspection in March.",
    "She called the closure painful but necessary.",
    "Repairs will cost 340 million crowns, most of it paid by the port authority.",
    "However, the dockers' union fears that 1,200 jobs in the harbour will be lost.",
    "The union has called a strike for Friday and wants talks with the minister.",
    "Ferries to the islands will leave from Lorn, forty kilometres to the south.",
    "It takes ships an hour longer from there.",
    "Shipping analyst Per Dahl expects freight rates on the coast to double by winter.",
    "Port Avel handled nine million tonnes of freight last year.",
]


def lay_out(
    wordings: list[str], kinds: dict[int, BlockKind] | None = None
) -> tuple[str, list[Sentence]]:
    """A text with a sentence a line, and its sentences."""
    sentences = []
    at = 0
    for number, wording in enumerate(wordings):
        kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
        sentences.append(Sentence(Span(at, at + len(wording)), number + 1, kind))
        at += len(wording) + 1
    return "\n".join(wordings), sentences


def choose(wordings: list[str], method: str = "briefing", **more: object) -> list[str]:
    text, sentences = lay_out(wordings)
    length = Length(**more) if more else Length(sentences=3)  # type: ignore[arg-type]
    return [s.text for s in choose_summary(text, sentences, length=length, method=method)]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_verbatim_sentences_in_document_order(method: str) -> None:
    text, sentences = lay_out(STORY)
    chosen = choose_summary(text, sentences, length=Length(sentences=3), method=method)
    assert len(chosen) == 3
    assert all(s.span.of(text) == s.text for s in chosen)
    assert [s.span for s in chosen] == sorted(s.span for s in chosen)
    assert all(s.reasons for s in chosen)


@pytest.mark.parametrize("method", METHODS)
def test_same_input_gives_same_summary(method: str) -> None:
    assert choose(STORY, method) == choose(STORY, method)


def test_an_unknown_method_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BriefingError, match="choose briefing, lead, lex-rank"):
        choose(STORY, "guess")


def test_lead_takes_the_first_sentences() -> None:
    assert choose(STORY, "lead", sentences=2) == STORY[:2]


def test_a_long_article_is_refused_by_methods_that_would_take_minutes() -> None:
    with pytest.raises(BriefingError, match="too long for kl"):
        choose(STORY * 60, "kl")


@pytest.mark.parametrize(
    "kind", [k for k in BlockKind if k not in (BlockKind.PARAGRAPH, BlockKind.BULLET)]
)
@pytest.mark.parametrize("method", ["briefing", "lead", "lex-rank"])
def test_only_prose_stands_in_a_summary(kind: BlockKind, method: str) -> None:
    text, sentences = lay_out(STORY[:4], {0: kind})
    chosen = choose_summary(text, sentences, length=Length(sentences=4), method=method)
    assert STORY[0] not in [s.text for s in chosen]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: the harbour in pictures and numbers.",
        "Ann Bell and Tom Roe contributed to this report.",
        "and then the lights went out in the harbour",
        "Port authority figures for the year",
        "So it goes.",
    ],
)
def test_credits_links_and_fragments_are_left_out(line: str) -> None:
    assert line not in choose([*STORY[:3], line], sentences=4)


def test_fragments_stand_in_where_an_article_has_nothing_else() -> None:
    assert choose(["harbour shut", "no ferries"], sentences=1) == ["harbour shut"]


def test_no_prose_gives_no_summary() -> None:
    text, sentences = lay_out(["Harbour to close"], {0: BlockKind.TITLE})
    assert choose_summary(text, sentences, length=Length()) == ()
    assert choose_summary("", [], length=Length()) == ()


@pytest.mark.parametrize("count", range(1, 8))
def test_an_opening_that_points_back_brings_its_sentence_along(count: int) -> None:
    chosen = choose(STORY, sentences=count)
    for pointing, before in ((2, 1), (4, 3), (5, 4), (7, 6)):
        assert STORY[pointing] not in chosen or STORY[before] in chosen


def test_a_sentence_that_points_at_an_unusable_one_is_never_chosen() -> None:
    wordings = [STORY[0], "Read more: the harbour in pictures.", *STORY[2:4]]
    assert STORY[2] not in choose(wordings, sentences=3)


def test_a_first_sentence_may_keep_its_subject_back_only_under_a_title() -> None:
    wordings = ["She knew that the quay had cracks.", "Ona Reed closed the harbour."]
    assert find_needs(wordings, [0, 1]) == [0, None]
    assert find_needs(wordings, [0, 1], title="Minister closes harbour") == [None, None]


def test_nothing_but_pointing_sentences_still_gives_a_summary() -> None:
    assert len(choose(["He went home to the sea.", "She stayed in the city."], sentences=1)) == 1


def test_a_repeated_sentence_is_chosen_once() -> None:
    chosen = choose([STORY[0], STORY[0], *STORY[3:]], sentences=2)
    assert len(set(chosen)) == 2


def test_a_bare_quotation_gives_way_to_the_news() -> None:
    wordings = [*STORY[:2], "“We have no choice in Port Avel, and the harbour must close in May.”"]
    text, sentences = lay_out(wordings)
    said = Attribution((), (), (sentences[2].span,), form=Form.DIRECT)
    free = choose_summary(text, sentences, length=Length(sentences=3))
    held = choose_summary(text, sentences, length=Length(sentences=3), attributions=[said])
    assert held[2].score == pytest.approx(free[2].score - 0.3, abs=1e-3)


def test_words_are_a_limit_that_is_kept() -> None:
    for limit in (20, 35, 60):
        chosen = choose(STORY, words=limit)
        assert chosen
        assert sum(len(s.split()) for s in chosen) <= limit


def test_the_shortest_sentence_stands_alone_where_none_fits() -> None:
    assert choose(STORY[:2], words=3) == [min(STORY[:2], key=lambda s: len(s.split()))]
    assert len(choose(STORY[:2], "lead", words=3)) == 1


def test_percent_is_of_the_sentences_that_can_stand() -> None:
    assert len(choose(STORY, percent=30)) == 3
    assert len(choose(STORY, percent=1)) == 1


@pytest.mark.parametrize("wrong", [{"sentences": 0}, {"words": -1}, {"percent": 101}])
def test_a_length_that_nothing_can_have_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(BriefingError):
        Length(**wrong)  # type: ignore[arg-type]


def test_a_long_summary_is_chosen_greedily_and_keeps_its_length() -> None:
    wordings = [
        f"Town number {i} lost {i * 7} houses in the great flood of May." for i in range(60)
    ]
    assert len(choose(wordings, sentences=20)) == 20


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_characters="\n\r"), min_size=1, max_size=60), max_size=9
    ),
    st.integers(1, 4),
    st.sampled_from(["briefing", "lead"]),
)
def test_any_wording_gives_at_most_the_sentences_asked_for(
    wordings: list[str], count: int, method: str
) -> None:
    text, sentences = lay_out([w for w in wordings if w.strip()])
    chosen = choose_summary(text, sentences, length=Length(sentences=count), method=method)
    assert len(chosen) <= count
    assert all(s.span.of(text) == s.text for s in chosen)
