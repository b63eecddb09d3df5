"""Each block of a plain text is named for what it is; its text stays as it is."""

import pytest

from briefing.domain import Article, BlockKind
from briefing.load import load_text

LEDE = "The harbour of Arnvik reopened on Tuesday after nine days of wind, the port authority said."
BODY = (
    "“We counted ropes, not ships,” said the harbour master, Jon Vik. He has been there for years."
)


def read(text: str) -> Article:
    return load_text(text, source="news.txt")


def outline(text: str) -> list[tuple[str, str]]:
    """The kind and the words of each block."""
    return [(str(block.kind), block.span.of(text)) for block in read(text).blocks]


def kinds(*paragraphs: str) -> list[str]:
    return [kind for kind, _ in outline("\n\n".join(paragraphs) + "\n")]


@pytest.mark.parametrize(
    "title",
    [
        "Arnvik harbour reopens after storm",
        "Arnvik Harbour Reopens After Nine Days Of Wind.",
        "Arnvik harbour reopens after nine days of wind.",
        "Who will mend the pier?",
        "Vik: ‘We Counted Ropes’",
        "CDC: Drop in U.S. Rope Sales Biggest in 30 Years",
        "Sweet! Rope makers surprisingly rich",
        "Watch: How the pier of Arnvik fell into the sea",
        "Arnvik might make history. Again.",
        "NCAA tournament:",
        "The Latest: Arnvik harbour reopens to ferries.",
        "Photos: The pier of Arnvik before and after",
    ],
)
def test_headline_is_the_title(title: str) -> None:
    article = read(f"{title}\n\n{LEDE}\n\n{BODY}\n")
    assert article.title == title
    assert article.blocks[0].kind is BlockKind.TITLE


@pytest.mark.parametrize(
    "lede",
    [
        LEDE,
        "It rained on Monday.",
        "He said no.",
        "“We will not go,” said the captain.",
        "OSLO — Rain ended the drought",
        "VIK: We counted ropes",
        "Harbour masters have this in common and will say so:",
        "Vik asked:",
        "Harbours reopen slower than they close because ropes rot, crews leave, piers fall and "
        "councils talk of all three for years.",
        "Rain fell, officials said. Nobody in the town minded it at all.",
    ],
)
def test_sentence_in_front_is_no_title(lede: str) -> None:
    below = "ROE: We counted ships" if lede.startswith("VIK") else BODY
    article = read(f"{lede}\n\n{below}\n\n{LEDE}\n")
    assert article.title is None


def test_text_of_one_line_has_no_title() -> None:
    assert read("Arnvik harbour reopens after storm\n").title is None
    assert kinds("Arnvik harbour reopens after storm") == ["paragraph"]


def test_deck_stands_below_a_title_that_goes_on() -> None:
    article = read(f"Arnvik harbour reopens; \nFishermen fear for the pier\n\n{LEDE}\n\n{BODY}")
    assert article.title == "Arnvik harbour reopens"
    assert [str(block.kind) for block in article.blocks][:2] == ["title", "heading"]


def test_header_lines_are_named() -> None:
    assert kinds(
        "Arnvik harbour reopens", "By Ada Roe", "March 5, 2024", f"ARNVIK — {LEDE}", BODY
    ) == ["title", "byline", "date", "dateline", "paragraph", "paragraph"]


def test_date_above_the_title_does_not_hide_it() -> None:
    assert kinds("5 March 2024", "Arnvik harbour reopens", LEDE, BODY)[:2] == ["date", "title"]


@pytest.mark.parametrize(
    "place",
    [
        "ARNVIK — ",
        "ARNVIK, Norway, March 5 — ",
        "KINGSTON, Jamaica (May 6) -- ",
        "LONDON (Reuters) - ",
        "NEW YORK (AP) — ",
        "PORT-AU-PRINCE, Haiti – ",
        "ST. JOHN’S, Newfoundland - ",
        "Oslo, 5 March – ",
        "Oslo (AFP) – ",
        "Oslo (CNN) ",
        "(CNN) -- ",
        "UNITED NATIONS, Sept. 1 (Xinhua) -- ",
        "ARNVIK (Quay Post) — ",
        "ARNVIK, Norway, March 5, 2024 /PRNewswire/ -- ",
        "TORSHAVN—",
    ],
)
def test_dateline_is_a_block_of_its_own(place: str) -> None:
    text = f"Arnvik harbour reopens\n\n{place}{LEDE}\n\n{BODY}\n"
    assert outline(text)[1:3] == [("dateline", place.rstrip()), ("paragraph", LEDE)]
    assert read(text).blocks[1].paragraph == read(text).blocks[2].paragraph


def test_dateline_before_a_colon_needs_a_text_without_labels() -> None:
    assert kinds("Harbour reopens", f"ISLAMABAD: {LEDE} It rained.", BODY)[1] == "dateline"
    transcript = [f"ROE: {LEDE} It rained.", f"VIK: {BODY}"]
    assert "dateline" not in kinds("Harbour hearing", *transcript)


@pytest.mark.parametrize(
    "start",
    [
        "NATO — the alliance of the north — sent ropes, and the ministry said they were good.",
        "BREAKING — The harbour of Arnvik reopened, and the ministry said it was good.",
        "Sen. Ada Roe (R-Quay) — The senator for the coast said she would vote for the pier.",
        "The pier (Arnvik) is open again, and the ministry said it was good.",
        "Monday — The day began with rain, and the ministry said it would go on.",
    ],
)
def test_dash_behind_other_words_is_no_dateline(start: str) -> None:
    assert outline(f"Arnvik harbour reopens\n\n{start}\n\n{BODY}")[1] == ("paragraph", start)


def test_capitals_late_in_a_text_are_no_dateline() -> None:
    late = "OSLO — Rain is coming to the capital as well, and nobody minds."
    assert kinds("Rain ends drought", LEDE, BODY, LEDE, late)[-1] == "paragraph"
    assert kinds("Rain ends drought", LEDE, BODY, LEDE, late.replace(" —", " (AP) —"))[-2:] == [
        "dateline",
        "paragraph",
    ]


def test_section_headings_are_named() -> None:
    assert kinds("Harbour reopens", LEDE, "Why the warning came late", BODY, "ROPES.", LEDE) == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert kinds("Harbour reopens", LEDE, "– Old ropes –.", BODY)[2] == "heading"
    assert kinds("Harbour reopens", LEDE, "What Comes Next?", BODY)[2] == "heading"


@pytest.mark.parametrize(
    "heading", ['Expert: "A pier without stones is a wish"', "Union leader: ‘We need ropes’"]
)
def test_labelled_quotation_is_a_heading(heading: str) -> None:
    assert outline(f"{LEDE}\n\n{heading}\n\n{BODY}\n")[1] == ("heading", heading)


@pytest.mark.parametrize(
    "line",
    [
        "“We will not go.”",
        "“We will not go”",
        "VIK: We will not go",
        "VIK: “We will not go”",
        "Q: Why not?",
        "The crowd applauded.",
        "In one post Roe said: “Who needs a pier?”",
        "The ministry listed three measures on Monday:",
        "He shrugged!",
        "She asked: “Why?”",
    ],
)
def test_short_prose_is_no_heading(line: str) -> None:
    assert outline(f"Harbour reopens\n\n{LEDE}\n\n{line}\n\n{BODY}\n")[2] == ("paragraph", line)


def test_last_line_is_no_heading() -> None:
    assert kinds("Harbour reopens", LEDE, "To be continued")[-1] == "paragraph"


def test_short_lines_together_are_a_list_not_headings() -> None:
    text = f"Harbour reopens\n\n{LEDE}\n\nMend the pier\nBuy new ropes\nPay the crew.\n\n{BODY}\n"
    assert [kind for kind, _ in outline(text)].count("heading") == 0
    spread = ["Mend the pier", "Buy new ropes", "Pay the crew", "Rest"]
    assert kinds("Harbour reopens", LEDE, *spread, BODY).count("heading") == 0


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "– ", "1. ", "2) ", "(a) ", "(iv) ", "b) "])
def test_list_entries_are_bullets_without_their_mark(mark: str) -> None:
    text = f"Harbour reopens\n\nThe ministry promised:\n\n{mark}to mend the pier;\n{mark}ropes.\n"
    assert outline(text)[2:] == [("bullet", "to mend the pier;"), ("bullet", "ropes.")]
    article = read(text)
    assert article.blocks[-1].paragraph == article.blocks[-2].paragraph == 3


def test_table_rows_share_a_number_and_are_no_prose() -> None:
    table = "Ropes sold\n----------\nMonday     42\nTuesday     7\nSource: Harbour Office"
    text = f"Harbour reopens\n\n{LEDE}\n\n{table}\n\n{BODY}\n"
    rows = [block for block in read(text).blocks if block.kind is BlockKind.TABLE]
    assert len(rows) == 5
    assert {row.paragraph for row in rows} == {3}
    for row in ("Oslo | 4\nArnvik | 5", "Oslo\t4\nArnvik\t5"):
        assert kinds("Harbour reopens", LEDE, row, BODY)[2:4] == ["table", "table"]


def test_sentences_with_two_spaces_are_no_table() -> None:
    prose = "It rained.  Nobody minded.\nIt stopped.  Nobody cheered."
    assert "table" not in kinds("Harbour reopens", LEDE, prose, BODY)


def test_lines_around_the_story_are_named() -> None:
    assert kinds(
        "Harbour reopens",
        "Photo: Boats in Arnvik on Monday.",
        LEDE,
        "Read more: How the pier fell",
        BODY,
        "(Reporting by Ada Roe; editing by Jon Vik)",
        "Correction: The pier is 40 metres long, not 14.",
        "Follow us on Facebook",
        "Copyright 2024 The Quay Post. All rights reserved.",
    ) == [
        "title",
        "caption",
        "paragraph",
        "link",
        "paragraph",
        "byline",
        "correction",
        "link",
        "note",
    ]


def test_paragraph_below_a_bare_correction_label_is_part_of_it() -> None:
    assert kinds("Harbour reopens", LEDE, BODY, "CORRECTION:", "The pier is longer.")[-2:] == [
        "correction",
        "correction",
    ]
    assert kinds("Harbour reopens", "CORRECTION APPENDED.", LEDE, BODY)[1:3] == [
        "correction",
        "paragraph",
    ]


def test_credits_behind_the_last_sentence_are_split_off() -> None:
    tail = "Ada B. Roe contributed to this report. Like us on Facebook. All rights reserved."
    text = f"{LEDE} {BODY} {tail}"
    assert outline(text) == [
        ("paragraph", f"{LEDE} {BODY}"),
        ("byline", "Ada B. Roe contributed to this report."),
        ("link", "Like us on Facebook."),
        ("note", "All rights reserved."),
    ]


def test_publisher_and_date_come_from_the_header() -> None:
    article = read(f"Harbour reopens\n\nPublished: 5 March 2024\n\nARNVIK (AP) — {LEDE}\n\n{BODY}")
    assert article.publisher == "Associated Press"
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-05T00:00:00+00:00"
    signed = read(f"Harbour reopens\n\nBy Ada Roe, Associated Press\n\n{LEDE}")
    assert signed.publisher == "Associated Press"
    dated = read(f"Harbour reopens\n\nARNVIK, March 5, 2024 — {LEDE}")
    assert dated.published == article.published and dated.publisher is None
    late = read(f"Harbour reopens\n\n{LEDE}\n\nPublished: 5 March 2024")
    assert late.published is None and late.publisher is None and late.language == "en"


def test_heading_quotation_and_dateline_may_be_wrapped() -> None:
    wrapped = (
        "Harbour reopens\n\nARNVIK, Norway, March 5 —\nThe harbour of Arnvik reopened on Tuesday\n"
        "after nine days of wind, the port said.\n\n"
        'Expert: "A pier without stones is\na wish in the wind"\n\n'
        "The stones came from a quarry that closed\nin May, and nobody knows who will cut them\n"
        "now that the crew has left.\n"
    )
    assert [kind for kind, _ in outline(wrapped)] == [
        "title",
        "dateline",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_lines_right_below_the_title_are_its_deck_and_author() -> None:
    header = (
        "Harbour reopens\nThe first ferry left Arnvik at noon\nAda Roe\nTue 5 Mar 2024 08.15 GMT"
    )
    article = read(f"{header}\n\n{LEDE}\n\n{BODY}\n")
    assert [str(block.kind) for block in article.blocks][:5] == [
        "title",
        "heading",
        "byline",
        "date",
        "paragraph",
    ]
    assert article.published is not None
    assert kinds("Harbour reopens\nIt blew for nine days.\nAda Roe", LEDE)[1:3] == [
        "paragraph",
        "byline",
    ]


def test_spoken_lines_right_below_the_title_are_prose() -> None:
    lines = "Harbour hearing\nVIK: We counted ropes\nROE: We counted ships\n“None at all”"
    assert kinds(lines, LEDE) == ["title", *["paragraph"] * 4]
