"""Read the text of a Word document (Office Open XML, ECMA-376 part 1)."""

from collections.abc import Mapping

from briefing.errors import LoadError
from briefing.sources.xml import parse_xml

MAIN = "word/document.xml"
REPAIR = "save it again as DOCX, or as text"
# Elements whose text is not part of the document as it reads: removed text, field codes, and
# the second copy of drawings for old programs.
HIDDEN = frozenset({"del", "moveFrom", "instrText", "Fallback", "delText", "txbxContent"})
CELL_GAP = "  "


class _Document:
    """Collects the paragraphs of a document while it is parsed."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.parts: list[str] = []
        self.row: list[str] | None = None
        self.hidden = 0
        self.in_text = False
        self.bullet = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if name in HIDDEN or self.hidden:
            self.hidden += 1
        elif name == "t":
            self.in_text = True
        elif name in {"tab", "br", "cr"}:
            self.parts.append(" ")
        elif name == "noBreakHyphen":
            self.parts.append("-")
        elif name == "numPr" or (
            name == "pStyle" and attributes.get("val", "").lower().startswith("list")
        ):
            self.bullet = True
        elif name == "tr":
            self.row = []

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self.hidden:
            self.hidden -= 1
        elif name == "t":
            self.in_text = False
        elif name == "p":
            self.finish()
        elif name == "tr":
            cells, self.row = self.row or [], None
            self.add(CELL_GAP.join(cells))

    def text(self, words: str) -> None:
        """Take a piece of text."""
        if self.in_text and not self.hidden:
            self.parts.append(words)

    def finish(self) -> None:
        """End a paragraph."""
        words = " ".join("".join(self.parts).split())
        if words and self.row is not None:
            self.row.append(words)
        else:
            self.add(f"- {words}" if words and self.bullet else words)
        self.parts, self.bullet = [], False

    def add(self, words: str) -> None:
        """Keep a paragraph unless it is empty."""
        if words:
            self.paragraphs.append(words)


def read_docx_text(data: bytes, *, source: str) -> str:
    """The text of `word/document.xml` with an empty line between paragraphs, its changes taken.

    Raises: LoadError when it is broken or holds no text.
    """
    document = _Document()
    try:
        parse_xml(data, begin=document.begin, end=document.end, text=document.text)
    except ValueError as error:
        raise LoadError(source, f"is a broken Word document ({error})", REPAIR) from error
    if not document.paragraphs:
        raise LoadError(source, "is a Word document without text", "give its text")
    return "\n\n".join(document.paragraphs)
