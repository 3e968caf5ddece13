"""The assessment of a changed service is led by the project owner, or by whoever was it then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.assessments import assessments
from vendorbook.checks.lib.people import in_service
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Entry


class Params(NamedTuple):
    """The roles of those who may have been the project owner before the present one."""

    roles: tuple[str, ...]


def change_of_service_is_led_by_a_project_owner(
    record: Engagement, params: Params, context: Context
) -> Iterator[Violation]:
    owner = record.root.nearest("project_owner")
    for entry in assessments(record):
        if entry.root.text("trigger") == "change-of-service":
            yield from _of(entry, owner, params, context)


def _of(entry: Entry, owner: Node, params: Params, context: Context) -> Iterator[Violation]:
    """Somebody unknown is for `references-resolve` to find."""
    leader = entry.root.get("led_by")
    if leader is None:
        yield Violation(entry.root, case="nobody")
        return
    person = context.people.get(str(leader.value))
    if person is None or leader.value == owner.value:
        return
    held = any(role.value in params.roles for role in person.find("roles[]"))
    if not held or not in_service(person, entry.date):
        values = {"person": leader.value, "owner": owner.value}
        yield Violation(leader, values, related=((owner, "owner"), (person.nearest("roles"), "roles")))
