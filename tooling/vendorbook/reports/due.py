"""What falls due and what is overdue: for a reader, a program, a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from vendorbook.model import CannotJudge, Finding, Text
from vendorbook.reports.inert import as_json, line

_WORDS = {
    "zh-TW": ("逾期 {n} 天", "今日到期", "尚有 {n} 天", "沒有到期事項", "已豁免"),
    "en": ("{n} days overdue", "due today", "in {n} days", "nothing falls due", "waived"),
}


def text(items: Sequence[Finding], day: date, lang: str, *, colour: bool) -> str:
    """A line an item: the day, how far off, the record and place, what is to be done."""
    if not items:
        return _WORDS[lang][3] + "\n"
    return "".join(_line(item, day, lang, colour=colour) + "\n" for item in items)


def _line(item: Finding, day: date, lang: str, *, colour: bool) -> str:
    due = item.due or day
    passed = due < day
    paint = ("\x1b[31m", "\x1b[0m") if colour and passed and not item.waiver else ("", "")
    when = f"{paint[0]}{due.isoformat()}  {_how_far(due, day, lang)}{paint[1]}"
    waived = f"（{_WORDS[lang][4]}：{line(item.waiver)}）" if item.waiver else ""
    at = item.location
    said = line(item.message.in_(lang))
    return f"{when}  {line(item.record)}  {said}{waived}  [{item.policy}] {line(at.path)}:{at.line}:{at.column}"


def _how_far(due: date, day: date, lang: str) -> str:
    days = (due - day).days
    overdue, today, ahead, *_ = _WORDS[lang]
    return today if not days else (ahead if days > 0 else overdue).format(n=abs(days))


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
    for item in items:
        due = item.due or day
        event = Event()
        event.add("uid", f"{item.fingerprint}-{due:%Y%m%d}@vendorbook")
        event.add("dtstamp", day)
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        event.add("summary", line(f"{item.record}: {item.message.in_(lang)}"))
        event.add("description", line(item.fix.in_(lang)))
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")
