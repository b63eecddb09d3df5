"""The HTML page is whole, safe, accessible and needs nothing from elsewhere."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from render_samples import SAMPLES, empty, harbour, hostile, lone, shortened

from briefing.domain import Briefing
from briefing.render import FORMATS, Layout

VOID = {"meta", "input"}
ALLOWED = VOID | {
    *("html", "head", "title", "style", "body", "header", "main", "footer", "section", "div"),
    *("fieldset", "legend", "label", "h1", "h2", "h3", "p", "ul", "li", "span", "bdi", "a", "mark"),
}
CSS = files("briefing").joinpath("data/render/briefing.css").read_text("utf-8")


class Page(HTMLParser):
    """The elements of a page in order, after a check that they are nested rightly."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.style = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] == ["style"]:
            self.style += data
        else:
            self.text.append(data)

    def every(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name)) is not None]


def page(briefing: Briefing, **options: object) -> Page:
    return Page(FORMATS["html"](briefing, Layout(**options)))


@pytest.mark.parametrize("name", SAMPLES)
def test_page_holds_only_its_own_elements(name):
    parsed = page(SAMPLES[name](), explain=True)
    assert {tag for tag, _ in parsed.elements} <= ALLOWED
    assert not [key for _, attrs in parsed.elements for key in attrs if key.startswith("on")]


@pytest.mark.parametrize("name", SAMPLES)
def test_page_refers_to_nothing_outside_itself(name):
    parsed = page(SAMPLES[name]())
    ids = parsed.every("id")
    assert len(ids) == len(set(ids))
    assert not parsed.every("src")
    assert {ref[1:] for ref in parsed.every("href")} <= set(ids)
    assert all(ref.startswith("#") for ref in parsed.every("href"))
    assert set(parsed.every("aria-labelledby")) <= set(ids)
    assert not re.search(r"url\(|@import", parsed.style)


@pytest.mark.parametrize("name", SAMPLES)
def test_policy_allows_just_this_style_sheet(name):
    parsed = page(SAMPLES[name]())
    digest = base64.b64encode(hashlib.sha256(parsed.style.encode()).digest()).decode()
    assert parsed.every("content")[0] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_headings_step_down_one_by_one_from_a_single_first(name):
    levels = [
        int(tag[1]) for tag, _ in page(SAMPLES[name]()).elements if re.fullmatch("h[1-6]", tag)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_first_link_skips_to_the_briefing():
    parsed = page(harbour())
    assert parsed.every("href")[0] == "#briefing"
    assert ("main", {"id": "briefing"}) in parsed.elements


def test_each_statement_links_to_its_paragraph_of_the_article():
    parsed = page(harbour())
    assert parsed.every("href")[1:] == [f"#p{n}" for n in (3, 3, 4, 4, 7, 5, 5, 6, 6)]
    assert "¶3" in parsed.text


def test_statements_are_marked_in_the_article_but_attitudes_are_not():
    text = FORMATS["html"](harbour(), Layout())
    assert "<mark>ferries would be diverted to Lysvik</mark>" in text
    assert "<mark>the minister to resign</mark>" not in text


def test_overlapping_statements_are_marked_once():
    briefing = harbour()
    said = briefing.statements[1].attribution
    (span,) = said.content
    longer = replace(said, content=(replace(span, end=span.end + 1),))
    doubled = (*briefing.statements, replace(briefing.statements[1], attribution=longer))
    text = FORMATS["html"](replace(briefing, statements=doubled), Layout())
    assert "<mark>the contract had been awarded without a tender.</mark>" in text


def test_without_blocks_there_is_no_article_and_no_link():
    parsed = page(lone())
    assert parsed.every("href") == ["#briefing"]
    assert "The article" not in parsed.text


def test_two_blocks_of_one_paragraph_share_an_anchor():
    briefing = harbour()
    first, second, *rest = briefing.article.blocks
    blocks = (first, replace(second, paragraph=1), *rest)
    parsed = page(replace(briefing, article=replace(briefing.article, blocks=blocks)))
    assert parsed.every("id").count("p1") == 1
    assert "p2" not in parsed.every("id")


def test_markup_of_the_article_is_shown():
    text = "".join(page(hostile()).text)
    for words in ("<script>alert(1)</script>", "<b>bold</b>", "␛[31mred", "\\u202eesrever", "&"):
        assert words in text


def test_language_of_the_article_is_told_if_it_can_be_one():
    assert "ja" in page(SAMPLES["wide"]()).every("lang")
    odd = replace(empty(), article=replace(empty().article, language='"><script>'))
    assert set(page(odd).every("lang")) == {"en"}


def test_each_role_has_a_box_with_a_rule_that_hides_it():
    parsed = page(harbour())
    boxes = [a["id"] for tag, a in parsed.elements if tag == "input"]
    assert boxes == ["show-official", "show-expert", "show-business", "show-public"]
    for role in ("official", "expert", "business", "public"):
        assert f"body:has(#show-{role}:not(:checked)) .voice.{role}{{display:none}}" in parsed.style
    assert "body:not(:has(#show-business:checked,#show-public:checked)) #other" in parsed.style


def test_a_single_role_needs_no_boxes():
    assert "input" not in [tag for tag, _ in page(lone()).elements]


def test_statements_beyond_the_limit_are_counted():
    assert "".join(page(shortened(harbour())).text).count("and 1 more statement") == 2


def test_ascii_page_says_the_same():
    text = FORMATS["html"](harbour(), Layout(unicode=False))
    assert text.isascii()
    assert Page(text).text == page(harbour()).text


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", range(2), ids=["light", "dark"])
def test_contrast_is_at_least_that_of_wcag_aa(theme):
    root = re.findall(r":root \{(.*?)\n *\}", CSS, re.DOTALL)[theme]
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", root))
    for name in ("ink", "faint", "link", "warning", "official", "expert", "other"):
        for ground in ("ground", "panel"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
