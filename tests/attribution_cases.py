"""Reads tables of texts and the attributions that must be found in them.

A line that is not indented is a text (`¶` parts paragraphs, a part that begins with `- ` is a
bullet, with `# ` a heading); the indented lines under it are all attributions that must be found,
in text order: `form source | cue | content / content`, the form being d(irect), i(ndirect) or
m(ixed). `~` before the form marks an attitude. A text without such lines must give nothing.
"""

import re
from collections.abc import Iterator

from briefing.attribution import find_attributions
from briefing.domain import Attribution, Block, BlockKind, Kind, Span
from briefing.segment import split_sentences

KINDS = {"- ": BlockKind.BULLET, "# ": BlockKind.HEADING}


def read_table(table: str) -> list[tuple[str, list[str]]]:
    """The cases of a table: each text with its expected lines."""
    cases: list[tuple[str, list[str]]] = []
    for line in table.strip().splitlines():
        if line.startswith(" "):
            cases[-1][1].append(" ".join(line.split()))
        elif line:
            cases.append((line, []))
    return cases


def find_in(line: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text of a case and its attributions."""
    blocks = []
    text = ""
    number = 0
    for part in line.split("¶"):
        kind = KINDS.get(part[:2], BlockKind.PARAGRAPH)
        words = part[2:] if part[:2] in KINDS else part
        bullets = kind is BlockKind.BULLET and blocks and blocks[-1].kind is kind
        number += 0 if bullets else 1
        text += ("\n" if bullets else "\n\n") if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind, number))
        text += words
    return text, find_attributions(text, split_sentences(text, blocks), engine="rules")


def describe(text: str, found: tuple[Attribution, ...]) -> Iterator[str]:
    """Attributions as the lines of a table."""
    for each in found:
        source = " ".join(span.of(text) for span in each.source)
        cue = " ".join(span.of(text) for span in each.cue)
        content = " / ".join(span.of(text) for span in each.content)
        mark = "~" if each.kind is Kind.ATTITUDE else ""
        line = f"{mark}{each.form.value[0]} {source} | {cue} | {content}"
        yield re.sub(r"\s+", " ", line)
