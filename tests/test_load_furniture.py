"""Lines around a story are known by their own words; sentences of the story are not taken."""

import pytest

from briefing.domain import BlockKind
from briefing.lexicon import table
from briefing.load.furniture import name_furniture

RULES = [(row[0], row[2]) for row in table("load/furniture.txt")]

BYLINES = """
By Ada Roe
BY ADA ROE AND JON VIK
By ADA ROE, Staff Writer
By our political staff
By Ada Roe in Arnvik and Jon Vik in Oslo
By Ada van der Roe, for The Quay Post
Ada Roe, Staff Writer
Ada Roe | Harbour Reporter
Reuters
The Associated Press.
Reporting by Ada Roe; editing by Jon Vik
(Additional reporting by Ada Roe in Oslo; Editing by Jon Vik)
--additional reporting by Ada Roe.
Contributing: Ada Roe, Quay Post.
Ada Roe and Jon Vik contributed to this report.
Ada Roe contributed reporting.
Roe reported from Oslo, and Vik from Arnvik.
Quay Post's Ada Roe wrote from Oslo.
Translated by Ada Roe
""".strip().splitlines()

DATES = """
Published: 13 Nov 2007
March 14, 2013 at 11:51 AM
Updated 10:35 GMT
AUGUST 2, 2013 | 08:06AM PT
2024-03-05T08:15:00+01:00
8:45 p.m.
Posted on Monday, 4 March 2024
Friday August 2, 2013 @ 8:13am PDT
Posted 3 days ago
""".strip().splitlines()

PROSE = """
By Monday the snow had gone.
By the reckoning of the union, half of the crew has left.
By Christmas, Roe said, the pier will stand.
Reporting on the storm was hard, Roe said.
The ministry reported from the start that the pier was unsafe.
The committee said that Roe contributed to the report.
Roe, who is the editor of a paper, said it rained.
Follow the money, said Roe, and you will find the ropes.
Read the report before you vote, the minister told them.
Like others on Twitter, Roe was angry about the pier.
See how the pier fell, she wrote, and weep.
Watch the sea, said the harbour master.
Support our sailors, the mayor begged.
Send us ropes, the mayor begged on Monday.
Contact between the two ships was lost at noon.
Register offices in the north will close, the minister said.
Photographs by the coast guard show that the pier fell on Monday.
Images of the pier have been shared widely, Roe said.
Pictures can lie, the minister said.
Video calls will replace meetings, the ministry announced.
The views expressed by the minister alarmed the crew.
Corrections officers walked out on Monday.
The article in the treaty has been read by everyone.
This story is not over, said Roe.
Sources close to the minister said he would resign.
Source material is scarce, said Roe.
Related parties must declare their interests.
Share prices rose on Monday.
More from the budget will go to harbours, Roe said.
Comments by the minister were met with silence.
Advertisement revenue fell, the paper said.
Update your maps, the coast guard said.
Monday will be dry, forecasters said.
May 6 is the day of the vote.
Noon came and nothing happened.
In 2013 the pier was rebuilt.
Ends must meet, she said.
Copyright law protects the song, the court said.
<5 percent of the ropes were tested.
@quaypost wrote that the pier was gone.
""".strip().splitlines()


@pytest.mark.parametrize(("kind", "example"), RULES)
def test_every_rule_finds_its_own_example(kind: str, example: str) -> None:
    assert name_furniture(example) == kind


@pytest.mark.parametrize("line", BYLINES)
def test_line_of_authors_is_a_byline(line: str) -> None:
    assert name_furniture(line) is BlockKind.BYLINE


@pytest.mark.parametrize("line", DATES)
def test_line_of_dates_is_a_date(line: str) -> None:
    assert name_furniture(line) is BlockKind.DATE


@pytest.mark.parametrize("line", PROSE)
def test_sentence_of_a_story_is_none(line: str) -> None:
    assert name_furniture(line) is None


@pytest.mark.parametrize(
    "line",
    ["***", "___.", "10", "1.", "<br/>", '<tweet id="1"><tweet/>.', "width:100px;", ".bio {"],
)
def test_marks_and_markup_are_notes(line: str) -> None:
    assert name_furniture(line) is BlockKind.NOTE


@pytest.mark.parametrize("line", ["https://quay.example/rain", "desk@quay.example", "@quaypost."])
def test_addresses_are_links(line: str) -> None:
    assert name_furniture(line) is BlockKind.LINK


def test_long_text_is_prose_however_it_begins() -> None:
    assert name_furniture("Read more: " + "it rained and " * 40) is None
    assert name_furniture("Reporting by Ada Roe. " + "It rained. " * 80) is None
