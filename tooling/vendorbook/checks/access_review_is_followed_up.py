"""What a review of access decided is done: changes are made, access that was to go is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.checks.lib.follow_ups import closed
from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.checks.lib.periods import period, plus
from vendorbook.model import Due, Node
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`within` is the period after the review by which everything is done."""

    within: str


def access_review_is_followed_up(record: Engagement, params: Params, context: Context) -> Iterator[Due]:
    answered = closed(record, context.as_of)
    withdrawn = {grant.text("id") for grant in grants(record) if revoked_on(grant, context.as_of)}
    for entry in record.entries("access-review"):
        limit = plus(entry.date, period(params.within))
        for outcome in entry.root.find("outcomes[]"):
            grant = outcome.text("grant")
            values = {"grant": grant, "reviewed": entry.date.isoformat()}
            if (entry.id, grant) not in answered and not _is_done(outcome, context.as_of):
                yield Due(outcome.nearest("follow_up"), limit, values)
            if outcome.text("outcome") == "revoke" and grant not in withdrawn:
                yield Due(outcome.nearest("outcome"), limit, values, "not-revoked")


def _is_done(outcome: Node, as_of: date) -> bool:
    """A change is always followed up, anything else where the review leaves more to do than to withdraw.

    The entry is not edited once it is merged: what is done later is told by a follow-up of its own.
    """
    if outcome.text("outcome") != "change" and outcome.get("follow_up") is None:
        return True
    done_on = outcome.date("follow_up.done_on")
    return done_on is not None and done_on <= as_of
