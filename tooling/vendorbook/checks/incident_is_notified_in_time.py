"""The supplier told of each incident within the hours that the contract gives it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from vendorbook.checks.lib.follow_ups import reports_on
from vendorbook.checks.lib.incidents import incidents
from vendorbook.checks.lib.wording import spoken
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def incident_is_notified_in_time(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    """A late notice stays a finding until a follow-up on the incident answers for it.

    What happened before the present contract began is not held to its limit.
    """
    begins = record.root.text("contract.starts_on")
    for entry in incidents(record):
        happened, notified = entry.root.get("happened_at"), entry.root.get("notified_at")
        if happened is None or notified is None or str(happened.value) < begins:
            continue
        if _moment(notified) < _moment(happened):
            yield Violation(notified, case="before", related=((happened, "happened"),))
        elif not reports_on(record, entry.id, context.as_of):
            yield from _late(happened, notified, record)


def _late(happened: Node, notified: Node, record: Engagement) -> Iterator[Violation]:
    limit = record.root.at("contract.clauses.incident_notification.notify_within_hours")
    if limit is None or not isinstance(limit.value, int | float):
        return
    took, given = _moment(notified) - _moment(happened), timedelta(hours=limit.value)
    if took > given:
        values = {"took": spoken(took), "limit": spoken(given)}
        yield Violation(notified, values, "late", ((happened, "happened"), (limit, "limit")))


def _moment(node: Node) -> datetime:
    return datetime.fromisoformat(str(node.value))
