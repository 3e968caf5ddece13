"""Incidents at a supplier that concern the firm, and whether they are over."""

from __future__ import annotations

from datetime import date

from vendorbook.checks.lib.follow_ups import reports_on
from vendorbook.register import Engagement, Entry


def incidents(record: Engagement) -> list[Entry]:
    """All but those that are said not to have affected the firm."""
    return [entry for entry in record.entries("incident") if entry.root.plain("affected") is not False]


def is_closed(entry: Entry, record: Engagement, as_of: date) -> bool:
    """By the incident's own entry, or by a follow-up on it that came later."""
    closed_on = entry.root.date("closed_on")
    return (closed_on is not None and closed_on <= as_of) or bool(reports_on(record, entry.id, as_of))
