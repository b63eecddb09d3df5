"""Writes the portrait of a speaker for readers: lines, indented below each other, or a list."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.render import Layout
from briefing.render.escape import escape_markdown, show_controls

INDENT = "  "
Lines = Iterator[tuple[int, str]]


def write_portrait(portrait: Any, layout: Layout, *, markdown: bool = False) -> str:
    """One speaker's portrait as text."""
    text = ""
    for depth, line in portrait_lines(portrait):
        shown = show_controls(line, unicode=layout.unicode)
        lead = f"{INDENT * depth}- " if markdown else INDENT * depth
        text += f"{lead}{escape_markdown(shown) if markdown else shown}\n"
    return text


def portrait_lines(portrait: Any) -> Lines:
    """The lines of a portrait, each with its depth."""
    yield 0, portrait["name"]
    for facts in portrait["facts"]:
        yield from ((1, f"{title}: {value}") for title, value in facts.items())
    for role in portrait["roles"]:
        yield 1, f"role: {role['role']}"
        yield from reasons(role)
    for reference in portrait["references"]:
        yield 1, "identified:"
        yield from reasons(reference)
    yield from section("from your corrections and register", portrait["corrections"])
    for title, field in (("described as", "descriptions"), ("mentioned as", "mentions")):
        yield from section(title, [in_context(place) for place in portrait[field]])
    yield 1, "said:" if portrait["statements"] else "said: nothing that was found"
    for said in portrait["statements"]:
        sure = f"confidence {said['confidence']:.2f}"
        yield 2, f"paragraph {said['paragraph']}, {said['form']}, {said['kind']}, {sure}:"
        yield 3, said["text"]
        yield from ((3, line) for line in why(said["why"]["attribution"]["evidence"]))
    declined = [f"paragraph {one['paragraph']}: {one['text']}" for one in portrait["declined"]]
    yield from section("not on record", declined)


def reasons(finding: Any) -> Lines:
    """How sure a finding is, and why."""
    yield 2, f"confidence {finding['confidence']:.2f}"
    yield from ((2, line) for line in why(finding["evidence"]))


def why(evidence: Sequence[str]) -> list[str]:
    """The reasons, each once."""
    return [f"because of {one}" for one in dict.fromkeys(evidence)]


def section(title: str, lines: Sequence[str]) -> Lines:
    """The lines below their title; nothing where there are none."""
    if lines:
        yield 1, f"{title}:"
    yield from ((2, line) for line in lines)


def in_context(place: Any) -> str:
    """The words at a place in brackets, between what stands around them.

    >>> in_context({"paragraph": 2, "before": "Later ", "text": "she", "after": " said no."})
    'paragraph 2: Later [she] said no.'
    """
    return f"paragraph {place['paragraph']}: {place['before']}[{place['text']}]{place['after']}"
