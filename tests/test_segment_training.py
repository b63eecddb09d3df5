"""The training script writes a data file that the splitter can read."""

import sys
from pathlib import Path

import pytest

from briefing.lexicon import parse_header, parse_rows
from briefing.training import punkt


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    lines = (
        "Then the mayor met Capt. Orr at the old harbour wall, and the crew of the ferry left.\n"
        "The crew met the mayor. Then the ferry left with Capt. Lund and the Harbour Board on it.\n"
    )
    (tmp_path / "news.txt").write_text(lines * 40, "utf-8")
    out = tmp_path / "punkt.tsv"
    arguments = ["punkt", "--data", str(tmp_path), "--out", str(out), "--provenance", "invented"]
    monkeypatch.setattr(sys, "argv", arguments)
    punkt.main()
    text = out.read_text("utf-8")
    assert parse_header("punkt.tsv", text)["provenance"] == "invented"
    return list(parse_rows("punkt.tsv", text))


def test_abbreviations_are_learned(rows: list[tuple[str, ...]]) -> None:
    assert ("abbreviation", "capt") in rows


def test_words_that_begin_sentences_keep_their_context(rows: list[tuple[str, ...]]) -> None:
    assert {row[1] for row in rows if row[0] == "context"} == {"the"}


def test_names_of_people_are_not_kept(rows: list[tuple[str, ...]]) -> None:
    assert not {"orr", "lund"} & {word for row in rows for word in row}
