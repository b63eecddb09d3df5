"""A statement is as sure as that it was made and that it stands in the right section."""

from briefing.brief import find_statements
from briefing.domain import Section
from briefing.load import load_text
from briefing.segment import split_sentences

STORY = (
    "Ada Moor, the transport minister, said the bridge would open in May. "
    "Tomas Lind said it would not."
)


def test_confidence_is_that_of_the_attribution_and_of_the_section() -> None:
    sentences = split_sentences(STORY, load_text(STORY, source="story").blocks)
    sure, unsure = find_statements(STORY, sentences, engine="rules")
    for statement in (sure, unsure):
        parts = statement.attribution.confidence * statement.decision.confidence
        assert statement.confidence == parts
    assert sure.section is Section.OFFICIAL
    assert sure.decision.confidence > unsure.decision.confidence
