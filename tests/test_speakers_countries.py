"""The country or town that an office or a body of state belongs to."""

import pytest
from test_speakers_resolution import speakers_of

CASES = {
    "the office of a president": (
        "Rain fell in Norway. [The president's office] said so.",
        "Norway",
    ),
    "the office of an editor": ("Rain fell in Norway. [The editor's office] said so.", None),
    "an adjective of a thing": (
        "Chile and Peru met. Chile met Peru.\n\nPeru denied this. A Chilean vessel had come, "
        "[navy spokesman Captain Bo Lind] said.",
        "Peru",
    ),
    "a country that opens the paragraph": (
        "Chile and Peru met. Chile met Peru.\n\nPeru denied this. The boat was lost, "
        "[navy spokesman Captain Bo Lind] said.",
        "Peru",
    ),
    "a country that opened the last paragraph": (
        "Chile and Peru met. Chile met Peru.\n\nPeru denied this. The boat was lost.\n\n"
        "[Foreign Minister Bo Lind] said so.",
        "Peru",
    ),
    "another country in between": (
        "Chile and Peru met. Chile met Peru.\n\nPeru denied this.\n\nBoats left for Chile. "
        "[Foreign Minister Bo Lind] said so.",
        None,
    ),
    "a government in a country": (
        "Chile met Peru.\n\nIn Peru, where it rained, [a government official] said so.",
        "Peru",
    ),
    "a government of nowhere": ("It rained. [A government official] said so.", "government"),
    "police of a country": ("[Norwegian police] said so.", "Norwegian"),
    "money of another country": (
        "The port costs US$9 million, and US$2 million more in May. [Prime Minister Bo Lind] paid.",
        None,
    ),
    "a province named after a country": (
        "Rain fell in British Columbia. British Columbia is wet. "
        "[Energy Minister Bo Lind] said so.",
        None,
    ),
    "a country named once, far down": (
        "The dam broke at night. "
        + "Boats came up the river to the town in the dark. " * 5
        + "Pumps had come from Norway. [Governor Tove Lund] thanked them.",
        None,
    ),
    "letters of a union are no dateline": (
        "Norway banned the boats. The UN and the EU wrote, and the EU wrote again. Norway paid. "
        "[Fisheries Minister Ola Brandvik] said boats must wait.",
        "Norway",
    ),
    "the side that the paragraph has named": (
        "Chile and Peru will meet, and Peru will pay. "
        "The Chilean side was cold. [Trade Minister Bo Lind] said so.",
        "Chile",
    ),
    "a directorate": ("Rain fell in Norway. [The Directorate for Dykes] said so.", "Norway"),
    "a country in the name of an authority": (
        "[The Tide Conduct Authority of Norway] said so.",
        "Norway",
    ),
    "a country in the name of a firm": ("[Growers Company of Norway] said so.", None),
    "a front that calls itself national": (
        "Rain fell in Norway. [The National Growers' Front] said so.",
        None,
    ),
    "a presidential spokeswoman": (
        "Rain fell in Norway. [Presidential spokeswoman Tove Lund] said so.",
        "Norway",
    ),
    "a presidential candidate": (
        "Rain fell in Norway. [Presidential candidate Tove Lund] said so.",
        None,
    ),
    "a ministry by its adjective": ("[The Norwegian fisheries ministry] said so.", "Norway"),
    "the mayor elected in a town": (
        "In the town of Skarvik, dykes sink. [Bo Lind, who was elected mayor in May,] said so.",
        "Skarvik",
    ),
    "a mayor where two towns are told": (
        "The town of Skarvik sued the town of Telmo. [Mayor Bo Lind] said so.",
        None,
    ),
    "a minister who visits": (
        "Norway and Peru ministers met in Norway.\n\n[Trade Minister Ana Ruiz], who is visiting "
        "Norway, ate with a king in Norway.",
        "Peru",
    ),
    "a former prime minister": (
        "Rain fell in Norway. [Bo Lind, a former prime minister,] left.",
        "Norway",
    ),
    "a former minister": ("Rain fell in Norway. [Bo Lind, a former trade minister,] left.", None),
}


@pytest.mark.parametrize("case", CASES)
def test_offices_and_bodies_of_state_are_followed_to_their_country(case: str) -> None:
    marked, expected = CASES[case]
    assert speakers_of(marked)[0].affiliation == expected
