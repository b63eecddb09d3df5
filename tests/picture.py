"""Draws the picture of the README: a briefing as a terminal shows it.

`python tests/picture.py` writes `samples/briefing.svg` anew. It holds no script, and no
font or other resource from elsewhere.
"""

import contextlib
import html
import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from briefing.brief import Options, brief
from briefing.load import load
from briefing.render import FORMATS, Layout

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "samples" / "briefing.svg"
SHOWN = "samples/08-coast-radar.txt"
COLUMNS = 88
REMOTE_FONTS = re.compile(r"@font-face \{[^}]*\}\s*")  # rich asks a server for its font
LINES = re.compile(r"<text[^>]*>([^<]*)</text>")


def terminal_view():
    """The briefing in the picture, with the escapes that colour it."""
    with contextlib.chdir(ROOT):
        article = load(SHOWN)
    layout = Layout(width=COLUMNS, colour=True)
    return FORMATS["terminal"](brief(article, Options(engine="rules")), layout)


def draw(view):
    """The picture of a terminal that shows some coloured text."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor")
    console.print(Text.from_ansi(view))
    drawn = console.export_svg(title=f"briefing {SHOWN}", unique_id="briefing")
    return "\n".join(line.rstrip() for line in REMOTE_FONTS.sub("", drawn).splitlines()) + "\n"


def words_in(picture):
    """The words that a picture shows, in order."""
    return html.unescape(" ".join(LINES.findall(picture))).split()


if __name__ == "__main__":
    PICTURE.write_text(draw(terminal_view()), "utf-8")
