"""A statement is dated by the words around source and cue, or not at all."""

from datetime import UTC, date, datetime

import pytest
from story_texts import briefing, find, statement

from briefing.domain import Attribution
from briefing.stories import date_statement, merge_statements, order_timeline

WEDNESDAY = datetime(2026, 3, 4, 9, tzinfo=UTC)

TOLD = [
    ("“It burned,” Ruiz said on Monday.", date(2026, 3, 2)),
    ("“It burned,” Ruiz said Wednesday night.", date(2026, 3, 4)),
    ("“It burned,” Ruiz said on Thursday.", date(2026, 2, 26)),
    ("Yesterday Ruiz said: “It burned.”", date(2026, 3, 3)),
    ("On Feb. 27, Ruiz said: “It burned.”", date(2026, 2, 27)),
    ("“It burned,” Ruiz said on 12 December.", date(2025, 12, 12)),
    ("“It burned,” Ruiz said on March 1, 2024.", date(2024, 3, 1)),
    ("“It burned,” Ruiz said.", None),
    ("“It burned on Monday,” Ruiz said.", None),
    ("Ruiz said “It burned” on a Monday or Tuesday.", None),
    ("“It burned,” Ruiz said. On Monday it rained.", None),
    ("“It burned,” Ruiz said, before Friday.", None),
    ("“It burned,” Ruiz said on June 31.", None),
]


def date_in(text: str, published: datetime | None = WEDNESDAY) -> date | None:
    content = "It burned on Monday" if "burned on Monday" in text else "It burned"
    attribution = Attribution((), (find(text, "said"),), (find(text, content),))
    return date_statement(text, attribution, published)


@pytest.mark.parametrize("text, day", TOLD)
def test_day_is_read_beside_the_cue(text: str, day: date | None) -> None:
    assert date_in(text) == day


def test_without_day_of_publication_only_full_dates_tell() -> None:
    assert date_in(TOLD[6][0], None) == date(2024, 3, 1)
    assert date_in(TOLD[0][0], None) is None and date_in(TOLD[5][0], None) is None


def test_timeline_holds_dated_statements_by_day() -> None:
    texts = [TOLD[i][0] for i in (1, 7, 0)]
    made = [
        briefing(str(i), t, statement(t, "It burned", speaker=f"S{i}")) for i, t in enumerate(texts)
    ]
    ordered = order_timeline(merge_statements(made))
    assert [s.said for s in ordered] == [date(2026, 3, 2), date(2026, 3, 4)]
