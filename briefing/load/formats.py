"""Tell whether a text is plain, Markdown or HTML."""

import re
from enum import StrEnum
from pathlib import PurePath


class TextFormat(StrEnum):
    """How an article is written down."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


SUFFIX_FORMATS = {
    ".html": TextFormat.HTML,
    ".htm": TextFormat.HTML,
    ".xhtml": TextFormat.HTML,
    ".md": TextFormat.MARKDOWN,
    ".markdown": TextFormat.MARKDOWN,
    ".txt": TextFormat.PLAIN,
    ".text": TextFormat.PLAIN,
}
# The start of a page: `<!DOCTYPE html>`, `<html lang="en">`, `<?xml …?> <html`, `<body>`
PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|article|div|main)\b",
    re.I | re.S,
)
# Tags that only a page has; three of them make a fragment one.
PAGE_TAGS = re.compile(r"</(?:p|div|h[1-6]|ul|li|span|a|article|section)>", re.I)
# Lines that only Markdown has: `# Heading`, `Heading` over `=====`, `---` front matter, `[a](b)`
MARKDOWN_SIGNS = (
    re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+---[ \t]*\r?\n"),
    re.compile(r"^#{1,6} \S.*$", re.M),
    re.compile(r"^\S.*\r?\n={3,}[ \t]*$", re.M),
    re.compile(r"\[[^\[\]\n]{1,200}\]\(https?://[^)\s]+\)"),
    re.compile(r"^```", re.M),
    re.compile(r"(?<!\w)\*\*\w[^*\n]*\*\*(?!\w)"),
)
# How much of a text is looked at.
SAMPLE = 20_000


def tell_format(text: str, *, source: str) -> TextFormat:
    """The format of a text: by the suffix of its name, else by what it holds.

    >>> tell_format("# News\\n\\n**Rain** is coming.", source="-")
    <TextFormat.MARKDOWN: 'markdown'>
    >>> tell_format("# News", source="news.txt")
    <TextFormat.PLAIN: 'plain'>
    """
    known = SUFFIX_FORMATS.get(PurePath(source).suffix.lower())
    if known:
        return known
    sample = text[:SAMPLE]
    if PAGE_START.match(sample.removeprefix("\ufeff")):
        return TextFormat.HTML
    if sample.lstrip()[:1] == "<" and len(PAGE_TAGS.findall(sample)) >= 3:
        return TextFormat.HTML
    first, *others = (bool(sign.search(sample)) for sign in MARKDOWN_SIGNS)
    return TextFormat.MARKDOWN if first or sum(others) >= 2 else TextFormat.PLAIN
