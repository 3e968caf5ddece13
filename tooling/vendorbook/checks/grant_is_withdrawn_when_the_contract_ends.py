"""Access is withdrawn by the day on which the contract ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vendorbook.checks.lib.follow_ups import answered_grants
from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement


def grant_is_withdrawn_when_the_contract_ends(record: Engagement, _params: None, context: Context) -> Iterator[Item]:
    """A late withdrawal stays a finding until a follow-up answers for the grant."""
    end = record.facts.contract_end
    if end is None:
        return
    limit = _limit(end, context)
    answered = answered_grants(record, context.as_of)
    for grant in grants(record):
        values = {"grant": grant.text("id"), "end": end.isoformat(), "limit": limit.isoformat()}
        related = ((_end_node(record), "contract"),)
        revoked = revoked_on(grant, context.as_of)
        if revoked is None:
            yield Due(grant, limit, values, related=related)
        elif revoked > limit and grant.text("id") not in answered:
            at = grant.nearest("revoked_on")
            yield Violation(at, {**values, "revoked": revoked.isoformat()}, "late", related)


def _limit(end: date, context: Context) -> date:
    """The firm can ask for it some days before the end, never after: the rules say at once."""
    days = context.firm.plain("access.withdraw_days_before_end")
    return end - timedelta(days=days if isinstance(days, int) else 0)


def _end_node(record: Engagement) -> Node:
    return record.root.at("exit.ended_on") or record.root.nearest("contract.ends_on")
