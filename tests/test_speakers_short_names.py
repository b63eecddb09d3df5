"""Short names of bodies, parts of surnames and crowds: joined with the long form or kept apart."""

import pytest
from test_speakers_resolution import names_of

CASES = {
    "a body is not a poll of it": (
        "The Weir News Poll was old. Weir News printed it. [Weir News] said so. [Weir] said so.",
        ["Weir News", "Weir News"],
    ),
    "a poll keeps its name": (
        "Weir News printed it. [The Weir News Poll] said so.",
        ["Weir News Poll"],
    ),
    "the first word of an institute of research": (
        "Tarn Research printed it. Tarn Research was late. [Tarn] said so.",
        ["Tarn Research"],
    ),
    "a word with a hyphen for a firm": (
        "The K-IV Garment Group came. [K-IV] said so.",
        ["K-IV Garment Group"],
    ),
    "a known short form": (
        "The bank wrote to the Federal Reserve. [The Fed] said so.",
        ["Federal Reserve"],
    ),
    "a known short form before the name": (
        "[The Fed] said so. Only then did the Federal Reserve Board meet.",
        ["Federal Reserve Board"],
    ),
    "a department by its first word": (
        "The State Department closed. [State] said so.",
        ["State Department"],
    ),
    "a short form of no body named": (
        "The Harbor Department closed. [The Fed] said so.",
        ["Fed"],
    ),
    "a short form is no branch": (
        "The Federal Reserve Bank of Lund closed. [The Fed] said so.",
        ["Fed"],
    ),
    "a website is a company": (
        "The clerks met at Weirboats.com. [The company] said so.",
        ["Weirboats.com"],
    ),
    "half of a surname is somebody else": (
        "Ana Prys-Hughes opened the fair. Prys-Hughes sang. Bo Hughes came late. "
        "Ana Prys-Hughes left. [Hughes] said so. [Prys-Hughes] said so.",
        ["Bo Hughes", "Ana Prys-Hughes"],
    ),
    "half of a surname, the other one named first": (
        "Bo Hughes met Ana Prys-Hughes. [Prys-Hughes] said so. [Hughes] said so.",
        ["Ana Prys-Hughes", "Bo Hughes"],
    ),
    "half of a surname that is printed whole": (
        "Ana Prys-Hughes met Hughes. Prys-Hughes sang. [Hughes] said so.",
        ["Hughes"],
    ),
    "half of a surname and nobody else": (
        "Ana Prys-Hughes came. [Hughes] said so.",
        ["Ana Prys-Hughes"],
    ),
    "a people is no surname": (
        "The Karabakh Armenians came. [Armenians] said so.",
        ["Armenians"],
    ),
    "a verb behind an apposition names no office": (
        "Ida Holm, a pilot, sent the clerk a note. Bo Lind left. [The clerk] said so.",
        ["clerk"],
    ),
    "an office behind an apposition": (
        "Ida Holm, a pilot, now the mayor, left. Bo Lind left. [The mayor] said so.",
        ["Ida Holm"],
    ),
    "a verb before a crowd": (
        "The plan could lure less loyal voters [who] said they were tired.",
        ["less loyal voters"],
    ),
}


@pytest.mark.parametrize("marked, right", CASES.values(), ids=CASES)
def test_a_short_name_is_its_bearers(marked, right):
    assert names_of(marked) == right
