"""Turn briefings into the plain values of the output contract `briefing/1`."""

import json
import math
import re
from collections.abc import Mapping, Sequence

from briefing.balance import weigh_sources
from briefing.domain import Article, Briefing, Keyword, Refusal, Span, Statement, SummarySentence
from briefing.render.layout import Layout

SCHEMA = "briefing/1"
DIGITS = 4  # of scores and confidences: more would differ between processors

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Record = dict[str, Value]

# What JSON allows unescaped but a terminal, a line reader or a UTF-8 encoder would trip
# over: DEL and C1 controls, line separators, bidirectional overrides, surrogates.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def write_json(value: Value, *, layout: Layout, indent: int | None = None) -> str:
    r"""The value as JSON text without final newline; unsafe characters are escaped.

    >>> print(write_json(["é\x9b\ud800"], layout=Layout()))
    ["é\u009b\ud800"]
    """
    text = json.dumps(value, ensure_ascii=not layout.unicode, indent=indent, allow_nan=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def render_json(briefing: Briefing, layout: Layout) -> str:
    """The record of a briefing, indented for readers."""
    return write_json(briefing_record(briefing, layout), layout=layout, indent=2) + "\n"


def render_ndjson(briefing: Briefing, layout: Layout) -> str:
    """The record of a briefing on one line."""
    return write_json(briefing_record(briefing, layout), layout=layout) + "\n"


def briefing_record(briefing: Briefing, layout: Layout) -> Record:
    """The whole briefing; `only` of the layout chooses among its statements."""
    return {
        "schema": SCHEMA,
        "article": article_record(briefing),
        "summary": [sentence_record(sentence, layout) for sentence in briefing.summary],
        "keywords": [keyword_record(keyword, layout) for keyword in briefing.keywords],
        "statements": [
            statement_record(statement, briefing.article.text, layout)
            for statement in briefing.statements
            if layout.selects(statement)
        ],
        "declined": [refusal_record(one, briefing.article.text) for one in briefing.declined],
        "notes": list(briefing.notes),
        "balance": balance_record(briefing.statements, layout),
    }


def article_record(briefing: Briefing) -> Record:
    """What the briefing is about."""
    article = briefing.article
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": _time(article),
        "publisher": article.publisher,
        "language": article.language,
        "characters": len(article.text),
        "words": briefing.words,
    }


def sentence_record(sentence: SummarySentence, layout: Layout) -> Record:
    """One sentence of the summary; with its score and reasons when explained."""
    record: Record = {"text": sentence.text, "span": _span(sentence.span)}
    if layout.explain:
        record |= {"score": _rounded(sentence.score), "reasons": list(sentence.reasons)}
    return record


def keyword_record(keyword: Keyword, layout: Layout) -> Record:
    """One key phrase; with its reasons when explained."""
    record: Record = {"phrase": keyword.phrase, "score": _rounded(keyword.score)}
    if layout.explain:
        record["reasons"] = list(keyword.reasons)
    return record


def statement_record(statement: Statement, text: str, layout: Layout) -> Record:
    """One statement: the fields of the contract, then what has been added to it."""
    said, speaker, decision = statement.attribution, statement.speaker, statement.decision
    record: Record = {
        "speaker": speaker.name,
        "position": speaker.position,
        "affiliation": speaker.affiliation,
        "role": decision.role.value,
        "section": statement.section.value,
        "kind": said.kind.value,
        "form": said.form.value,
        "source": _spans(said.source),
        "cue": _spans(said.cue),
        "content": _spans(said.content),
        "text": statement.text_in(text),
        "continues": said.continues,
        "confidence": _rounded(statement.confidence),
        "evidence": list(decision.evidence),
        "paragraph": statement.paragraph,
        "status": speaker.status.value,
        "grade": speaker.grade.value,
        "members": list(speaker.members),
        "principal": speaker.principal,
    }
    if layout.explain:
        record["why"] = {
            "attribution": _why(said.confidence, said.evidence),
            "speaker": _why(speaker.confidence, speaker.evidence),
            "role": _why(decision.confidence, decision.evidence),
        }
    return record


def refusal_record(refusal: Refusal, text: str) -> Record:
    """Who is not on record, in the article's words."""
    return {
        "speaker": refusal.speaker,
        "reason": refusal.reason.value,
        "text": refusal.span.of(text),
        "span": _span(refusal.span),
        "source": _spans(refusal.source),
        "paragraph": refusal.paragraph,
    }


def balance_record(statements: Sequence[Statement], layout: Layout) -> Record:
    """Statements and speakers by section, and the warnings that follow."""
    balance = weigh_sources(statements, sections=layout.sections)
    sections: Record = {
        weight.section.value: {
            "statements": weight.statements,
            "speakers": weight.speakers,
            "named": weight.named,
            "unnamed": weight.unnamed,
            "documents": weight.documents,
        }
        for weight in balance.weights
    }
    return {**sections, "warnings": list(balance.warnings)}


def _why(confidence: float, evidence: Sequence[str]) -> Record:
    return {"confidence": _rounded(confidence), "evidence": list(evidence)}


def _time(article: Article) -> str | None:
    return article.published.isoformat(timespec="seconds") if article.published else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _rounded(number: float) -> float:
    """The number to four digits; what is no number counts as 0.0, as does minus zero."""
    return round(float(number), DIGITS) + 0.0 if math.isfinite(number) else 0.0
