"""What several outlets carry stands once, with what differs; nothing else is merged."""

import pytest
from story_texts import briefing, statement

from briefing.domain import Form, Grade, Kind, StoryStatement
from briefing.stories import merge_statements
from briefing.stories.wording import tell_difference

FULL = "“We will rebuild the mill before winter, and nobody loses a job,” Dana Ruiz said."
CUT = "Ruiz said: “We will rebuild the mill before winter.”"
OTHER = "“Nobody told us that the roof was rotten in the first place,” Ruiz said."


def merge(*texts: tuple[str, str], **kinds: object) -> tuple[StoryStatement, ...]:
    """Merges one quotation of each article, given as its text and the speaker's name."""
    made = []
    for at, (text, name) in enumerate(texts):
        words = text.split("“")[1].split("”")[0] if "“" in text else text.split(" said ")[1]
        made.append(
            briefing(f"{at}.txt", text, statement(text, words, speaker=name or None, **kinds))  # type: ignore[arg-type]
        )
    return merge_statements(made)


def test_quotation_cut_short_is_merged_into_the_full_one() -> None:
    (merged,) = merge((CUT, "Ruiz"), (FULL, "Dana Ruiz"))
    assert merged.source == "1.txt" and merged.text.endswith("loses a job,")
    (also,) = merged.also_in
    assert also.source == "0.txt"
    assert also.difference == "leaves out “and nobody loses a job”"


def test_same_words_in_other_marks_differ_in_nothing() -> None:
    (merged,) = merge((FULL, "Dana Ruiz"), (FULL.replace(",”", ".”"), "Dana Ruiz"))
    assert merged.also_in[0].difference == ""


def test_occurrence_is_verbatim_at_its_span() -> None:
    (merged,) = merge((FULL, "Dana Ruiz"), (CUT, "Dana Ruiz"))
    (also,) = merged.also_in
    assert " … ".join(span.of(CUT) for span in also.content) == also.text


def test_changed_word_is_named() -> None:
    changed = FULL.replace("winter", "summer")
    (merged,) = merge((FULL, "Dana Ruiz"), (changed, "Dana Ruiz"))
    assert merged.also_in[0].difference == "has “summer” for “winter”"


def test_two_people_are_never_merged_in_spite_of_the_same_words() -> None:
    assert len(merge((FULL, "Dana Ruiz"), (FULL, "Ilse Brandt"))) == 2


def test_two_people_of_one_surname_are_never_merged() -> None:
    assert len(merge((FULL, "Dana Ruiz"), (FULL, "Marco Ruiz"))) == 2


def test_surname_alone_joins_no_two_full_names() -> None:
    assert len(merge((CUT, "Ruiz"), (FULL, "Dana Ruiz"), (FULL, "Marco Ruiz"))) == 2


@pytest.mark.parametrize("name, told", [("", "without a source"), ("aide", "attributed to aide")])
def test_long_quotation_of_an_unnamed_source_is_merged_and_says_so(name: str, told: str) -> None:
    named = briefing("a", FULL, statement(FULL, FULL[1:65], speaker="Dana Ruiz"))
    unnamed = briefing(
        "b", FULL, statement(FULL, FULL[1:65], speaker=name or None, grade=Grade.UNNAMED)
    )
    (merged,) = merge_statements([unnamed, named])
    assert merged.source == "a" and merged.also_in[0].difference == told


def test_other_quotations_of_a_speaker_stay_apart() -> None:
    assert len(merge((FULL, "Dana Ruiz"), (OTHER, "Dana Ruiz"))) == 2


def test_short_phrases_are_one_only_where_equal() -> None:
    short = "Ruiz said “no way” to the plan."
    assert len(merge((short, "Ruiz"), (short, "Ruiz"))) == 1
    assert len(merge((short, "Ruiz"), (short.replace("no way", "way"), "Ruiz"))) == 2


def test_statement_and_attitude_stay_apart() -> None:
    one = briefing("a", FULL, statement(FULL, FULL[1:65]))
    other = briefing("b", FULL, statement(FULL, FULL[1:65], kind=Kind.ATTITUDE))
    assert len(merge_statements([one, other])) == 2


def test_reported_speech_of_unnamed_sources_is_not_merged() -> None:
    text = "An aide said the town would pay the workers until summer."
    assert len(merge((text, ""), (text, ""), form=Form.INDIRECT)) == 2


def test_reported_speech_of_one_source_is_merged_where_the_words_agree() -> None:
    text = "Ruiz said the town would pay the workers until summer."
    assert len(merge((text, "Ruiz"), (text, "Dana Ruiz"), form=Form.INDIRECT)) == 1


def test_statements_of_one_article_are_never_merged() -> None:
    twice = briefing("a", FULL, statement(FULL, FULL[1:65]), statement(FULL, FULL[1:65]))
    assert len(merge_statements([twice])) == 2


def test_differences_beyond_three_are_counted() -> None:
    full = "one a two b three c four d five e six"
    assert tell_difference(full, "one two three four five six").endswith("; and 2 more")


def test_long_differences_are_abridged() -> None:
    assert "…" in tell_difference("start " + "word " * 30 + "end", "start end")
    assert tell_difference("start end", "start again end") == "adds “again”"


def test_negated_wording_is_another_statement() -> None:
    negated = FULL.replace("We will rebuild", "We will not rebuild")
    assert len(merge((FULL, "Dana Ruiz"), (negated, "Dana Ruiz"))) == 2
    contracted = negated.replace("will not", "won’t")
    assert len(merge((negated, "Dana Ruiz"), (contracted, "Dana Ruiz"))) == 1


def test_part_left_out_may_hold_a_negation() -> None:
    longer = FULL.replace("loses a job", "who worked there is not going to lose a job")
    assert len(merge((longer, "Dana Ruiz"), (CUT, "Dana Ruiz"))) == 1
