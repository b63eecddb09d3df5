"""Dates statements by the words around them and orders them by day."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from briefing.domain import Attribution, Span, StoryStatement

BEFORE, AFTER = 25, 45  # characters before and behind source and cue that may hold the day
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# `on Monday`, `Monday night`; not `Mondays`
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b(?!\s*(?:to|through|until|and)\b)", re.I)
_NEAR = re.compile(r"\b(today|tonight|yesterday)\b", re.I)
# `March 3`, `3 March`, `Mar. 3, 2024`
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+(\d{{1,2}})|(\d{{1,2}})\s+{_MONTH})(?:,?\s+(\d{{4}}))?\b", re.I
)
# Where a clause ends; not the full stop of `Feb. 27`.
_STOPS = re.compile(r"[.;!?]\s+(?=[A-Z“\"])|\n|[“”\"]")
_AHEAD = re.compile(r"\b(?:next|until|by|before|after|since|from|last)\s+$", re.I)


def date_statement(text: str, attribution: Attribution, published: datetime | None) -> date | None:
    """The day on which a statement was made, None where the words around it do not tell.

    Only the clause of source and cue counts, not what was said. Weekdays are the last ones up
    to the day of publication; without that, only full dates tell.
    """
    days = set()
    for span in attribution.cue:
        for cut in (_before(text, span), _after(text, span)):
            days |= set(_read_days(_without(text, cut, attribution.content), published))
    return days.pop() if len(days) == 1 else None


def _before(text: str, cue: Span) -> Span:
    start = max(0, cue.start - BEFORE)
    stops = [match.end() for match in _STOPS.finditer(text, start, cue.start)]
    return Span(stops[-1] if stops else start, cue.start)


def _after(text: str, cue: Span) -> Span:
    end = min(len(text), cue.end + AFTER)
    stop = _STOPS.search(text, cue.end, end)
    return Span(cue.end, stop.start() if stop else end)


def _without(text: str, cut: Span, content: Iterable[Span]) -> str:
    for span in content:
        if span.overlaps(cut):
            if span.start <= cut.start:
                cut = Span(min(span.end, cut.end), cut.end)
            else:
                cut = Span(cut.start, span.start)
    return cut.of(text)


def _read_days(words: str, published: datetime | None) -> Iterable[date]:
    for match in _DATE.finditer(words):
        day = _full_date(match, published)
        if day:
            yield day
    if published is None:
        return
    issued = published.date()
    for match in _NEAR.finditer(words):
        yield issued - timedelta(days=match.group().lower() == "yesterday")
    for match in _WEEKDAY.finditer(words):
        if not _AHEAD.search(words[: match.start()]):
            back = (issued.weekday() - WEEKDAYS.index(match.group(1).lower())) % 7
            yield issued - timedelta(days=back)


def _full_date(match: re.Match[str], published: datetime | None) -> date | None:
    name, number = match.group(1) or match.group(4), match.group(2) or match.group(3)
    month = MONTHS.index(name.lower()[:3]) + 1
    try:
        if match.group(5):
            return date(int(match.group(5)), month, int(number))
        if published is None:
            return None
        day = date(published.year, month, int(number))
        return day if day <= published.date() else day.replace(year=published.year - 1)
    except ValueError:
        return None


def order_timeline(statements: Iterable[StoryStatement]) -> tuple[StoryStatement, ...]:
    """The statements whose day is told, by day; those of one day in the order given."""
    dated = ((s.said, at, s) for at, s in enumerate(statements) if s.said is not None)
    return tuple(statement for *_, statement in sorted(dated, key=lambda entry: entry[:2]))
