"""What falls due: six months as a calendar, all of it as a table."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from datetime import date
from typing import Any

from vendorbook.reports.due import Item
from vendorbook.site.dates import roc
from vendorbook.site.download_list import has_calendar
from vendorbook.site.rendering import Page, Rendering

_MONTHS = 6
_SOON = 90
_TONES = {"overdue": ("late", "!"), "soon": ("soon", "◔"), "later": ("later", "○"), "waived": ("waived", "◐")}


def pages(of: Rendering) -> Iterator[Page]:
    due = of.site.due
    by_day: dict[date, list[dict[str, str]]] = {}
    for item in due:
        by_day.setdefault(item.due, []).append(_short(item, of))
    yield of.page(
        "due.html",
        "due",
        of.say("nav.due"),
        ics=has_calendar(),
        overdue=sum(when(item) == "overdue" for item in due),
        soon=sum(0 <= item.days <= _SOON for item in due),
        week=of.say("week").split(" "),
        months=[_month(year, month, by_day, of) for year, month in _following(of.site.day)],
        rows=[_row(item) for item in due],
    )


def when(item: Item) -> str:
    if item.finding.waiver is not None:
        return "waived"
    return "overdue" if item.is_overdue else "soon" if item.days <= _SOON else "later"


def _row(item: Item) -> dict[str, Any]:
    tone, icon = _TONES[when(item)]
    return {"item": item, "when": when(item), "tone": tone, "icon": icon}


def _short(item: Item, of: Rendering) -> dict[str, str]:
    tone, icon = _TONES[when(item)]
    record = item.finding.record
    said = f"{of.names.record(record)} {of.names.policy(item.finding.policy)}"
    return {"tone": tone, "icon": icon, "record": record, "short": of.names.record(record), "said": said}


def _following(day: date) -> list[tuple[int, int]]:
    start = day.year * 12 + day.month - 1
    return [(number // 12, number % 12 + 1) for number in range(start, min(start + _MONTHS, 9999 * 12))]


def _month(year: int, month: int, by_day: dict[date, list[dict[str, str]]], of: Rendering) -> dict[str, Any]:
    name = of.say("month_of", year=year, month=month, roc=roc(date(year, month, 1), of.lang))
    weeks = Calendar(firstweekday=6).monthdatescalendar(year, month)
    return {"name": name, "weeks": [[_cell(day, month, by_day, of) for day in week] for week in weeks]}


def _cell(day: date, month: int, by_day: dict[date, list[dict[str, str]]], of: Rendering) -> dict[str, Any] | None:
    if day.month != month:
        return None
    return {"n": day.day, "iso": day.isoformat(), "today": day == of.site.day, "items": by_day.get(day, [])}
