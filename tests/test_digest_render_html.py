"""The HTML page of a digest is whole, safe, accessible and needs nothing from elsewhere."""

import base64
import hashlib
import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from digest_samples import DIGESTS, evil, full, rates_story
from test_render_html import VOID, Page, contrast

from briefing.domain import Digest
from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS, render_letter
from briefing.render.digest.filters import MOST_SPEAKERS

ALLOWED = VOID | {
    *("html", "head", "title", "style", "body", "header", "main", "footer", "section", "div"),
    *("fieldset", "legend", "label", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "span", "bdi"),
    *("a", "mark", "nav", "article", "b", "strong", "select", "option"),
}
ROOT = files("briefing").joinpath("data/render")
CSS = ROOT.joinpath("briefing.css").read_text("utf-8")


def page(digest: Digest, **options: object) -> Page:
    return Page(DIGEST_FORMATS["html"](digest, Layout(**options)))


def targets(parsed: Page) -> list[str]:
    return [ref for ref in parsed.every("href") if ref.startswith("#")]


@pytest.mark.parametrize("name", DIGESTS)
def test_page_holds_only_its_own_elements(name):
    for parsed in (
        page(DIGESTS[name](), explain=True),
        Page(render_letter(DIGESTS[name](), Layout())),
    ):
        assert {tag for tag, _ in parsed.elements} <= ALLOWED
        assert not [key for _, attrs in parsed.elements for key in attrs if key.startswith("on")]
        assert not parsed.every("src")
        assert not re.search(r"url\(|@import", parsed.style)


@pytest.mark.parametrize("name", DIGESTS)
def test_links_lead_into_the_page_or_to_the_web(name):
    for parsed in (page(DIGESTS[name]()), Page(render_letter(DIGESTS[name](), Layout()))):
        ids = parsed.every("id")
        assert len(ids) == len(set(ids))
        assert {ref[1:] for ref in targets(parsed)} <= set(ids)
        assert all(ref.startswith(("#", "https://")) for ref in parsed.every("href"))
        assert set(parsed.every("aria-labelledby")) <= set(ids)


@pytest.mark.parametrize("name", DIGESTS)
def test_policy_allows_just_this_style_sheet(name):
    parsed = page(DIGESTS[name]())
    digest = base64.b64encode(hashlib.sha256(parsed.style.encode()).digest()).decode()
    assert parsed.every("content")[0] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("name", DIGESTS)
def test_headings_step_down_one_by_one_from_a_single_first(name):
    tags = [tag for tag, _ in page(DIGESTS[name]()).elements]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_first_links_skip_to_stories_and_articles():
    assert targets(page(full()))[:2] == ["#stories", "#articles"]


def test_each_statement_links_to_its_article_and_paragraph():
    text = DIGEST_FORMATS["html"](full(), Layout())
    assert re.search(
        r'“no jobs are at risk”</span> <span class="where">\(<a href="#a2p4">'
        r'<bdi class="place">The Ledger ¶4</bdi></a>, 4 September 2026\)',
        text,
    )
    assert '<p id="a2p4" class="paragraph">' in text
    assert 'href="https://ledger.example/news/harbour?id=7&amp;lang=en" rel="noreferrer"' in text


def test_an_article_without_paragraphs_is_linked_to_on_the_web():
    story = rates_story()
    (found,) = story.briefings
    bare = replace(found, article=replace(found.article, blocks=()))
    parsed = page(replace(full(), stories=(replace(story, briefings=(bare,)),)))
    assert targets(parsed) == ["#stories", "#s1"]
    assert "https://www.bell.example/rates" in parsed.every("href")


def test_a_paragraph_that_is_not_there_is_replaced_by_its_article():
    story = rates_story()
    first = story.statements[0]
    lost = replace(first, statement=replace(first.statement, paragraph=99))
    parsed = page(replace(full(), stories=(replace(story, statements=(lost,)),)))
    assert "#a1" in targets(parsed)
    assert "#a1p99" not in targets(parsed)


def test_markup_of_articles_is_shown():
    text = "".join(page(evil()).text)
    for words in ("<script>alert(1)</script>", "<b>bold</b>", "␛[31mred", "\\u202eesrever"):
        assert words in text


def test_words_of_another_language_say_so():
    assert "ja" in page(DIGESTS["scripts"]()).every("lang")


def test_each_role_has_a_box_and_each_named_speaker_an_option():
    parsed = page(full())
    boxes = [a["id"] for tag, a in parsed.elements if tag == "input"]
    assert boxes == ["show-official", "show-expert", "show-business", "show-public"]
    options = [a["value"] for tag, a in parsed.elements if tag == "option"]
    assert options == ["", *(f"by{n}" for n in range(1, 10))]
    assert "Ingrid Vass (3)" in parsed.text


def test_a_single_source_needs_no_choice():
    story = rates_story()
    digest = replace(full(), stories=(replace(story, statements=story.statements[:1]),))
    assert not {"input", "select", "fieldset"} & {tag for tag, _ in page(digest).elements}


def test_the_speakers_heard_most_are_offered():
    story = rates_story()
    first = story.statements[0]
    speaker = first.statement.speaker
    many = [
        replace(first, statement=replace(first.statement, speaker=replace(speaker, name=f"N {n}")))
        for n in range(MOST_SPEAKERS + 50)
    ]
    digest = replace(full(), stories=(replace(story, statements=(*many, many[-1])),))
    parsed = page(digest)
    options = [a["value"] for tag, a in parsed.elements if tag == "option"]
    assert len(options) == MOST_SPEAKERS + 1
    assert f"N {MOST_SPEAKERS + 49} (2)" in parsed.text


def test_letter_has_neither_articles_nor_choices():
    parsed = Page(render_letter(full(), Layout()))
    assert not {"input", "select", "mark"} & {tag for tag, _ in parsed.elements}
    assert "The articles" not in parsed.text
    assert "https://ledger.example/news/harbour?id=7&lang=en" in parsed.every("href")


def test_ascii_page_says_the_same():
    text = DIGEST_FORMATS["html"](full(), Layout(unicode=False))
    assert text.isascii()
    assert Page(text).text == page(full()).text


@pytest.mark.parametrize("theme", range(2), ids=["light", "dark"])
def test_colours_of_the_digest_contrast_as_wcag_aa_asks(theme):
    root = re.findall(r":root \{(.*?)\n *\}", CSS, re.DOTALL)[theme]
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", root))
    used = set(re.findall(r"color: var\(--([a-z]+)\)", ROOT.joinpath("digest.css").read_text()))
    for name in used - {"tone"}:
        assert contrast(colours[name], colours["ground"]) >= 4.5, name
