"""Inputs that cannot be read give an error that names them; directories become their files."""

import io
import os
import sys
from pathlib import Path

import pytest

from briefing.errors import LoadError
from briefing.load import files as files_module
from briefing.load import find_inputs, load, load_bytes, load_text
from briefing.load import sources as sources_module

ARTICLE = "Port reopens\n\nThe port reopened on Monday after nine days of wind.\n"


def test_file_and_standard_input_give_the_same_article(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)
    one = load(str(file))
    two = load("-", stdin=io.BytesIO(ARTICLE.encode()))
    assert (one.id, one.text, one.blocks) == (two.id, two.text, two.blocks)
    assert (one.source, two.source) == (str(file), "-")


def test_id_is_short_and_depends_on_the_text_alone() -> None:
    one = load_text(ARTICLE, source="a.txt")
    assert one.id == load_text(ARTICLE, source="b.txt").id
    assert one.id != load_text(ARTICLE + "More.", source="a.txt").id
    assert len(one.id) == 16 and int(one.id, 16) >= 0


def refusal(source: str, data: bytes | None = None) -> str:
    with pytest.raises(LoadError) as caught:
        load(source) if data is None else load_bytes(data, source=source)
    assert caught.value.source == source
    assert caught.value.remedy
    return caught.value.problem


def test_missing_file_is_named() -> None:
    assert "does not exist" in refusal("/nowhere/at/all.txt")


def test_directory_is_named(tmp_path: Path) -> None:
    assert "directory" in refusal(str(tmp_path))


def test_name_with_nul_is_refused() -> None:
    assert "cannot be read" in refusal("a\0b")


def test_overlong_name_is_refused() -> None:
    assert "cannot be read" in refusal("x" * 5000)


def test_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in refusal(str(file))


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", "\ufeff \n".encode(), b"\0\0\0", b"\xc2\xa0"])
def test_blank_input_is_refused(data: bytes) -> None:
    assert refusal("a.txt", data) in {"is empty", "holds nothing but white space"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n0000", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"GIF89a....", "GIF"),
        (b"RIFF0000WEBPVP8 ", "WebP"),
        (b"BM0000\0\0\0\0rest", "BMP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"\x7fELF\x02\x01", "executable"),
        (b"MZ\x90\0\x03\0\0\0", "executable"),
        (b"0000ftypisom", "MP4"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"SQLite format 3\0", "SQLite"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x01\x02\x03\x04plain", "binary data"),
    ],
)
def test_binary_input_is_named_for_what_it_is(data: bytes, name: str) -> None:
    assert name in refusal("a.txt", data)


@pytest.mark.parametrize(
    "start", ["BM shares rose.", "MZ is a code.", "PK said so.", "GIF was it."]
)
def test_text_that_begins_like_a_signature_is_read(start: str) -> None:
    assert load_text(start, source="-").text == start


def test_overlong_input_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sources_module, "MAX_CHARACTERS", 10)
    assert "too long" in refusal("a.txt", b"It rained all day.")
    monkeypatch.setattr(files_module, "MAX_BYTES", 10)
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)
    assert "too long" in refusal(str(file))


def test_directories_become_their_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.HTML", "d.json", ".hidden.txt", "sub/z.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE)
    found = [os.path.relpath(name, tmp_path) for name in find_inputs([str(tmp_path)])]
    assert found == ["a.txt", "b.md", "c.HTML", "sub/z.txt"]


def test_inputs_come_once_and_as_given(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)
    names = [str(file), "-", "missing.txt", "a\0b", str(file)]
    assert find_inputs(names) == (str(file), "-", "missing.txt", "a\0b")
    assert find_inputs([str(file), str(tmp_path)]) == (str(file),)
    assert find_inputs([]) == ()


def test_closed_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in refusal("-")


def test_unreadable_standard_input_is_named() -> None:
    class Broken(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    with pytest.raises(LoadError, match="standard input cannot be read"):
        load("-", stdin=Broken())
