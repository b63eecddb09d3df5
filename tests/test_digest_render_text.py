"""What the text formats of a digest say: all of it, once, and nothing that is obeyed."""

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from digest_samples import DIGESTS, evil, full, harbour_story, nothing, rates_story

from briefing.domain import Role
from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS
from briefing.render.digest.places import outlet_of, web_address

TEXTS = ("plain", "markdown", "terminal")
BERLIN = ZoneInfo("Europe/Berlin")


def flat(form, digest, **options):
    """The rendering on one line, without the escapes of Markdown."""
    text = DIGEST_FORMATS[form](digest, Layout(**options))
    return " ".join(text.replace("\\", "").replace("**", "").split())


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize(
    "words",
    [
        "Internal – not for distribution",
        "Digest of 8 September 2026",
        "Period: 7 September 2026, 06:00 CEST – 8 September 2026, 06:15 CEST",
        "Prepared: 8 September 2026, 06:15 CEST",
        "Northern Courier (1), The Bell (1), The Ledger (1), harbour.txt (1)",
        "3 more stories left out.",
        "Harbour at Tornholm to close for dredging [Update]",
        "The Ledger: Six weeks without a harbour",
        "Watched: dredging, Ingrid Vass",
        "could not be reached: “did not answer calls”",
        "(repeats Northern Courier)",
        "40 read, 5 new, 33 skipped, 2 failed",
        "does not answer (timeout after 20 s)",
        "brings nothing new (stale)",
        "Official: 7 statements, 5 sources (3 named, 1 unnamed, 1 document)",
        "briefing 1.0, model 7, lexicons 12",
    ],
)
def test_every_text_format_says(form, words):
    assert words in flat(form, full(), width=None if form != "terminal" else 200, zone=BERLIN)


def test_difference_in_wording_stands_beside_the_quotation():
    text = flat("plain", full())
    assert "also in The Ledger ¶3 (shortened): “We have waited eleven years for this," in text
    assert "also in harbour.txt ¶3 Pål" in text  # the same words are not printed twice


def test_what_is_new_in_an_update_is_marked_and_what_is_old_is_not():
    text = flat("plain", full())
    assert "“no jobs are at risk” (The Ledger ¶4, 4 September 2026) [new]" in text
    assert "the closure would cost the treasury nothing (Northern Courier ¶4) also" in text
    assert text.count("[Update]") == 1


@pytest.mark.parametrize("listed", [True, False])
def test_an_update_that_is_all_new_names_its_articles_and_marks_none(listed):
    story = harbour_story()
    sources = tuple(briefing.article.source for briefing in story.briefings)
    story = replace(story, new=sources if listed else ())
    text = flat("plain", replace(full(), stories=(story,)))
    assert "New: Northern Courier: Harbour at Tornholm to close for dredging New: The Led" in text
    assert "[new]" not in text


def test_only_three_new_articles_are_named():
    story = harbour_story()
    first = story.briefings[0]
    more = tuple(
        replace(first, article=replace(first.article, source=f"{number}.txt"))
        for number in range(5)
    )
    story = replace(story, briefings=story.briefings + more, new=())
    assert "New: 4 more articles" in flat("plain", replace(full(), stories=(story,)))


def test_timeline_is_in_order_of_days_and_needs_two_of_them():
    text = flat("plain", full())
    timeline = text[text.index("TIMELINE") : text.index("NOT HEARD")]
    assert re.findall(r"\d September", timeline) == ["4 September", "6 September", "7 September"]
    assert "Mara Quint: – the plan “a gamble on the weather”" in timeline
    story = harbour_story()
    one = [replace(said, said=None) for said in story.statements[1:]]
    story = replace(story, statements=(story.statements[0], *one))
    text = flat("plain", replace(full(), stories=(story,)))
    assert "TIMELINE" not in text
    assert "(Northern Courier ¶3, 7 September 2026)" in text


def test_watch_list_tells_the_stories_of_each_entry():
    text = flat("plain", full())
    assert "• dredging 1. Harbour at Tornholm to close for dredging 2. Bank holds its rate" in text


def test_attitudes_are_not_printed():
    assert "minister to resign" not in flat("plain", full())


def test_only_what_is_asked_for_is_printed():
    text = flat("plain", full(), only=frozenset({"expert"}))
    assert "OFFICIAL STATEMENTS" not in text
    assert "Spring is a long way off." in text


def test_statements_that_are_set_aside_are_counted():
    story = rates_story()
    first = story.statements[0]
    aside = replace(first, statement=replace(first.statement, aside=True))
    digest = replace(full(), stories=(replace(story, statements=(first, aside)),))
    for form in (*TEXTS, "html"):
        assert "and 1 more statement" in flat(form, digest)
        assert "and 1 more statement" not in flat(form, digest, show_all=True)


def test_a_day_without_news_says_so():
    for form in TEXTS:
        text = flat(form, nothing())
        assert "Nothing new." in text
        assert "No statement was found." not in text


@pytest.mark.parametrize("form", ["plain", "markdown", "terminal", "html", "atom", "json"])
@pytest.mark.parametrize("name", DIGESTS)
def test_nothing_that_a_terminal_obeys_is_printed(form, name):
    text = DIGEST_FORMATS[form](DIGESTS[name](), Layout())
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )


@pytest.mark.parametrize("form", DIGEST_FORMATS)
def test_ascii_is_ascii(form):
    for make in DIGESTS.values():
        assert DIGEST_FORMATS[form](make(), Layout(unicode=False)).isascii()


@pytest.mark.parametrize("width", [20, 40, 60, 100])
def test_lines_are_no_wider_than_asked_for(width):
    text = DIGEST_FORMATS["plain"](full(), Layout(width=width))
    assert max(map(len, text.splitlines())) <= width


def test_markdown_links_to_the_web_only():
    text = DIGEST_FORMATS["markdown"](full(), Layout())
    assert "[The Ledger ¶3](<https://ledger.example/news/harbour?id=7&lang=en>)" in text
    assert "](" not in DIGEST_FORMATS["markdown"](evil(), Layout()).replace("\\](", "")


@pytest.mark.parametrize(
    "source",
    [
        "news/a.txt",
        "javascript:alert(1)",
        "http://user:word@host.example/",
        "https://",
        "https://a.example/\n",
        "https://exämple.org/",
        "http://[half",
        "ftp://a.example/",
    ],
)
def test_odd_sources_are_no_addresses(source):
    assert web_address(source) == ""


def test_marks_in_an_address_cannot_end_it():
    address = web_address("https://a.example/\"'><script>`")
    assert address == "https://a.example/%22%27%3E%3Cscript%3E%60"


def test_outlet_is_publisher_host_or_file():
    article = rates_story().briefings[0].article
    assert outlet_of(article) == "The Bell"
    assert outlet_of(replace(article, publisher=None)) == "bell.example"
    assert outlet_of(replace(article, publisher=None, source="in/a.txt")) == "a.txt"
    assert outlet_of(replace(article, publisher=None, source="-")) == "-"


def test_many_outlets_are_cut():
    story = rates_story()
    (found,) = story.briefings
    many = tuple(
        replace(found, article=replace(found.article, publisher=f"Paper {n:02}", source=f"{n}"))
        for n in range(25)
    )
    digest = replace(full(), stories=(replace(story, briefings=(found, *many)),))
    assert "Paper 19 (1), 6 more outlets" in flat("plain", digest)


def test_unidentified_speakers_are_told_as_such():
    story = harbour_story()
    said = story.statements[0]
    statement = replace(
        said.statement,
        speaker=replace(said.statement.speaker, name=None),
        decision=replace(said.statement.decision, role=Role.UNKNOWN),
    )
    story = replace(story, statements=(replace(said, statement=statement), *story.statements[1:]))
    text = flat("plain", replace(full(), stories=(story,)))
    assert "Somebody not identified: “We have" in text
