"""Renders one part of a briefing alone: its summary, its keywords or its quotes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.domain import Briefing, Keyword, Statement, SummarySentence
from briefing.render import Layout, Renderer
from briefing.render.escape import escape_markdown, show_controls
from briefing.render.records import (
    SCHEMA,
    Record,
    article_record,
    keyword_record,
    sentence_record,
    statement_record,
    write_json,
)
from briefing.render.wrap import wrap

UNKNOWN = "Not identified"
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: its cells in tab-separated lines; its words for readers, with who said
    them in front; why it was found."""

    cells: tuple[str, ...]
    words: str
    lead: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a briefing: its field in JSON, and how its findings are told."""

    field: str
    rows: Callable[[Briefing, Layout], Sequence[Row]]
    records: Callable[[Briefing, Layout], list[Record]]


def renderers(part: Part) -> Mapping[str, Renderer]:
    """A renderer of the part for every format."""
    return {
        "plain": lambda briefing, layout: plain_lines(part.rows(briefing, layout), layout),
        "terminal": lambda briefing, layout: wrapped_lines(part.rows(briefing, layout), layout),
        "markdown": lambda briefing, layout: markdown_list(part.rows(briefing, layout), layout),
        "json": lambda briefing, layout: json_object(part, briefing, layout, indent=2),
        "ndjson": lambda briefing, layout: json_object(part, briefing, layout),
    }


def plain_lines(rows: Sequence[Row], layout: Layout) -> str:
    """One line a finding, its cells separated by tabs; reasons are one cell more.

    >>> plain_lines([Row(("Ada Moreau", "expert"), "")], Layout())
    'Ada Moreau\\texpert\\n'
    """
    cells = (row.cells + ((row.why,) if layout.explain else ()) for row in rows)
    return "".join("\t".join(safe(cell, layout) for cell in line) + "\n" for line in cells)


def wrapped_lines(rows: Sequence[Row], layout: Layout) -> str:
    """The findings as a list for reading, wrapped to the width."""
    lines = []
    for row in rows:
        runs = [("• " if layout.unicode else "* ", "")]
        runs += [(safe(f"{row.lead}:", layout) + " ", "bold")] if row.lead else []
        runs.append((safe(row.words, layout), ""))
        wrapped = wrap(runs, layout.width, hang=[("  ", "")])
        if layout.explain:
            why = [("    ", ""), (safe(row.why, layout), "")]
            wrapped += wrap(why, layout.width, hang=[("      ", "")])
        lines += ["".join(paint(words, style, layout) for words, style in line) for line in wrapped]
    return "".join(f"{line}\n" for line in lines)


def paint(words: str, style: str, layout: Layout) -> str:
    """The words, bold where their style and the terminal want it."""
    return f"{BOLD}{words}{PLAIN}" if style and layout.colour else words


def markdown_list(rows: Sequence[Row], layout: Layout) -> str:
    """The findings as a Markdown list."""
    lines = []
    for row in rows:
        lead = f"**{escape_markdown(safe(row.lead, layout))}:** " if row.lead else ""
        why = f" *({escape_markdown(safe(row.why, layout))})*" if layout.explain else ""
        lines.append(f"- {lead}{escape_markdown(safe(row.words, layout))}{why}\n")
    return "".join(lines)


def json_object(
    part: Part, briefing: Briefing, layout: Layout, *, indent: int | None = None
) -> str:
    """The article and this part of its briefing, named and shaped as in the whole."""
    record: Record = {
        "schema": SCHEMA,
        "article": article_record(briefing),
        part.field: part.records(briefing, layout),
    }
    return write_json(record, layout=layout, indent=indent) + "\n"


def safe(text: str, layout: Layout) -> str:
    """The text on one line with everything visible that a terminal would obey."""
    return show_controls(text, unicode=layout.unicode)


def summary_row(sentence: SummarySentence) -> Row:
    """A sentence of the summary."""
    why = "; ".join([f"score {sentence.score:.3f}", *sentence.reasons])
    return Row((sentence.text,), sentence.text, why=why)


def keyword_row(keyword: Keyword) -> Row:
    """A key phrase."""
    why = "; ".join([f"score {keyword.score:.3f}", *keyword.reasons])
    return Row((keyword.phrase,), keyword.phrase, why=why)


def quote_row(statement: Statement, text: str) -> Row:
    """A statement: speaker, role, form, text, position; empty where the article does not say."""
    speaker, role = statement.speaker, statement.decision.role.value
    form, words = statement.attribution.form.value, statement.text_in(text)
    who = ", ".join(dict.fromkeys(filter(None, (speaker.name or UNKNOWN, speaker.position))))
    cells = (speaker.name or "", role, form, words, speaker.position or "")
    evidence = dict.fromkeys(
        statement.attribution.evidence + speaker.evidence + statement.decision.evidence
    )
    why = "; ".join([f"confidence {statement.confidence:.2f}", *evidence])
    return Row(cells, words, lead=f"{who} ({role}, {form})", why=why)


SUMMARY = Part(
    "summary",
    lambda briefing, _: [summary_row(sentence) for sentence in briefing.summary],
    lambda briefing, layout: [sentence_record(sentence, layout) for sentence in briefing.summary],
)
KEYWORDS = Part(
    "keywords",
    lambda briefing, _: [keyword_row(keyword) for keyword in briefing.keywords],
    lambda briefing, layout: [keyword_record(keyword, layout) for keyword in briefing.keywords],
)
QUOTES = Part(
    "statements",
    lambda briefing, layout: [
        quote_row(statement, briefing.article.text)
        for statement in briefing.statements
        if layout.prints(statement)
    ],
    lambda briefing, layout: [
        statement_record(statement, briefing.article.text, layout)
        for statement in briefing.statements
        if layout.selects(statement)
    ],
)
