"""Markdown is kept as it is; its blocks follow its own marks."""

from briefing.domain import Article
from briefing.load import load_text

ARTICLE = """\
---
title: "Harbour reopens"
date: 2024-03-05
author: Ada Roe
site: The Quay Post
lang: en-GB
weather: rain
empty:
---

# Harbour reopens after storm

*By Ada Roe*

ARNVIK — The harbour **reopened** on
Tuesday, the mayor said.

![The pier](pier.jpg)

## Nine days of wind ##

> “It was loud,” said Vik.
> He left.
>

* one ferry
  goes north
* two ferries
* [ ] three ferries

1. a rope

| Day | Wind |
|-----|------|
| Monday | 31 |

```python
print("He said no.")
```

**What comes next**

Nobody knows, said Roe.

***

What went before
----------------
A storm, said Vik.

[Read more](https://quay.example/rain)

[The pier in pictures](https://quay.example/pier)

<!-- the end -->
[1]: https://quay.example
"""


def read(text: str) -> Article:
    article = load_text(text, source="news.md")
    assert article.text == text
    return article


def outline(text: str) -> list[tuple[str, str]]:
    return [(str(block.kind), block.span.of(text)) for block in read(text).blocks]


def test_blocks_follow_the_marks() -> None:
    assert outline(ARTICLE) == [
        ("title", "Harbour reopens"),
        ("date", "2024-03-05"),
        ("byline", "Ada Roe"),
        ("note", "The Quay Post"),
        ("note", "en-GB"),
        ("note", "rain"),
        ("heading", "Harbour reopens after storm"),
        ("byline", "By Ada Roe"),
        ("dateline", "ARNVIK —"),
        ("paragraph", "The harbour **reopened** on\nTuesday, the mayor said."),
        ("caption", "![The pier](pier.jpg)"),
        ("heading", "Nine days of wind"),
        ("paragraph", "“It was loud,” said Vik.\n> He left."),
        ("bullet", "one ferry\n  goes north"),
        ("bullet", "two ferries"),
        ("bullet", "three ferries"),
        ("bullet", "a rope"),
        ("table", "| Day | Wind |"),
        ("table", "| Monday | 31 |"),
        ("note", "```python"),
        ("note", 'print("He said no.")'),
        ("note", "```"),
        ("heading", "What comes next"),
        ("paragraph", "Nobody knows, said Roe."),
        ("heading", "What went before"),
        ("paragraph", "A storm, said Vik."),
        ("link", "[Read more](https://quay.example/rain)"),
        ("link", "[The pier in pictures](https://quay.example/pier)"),
        ("note", "<!-- the end -->"),
        ("note", "[1]: https://quay.example"),
    ]


def test_front_matter_gives_the_metadata() -> None:
    article = read(ARTICLE)
    assert article.title == "Harbour reopens"
    assert article.publisher == "The Quay Post"
    assert article.language == "en"
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-05T00:00:00+00:00"


def test_first_heading_is_the_title_without_front_matter() -> None:
    text = "# Harbour reopens\n\nOSLO (AP) — It rained.\n\n# Wind\n\nIt blew.\n"
    assert read(text).title == "Harbour reopens"
    assert read(text).publisher == "Associated Press"
    assert [kind for kind, _ in outline(text)] == [
        "title",
        "dateline",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_heading_behind_prose_is_no_title() -> None:
    text = "It rained, said Roe.\n\n# Wind\n\nIt blew.\n"
    assert read(text).title is None
    assert outline(text)[1] == ("heading", "Wind")


def test_lists_share_a_paragraph_number() -> None:
    blocks = read("The mayor promised:\n\n- ropes\n- stones\n\nThat was all.\n").blocks
    assert [block.paragraph for block in blocks] == [1, 2, 2, 3]


def test_list_directly_below_a_paragraph_begins_a_list() -> None:
    assert outline("The mayor promised:\n- ropes\n- stones\n") == [
        ("paragraph", "The mayor promised:"),
        ("bullet", "ropes"),
        ("bullet", "stones"),
    ]


def test_emphasis_inside_a_paragraph_makes_no_heading() -> None:
    text = "**We will go**, said Vik.\n\n**“We will go.”**\n\n*It rained*\n"
    assert {kind for kind, _ in outline(text)} == {"paragraph"}


def test_open_fence_runs_to_the_end() -> None:
    text = "It rained.\n~~~\ncode\n\n# no heading\n"
    assert [kind for kind, _ in outline(text)] == ["paragraph", "note", "note", "note"]


def test_unclosed_front_matter_is_text() -> None:
    assert read("---\ntitle: Rain\n\nIt rained.\n").title is None
