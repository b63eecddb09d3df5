"""Files, directories, lists, JSON, archives, Word and PDF documents become articles."""

import io
import json
import os
import stat
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from http_server import Server, make_fetcher, page, serve
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from briefing.domain import Article, Failure, InputCount
from briefing.sources import collect
from briefing.sources.kinds import DocumentKind, tell_kind

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = "Harbour opens\n\nThe harbour opened again on Monday, the port authority said.\n"
LONG = " ".join(f"Sentence number {n} tells of the harbour." for n in range(40))
ITEM = f"<item><title>One</title><description>{LONG}</description></item>"
RSS = f"<rss><channel>{ITEM}</channel></rss>"


def read(*names: object, **more: object) -> list[Article | Failure]:
    with make_fetcher(retries=0) as fetcher:
        return list(
            collect([str(name) for name in names], fetcher=fetcher, now=NOW, **more)  # type: ignore[arg-type]
        )


def give(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def one(path: Path, data: bytes | str) -> Article:
    (article,) = read(give(path, data))
    assert isinstance(article, Article), article
    return article


def refusal(path: Path, data: bytes | str) -> str:
    (failure,) = read(give(path, data))
    assert isinstance(failure, Failure) and failure.source.startswith(str(path))
    assert ";" in failure.reason
    return failure.reason


# Files and directories


def test_file_is_one_article_named_by_its_path(tmp_path: Path) -> None:
    article = one(tmp_path / "a.txt", TEXT)
    assert (article.source, article.text) == (str(tmp_path / "a.txt"), TEXT)


def test_directory_gives_its_new_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.html", "d.jpg", ".hidden.txt", ".git/e.txt"):
        give(tmp_path / name, TEXT.replace("Harbour", name))
    asked = []

    def known(source: str, changed: datetime | None) -> bool:
        assert changed is not None and changed.tzinfo is not None
        asked.append(Path(source).name)
        return source.endswith("a.txt")

    counts: list[InputCount] = []
    results = read(tmp_path, known=known, report=lambda _, count: counts.append(count))
    assert [Path(result.source).name for result in results] == ["b.md", "c.html"]
    assert asked == ["a.txt", "b.md", "c.html"]
    assert counts == [InputCount(3, 2, 1, 0)]


def test_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = give(tmp_path / "a.txt", TEXT)
    assert len(read(path, tmp_path, path)) == 1


def test_bad_file_in_a_directory_spoils_no_other(tmp_path: Path) -> None:
    give(tmp_path / "a.txt", "")
    give(tmp_path / "b.txt", TEXT)
    give(tmp_path / "c.pdf", b"%PDF-1.7 nonsense")
    give(tmp_path / "d.zip", b"PK\x03\x04 nonsense")
    failed = [Path(result.source).name for result in read(tmp_path) if isinstance(result, Failure)]
    assert failed == ["a.txt", "c.pdf", "d.zip"]


def test_pipe_in_a_directory_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    give(tmp_path / "b.txt", TEXT)
    assert [Path(result.source).name for result in read(tmp_path)] == ["b.txt"]


@pytest.mark.parametrize("name", ["/nowhere/at/all", "a\0b", "x" * 5000])
def test_name_of_nothing_is_a_failure(name: str) -> None:
    (failure,) = read(name)
    assert isinstance(failure, Failure) and failure.source == name


def test_directory_without_articles_is_a_failure(tmp_path: Path) -> None:
    (failure,) = read(tmp_path)
    assert failure == Failure(str(tmp_path), "holds no articles; name the files")


def test_unreadable_directory_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    original = os.scandir

    def refuse(path: str) -> object:
        if path == str(tmp_path / "a"):
            raise PermissionError(13, "Permission denied", path)
        return original(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (failure,) = read(tmp_path)
    assert isinstance(failure, Failure) and failure.source == str(tmp_path / "a")


def test_standard_input_is_told_by_what_it_holds() -> None:
    (article,) = read("-", stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(article, Article) and article.source == "-"
    (article,) = read("-", stdin=io.BytesIO(RSS.encode()))
    assert isinstance(article, Article) and article.source.startswith("-!")


def test_broken_standard_input_is_a_failure() -> None:
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    (failure,) = read("-", stdin=Broken())
    assert isinstance(failure, Failure) and "cannot be read" in failure.reason


def test_url_gives_a_page_by_its_charset() -> None:
    text = "Гавань снова открылась в понедельник, сообщили власти порта после бури и ветра."
    with serve() as server:
        server.pages["/a"] = page(text.encode("koi8-r"), Content_Type="text/plain; charset=koi8-r")
        server.pages["/b"] = page(text, Content_Type="text/plain; charset=koi8-r")
        found = read(f"{server.url}/a", f"{server.url}/b")
    assert [result.text for result in found if isinstance(result, Article)] == [text, text]
    assert found[0].source == f"{server.url}/a"


def test_named_page_is_read_again_when_it_has_changed() -> None:
    asked: list[datetime | None] = []

    def known(_source: str, changed: datetime | None) -> bool:
        asked.append(changed)
        return False

    with serve() as server:
        server.pages["/a"] = page(TEXT)
        server.pages["/b"] = page(b"", status=404)
        article, failure = read(f"{server.url}/a", f"{server.url}/b", known=known)
    assert isinstance(article, Article) and asked == [NOW]
    assert failure == Failure(
        f"{server.url}/b", "cannot be read (HTTP 404 Not Found); check the address"
    )


def test_xml_of_another_kind_is_no_article(tmp_path: Path) -> None:
    assert "is XML, but no feed" in refusal(tmp_path / "a.xml", '<?xml version="1.0"?><config/>')


# What a document is


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.4", "a.txt", DocumentKind.PDF),
        (b"\xef\xbb\xbf<?xml?><!-- x --><rss>", "", DocumentKind.FEED),
        ("<?xml version='1.0'?><feed>".encode("utf-16"), "", DocumentKind.FEED),
        (b'<rdf:RDF xmlns="x">', "a.xml", DocumentKind.FEED),
        (b"<opml version='2.0'>", "", DocumentKind.OPML),
        (b'{"a": 1}', "", DocumentKind.JSON),
        (b'[\n {"a": 1}]', "", DocumentKind.JSON),
        (b'{"a": 1}\n{"a": 2}\n', "", DocumentKind.NDJSON),
        (b"From a@b Mon\nSubject: x\n\ny", "", DocumentKind.MBOX),
        (b"From Monday on, ferries run.\nTickets cost more.", "", DocumentKind.ARTICLE),
        (b"Received: x\nFrom: a\nSubject: b\n\nc", "", DocumentKind.MAIL),
        (b"From: the editor\nSubject: wind\n\nc", "", DocumentKind.ARTICLE),
        (b'[Updated] {"Rain"} is coming', "", DocumentKind.ARTICLE),
        (b'{"a": 1}', "a.txt", DocumentKind.ARTICLE),
        (b"<!DOCTYPE html><html><rss>", "", DocumentKind.ARTICLE),
        (b"", "", DocumentKind.ARTICLE),
    ],
)
def test_kind_is_told_by_content_then_name(data: bytes, name: str, kind: DocumentKind) -> None:
    assert tell_kind(data, name=name) is kind


# OPML


def opml(*urls: str, kind: str = "rss") -> str:
    outlines = "".join(
        f'<outline type="{kind}" text="x"><outline xmlUrl="{u}"/></outline>' for u in urls
    )
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as server:
        yield server


def test_list_gives_the_articles_of_its_feeds_in_order(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = page(RSS.replace("One", "A"))
    server.pages["/b"] = page(RSS.replace("One", "B"))
    give(tmp_path / "z.txt", TEXT)
    counts: list[str] = []
    found = read(
        give(
            tmp_path / "feeds.opml", opml(f"{server.url}/b", f"{server.url}/a", f"{server.url}/b")
        ),
        tmp_path / "z.txt",
        report=lambda name, _: counts.append(name),
    )
    titles = [result.title for result in found if isinstance(result, Article)]
    assert titles == ["B", "A", "Harbour opens"]
    assert [Path(name).name for name in counts] == ["feeds.opml", "b", "a", "z.txt"]


def test_lists_within_lists_end(server: Server) -> None:
    server.pages["/loop"] = page(opml(f"{server.url}/loop"))
    server.pages.update({f"/{n}": page(opml(f"{server.url}/{n + 1}")) for n in range(9)})
    assert read(f"{server.url}/loop") == []
    (failure,) = read(f"{server.url}/0")
    assert isinstance(failure, Failure) and "too deep" in failure.reason
    assert server.paths.count("/loop") == 1 and "/5" not in server.paths


@pytest.mark.parametrize("url", ["file:///etc/passwd", "/etc/passwd", "feed.xml"])
def test_list_cannot_name_files(tmp_path: Path, url: str) -> None:
    (failure,) = read(give(tmp_path / "a.opml", opml(url)))
    assert isinstance(failure, Failure) and failure.source == url


@pytest.mark.parametrize(
    "data",
    [
        "<opml>",
        "<opml><body/></opml>",
        '<!DOCTYPE opml [<!ENTITY a "b">]><opml><outline xmlUrl="http://&a;/"/></opml>',
        "<opml>" + "<outline>" * 100_000,
    ],
    ids=["cut", "empty", "bomb", "deep"],
)
def test_list_that_cannot_be_used_is_a_failure(tmp_path: Path, data: str) -> None:
    refusal(tmp_path / "a.opml", data)


# JSON


def test_objects_of_a_json_list_are_articles(tmp_path: Path) -> None:
    objects = [
        {"title": "One", "text": "Rain is coming.", "date": "2026-11-02", "url": "http://a/1"},
        {"headline": "Two", "body": "<p>Snow.</p><p>Ice.</p>", "publisher": {"name": "Quay"}},
        {"title": "Three"},
        "no object",
    ]
    path = give(tmp_path / "a.json", json.dumps(objects))
    first, second, third, fourth = read(path)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.source, first.title, first.text) == (
        "http://a/1",
        "One",
        "One\n\nRain is coming.",
    )
    assert first.published == datetime(2026, 11, 2, tzinfo=UTC)
    assert (second.source, second.text) == (f"{path}!2", "Two\n\nSnow.\n\nIce.")
    assert second.publisher == "Quay"
    assert third == Failure(
        f"{path}!3", "holds no text; give objects with title, text, date and url"
    )
    assert isinstance(fourth, Failure) and "is no object" in fourth.reason


@pytest.mark.parametrize(
    "value",
    [
        {"schema": "briefing/1", "article": {"source": "s", "title": "T", "text": "Rain."}},
        {"articles": [{"source": "s", "title": "T", "text": "Rain."}]},
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [{"url": "s", "title": "T", "content_text": "Rain."}],
        },
    ],
)
def test_object_may_hold_its_articles(tmp_path: Path, value: object) -> None:
    article = one(tmp_path / "a.json", json.dumps(value))
    assert (article.source, article.title, article.text) == ("s", "T", "T\n\nRain.")


def test_broken_line_of_ndjson_spoils_no_other(tmp_path: Path) -> None:
    lines = ['{"text": "Rain.", "url": "1"}', "", '{"text":', '{"text": "Snow.", "url": "2"}']
    path = give(tmp_path / "a.ndjson", "\n".join(lines))
    sources = [(type(result), result.source) for result in read(path)]
    assert sources == [(Article, "1"), (Failure, f"{path}!3"), (Article, "2")]


@pytest.mark.parametrize(
    "data", ["{", "[" * 200_000, '"text"', "1" * 10_000, b'\xff\xfe{"a', '{"text": "\\ud800"}']
)
def test_json_that_holds_no_article_is_a_failure_or_read(tmp_path: Path, data: str | bytes) -> None:
    (result,) = read(give(tmp_path / "a.json", data))
    assert isinstance(result, Failure) or result.text == "\ufffd"


# ZIP


def pack(members: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_archive_gives_the_articles_in_it(tmp_path: Path) -> None:
    inner = pack({"c.txt": TEXT, "d.ndjson": '{"text": "Rain is coming."}'})
    members = {
        "a.txt": TEXT,
        "sub/b.html": f"<html><body><p>{LONG}</p></body></html>",
        "picture.jpg": b"\xff\xd8",
        "__MACOSX/a.txt": b"x",
        ".hidden.txt": b"x",
        "inner.zip": inner,
    }
    path = give(tmp_path / "news.zip", pack(members))
    assert [result.source for result in read(path) if isinstance(result, Article)] == [
        f"{path}!a.txt",
        f"{path}!sub/b.html",
        f"{path}!inner.zip!c.txt",
        f"{path}!inner.zip!d.ndjson!1",
    ]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a.txt"]
)
def test_member_that_leads_out_of_its_archive_is_refused(tmp_path: Path, name: str) -> None:
    assert "leads out of its archive" in refusal(tmp_path / "a.zip", pack({name: TEXT}))


def test_bomb_is_not_unpacked(tmp_path: Path) -> None:
    data = pack({"a.txt": b"x" * 30_000_000})
    assert "unpacks to more than" in refusal(tmp_path / "a.zip", data)


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = pack({"a.txt": TEXT})
    for _ in range(6):
        data = pack({"a.zip": data})
    assert "too deep" in refusal(tmp_path / "a.zip", data)


def test_total_of_an_archive_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.zipped.MAX_TOTAL", 2 * len(TEXT))
    first, second, third = read(
        give(tmp_path / "a.zip", pack({f"{n}.txt": TEXT for n in range(3)}))
    )
    assert isinstance(first, Article) and isinstance(second, Article)
    assert isinstance(third, Failure) and "unpacks to more than" in third.reason


def test_number_of_members_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.zipped.MAX_MEMBERS", 2)
    assert "more than 2 files" in refusal(
        tmp_path / "a.zip", pack({f"{n}.txt": TEXT for n in range(3)})
    )


@pytest.mark.parametrize("cut", [1, 30, 60])
def test_cut_archive_is_a_failure(tmp_path: Path, cut: int) -> None:
    refusal(tmp_path / "a.zip", pack({"a.txt": TEXT})[:-cut])


def test_damaged_member_is_a_failure(tmp_path: Path) -> None:
    data = bytearray(pack({"a.txt": TEXT}))
    data[45:50] = b"\0\0\0\0\0"
    assert "broken in its archive" in refusal(tmp_path / "a.zip", bytes(data))


def test_locked_member_is_a_failure(tmp_path: Path) -> None:
    data = bytearray(pack({"a.txt": TEXT}))
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    assert "locked by a password" in refusal(tmp_path / "a.zip", bytes(data))


def test_archive_without_articles_is_a_failure(tmp_path: Path) -> None:
    assert "holds no articles" in refusal(tmp_path / "a.zip", pack({"a.exe": b"MZ"}))


# Word


def docx(body: str, head: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0"?>{head}<w:document {space}><w:body>{body}</w:body></w:document>'
    return pack({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def run(text: str, style: str = "") -> str:
    return f"<w:p><w:pPr>{style}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_word_document_gives_its_paragraphs_lists_and_tables(tmp_path: Path) -> None:
    bullet = '<w:numPr><w:ilvl w:val="0"/></w:numPr>'
    row = "".join(f"<w:tc>{run(text)}</w:tc>" for text in ("Port", "Open"))
    article = one(
        tmp_path / "a.docx",
        docx(
            run("Harbour opens", '<w:pStyle w:val="Title"/>')
            + "<w:p><w:r><w:t>“We waited,</w:t><w:br/><w:t>” she said.</w:t></w:r>"
            + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
            + run("First", bullet)
            + run("Second", '<w:pStyle w:val="ListBullet"/>')
            + f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
            + run("")
        ),
    )
    assert article.text == (
        "Harbour opens\n\n“We waited, ” she said.\n\n- First\n\n- Second\n\nPort  Open"
    )
    assert article.source == str(tmp_path / "a.docx")


@pytest.mark.parametrize(
    "data",
    [
        docx("<w:p>"),
        docx(run("")),
        docx(run("&a;"), head='<!DOCTYPE d [<!ENTITY a "boom">]>'),
        pack({"word/document.xml": b"\xff\xff"}),
    ],
    ids=["broken", "empty", "bomb", "garbage"],
)
def test_word_document_that_cannot_be_read_is_a_failure(tmp_path: Path, data: bytes) -> None:
    assert "Word document" in refusal(tmp_path / "a.docx", data)


# PDF


def pdf(*pages: list[str], password: str = "") -> bytes:
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        sheet = writer.add_blank_page(600, 800)
        stream = DecodedStreamObject()
        shown = "".join(f"({line}) Tj 0 -14 Td\n" for line in lines)
        stream.set_data(f"BT /F1 12 Tf 50 780 Td\n{shown}ET".encode("latin-1"))
        sheet[NameObject("/Contents")] = writer._add_object(stream)
        sheet[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


LINES = [
    "The harbour opened again on Monday after nine days of wind, the port autho-",
    "rity said in a statement that was sent to all the shipping companies early.",
    "Ferries run from Tuesday.",
    "The northern mole was damaged and stays closed until the spring, it added to",
    "the surprise of the fishing fleet.",
]


def test_pdf_gives_whole_paragraphs(tmp_path: Path) -> None:
    article = one(tmp_path / "a.pdf", pdf(LINES))
    assert "the port authority said in a statement that" in article.text
    assert article.text.count("\n\n") == 1


def test_running_titles_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    sheets = [[f"Quay Post, page {n}", *LINES, str(n)] for n in range(1, 5)]
    text = one(tmp_path / "a.pdf", pdf(*sheets)).text
    assert "Quay Post" not in text and "\n4" not in text


def test_locked_pdf_is_a_failure(tmp_path: Path) -> None:
    assert "locked by a password" in refusal(tmp_path / "a.pdf", pdf(LINES, password="secret"))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n" + b"\0" * 999, pdf(LINES)[:300]])
def test_broken_pdf_is_a_failure(tmp_path: Path, data: bytes) -> None:
    refusal(tmp_path / "a.pdf", data)


def test_pdf_without_text_is_a_failure(tmp_path: Path) -> None:
    assert "without text" in refusal(tmp_path / "a.pdf", pdf([]))


def test_endless_pdf_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.pdf.MAX_PAGES", 1)
    assert "too long" in refusal(tmp_path / "a.pdf", pdf(LINES, LINES))


def test_file_keeps_its_content_kind_whatever_its_name(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", docx(run(LONG))).text == LONG
    assert stat.S_ISREG((tmp_path / "a.txt").stat().st_mode)


def test_file_that_cannot_be_opened_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(tmp_path / "a.txt", TEXT)
    give(tmp_path / "b.txt", TEXT)
    original = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("a.txt"):
            raise PermissionError(13, "Permission denied", path)
        return original(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    failure, article = read(tmp_path)
    assert failure == Failure(str(tmp_path / "a.txt"), "may not be read; check its permissions")
    assert isinstance(article, Article)


def test_file_that_fails_while_it_is_read_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("briefing.sources.reading.tell_kind", fail)
    assert "Input/output error" in refusal(tmp_path / "a.txt", TEXT)


def test_file_beyond_the_bound_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sources.structured.MAX_JSON", 10)
    assert "too large" in refusal(tmp_path / "a.json", '{"text": "Rain is coming."}')


def test_message_too_large_in_a_mailbox_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sources.mailboxes.MAX_MESSAGE", 200)
    box = f"From a\nMessage-ID: <1@a>\n\n{LONG}\n\nFrom b\nMessage-ID: <2@a>\n\nRain is coming.\n"
    failure, article = read(give(tmp_path / "a.mbox", box))
    assert isinstance(failure, Failure) and "too large" in failure.reason
    assert isinstance(article, Article) and article.source == "mid:2@a"
