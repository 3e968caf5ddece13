"""No release goes to a trading host before opening or in trading hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from vendorbook.checks.lib.follow_ups import reports_on
from vendorbook.checks.lib.trading_hours import hours, is_closed_to_updates
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """The hours of a trading day, in Taipei, from before opening to the close; the firm's profile can extend them."""

    starts: str
    ends: str


def trading_host_is_not_updated_in_trading_hours(
    record: Engagement, params: Params, context: Context
) -> Iterator[Violation]:
    """What was done cannot be undone: it stays a finding until a follow-up on the release answers for it."""
    for entry in record.entries("release"):
        at = entry.root.get("deployed_at")
        if entry.root.text("host") != "trading" or at is None or reports_on(record, entry.id, context.as_of):
            continue
        if is_closed_to_updates(_moment(at), *params, context):
            first, last = hours(*params, context)
            values = {"at": f"{_moment(at):%Y-%m-%d %H:%M}", "starts": f"{first:%H:%M}", "ends": f"{last:%H:%M}"}
            yield Violation(at, values)


def _moment(node: Node) -> datetime:
    """As the clock in Taipei shows it: the schemas let a moment be written in no other time zone."""
    return datetime.fromisoformat(str(node.value)).replace(tzinfo=None)
