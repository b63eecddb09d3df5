"""The JSON of a digest keeps the contract; the feed and house styles say what it says."""

import json
from importlib.resources import files
from xml.etree import ElementTree

import jsonschema
import pytest
from digest_samples import DIGESTS, evil, full

from briefing.errors import BriefingError
from briefing.render import Layout
from briefing.render.digest import DIGEST_FORMATS, render_template
from briefing.verify import verify

SCHEMA = json.loads(
    files("briefing").joinpath("data/schema/briefing-digest-1.json").read_text("utf-8")
)
ATOM = "{http://www.w3.org/2005/Atom}"


def record(digest, **options):
    return json.loads(DIGEST_FORMATS["json"](digest, Layout(**options)))


def feed(digest):
    return ElementTree.fromstring(DIGEST_FORMATS["atom"](digest, Layout()))


@pytest.mark.parametrize("name", DIGESTS)
@pytest.mark.parametrize("explain", [False, True])
def test_json_is_valid_by_the_schema(name, explain):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(record(DIGESTS[name](), explain=explain), SCHEMA)


@pytest.mark.parametrize("name", DIGESTS)
def test_json_can_be_verified(name):
    digest = DIGESTS[name]()
    texts = {b.article.source: b.article.text for s in digest.stories for b in s.briefings}
    assert verify(record(digest), texts.__getitem__) == ()


def test_json_holds_what_the_contract_names():
    found = record(full())
    assert found["schema"] == "briefing-digest/1"
    assert found["day"] == "2026-09-08"
    assert found["prepared"] == "2026-09-08T04:15:00+00:00"
    assert found["inputs"] == {"read": 40, "new": 5, "skipped": 33, "failed": 2}
    story = found["stories"][0]
    assert story["articles"][0] == "articles/harbour.txt"
    assert story["update_of"] == "story-harbour-1"
    said = story["statements"][0]
    assert said["article"] == "articles/harbour.txt"
    assert said["also_in"][0]["article"].startswith("https://ledger.example/")
    assert [said["kind"] for said in story["statements"]].count("attitude") == 1


@pytest.mark.parametrize("name", DIGESTS)
def test_feed_is_xml_with_an_entry_for_each_story(name):
    digest = DIGESTS[name]()
    entries = feed(digest).findall(f"{ATOM}entry")
    assert len(entries) == len(digest.stories)
    for entry in (feed(digest), *entries):
        for required in ("id", "title", "updated", "author"):
            assert entry.find(ATOM + required) is not None


def test_feed_tells_of_an_update_and_where_the_first_article_is():
    first, second = feed(full()).findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title").startswith("Update: Harbour")
    assert first.find(f"{ATOM}link").get("href").startswith("https://ledger.example/")
    assert second.find(f"{ATOM}link").get("rel") == "alternate"
    assert first.findtext(f"{ATOM}published") == "2026-09-07T05:30:00Z"
    content = first.findtext(f"{ATOM}content")
    assert "<h3>Official statements</h3>" in content
    assert 'href="#' not in content


def test_feed_links_to_the_web_only():
    assert not feed(evil()).findall(f".//{ATOM}link")
    assert "<script" not in feed(evil()).findtext(f".//{ATOM}content")


def test_house_style_sees_the_record():
    template = (
        "{% for story in digest.stories %}{{ loop.index }} {{ story.headline }}"
        "{% for said in story.statements if said.section == 'expert' %}"
        " | {{ said.speaker }}: {{ said.text }}{% endfor %}\n\n{% endfor %}"
        "{{ digest.day | day }}, {{ digest.prepared | moment }}"
    )
    lines = render_template(full(), template).splitlines()
    assert lines[0].startswith("1 Harbour at Tornholm to close for dredging | Mara Quint: the plan")
    assert lines[2] == "8 September 2026, 8 September 2026, 04:15 UTC"


def test_house_style_is_escaped_and_shows_controls():
    text = render_template(evil(), "<p>{{ digest.stories[0].headline }}</p>")
    assert "&lt;script&gt;" in text
    assert "<script>" not in text
    assert "\n" not in text
    linked = "{% for a in digest.stories[0].articles %}[{{ a | link }}]{% endfor %}"
    assert render_template(evil(), linked) == (
        "[][https://evil.example/%22%3E%3Cscript%3Ex%3C/script%3E?a]"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{% for %}", "line 2"),
        ("{{ digest.nothing }}", "line 1"),
        ("x\n\n{{ digest.omitted / 0 }}", "line 3"),
        ("{{ 'x' | day }}", "line 1"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{% include 'a' %}", "no loader"),
        ("{{ digest.stories.append(1) }}", "unsafe"),
        ("{{ range(999999999) | list }}", "Range too big"),
    ],
)
def test_wrong_or_hostile_template_is_refused(template, told):
    with pytest.raises(BriefingError, match=told):
        render_template(full(), template)
