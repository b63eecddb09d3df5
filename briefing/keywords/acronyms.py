"""Finds the acronyms that an article spells out: World Health Organization (WHO)."""

import re

from briefing.terms import content_terms, stem

# Food and Drug Administration (FDA) · the (WHO) form only; capitals, with small words between
_SPELT = re.compile(
    r"((?:[A-Z][\w’'-]*\s+)(?:(?:[A-Z][\w’'-]*|of|and|the|for|on|in|to|de|&)\s+){0,7})"
    r"\(([A-Z][A-Za-z]{0,2}[A-Z.]{1,6})\)"
)


def find_acronyms(text: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The stems of each acronym with the stems of its expansion.

    >>> find_acronyms("The World Health Organization (WHO) met.")
    {('who',): ('world', 'health', 'organization')}
    """
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for match in _SPELT.finditer(text):
        short = match[2].replace(".", "")
        words = _expansion(match[1].split(), short)
        if words:
            key = tuple(content_terms(" ".join(words)))
            if key:
                found[(stem(short),)] = key
    return found


def _expansion(words: list[str], short: str) -> list[str] | None:
    """The last words before the bracket whose capitals spell the acronym."""
    for start in range(len(words) - 1, -1, -1):
        initials = "".join(word[0] for word in words[start:] if word[0].isupper())
        if initials.upper() == short.upper() and words[start][0].isupper():
            return words[start:]
    return None
