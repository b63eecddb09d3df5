"""The noun of standing that heads a phrase, and where the position around it ends."""

from briefing.speakers.clauses import STOPS
from briefing.speakers.lexicons import is_body, is_plural_position, is_position, mapping
from briefing.speakers.names import NameKind
from briefing.speakers.objects import MINISTERS, OBJECTS, is_bare, is_field, is_portfolio
from briefing.speakers.scene import Scene

REACH = 8  # words that a name may go on behind the phrase it begins in


def past_body(scene: Scene, begin: int, last: int) -> int:
    """Past a body that a phrase begins with and an office of it follows, else its beginning."""
    for _, name in scene.names_between(begin, last):
        if name.start == begin and name.kind is NameKind.BODY and name.end < last:
            follows = scene.reading.words[name.end]
            return begin if follows.low in OBJECTS or follows.text in STOPS else name.end
    return begin


def find_head(scene: Scene, begin: int, last: int) -> int | None:
    """The noun of standing that heads a phrase: the last before a preposition or mark."""
    words = scene.reading.words
    head = None
    for number in range(begin, last):
        word = words[number]
        if word.text in STOPS or (word.low in OBJECTS and head is not None) or word.low == "who":
            break
        if word.low in OBJECTS and head is None:
            break
        if (
            is_position(word.low) or word.low in mapping("titles") or is_plural_position(word.low)
        ) and not word.possessive:
            head = number
    if head is None:
        body = [n for n in range(begin, last) if is_body(words[n].low) and not words[n].possessive]
        return _last_of_run(body) if body else None
    return head


def position_end(scene: Scene, head: int, last: int) -> int:
    """The end of the position: past `of signal processing`, before `of the Farmers’ Bloc`."""
    words = scene.reading.words
    end = head + 1
    while end < last and words[end].low in ("of", "in", "to", "for", "on"):
        stop = end + 1
        while (
            stop < last
            and words[stop].low not in OBJECTS
            and words[stop].text not in STOPS
            and (words[stop].low not in ("who", "until", "and", "since", "when"))
        ) or (stop < last - 1 and _joins_fields(scene, head, stop)):
            stop += 1
        named = any(
            end <= name.start < stop and not is_field(scene, name, last)
            for _, name in scene.names_between(end, stop + REACH)
        )
        portfolio = is_portfolio(scene, head, end, stop)
        body = any(is_body(word.low) for word in words[end:stop])
        body = body and not (stop == end + 2 and words[end].low == "of" and is_bare(words[end + 1]))
        if (named or body) and not portfolio:
            break
        end = stop
    return min(end, last)


def portfolio_end(scene: Scene, head: int, end: int) -> int:
    """Where what a minister is for ends, or 0: `the minister for Locks and Tides`."""
    return end if end > head + 1 and is_portfolio(scene, head, head + 1, end) else 0


def _joins_fields(scene: Scene, head: int, number: int) -> bool:
    """Whether `and` joins what a minister is for: `minister for Locks and Tides`."""
    words = scene.reading.words
    office = words[head].low in MINISTERS and words[number].low == "and"
    return office and words[number - 1].capital and words[number + 1].capital


def _last_of_run(numbers: list[int]) -> int:
    """The last of numbers that follow each other from the first on: `research company`."""
    last = numbers[0]
    while last + 1 in numbers:
        last += 1
    return last
