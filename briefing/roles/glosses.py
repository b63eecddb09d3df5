"""Finds what an article says a body is, behind its name or before it."""

import re
from collections.abc import Iterator

REACH = 70  # characters read before a name
# "Quay Trust, a think tank in Delhi": what a body is, told behind its name.
GLOSS = re.compile(r",\s(an?\s(?:[\w’'-]+\s?){1,8})")
# "the think tank Quay Lab", "the country's weather agency, QWA": what a body is, before its name.
GLOSS_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[\w-]+[’']s?)\s"
    r"((?:(?!(?:and|at|by|for|from|in|of|on|or|the|to|with)\b)[a-z’'-]+,?\s){1,4})$"
)


def find_glosses(text: str, body: str) -> Iterator[str]:
    """The words that tell what a body is where it is named first.

    >>> list(find_glosses("The country's weather agency, QWA, spoke.", "QWA"))
    ["country's weather agency"]
    """
    at = text.find(body) if body[0].isupper() and (" " in body or body.isupper()) else -1
    if at < 0:
        return
    behind = GLOSS.match(text, at + len(body))
    if behind is not None:
        yield behind.group(1).strip()
    before = GLOSS_BEFORE.search(text[max(0, at - REACH) : at])
    if before is not None:
        yield before.group(1).strip(" ,")
