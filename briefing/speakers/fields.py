"""Lists of fields in the name of one body: `the Ministry of Health, Labour and Welfare`."""

from briefing.speakers.lexicons import word_list, word_set
from briefing.speakers.words import Word

HEADS = word_set("fields heads")
TIES = frozenset({"of", "for", "on"})
LONGEST = 2  # words that one field may have


def past_fields(words: tuple[Word, ...], start: int, comma: int) -> int:
    """Past the list that a comma behind the body `[start, comma)` opens, or 0."""
    if words[comma].text != ",":
        return 0
    lows = [word.low for word in words[start:comma]]
    tie = next((n for n, low in enumerate(lows) if n and low in TIES), 0)
    if not tie or lows[tie - 1] not in HEADS or not _is_field(words, start + tie + 1, comma):
        return 0
    end = comma
    while end < len(words) and words[end].text == ",":
        joined = end + 1 + (words[min(end + 1, len(words) - 1)].low == "and")
        after = _past_field(words, joined)
        if not after or joined > end + 1:
            return after  # `Roads, Ports, and Tides`
        end = after
    last = _past_field(words, end + 1) if end < len(words) and words[end].low == "and" else 0
    return last if end > comma else 0


def _past_field(words: tuple[Word, ...], begin: int) -> int:
    """Past the words of one field that begins at a word, or 0."""
    end = begin
    while end < min(begin + LONGEST, len(words)) and _is_field(words, end, end + 1):
        end += 1
    return end if end > begin else 0


def _is_field(words: tuple[Word, ...], begin: int, end: int) -> bool:
    """Whether words are all capitalised fields of work."""
    inside = words[begin:end]
    return bool(inside) and all(
        word.capital and not word.possessive and word.low in word_list("portfolios")
        for word in inside
    )
