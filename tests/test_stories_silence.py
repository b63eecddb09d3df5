"""Who has not spoken is told by name with the words that say so, or not at all."""

import pytest
from story_texts import briefing, statement

from briefing.domain import Silence
from briefing.stories import find_silent

TOLD = [
    ("Mill owner Corlin declined to comment.", "Mill owner Corlin", Silence.DECLINED),
    (
        "The transport ministry declined to comment on the leak.",
        "transport ministry",
        Silence.DECLINED,
    ),
    (
        "The plan is secret, and Ilse Brandt would not say who drew it.",
        "Ilse Brandt",
        Silence.DECLINED,
    ),
    ("Brandt did not immediately reply to a request for comment.", "Brandt", Silence.UNREACHABLE),
    ("On Monday, Pavel Holub could not be reached.", "Pavel Holub", Silence.UNREACHABLE),
    ("The harbour board has not yet responded.", None, None),
    ("He declined to comment.", None, None),
    ("Share prices declined to a new low.", None, None),
    ("Nobody could be reached on the island.", None, None),
    ("Those who refused to say why were sent home.", None, None),
    ("The minister did not respond to treatment and moved on.", "minister", Silence.UNREACHABLE),
]


@pytest.mark.parametrize("text, name, reason", TOLD[:5])
def test_silence_is_told_with_name_and_reason(text: str, name: str, reason: Silence) -> None:
    (silent,) = find_silent([briefing("a", text)])
    assert (silent.name, silent.reason, silent.source) == (name, reason, "a")
    assert name in silent.span.of(text)


@pytest.mark.parametrize("text", [t for t, name, _ in TOLD[6:10] if name is None])
def test_what_names_nobody_is_left_out(text: str) -> None:
    assert find_silent([briefing("a", text)]) == ()


LEFT_OUT = [
    "His office declined to comment.",
    "They tell Holub she declined to comment.",
    "The board of the mill that was sold declined to comment.",
    "rain " * 60 + "declined to comment.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_subject_that_cannot_be_told_is_left_out(text: str) -> None:
    assert find_silent([briefing("a", text)]) == ()


def test_adverb_is_no_part_of_the_name() -> None:
    (silent,) = find_silent([briefing("a", "The mill also declined to comment.")])
    assert silent.name == "mill"


def test_somebody_heard_elsewhere_is_not_silent() -> None:
    said = "“We are sorry,” Ilse Brandt said."
    heard = briefing("b", said, statement(said, "We are sorry", speaker="Ilse Brandt"))
    assert find_silent([briefing("a", TOLD[2][0]), heard]) == ()
    assert find_silent([briefing("a", TOLD[3][0]), heard]) == ()


def test_everybody_is_named_once() -> None:
    found = find_silent([briefing("a", TOLD[2][0]), briefing("b", TOLD[3][0])])
    assert [silent.source for silent in found] == ["a"]


def test_what_somebody_claims_is_no_silence() -> None:
    text = "“The Corlin board declined to comment to us,” Ruiz said."
    quoted = statement(text, "The Corlin board declined to comment to us")
    assert find_silent([briefing("a", text, quoted)]) == ()


def test_principal_for_whom_somebody_else_speaks_is_absent() -> None:
    text = "“He is well,” a spokesman for Pavel Holub said."
    spoken = statement(text, "He is well", speaker="spokesman", principal="Pavel Holub")
    (silent,) = find_silent([briefing("a", text, spoken)])
    assert (silent.name, silent.reason) == ("Pavel Holub", Silence.ABSENT)
    assert silent.span.of(text) == "Pavel Holub"


@pytest.mark.parametrize("principal", ["Transport Ministry", "Holub", "the mayor", "Otto Nowhere"])
def test_institutions_and_part_names_are_no_absent_principals(principal: str) -> None:
    text = "“He is well,” a spokesman said for Transport Ministry, Holub and the mayor."
    spoken = statement(text, "He is well", speaker="spokesman", principal=principal)
    assert find_silent([briefing("a", text, spoken)]) == ()


def test_somebody_of_whom_no_spokesperson_speaks_is_not_called_absent() -> None:
    text = "“He is well,” the widow of Pavel Holub said."
    spoken = statement(text, "He is well", speaker="widow", principal="Pavel Holub")
    assert find_silent([briefing("a", text, spoken)]) == ()
