"""The contract has the supplier report incidents within the hours that the firm's profile allows at most."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.clauses import agreed
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def incident_notification_meets_the_firms_limit(
    record: Engagement, _params: None, context: Context
) -> Iterator[Violation]:
    clause, limit = agreed(record, "incident_notification"), context.firm.at("incident.notify_within_hours")
    hours = clause.get("notify_within_hours") if clause is not None else None
    if hours is None or limit is None:
        return
    # A fragment of a profile may say anything; both are numbers wherever files have matched their schemas.
    if isinstance(hours.value, int | float) and isinstance(limit.value, int | float) and hours.value > limit.value:
        yield Violation(hours, {"hours": hours.value, "limit": limit.value}, related=((limit, "limit"),))
