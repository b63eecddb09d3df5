"""Whether a run of capitalised words names a body, and where its name begins."""

from briefing.speakers.lexicons import is_body, is_position, mapping, word_list, word_set
from briefing.speakers.words import Word

MINISTRIES = word_set("names ministries")
OFFICES = frozenset({"office", "bureau"})


def find_body(words: tuple[Word, ...], start: int, end: int) -> int | None:
    """The word at which the name of a body in a run begins, behind an office in it, or None."""
    bodily = is_body(words[end - 1].low) or _department(words, start, end)
    if not (bodily or _office_of(words, start, end)):
        return None
    if _titled(words, start) and not _ministry(words, start):
        return None
    return _past_office(words, start, end)


def _ministry(words: tuple[Word, ...], start: int) -> bool:
    """Whether a title is what a ministry is for: `the Justice Department`."""
    return words[start].low in word_list("portfolios") and words[start + 1].low in MINISTRIES


def _past_office(words: tuple[Word, ...], start: int, end: int) -> int:
    """Past an office before the body it is one of: `General Secretary of the Dyke Trust`."""
    lows = [word.low for word in words[start:end]]
    tie = next((n for n, low in enumerate(lows) if n and low in ("of", "for")), 0)
    if start + 3 > end or not tie or not is_position(lows[tie - 1]):
        return start
    if any(map(is_body, lows[:tie])) or not all(
        word.capital for word in words[start : start + tie]
    ):
        return start
    return min(start + tie + 1 + (lows[tie + 1] == "the"), end - 1)


def _office_of(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether a run is somebody's office: `Lowland Office of the Chief Medical Examiner`."""
    lows = [word.low for word in words[start:end]]
    return is_position(lows[-1]) and "of" in lows[1:] and lows[lows.index("of") - 1] in OFFICES


def _department(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether a run is a body with what it is for: `Lowland Department of Justice`."""
    lows = [word.low for word in words[start:end]]
    if "of" not in lows[1:] or lows[-1] not in word_list("portfolios"):
        return False
    return is_body(lows[lows.index("of") - 1])


def _titled(words: tuple[Word, ...], start: int) -> bool:
    return words[start].low in mapping("honorifics") or words[start].low in mapping("titles")
