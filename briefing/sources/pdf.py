"""Read the text of a PDF document."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from briefing.errors import LoadError
from briefing.load.files import MAX_CHARACTERS
from briefing.sources.bounded import read_in_time

MAX_PAGES = 1000
REPAIR = "print it to a new PDF, or save its text"
# A line that holds a number of a page: `12`, `Page 3 of 8`, `- 4 -`
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.I)
# A word broken at the end of a line: `demo-` before `cracy`
BROKEN_WORD = re.compile(r"[a-z]-$")
SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
BULLET = re.compile(r"[•▪●◦‣∙]\s*")
# Lines at the top and bottom of pages that may be running titles.
EDGE = 2
# A line shorter than this share of the longest ones, and a sentence's last, ends a paragraph.
SHORT_LINE = 0.75


def read_pdf_text(data: bytes, *, source: str) -> str:
    """The text of a PDF with paragraphs put together; page numbers and running titles left out.

    Raises: LoadError when it is broken, locked, too long, or holds no text.
    """
    text = join_pages(read_in_time(lambda: _read_pages(data, source), source=source))
    if not any(character.isalpha() for character in text):
        raise LoadError(source, "is a PDF without text in it", "give its text; scans are not read")
    return text


def _read_pages(data: bytes, source: str) -> list[list[str]]:
    """The lines of each page."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    pages: list[list[str]] = []
    size = 0
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(source)
        for page in reader.pages:
            text = page.extract_text()
            size += len(text)
            if len(pages) == MAX_PAGES or size > MAX_CHARACTERS:
                raise LoadError(source, "is too long a PDF", "split it into single articles")
            pages.append([line.rstrip() for line in text.splitlines()])
    except LoadError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise _locked(source) from error
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        problem = f"is a broken PDF ({type(error).__name__})"
        raise LoadError(source, problem, REPAIR) from error
    return pages


def _locked(source: str) -> LoadError:
    return LoadError(source, "is a PDF locked by a password", "save it without the password")


def join_pages(pages: Sequence[Sequence[str]]) -> str:
    """The lines of pages as paragraphs, with an empty line between.

    >>> join_pages([["Rain is com-", "ing to the", "north.", "", "Snow too.", "1"]])
    'Rain is coming to the north.\\n\\nSnow too.'
    """
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        edges.update(set(map(_mask, [*lines[:EDGE], *lines[-EDGE:]])))
    repeated = {line for line, count in edges.items() if count > 2 and count * 2 > len(pages)}
    lines = [
        line.strip()
        for page in pages
        for line in page
        if not PAGE_NUMBER.fullmatch(line) and _mask(line) not in repeated
    ]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    return "\n\n".join(_join_lines(lines, usual))


def _mask(line: str) -> str:
    """A line with its numbers alike, so that running titles with page numbers are equal."""
    return re.sub(r"\d+", "0", line.strip())


def _join_lines(lines: Sequence[str], usual: int) -> list[str]:
    paragraphs: list[str] = []
    words = ""
    for line in lines:
        if not line or BULLET.match(line):
            paragraphs.append(words)
            words = BULLET.sub("- ", line, count=1)
            continue
        if BROKEN_WORD.search(words) and line[0].islower():
            words = words[:-1] + line
        else:
            words = f"{words} {line}" if words else line
        if len(line) < SHORT_LINE * usual and SENTENCE_END.search(line):
            paragraphs.append(words)
            words = ""
    paragraphs.append(words)
    return [" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip()]
