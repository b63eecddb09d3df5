"""Bytes become the text that was saved, whatever its encoding."""

import pytest

from briefing.errors import LoadError
from briefing.load import load_bytes
from briefing.load.encodings import decode, looks_western, replace_surrogates

ENGLISH = "The harbour master said “no ropes” on Monday — and left. Prices rose to €4 at the café."
CZECH = "Přístav bude v úterý znovu otevřen, řekla starostka, protože žádná loď už nečeká."
RUSSIAN = "Порт снова откроется во вторник, сказала глава города, потому что корабли ждут."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_english_text_survives_every_usual_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), source="x") == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
    ],
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding), source="x") == text * 3


def test_declared_charset_is_honoured() -> None:
    page = f'<html><head><meta charset="iso-8859-2"></head><body>{CZECH}</body></html>'
    assert CZECH in decode(page.encode("iso-8859-2"), source="x")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = b'<meta charset="iso-8859-1"><p>\x93Yes\x94</p>'
    assert "“Yes”" in decode(page, source="x")


@pytest.mark.parametrize("name", ["no-such-charset", "rot13", "idna"])
def test_impossible_declaration_is_ignored(name: str) -> None:
    page = f'<meta charset="{name}"><p>caf'.encode() + b"\xe9 said</p>"
    assert "café said" in decode(page, source="x")


def test_one_broken_byte_does_not_spoil_utf_8() -> None:
    data = ENGLISH.encode() + b"\xff end"
    assert decode(data, source="x") == ENGLISH + "\ufffd end"


def test_truncated_utf_16_loses_one_character_only() -> None:
    assert decode("abcd".encode("utf-16") + b"x", source="x").startswith("abcd")


def test_stray_nul_is_kept_in_utf_8() -> None:
    text = "The port reopened.\0 It rained.\n"
    assert load_bytes(text.encode(), source="x.txt").text == text


def test_utf_8_text_is_kept_to_the_last_line_break() -> None:
    text = "Port reopens\r\n\r\nThe port reopened on Monday.\r\n\tIt rained.  \n\n"
    assert load_bytes(text.encode(), source="x.txt").text == text


def test_byte_order_mark_is_left_out() -> None:
    assert load_bytes("\ufeffIt rained.".encode(), source="x").text == "It rained."


def test_lone_surrogates_cannot_come_in() -> None:
    assert replace_surrogates("a\udcffb") == "a\ufffdb"
    assert decode(b"\xff\xfe\x00\xd8a\x00", source="x") == "\ufffda"


def test_bytes_in_no_encoding_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import charset_normalizer

    class Nothing:
        def best(self) -> None:
            return None

    monkeypatch.setattr(charset_normalizer, "from_bytes", lambda *_, **__: Nothing())
    with pytest.raises(LoadError, match="no encoding"):
        decode(RUSSIAN.encode("koi8-r"), source="x")


def test_words_with_signs_inside_are_not_western() -> None:
    assert not looks_western("po³¹czenie i g³êboko")
    assert looks_western("a naïve café, 20 m² at €4")
