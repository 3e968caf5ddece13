"""An incident that may affect the service is followed by an audit about it, within the firm's limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vendorbook.checks.lib.in_force import bound_from, last_day
from vendorbook.model import Due, as_date
from vendorbook.register import Context, Engagement, Entry

_A_DAY = len("2026-01-05")


def incident_is_followed_by_an_audit(record: Engagement, _params: None, context: Context) -> Iterator[Due]:
    """Each incident is owed one of its own, unless it is said not to have affected the firm or the service."""
    days = context.firm.plain("audit.after_incident_within_days")
    if not isinstance(days, int):
        return
    for entry in record.entries("incident"):
        known = _known_on(entry)
        due = known + timedelta(days=days)
        affects = entry.root.plain("affected") is not False
        owed = affects and known >= bound_from(context) and due <= last_day(record)
        if owed and not _is_audited(entry, record):
            yield Due(entry.root.nearest("date"), due, {"known": known.isoformat(), "days": days, "incident": entry.id})


def _known_on(incident: Entry) -> date:
    """The rules count from when the firm learned of it, and no firm learns of what has yet to happen."""
    notified = as_date(incident.root.text("notified_at")[:_A_DAY])
    return max(incident.date, notified or incident.date)


def _is_audited(incident: Entry, record: Engagement) -> bool:
    about = [audit for audit in record.entries("audit") if audit.root.text("about") == incident.id]
    return any(audit.date >= incident.date for audit in about)
