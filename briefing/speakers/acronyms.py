"""Short forms that an article gives for a name in brackets: `the Growers' League (GL)`."""

from briefing.speakers.words import Reading, Word

LONGEST = 10  # words that a name with an acronym in brackets may have


def find_short(reading: Reading, start: int, end: int) -> str:
    """The short form that an article gives behind a name: `(ABC)`, `, or ABC`; empty for none."""
    near = reading.words[end : end + 3]
    if len(near) < 3 or end - start < 2:
        return ""
    bracket = near[0].text == "(" and near[2].text == ")"
    short = near[1] if bracket else near[2] if near[0].text == "," and near[1].low == "or" else None
    if short is None or not short.text.isupper() or not 2 <= len(short.text) <= 8:
        return ""
    return short.text if bracket or near[1].low == "or" else ""


def find_bracketed(words: tuple[Word, ...]) -> list[int]:
    """The numbers of the brackets that open before letters alone."""
    return [number for number in range(len(words) - 2) if _is_bracketed(words, number)]


def _is_bracketed(words: tuple[Word, ...], number: int) -> bool:
    """Whether a bracket holds the letters of a name: `(ABC)`."""
    letters = words[number + 1].text
    return words[number].text == "(" and letters.isupper() and words[number + 2].text == ")"


def is_spelled(words: tuple[Word, ...], start: int, end: int, bracket: int) -> bool:
    """Whether a bracket behind a run, with small words between, holds the initials of all of it.

    `Alliance to Mend Our Locks (AMOL)`.
    """
    if not end < bracket < start + LONGEST or words[bracket].sentence != words[start].sentence:
        return False
    initials = "".join(word.text[0] for word in words[start:bracket] if word.capital)
    return len(initials) > 2 and initials == words[bracket + 1].text
