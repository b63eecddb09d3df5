"""The body that an office, a short form or a document belongs to where an article names one."""

import pytest
from test_speakers_resolution import speakers_of

CASES = {
    "a place that sounds like a bank": (
        "They met in the West Bank. [Chief executive Ana Ruiz] said so.",
        None,
    ),
    "a treaty that has no manager": (
        "The Lock Trade Agreement is old. [Chief executive Ana Ruiz] said so.",
        None,
    ),
    "a state that is none": ("The Islamic State fled. [Governor Ana Ruiz] said so.", None),
    "a name in a headline alone": (
        "Guldens slide again.\n\n[Spokeswoman Ana Ruiz] said so.",
        None,
    ),
    "a council of the United Nations": (
        "U.N. troops came. [The Security Council] said so.",
        "U.N.",
    ),
    "a council of nobody's": ("Troops came. [The Security Council] said so.", None),
    "the manager of the body at hand": (
        "The Skarvik Water Authority will dig.\n\n[General Manager Ana Ruiz] said so.",
        "Skarvik Water Authority",
    ),
    "the manager of one of two": (
        "The Skarvik Water Authority sued Clear Homes Ltd.\n\n[General Manager Ana Ruiz] said so.",
        None,
    ),
    "the manager of a body far before": (
        "The Weir Water Authority will dig.\n\nIt rained.\n\n[General Manager Ana Ruiz] said so.",
        None,
    ),
    "the spokeswoman of a firm by its name alone": (
        "Norbank will cut jobs. [Spokeswoman Ana Ruiz] said so.",
        "Norbank",
    ),
    "a president of no body": ("The Lock Council met. [President Ana Ruiz] said so.", None),
    "the governor of a bank": (
        "The Bank of Norway cut its rate. [Governor Ana Ruiz] said so.",
        "Bank of Norway",
    ),
    "the governor of a bank in small letters": (
        "The central bank cut its rate.\n\n[Deputy governor Ana Ruiz] said so.",
        "central bank",
    ),
    "the governor of a prefecture": (
        "Skarmoor Prefecture will pay. [Governor Ana Ruiz] said so.",
        "Skarmoor Prefecture",
    ),
    "the governor of one of two states": (
        "Skarmoor Province met Weir Province. [Governor Ana Ruiz] said so.",
        None,
    ),
    "a city's own officer": (
        "SKARVIK — The money is gone. [City Finance Director Ana Ruiz] said so.",
        "Skarvik",
    ),
    "counsel of a body": (
        "The Lock Council met. The council's standing counsel was late.\n\n"
        "[Counsel Ana Ruiz] said so.",
        "Lock Council",
    ),
    "counsel of nobody": ("The Lock Council met. [Counsel Ana Ruiz] said so.", None),
    "a member of the European Parliament": (
        "Parliament voted. [Finnish MEP Ana Ruiz] said so.",
        "Parliament",
    ),
    "a commissioner": (
        "The Tide Safety Commission met. [Commissioner Ana Ruiz] said locks leak.",
        "Tide Safety Commission",
    ),
    "a commissioner where two commissions meet": (
        "The Tide Safety Commission met the Lock Commission. [Commissioner Ana Ruiz] said so.",
        None,
    ),
    "a deputy": (
        "The National Assembly voted. [Ana Ruiz, a deputy,] said locks leak.",
        "National Assembly",
    ),
    "a deputy minister": (
        "The National Assembly voted. [Deputy dike inspector Ana Ruiz] said locks leak.",
        None,
    ),
    "a bench": ("The Lowland High Court sat. [A bench of three] said so.", "Lowland High Court"),
    "a short form": (
        "The East Weir School Board met. [Board member Bo Lind] said locks leak.",
        "East Weir School Board",
    ),
    "a chamber of which there are many": (
        "The White House spoke. [House members] said so.",
        "House",
    ),
    "two trusts with one noun": (
        "The Lowland Tees hospital trust sued the Weir Moor hospital trust. "
        "[Tove Lund, the trust's spokeswoman,] said so.",
        None,
    ),
    "a short form of two bodies": (
        "The East Weir School Board met the Lock Board. [Board member Bo Lind] said so.",
        "Board",
    ),
    "an adjective is no employer": ("[Clear Weir, the Argentine company,] said so.", None),
    "an adjective tells whose officer somebody is": (
        "[An Argentine official] said locks leak.",
        "Argentine",
    ),
    "the seat of a firm is no employer": (
        "[Clear Weir, the London ratings firm,] said so.",
        None,
    ),
    "a team without a name": ("[Bo Lind, the deputy leader of the team,] said so.", None),
    "a trust with a name before its noun": (
        "The Lowland Tees hospital trust was cross. [Tove Lund, the trust's spokeswoman,] said so.",
        "Lowland Tees hospital trust",
    ),
    "a minister's staff": (
        "The Energy Ministry was cross. [A member of the minister's staff] said so.",
        "Energy Ministry",
    ),
    "an author of a study made for somebody else": (
        "A study commissioned by the Lock Council and carried out by the Weir Institute came. "
        "[Its author, Bo Lind,] warned of more.",
        "Weir Institute",
    ),
    "people of a body": (
        "The Lock Commission met. [Two people at the commission] said so.",
        "Lock Commission",
    ),
    "a rule published by a council": (
        "A rule published on Friday by the Lowland Tide Council starts. [The rule] says so.",
        "Lowland Tide Council",
    ),
    "a study made for somebody else": (
        "[A study commissioned by the Lock Council and carried out by the Weir Institute] said so.",
        "Weir Institute",
    ),
    "a study whose maker is not told": (
        "[A study commissioned by the Lock Council] said so.",
        "Lock Council",
    ),
    "a superintendent of schools": (
        "The East Weir School Board met. [Superintendent Bo Lind] said so.",
        "East Weir School Board",
    ),
    "a superintendent of police": (
        "The Weir High School and the Lock Board met. [Superintendent Bo Lind] said so.",
        None,
    ),
    "a body called body": ("[Two diplomats from the regional body] said so.", "regional body"),
    "a number of things": ("[Officials in both capitals] said so.", None),
    "the candidate of a party": (
        "The former mayor of Skarvik, Tove Lund, wept. [The candidate of the Lock Alliance] "
        "said so. [Lund] left.",
        "Lock Alliance",
    ),
    "a party named for its creed": (
        "[Bo Lind of the Liberal Concord] said locks leak.",
        "Liberal Concord",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_office_or_document_is_affiliated_to_the_only_body_it_can_mean(case: str) -> None:
    marked, expected = CASES[case]
    assert speakers_of(marked)[0].affiliation == expected
