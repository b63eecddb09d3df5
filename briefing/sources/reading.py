"""Read a document of any kind with the reader of its kind."""

from collections.abc import Callable, Mapping

from briefing.errors import LoadError
from briefing.load.files import MAX_BYTES
from briefing.sources.articles import make_article, read_article
from briefing.sources.context import Context, fail
from briefing.sources.feeds import read_feed
from briefing.sources.kinds import DocumentKind, tell_kind
from briefing.sources.mail import read_mail
from briefing.sources.mailboxes import read_mbox
from briefing.sources.material import Material
from briefing.sources.opml import read_opml
from briefing.sources.pdf import read_pdf_text
from briefing.sources.steps import Steps
from briefing.sources.structured import read_json, read_ndjson
from briefing.sources.zipped import MAX_WITHIN, read_zip


def read_material(material: Material, context: Context) -> Steps:
    """What a document holds; an error becomes a failure."""
    try:
        if material.within > MAX_WITHIN:
            raise LoadError(material.source, "lies too deep in other files", "give it by itself")
        kind = tell_kind(material.peek(), name=material.name, media=material.media)
        yield from READERS[kind](material, context)
    except LoadError as error:
        yield fail(error)
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        yield fail(LoadError(material.source, problem, "check the file"))


def _read_single(material: Material, context: Context) -> Steps:
    head = material.peek().lower()
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and b"<html" not in head:
        raise LoadError(material.source, "is XML, but no feed and no OPML", "leave it out")
    if context.wants(material.source, material.changed):
        yield context.give(
            read_article(
                material.read(MAX_BYTES),
                source=material.source,
                name=material.name,
                media=material.media,
                charset=material.charset,
            )
        )


def _read_pdf(material: Material, context: Context) -> Steps:
    if context.wants(material.source, material.changed):
        text = read_pdf_text(material.read(), source=material.source)
        yield context.give(make_article(text, source=material.source))


READERS: Mapping[DocumentKind, Callable[[Material, Context], Steps]] = {
    DocumentKind.PDF: _read_pdf,
    DocumentKind.ZIP: read_zip,
    DocumentKind.FEED: read_feed,
    DocumentKind.OPML: read_opml,
    DocumentKind.MBOX: read_mbox,
    DocumentKind.MAIL: read_mail,
    DocumentKind.JSON: read_json,
    DocumentKind.NDJSON: read_ndjson,
    DocumentKind.ARTICLE: _read_single,
}
