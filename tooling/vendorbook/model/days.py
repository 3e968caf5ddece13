"""Days: the firm's, which are Taipei's wherever the machine stands, and those that texts name."""

from __future__ import annotations

from datetime import date, timedelta, timezone

TAIPEI = timezone(timedelta(hours=8), "Asia/Taipei")
"""Taipei has kept UTC+8 without summer time since 1980."""


def as_date(value: object) -> date | None:
    """The date that an ISO text names, or None when it is no date."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
