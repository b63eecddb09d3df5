"""Wire copies are told whatever an outlet changed: headline, lead, length."""

from datetime import timedelta

import pytest
from story_texts import BLAZE, DAY, RATES, document

from briefing.stories import cluster_stories, find_copies

WIRE = (
    "PORT AVEL (Norpress) - A fire destroyed the Corlin paper mill in Port Avel on Monday night, "
    "and forty workers were led out unhurt. The roof of the mill fell in at 11:40 p.m., fire chief "
    "Dana Ruiz told reporters at the gate. The mill, built in 1911, is the largest employer of the "
    "town and makes paper for bags and books. Mayor Ilse Brandt promised that the town would pay "
    "the workers until summer. What caused the fire was not known on Tuesday morning; the police "
    "closed the road to the harbour and asked people to keep their windows shut."
)
_SENTENCES = WIRE.split(". ")
CHANGED = {
    "headline": f"Paper mill lost to flames\n\n{WIRE}",
    "agency line": WIRE.removeprefix("PORT AVEL (Norpress) - "),
    "lead": "Forty families in a small harbour town do not know what comes next. "
    + ". ".join(_SENTENCES[1:]),
    "shortened": ". ".join(_SENTENCES[:3]) + ".",
    "shortened in the middle": ". ".join(_SENTENCES[:2] + _SENTENCES[4:]),
    "lengthened": WIRE + " The Courier will report on the mill through the week. Readers who "
    "worked there are asked to write to the editor with their memories.",
    "brief": _SENTENCES[0].removeprefix("PORT AVEL (Norpress) - ") + ".",
    "other order": ". ".join([_SENTENCES[0], *_SENTENCES[:0:-1]]) + ".",
    "headline, lead and length": "Mill fire: what we know\n\nPort Avel woke up without its largest "
    "employer. " + ". ".join(_SENTENCES[1:5]) + ". (brd)",
    "a paragraph put in between": ". ".join(_SENTENCES[:2])
    + ". Neighbours told the Post that they had smelt smoke since the afternoon and had called "
    + "nobody, for the mill often smells. "
    + ". ".join(_SENTENCES[2:]),
    "marks": WIRE.replace("'", "’").replace(" - ", " — ").upper(),
}


@pytest.mark.parametrize("change", CHANGED)
def test_wire_copy_is_told_in_spite_of_a_change(change: str) -> None:
    found = find_copies([document("wire", WIRE), document("copy", CHANGED[change])])
    assert [set(pair) for pair in found] == [{"wire", "copy"}]


@pytest.mark.parametrize("change", CHANGED)
def test_wire_copy_stands_in_the_story_of_the_wire(change: str) -> None:
    documents = [document("copy", CHANGED[change]), document("wire", WIRE)]
    documents += [document(f"r{at}", text) for at, text in enumerate(RATES)]
    assert ("copy", "wire") in cluster_stories(documents)


def test_articles_in_own_words_are_no_copies() -> None:
    assert find_copies([document(str(at), text) for at, text in enumerate(BLAZE)]) == ()


def test_shared_quotation_makes_no_copy() -> None:
    said = "“We have lost a hundred years of work in one night,” the mayor said."
    one = f"The mill burned to the ground while the whole town stood and watched. {said}"
    two = f"Norland lost its last paper mill. {said} Insurers put the damage at nine million."
    more = " Prices of bags will rise, traders at the harbour expect, within two weeks."
    assert find_copies([document("a", one + more), document("b", two)]) == ()


FORMS = {
    "weather warnings": (
        "Weather warning: heavy rain is expected in {} on {} between {} and {} p.m., the weather "
        "service said. Up to {} millimetres may fall. Drivers should allow more time, stay away "
        "from flooded roads and keep their lights on. People who live near rivers should move "
        "valuables to upper floors. The warning will be renewed at six in the morning, or sooner "
        "if the forecast changes.",
        ("Westmark", "Friday", "2", "9", "40"),
        ("the Ostland hills", "Sunday", "1", "5", "65"),
    ),
    "market reports": (
        "Shares in Norhaven closed {} on {}, with the main index at {} points. {} led the gainers. "
        "Turnover came to {} million crowns. Quotes are delayed by at least fifteen minutes. Past "
        "results are no promise of future ones, and nothing in this report is meant as advice to "
        "buy or sell. Figures come from the exchange and are rounded; the exchange takes no "
        "liability for errors. Readers can follow prices on our market page.",
        ("higher", "Tuesday", "4,512.30", "Corlin Paper", "812"),
        ("lower", "Wednesday", "4,458.11", "Brack Bank", "930"),
    ),
    "quarterly figures": (
        "{} earned {} million crowns in the quarter, or {} a share, the company said. Revenue came "
        "to {} million crowns. The company will speak with analysts in the afternoon; the call can "
        "be heard on its site. This text was written by a program from figures that the company "
        "filed, and has been looked through by nobody at the agency before it was published.",
        ("Corlin Paper", "41", "1.20", "512"),
        ("Avel Shipping", "12", "0.32", "230"),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_reports_of_one_form_with_other_facts_are_no_copies(form: str) -> None:
    text, one, other = FORMS[form]
    assert find_copies([document("a", text.format(*one)), document("b", text.format(*other))]) == ()


@pytest.mark.parametrize("form", FORMS)
def test_report_of_a_form_is_a_copy_of_the_same_with_another_headline(form: str) -> None:
    text, facts, _ = FORMS[form]
    again = f"What you need to know today\n\n{text.format(*facts)}"
    assert len(find_copies([document("a", text.format(*facts)), document("b", again)])) == 1


def test_copy_with_a_corrected_figure_and_a_local_lead_is_told() -> None:
    changed = "Workers from Brack were among those in the mill on Monday, the Brack Post has "
    changed += "learned. " + WIRE.replace("forty", "42").replace("11:40", "11:45")
    assert len(find_copies([document("wire", WIRE), document("copy", changed)])) == 1


def test_copy_goes_to_the_article_that_has_its_facts() -> None:
    text, one, other = FORMS["weather warnings"]
    documents = [document("a", text.format(*one)), document("b", text.format(*other))]
    again = document("c", f"Rain ahead. {text.format(*other)}")
    assert {frozenset(pair) for pair in find_copies([*documents, again])} == {frozenset("bc")}


def test_brief_made_of_another_articles_quotation_and_own_words_is_no_copy() -> None:
    said = "“We have lost a hundred years of work in one night, and we will not get them back,”"
    long = f"The mill burned down. {said} Mayor Ilse Brandt said. " + " ".join(BLAZE)
    brief = f"{said} says the mayor of Port Avel, where nothing is left of the town's last mill, "
    brief += "its pride since anybody there can remember, but four blackened walls."
    assert find_copies([document("a", long), document("b", brief)]) == ()


def test_earlier_one_of_two_alike_is_the_original() -> None:
    early = document("z", WIRE, published=DAY)
    late = document("a", WIRE, published=DAY + timedelta(hours=2))
    assert find_copies([late, early]) == (("a", "z"),)


def test_longer_article_is_the_original_of_its_brief() -> None:
    brief = document("a", CHANGED["shortened"], published=DAY)
    assert find_copies([brief, document("z", WIRE)]) == (("a", "z"),)


def test_copies_of_one_wire_point_to_it_and_not_to_each_other() -> None:
    documents = [document(f"c{at}", text) for at, text in enumerate(CHANGED.values())]
    found = find_copies([*documents, document("wire", WIRE)])
    originals = {original for _, original in found}
    assert len(found) == len(CHANGED) and not originals & {copy for copy, _ in found}


def test_copy_without_names_and_numbers_is_told_by_its_words() -> None:
    text = "Nobody knows where the old bridge went, or who took it, or what they wanted with it."
    assert len(find_copies([document("a", text), document("b", f"Gone. {text}")])) == 1


def test_short_texts_are_copies_only_of_the_same_words() -> None:
    assert find_copies([document("a", "Rain."), document("b", "Rain.")]) == ()
