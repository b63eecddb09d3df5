"""Words and punctuation marks of a text, with their spans."""

import re
from typing import NamedTuple

from briefing.domain import Span

# Alternatives, tried in this order; no two of them can begin with the same character and
# backtrack into each other, so the scan is linear.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"  # U.S.  a.m.  J.K.
    r"|\d+(?:[.,:/]\d+)*(?:[-‐‑'’]?[^\W_]+)*"  # 4,060  3.5  10:30  20-year  1990s
    r"|\w+(?:[-‐‑'’.&@/]\w+)*"  # don't  next-generation  AT&T  example.com
    r"|\.{2,}|-{2,}|``|''"  # ...  --  `` ''
    r"|\S"  # any other mark, alone
)


class Token(NamedTuple):
    """A word or a mark: `text` stands at `[start, end)`."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit (a mark holds none)."""
        return self.text[0].isalnum() or self.text[0] == "_"


def find_tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of a text, or of a span of it, in text order.

    A word keeps its inner apostrophes, hyphens and dots, a number its separators; every
    other character that is not white space is a token of its own, but for runs such as
    `...` and `--`.

    >>> [token.text for token in find_tokens("The U.S. didn't pay $4,060.50, he said.")]
    ['The', 'U.S.', "didn't", 'pay', '$', '4,060.50', ',', 'he', 'said', '.']
    >>> find_tokens("Rates rose", Span(6, 10))
    (Token(start=6, end=10, text='rose'),)
    """
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    return tuple(
        Token(match.start(), match.end(), match.group())
        for match in TOKEN.finditer(text, start, end)
    )


def count_words(text: str) -> int:
    """How many words a text has; marks do not count.

    >>> count_words("The U.S. didn't pay $4,060.50, he said.")
    7
    """
    return sum(1 for token in find_tokens(text) if token.is_word)
