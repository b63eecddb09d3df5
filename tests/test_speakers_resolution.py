"""Who a source refers to: one entity per person or body, abstaining where nothing tells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import Attribution, Block, BlockKind, Sentence, Span, Speaker
from briefing.segment import split_sentences
from briefing.speakers import resolve_speakers


def sentences_of(text: str) -> tuple[Sentence, ...]:
    blocks = []
    start = 0
    for number, part in enumerate(text.split("\n\n"), 1):
        blocks.append(Block(Span(start, start + len(part)), BlockKind.PARAGRAPH, number))
        start += len(part) + 2
    return split_sentences(text, blocks)


def speakers_of(marked: str) -> list[Speaker]:
    """The speakers of the sources between `[` and `]`, contents running to the next bracket."""
    text, sources = "", []
    for piece in marked.replace("]", "[").split("["):
        sources.append((len(text), len(text) + len(piece)))
        text += piece
    given = [
        Attribution((Span(*span),), (), (Span(span[1], min(span[1] + 12, len(text))),))
        for span in sources[1::2]
    ]
    return list(resolve_speakers(text, sentences_of(text), given))


def names_of(marked: str) -> list[str | None]:
    return [speaker.name for speaker in speakers_of(marked)]


CASES = {
    "surname": (
        "Nadia Bellweather left early. [Bellweather] said the dam would hold.",
        ["Nadia Bellweather"],
    ),
    "hyphen and its loss": (
        "Mr. Owen Tarn-Ashby spoke. [Mr. Tarn Ashby] said so. [Tarn-Ashby] said it again.",
        ["Owen Tarn-Ashby", "Owen Tarn-Ashby"],
    ),
    "accents": (
        "Zoé Lacôte came. [Lacote] said nothing was decided.",
        ["Zoé Lacôte"],
    ),
    "initial and full name": (
        "J. Morrow wrote first. [Jonas Morrow] said it was raining.",
        ["Jonas Morrow"],
    ),
    "nickname": (
        "William Harrow is the mayor. [Bill Harrow] said the bridge was safe.",
        ["William Harrow"],
    ),
    "honorific tells the two apart": (
        "Peter Vance and Laura Vance came. [Mr. Vance] said yes. [Mrs. Vance] said no.",
        ["Peter Vance", "Laura Vance"],
    ),
    "title tells the two apart": (
        "Energy Minister Karl Obst met General Emil Obst. [General Obst] said the line was cut. "
        "[Minister Obst] said it was not.",
        ["Emil Obst", "Karl Obst"],
    ),
    "he and she follow the gender": (
        "Anna Kessler met Robert Dunmore. [She] said the talks went well. [He] said they did not.",
        ["Anna Kessler", "Robert Dunmore"],
    ),
    "gender from the article, not from a list": (
        "Ms. Andrea Fontanelli, the auditor, arrived with Paul Greer. [She] said it was late.",
        ["Andrea Fontanelli"],
    ),
    "title alone": (
        "Finance Minister Ola Brandvik opened the fair. Trains were late. "
        "[The minister] said the trains were not his.",
        ["Ola Brandvik"],
    ),
    "another office is another man": (
        "Finance Minister Ola Brandvik opened the fair. [The prime minister] said he was proud.",
        ["prime minister"],
    ),
    "institute": (
        "The Lowland Institute for Dykes opened in May. [The institute] said it had no money.",
        ["Lowland Institute for Dykes"],
    ),
    "acronym in brackets": (
        "The Northern Grain Board (NGB) met. [The NGB] said prices would fall.",
        ["Northern Grain Board"],
    ),
    "metonym": ("Talks went on. [Tokyo] said it would wait.", ["Tokyo"]),
    "joint source": (
        "Ida Holm and Per Lindqvist met. [Holm and Lindqvist] said they agreed.",
        ["Ida Holm + Per Lindqvist"],
    ),
    "both": (
        "Transport Minister Ida Holm met Labor Minister Jens Lindqvist. "
        "[Both ministers] said they agreed.",
        ["Ida Holm + Jens Lindqvist"],
    ),
    "unnamed source without article": (
        "[A senior harbor official] said the crane was broken.",
        ["senior harbor official"],
    ),
    "anonymity is no description": (
        "[A harbor official who spoke on condition of anonymity] said the crane was broken.",
        ["harbor official"],
    ),
    "unnamed source again": (
        "[A harbor official] said the crane was broken. [The official] said it was old.",
        ["harbor official", "harbor official"],
    ),
    "group": ("[Two officials] said the road was closed.", ["two officials"]),
    "document by a body": (
        "[A report by the Harbor Council] said nine cranes were old.",
        ["report by the Harbor Council"],
    ),
    "words of somebody are theirs": (
        "Mayor Tove Lund was away. [Her statement] said the fair would go on.",
        ["Tove Lund"],
    ),
    "spokesman is not his principal": (
        "Mayor Tove Lund was away. [Lund's spokesman] said the fair would go on.",
        ["Tove Lund's spokesman"],
    ),
    "name behind its description": (
        "[The port's director, Hanne Voss,] said the crane was new.",
        ["Hanne Voss"],
    ),
    "name in front of its description": (
        "[Hanne Voss, who runs the port,] said the crane was new.",
        ["Hanne Voss"],
    ),
    "relative pronoun": (
        "The crane was checked by Hanne Voss, [who] said it was new.",
        ["Hanne Voss"],
    ),
    "lord without given name keeps the title": (
        "[Lord Penhallow] said the tide was high.",
        ["Lord Penhallow"],
    ),
    "the author": ("[I] think the crane is new.", [None]),
    "nobody before a pronoun": ("[He] said the crane was new.", [None]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_source_leads_to_the_fullest_name(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected


def test_a_pronoun_after_a_quotation_does_not_mean_somebody_quoted() -> None:
    text = (
        "Maria Tolk spoke on Monday. “Paul Greer and Hans Rott were right,” [Tolk] said. "
        "“Rott most of all,” [she] said."
    )
    assert names_of(text) == ["Maria Tolk", "Maria Tolk"]


def test_a_first_person_means_whoever_is_quoted() -> None:
    text = "“I think the crane is new,” said Hanne Voss."
    outer = Attribution((Span(32, 42),), (Span(27, 31),), (Span(1, 25),))
    inner = Attribution((Span(1, 2),), (Span(3, 8),), (Span(9, 25),))
    found = resolve_speakers(text, sentences_of(text), (inner, outer))
    assert [speaker.name for speaker in found] == ["Hanne Voss", "Hanne Voss"]


def test_an_expert_of_a_heading_is_named_in_the_next_paragraph() -> None:
    text = (
        'Expert: "A dam is a promise"\n\n'
        "DYKE INSTITUTE = Ms. Lena Okoro-Falk, Chief Engineer, says that the old dam is tired."
    )
    given = Attribution((Span(0, 6),), (), (Span(9, 27),))
    (speaker,) = resolve_speakers(text, sentences_of(text), (given,))
    assert (speaker.name, speaker.position) == ("Lena Okoro-Falk", "Chief Engineer")
    assert speaker.affiliation == "DYKE INSTITUTE"


def test_an_interview_gives_its_answers_to_the_guest() -> None:
    lines = ["A talk with Lena Okoro about dams."]
    for _ in range(3):
        lines += ["Q: Is it safe?", "A: I think it is safe."]
    text = "\n\n".join(lines)
    start = text.index("I think")
    given = Attribution((Span(start, start + 1),), (), (Span(start + 8, start + 18),))
    (speaker,) = resolve_speakers(text, sentences_of(text), (given,))
    assert speaker.name == "Lena Okoro"


def test_a_continued_statement_keeps_its_speaker_and_a_missing_source_has_none() -> None:
    text = "Hanne Voss said the crane was new. It was red. Nobody knew why."
    first = Attribution((Span(0, 10),), (Span(11, 15),), (Span(16, 33),))
    second = Attribution((), (), (Span(35, 45),), continues=True)
    third = Attribution((), (), (Span(47, 62),))
    found = resolve_speakers(text, sentences_of(text), (first, second, third))
    assert [speaker.name for speaker in found] == ["Hanne Voss", "Hanne Voss", None]


def test_no_attributions_give_no_speakers() -> None:
    assert resolve_speakers("Nothing was said.", sentences_of("Nothing was said."), ()) == ()


PIECES = [*"AbcDe \n.,’'\"“”()-&=", "\n\n", " Mr. ", " she ", " Minister ", " of the ", " and "]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4),
)
def test_any_text_and_spans_give_one_speaker_each(text: str, pairs: list[tuple[int, int]]) -> None:
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH, 1),) if text.strip() else ()
    inside = [Span(min(a, b), max(a, b)) for a, b in pairs if max(a, b) <= len(text) and a != b]
    given_all = [Attribution((span,), (), (span,)) for span in sorted(inside)]
    found = resolve_speakers(text, split_sentences(text, blocks), given_all)
    assert len(found) == len(given_all)
    for speaker in found:
        spans = (*speaker.mentions, *speaker.descriptions)
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
