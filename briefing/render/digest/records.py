"""Turn digests into the plain values of the output contract `briefing-digest/1`."""

from datetime import datetime

from briefing.domain import Digest, Occurrence, Silent, Story, StoryStatement
from briefing.render.layout import Layout
from briefing.render.records import (
    Record,
    Value,
    article_record,
    balance_record,
    keyword_record,
    sentence_record,
    statement_record,
    write_json,
)

SCHEMA = "briefing-digest/1"


def render_json(digest: Digest, layout: Layout) -> str:
    """The record of a digest, indented for readers."""
    return write_json(digest_record(digest, layout), layout=layout, indent=2) + "\n"


def digest_record(digest: Digest, layout: Layout) -> Record:
    """The whole digest: the fields of the contract, then what has been added to it."""
    said = [told.statement for story in digest.stories for told in story.statements]
    read = digest.inputs
    return {
        "schema": SCHEMA,
        "day": digest.day.isoformat(),
        "prepared": _time(digest.prepared, layout),
        "period": [_time(time, layout) for time in digest.period],
        "stories": [story_record(story, layout) for story in digest.stories],
        "failures": [{"source": f.source, "reason": f.reason} for f in digest.failures],
        "inputs": {
            "read": read.read,
            "new": read.new,
            "skipped": read.skipped,
            "failed": read.failed,
        },
        "handling": digest.handling,
        "stale": list(digest.stale),
        "omitted": digest.omitted,
        "versions": [{"name": what, "version": which} for what, which in digest.versions],
        "balance": balance_record(said, layout),
    }


def story_record(story: Story, layout: Layout) -> Record:
    """One story; `reports` tell of its articles what `article` does in `briefing/1`."""
    texts = {b.article.source: b.article.text for b in reversed(story.briefings)}
    summary: list[Value] = []
    for chosen in story.summary:
        sentence = sentence_record(chosen.sentence, layout)
        summary.append({"text": sentence.pop("text"), "article": chosen.source, **sentence})
    return {
        "id": story.id,
        "headline": story.headline,
        "update_of": story.update_of,
        "articles": [briefing.article.source for briefing in story.briefings],
        "summary": summary,
        "keywords": [keyword_record(keyword, layout) for keyword in story.keywords],
        "statements": [
            story_statement_record(told, texts[told.source], layout)
            for told in story.statements
            if layout.selects(told.statement)
        ],
        "new": list(story.new),
        "joined": list(story.joined),
        "copies": [{"article": copy, "of": origin} for copy, origin in story.copies],
        "silent": [_silent(who, texts[who.source]) for who in story.silent],
        "watched": list(story.watched),
        "reports": [article_record(briefing) for briefing in story.briefings],
    }


def story_statement_record(told: StoryStatement, text: str, layout: Layout) -> Record:
    """One statement as in `briefing/1`, with its article and where else it stands."""
    return {
        **statement_record(told.statement, text, layout),
        "article": told.source,
        "also_in": [_occurrence(other) for other in told.also_in],
        "said": told.said.isoformat() if told.said else None,
    }


def _occurrence(other: Occurrence) -> Record:
    return {
        "article": other.source,
        "content": [[span.start, span.end] for span in other.content],
        "text": other.text,
        "difference": other.difference,
        "form": other.form.value,
    }


def _silent(who: Silent, text: str) -> Record:
    return {
        "name": who.name,
        "reason": who.reason.value,
        "article": who.source,
        "span": [who.span.start, who.span.end],
        "text": who.span.of(text),
    }


def _time(moment: datetime, layout: Layout) -> str:
    return moment.astimezone(layout.zone).isoformat(timespec="seconds")
