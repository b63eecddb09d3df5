"""Finds attributions by rules over words, marks and quotations; no parser, no learned weights."""

from collections.abc import Sequence

from briefing.domain import PROSE, Attribution, Sentence

from .findings import Finding
from .lines import read_paragraphs
from .quotes import follow_quotations
from .sentences import outermost, read_line


def find_by_rules(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of an article in text order; empty where there are none."""
    found: list[Finding] = []
    for paragraph in read_paragraphs(text, sentences):
        if paragraph.kind not in PROSE:
            continue
        by_line = [list(outermost(read_line(line))) for line in paragraph.lines]
        found.extend(follow_quotations(text, paragraph, by_line, found))
    found.sort(key=lambda finding: min(finding.pieces))
    return tuple(finding.attribution() for finding in found)
