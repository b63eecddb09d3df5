"""A statement that outlets report in other words stands once, and what is denied stands apart."""

import pytest
from story_texts import briefing, statement

from briefing.domain import Briefing, Form, Grade, Story, StoryStatement
from briefing.render.digest.stories import outline_story
from briefing.render.layout import Layout
from briefing.stories import merge_statements

QUOTED = "“We cannot wait for another winter. The wall would not survive it,” Lena Orve said."
REPORTED = (
    "Orve said the country could not wait for another winter, because the wall would not survive "
    "it in its present state."
)


def article(
    source: str,
    text: str,
    content: str,
    *,
    speaker: str = "Lena Orve",
    cue: str = "said",
    grade: Grade = Grade.NAMED,
) -> Briefing:
    """An article with one statement, quoted if its content begins with a quotation mark."""
    form = Form.DIRECT if content.startswith("“") else Form.INDIRECT
    made = statement(text, content, speaker=speaker, cue=cue, form=form, grade=grade)
    return briefing(source, text, made)


def report(source: str, text: str, **kinds: object) -> Briefing:
    """An article whose statement follows the first `that`."""
    return article(source, text, text.split(" that ", 1)[1].rstrip("."), **kinds)  # type: ignore[arg-type]


def quote(source: str, text: str, **kinds: object) -> Briefing:
    return article(source, text, f"“{text.split('“')[1].split('”')[0]}”", **kinds)  # type: ignore[arg-type]


def merge(*made: Briefing) -> tuple[StoryStatement, ...]:
    return merge_statements(made)


def test_quotation_stands_for_the_report_of_it() -> None:
    told = article("b", REPORTED, REPORTED.split("said ")[1].rstrip("."))
    (merged,) = merge(told, quote("a", QUOTED))
    assert merged.source == "a" and [also.source for also in merged.also_in] == ["b"]
    assert merged.also_in[0].difference


def test_report_beside_a_quotation_is_not_printed_as_one() -> None:
    told = article("b", REPORTED, REPORTED.split("said ")[1].rstrip("."))
    made = (quote("a", QUOTED), told)
    story = Story("s", "Harbour", made, statements=merge_statements(made))
    chapters = outline_story(story, 1, Layout()).chapters
    (also,) = (copy for c in chapters for v in c.voices for said in v.said for copy in said.also)
    assert also.words.startswith("–") and not set(also.words) & set('“”"')


def test_long_report_is_not_hidden_behind_a_few_quoted_words() -> None:
    told = article("b", REPORTED, REPORTED.split("said ")[1].rstrip("."))
    text = "Orve said it: “the wall would not survive.”"
    (merged,) = merge(quote("a", text), told)
    assert merged.source == "b"


SAME = [
    (
        "Orve said that the harbour would shut for six weeks in April to repair its sea wall.",
        "Orve announced that Norland will close the harbour of Port Avel for six weeks from April "
        "1 to repair the crumbling sea wall.",
    ),
    (
        "Orve said that the harbour could not wait another winter.",
        "Orve said that the harbour can’t wait for another winter.",
    ),
]


@pytest.mark.parametrize("one, other", SAME)
def test_reports_of_a_statement_in_other_words_are_merged(one: str, other: str) -> None:
    cue = "announced" if "announced" in other else "said"
    (merged,) = merge(report("a", one), report("b", other, cue=cue))
    assert len(merged.also_in) == 1 and merged.also_in[0].difference


def test_report_in_other_words_says_so() -> None:
    one, other = SAME[0]
    (merged,) = merge(report("a", one), report("b", other, cue="announced"))
    assert merged.also_in[0].difference == "in other words"


def test_words_in_another_order_are_one_quotation() -> None:
    one = "“I would plan for ten weeks at least,” Lena Orve said."
    other = "“I would plan for at least ten weeks,” Orve said."
    assert len(merge(quote("a", one), quote("b", other, speaker="Orve"))) == 1


def test_few_words_in_another_order_are_no_part_of_a_longer_report() -> None:
    one = (
        "Orve said that two men broke into the office just before 11:30 p.m. on Saturday and fled."
    )
    other = "Orve said that on Saturday around 11:30 p.m."
    assert len(merge(report("a", one), report("b", other))) == 2


def test_contraction_is_the_same_words() -> None:
    one = "“We can’t wait, we won’t, and they don’t,” Orve said."
    other = "“We cannot wait, we will not, and they do not,” Orve said."
    assert len(merge(quote("a", one), quote("b", other))) == 1


def test_quotation_and_report_of_it_in_one_article_are_one_statement() -> None:
    text = (
        "Orve said that the harbour could not wait for another winter. “The harbour can’t wait for "
        "another winter,” she said."
    )
    told = statement(
        text, text.split("that ")[1].split(".")[0], speaker="Lena Orve", form=Form.INDIRECT
    )
    words = statement(text, f"“{text.split('“')[1].split('”')[0]}”", speaker="Lena Orve")
    (merged,) = merge(briefing("a", text, told, words))
    assert merged.text.startswith("“")


OTHER = [
    (
        "Orve said that the harbour of Port Avel would close for six weeks in April.",
        "Orve denied that the harbour of Port Avel would close for six weeks in April.",
        "denied",
    ),
    (
        "Orve said that a longer closure of the harbour in spring is needed.",
        "Orve ruled out that a longer closure of the harbour in spring is needed.",
        "ruled out",
    ),
    (
        "Orve said that the harbour of Port Avel would close for six weeks in April.",
        "Orve never said that the harbour of Port Avel would close for six weeks in April.",
        "never said",
    ),
    (
        "Orve said that the repairs of the wall would cost 40 million crowns.",
        "Orve said that the money for the wall would come from the reserve fund.",
        "said",
    ),
    (
        "Orve said that the harbour would close for six weeks in April to repair the wall.",
        "Orve said that the harbour would not close in April, and six weeks would do to repair "
        "the wall.",
        "said",
    ),
    (
        "Orve said that dock workers of the harbour would get full pay for 6 weeks of works.",
        "Orve said that in 10 weeks of works the harbour would get dock workers their full pay.",
        "said",
    ),
]


@pytest.mark.parametrize("one, other, cue", OTHER)
def test_other_statements_of_a_speaker_stay_apart(one: str, other: str, cue: str) -> None:
    assert len(merge(report("a", one), report("b", other, cue=cue))) == 2


def test_reports_of_unnamed_sources_in_other_words_stay_apart() -> None:
    one, other = SAME[0]
    made = [
        report("a", one, speaker="official", grade=Grade.UNNAMED),
        report("b", other, speaker="official", grade=Grade.UNNAMED, cue="announced"),
    ]
    assert len(merge(*made)) == 2


def test_reports_of_two_people_stay_apart() -> None:
    one, other = SAME[0]
    assert len(merge(report("a", one), report("b", other, cue="announced", speaker="Bo Dell"))) == 2
