"""Take the bare text out of HTML, however deep or broken its tags are."""

from html.parser import HTMLParser

# Elements whose text a browser does not show, or that no article stands in.
HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "nav", "footer"})
# Elements that run on within a line; any other one begins and ends a paragraph.
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt"}
    | {"u", "var", "wbr"}
)


class _Reader(HTMLParser):
    """Collects the paragraphs of a page; `hidden` is the element whose text is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.parts: list[str] = []
        self.hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - given by the base
        if self.hidden == "head" and tag == "body":
            self.hidden = None
        if self.hidden is None and tag in HIDDEN:
            self.hidden = tag
        if tag not in INLINE:
            self.finish()

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden or (self.hidden == "head" and tag == "html"):
            self.hidden = None
        if tag not in INLINE:
            self.finish()

    def handle_data(self, data: str) -> None:
        if self.hidden is None:
            self.parts.append(data)

    def finish(self) -> None:
        """End the paragraph that is being read."""
        words = " ".join("".join(self.parts).split())
        if words:
            self.paragraphs.append(words)
        self.parts = []


def read_paragraphs(html: str) -> tuple[str, ...]:
    """The text of a page's blocks in order, with single spaces; empty for a page without text.

    >>> read_paragraphs("<title>x</title><p>Rain <b>is</b> coming.</p><script>x()</script>End")
    ('x', 'Rain is coming.', 'End')
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return tuple(reader.paragraphs)
