"""Access is withdrawn by the day on which the contract ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from vendorbook.checks.lib.follow_ups import answered
from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`obligations` are the one that the firm's own limit is about and the one of the end itself.

    They are told apart where the firm asks for it some days before the end; without them only its limit counts.
    """

    obligations: tuple[str, ...] = ()


def grant_is_withdrawn_when_the_contract_ends(record: Engagement, params: Params, context: Context) -> Iterator[Item]:
    """A late withdrawal stays a finding until a follow-up answers for the grant."""
    end = record.facts.contract_end
    if end is None:
        return
    related = ((_end_node(record), "contract"),)
    looked_into = answered(record, "grant", context.as_of)
    for limit, obligation in _limits(end, params, context):
        for grant in grants(record):
            values = {"grant": grant.text("id"), "end": end.isoformat(), "limit": limit.isoformat()}
            revoked = revoked_on(grant, context.as_of)
            if revoked is None:
                yield Due(grant, limit, values, "", related, obligation)
            elif revoked > limit and grant.text("id") not in looked_into:
                at = grant.nearest("revoked_on")
                yield Violation(at, {**values, "revoked": revoked.isoformat()}, "late", related, obligation)


def _limits(end: date, params: Params, context: Context) -> list[tuple[date, str]]:
    """The firm can ask for it some days before the end, never after: the rules say at once."""
    days = context.firm.plain("access.withdraw_days_before_end")
    own = end - timedelta(days=days if isinstance(days, int) else 0)
    if own == end or not params.obligations:
        return [(own, "")]
    return list(zip((own, end), params.obligations, strict=True))


def _end_node(record: Engagement) -> Node:
    return record.root.at("exit.ended_on") or record.root.nearest("contract.ends_on")
