"""Read RSS and Atom feeds: the items' own texts, or the pages they link to."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime

from briefing.domain import Article, Failure
from briefing.errors import LoadError
from briefing.sources.answers import Answer, FetchError
from briefing.sources.articles import decode_declared, make_article, read_article
from briefing.sources.bounded import SlowError
from briefing.sources.context import Context, fail
from briefing.sources.items import Item, parse_items
from briefing.sources.kinds import DocumentKind, tell_kind
from briefing.sources.material import Material
from briefing.sources.pdf import read_pdf_text
from briefing.sources.steps import Result, Steps, receive

MAX_FEED = 20_000_000
# A teaser of fewer words says too little to stand for an article that may not be read.
MIN_TEASER = 15
# Pages read of one feed in one run, at most; and asked for ahead of the one being read.
MAX_PAGES = 1000
AHEAD = 4
# After so many pages that take too long to read, no further ones of that feed are.
MAX_SLOW = 3


def read_feed(material: Material, context: Context) -> Steps:
    """The articles of a feed in its order; known items are not read, nor their pages fetched."""
    data = material.read(MAX_FEED)
    if b"encoding" not in data[:200]:
        text = decode_declared(data, material.charset)
        data = data if text is None else text.encode("utf-8", "replace")
    items = parse_items(data, source=material.source, base=material.base)
    wanted = (item for item in items if context.wants(item.source, _past(item.updated, context)))
    yield from _read_items(wanted, context)


def _past(time: datetime | None, context: Context) -> datetime | None:
    return time if time is not None and time <= context.run.now else None


def _read_items(items: Iterator[Item], context: Context) -> Steps:
    """The articles of some items; their pages are asked for a little ahead."""
    ahead: deque[tuple[Item, Future[Answer] | None]] = deque()
    pages = left = 0
    first_left = ""
    for item in items:
        needs_page = not item.full and bool(item.link)
        if needs_page and (pages == MAX_PAGES or context.lane.slow >= MAX_SLOW):
            left += 1
            first_left = first_left or item.source
            continue
        pages += needs_page
        ahead.append((item, context.run.fetcher.start(item.link) if needs_page else None))
        if len(ahead) > AHEAD:
            yield from _read_item(*ahead.popleft(), context)
    while ahead:
        yield from _read_item(*ahead.popleft(), context)
    if left:
        yield Failure(first_left, f"and {left - 1:,} more items were left out; run again")


def _read_item(item: Item, page: "Future[Answer] | None", context: Context) -> Steps:
    try:
        if page is None:
            yield context.give(_from_text(item))
            return
        answer = yield from receive(page)
        yield context.give(_from_page(item, answer))
    except FetchError as error:
        yield _make_do(item, context) if _is_refused(error, item) else fail(_rename(error, item))
    except LoadError as error:
        context.lane.slow += isinstance(error, SlowError)
        yield fail(error)


def _is_refused(error: FetchError, item: Item) -> bool:
    """Whether a page will not be given, so that the teaser is all that can be had of it."""
    return not error.passing and not error.silent and len(item.text.split()) >= MIN_TEASER


def _make_do(item: Item, context: Context) -> Result:
    try:
        return context.give(_from_text(item))
    except LoadError as error:
        return fail(error)


def _rename(error: FetchError, item: Item) -> LoadError:
    return LoadError(item.source, error.problem, error.remedy)


def _from_text(item: Item) -> Article:
    return make_article(
        item.text,
        source=item.source,
        title=item.title,
        published=item.published,
        publisher=item.publisher,
        language=item.language,
    )


def _from_page(item: Item, answer: Answer) -> Article:
    """The article on an item's page; the item's own text where the page has less of it."""
    kind = tell_kind(answer.data, media=answer.media)
    if kind is DocumentKind.PDF:
        return _from_text(replace(item, text=read_pdf_text(answer.data, source=item.source)))
    if kind is not DocumentKind.ARTICLE:
        raise LoadError(item.source, f"links to no page but to a file ({kind})", "name the file")
    try:
        article = read_article(
            answer.data, source=item.source, name="", media=answer.media, charset=answer.charset
        )
    except LoadError as error:
        if isinstance(error, SlowError) or len(item.text.split()) < MIN_TEASER:
            raise
        return _from_text(item)
    if len(article.text.split()) < len(item.text.split()):
        return _from_text(item)
    return replace(
        article,
        title=article.title or item.title or None,
        published=item.published or article.published,
        publisher=article.publisher or item.publisher,
    )
