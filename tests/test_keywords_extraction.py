"""Which phrases are key phrases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import BlockKind, Keyword, Sentence, Span
from briefing.keywords import extract_keywords
from briefing.keywords.acronyms import find_acronyms
from briefing.keywords.shapes import noun_share

TITLE = "Harbour Authority to close Port Avel"
STORY = [
    "The National Harbour Authority (NHA) will close Port Avel for two years, said Ona Reed.",
    "Reed, the transport minister, announced on Monday that cargo ships must use Lorn.",
    "The NHA found cracks in the main quay, Reed added.",
    "Cargo ships carry nine million tonnes through Port Avel each year.",
    "The dockers' union called a harbour strike for Friday, and Reed reported talks.",
    "A harbour strike would stop cargo ships at once.",
]


def lay_out(wordings: list[str], *, titled: bool = False) -> tuple[str, list[Sentence]]:
    sentences = []
    at = 0
    for number, wording in enumerate(wordings):
        kind = BlockKind.TITLE if titled and number == 0 else BlockKind.PARAGRAPH
        sentences.append(Sentence(Span(at, at + len(wording)), number + 1, kind))
        at += len(wording) + 1
    return "\n".join(wordings), sentences


def extract(count: int = 10, names: tuple[str, ...] = ()) -> list[Keyword]:
    text, sentences = lay_out([TITLE, *STORY], titled=True)
    return list(extract_keywords(text, sentences, count=count, title=TITLE, names=names))


def phrases(count: int = 10) -> list[str]:
    return [keyword.phrase for keyword in extract(count)]


def test_repeated_phrases_are_listed_whole() -> None:
    assert {"cargo ships", "harbour strike", "Port Avel"} <= set(phrases())


def test_a_surname_gives_way_to_the_full_name() -> None:
    assert "Ona Reed" in phrases(20)
    assert "Reed" not in phrases(20)


def test_no_phrase_stands_inside_another() -> None:
    lowered = [f" {phrase.lower()} " for phrase in phrases(20)]
    assert not [(a, b) for a in lowered for b in lowered if a != b and a in b]


def test_an_acronym_and_its_expansion_are_one_phrase() -> None:
    found = extract(40)
    both = [k for k in found if k.phrase in ("NHA", "National Harbour Authority")]
    assert len(both) == 1
    assert any(reason.startswith("also ") for reason in both[0].reasons)


@pytest.mark.parametrize("word", ["monday", "friday", "said", "added", "announced", "reported"])
def test_weekdays_and_reporting_verbs_are_no_key_phrases(word: str) -> None:
    assert not [phrase for phrase in phrases(40) if word in phrase.lower().split()]


def test_phrases_are_the_words_of_the_article() -> None:
    text, _ = lay_out([TITLE, *STORY])
    assert all(phrase in text for phrase in phrases(40))


def test_scores_fall_and_lie_between_0_and_1() -> None:
    scores = [keyword.score for keyword in extract(40)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_count_is_kept_and_nothing_gives_nothing() -> None:
    assert len(extract(3)) == 3
    assert extract(0) == []
    assert extract_keywords("", [], count=5) == ()


def test_a_known_speaker_scores_no_less() -> None:
    plain = {k.phrase: k.score for k in extract(40)}
    known = {k.phrase: k.score for k in extract(40, names=("Ona Reed",))}
    assert known["Ona Reed"] >= plain["Ona Reed"]


def test_reasons_say_where_a_phrase_stands() -> None:
    found = {keyword.phrase: keyword.reasons for keyword in extract(20)}
    assert "in the title" in found["Port Avel"]
    assert "a name" in found["Port Avel"]


@pytest.mark.parametrize("kind", [BlockKind.BYLINE, BlockKind.LINK, BlockKind.NOTE])
def test_furniture_gives_no_phrases(kind: BlockKind) -> None:
    text = "Copper smelters and copper smelters."
    assert extract_keywords(text, [Sentence(Span(0, len(text)), 1, kind)], count=5) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Bank of Northern Isles (BNI)", {("bni",): ("bank", "northern", "isle")}),
        ("the Ministry of Roads and Rail (MRR)", {("mrr",): ("ministry", "road", "rail")}),
        ("Ona Reed (D)", {}),
        ("The Open Sea Council (ABC)", {}),
    ],
)
def test_acronyms_are_spelt_by_capitals(text: str, found: dict[object, object]) -> None:
    assert find_acronyms(text) == found


@pytest.mark.parametrize(
    ("noun", "other"), [("minister", "quickly"), ("zorbation", "zorbed"), ("decision", "decide")]
)
def test_nouns_are_told_from_other_words(noun: str, other: str) -> None:
    assert noun_share(noun) > noun_share(other)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\n\r"), min_size=1), max_size=6))
def test_any_wording_gives_phrases_of_one_to_four_words(wordings: list[str]) -> None:
    text, sentences = lay_out([w for w in wordings if w.strip()])
    for keyword in extract_keywords(text, sentences, count=10):
        assert keyword.phrase in text
        assert keyword.phrase.strip() == keyword.phrase != ""
