"""Namesakes, relatives told by a given name, and offices told in other words."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "a husband under the family name": (
        "Pauline Lind wept. [Her husband Barry] said so. [Mr Lind] asked. [Mrs Lind] wept.",
        ["Barry Lind", "Barry Lind", "Pauline Lind"],
    ),
    "a son under the family name": (
        "Pauline Lind wept. Her son Tom came. [Mr Lind] said so.",
        ["Tom Lind"],
    ),
    "a relative of the same sex is not meant": (
        "Tom Lind wept. His brother Barry came. [Mr Lind] said so. [Barry] said so.",
        ["Tom Lind", "Barry"],
    ),
    "two relatives": (
        "Pauline Lind wept. Her son Tom came. Her husband Barry came. [Mr Lind] said so.",
        ["Lind"],
    ),
    "a surname before the relative": (
        "Pauline Lind wept. [Mr Lind] said so. [Her husband Barry] said so.",
        ["Lind", "Barry"],
    ),
    "a namesake whom a sentence opens with": (
        "Sen. Jon Weir, Democrat of Ohio, was late. For Ida Weir of Lund, who is no relation "
        "to the senator, it came late. “He left,” [Weir] said.",
        ["Ida Weir"],
    ),
    "a namesake behind a preposition": (
        "Sen. Jon Weir was late. The senator is a nephew of Ida Weir. [Weir] said so.",
        ["Jon Weir"],
    ),
    "a brother whose sister is told by her first name": (
        "Councillor Piet Odum, whose sister Marlene runs a clinic, came. [Odum] said so. "
        "[Marlene Odum] later said so.",
        ["Piet Odum", "Marlene Odum"],
    ),
    "an envoy in somebody's relative clause": (
        "[Minister Sello Radebe, who spoke alongside Peru's ambassador, Bo Lind,] said so. "
        "[The ambassador] said so.",
        ["Sello Radebe", "Bo Lind"],
    ),
    "a specialist by a science": (
        "The hydrogeologist Ana Ruiz, of Weir University, came. [The specialist] said so.",
        ["Ana Ruiz"],
    ),
    "a deputy minister and a deputy": (
        "[Deputy Chairman Bo Lind] left. [MP Ida Holm] wrote. [The deputy] said so.",
        ["Bo Lind", "Ida Holm", "Ida Holm"],
    ),
    "a sheriff's deputy": ("[Deputy Sheriff Bo Lind] left. [The deputy] said so.", ["Bo Lind"] * 2),
    "the minister who is somebody's namesake": (
        "Roads Minister Jon Weir came. Tide Minister Ana Ruiz left. Captain Bo Weir, who shares "
        "only a surname with the minister, wept. [The minister] said so.",
        ["Jon Weir"],
    ),
    "the minister named last": (
        "Roads Minister Jon Weir came. Tide Minister Ana Ruiz left. Captain Bo Weir, who came "
        "with the minister, wept. [The minister] said so.",
        ["Ana Ruiz"],
    ),
    "a member of a party": (
        "[Weir Front spokesperson Ana Ruiz and Labour's Joe Quill] said so. [Mr Quill] said so.",
        ["Ana Ruiz + Joe Quill", "Joe Quill"],
    ),
    "a firm somebody owns": ("[Ana Ruiz's Lindco] said so.", ["Ana Ruiz's Lindco"]),
    "a chairman is a leader": (
        "Bo Lind, chairman of the Free Dockers' Union, came. [The union leader] said so.\n\n"
        "[Prof. Ana Ruiz, who heads the tide department,] said otherwise.",
        ["Bo Lind", "Ana Ruiz"],
    ),
    "a leader of something else": (
        "Bo Lind, chairman of the Free Dockers' Union, came. [The party leader] said so.",
        ["party leader"],
    ),
    "what is said of somebody in an apposition": (
        "Sir Bo Lind, now [a fellow at the Tide Forum] think tank, came. [He] said so.",
        ["Bo Lind", "Bo Lind"],
    ),
    "what is said of somebody else": (
        "Ana Ruiz met [an adviser to the mayor] who thinks so.",
        ["adviser to the mayor"],
    ),
    "a professor is an academic": (
        "Ana Ruiz, a professor at Weir University, came. “They leak,” [the academic] said.",
        ["Ana Ruiz"],
    ),
    "an academic far away": (
        "Ana Ruiz, a professor at Weir University, came.\n\nIt rained.\n\nThe locks leak.\n\n"
        "[The academic] said so.",
        ["academic"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_relatives_namesakes_and_offices_lead_to_their_bearers(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
