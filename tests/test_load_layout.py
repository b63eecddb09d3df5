"""Paragraphs are found however a text parts them."""

import textwrap

import pytest

from briefing.load import load_text

TITLE = "Arnvik harbour reopens after nine days"
PARAGRAPHS = [
    "The harbour of Arnvik reopened on Tuesday after a storm that had kept every ship in port for "
    "nine days, and the first ferry left at noon with forty people and a piano on board.",
    "“We counted ropes, not ships,” said the harbour master, Jon Vik, who has worked on the pier "
    "since he was a boy. “Now we count ships again, and there are fewer than there were before.”",
    "The pier will be rebuilt by June, according to the mayor. It will cost as much as a school, "
    "and the council has not yet said which of the two it wants, or how it would pay for either.",
]
HEADING = "What the council wants"


def prose(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block, with single spaces."""
    blocks = load_text(text, source="x.txt").blocks
    return [(str(block.kind), " ".join(block.span.of(text).split())) for block in blocks]


PARTS = [TITLE, *PARAGRAPHS[:2], HEADING, PARAGRAPHS[2]]
EXPECTED = list(
    zip(["title", "paragraph", "paragraph", "heading", "paragraph"], PARTS, strict=True)
)


def wrap(width: int, indent: str = "") -> list[str]:
    return [textwrap.fill(part, width, initial_indent=indent) for part in PARTS]


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    assert prose("\n\n".join(wrap(width)) + "\n") == EXPECTED


def test_one_line_is_one_paragraph() -> None:
    assert prose("\n".join(PARTS)) == EXPECTED


def test_indented_first_lines_part_paragraphs() -> None:
    text = TITLE + "\n\n" + "\n".join(wrap(72, "   ")[1:])
    assert prose(text) == EXPECTED


def test_short_last_lines_part_wrapped_paragraphs() -> None:
    text = "\n".join(wrap(72))
    assert prose(text) == EXPECTED


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\n \t\n"])
def test_any_line_break_parts_lines(newline: str) -> None:
    assert prose(newline.join(part for both in PARTS for part in (both, ""))) == EXPECTED


def test_one_wrapped_paragraph_among_long_lines_is_joined() -> None:
    text = f"{TITLE}\n\n{PARAGRAPHS[0]}\n{PARAGRAPHS[2]}\n\n{textwrap.fill(PARAGRAPHS[1], 60)}\n"
    assert [words for _, words in prose(text)] == [
        TITLE,
        PARAGRAPHS[0],
        PARAGRAPHS[2],
        PARAGRAPHS[1],
    ]


def test_wrapped_list_entries_keep_their_second_line() -> None:
    entries = textwrap.dedent(
        """\
        - to mend the pier with stones from the quarry in the north, which
          closed in May and will be opened again for this
        - to buy ropes"""
    )
    text = f"{TITLE}\n\n" + "\n\n".join(wrap(72)[1:3]) + f"\n\n{entries}\n"
    assert [kind for kind, _ in prose(text)][-2:] == ["bullet", "bullet"]
    assert prose(text)[-2][1].endswith("opened again for this")


def test_mark_inside_a_wrapped_paragraph_begins_no_list() -> None:
    paragraph = (
        "The council met for the third time on the question of the pier, which\n"
        "- as everybody in the town knows by now - has been discussed since\n"
        "1. May and will go on being discussed until the last stone is gone."
    )
    text = f"{TITLE}\n\n" + "\n\n".join(wrap(72)[1:3]) + f"\n\n{paragraph}\n"
    assert prose(text)[-1] == ("paragraph", " ".join(paragraph.split()))
