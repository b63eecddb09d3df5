"""Papers with the name of a trade, announced in the lead, and their editorials."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "announced, then the subject of the next sentence": (
        "[A Lund newspaper] scolded the mayor.\n\nThe Advocate had chided Mayor Bo Lind. It "
        "did not please the editors of The Advocate, who sleep late. [The newspaper] said so.",
        ["Advocate", "Advocate"],
    ),
    "announced, then named in passing": (
        "[A Lund newspaper] scolded the mayor.\n\nMayor Bo Lind had read The Pilot before.",
        ["Lund newspaper"],
    ),
    "announced, then another kind of body": (
        "[A Lund newspaper] scolded the mayor.\n\nThe Harbor Board had chided Bo Lind before.",
        ["Lund newspaper"],
    ),
    "an editorial after somebody else spoke": (
        "The editors wrote for The Lund Times. [Mayor Bo Lind] spoke. [The editorial] said so.",
        ["Bo Lind", "Lund Times"],
    ),
    "a paper, not a trade": (
        "They had read it in The Pilot. The Pilot was late. [The Pilot] said it froze.",
        ["Pilot"],
    ),
    "a trade before a name is no paper": (
        "They had heard The Pilot. [Pilot Bo Lind] spoke. [The pilot] said it froze.",
        ["Bo Lind", "Bo Lind"],
    ),
    "the clerks of a body, who": (
        "It was told to clerks of the Weir Board, [who] said it froze. [The board] was late.",
        ["clerks of the Weir Board", "Weir Board"],
    ),
}


@pytest.mark.parametrize("marked, right", CASES.values(), ids=CASES)
def test_a_paper_is_found_by_its_name(marked, right):
    assert names_of(marked) == right
