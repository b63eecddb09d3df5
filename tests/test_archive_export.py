"""The tables that an archive is exported to."""

import csv
import importlib.util
import io
import sys

import pytest
from archive_samples import BRIDGE, NOW, TRAM, VERSION, make_briefing

from briefing.archive import TABLES, Archive
from briefing.errors import ArchiveError

SUMS = make_briefing('=1+1 is, "he" said', {"words": "=1+1 is", "name": "@ Lee"}, source="s.txt")


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.db") as archive:
        archive.articles.add([BRIDGE, TRAM, SUMS], version=VERSION, now=NOW)
        yield archive


def write(archive, table):
    file = io.BytesIO()
    TABLES[table](archive.statements.every(), file)
    return file


def test_csv_has_a_line_for_each_statement(archive):
    rows = list(csv.DictReader(io.StringIO(write(archive, "csv").getvalue().decode(), newline="")))
    assert [row["speaker"] for row in rows] == [
        "Ada Moreau",
        "Karl Venn",
        "Ole Brand",
        "Mia Holt",
        "'@ Lee",
    ]
    assert rows[0]["time"] == "2026-11-21T06:30:00+00:00"
    assert (rows[0]["role"], rows[0]["paragraph"], rows[0]["confidence"]) == (
        "official",
        "2",
        "0.8",
    )
    assert rows[2]["affiliation"] == ""
    assert rows[3]["kind"] == "attitude"


def test_csv_holds_nothing_that_a_spreadsheet_would_run(archive):
    text = write(archive, "csv").getvalue().decode()
    assert ",'=1+1 is," in text
    assert text.endswith("\r\n")


def test_parquet_without_its_library_says_what_to_install(archive, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ArchiveError, match=r"needs pyarrow.*pip install 'briefing\[parquet\]'"):
        write(archive, "parquet")


@pytest.mark.skipif(not importlib.util.find_spec("pyarrow"), reason="pyarrow is optional")
def test_parquet_has_a_row_for_each_statement(archive):
    from pyarrow.parquet import read_table

    file = write(archive, "parquet")
    file.seek(0)
    rows = read_table(file).to_pylist()
    assert [row["text"] for row in rows][-1] == "=1+1 is"
    assert rows[0]["time"] == BRIDGE.article.published
    assert len(rows) == 5
