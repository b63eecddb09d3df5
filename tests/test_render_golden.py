"""Every sample looks as it did when it was last looked at.

Run as a script, this file writes them anew; look at the difference before committing it.
"""

from pathlib import Path

import pytest
from render_samples import SAMPLES
from reviewed import file_name, write_anew

from briefing.render import FORMATS, Layout

GOLDEN = Path(__file__).parent / "golden" / "render"
LAYOUTS = {
    "60": Layout(width=60),
    "80": Layout(width=80),
    "200": Layout(width=200),
    "colour": Layout(width=80, colour=True),
    "explain": Layout(width=80, explain=True),
    "ascii": Layout(width=60, unicode=False),
}
CASES = [
    *[(name, "plain", width) for name in SAMPLES for width in ("60", "80")],
    *[(name, "markdown", "80") for name in SAMPLES],
    *[(name, "json", "80") for name in SAMPLES],
    *[("harbour", "terminal", layout) for layout in LAYOUTS],
    ("harbour", "markdown", "explain"),
    ("harbour", "json", "explain"),
    ("hostile", "terminal", "colour"),
    ("hostile", "terminal", "ascii"),
    ("wide", "terminal", "60"),
]


def render(name: str, form: str, layout: str) -> bytes:
    return FORMATS[form](SAMPLES[name](), LAYOUTS[layout]).encode("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_rendering_equals_the_reviewed_one(case):
    assert render(*case) == (GOLDEN / file_name(case)).read_bytes()


def test_no_reviewed_file_is_left_over():
    assert {path.name for path in GOLDEN.iterdir()} == set(map(file_name, CASES))


if __name__ == "__main__":
    write_anew(GOLDEN, CASES, render)
