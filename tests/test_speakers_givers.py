"""Words that somebody gave out are theirs; a part of a group just named is called after it."""

import pytest
from test_speakers_resolution import names_of

GIVERS = {
    "in a relative clause with a pronoun": (
        "Mayor Ana Ruiz came. The fair is old, according to [an account she gave to the Times].",
        "Ana Ruiz",
    ),
    "in a relative clause with an office": (
        "“It is cold,” read [the statement that Mayor Bo Lind's office sent out at 6:04].",
        "Bo Lind's office",
    ),
    "in a relative clause with a name": (
        "According to [a letter which Bo Lind wrote in May], the fair is old.",
        "Bo Lind",
    ),
    "in a sentence before": (
        "Ana Ruiz provided a written statement. The Weir Times had asked. It wrote that it was "
        "late. “It is cold,” [the statement] read.",
        "Ana Ruiz",
    ),
    "nobody where a phrase only goes on": (
        "Bo Lind came. [The letter to the mayor] said that the fair is old.",
        "letter to the mayor",
    ),
    "nobody where a clause tells something else": (
        "Bo Lind came. [A letter that blamed Ana Ruiz] said that the fair is old.",
        "letter that blamed Ana Ruiz",
    ),
    "a list of examples names no speaker": (
        "[A coalition of 40 groups - including the Dyke Trust, Weir Board and Harbor Club -] came.",
        "coalition of 40 groups",
    ),
}


@pytest.mark.parametrize("marked, right", GIVERS.values(), ids=GIVERS)
def test_words_are_those_of_who_gave_them_out(marked, right):
    assert names_of(marked) == [right]


GROUPS = {
    "both of two with their parties": (
        "Republican Lind and Democrat Ruiz met. [Both] said it was cold.",
        ["Lind + Ruiz"],
    ),
    "neither of two": (
        "Bo Lind and Ana Ruiz met at noon. [Neither] said it was cold.",
        ["Bo Lind + Ana Ruiz"],
    ),
    "both where a third is named": (
        "Bo Lind and Ana Ruiz met Ida Holm. [Both] said it was cold.",
        [None],
    ),
    "both long after": (
        "Bo Lind and Ana Ruiz met. It rained. It snowed. It froze. [Both] said it was cold.",
        [None],
    ),
    "most behind a semicolon": (
        "Many Lund voters were tired; [most] said it was cold.",
        ["most Lund voters"],
    ),
    "many in the main clause": (
        "While many loyal farmers left, [many] said it was cold.",
        ["many loyal farmers"],
    ),
    "some and others": (
        "Riders often grumble. [Some] say it was cold. [Others] say it was old.",
        ["some riders", "other riders"],
    ),
    "several behind a party": (
        "Most Democrats have not signed, even though [several] said it was cold.",
        ["several Democrats"],
    ),
    "one and another": (
        "One firm says there are two, while [another] says there are three. [One] says it froze.",
        ["another firm", "one firm"],
    ),
    "many of nobody named": ("The boat sank. [Many] said it was cold.", ["many"]),
    "many of somebody's": ("Ana Ruiz's voters came. [Many] said it was cold.", ["many"]),
    "a group before another noun": (
        "Social media outlets were full. [Many] said it was cold.",
        ["many"],
    ),
    "others in a new paragraph": ("Riders grumble.\n\n[Others] said it was cold.", ["others"]),
}


@pytest.mark.parametrize("marked, right", GROUPS.values(), ids=GROUPS)
def test_a_part_of_a_group_is_called_after_it(marked, right):
    assert names_of(marked) == right
