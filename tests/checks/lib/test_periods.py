"""Calendar arithmetic: months are calendar months, and a next due date is always one that can be named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.checks.lib.periods import calendar_part, next_due, period, plus

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
PERIODS = st.builds(relativedelta, years=st.integers(0, 5), months=st.integers(0, 24), days=st.integers(0, 400))
PARTS_OF_A_YEAR = st.sampled_from([1, 2, 3, 4, 6, 12])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P6M", relativedelta(months=6)),
        ("P1Y", relativedelta(years=1)),
        ("P90D", relativedelta(days=90)),
        ("P1Y2M3D", relativedelta(years=1, months=2, days=3)),
        ("P18M", relativedelta(years=1, months=6)),
        ("P2W", relativedelta(days=14)),
        ("PT47H30M", relativedelta(days=1)),
        ("PT48H", relativedelta(days=2)),
        ("P1DT4H", relativedelta(days=1)),
    ],
)
def test_a_period_is_read(text: str, expected: relativedelta) -> None:
    assert period(text) == expected


@pytest.mark.parametrize("text", ["", "P", "PT", "6M", "P6M1Y", "P-6M", "P1.5Y", "p6m", "P٦M"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        period(text)


@pytest.mark.parametrize(
    ("day", "length", "expected"),
    [
        ("2025-08-31", "P6M", "2026-02-28"),
        ("2023-08-31", "P6M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2026-01-15", "P90D", "2026-04-15"),
        ("2026-12-31", "P1M1D", "2027-02-01"),
        ("2026-01-01", "P9999Y", "9999-12-31"),
        ("2026-01-01", "P999999999D", "9999-12-31"),
    ],
)
def test_months_are_calendar_months(day: str, length: str, expected: str) -> None:
    assert plus(date.fromisoformat(day), period(length)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("last", "start", "length", "basis", "expected"),
    [
        (None, "2025-08-31", "P6M", "rolling", "2026-02-28"),
        ("2026-01-30", "2025-08-31", "P6M", "rolling", "2026-07-30"),
        (None, "2026-03-01", "P6M", "calendar", "2026-06-30"),
        ("2026-03-01", "2025-08-31", "P6M", "calendar", "2026-12-31"),
        ("2026-06-30", "2025-08-31", "P6M", "calendar", "2026-12-31"),
        ("2026-07-01", "2025-08-31", "P6M", "calendar", "2027-06-30"),
        ("2024-05-05", "2024-01-01", "P6M", "calendar", "2024-12-31"),
        (None, "2026-02-03", "P1Y", "calendar", "2026-12-31"),
        ("2026-02-03", "2025-01-01", "P12M", "calendar", "2027-12-31"),
        ("2026-02-03", "2025-01-01", "P3M", "calendar", "2026-06-30"),
        ("2024-01-31", "2023-01-01", "P1M", "calendar", "2024-02-29"),
        ("2026-02-03", "2025-01-01", "P90D", "calendar", "2026-05-04"),
        ("2026-02-03", "2025-01-01", "P5M", "calendar", "2026-07-03"),
        ("2026-02-03", "2025-01-01", "P6M1D", "calendar", "2026-08-04"),
        ("2026-02-03", "2025-01-01", "P0M", "calendar", "2026-02-03"),
        ("9999-02-03", "2025-01-01", "P1Y", "calendar", "9999-12-31"),
        ("2026-02-03", "2025-01-01", "P2Y", "calendar", "2028-02-03"),
    ],
)
def test_the_next_due_date(last: str | None, start: str, length: str, basis: str, expected: str) -> None:
    done = date.fromisoformat(last) if last else None

    due = next_due(done, date.fromisoformat(start), period(length), basis)

    assert due == date.fromisoformat(expected)


@given(DAYS, PERIODS)
def test_a_rolling_due_date_lies_ahead_and_keeps_the_day_of_the_month_where_it_can(
    day: date, length: relativedelta
) -> None:
    due = plus(day, length)

    assert due >= day
    if length.days == 0:
        is_last_of_month = (due + timedelta(days=1)).day == 1
        assert due.day == day.day or (due.day < day.day and is_last_of_month)


@given(DAYS, DAYS, PERIODS)
def test_doing_it_later_never_brings_the_next_due_date_forward(one: date, other: date, length: relativedelta) -> None:
    earlier, later = sorted((one, other))

    for basis in ("rolling", "calendar"):
        assert next_due(earlier, earlier, length, basis) <= next_due(later, earlier, length, basis)


@given(DAYS, PARTS_OF_A_YEAR)
def test_parts_of_the_year_follow_one_another_and_hold_their_days(day: date, months: int) -> None:
    first, last = calendar_part(day, months)

    assert first <= day <= last
    assert first.day == 1
    assert (first.month - 1) % months == 0
    assert last == plus(first, relativedelta(months=months)) - timedelta(days=1)
    assert calendar_part(day, months, after=1)[0] == last + timedelta(days=1)


@given(DAYS, DAYS, PARTS_OF_A_YEAR)
def test_by_the_calendar_the_due_date_ends_the_part_after_the_one_it_was_done_in(
    last: date, start: date, months: int
) -> None:
    due = next_due(last, start, relativedelta(months=months), "calendar")

    assert calendar_part(due, months)[1] == due
    assert calendar_part(due, months)[0] == calendar_part(last, months)[1] + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "months", "after", "expected"),
    [
        ("9999-05-01", 12, 0, ("9999-01-01", "9999-12-31")),
        ("9999-12-31", 6, 0, ("9999-07-01", "9999-12-31")),
        ("9999-12-31", 6, 1, ("9999-12-31", "9999-12-31")),
        ("0001-01-01", 12, 0, ("0001-01-01", "0001-12-31")),
    ],
)
def test_the_calendar_has_an_end(day: str, months: int, after: int, expected: tuple[str, str]) -> None:
    first, last = calendar_part(date.fromisoformat(day), months, after)

    assert (first.isoformat(), last.isoformat()) == expected
