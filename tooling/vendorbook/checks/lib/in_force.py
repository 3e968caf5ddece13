"""The days on which an engagement is in force."""

from __future__ import annotations

from datetime import date

from vendorbook.checks.lib.stretches import Stretch, joined
from vendorbook.register import Context, Engagement


def in_force(record: Engagement, context: Context) -> list[Stretch]:
    """From the contract's first day, but not before the rules bind the firm, until the engagement ends.

    A contract past its term has been renewed, as long as nobody has recorded the end.
    """
    first = record.root.date("contract.starts_on")
    if first is None:
        return []
    bound_from = context.firm.date("bound_from") or date.min
    return joined([Stretch(max(first, bound_from), record.root.date("exit.ended_on") or date.max)])
