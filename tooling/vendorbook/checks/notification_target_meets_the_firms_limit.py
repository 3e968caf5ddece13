"""The supplier is to report incidents within the hours that the firm's profile allows at most."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def notification_target_meets_the_firms_limit(
    record: Engagement, _params: None, context: Context
) -> Iterator[Violation]:
    """Only the newest assessment is compared: when the limit is tightened, a new one answers it."""
    limit = context.firm.at("incident.notify_within_hours")
    if limit is None or not isinstance(limit.value, int | float):
        return
    for entry in assessments(record)[-1:]:
        for hours in entry.root.find("continuity.notify_within_hours"):
            if isinstance(hours.value, int | float) and hours.value > limit.value:
                values = {"hours": hours.value, "limit": limit.value}
                yield Violation(hours, values, related=((limit, "limit"),))
