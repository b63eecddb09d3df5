"""Runs the command line for its tests: in this process, or as a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.brief import is_wanted, set_aside
from briefing.cli.app import app
from briefing.domain import (
    Attribution,
    Briefing,
    Form,
    Keyword,
    Role,
    RoleDecision,
    Span,
    Speaker,
    Statement,
    SummarySentence,
)

ROOT = Path(__file__).parent.parent

BRIDGE = """Bridge at Elmford to close

The bridge at Elmford will close on Monday for repairs, the town said.

"It is no longer safe," Mayor Ada Moreau said. She added that buses would run along the river.

Karl Venn, a professor of civil engineering at Elmford University, said the steel had been \
neglected for years.
"""
TRAM = """Trams return to Lindby

Trams will return to Lindby in spring, Transport Minister Ole Brand said on Friday.

"Nobody asked the shopkeepers," said Mia Holt, who owns a bakery.
"""


def run(*args, stdin=None, env=None):
    """The result of the command line in this process."""
    return CliRunner().invoke(app, list(map(str, args)), input=stdin, env=env, prog_name="briefing")


def command(*args):
    """The arguments that start a process with the command line."""
    return [sys.executable, "-m", "briefing", *map(str, args)]


def environment(**changes):
    """The environment of this process, changed; None takes a variable away."""
    changed = os.environ | {"PYTHONPATH": str(ROOT)} | changes
    return {name: value for name, value in changed.items() if value is not None}


def spawn(*args, stdin=b"", cwd=None, **changes):
    """The result of the command line as a process, its streams as bytes."""
    return subprocess.run(
        command(*args),
        input=stdin,
        capture_output=True,
        timeout=60,
        cwd=cwd,
        env=environment(**changes),
        check=False,
    )


# Who says what in the articles above: speaker, position, role, form, words, confidence.
SAID = (
    ("Ada Moreau", "Mayor", Role.OFFICIAL, Form.DIRECT, "It is no longer safe,", 0.9),
    ("Ada Moreau", "Mayor", Role.OFFICIAL, Form.INDIRECT, "buses would run along the river", 0.8),
    ("Karl Venn", "professor", Role.EXPERT, Form.INDIRECT, "the steel had been neglected", 0.7),
    ("Ole Brand", "Transport Minister", Role.OFFICIAL, Form.INDIRECT, "Trams will return", 0.9),
    ("Mia Holt", None, Role.BUSINESS, Form.DIRECT, "Nobody asked the shopkeepers,", 0.6),
)
SENTENCE = re.compile(r"[^.\n]+\.")


def quick_brief(article, options):
    """A briefing without the stages: lines as sentences, and what `SAID` lists."""
    text = article.text
    found = [Span(*match.span()) for match in SENTENCE.finditer(text)]
    wanted = options.length.limit_sentences(len(found))
    while wanted and not options.length.fits(len(text[: found[wanted - 1].end].split())):
        wanted -= 1
    words = dict.fromkeys(re.findall(r"[A-Z]\w+", text))
    statements = (quick_statement(text, *row) for row in SAID if find_words(text, row[4]))
    return Briefing(
        article,
        tuple(SummarySentence(span.of(text), span, 0.5, ("first",)) for span in found[:wanted]),
        tuple(Keyword(word, 0.5, ("capital",)) for word in list(words)[: options.keywords]),
        set_aside(text, [s for s in statements if is_wanted(s, options)], most=options.per_speaker),
        words=len(text.split()),
    )


def find_words(text, words):
    """Where words stand in a text, however they are spaced."""
    return re.search(r"\s+".join(map(re.escape, words.split())), text)


def quick_statement(text, name, position, role, form, words, confidence):
    """A statement of `SAID` as found in a text."""
    said = find_words(text, words)
    mention = text.find(name)
    return Statement(
        Attribution((), (), (Span(*said.span()),), form=form, evidence=("listed",)),
        Speaker(name, position, mentions=(Span(mention, mention + len(name)),)),
        RoleDecision(role, (f"title: {position}",), confidence),
        paragraph=1,
        confidence=confidence,
    )


@pytest.fixture
def quick(monkeypatch):
    """Briefs without the stages, so that a test depends on the command line alone."""
    monkeypatch.setattr("briefing.brief.brief", quick_brief)
    monkeypatch.setattr("briefing.cli.work.brief", quick_brief)
