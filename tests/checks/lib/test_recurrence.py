"""A clock that runs only while something lasts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.checks.lib.periods import next_due, period
from vendorbook.checks.lib.recurrence import next_due_while
from vendorbook.checks.lib.stretches import Stretch, joined

DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def lasting(*pairs: tuple[str, str]) -> list[Stretch]:
    return [Stretch(date.fromisoformat(first), date.fromisoformat(last)) for first, last in pairs]


OPEN = ("2025-01-10", "9999-12-31")
WITH_A_PAUSE = (("2025-01-10", "2025-03-31"), ("2025-07-01", "9999-12-31"))
A_PAUSE_WHEN_DUE = (("2025-01-10", "2025-07-09"), ("2025-10-10", "9999-12-31"))
HALF_A_YEAR_OFF = (("2024-01-10", "2024-12-31"), ("2025-07-01", "9999-12-31"))
A_YEAR_OFF = (("2024-01-10", "2024-06-30"), ("2025-07-01", "9999-12-31"))
A_DAY_LESS_OFF = (("2024-01-10", "2024-12-31"), ("2025-06-30", "9999-12-31"))


@pytest.mark.parametrize(
    ("stretches", "last", "basis", "expected"),
    [
        # The first period begins with what lasts.
        ((OPEN,), None, "rolling", "2025-07-10"),
        ((OPEN,), "2024-12-01", "rolling", "2025-07-10"),
        ((OPEN,), "2025-03-31", "rolling", "2025-09-30"),
        ((OPEN,), None, "calendar", "2025-06-30"),
        ((OPEN,), "2024-12-01", "calendar", "2025-06-30"),
        ((OPEN,), "2025-02-01", "calendar", "2025-12-31"),
        # 91 days of pause (April to June) are added.
        (WITH_A_PAUSE, None, "rolling", "2025-10-09"),
        (WITH_A_PAUSE, "2025-02-01", "rolling", "2025-10-31"),
        # Done in the pause, or after it.
        (WITH_A_PAUSE, "2025-05-15", "rolling", "2026-01-01"),
        (WITH_A_PAUSE, "2025-08-01", "rolling", "2026-02-01"),
        # A pause that begins on the due date puts it off; one that begins after it changes nothing.
        (A_PAUSE_WHEN_DUE, None, "rolling", "2025-10-10"),
        (HALF_A_YEAR_OFF, None, "rolling", "2024-07-10"),
        # A half-year is skipped only when all of it is a pause.
        (WITH_A_PAUSE, "2024-12-31", "calendar", "2025-06-30"),
        (HALF_A_YEAR_OFF, "2024-11-01", "calendar", "2025-12-31"),
        (A_DAY_LESS_OFF, "2024-11-01", "calendar", "2025-06-30"),
        (A_YEAR_OFF, "2024-02-01", "calendar", "2025-12-31"),
    ],
)
def test_the_next_due_date(stretches: tuple[tuple[str, str], ...], last: str | None, basis: str, expected: str) -> None:
    done = date.fromisoformat(last) if last else None

    due = next_due_while(lasting(*stretches), done, period("P6M"), basis)

    assert due == date.fromisoformat(expected)


def test_a_period_without_end_stays_within_the_calendar() -> None:
    assert next_due_while(lasting(*WITH_A_PAUSE), None, period("P9999Y"), "rolling") == date.max


@given(DAYS, st.one_of(st.none(), DAYS), st.sampled_from(["rolling", "calendar"]))
def test_without_pauses_it_is_the_plain_next_due_date(start: date, last: date | None, basis: str) -> None:
    done = last if last is not None and last >= start else None

    due = next_due_while([Stretch(start, date.max)], last, period("P6M"), basis)

    assert due == next_due(done, start, period("P6M"), basis)


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5), DAYS, st.one_of(st.none(), DAYS))
def test_a_pause_never_brings_the_due_date_forward(
    pairs: list[tuple[date, date]], final: date, last: date | None
) -> None:
    whole = joined([*(Stretch(*sorted(pair)) for pair in pairs), Stretch(final, date.max)])
    unbroken = [Stretch(whole[0].first, date.max)]

    for basis in ("rolling", "calendar"):
        assert next_due_while(whole, last, period("P6M"), basis) >= next_due_while(unbroken, last, period("P6M"), basis)


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5), DAYS)
def test_the_days_that_count_up_to_a_rolling_due_date_are_the_period(
    pairs: list[tuple[date, date]], final: date
) -> None:
    whole = joined([*(Stretch(*sorted(pair)) for pair in pairs), Stretch(final, date.max)])

    due = next_due_while(whole, None, period("P90D"), "rolling")

    # The first day starts the clock: it stands at 0 there.
    lasted = sum((min(each.last, due) - each.first).days + 1 for each in whole if each.first <= due)
    assert lasted == 90 + 1
    assert any(due in each for each in whole)
