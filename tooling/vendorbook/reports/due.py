"""What falls due and what is overdue: for a reader, a program, a calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from vendorbook.model import TAIPEI, CannotJudge, Finding, Text
from vendorbook.reports.inert import as_json, line

if TYPE_CHECKING:
    from icalendar import Event

_NOTHING = Text("沒有到期事項", "nothing falls due")
_TODAY = Text("今日到期", "due today")
_SOON = Text("，即將到期", ", soon")
_RED, _YELLOW, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[0m"


class Item(NamedTuple):
    """What falls due: `days` are left until then (below 0: it is overdue), `notice` days before it is soon."""

    finding: Finding
    due: date
    days: int
    notice: int

    @property
    def is_overdue(self) -> bool:
        return self.days < 0

    @property
    def is_soon(self) -> bool:
        return 0 <= self.days <= self.notice


def listed(findings: Sequence[Finding], day: date, notice: Callable[[str], int]) -> list[Item]:
    """The findings that have a due date, in the order of their days; `notice` is asked by the policy's name."""
    dated = [Item(each, each.due, (each.due - day).days, notice(each.policy)) for each in findings if each.due]
    return sorted(dated, key=lambda item: (item.due, item.finding.order))


def text(items: Sequence[Item], lang: str, *, colour: bool) -> str:
    """A line an item: the day, how far off, the record and place, what is to be done."""
    if not items:
        return _NOTHING.in_(lang) + "\n"
    return "".join(_line(item, lang, colour=colour) + "\n" for item in items)


def _line(item: Item, lang: str, *, colour: bool) -> str:
    found = item.finding
    paint = (_paint(item), _PLAIN) if colour and _paint(item) else ("", "")
    when = f"{paint[0]}{item.due.isoformat()}  {_how_far(item, lang)}{paint[1]}"
    by = line(found.waiver) if found.waiver else ""
    waived = Text(f"（已豁免：{by}）", f" (waived: {by})").in_(lang) if by else ""
    at = found.location
    said = line(found.message.in_(lang))
    return f"{when}  {line(found.record)}  {said}{waived}  [{found.policy}] {line(at.path)}:{at.line}:{at.column}"


def _paint(item: Item) -> str:
    if item.finding.waiver:
        return ""
    return _RED if item.is_overdue else _YELLOW if item.is_soon else ""


def _how_far(item: Item, lang: str) -> str:
    number = abs(item.days)
    if not number:
        return _TODAY.in_(lang)
    in_english = "1 day" if number == 1 else f"{number} days"
    ahead, overdue = Text(f"尚有 {number} 天", f"in {in_english}"), Text(f"逾期 {number} 天", f"{in_english} overdue")
    return (overdue if item.is_overdue else ahead).in_(lang) + (_SOON.in_(lang) if item.is_soon else "")


def json(items: Sequence[Item], day: date) -> str:
    """The list as data, in the same shape as a finding of `check` where the two overlap."""
    due = [
        {
            "policy": item.finding.policy,
            "obligations": list(item.finding.obligations),
            "record": item.finding.record,
            "path": item.finding.location.path,
            "line": item.finding.location.line,
            "column": item.finding.location.column,
            "pointer": item.finding.pointer,
            "message": item.finding.message.both(),
            "due": item.due.isoformat(),
            "overdue": item.is_overdue,
            "soon": item.is_soon,
            "waiver": item.finding.waiver,
            "fingerprint": item.finding.fingerprint,
        }
        for item in items
    ]
    return as_json({"format": "vendorbook/due/v1", "as_of": day.isoformat(), "due": due})


def ics(items: Sequence[Item], day: date, lang: str) -> str:
    """A calendar with an all-day event an item; the same items give the same events (and identities) again."""
    try:
        from icalendar import Calendar
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
    stamp = datetime.combine(day, time(), TAIPEI).astimezone(UTC)
    for item in items:
        calendar.add_component(_event(item, stamp, lang))
    return str(calendar.to_ical(), "utf-8")


def _event(item: Item, stamp: datetime, lang: str) -> Event:
    """With a reminder on the day from which it is soon."""
    from icalendar import Alarm, Event

    event, alarm = Event(), Alarm()
    summary = line(f"{item.finding.record}: {item.finding.message.in_(lang)}")
    event.add("uid", f"{item.finding.fingerprint}-{item.due:%Y%m%d}@vendorbook")
    event.add("dtstamp", stamp)
    event.add("dtstart", item.due)
    event.add("dtend", item.due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", line(item.finding.fix.in_(lang)))
    if state := _state(item):
        event.add("categories", state)
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(days=-item.notice))
    event.add_component(alarm)
    return event


def _state(item: Item) -> str:
    return "overdue" if item.is_overdue else "soon" if item.is_soon else ""
