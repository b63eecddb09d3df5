"""Make an `Article` of a file, of standard input, of bytes or of a text."""

import hashlib
from collections.abc import Callable, Mapping
from typing import BinaryIO

from briefing.domain import Article
from briefing.errors import LoadError
from briefing.load.binary import is_garbled, name_binary
from briefing.load.encodings import decode, replace_surrogates
from briefing.load.files import MAX_CHARACTERS, read_source, too_long
from briefing.load.formats import TextFormat, tell_format
from briefing.load.reading import Reading

GIVE_TEXT = "give plain text, Markdown or HTML"
NO_ARTICLE = "give an input that holds an article"
# Characters of the SHA-256 of a text that make an article's id: 64 bits.
ID_LENGTH = 16


def load(source: str, *, stdin: BinaryIO | None = None) -> Article:
    """The article in a file, or in standard input for `-`.

    Raises: LoadError, which names the source, the problem and the remedy.
    """
    return load_bytes(read_source(source, stdin=stdin), source=source)


def load_bytes(data: bytes, *, source: str) -> Article:
    """The article in some bytes; `source` is the name that it is given, its suffix a hint.

    Raises: LoadError when the bytes are empty, no text, too long or hold no article.
    """
    if not data:
        raise LoadError(source, "is empty", NO_ARTICLE)
    binary = name_binary(data)
    if binary:
        raise LoadError(source, f"is {binary}, not text", GIVE_TEXT)
    return load_text(decode(data, source=source), source=source)


def load_text(text: str, *, source: str) -> Article:
    """The article in a text; `source` is the name that it is given, its suffix a hint.

    The text of plain text and Markdown is kept as it is; of HTML, it is the text extracted.

    Raises: LoadError when the text is blank, binary, too long or holds no article.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_long(source)
    if not text.strip("\ufeff \t\r\n\f\v\0") or text.isspace():
        raise LoadError(source, "holds nothing but white space", NO_ARTICLE)
    if is_garbled(text):
        raise LoadError(source, "is binary data, not text", GIVE_TEXT)
    text = replace_surrogates(text)
    reading = READERS[tell_format(text, source=source)](text, source)
    return Article(
        id=hashlib.sha256(reading.text.encode("utf-8")).hexdigest()[:ID_LENGTH],
        source=source,
        text=reading.text,
        blocks=reading.blocks,
        title=reading.title,
        published=reading.published,
        publisher=reading.publisher,
        language=reading.language,
    )


def _read_plain(text: str, source: str) -> Reading:  # noqa: ARG001 - one signature for all
    from briefing.load.plain import read_plain

    return read_plain(text)


def _read_markdown(text: str, source: str) -> Reading:  # noqa: ARG001 - one signature for all
    from briefing.load.markdown import read_markdown

    return read_markdown(text)


def _read_page(text: str, source: str) -> Reading:
    from briefing.load.page import read_page

    return read_page(text, source=source)


READERS: Mapping[TextFormat, Callable[[str, str], Reading]] = {
    TextFormat.PLAIN: _read_plain,
    TextFormat.MARKDOWN: _read_markdown,
    TextFormat.HTML: _read_page,
}
