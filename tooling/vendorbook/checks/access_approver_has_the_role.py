"""Whoever approved access holds the role for it in the firm's list of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.grants import grants
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    role: str


def access_approver_has_the_role(record: Engagement, params: Params, context: Context) -> Iterator[Violation]:
    """Somebody unknown is for `access-approver-is-independent` to find."""
    for grant in grants(record):
        for approver in grant.find("approvals[].approved_by"):
            person = context.people.get(str(approver.value))
            if person is not None and params.role not in [role.value for role in person.find("roles[]")]:
                values = {"grant": grant.text("id"), "person": approver.value, "role": params.role}
                yield Violation(approver, values, related=((person.nearest("roles"), "roles"),))
