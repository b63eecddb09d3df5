"""Wrap styled text to a width in terminal cells, without breaking words that fit."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

Run = tuple[str, str]  # words and the name of their style, "" for none
Line = list[Run]

# Scripts written without spaces, between whose characters a line may end: kana, Chinese
# characters, full-width forms …
WIDE = "\u2e80-\u2fff\u3041-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# … but not behind opening marks, nor before closing ones, full stops and small kana.
OPENING = "「『（［｛〈《【〔"
NO_START = "、。，．・：；？！」』）］｝〉》】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜”’…"
# A stretch that must not be broken, with the spaces behind it: "Tokyo ", "本」、", "「日".
CHUNK = re.compile(
    rf"[{OPENING}]*[{WIDE}][{NO_START}]*[ ]*|[^ {WIDE}{OPENING}]+[ ]*|[ ]+|[{OPENING}]+"
)
LEAST = 8  # cells for text beside an indent, however narrow the terminal


def wrap(runs: Sequence[Run], width: int | None, *, hang: Sequence[Run] = ()) -> list[Line]:
    """The runs broken into lines of at most `width` cells; lines after the first begin with
    `hang`. A word longer than a line is cut. With width None there is one line.

    >>> wrap([("to be or ", ""), ("not", "bold")], 10, hang=[("  ", "")])
    [[('to be or', '')], [('  ', ''), ('not', 'bold')]]
    """
    if width is None:
        return [list(runs)]
    text = "".join(words for words, _ in runs)
    indent = cell_len("".join(words for words, _ in hang))
    lines: list[Line] = []
    for start, end in _break(text, max(width, indent + LEAST), indent):
        lines.append([*(hang if lines else ()), *_slice(runs, start, end)])
    return lines


def _break(text: str, width: int, indent: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends in the text, spaces at its end left out."""
    start = end = used = 0
    for chunk in _chunks(text, width - indent):
        needed = cell_len(chunk.rstrip(" "))
        if used + needed > width and end > start:
            yield start, start + len(text[start:end].rstrip(" "))
            start, used = end, indent
        end += len(chunk)
        used += cell_len(chunk)
    yield start, start + len(text[start:end].rstrip(" "))


def _chunks(text: str, room: int) -> Iterator[str]:
    """What must not be broken; what would not even fit into a line of its own is cut."""
    for match in CHUNK.finditer(text):
        if cell_len(match[0].rstrip(" ")) <= room:
            yield match[0]
        else:
            yield from chop_cells(match[0], room)


def _slice(runs: Sequence[Run], start: int, end: int) -> Line:
    line: Line = []
    at = 0
    for words, style in runs:
        part = words[max(start - at, 0) : max(end - at, 0)]
        if part:
            line.append((part, style))
        at += len(words)
    return line
