"""Printed dates become aware times in UTC."""

import pytest

from briefing.load.dates import is_date_line, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05", "2024-03-05T00:00:00+00:00"),
        ("2024-03-05T08:15:30Z", "2024-03-05T08:15:30+00:00"),
        ("2024-03-05 08:15", "2024-03-05T08:15:00+00:00"),
        ("2024-03-05T00:15:00+0100", "2024-03-04T23:15:00+00:00"),
        ("2024-03-05T20:15:00.123-05:00", "2024-03-06T01:15:00+00:00"),
        ("Tuesday, 5th of March, 2024", "2024-03-05T00:00:00+00:00"),
        ("Sept. 9, 2023 at noon", "2023-09-09T00:00:00+00:00"),
    ],
)
def test_date_is_read(text: str, expected: str) -> None:
    found = read_date(text)
    assert found is not None and found.isoformat() == expected


@pytest.mark.parametrize(
    "text", ["", "March 5", "03/05/2024", "31 February 2024", "2024-13-45", "2024-03-05T99:00"]
)
def test_unclear_or_impossible_date_is_left(text: str) -> None:
    assert read_date(text) is None


def test_long_line_of_date_words_is_answered_fast() -> None:
    assert not is_date_line("date on " * 14 + "x")
    assert not is_date_line("1 may, 2001 10:00 am - " * 5 + "x")
    assert not is_date_line("Monday")
