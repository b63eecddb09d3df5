"""Statements that a format shows: labels, transcripts, signatures, lists, carried paragraphs."""

import pytest
from attribution_cases import describe, find_in, read_table

TABLE = """
# Expert: "A bridge is a promise"¶Ms. Dina Vorst, Head of Research at the Lowland Institute, explains that piles rot from the inside.
 d Expert | | A bridge is a promise
 i Ms. Dina Vorst, Head of Research at the Lowland Institute | explains | piles rot from the inside
Analyst: “A bridge is a promise”¶Dina Vorst says that piles rot.
 d Analyst | | A bridge is a promise
 i Dina Vorst | says | piles rot
# Expert: "A bridge is a promise"¶Ms. Dina Vorst explains that piles rot.¶A pile stands in water for decades. Nobody looks at it.¶Ms. Vorst commented, "We should look."
 d Expert | | A bridge is a promise
 i Ms. Dina Vorst | explains | piles rot
 i | | A pile stands in water for decades. Nobody looks at it.
 d Ms. Vorst | commented | We should look.
ANNA BELL: Was the bridge safe?¶TOM REYES: It was. We tested it twice.¶It was tested in May.¶ANNA BELL: By whom?
 d ANNA BELL | : | Was the bridge safe?
 d TOM REYES | : | It was. We tested it twice. / It was tested in May.
 d ANNA BELL | : | By whom?
"ANNA BELL: Was it safe?¶"TOM REYES: It was.¶"(APPLAUSE)¶"We all saw it.¶"ANNA BELL: Who is we?
 d ANNA BELL | : | Was it safe?
 d TOM REYES | : | It was. / We all saw it.
 d ANNA BELL | : | Who is we?
ANNA BELL: Was it safe?¶It was a long day.¶TOM REYES: It was.
 d ANNA BELL | : | Was it safe?
 d TOM REYES | : | It was.
Bell: Was it safe?¶Reyes: It was.¶Bell: Thank you.¶Reyes: Any time.
 d Bell | : | Was it safe?
 d Reyes | : | It was.
 d Bell | : | Thank you.
 d Reyes | : | Any time.
Warning: the road is closed.
“A bridge is a promise.” — Dina Vorst
 d Dina Vorst | — | A bridge is a promise.
“A poet wrote ‘all is dust.” So is the bridge. And all it has is ‘the root of rust’.” ― Dina Vorst.
 d Dina Vorst | ― | A poet wrote ‘all is dust.” So is the bridge. And all it has is ‘the root of rust’.
“A bridge is a promise.” – Dina Vorst, Lowland Institute
 d Dina Vorst, Lowland Institute | – | A bridge is a promise.
The port authority listed three steps in a statement on Friday:¶- cranes will be tested every month;¶- guards must report defects;¶- the old pier will be shut.
 i The port authority | listed | cranes will be tested every month / guards must report defects / the old pier will be shut
The paper reports the following:¶- one pile in four is hollow¶- half of the bolts are loose
 i The paper | reports | one pile in four is hollow / half of the bolts are loose
She said:¶"A bridge is a promise. We will keep it."¶The mayor laughed.
 d She | said | A bridge is a promise. We will keep it.
The mayor, Olof Lund, told reporters on Friday:¶“We will build it.”¶“And soon.”¶It rained.
 d The mayor, Olof Lund | told | We will build it. / And soon.
The road was closed. The ministry wrote in a letter:¶“Nobody may cross.¶“Nobody will.”
 d The ministry | wrote | Nobody may cross. / Nobody will.
Lund added:¶And nobody asked us. The bridge was sold before we knew it was for sale.¶The mayor laughed.
 i Lund | added | And nobody asked us. The bridge was sold before we knew it was for sale.
The ministry wrote in a letter on Friday:¶The bridge is closed to all.
 i The ministry | wrote | The bridge is closed to all.
Lund said there were two ways out:¶The first is a ferry.
 i Lund | said | there were two ways out
On Monday, Lund made the following comment:¶“Half of the bolts are loose.”
 d Lund | made the following comment | Half of the bolts are loose.
In spring the Courier gave the bridge a glowing endorsement:¶It is light and it has cost us little.
 i the Courier | gave the bridge a glowing endorsement | It is light and it has cost us little.
Lund gave three reasons:¶The first is rust.
Lund measured the bridge:¶It is forty metres long.
Two words stood on the gate:¶“No entry”
She did not say this:¶“Nobody may cross.”
She said that it rained.¶“Nobody may cross.”
 i She | said | it rained
These are some of the tolls:¶- cars 4 euros¶- lorries 9 euros
# The minister said that the bridge was safe
# A bridge too far
The report found a gap. “Nobody looked,” the auditor said.
 d the auditor | said | Nobody looked,
The minister said the wall was safe. He left early. “Nobody asked me about it at all, and I was glad.”
 i The minister | said | the wall was safe
 d | | Nobody asked me about it at all, and I was glad.
“No,” said the guard.¶“The bridge was shut,” the mayor said.
 d the guard | said | No,
 d the mayor | said | The bridge was shut,
"""  # noqa: E501


@pytest.mark.parametrize(("line", "expected"), read_table(TABLE))
def test_format_shows_who_speaks(line: str, expected: list[str]) -> None:
    text, found = find_in(line)
    assert list(describe(text, found)) == expected


def test_heading_goes_back_to_the_expert_named_behind_it() -> None:
    text, found = find_in('# Expert: "A bridge is a promise"¶Dina Vorst says that piles rot.')
    assert [span.of(text) for span in found[0].antecedent] == ["Dina Vorst"]


def test_carried_paragraph_goes_back_to_the_expert() -> None:
    text, found = find_in(
        '# Expert: "A promise"¶Dina Vorst says that piles rot.'
        "¶Wood needs air.¶Vorst says it is late."
    )
    carried = [each for each in found if each.continues]
    assert [span.of(text) for each in carried for span in each.content] == ["Wood needs air."]
    assert [span.of(text) for each in carried for span in each.antecedent] == ["Dina Vorst"]


def test_carried_paragraph_goes_back_to_whoever_spoke_last() -> None:
    text, found = find_in(
        '# Expert: "A promise"¶The port says that it will wait.¶Dina Vorst says that piles rot.'
        "¶Wood needs air.¶Vorst says it is late."
    )
    carried = [each for each in found if each.continues]
    assert [span.of(text) for each in carried for span in each.antecedent] == ["Dina Vorst"]


def test_a_quotation_of_several_sentences_is_signed() -> None:
    text, found = find_in("“A bridge is a promise. It must hold.” ― Dina Vorst")
    (signed,) = found
    assert [span.of(text) for span in signed.source] == ["Dina Vorst"]
    assert [span.of(text) for span in signed.content] == ["A bridge is a promise. It must hold."]


def test_quotations_with_a_dash_and_more_words_are_not_signed() -> None:
    _, found = find_in("“A bridge is a promise. It must hold.” ― and so it did.")
    assert not any("signature" in each.evidence for each in found)


def test_paragraph_without_expert_heading_is_the_writers() -> None:
    _, found = find_in("Dina Vorst says that piles rot.¶Wood needs air.¶Vorst says it is late.")
    assert not any(each.continues for each in found)


def test_floating_quotation_goes_back_to_the_speaker_before_it() -> None:
    text, found = find_in(
        "Ida Holt said it was over. She left. “We tried everything that we could.”"
    )
    assert [span.of(text) for span in found[-1].antecedent] == ["Ida Holt"]
    assert found[-1].evidence == ("floating quotation",)
