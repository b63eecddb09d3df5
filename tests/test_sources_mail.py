"""Mail becomes articles: any script, any part, any box; attachments too."""

import io
import mailbox
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from http_server import make_fetcher
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain import Article, Failure
from briefing.sources import collect

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = " ".join(f"Sentence number {n} tells of the harbour." for n in range(30))


def read(*names: object, **more: object) -> list[Article | Failure]:
    with make_fetcher() as fetcher:
        return list(
            collect([str(name) for name in names], fetcher=fetcher, now=NOW, **more)  # type: ignore[arg-type]
        )


def read_bytes(data: bytes) -> list[Article | Failure]:
    return read("-", stdin=io.BytesIO(data))


def message(
    text: str = LONG, *, subject: str = "Harbour", own_id: str = "<1@quay.example>"
) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Quay Press Office <press@quay.example>"
    made["To"] = "desk@example.org"
    made["Subject"] = subject
    made["Date"] = "Mon, 02 Nov 2026 10:00:00 +0100"
    if own_id:
        made["Message-ID"] = own_id
    made.set_content(text)
    return made


def only(data: bytes) -> Article:
    (article,) = read_bytes(data)
    assert isinstance(article, Article), article
    return article


def test_message_gives_subject_sender_date_and_text() -> None:
    article = only(message().as_bytes())
    assert (article.source, article.title) == ("mid:1@quay.example", "Harbour")
    assert article.publisher == "Quay Press Office"
    assert article.published == datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert article.text.rstrip() == f"Harbour\n\n{LONG}"


SCRIPTS = [
    "Порт знову відкрито після бурі, повідомила влада",
    "أعيد فتح الميناء بعد العاصفة، قالت السلطات",
    "הנמל נפתח מחדש לאחר הסערה, נמסר מהרשות",
    "港口在暴风雨后重新开放，港务局表示。",
    "嵐の後に港が再開したと港湾局が発表した。",
    "폭풍 후 항구가 다시 열렸다고 당국이 밝혔다.",
    "พายุผ่านไปแล้วท่าเรือเปิดอีกครั้ง",
    "तूफान के बाद बंदरगाह फिर से खुल गया",
    "Le port a rouvert après la tempête, dit l’autorité « enfin »",
    "𝔓𝔬𝔯𝔱 🌊 opens",
]


@pytest.mark.parametrize("words", SCRIPTS)
def test_any_script_survives_in_subject_and_text(words: str) -> None:
    article = only(message(f"{words} |\n\n{LONG}", subject=words).as_bytes(policy=SMTP))
    assert article.title == words
    assert words in article.text.partition("\n")[2] and LONG in article.text


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("iso-2022-jp", "嵐の後に港が再開したと港湾局が発表した。"),
        ("shift_jis", "嵐の後に港が再開したと港湾局が発表した。"),
        ("gb18030", "港口在暴风雨后重新开放，港务局表示。"),
        ("koi8-r", "Порт снова открыт после бури"),
        ("iso-8859-8", "הנמל נפתח מחדש לאחר הסערה"),
        ("windows-1256", "أعيد فتح الميناء بعد العاصفة"),
        ("utf-16", "Port znovu otevřen"),
    ],
)
def test_old_charsets_are_read(charset: str, words: str) -> None:
    made = EmailMessage()
    made["Subject"] = "x"
    made["From"] = "a@example.org"
    made["Message-ID"] = "<1@a>"
    made.set_content(words.encode(charset), maintype="text", subtype="plain")
    made.set_param("charset", charset)
    del made["Content-Disposition"]
    assert words in only(made.as_bytes()).text


def test_undeclared_bytes_in_header_and_text_are_read() -> None:
    head = "Subject: Häfen öffnen\nFrom: Büro <a@example.org>\nMessage-ID: <1@a>\n\n"
    for charset in ("utf-8", "cp1252"):
        article = only((head + f"Die Häfen öffnen. {LONG}").encode(charset))
        assert (article.title, article.publisher) == ("Häfen öffnen", "Büro")
        assert "Die Häfen öffnen." in article.text


@pytest.mark.parametrize(
    "subject", ["=?nonsense?q?x?=", "=?utf-8?b?////?=", "=?utf-8?q?=FF?=", "=?utf-8?b?x", "a\n\tb"]
)
def test_broken_subject_is_no_obstacle(subject: str) -> None:
    data = f"Subject: {subject}\nFrom: a@example.org\nMessage-ID: <1@a>\n\n{LONG}".encode()
    assert LONG in only(data).text


def with_html(plain: str, markup: str) -> bytes:
    made = message(plain)
    made.add_alternative(markup, subtype="html")
    return made.as_bytes()


def test_html_part_is_taken_where_it_says_more() -> None:
    markup = (
        '<html><head><title>t</title></head><body><span style="display:none">Preview</span>'
        f"<h1>Harbour</h1><table><tr><td><p>{LONG}</p></td></tr></table><p>Unsubscribe here</p>"
    )
    text = only(with_html("Your reader shows no HTML.", markup)).text
    assert text.rstrip() == f"Harbour\n\n{LONG}"


def test_plain_part_is_taken_where_it_says_as_much() -> None:
    assert "<" not in only(with_html(LONG, f"<p>{LONG}</p>")).text
    assert only(with_html(LONG, f"<p>HTML {LONG}</p>")).text.rstrip().endswith(LONG)


def test_message_in_html_alone_is_read() -> None:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "a@example.org", "x", "<1@a>"
    made.set_content(f"<p>{LONG}</p>", subtype="html")
    assert only(made.as_bytes()).text.rstrip() == f"x\n\n{LONG}"


def test_signature_and_newsletter_lines_are_left_out() -> None:
    text = f"View in browser\n\n{LONG}\n\nUnsubscribe: http://a.example\n-- \nInes Duarte\n"
    assert only(message(text).as_bytes()).text.rstrip() == f"Harbour\n\n{LONG}"


def test_flowed_lines_are_joined() -> None:
    data = (
        b"Subject: x\nFrom: a@example.org\nMessage-ID: <1@a>\n"
        b"Content-Type: text/plain; format=flowed\n\nThe harbour opened \nagain on Monday.\n\nEnd."
    )
    assert "The harbour opened again on Monday.\n\nEnd." in only(data).text


def test_attachments_that_are_articles_are_read_and_others_left() -> None:
    made = message("Please find our release attached.")
    made.add_attachment(f"Release\n\n{LONG}", filename="Pressemitteilung Häfen.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(f"<p>{LONG}</p>", subtype="html", filename="../../etc/b.html")
    results = read_bytes(made.as_bytes())
    assert [(type(result), result.source) for result in results] == [
        (Article, "mid:1@quay.example!Pressemitteilung Häfen.txt"),
        (Article, "mid:1@quay.example!b.html"),
    ]


def test_text_beside_attachments_is_an_article_too() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.7 broken", maintype="application", subtype="pdf", filename="a.pdf")
    article, failure = read_bytes(made.as_bytes())
    assert isinstance(article, Article) and article.source == "mid:1@quay.example"
    assert isinstance(failure, Failure) and failure.source == "mid:1@quay.example!a.pdf"


def test_forwarded_message_is_an_article_of_its_own() -> None:
    inner = message(f"Inside. {LONG}", own_id="<2@quay.example>")
    made = message("See below.")
    made.add_attachment(inner)
    (article,) = read_bytes(made.as_bytes())
    assert isinstance(article, Article) and article.source == "mid:2@quay.example"


def test_messages_within_messages_end() -> None:
    made = message()
    for number in range(8):
        outer = message("See below.", own_id=f"<o{number}@a>")
        outer.add_attachment(made)
        made = outer
    (failure,) = read_bytes(made.as_bytes())
    assert isinstance(failure, Failure) and "too deep" in failure.reason


@pytest.mark.parametrize(
    "data",
    [
        message("").as_bytes(),
        b"From: a\nSubject: b\nMessage-ID: <1@a>\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\n\n" * 500,
        b"From: a\nSubject: b\nMessage-ID: <1@a>\n"
        + b"".join(
            f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode()
            for n in range(3000)
        ),
    ],
    ids=["empty", "parts", "deep"],
)
def test_message_that_cannot_be_used_is_a_failure(data: bytes) -> None:
    (failure,) = read_bytes(data)
    assert isinstance(failure, Failure) and ";" in failure.reason


def test_mbox_gives_its_messages_in_order_and_the_known_ones_once(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "press.mbox")
    for number in range(3):
        box.add(message(f"From the start {number}\n\nFrom here on. {LONG}", own_id=f"<{number}@a>"))
    box.add(message(own_id=""))
    box.close()
    known = {"mid:1@a"}
    results = read(tmp_path, known=lambda source, _: source in known)
    names = [result.source for result in results]
    assert names[:2] == ["mid:0@a", "mid:2@a"]
    assert names[2].startswith(f"{tmp_path / 'press.mbox'}!") and len(names) == 3
    assert isinstance(results[0], Article) and "\nFrom here on." in results[0].text
    assert [result.source for result in read(tmp_path)][-1] == names[2]


def test_maildir_is_read_whatever_its_files_are_called(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "Mail")
    keys = [box.add(message(own_id=f"<{number}@a>")) for number in range(2)]
    box.add(message(subject="Dritte Häfen", own_id="<3@a>"))
    found = [result.source for result in read(tmp_path / "Mail")]
    assert sorted(found) == ["mid:0@a", "mid:1@a", "mid:3@a"]
    moved = mailbox.MaildirMessage(box[keys[0]])
    moved.set_subdir("cur")
    moved.set_flags("S")
    box[keys[0]] = moved
    assert sorted(result.source for result in read(tmp_path)) == sorted(found)


def test_empty_maildir_is_no_failure(tmp_path: Path) -> None:
    mailbox.Maildir(tmp_path / "Mail")
    assert read(tmp_path / "Mail") == []


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_behind_a_header_raise(data: bytes) -> None:
    for head in (b"Subject: x\nFrom: y\nMessage-ID: <1@a>\n", b"From a@b\nSubject: x\n"):
        for result in read_bytes(head + data):
            assert isinstance(result, Article | Failure)


@settings(deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(
        [b"%PDF-1.4\n", b"PK\x03\x04", b"<rss>", b"<opml>", b'{"', b'[{"', b'{"a":1}\n{"', b""]
    ),
)
def test_no_bytes_of_any_kind_raise(data: bytes, start: bytes) -> None:
    for result in read_bytes(start + data):
        assert result.source and isinstance(result, Article | Failure)
