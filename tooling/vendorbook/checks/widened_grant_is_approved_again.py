"""What access reaches and what it is for have been approved: at first, or when it was widened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def widened_grant_is_approved_again(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for grant in grants(record):
        approvals = list(grant.find("approvals[]"))
        if approvals:
            given = [each for each in approvals if _is_given(each, context.as_of)]
            yield from _beyond(grant, approvals, given)


def _is_given(approval: Node, as_of: date) -> bool:
    on = approval.date("approved_on")
    return on is None or on <= as_of


def _beyond(grant: Node, approvals: list[Node], given: list[Node]) -> Iterator[Violation]:
    """An approval that does not say what it covers is for `approval-states-what-it-covers` to find."""
    related = ((approvals[-1], "last-approval"),)
    values = {"grant": grant.text("id")}
    if all(each.get("assets") for each in approvals):
        approved = {asset for each in given for asset in each.values("assets[]")}
        for asset in grant.find("assets[]"):
            if asset.value not in approved:
                yield Violation(asset, {**values, "asset": asset.value}, "asset", related)
    purpose = grant.get("purpose")
    said = all(each.get("purpose") for each in approvals)
    if purpose is not None and said and purpose.value not in [each.plain("purpose") for each in given]:
        yield Violation(purpose, values, "purpose", related)
