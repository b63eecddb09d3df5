"""The command is found wherever it stands; what names none is briefed."""

import pytest

from briefing.cli.routing import route

COMMANDS = ("brief", "quotes", "summary")
VALUED = ("--length", "--output", "-o")
OWN = ("--help", "--version")


@pytest.mark.parametrize(
    ("args", "routed"),
    [
        ([], ["brief"]),
        (["a.txt"], ["brief", "a.txt"]),
        (["-"], ["brief", "-"]),
        (["--length", "2", "a.txt"], ["brief", "--length", "2", "a.txt"]),
        (["--length=2", "a.txt"], ["brief", "--length=2", "a.txt"]),
        (["brief", "a.txt"], ["brief", "a.txt"]),
        (["quotes", "a.txt"], ["quotes", "a.txt"]),
        (["--quiet", "quotes", "a.txt"], ["quotes", "--quiet", "a.txt"]),
        (["-o", "x", "quotes", "a.txt"], ["quotes", "-o", "x", "a.txt"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_the_command_comes_first(args, routed):
    assert route(args, commands=COMMANDS, valued=VALUED, own=OWN) == routed


@pytest.mark.parametrize(
    "args",
    [
        ["./quotes"],
        ["--", "quotes"],
        ["a.txt", "quotes"],
        ["-", "quotes"],
        ["--output", "quotes", "a.txt"],
        ["-o", "quotes"],
        ["a.txt", "--help"],
    ],
)
def test_a_file_named_like_a_command_can_be_reached(args):
    assert route(args, commands=COMMANDS, valued=VALUED, own=OWN) == ["brief", *args]
