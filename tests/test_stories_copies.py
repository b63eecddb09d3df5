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


def test_short_texts_are_copies_only_of_the_same_words() -> None:
    assert find_copies([document("a", "Rain."), document("b", "Rain.")]) == ()
