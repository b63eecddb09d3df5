"""The page of a digest as a browser shows it and as a keyboard drives it."""

import os
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, check_quiet, open_page
from digest_samples import DIGESTS

from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")

# The accessibility checker axe-core is no package of Python: name its file to have it run.
AXE = os.environ.get("AXE_CORE", "/usr/share/nodejs/axe-core/axe.min.js")
CHECK = """axe.run().then(found => found.violations
    .filter(one => ["serious", "critical"].includes(one.impact))
    .map(one => one.id + ": " + one.nodes[0].html))"""


def show(chromium: Browser, folder: Path, name: str, **size: int) -> str:
    page = DIGEST_FORMATS["html"](DIGESTS[name](), Layout(explain=True))
    return open_page(chromium, folder / f"{name}.html", page, **size)


def visible(chromium: Browser, selector: str) -> object:
    """Which of the elements are seen."""
    return chromium.value(
        f"[...document.querySelectorAll({selector!r})].map(one => one.checkVisibility())"
    )


def press_until(chromium: Browser, element: str) -> None:
    for _ in range(30):
        chromium.press("Tab")
        if chromium.value("document.activeElement.id") == element:
            return
    raise AssertionError(f"{element} is not reached")


@pytest.mark.parametrize("name", DIGESTS)
def test_page_asks_for_nothing_and_complains_of_nothing(chromium, tmp_path, name):
    address = show(chromium, tmp_path, name)
    check_quiet(chromium, address)


@pytest.mark.parametrize("name", DIGESTS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_never_scrolls_sideways(chromium, tmp_path, name, width):
    show(chromium, tmp_path, name, width=width)
    assert chromium.value("document.documentElement.scrollWidth") <= width


def test_roles_are_hidden_and_shown_with_the_keyboard_alone(chromium, tmp_path):
    show(chromium, tmp_path, "full")
    press_until(chromium, "show-expert")
    chromium.press(" ")
    assert visible(chromium, ".chapter.expert") == [False, False]
    assert visible(chromium, ".chapter.official") == [True, True]
    chromium.press(" ")
    assert visible(chromium, ".chapter.expert") == [True, True]
    press_until(chromium, "show-public")
    chromium.press(" ")
    assert visible(chromium, ".voice.public") == [False]
    assert visible(chromium, ".voice.business") == [True]


def test_a_speaker_is_chosen_with_the_keyboard_alone(chromium, tmp_path):
    show(chromium, tmp_path, "full")
    press_until(chromium, "speaker")
    for letter in "Una":  # a list of choices goes to what is typed
        chromium.send("Input.dispatchKeyEvent", type="char", text=letter)
    assert chromium.value("speaker.selectedOptions[0].text") == "Una Poe (1)"
    assert visible(chromium, ".story") == [False, True]
    assert visible(chromium, "#s2 .chapter") == [False, True]
    assert visible(chromium, "#s2 .voice") == [False, True]
    chromium.value("document.querySelector('#show-expert').click()")
    assert visible(chromium, "#s2 .voice") == [False, False]


def test_without_has_all_is_shown_and_no_choice_is_offered(chromium, tmp_path):
    path = tmp_path / "old.html"
    text = DIGEST_FORMATS["html"](DIGESTS["full"](), Layout())
    unknown = text.replace(":has(", ":had(").split('<meta http-equiv="Content-Security-Policy"')
    path.write_text(unknown[0] + unknown[1].split(">", 1)[1], "utf-8")
    chromium.open(path.as_uri())
    assert visible(chromium, "fieldset") == [False]
    assert set(visible(chromium, ".story, .chapter, .voice")) == {True}


def test_statement_link_leads_to_the_paragraph(chromium, tmp_path):
    show(chromium, tmp_path, "full")
    chromium.value("document.querySelector('.said a').click()")
    assert chromium.value("location.hash") == "#a1p3"
    assert chromium.value("document.querySelector(':target').textContent").startswith("¶3")


def test_sides_stand_next_to_each_other_on_a_desk_and_below_on_a_phone(chromium, tmp_path):
    top = "document.querySelector('#s1 .{}').getBoundingClientRect().top"
    show(chromium, tmp_path, "full", width=1280)
    assert chromium.value(top.format("official")) == chromium.value(top.format("expert"))
    show(chromium, tmp_path, "full", width=390)
    assert chromium.value(top.format("official")) < chromium.value(top.format("expert"))


def test_print_leaves_choices_and_articles_out(chromium, tmp_path):
    show(chromium, tmp_path, "full")
    chromium.send("Emulation.setEmulatedMedia", media="print")
    assert visible(chromium, "nav, fieldset, .articles, .skip") == [False] * 5
    assert visible(chromium, ".story, .handling, .about") == [True] * 5


@pytest.mark.skipif(not Path(AXE).is_file(), reason="needs axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DIGESTS)
def test_accessibility_checker_finds_nothing_serious(chromium, tmp_path, name, scheme):
    show(chromium, tmp_path, name)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chromium.send("Emulation.setEmulatedMedia", media="", features=features)
    chromium.send("Runtime.evaluate", expression=Path(AXE).read_text("utf-8"))
    answer = chromium.send(
        "Runtime.evaluate", expression=CHECK, awaitPromise=True, returnByValue=True
    )
    assert answer["result"]["value"] == []
