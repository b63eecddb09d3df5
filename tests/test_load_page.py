"""Of an HTML page, the article is read, with the blocks of the page's own tags."""

import pytest

from briefing.domain import Article
from briefing.errors import LoadError
from briefing.load import load_bytes
from briefing.load.metadata import find_language, find_page_date
from briefing.load.tags import read_paragraphs

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Harbour reopens | The Quay Post</title>
<meta property="og:title" content="Harbour reopens after storm">
<meta property="og:site_name" content="The Quay Post">
<meta property="article:published_time" content="2024-03-05T08:15:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour reopens after storm</h1>
<p>ARNVIK — The harbour of Arnvik reopened on Tuesday after a storm that had closed it for
nine days, the port authority said.</p>
<h2>Nine days of wind</h2>
<p>“We counted <b>ropes</b>, not ships,” said harbour master Jon Vik, who has
<a href="/vik">worked</a> there since 1999. He said that the pier would be rebuilt by June.</p>
<ul><li><p>Two ferries will sail each day.</p></li><li>Freight returns on Friday.</li></ul>
<blockquote><p>“It was loud,” said his wife, who had slept in the church.</p></blockquote>
<table><tr><th>Day</th><th>Wind</th></tr><tr><td>Monday</td><td>31</td></tr></table>
<p>The first line is here, he said.<br>The second line is here, she said.</p>
<p>Read more: <a href="/storm">The storm in pictures</a></p>
<p>The crew was glad. Ada Roe contributed to this report.</p></article>
<script>document.write("He said nothing.")</script><footer>Copyright The Quay Post</footer>
</body></html>"""


def read(page: str) -> Article:
    return load_bytes(page.encode(), source="news.html")


def test_blocks_follow_the_tags() -> None:
    article = read(PAGE)
    found = [(str(block.kind), block.span.of(article.text)) for block in article.blocks]
    assert found == [
        ("title", "Harbour reopens after storm"),
        ("dateline", "ARNVIK —"),
        (
            "paragraph",
            "The harbour of Arnvik reopened on Tuesday after a storm that had closed it for "
            "nine days, the port authority said.",
        ),
        ("heading", "Nine days of wind"),
        (
            "paragraph",
            "“We counted ropes, not ships,” said harbour master Jon Vik, who has worked there "
            "since 1999. He said that the pier would be rebuilt by June.",
        ),
        ("bullet", "Two ferries will sail each day."),
        ("bullet", "Freight returns on Friday."),
        ("paragraph", "“It was loud,” said his wife, who had slept in the church."),
        ("table", "Day  Wind"),
        ("table", "Monday  31"),
        ("paragraph", "The first line is here, he said."),
        ("paragraph", "The second line is here, she said."),
        ("link", "Read more: The storm in pictures"),
        ("paragraph", "The crew was glad."),
        ("byline", "Ada Roe contributed to this report."),
    ]


def test_metadata_is_read() -> None:
    article = read(PAGE)
    assert article.title == "Harbour reopens after storm"
    assert article.publisher == "The Quay Post"
    assert article.language == "en"
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-05T07:15:00+00:00"


def test_title_comes_first_where_the_body_has_none() -> None:
    page = PAGE.replace("<h1>Harbour reopens after storm</h1>", "")
    assert read(page).text.startswith("Harbour reopens after storm\n\nARNVIK — ")


def test_numbers_count_printed_paragraphs() -> None:
    numbers = [block.paragraph for block in read(PAGE).blocks]
    assert numbers == [1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 8, 9, 10, 11, 11]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><script>say('He said no.')</script></body></html>",
        "<!doctype html><html><head><style>p {}</style></head></html>",
    ],
)
def test_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(LoadError, match="without an article"):
        read(page)


def test_depth_beyond_every_parser_is_read() -> None:
    deep = "<div>" * 20_000 + "<p>It rained, said Roe.</p>" + "</div>" * 20_000
    assert read(f"<html><body>{deep}</body></html>").text == "It rained, said Roe.\n"
    quotes = "<blockquote>" * 3_000 + "<p>It rained, said Roe.</p>"
    assert "It rained, said Roe." in read(f"<html><body>{quotes}</body></html>").text


def test_parser_that_gives_up_leaves_the_bare_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def give_up(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", give_up)
    article = read(PAGE)
    assert article.title is None
    assert "said harbour master Jon Vik" in article.text


def test_declared_encoding_in_xml_is_no_obstacle() -> None:
    page = (
        '<?xml version="1.0" encoding="UTF-8"?><html><body><p>It rained, he said.</p></body></html>'
    )
    assert read(page).text == "It rained, he said.\n"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            '<script type="application/ld+json">{"datePublished": "2024-03-05"}</script>',
            "2024-03-05",
        ),
        ("<time class=x datetime='2024-03-05T23:30:00-05:00'>", "2024-03-06"),
        ('<meta itemprop="datePublished" content="5 March 2024">', "2024-03-05"),
        ('<meta name=date content=2024-03-05><time datetime="2025-01-01">', "2024-03-05"),
        ('<meta name="date" content="soon"><time datetime="2025-01-01">', "2025-01-01"),
    ],
)
def test_date_is_found_wherever_it_is_declared(page: str, expected: str) -> None:
    date = find_page_date(page)
    assert date is not None and date.date().isoformat() == expected


def test_page_without_a_date_has_none() -> None:
    assert find_page_date("<meta name='date' content='soon'><p>5 March 2024</p>") is None
    assert find_language('<html lang="de">') == "de"


def test_bare_text_leaves_hidden_elements_out() -> None:
    page = (
        "<html><head><title>x</title><body><nav>Home</nav>It <i>rained</i>.<div>Vik<br>said</html>"
    )
    assert read_paragraphs(page) == ("It rained.", "Vik", "said")
    assert read_paragraphs("<head><title>x</title></html>It rained.") == ("It rained.",)


def test_empty_lines_part_preset_text() -> None:
    page = "<html><body><pre>It rained on\nMonday, he said.\n\nNobody minded.</pre></body></html>"
    assert read(page).text == "It rained on Monday, he said.\n\nNobody minded.\n"
    page = "<html><body><p>It rained on\n\n<b>Monday</b>, he said.</p></body></html>"
    assert read(page).text == "It rained on Monday, he said.\n"


def test_short_page_keeps_its_paragraphs() -> None:
    page = "<html><body><div>It rained, he said.</div><div>It stopped.</div></body></html>"
    assert read(page).text == "It rained, he said.\n\nIt stopped.\n"
    rain = "It rained all night in Arnvik, he said. " * 20
    double = f"<html><body><div>It rained</div><article><p>{rain}</p></article></body></html>"
    assert read(double).text == rain.strip() + "\n"
