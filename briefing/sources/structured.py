"""Read articles from JSON and NDJSON: objects with a title, a text, a date and a URL."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from briefing.domain import Article
from briefing.errors import LoadError
from briefing.load.dates import read_date
from briefing.sources.articles import make_article
from briefing.sources.bounded import read_in_time
from briefing.sources.context import Context, fail
from briefing.sources.mail import read_time
from briefing.sources.markup import has_markup, strip_markup
from briefing.sources.material import Material
from briefing.sources.steps import Steps

# The names under which files give what belongs to an article, the surest first.
TEXT = ("text", "body", "content", "content_text", "articleBody", "content_html")
TITLE = ("title", "headline", "name")
DATE = ("published", "date", "date_published", "datePublished", "published_at", "pubDate")
URL = ("url", "link", "source")
PUBLISHER = ("publisher", "outlet", "site", "sitename")
LANGUAGE = ("language", "lang", "inLanguage")
# The names under which an object keeps a list of articles; `items` in JSON Feed.
LISTS = ("articles", "items", "entries")
MAX_JSON = 100_000_000
MAX_LINE = 20_000_000
FIELDS = "give objects with title, text, date and url"


def read_json(material: Material, context: Context) -> Steps:
    """The articles of a JSON document: one object, a list of them, or an object with a list."""
    value = _parse(material.read(MAX_JSON), material.source)
    if isinstance(value, dict):
        value = next((value[name] for name in LISTS if isinstance(value.get(name), list)), [value])
    if not isinstance(value, list):
        raise LoadError(material.source, "holds no articles", FIELDS)
    yield from _read_objects(enumerate(value, 1), material, context)


def read_ndjson(material: Material, context: Context) -> Steps:
    """The articles of a file with one JSON object on each line; empty lines are passed over."""
    yield from _read_objects(_lines(material), material, context)


def _lines(material: Material) -> Iterator[tuple[int, Any]]:
    material.stream.seek(0)
    number = 0
    while line := material.stream.readline(MAX_LINE):
        number += 1
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                yield number, _parse(line, f"{material.source}!{number}")
            except LoadError as error:
                yield number, error


def _parse(data: bytes, source: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig") if data[:1] == b"\xef" else data)
    except (ValueError, RecursionError) as error:
        place = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise LoadError(source, f"is broken JSON{place}", "write it again as UTF-8") from error


def _read_objects(
    objects: Iterator[tuple[int, Any]], material: Material, context: Context
) -> Steps:
    for number, value in objects:
        source = f"{material.source}!{number}"
        try:
            if isinstance(value, LoadError):
                raise value
            inner = value.get("article") if isinstance(value, dict) else None
            facts = {**value, **inner} if isinstance(inner, dict) else value
            if not isinstance(facts, Mapping):
                raise LoadError(source, "is no object", FIELDS)
            source = _find(facts, URL) or source
            if context.wants(source, material.changed):
                article = read_in_time(partial(build_article, facts, source=source), source=source)
                yield context.give(article)
        except LoadError as error:
            yield fail(error)


def _find(facts: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of some fields that holds words; an object's `name` stands for it."""
    for name in names:
        value = facts.get(name)
        if isinstance(value, Mapping):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def build_article(facts: Mapping[str, Any], *, source: str) -> Article:
    """The article that an object describes.

    Raises: LoadError when it holds no text.

    >>> build_article({"title": "Rain", "text": "Rain is coming."}, source="x").text
    'Rain\\n\\nRain is coming.'
    """
    text = _find(facts, TEXT)
    if not text:
        raise LoadError(source, "holds no text", FIELDS)
    return make_article(
        strip_markup(text) if has_markup(text) else text,
        source=source,
        title=_find(facts, TITLE),
        published=_read_date(_find(facts, DATE)),
        publisher=_find(facts, PUBLISHER),
        language=_find(facts, LANGUAGE),
    )


def _read_date(value: str) -> datetime | None:
    return read_date(value) or read_time(value)
