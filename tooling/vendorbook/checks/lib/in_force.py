"""The days on which an engagement is in force and the rules bind the firm."""

from __future__ import annotations

from datetime import date

from vendorbook.checks.lib.stretches import Stretch, joined
from vendorbook.register import Context, Engagement


def bound_from(context: Context) -> date:
    """The first day on which the rules bind the firm."""
    return context.firm.date("bound_from") or date.min


def last_day(record: Engagement) -> date:
    """The last day of the engagement; what would fall due after it is not owed."""
    return record.facts.ended_on or date.max


def in_force(record: Engagement, context: Context) -> list[Stretch]:
    """From the first day of the contract to the last; nothing where its first day is not stated."""
    first = record.root.date("contract.starts_on")
    return joined([Stretch(max(first, bound_from(context)), last_day(record))] if first else [])
