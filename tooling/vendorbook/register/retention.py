"""How long the record of an engagement is kept after its end."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from vendorbook.model import Node
from vendorbook.register.engagement import Engagement


def kept_until(record: Engagement, firm: Node) -> date | None:
    """The last day on which the record has to be here, as the firm has it; from the day after it may be put away.

    None where it is not known to end, or the profile does not say how long: then it is kept.
    """
    ended, years = record.facts.ended_on, firm.plain("retention_years")
    return ended + relativedelta(years=years) if ended is not None and isinstance(years, int) else None


def whole_since(as_of: date, firm: Node) -> date:
    """The first day of which nothing has been put away by a day: all that was in force on it has to be here still."""
    years = firm.plain("retention_years")
    return as_of - relativedelta(years=years) if isinstance(years, int) and years < as_of.year else date.min
