"""When something that must recur while something else lasts is next due."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from vendorbook.checks.lib.periods import CALENDAR, calendar_part, months_of_the_calendar, next_due, plus
from vendorbook.checks.lib.stretches import Stretch, pauses

_ONE_DAY = timedelta(days=1)


def next_due_while(lasting: list[Stretch], last: date | None, length: relativedelta, basis: str) -> date:
    """The next due date, where days on which nothing lasts do not count.

    `lasting` is not empty and joined. What was done before it all began does not count as done. Only the last
    time counts: what was late once and has been done since is no longer due.
    """
    start = lasting[0].first
    done = last if last is not None and last >= start else None
    months = months_of_the_calendar(length) if basis == CALENDAR else None
    if months is None:
        return _rolling(pauses(lasting), done or start, length)
    return _by_calendar(pauses(lasting), next_due(done, start, length, basis), months)


def _rolling(idle: list[Stretch], since: date, length: relativedelta) -> date:
    """The clock stands still during a pause; what was done in one counts from the day after it."""
    base = next((pause.last + _ONE_DAY for pause in idle if since in pause), since)
    due = plus(base, length)
    for pause in idle:
        if base < pause.first <= due:
            due = _later(due, pause.days)
    return due


def _by_calendar(idle: list[Stretch], due: date, months: int) -> date:
    """A half-year (quarter, year) that lies wholly in a pause asks for nothing."""
    while any(pause.first <= calendar_part(due, months)[0] and due <= pause.last for pause in idle):
        due = calendar_part(due, months, after=1)[1]
    return due


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days) if (date.max - day).days > days else date.max
