"""A digest as a message: whole, short of line, in any script, with no header but its own."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest
from digest_samples import DIGESTS, evil, full, harbour_story
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import ConfigError
from briefing.mail import make_message, make_message_id
from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS, render_letter

OPTIONS = {
    "sender": "Briefing <digest@example.org>",
    "recipients": ["ada@example.org", "安 <an@example.org>"],
    "message_id": "20260908.1@example.org",
    "list_id": "Daily digest <digest.example.org>",
}
HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted"),
    *("MIME-Version", "Content-Type"),
]


def message(digest, **more):
    return make_message(digest, **{**OPTIONS, **more})


def parsed(data):
    return message_from_bytes(data, policy=policy.default)


@pytest.mark.parametrize("name", DIGESTS)
def test_message_is_whole_and_its_lines_are_short(name):
    data = message(DIGESTS[name]())
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert data.isascii()
    found = parsed(data)
    assert not found.defects
    assert found.keys() == HEADERS
    assert [part.get_content_type() for part in found.walk()] == [
        *("multipart/alternative", "text/plain", "text/html"),
    ]


@pytest.mark.parametrize("name", DIGESTS)
def test_both_parts_come_back_as_they_were(name):
    found = parsed(message(DIGESTS[name]()))
    parts = (part.get_content() for part in found.iter_parts())
    text, page = (part.replace("\r\n", "\n") for part in parts)
    assert text == DIGEST_FORMATS["plain"](DIGESTS[name](), Layout(width=72))
    assert page == render_letter(DIGESTS[name](), Layout(width=72))


def test_headers_say_who_when_and_which():
    found = parsed(message(full(), layout=Layout(zone=ZoneInfo("Europe/Berlin"))))
    assert found["From"] == "Briefing <digest@example.org>"
    assert found["To"] == "ada@example.org, 安 <an@example.org>"
    assert found["Date"] == "Tue, 08 Sep 2026 06:15:00 +0200"
    assert found["Message-ID"] == "<20260908.1@example.org>"
    assert found["List-Id"] == "Daily digest <digest.example.org>"
    assert found["Subject"] == (
        "Digest of 8 September 2026: Harbour at Tornholm to close for dredging"
    )


def test_no_title_can_add_a_header():
    data = message(evil())
    head = data.split(b"\r\n\r\n")[0]
    assert parsed(data).keys() == HEADERS
    assert not re.search(rb"^(Bcc|X-Evil)", head, re.MULTILINE | re.IGNORECASE)
    assert "Evil Bcc: all@evil.example" in parsed(data)["Subject"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_no_text_at_all_can_add_a_header(text):
    digest = replace(full(), handling=text, stories=(replace(harbour_story(), headline=text),))
    for data in (message(digest), message(full(), subject=f"x{text}")):
        assert parsed(data).keys() == HEADERS
        assert max(map(len, data.split(b"\r\n"))) <= 998


def test_same_digest_gives_the_same_bytes():
    assert message(full()) == message(full())
    assert make_message_id(full(), domain="a.org") == make_message_id(full(), domain="a.org")
    assert make_message_id(full(), domain="a.org") != make_message_id(evil(), domain="a.org")


@pytest.mark.parametrize(
    "wrong",
    [
        {"sender": "nobody"},
        {"sender": "a@b.org\r\nBcc: c@d.org"},
        {"sender": "ä@example.org"},
        {"sender": "a@.."},
        {"recipients": []},
        {"recipients": ["a@b.org", "@"]},
        {"message_id": "no id"},
        {"message_id": "a@b\r\nBcc: c@d.org"},
        {"list_id": "nothing"},
        {"list_id": f"{'x' * 80}.example.org"},
        {"list_id": "x <a.b>\r\nBcc: c@d.org"},
    ],
)
def test_what_is_no_address_or_identifier_is_refused(wrong):
    with pytest.raises(ConfigError):
        message(full(), **wrong)


def test_name_of_a_list_cannot_add_a_header():
    found = parsed(message(full(), list_id="Daily\r\nBcc: c@d.org <digest.example.org>"))
    assert found.keys() == HEADERS


def test_name_of_a_list_may_be_in_any_script():
    found = parsed(message(full(), list_id="Täglich 内部 <digest.example.org>"))
    assert found["List-Id"] == "Täglich 内部 <digest.example.org>"


def test_address_that_is_given_twice_stands_once():
    found = parsed(message(full(), recipients=["a@b.org", "A <a@b.org>", "c@d.org"]))
    assert found["To"] == "a@b.org, c@d.org"


def test_domain_may_be_in_any_script():
    found = parsed(message(full(), recipients=["a@exämple.org"]))
    assert found["To"] == "a@xn--exmple-cua.org"
