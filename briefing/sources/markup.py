"""Turn the markup of a feed item or a letter into plain text, losing no words."""

import re
from html.parser import HTMLParser

# Elements whose text is not shown.
HIDDEN = frozenset({"script", "style", "template", "title", "svg", "iframe", "object"})
# Elements without an end.
VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr"})
# Elements that begin and end a paragraph.
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul"}
)
# `<p>`, `<br/>`, `</div>`, `&amp;`
MARKUP = re.compile(r"<(?:/?[a-z][a-z0-9]{0,15}\b[^<>]{0,2000}|!--)>|&(?:#\d{1,7}|\w{2,31});", re.I)
# `style="display:none"`: what newsletters hide in front of their text.
UNSEEN = re.compile(r"display\s*:\s*none", re.I)


class _Writer(HTMLParser):
    """Collects paragraphs, each with the mark of its list in front."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.parts: list[str] = []
        self.mark = ""
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden:
            if tag == self.hidden[0]:
                self.hidden.append(tag)
            return
        style = next((value for name, value in attrs if name == "style" and value), "")
        if tag not in VOID and (tag in HIDDEN or UNSEEN.search(style)):
            self.hidden.append(tag)
        elif tag in BLOCKS:
            self.finish()
            self.mark = "- " if tag == "li" else self.mark
        elif tag == "br" or (tag in {"td", "th"} and self.parts):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag == self.hidden[0]:
                self.hidden.pop()
        elif tag in BLOCKS:
            self.finish()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))

    def finish(self) -> None:
        """End the paragraph; two line breaks in a row part paragraphs as well."""
        for part in re.split(r"\n\s*\n", "".join(self.parts)):
            words = " ".join(part.split())
            if words:
                self.paragraphs.append(self.mark + words)
                self.mark = ""
        self.parts = []


def strip_markup(markup: str) -> str:
    """The text of some markup: an empty line between paragraphs, a dash before list items.

    >>> strip_markup("<p>Rain <b>is</b> coming.</p><ul><li>Soon</li></ul>")
    'Rain is coming.\\n\\n- Soon'
    """
    writer = _Writer()
    writer.feed(markup)
    writer.close()
    writer.finish()
    return "\n\n".join(writer.paragraphs)


def has_markup(text: str) -> bool:
    """Whether a text holds tags or character references.

    >>> has_markup("a<br>b"), has_markup("a < b & c > d")
    (True, False)
    """
    return bool(MARKUP.search(text))
