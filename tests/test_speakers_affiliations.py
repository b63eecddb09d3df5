"""The body behind authors, documents and offices that do not name it themselves."""

import pytest
from test_speakers_resolution import speakers_of

CASES = {
    "the author of a study": (
        "The Lock Council fined Ana Ruiz. A study by the Weir Institute found leaks. "
        "[Its author, Bo Lind,] warned of more.",
        "Weir Institute",
    ),
    "an author who advises somebody else": (
        "A study by the Weir Institute found leaks. The Lock Council met. "
        "[Its author, Bo Lind, who advises the council,] warned of more.",
        "Weir Institute",
    ),
    "a document that a body made": (
        "The Weir Institute met. [An inventory that the institute made in May] said so.",
        "Weir Institute",
    ),
    "a document that is old": ("[A letter that is old] said so.", None),
    "the mayor of a village with a name": (
        "[Bo Lind, the mayor of the village of San Quillo,] said locks leak.",
        "village of San Quillo",
    ),
    "the mayor of the village": (
        "The village of San Quillo burned. [Bo Lind, the mayor of the village,] said so.",
        "San Quillo",
    ),
    "the mayor of a village without a name": (
        "The village burned. [Bo Lind, the mayor of the village,] said so.",
        "village",
    ),
    "who carried a study out, not who paid for it": (
        "[A study commissioned by the Lock Council and carried out by the Weir Institute] said so.",
        "Weir Institute",
    ),
    "an office in capitals behind a report": (
        "[A report by the Auditor General] said so.",
        "Auditor General",
    ),
    "the team of somebody named before": (
        "Ana Ruiz, a geologist at the Weir Institute and the leader of the survey team, came. "
        "[The deputy leader of the team, Bo Lind,] said so.",
        "Weir Institute",
    ),
    "a team of nobody's": ("[The deputy leader of the team, Bo Lind,] said so.", None),
    "a minister who visits the country an article is set in": (
        "Peru and Peru again. Peru is cold, as Chileans know, and so is Chile. "
        "[Foreign Minister Ruiz, who is visiting Peru,] said so.",
        "Chile",
    ),
    "a minister who visits another country": (
        "Peru and Peru again. Peru is cold. [Foreign Minister Ruiz, who is visiting Chile,] said.",
        "Peru",
    ),
    "a lord's place is no body": (
        "[Lord Ruiz of Otley] spoke. Lord Ruiz, who chairs the Weir Institute, left.",
        "Weir Institute",
    ),
    "one of the directors of a body": (
        "The Lock Council met. [One of the council's directors] said so.",
        "Lock Council",
    ),
    "a preposition in capitals is no body": (
        "Inside the Lock Council, they danced. [One of its engineers] said so.",
        "Lock Council",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_affiliation_is_followed_to_its_body(case: str) -> None:
    marked, expected = CASES[case]
    assert speakers_of(marked)[0].affiliation == expected


def test_a_passive_stays_whole() -> None:
    (speaker,) = speakers_of("[An investigator who cannot be named] said locks leak.")
    assert speaker.name == "investigator who cannot be named"
