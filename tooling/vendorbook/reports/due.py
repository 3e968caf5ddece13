"""What falls due and what is overdue: for a reader, a program, a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

from vendorbook.model import CannotJudge, Finding, Text
from vendorbook.reports.inert import as_json, line

_NOTHING = Text("沒有到期事項", "nothing falls due")
_TODAY = Text("今日到期", "due today")
_WAIVED = Text("已豁免", "waived")
_TAIPEI = timezone(timedelta(hours=8))


def text(items: Sequence[Finding], day: date, lang: str, *, colour: bool) -> str:
    """A line an item: the day, how far off, the record and place, what is to be done."""
    if not items:
        return _NOTHING.in_(lang) + "\n"
    return "".join(_line(item, day, lang, colour=colour) + "\n" for item in items)


def _line(item: Finding, day: date, lang: str, *, colour: bool) -> str:
    due = item.due or day
    passed = due < day
    paint = ("\x1b[31m", "\x1b[0m") if colour and passed and not item.waiver else ("", "")
    when = f"{paint[0]}{due.isoformat()}  {_how_far(due, day, lang)}{paint[1]}"
    waived = f"（{_WAIVED.in_(lang)}：{line(item.waiver)}）" if item.waiver else ""
    at = item.location
    said = line(item.message.in_(lang))
    return f"{when}  {line(item.record)}  {said}{waived}  [{item.policy}] {line(at.path)}:{at.line}:{at.column}"


def _how_far(due: date, day: date, lang: str) -> str:
    days = (due - day).days
    if not days:
        return _TODAY.in_(lang)
    number = abs(days)
    in_english = "1 day" if number == 1 else f"{number} days"
    ahead, overdue = Text(f"尚有 {number} 天", f"in {in_english}"), Text(f"逾期 {number} 天", f"{in_english} overdue")
    return (ahead if days > 0 else overdue).in_(lang)


def json(items: Sequence[Finding], day: date) -> str:
    """The list as data, in the same shape as a finding of `check` where the two overlap."""
    listed = [
        {
            "policy": item.policy,
            "obligations": list(item.obligations),
            "record": item.record,
            "path": item.location.path,
            "line": item.location.line,
            "column": item.location.column,
            "pointer": item.pointer,
            "message": item.message.both(),
            "due": (item.due or day).isoformat(),
            "overdue": item.due is not None and item.due < day,
            "waiver": item.waiver,
            "fingerprint": item.fingerprint,
        }
        for item in items
    ]
    return as_json({"format": "vendorbook/due/v1", "as_of": day.isoformat(), "due": listed})


def ics(items: Sequence[Finding], day: date, lang: str) -> str:
    """A calendar with an all-day event an item; the same items give the same events (and identities) again."""
    try:
        from icalendar import Calendar, Event
    except ImportError:
        raise CannotJudge(
            Text(
                "行事曆需要額外套件：pip install 'vendorbook[export]'",
                "calendars need an extra package: pip install 'vendorbook[export]'",
            )
        ) from None
    calendar = Calendar()
    calendar.add("prodid", "-//vendorbook//due//EN")
    calendar.add("version", "2.0")
    # The beginning of the day in Taipei, as the standard wants it: a moment, and in UTC.
    stamp = datetime.combine(day, time(), _TAIPEI).astimezone(UTC)
    for item in items:
        due = item.due or day
        event = Event()
        event.add("uid", f"{item.fingerprint}-{due:%Y%m%d}@vendorbook")
        event.add("dtstamp", stamp)
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        event.add("summary", line(f"{item.record}: {item.message.in_(lang)}"))
        event.add("description", line(item.fix.in_(lang)))
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")
