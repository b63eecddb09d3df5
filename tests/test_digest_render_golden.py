"""Every sample digest looks as it did when it was last looked at.

Run as a script, this file writes them anew; look at the difference before committing it.
"""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from digest_samples import DIGESTS
from reviewed import file_name, write_anew

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


@pytest.mark.parametrize("case", CASES)
def test_rendering_equals_the_reviewed_one(case):
    assert render(*case) == (GOLDEN / file_name(case)).read_bytes()


def test_no_reviewed_file_is_left_over():
    assert {path.name for path in GOLDEN.iterdir()} == set(map(file_name, CASES))


if __name__ == "__main__":
    write_anew(GOLDEN, CASES, render)
