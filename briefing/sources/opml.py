"""Read OPML: the feeds that a list of subscriptions names."""

from collections.abc import Mapping

from briefing.domain import Failure
from briefing.errors import LoadError
from briefing.sources.context import Context
from briefing.sources.material import Material
from briefing.sources.steps import More, Steps
from briefing.sources.xml import parse_xml

MAX_OPML = 10_000_000
MAX_FEEDS = 5_000
# Lists that name lists are followed so deep.
MAX_DEPTH = 3


def read_opml(material: Material, context: Context) -> Steps:
    """The feeds and further lists that a list names become inputs of their own."""
    urls = parse_opml(material.read(MAX_OPML), source=material.source)
    if not urls:
        yield Failure(material.source, "names no feeds; give a list whose entries have an xmlUrl")
        return
    if context.lane.depth >= MAX_DEPTH:
        yield Failure(material.source, "is a list within lists too deep; name the feeds")
        return
    if len(urls) > MAX_FEEDS:
        yield Failure(material.source, f"names more than {MAX_FEEDS:,} feeds; split it")
    web = tuple(url for url in urls[:MAX_FEEDS] if is_web(url))
    for url in urls[:MAX_FEEDS]:
        if not is_web(url):
            yield Failure(url, f"is no web address (in {material.source}); use http or https")
    yield More(web)


def is_web(url: str) -> bool:
    """Whether a name is the address of something on the web.

    >>> is_web("HTTPS://a.example"), is_web("file:///etc/passwd")
    (True, False)
    """
    return url[:8].lower().startswith(("http://", "https://"))


def parse_opml(data: bytes, *, source: str) -> tuple[str, ...]:
    """The URLs of feeds and of included lists, each once, in order.

    Raises: LoadError when it is not well-formed.

    >>> parse_opml(b'<opml><body><outline xmlUrl="http://a.example/f"/></body></opml>', source="x")
    ('http://a.example/f',)
    """
    urls: dict[str, None] = {}

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        if name == "outline":
            facts = {key.lower(): value.strip() for key, value in attributes.items()}
            url = facts.get("xmlurl", "")
            if not url and facts.get("type", "").lower() == "include":
                url = facts.get("url", "")
            if url:
                urls[url] = None

    try:
        parse_xml(data, begin=begin)
    except ValueError as error:
        raise LoadError(source, f"is broken OPML ({error})", "export the list again") from error
    return tuple(urls)
