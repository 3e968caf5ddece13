"""When the market trades, as the firm's profile says it, and when a trading host is therefore not to be touched."""

from __future__ import annotations

from datetime import date, datetime, time

from vendorbook.register import Context

_SATURDAY = 5


def is_closed_to_updates(moment: datetime, starts: str, ends: str, context: Context) -> bool:
    """Whether a moment in Taipei lies within the hours, on a trading day; the end itself is outside of them."""
    first, last = hours(starts, ends, context)
    return is_trading_day(moment.date(), context) and first <= moment.time() < last


def hours(starts: str, ends: str, context: Context) -> tuple[time, time]:
    """The hours given, or the firm's own where those reach further."""
    own_start = context.firm.text("trading_hours.no_updates_from") or starts
    own_end = context.firm.text("trading_hours.no_updates_until") or ends
    return time.fromisoformat(min(starts, own_start)), time.fromisoformat(max(ends, own_end))


def is_trading_day(day: date, context: Context) -> bool:
    """Monday to Friday but for the days on which the market is closed, and the weekend days on which it is open."""
    if day.weekday() >= _SATURDAY:
        return day.isoformat() in _listed("also_open_on", context)
    return day.isoformat() not in _listed("closed_on", context)


def _listed(name: str, context: Context) -> list[object]:
    return [node.value for node in context.firm.find(f"trading_hours.{name}[]")]
