"""Forms of names, parts of sources and posts that the rules tell apart, one case each."""

import pytest
from test_speakers_resolution import names_of, sentences_of, speakers_of

from briefing.domain import Attribution, Span
from briefing.speakers import resolve_speakers

NAMES = {
    "first word of a body": (
        "The Harbor Roads Agency met. [Harbor] said so. [The agency] said so.",
        ["Harbor Roads Agency"] * 2,
    ),
    "initials of a body": (
        "The Northern Dyke Trust met. [NDT] said so. [The Northern Trust] said so.",
        ["Northern Dyke Trust"] * 2,
    ),
    "and inside a body's name, with its initials": (
        "The Securities and Rain Commission met. [The S.R.C.] said so.",
        ["Securities and Rain Commission"],
    ),
    "beginning of a body's name": (
        "The National Union of Fishers met. [The National Union] said so.",
        ["National Union of Fishers"],
    ),
    "two bodies with one first word": (
        "The Dyke Trust of Lima met. The Dyke Fund met. [The Dyke Fund] said so.",
        ["Dyke Fund"],
    ),
    "without the surname or the first name": (
        "Jon Bo Lind came. [Bo Lind] said so. [Jon Bo] said so.",
        ["Jon Bo Lind"] * 2,
    ),
    "dame with her first name": (
        "Sir Per Ruiz came. Dame Ana Ruiz left. [Dame Ana] said so.",
        ["Ana Ruiz"],
    ),
    "whose brother": (
        "Mayor Tove Lund was ill. [Lund's brother] said so. [Lund's brother] said it again.",
        ["Tove Lund's brother"] * 2,
    ),
    "two keepers": (
        "The old keeper came. [The young keeper] said so. [The old keeper] said it too.",
        ["young keeper", "old keeper"],
    ),
    "counted and pointed at": ("[Those two hundred farmers] said so.", ["two hundred farmers"]),
    "which behind a plural": ("He saw storms, [which] said so.", ["storms"]),
    "that behind a plain noun": ("He liked the bridge [that] said so.", ["bridge"]),
    "that behind a verb": ("He slept [that] said so.", [None]),
    "which behind a place": ("He left Ohio, [which] said so.", ["Ohio"]),
    "who at the head of a sentence": ("Lund came. [Who] said so.", [None]),
    "member of the other party": (
        "Republican nominee Ana Ruiz won. Democratic nominee Eva Toro lost. "
        "[The Democrat] said so.",
        ["Eva Toro"],
    ),
    "an office told afterwards": (
        "[The poet of rain] said so. Ana Ruiz, a poet of rain, left.",
        ["Ana Ruiz"],
    ),
    "spokesman and spokeswoman": (
        "Spokesman Bo Lind came. [He] said so. Spokeswoman Ida Holm came. [She] said so.",
        ["Bo Lind", "Ida Holm"],
    ),
    "surname first": ("Orban came, who sings. [Tove Orban] said so.", ["Tove Orban"]),
    "pronoun beside its own name": ("[Ida Holm and she] said so.", ["Ida Holm"]),
    "groups with prepositions": (
        "[Critics in Lima and farmers] said so.",
        ["critics in Lima + farmers"],
    ),
    "friends and others": ("[His friends and others] said so.", ["friends + others"]),
    "two of whom nothing is known": (
        "Ana Ruiz came. [The two farmers] said so.",
        ["two farmers"],
    ),
    "a couple that nobody named": (
        "Ana Ruiz met Bo Lind. [A married couple] said so.",
        ["married couple"],
    ),
    "endings of plurals": ("[Bosses and spokeswomen] said so.", ["Bosses + spokeswomen"]),
    "junior": ("[Bo Lind Jr.] said so.", ["Bo Lind Jr"]),
    "initial in the middle": ("[Xi L. Ma] said so.", ["Xi L. Ma"]),
    "company named for a country": ("[Peru Copper Works] said so.", ["Peru Copper Works"]),
    "ampersand and of the": (
        "[Smith & Sons] said so. [The Department of the Interior] said so.",
        ["Smith & Sons", "Department of the Interior"],
    ),
    "a ruling goes back to its court": (
        "The Harbor Court met. [The written verdict] said so.",
        ["Harbor Court"],
    ),
    "nobody to go back to": ("[Even he] said so. [Whose] said so.", [None, None]),
    "the reader": ("When it rains, [you] know. [Your cousin] said so.", ["you", "cousin"]),
    "letters decoded wrongly": (
        "President FranÃ§ois Holm came. [Holm] said so.",
        ["François Holm"],
    ),
    "letters that only look wrong": ("BÅ Holm came. [Holm] said so.", ["BÅ Holm"]),
    "no words at all": ("[— ] said so.", [None]),
    "nobody among several": ("[They and we] said so.", [None]),
    "month as a surname": ("Mayor June April came. [April] said so.", ["June April"]),
    "only quoted so far": (
        "“Ana Ruiz is here,” Bo Lind said. [She] said so.",
        ["Ana Ruiz"],
    ),
    "name in a headline of capitals": (
        "Anna Holm Tells Farmers Dykes Will Sink Soon\n\nOn Monday Holm left. [She] said so.",
        ["Anna Holm"],
    ),
    "headline without a person": (
        "Anna Tells Farmers Dykes Will Sink Soon\n\nOn Monday Holm left. [Holm] said so.",
        ["Holm"],
    ),
    "questions and answers": (
        "Anna Holm answers.\n\nQ: Do [you] think so?\n\nA: Yes.\n\nQ: Why?\n\nA: Rain.\n\n"
        "Q: When?\n\nA: Soon, [you] know.",
        ["Anna Holm", None],
    ),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_form_leads_to_its_name(case: str) -> None:
    marked, expected = NAMES[case]
    assert names_of(marked) == expected


POSTS = {
    "behind a degree": (
        "[Ana Ruiz, Ph.D., a geologist at the Dyke Trust,] said so.",
        ("geologist", "Dyke Trust"),
    ),
    "formerly of": ("[Ana Ruiz, formerly of the Dyke Trust,] said so.", (None, "Dyke Trust")),
    "no apposition": ("Ana Ruiz, and the mayor, came. [Ruiz] said so.", (None, None)),
    "of a body without a name": ("[Ana Ruiz of the union] said so.", (None, "union")),
    "of a noun before a noun": ("[Ana Ruiz of the harbor union branch] said so.", (None, None)),
    "of a place in the north": (
        "[Ana Ruiz of Skarvik in the north] said so.",
        (None, "Skarvik"),
    ),
    "body before the noun": (
        "[A trade ministry official] said so.",
        ("official", "trade ministry"),
    ),
    "age between": ("[Ana Ruiz, 34, a farmer,] said so.", ("farmer", None)),
    "agency style": ("POLAR TRUST = [Ana Ruiz, fellow,] said so.", ("fellow", "POLAR TRUST")),
    "kin before the name": ("Her mother, [Ana Ruiz], said so.", ("mother", None)),
    "by a body without a name": (
        "[A review by the rain council] said so.",
        (None, "rain council"),
    ),
    "by a person": ("[A study by Ana Ruiz] said so.", (None, None)),
    "once": ("[Ana Ruiz, who was once a judge,] said so.", ("judge", None)),
    "joined": ("[Ana Ruiz, who joined the Dyke Trust,] said so.", (None, "Dyke Trust")),
    "police of a body": (
        "[Ana Ruiz, a Dyke Trust police officer,] said so.",
        ("officer", "Dyke Trust police"),
    ),
    "former and present": (
        "[Ana Ruiz, a former judge at the Dyke Court and now at the Dyke Trust,] said so.",
        ("judge", "Dyke Trust"),
    ),
    "body in lower case before a title": (
        "[Harbor commission chief Ana Ruiz] said so.",
        ("chief", "Harbor commission"),
    ),
}


@pytest.mark.parametrize("case", POSTS)
def test_a_post_is_read_from_its_form(case: str) -> None:
    marked, expected = POSTS[case]
    speaker = speakers_of(marked)[-1]
    assert (speaker.position, speaker.affiliation) == expected


OPENINGS = {
    "adverb before a comma": (
        "The Harbor Fund met. Overall, rain fell. [The fund] said so.",
        ["Harbor Fund"],
    ),
    "order to a reader": (
        "Blame Anna Holm, they cry. They blame Holm. [Holm] said so.",
        ["Anna Holm"],
    ),
    "namesake at hand": (
        "Gary Lund came. Lund sat. Lund ate. Then Jens Lund came. [Lund] said so.",
        ["Jens Lund"],
    ),
    "campaign of a spokesman": (
        "Holm campaign spokesman Bo Lind came. [The Holm campaign] said so.",
        ["Holm campaign"],
    ),
}


@pytest.mark.parametrize("case", OPENINGS)
def test_an_opening_is_no_name(case: str) -> None:
    marked, expected = OPENINGS[case]
    assert names_of(marked) == expected


def test_a_second_cue_shares_the_speaker_of_its_sentence() -> None:
    text = "Ana Ruiz said dykes sink and warned that rain comes. Rain fell and warned that."
    given = [
        Attribution((Span(0, 8),), (Span(9, 13),), (Span(14, 24),)),
        Attribution((), (Span(29, 35),), (Span(36, 51),)),
        Attribution((), (Span(67, 73),), (Span(74, 78),)),
        Attribution((), (), (Span(53, 57),)),
    ]
    spoken = resolve_speakers(text, sentences_of(text), given)
    assert [speaker.name for speaker in spoken] == ["Ana Ruiz", "Ana Ruiz", None, None]
