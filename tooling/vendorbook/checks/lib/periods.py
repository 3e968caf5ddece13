"""Calendar periods (ISO 8601, such as P6M), and when something that recurs is next due."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from vendorbook.checks.lib.iso8601 import parts

ROLLING, CALENDAR = "rolling", "calendar"

_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=256)
def period(text: str) -> relativedelta:
    """The years, months and days of a text such as `P6M`; raises ValueError where it is no period.

    What recurs falls due on days: hours count by whole days.
    """
    found = parts(text)
    days = 7 * found["weeks"] + found["days"] + found["hours"] // 24
    return relativedelta(years=found["years"], months=found["months"], days=days)


def plus(day: date, length: relativedelta) -> date:
    """The same day of a later month, or that month's last: 08-31 and P6M make 02-28."""
    try:
        return day + length
    except (OverflowError, ValueError):
        return date.max


def next_due(last: date | None, start: date, length: relativedelta, basis: str) -> date:
    """The last day on which it may be done again; `last` is when it was done, `start` when the duty began.

    Rolling: a period after it was last done. Calendar: the end of the first quarter, half-year or year that
    has seen none, beginning with the one in which the duty began; a period that is no such part is rolling.
    """
    months = months_of_the_calendar(length) if basis == CALENDAR else None
    if months is None:
        return plus(last or start, length)
    return calendar_part(start, months)[1] if last is None else calendar_part(last, months, after=1)[1]


def months_of_the_calendar(length: relativedelta) -> int | None:
    """How many months the part of the year has that a period stands for; None when it stands for none."""
    months = 12 * length.years + length.months
    return months if length.days == 0 and months > 0 and 12 % months == 0 else None


def calendar_part(day: date, months: int, after: int = 0) -> tuple[date, date]:
    """First and last day of the part of the year that a day lies in, or of one that many parts after it."""
    part = (12 * day.year + day.month - 1) // months + after
    return _first_of(part * months), _last_before((part + 1) * months)


def _first_of(month: int) -> date:
    year, index = divmod(month, 12)
    return date(year, index + 1, 1) if year <= date.max.year else date.max


def _last_before(month: int) -> date:
    first = _first_of(month)
    return first if first == date.max else first - _ONE_DAY
