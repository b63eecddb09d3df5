"""By which words a described source is printed: no verb, no clause, nothing about when or how."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "a body before an irregular verb": (
        "A 140-page study by the Dyke Institute of Tidal Sciences found mud. [The study] said so.",
        ["140-page study by the Dyke Institute of Tidal Sciences"],
    ),
    "a team before an irregular verb": (
        "A report by the Weir research team drew fire. [The report] said so.",
        ["report by the Weir research team"],
    ),
    "people before an irregular verb": (
        "A report by Weirco engineers put the cost at ten. [The report] said so.",
        ["report by Weirco engineers"],
    ),
    "what a clause tells of": (
        "A draft of a recovery plan for the areas which flooded was ready. [The draft] said so.",
        ["draft of a recovery plan"],
    ),
    "what no clause tells of": (
        "A draft of a plan for the harbour was ready. [The draft] said so.",
        ["draft of a plan for the harbour"],
    ),
    "present": ("[Two of the diplomats present on Friday] said so.", ["two of the diplomats"]),
    "present at something": (
        "[A ministry official present at the talks] said so.",
        ["ministry official"],
    ),
    "past and present": ("[Officials past and present] said so.", ["officials past and present"]),
    "when it comes out": (
        "[A paper by the Lock Centre at Weir University, due out next week,] said so.",
        ["paper by the Lock Centre at Weir University"],
    ),
    "who paid for it": (
        "[A study by the Tide Observatory, paid for by the insurers,] said so.",
        ["study by the Tide Observatory"],
    ),
    "who wrote it": ("[A report, by Bo Lind and two clerks,] said so.", ["report"]),
    "its title": ("[A 2022 paper, 'The Last Lock',] said so.", ["2022 paper"]),
    "how they spoke": (
        "[Officials of the Auditor's Office, speaking on condition of anonymity,] said so.",
        ["officials of the Auditor's Office"],
    ),
    "what they wished": ("[An official wishing not to be named] said so.", ["official"]),
    "a list with participles": (
        "[A spokesman for the planning, housing and transport board] said so.",
        ["spokesman for the planning, housing and transport board"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_description_is_printed_short(case: str) -> None:
    marked, expected = CASES[case]
    assert names_of(marked) == expected
