"""A source in several pieces: what is one phrase, what is another clause, what breaks off."""

import re

import pytest
from test_speakers_resolution import names_of, sentences_of

from briefing.domain import Attribution, Span
from briefing.speakers import resolve_speakers

# Pieces of the source stand in square brackets, the cue in braces.
CASES = {
    "the speaker behind a fronted subject of what is said": (
        "Bo Lind and Ida Holm met. [Holm], [Lind] {wrote}, “has never missed a tide.”",
        "Bo Lind",
    ),
    "a clause of another speaker": (
        "[Ida Holm] warned the mayor about the lock, {said} [an official who was briefed on it].",
        "official who was briefed on it",
    ),
    "a clause that tells why": (
        "[Officials of the dyke office], unnamed because [an audit is under way], {said} so.",
        "officials of the dyke office",
    ),
    "somebody in a clause that tells when": (
        "[Ida Holm] wept when [a clerk] {said} that locks leak.",
        "clerk",
    ),
    "a statement that somebody sent out": (
        "“Locks leak,” {read} the statement [that Mayor Ana Ruiz's office sent out at 6:04].",
        "Ana Ruiz's office",
    ),
    "a statement that somebody issued, without that": (
        "[A statement] [the Dyke Union issued] {said} locks leak.",
        "Dyke Union",
    ),
    "a statement that nobody sent": (
        "[The statement that locks leak] {said} more.",
        "statement that locks leak",
    ),
    "the object of a verb that is no cue": (
        "[A Weirco manager] tells [clerks], {describing} how the lock leaks.",
        "Weirco manager",
    ),
    "a pronoun as object": (
        "[riders] that have met [him] {say} the lock leaks.",
        "riders",
    ),
    "an aside by somebody else": (
        "[Union spokesman Bo Lind] -- as [the Weir Board] {noted} -- sang.",
        "Weir Board",
    ),
    "what hangs on a preposition": (
        "[Clara Obst], no relation to [the mayor, who ran the trust,] {said} the lock leaks.",
        "Clara Obst",
    ),
    "whom a relative clause is about": (
        "[The clerk], [whom] [the Weir Board] {says} it had watched, sang.",
        "Weir Board",
    ),
    "a preposition left out": (
        "[the campaign] of [the former mayor of Lund] {saying} the lock leaks.",
        "campaign of the former mayor of Lund",
    ),
    "several names": (
        "[Ida Holm], [Per Aune] and [Bo Lind] {said} the lock leaks.",
        "Ida Holm + Per Aune + Bo Lind",
    ),
    "an office and its bearer": (
        "“No,” {muttered} [the deputy leader of the team], [Ida Holm], when it rained.",
        "Ida Holm",
    ),
}


def speaker_of(marked: str) -> str | None:
    text, pieces, cues = "", [], []
    for piece in re.split(r"(\[[^\]]+\]|\{[^}]+\})", marked):
        bare = piece.strip("[]{}") if piece[:1] in ("[", "{") else piece
        span = Span(len(text), len(text) + len(bare))
        text += bare
        if piece[:1] == "[":
            pieces.append(span)
        elif piece[:1] == "{":
            cues.append(span)
    given = Attribution(tuple(pieces), tuple(cues), (Span(len(text) - 6, len(text) - 1),))
    return resolve_speakers(text, sentences_of(text), [given])[0].name


@pytest.mark.parametrize("marked, right", CASES.values(), ids=CASES)
def test_the_piece_beside_the_cue_speaks(marked, right):
    assert speaker_of(marked) == right


BROKEN = {
    "behind an article": (
        "The Harbor Commission met. [the] commission said so.",
        "Harbor Commission",
    ),
    "behind an article and adjective": ("[A] senior clerk said so.", "senior clerk"),
    "behind a preposition": (
        "[Many officials on and off the] island said so.",
        "many officials on and off the island",
    ),
    "those is whole": ("[Those] describing themselves as tired said so.", None),
    "an owner is whole": ("The riders met. [Their] criticism was loud.", "riders"),
}


@pytest.mark.parametrize("marked, right", BROKEN.values(), ids=BROKEN)
def test_a_source_goes_on_to_its_noun(marked, right):
    assert names_of(marked) == [right]
