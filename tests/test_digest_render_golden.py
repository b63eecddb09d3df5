"""Every sample digest looks as it did when it was last looked at.

Run as a script, this file writes them anew; look at the difference before committing it.
"""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from digest_samples import DIGESTS

from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS

GOLDEN = Path(__file__).parent / "golden" / "digest"
ZONE = ZoneInfo("Europe/Berlin")
LAYOUTS = {
    "60": Layout(width=60, zone=ZONE),
    "80": Layout(width=80, zone=ZONE),
    "colour": Layout(width=80, colour=True, zone=ZONE),
    "explain": Layout(width=80, explain=True),
    "ascii": Layout(width=60, unicode=False),
}
CASES = [
    *[(name, "plain", width) for name in DIGESTS for width in ("60", "80")],
    *[(name, form, "80") for name in DIGESTS for form in ("markdown", "json", "atom")],
    ("full", "terminal", "colour"),
    ("full", "terminal", "ascii"),
    ("full", "plain", "explain"),
    ("full", "markdown", "explain"),
    ("evil", "terminal", "colour"),
]


def render(name: str, form: str, layout: str) -> bytes:
    return DIGEST_FORMATS[form](DIGESTS[name](), LAYOUTS[layout]).encode("utf-8")


@pytest.mark.parametrize(("name", "form", "layout"), CASES)
def test_rendering_equals_the_reviewed_one(name, form, layout):
    expected = (GOLDEN / f"{name}.{layout}.{form}").read_bytes()
    assert render(name, form, layout) == expected


def test_no_reviewed_file_is_left_over():
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{name}.{layout}.{form}" for name, form, layout in CASES
    }


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for path in GOLDEN.iterdir():
        path.unlink()
    for case in CASES:
        (GOLDEN / f"{case[0]}.{case[2]}.{case[1]}").write_bytes(render(*case))
