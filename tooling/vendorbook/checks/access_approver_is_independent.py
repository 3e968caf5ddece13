"""Whoever approved access belongs to the firm and is neither who applied for it nor who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vendorbook.checks.lib.grants import grants
from vendorbook.checks.lib.people import in_service
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def access_approver_is_independent(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    for grant in grants(record):
        for approval in grant.find("approvals[]"):
            if (approver := approval.get("approved_by")) is not None:
                yield from _of(approver, approval.date("approved_on"), grant, context)


def _of(approver: Node, on: date | None, grant: Node, context: Context) -> Iterator[Violation]:
    person = context.people.get(str(approver.value))
    values = {"grant": grant.text("id"), "person": approver.value}
    if person is None:
        yield Violation(approver, values, "unknown")
        return
    if on is not None and not in_service(person, on):
        yield Violation(approver, {**values, "on": on}, "not-in-service", ((person, "person"),))
    # A record may name its own people by id or by name.
    own_names = {approver.value, person.text("name")}
    for field, case in (("requested_by", "is-requester"), ("holder", "is-holder")):
        other = grant.get(field)
        if other is not None and other.value in own_names:
            yield Violation(approver, values, case, ((other, case),))
