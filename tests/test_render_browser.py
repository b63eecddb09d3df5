"""The HTML page as a browser shows it and as a keyboard drives it."""

from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, check_quiet, open_page
from render_samples import SAMPLES, harbour

from briefing.render import FORMATS, Layout

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")


def show(chromium: Browser, folder: Path, name: str, **size: int) -> str:
    page = FORMATS["html"](SAMPLES[name](), Layout(explain=True))
    return open_page(chromium, folder / f"{name}.html", page, **size)


def visible(chromium: Browser, selector: str) -> object:
    return chromium.value(f"document.querySelector({selector!r}).checkVisibility()")


@pytest.mark.parametrize("name", SAMPLES)
def test_page_asks_for_nothing_and_complains_of_nothing(chromium, tmp_path, name):
    address = show(chromium, tmp_path, name)
    check_quiet(chromium, address)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_never_scrolls_sideways(chromium, tmp_path, name, width):
    show(chromium, tmp_path, name, width=width)
    assert chromium.value("document.documentElement.scrollWidth") <= width


def test_roles_are_hidden_and_shown_with_the_keyboard_alone(chromium, tmp_path):
    show(chromium, tmp_path, "harbour")
    for _ in range(4):  # the skip link, then the boxes: official, expert, business
        chromium.press("Tab")
    assert chromium.value("document.activeElement.id") == "show-business"
    chromium.press(" ")
    assert not visible(chromium, ".voice.business")
    assert visible(chromium, ".voice.public")
    chromium.press("Tab")
    chromium.press(" ")
    assert not visible(chromium, "#other")
    assert visible(chromium, "#official")
    chromium.press(" ")
    assert visible(chromium, ".voice.public")


def test_skip_link_shows_when_reached_and_leads_to_the_briefing(chromium, tmp_path):
    show(chromium, tmp_path, "harbour")
    chromium.press("Tab")
    assert chromium.value("document.activeElement.getBoundingClientRect().top") >= 0
    chromium.press("Enter")
    assert chromium.value("location.hash") == "#briefing"


def test_sides_stand_next_to_each_other_on_a_desk_and_below_on_a_phone(chromium, tmp_path):
    top = "document.querySelector('#{}').getBoundingClientRect().top"
    show(chromium, tmp_path, "harbour", width=1280)
    assert chromium.value(top.format("official")) == chromium.value(top.format("expert"))
    show(chromium, tmp_path, "harbour", width=390)
    assert chromium.value(top.format("official")) < chromium.value(top.format("expert"))


def test_print_leaves_the_boxes_and_the_article_out(chromium, tmp_path):
    show(chromium, tmp_path, "harbour")
    assert visible(chromium, "#text")
    chromium.send("Emulation.setEmulatedMedia", media="print")
    assert not visible(chromium, "#text")
    assert not visible(chromium, "fieldset")
    assert visible(chromium, "#expert")


def test_every_statement_of_the_page_can_be_seen(chromium, tmp_path):
    show(chromium, tmp_path, "harbour")
    shown = chromium.value("document.querySelector('.sides').innerText")
    for statement in harbour().statements[:-1]:
        for span in statement.attribution.content:
            assert span.of(harbour().article.text) in shown
