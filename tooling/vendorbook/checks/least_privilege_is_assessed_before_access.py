"""Before access is approved it is assessed whether less would do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`approved_since` is the day of the guidance: nobody is asked about what was approved before it."""

    approved_since: str


def least_privilege_is_assessed_before_access(
    record: Engagement, params: Params, context: Context
) -> Iterator[Violation]:
    """Of a grant that is open, the newest approval alone: what has been withdrawn can reach nothing any more."""
    for grant in grants(record):
        newest = _newest(grant, context.as_of)
        is_open = revoked_on(grant, context.as_of) is None
        if is_open and newest is not None and newest.text("approved_on") >= params.approved_since:
            yield from _of(newest, {"grant": grant.text("id")})


def _newest(grant: Node, as_of: date) -> Node | None:
    given = [each for each in grant.find("approvals[]") if "" < each.text("approved_on") <= as_of.isoformat()]
    return max(given, key=lambda approval: approval.text("approved_on"), default=None)


def _of(approval: Node, values: dict[str, object]) -> Iterator[Violation]:
    if not is_stated(approval.get("least_privilege")):
        yield Violation(approval, values, "nothing")
        return
    for field in ("assessed_on", "finding"):
        if not is_stated(approval.at(f"least_privilege.{field}")):
            yield Violation(approval.nearest(f"least_privilege.{field}"), {**values, "field": field})
    assessed, approved = approval.text("least_privilege.assessed_on"), approval.text("approved_on")
    if assessed > approved:
        dates = {"assessed": assessed, "approved": approved}
        yield Violation(approval.nearest("least_privilege.assessed_on"), {**values, **dates}, "late")
